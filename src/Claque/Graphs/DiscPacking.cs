namespace Claque.Graphs;

/// <summary>A connected part of a graph with places of its nodes around its own middle.</summary>
internal sealed record PlacedPart(int[] Nodes, double[] X, double[] Y)
{
    private const double Margin = 0.75;

    /// <summary>Half of its extent, with a margin.</summary>
    public double Radius { get; } = Margin + Math.Sqrt(X.Zip(Y, (x, y) => (x * x) + (y * y)).DefaultIfEmpty(0).Max());

    /// <summary>The part with the middle of its extent at 0.</summary>
    public PlacedPart Centred()
    {
        var (middleX, middleY) = ((X.Min() + X.Max()) / 2, (Y.Min() + Y.Max()) / 2);
        return new PlacedPart(Nodes, [.. X.Select(x => x - middleX)], [.. Y.Select(y => y - middleY)]);
    }

    /// <summary>Moves it, in place.</summary>
    public void Move(double byX, double byY)
    {
        for (var i = 0; i < X.Length; i++) (X[i], Y[i]) = (X[i] + byX, Y[i] + byY);
    }
}

/// <summary>Packs discs around the middle without overlap.</summary>
internal static class DiscPacking
{
    private const double Turn = 0.35;

    /// <summary>Moves the parts, which come largest first, each to the first free place on a spiral that begins in the middle.</summary>
    /// <remarks>A grid finds what is near. A part as large as the one before begins where that one was placed.</remarks>
    public static void Pack(IReadOnlyList<PlacedPart> parts)
    {
        if (parts.Count == 0) return;
        var grid = new Dictionary<(long, long), List<(double X, double Y, double Radius)>>();
        var smallest = parts.Min(part => part.Radius);
        var cell = 4 * smallest;
        var (angle, lastRadius) = (0.0, double.MaxValue);
        foreach (var part in parts)
        {
            if (part.Radius < 0.9 * lastRadius) angle = 0;
            if (part.Radius < 0.9 * lastRadius) lastRadius = part.Radius;
            while (!IsFree(At(angle, part.Radius), part.Radius)) angle += Turn / Math.Max(1, angle * Turn);
            var (x, y) = At(angle, part.Radius);
            part.Move(x, y);
            Add(x, y, part.Radius);
        }

        (double X, double Y) At(double a, double radius) => (0.5 * radius * a * Math.Cos(a), 0.5 * radius * a * Math.Sin(a));

        bool IsFree((double X, double Y) at, double radius)
        {
            foreach (var key in Cells(at.X, at.Y, radius))
            {
                if (!grid.TryGetValue(key, out var discs)) continue;
                foreach (var disc in discs)
                {
                    var (dx, dy, apart) = (disc.X - at.X, disc.Y - at.Y, disc.Radius + radius);
                    if ((dx * dx) + (dy * dy) < apart * apart) return false;
                }
            }

            return true;
        }

        void Add(double x, double y, double radius)
        {
            foreach (var key in Cells(x, y, radius))
            {
                if (!grid.TryGetValue(key, out var discs)) grid.Add(key, discs = []);
                discs.Add((x, y, radius));
            }
        }

        // Every cell that the disc's square touches: a disc stands in all of them, so a newcomer finds it in its own.
        IEnumerable<(long, long)> Cells(double x, double y, double radius)
        {
            var size = Math.Max(cell, parts[0].Radius / 16);
            for (var column = (long)Math.Floor((x - radius) / size); column <= (long)Math.Floor((x + radius) / size); column++)
                for (var line = (long)Math.Floor((y - radius) / size); line <= (long)Math.Floor((y + radius) / size); line++)
                    yield return (column, line);
        }
    }
}
