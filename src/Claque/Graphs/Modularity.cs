namespace Claque.Graphs;

/// <summary>How much denser groups are inside than chance would make them.</summary>
public static class Modularity
{
    /// <summary>The modularity of a grouping.</summary>
    /// <param name="graph">n nodes, undirected, weighted.</param>
    /// <param name="groups">Length n: group of node i, from 0 to below n.</param>
    /// <param name="resolution">Above 0; higher asks for denser groups. 1 is plain modularity.</param>
    /// <returns>Share of weight inside groups minus what chance would put there; at most 1. 0 for a graph without edges.</returns>
    /// <exception cref="ArgumentException">Not one group for each node.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not a number above 0.</exception>
    /// <remarks>O(n + m). Newman and Girvan 2004, doi:10.1103/PhysRevE.69.026113, with the resolution of Reichardt and Bornholdt 2006.</remarks>
    public static double Of(Graph graph, ReadOnlySpan<int> groups, double resolution = 1)
    {
        if (groups.Length != graph.NodeCount)
            throw new ArgumentException($"{groups.Length} groups are given for {graph.NodeCount} nodes.", nameof(groups));
        RequireResolution(resolution);
        var strengths = new double[graph.NodeCount];
        double inside = 0, twice = 0;
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var neighbours = graph.NeighboursOf(node);
            var weights = graph.WeightsOf(node);
            for (var i = 0; i < neighbours.Length; i++)
            {
                strengths[groups[node]] += weights[i];
                twice += weights[i];
                if (groups[neighbours[i]] == groups[node]) inside += weights[i];
            }
        }

        return twice == 0 ? 0 : inside / twice - resolution * strengths.Sum(strength => strength / twice * (strength / twice));
    }

    internal static void RequireResolution(double resolution)
    {
        if (!(resolution > 0) || double.IsInfinity(resolution))
            throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "The resolution is a number above 0.");
    }
}
