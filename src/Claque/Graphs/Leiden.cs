using Claque.Statistics;

namespace Claque.Graphs;

/// <summary>Finds groups of nodes that are denser inside than chance would make them, each of them connected.</summary>
/// <remarks>
/// <para>Traag, Waltman, van Eck 2019, "From Louvain to Leiden: guaranteeing well-connected communities",
/// doi:10.1038/s41598-019-41695-z, for modularity: quick local moving with a queue, refinement inside each group, aggregation of the
/// refined groups; repeated until a pass brings no gain.</para>
/// <para>Departures: in the refinement, where a node joins a group with probability proportional to exp(gain / θ), the gain is taken
/// in units of the mean edge weight, so that multiplying all weights by one number changes nothing; θ is the paper's 0.01.</para>
/// </remarks>
public static class Leiden
{
    /// <summary>Passes at most; each is run only if the one before brought a gain.</summary>
    private const int MaxPasses = 10;

    /// <summary>Groups nodes so that each group is connected and denser inside than chance.</summary>
    /// <param name="graph">n nodes, m edges, undirected, weighted.</param>
    /// <param name="resolution">Above 0; higher gives smaller groups. 1 is plain modularity.</param>
    /// <param name="seed">Seed of the order in which nodes are visited and of the refinement: same seed, same groups.</param>
    /// <param name="stop">Cancels between the steps of a pass.</param>
    /// <returns>Length n: group of node i, 0-based, numbered by first member. Nodes without edges are alone. Empty graph, empty array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not a number above 0.</exception>
    /// <remarks>O(m) a pass, memory O(n + m). Its modularity is never below that of every node alone.</remarks>
    public static int[] Groups(Graph graph, double resolution = 1, ulong seed = 0, CancellationToken stop = default)
    {
        Modularity.RequireResolution(resolution);
        var groups = new int[graph.NodeCount];
        for (var node = 0; node < groups.Length; node++) groups[node] = node;
        if (graph.EdgeCount == 0) return groups;

        var random = new Pcg32(seed);
        var ground = LeidenLevel.Of(graph, resolution);
        var quality = Modularity.Of(graph, groups, resolution);
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var better = Pass(ground, groups, random, stop);
            var gained = Modularity.Of(graph, better, resolution);
            if (gained <= quality + 1e-12) break;
            (groups, quality) = (better, gained);
        }

        return groups;
    }

    /// <summary>Moves, refines and aggregates, level upon level, until every group is one node of its level.</summary>
    private static int[] Pass(LeidenLevel ground, int[] start, Pcg32 random, CancellationToken stop)
    {
        var level = ground;
        var groups = (int[])start.Clone();
        var nodeOf = new int[start.Length];
        for (var node = 0; node < nodeOf.Length; node++) nodeOf[node] = node;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            level.Move(groups, random);
            var count = Renumber(groups);
            if (count == level.NodeCount) break;

            var refined = level.Refine(groups, count, random);
            var refinedCount = Renumber(refined);
            if (refinedCount == level.NodeCount)
            {
                // Nothing could be merged, so no smaller level follows; connected parts are at least as good and keep the promise.
                groups = Components.Within(level.Graph, groups);
                break;
            }

            var above = new int[refinedCount];
            for (var node = 0; node < refined.Length; node++) above[refined[node]] = groups[node];
            for (var i = 0; i < nodeOf.Length; i++) nodeOf[i] = refined[nodeOf[i]];
            (level, groups) = (level.Aggregate(refined, refinedCount), above);
        }

        var flat = Array.ConvertAll(nodeOf, node => groups[node]);
        Renumber(flat);
        return flat;
    }

    /// <summary>Numbers the groups by first member, from 0, and returns how many there are. Groups are from 0 to below n.</summary>
    private static int Renumber(int[] groups)
    {
        var numbers = new int[groups.Length];
        var count = 0;
        for (var node = 0; node < groups.Length; node++)
        {
            ref var number = ref numbers[groups[node]];
            if (number == 0) number = ++count;
            groups[node] = number - 1;
        }

        return count;
    }
}
