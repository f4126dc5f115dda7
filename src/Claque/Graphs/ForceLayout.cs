using Claque.Statistics;

namespace Claque.Graphs;

/// <summary>Places the nodes of a graph in the plane so that tied nodes lie together and parts that have nothing to do with each other lie apart.</summary>
/// <remarks>
/// Each connected part is laid out by itself (Fruchterman, Reingold 1991, doi:10.1002/spe.4380211102: every two nodes repel, tied
/// ones attract, steps shrink), with repulsion added up by <see cref="ForceTree"/>; the parts are then packed as discs around the
/// middle, largest first. Departure: an attraction grows with the logarithm of the weight, so that one very heavy edge does not
/// press its nodes into one point. O(steps (n log n + m)), memory O(n + m).
/// </remarks>
public static class ForceLayout
{
    private const int ParallelFrom = 4000;
    private const double GoldenAngle = 2.399963229728653;

    /// <summary>Places the nodes.</summary>
    /// <param name="graph">n nodes, weighted edges.</param>
    /// <param name="options">Seed and steps.</param>
    /// <param name="x">Takes n coordinates from -1 to 1.</param>
    /// <param name="y">Takes n coordinates from -1 to 1.</param>
    /// <param name="stop">Stops the work between steps.</param>
    /// <exception cref="ArgumentException">A span is not as long as the graph has nodes.</exception>
    /// <remarks>Same graph and options: same places, at any number of threads. An empty graph places nothing; a single node lies in the middle.</remarks>
    public static void Place(Graph graph, LayoutOptions options, Span<float> x, Span<float> y, CancellationToken stop = default)
    {
        if (x.Length != graph.NodeCount || y.Length != graph.NodeCount)
            throw new ArgumentException($"The graph has {graph.NodeCount} nodes, the spans have {x.Length} and {y.Length} places.");
        var parts = Parts(graph);
        var placed = new List<PlacedPart>(parts.Count);
        foreach (var nodes in parts) placed.Add(PlacePart(graph, nodes, options, stop));
        DiscPacking.Pack(placed);
        Write(placed, x, y);
    }

    /// <summary>The connected parts, largest first, then by their first node; nodes of a part in breadth-first order from its strongest.</summary>
    private static List<int[]> Parts(Graph graph)
    {
        var partOf = Components.Of(graph);
        return
        [
            .. Enumerable.Range(0, graph.NodeCount).GroupBy(node => partOf[node]).Select(part => (Nodes: part.ToArray(), First: part.Min()))
                .OrderByDescending(part => part.Nodes.Length).ThenBy(part => part.First).Select(part => BreadthFirst(graph, part.Nodes)),
        ];
    }

    private static int[] BreadthFirst(Graph graph, int[] nodes)
    {
        if (nodes.Length <= 2) return nodes;
        var start = nodes.MaxBy(node => (graph.NeighboursOf(node).Length, -node));
        var (order, seen) = (new List<int>(nodes.Length) { start }, new HashSet<int>(nodes.Length) { start });
        for (var i = 0; i < order.Count; i++)
            foreach (var neighbour in graph.NeighboursOf(order[i]))
                if (seen.Add(neighbour)) order.Add(neighbour);
        return [.. order];
    }

