namespace Claque.Graphs;

/// <summary>All rooted trees over a few nodes at once: how likely each edge is, and the tree whose edges are likeliest together.</summary>
/// <remarks>
/// The weight of a tree is the product of the weights of its edges and of its root. Koo, Globerson, Carreras, Collins 2007,
/// "Structured prediction models via the matrix-tree theorem" (exactly one root); the tree: Chu and Liu 1965, Edmonds 1967.
/// </remarks>
public static class SpanningTrees
{
    /// <summary>The chance of each edge over all trees.</summary>
    /// <param name="scores">n × n: natural logarithm of the weight of the edge from row to column; the diagonal is not read.</param>
    /// <returns>n × n: the chance of the edge from row to column; on the diagonal the chance that the node is the root.</returns>
    /// <remarks>Every node is as likely a root before its edges are looked at. O(n³).</remarks>
    public static double[,] Marginals(double[,] scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var n = scores.GetLength(0);
        var chances = new double[n, n];
        if (n == 0) return chances;
        var (weights, roots) = Weights(scores, n);
        var matrix = new double[n, n];
        for (var child = 0; child < n; child++)
        {
            for (var parent = 0; parent < n; parent++)
            {
                if (parent == child) continue;
                matrix[child, child] += weights[parent, child];
                matrix[parent, child] = -weights[parent, child];
            }
        }

        for (var child = 0; child < n; child++) matrix[0, child] = roots[child];
        var inverse = Inverse(matrix, n);
        for (var child = 0; child < n; child++)
        {
            chances[child, child] = Chance(roots[child] * inverse[child, 0]);
            for (var parent = 0; parent < n; parent++)
            {
                if (parent == child) continue;
                var gain = child == 0 ? 0 : inverse[child, child];
                var loss = parent == 0 ? 0 : inverse[child, parent];
                chances[parent, child] = Chance(weights[parent, child] * (gain - loss));
            }
        }

        return chances;
    }

    /// <summary>The tree with the largest sum of gains.</summary>
    /// <param name="gains">n × n: gain of the edge from row to column, on the diagonal of being the root. Finite.</param>
    /// <returns>For each node its parent; -1 for the root. Ties go to the smaller number.</returns>
    /// <remarks>O(n³).</remarks>
    public static int[] Best(double[,] gains)
    {
        ArgumentNullException.ThrowIfNull(gains);
        var n = gains.GetLength(0);
        if (n == 0) return [];
        // A node of its own above all, so dear that only one edge leaves it.
        var all = new double[n + 1, n + 1];
        var dear = 1.0;
        foreach (var gain in gains) dear += Math.Abs(gain);
        for (var parent = 0; parent < n; parent++)
            for (var child = 0; child < n; child++) all[parent, child] = parent == child ? double.NegativeInfinity : gains[parent, child];
        for (var child = 0; child < n; child++) (all[n, child], all[child, n]) = (gains[child, child] - dear, double.NegativeInfinity);
        all[n, n] = double.NegativeInfinity;
        return [.. Arborescence(all, n + 1, n).Take(n).Select(parent => parent == n ? -1 : parent)];
    }

    // Child by child relative to its best, so that no weight overflows.
    private static (double[,] Weights, double[] Roots) Weights(double[,] scores, int n)
    {
        var (weights, roots) = (new double[n, n], new double[n]);
        for (var child = 0; child < n; child++)
        {
            var most = 0.0;
            for (var parent = 0; parent < n; parent++)
                if (parent != child) most = Math.Max(most, scores[parent, child]);
            roots[child] = Math.Exp(Math.Max(-300, -most));
            for (var parent = 0; parent < n; parent++)
                if (parent != child) weights[parent, child] = Math.Exp(Math.Max(-300, scores[parent, child] - most));
        }

        return (weights, roots);
    }

    private static double Chance(double value) => double.IsFinite(value) ? Math.Clamp(value, 0, 1) : 0;

    // Gauss and Jordan with the largest pivot.
    private static double[,] Inverse(double[,] matrix, int n)
    {
        var inverse = new double[n, n];
        for (var i = 0; i < n; i++) inverse[i, i] = 1;
        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
                if (Math.Abs(matrix[row, column]) > Math.Abs(matrix[pivot, column])) pivot = row;
            var divisor = matrix[pivot, column];
            if (divisor == 0) continue;
            for (var k = 0; k < n; k++)
            {
                (matrix[column, k], matrix[pivot, k]) = (matrix[pivot, k], matrix[column, k]);
                (inverse[column, k], inverse[pivot, k]) = (inverse[pivot, k], inverse[column, k]);
            }

            for (var k = 0; k < n; k++) (matrix[column, k], inverse[column, k]) = (matrix[column, k] / divisor, inverse[column, k] / divisor);
            for (var row = 0; row < n; row++)
            {
                var factor = matrix[row, column];
                if (row == column || factor == 0) continue;
                for (var k = 0; k < n; k++)
                {
                    matrix[row, k] -= factor * matrix[column, k];
                    inverse[row, k] -= factor * inverse[column, k];
                }
            }
        }

        return inverse;
    }

    private static int[] Arborescence(double[,] gains, int n, int root)
    {
        var parents = new int[n];
        for (var child = 0; child < n; child++)
        {
            parents[child] = -1;
            if (child == root) continue;
            for (var parent = 0; parent < n; parent++)
                if (parent != child && (parents[child] < 0 || gains[parent, child] > gains[parents[child], child])) parents[child] = parent;
        }

        return Cycle(parents, root) is { } cycle ? Contracted(gains, n, root, parents, cycle) : parents;
    }

    private static HashSet<int>? Cycle(int[] parents, int root)
    {
        var seen = new int[parents.Length];
        for (var start = 0; start < parents.Length; start++)
        {
            var node = start;
            while (node != root && seen[node] == 0)
            {
                seen[node] = start + 1;
                node = parents[node];
            }

            if (node == root || seen[node] != start + 1) continue;
            var cycle = new HashSet<int>();
            while (cycle.Add(node)) node = parents[node];
            return cycle;
        }

        return null;
    }

    // The cycle becomes one node; the edge into it says which of its own edges is dropped.
    private static int[] Contracted(double[,] gains, int n, int root, int[] parents, HashSet<int> cycle)
    {
        var outside = Enumerable.Range(0, n).Where(node => !cycle.Contains(node)).ToArray();
        var inside = cycle.Order().ToArray();
        var merged = outside.Length;
        var smaller = new double[merged + 1, merged + 1];
        var (into, outOf) = (new int[merged], new int[merged]);
        for (var i = 0; i < merged; i++)
        {
            for (var j = 0; j < merged; j++) smaller[i, j] = gains[outside[i], outside[j]];
            into[i] = inside.MaxBy(node => gains[outside[i], node] - gains[parents[node], node]);
            smaller[i, merged] = gains[outside[i], into[i]] - gains[parents[into[i]], into[i]];
            outOf[i] = inside.MaxBy(node => gains[node, outside[i]]);
            smaller[merged, i] = gains[outOf[i], outside[i]];
        }

        smaller[merged, merged] = double.NegativeInfinity;
        var tree = Arborescence(smaller, merged + 1, Array.IndexOf(outside, root));
        var result = parents.ToArray();
        for (var i = 0; i < merged; i++)
            if (outside[i] != root) result[outside[i]] = tree[i] == merged ? outOf[i] : outside[tree[i]];
        result[into[tree[merged]]] = outside[tree[merged]];
        return result;
    }
}
