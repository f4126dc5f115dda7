namespace Claque.Graphs;

/// <summary>A quadtree over points of the plane that adds up far points in one: repulsion between all of them in O(n log n).</summary>
/// <remarks>
/// Barnes, Hut 1986, doi:10.1038/324446a0. Cells are kept in flat arrays and used again from step to step. Points at one place, or
/// closer than 24 halvings tell apart, share a leaf and are treated as one point of their number.
/// </remarks>
internal sealed class ForceTree
{
    private const int DeepestLevel = 24;
    private const int None = -1;
    private int[] _children = new int[256];
    private int[] _point = new int[64];
    private int[] _mass = new int[64];
    private double[] _sumX = new double[64];
    private double[] _sumY = new double[64];
    private int _cells;
    private double _left;
    private double _top;
    private double _side;

    /// <summary>Builds the tree anew.</summary>
    /// <param name="x">Coordinates of the points; numbers.</param>
    /// <param name="y">As long as <paramref name="x"/>.</param>
    public void Build(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        _cells = 0;
        if (x.IsEmpty) return;
        var (left, right, top, bottom) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        for (var i = 0; i < x.Length; i++)
        {
            (left, right) = (Math.Min(left, x[i]), Math.Max(right, x[i]));
            (top, bottom) = (Math.Min(top, y[i]), Math.Max(bottom, y[i]));
        }

        (_left, _top, _side) = (left, top, Math.Max(Math.Max(right - left, bottom - top), 1e-9));
        NewCell();
        for (var i = 0; i < x.Length; i++) Insert(i, x, y);
    }

    /// <summary>The repulsion on a place: the sum over all points of (place - point) / distance², the point at the place itself left out.</summary>
    /// <param name="atX">The place.</param>
    /// <param name="atY">The place.</param>
    /// <param name="theta">A cell counts as one point when its side is less than this times its distance; 0 adds point by point.</param>
    /// <param name="stack">Room for <see cref="StackSize"/> numbers: threads bring their own.</param>
    public (double X, double Y) Repulsion(double atX, double atY, double theta, Span<int> stack)
    {
        var (forceX, forceY, depth) = (0.0, 0.0, 0);
        if (_cells == 0) return (0, 0);
        stack[depth++] = 0;
        stack[depth++] = 0;
        while (depth > 0)
        {
            var level = stack[--depth];
            var cell = stack[--depth];
            var mass = _mass[cell];
            var (dx, dy) = (atX - (_sumX[cell] / mass), atY - (_sumY[cell] / mass));
            var square = (dx * dx) + (dy * dy);
            var side = _side / (1 << level);
            if (_point[cell] != None || side * side < theta * theta * square)
            {
                if (square < 1e-18) continue;
                forceX += mass * dx / square;
                forceY += mass * dy / square;
                continue;
            }

            for (var quarter = 0; quarter < 4; quarter++)
            {
                if (_children[(4 * cell) + quarter] is not (> 0 and var child)) continue;
                stack[depth++] = child;
                stack[depth++] = level + 1;
            }
        }

        return (forceX, forceY);
    }

    /// <summary>Numbers that <see cref="Repulsion"/> may put on its stack.</summary>
    public static int StackSize => 8 * (DeepestLevel + 2);

    /// <summary>Goes down to a leaf; a leaf that holds a point elsewhere is split, unless it is too small to split.</summary>
    private void Insert(int point, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (cell, left, top, side) = (0, _left, _top, _side);
        for (var level = 0; ; level++)
        {
            var isNew = _mass[cell] == 0;
            var held = _point[cell];
            _mass[cell]++;
            _sumX[cell] += x[point];
            _sumY[cell] += y[point];
            if (isNew)
            {
                _point[cell] = point;
                return;
            }

            if (held != None)
            {
                if (level >= DeepestLevel || (x[held] == x[point] && y[held] == y[point])) return;
                Move(cell, held, left, top, side, x, y);
            }

            side /= 2;
            var quarter = Quarter(x[point], y[point], left + side, top + side);
            if ((quarter & 1) != 0) left += side;
            if ((quarter & 2) != 0) top += side;
            cell = ChildOf(cell, quarter);
        }
    }

    /// <summary>Hands the points of a leaf to one of its quarters.</summary>
    private void Move(int cell, int held, double left, double top, double side, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        _point[cell] = None;
        var child = ChildOf(cell, Quarter(x[held], y[held], left + (side / 2), top + (side / 2)));
        // The cell has counted the newcomer already; what it held before is the rest.
        var others = _mass[cell] - 1;
        (_point[child], _mass[child]) = (held, others);
        (_sumX[child], _sumY[child]) = (x[held] * others, y[held] * others);
    }

    private static int Quarter(double x, double y, double middleX, double middleY) => (x >= middleX ? 1 : 0) | (y >= middleY ? 2 : 0);

    private int ChildOf(int cell, int quarter)
    {
        var at = (4 * cell) + quarter;
        if (_children[at] != 0) return _children[at];
        var child = NewCell();
        return _children[at] = child;
    }

    private int NewCell()
    {
        if (_cells == _point.Length)
        {
            var size = 2 * _cells;
            Array.Resize(ref _point, size);
            Array.Resize(ref _mass, size);
            Array.Resize(ref _sumX, size);
            Array.Resize(ref _sumY, size);
            Array.Resize(ref _children, 4 * size);
        }

        _children.AsSpan(4 * _cells, 4).Clear();
        (_point[_cells], _mass[_cells], _sumX[_cells], _sumY[_cells]) = (None, 0, 0, 0);
        return _cells++;
    }
}