    private static PlacedPart PlacePart(Graph graph, int[] nodes, LayoutOptions options, CancellationToken stop)
    {
        var n = nodes.Length;
        if (n == 1) return new PlacedPart(nodes, [0], [0]);
        if (n == 2) return new PlacedPart(nodes, [-0.5, 0.5], [0, 0]);
        var (x, y) = FirstPlaces(n, options.Seed + (ulong)nodes[0]);
        var (starts, ends, pulls) = Edges(graph, nodes);
        var (moveX, moveY) = (new double[n], new double[n]);
        var tree = new ForceTree();
        var steps = options.Steps ?? Math.Clamp((int)(300 / Math.Pow(n / 1000.0, 0.55)), 30, 300);
        var hottest = Math.Sqrt(n) * 0.3;
        for (var step = 0; step < steps; step++)
        {
            stop.ThrowIfCancellationRequested();
            tree.Build(x, y);
            if (n < ParallelFrom) Forces(0, n);
            else Parallel.For(0, (n + 1023) / 1024, block => Forces(1024 * block, Math.Min(n, 1024 * (block + 1))));
            var heat = hottest * Math.Pow(1 - ((double)step / steps), 1.5);
            for (var i = 0; i < n; i++)
            {
                var length = Math.Sqrt((moveX[i] * moveX[i]) + (moveY[i] * moveY[i]));
                if (length < 1e-12) continue;
                var reach = Math.Min(length, heat) / length;
                (x[i], y[i]) = (x[i] + (moveX[i] * reach), y[i] + (moveY[i] * reach));
            }
        }

        return new PlacedPart(nodes, x, y).Centred();

        void Forces(int from, int to)
        {
            Span<int> stack = stackalloc int[ForceTree.StackSize];
            for (var i = from; i < to; i++)
            {
                var (fx, fy) = tree.Repulsion(x[i], y[i], options.Theta, stack);
                for (var edge = starts[i]; edge < starts[i + 1]; edge++)
                {
                    var (dx, dy) = (x[ends[edge]] - x[i], y[ends[edge]] - y[i]);
                    var pull = pulls[edge] * Math.Sqrt((dx * dx) + (dy * dy));
                    (fx, fy) = (fx + (dx * pull), fy + (dy * pull));
                }

                (moveX[i], moveY[i]) = (fx, fy);
            }
        }
    }

    /// <summary>Places on a spiral like that of a sunflower, in breadth-first order, a little shaken so that nothing lies on a line.</summary>
    private static (double[] X, double[] Y) FirstPlaces(int n, ulong seed)
    {
        var random = new Pcg32(seed);
        var (x, y) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var (radius, angle) = (Math.Sqrt(i + 0.5), i * GoldenAngle);
            x[i] = (radius * Math.Cos(angle)) + (0.1 * (random.NextDouble() - 0.5));
            y[i] = (radius * Math.Sin(angle)) + (0.1 * (random.NextDouble() - 0.5));
        }

        return (x, y);
    }

    /// <summary>The edges of a part by its own numbers, as compressed rows; the pull of an edge is 1 + log2 of its weight over the lightest, bounded.</summary>
    private static (int[] Starts, int[] Ends, double[] Pulls) Edges(Graph graph, int[] nodes)
    {
        var placeOf = new Dictionary<int, int>(nodes.Length);
        for (var i = 0; i < nodes.Length; i++) placeOf.Add(nodes[i], i);
        var starts = new int[nodes.Length + 1];
        for (var i = 0; i < nodes.Length; i++) starts[i + 1] = starts[i] + graph.NeighboursOf(nodes[i]).Length;
        var (ends, pulls) = (new int[starts[^1]], new double[starts[^1]]);
        var lightest = double.MaxValue;
        foreach (var node in nodes)
            foreach (var weight in graph.WeightsOf(node)) lightest = Math.Min(lightest, weight);
        for (var i = 0; i < nodes.Length; i++)
        {
            var neighbours = graph.NeighboursOf(nodes[i]);
            var weights = graph.WeightsOf(nodes[i]);
            for (var j = 0; j < neighbours.Length; j++)
                (ends[starts[i] + j], pulls[starts[i] + j]) = (placeOf[neighbours[j]], 1 + Math.Min(3, Math.Log2(weights[j] / lightest) / 2));
        }

        return (starts, ends, pulls);
    }

    private static void Write(List<PlacedPart> parts, Span<float> x, Span<float> y)
    {
        var reach = parts.SelectMany(part => part.X.Concat(part.Y)).Select(Math.Abs).DefaultIfEmpty(1).Max();
        var scale = reach > 0 ? 1 / reach : 1;
        foreach (var part in parts)
            for (var i = 0; i < part.Nodes.Length; i++)
                (x[part.Nodes[i]], y[part.Nodes[i]]) = ((float)(part.X[i] * scale), (float)(part.Y[i] * scale));
    }
}
