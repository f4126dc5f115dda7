namespace Claque.Graphs;

/// <summary>The parts of a graph that hang together.</summary>
public static class Components
{
    /// <summary>Groups nodes so that two are in one group exactly when a path joins them.</summary>
    /// <returns>Length n: group of node i, 0-based, numbered by first member. Empty graph, empty array.</returns>
    /// <remarks>O(n + m), memory O(n).</remarks>
    public static int[] Of(Graph graph) => Within(graph, new int[graph.NodeCount]);

    /// <summary>Splits each given group into the parts that hang together by edges inside the group.</summary>
    /// <param name="graph">n nodes.</param>
    /// <param name="groups">Length n: group of node i.</param>
    /// <returns>Length n: part of node i, 0-based, numbered by first member.</returns>
    /// <exception cref="ArgumentException">Not one group for each node.</exception>
    /// <remarks>O(n + m), memory O(n).</remarks>
    public static int[] Within(Graph graph, ReadOnlySpan<int> groups)
    {
        if (groups.Length != graph.NodeCount)
            throw new ArgumentException($"{groups.Length} groups are given for {graph.NodeCount} nodes.", nameof(groups));
        var parts = new int[graph.NodeCount];
        Array.Fill(parts, -1);
        var waiting = new Stack<int>();
        var count = 0;
        for (var first = 0; first < parts.Length; first++)
        {
            if (parts[first] >= 0) continue;
            parts[first] = count;
            waiting.Push(first);
            while (waiting.TryPop(out var node))
            {
                foreach (var other in graph.NeighboursOf(node))
                {
                    if (parts[other] >= 0 || groups[other] != groups[node]) continue;
                    parts[other] = count;
                    waiting.Push(other);
                }
            }

            count++;
        }

        return parts;
    }
}
