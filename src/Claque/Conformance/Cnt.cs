using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Claque.Conformance;

/// <summary>A directed edge of the Coordination Network Toolkit.</summary>
/// <param name="Source">The account whose messages are counted.</param>
/// <param name="Target">The account that they meet.</param>
/// <param name="Weight">Distinct messages of the source with at least one of the target on the same object within the window.</param>
public readonly record struct CntEdge(int Source, int Target, int Weight);

/// <summary>The networks of the Coordination Network Toolkit: directed, a message of the source counts once for each target.</summary>
/// <remarks>
/// <para>Peer: coordination-network-toolkit (commit daa0e11, 2022), QUT Digital Observatory,
/// https://github.com/QUT-Digital-Observatory/coordination-network-toolkit. It is here so that published studies can be repeated.</para>
/// <para>What to know of the peer: the two directions of a pair can differ and each is filtered alone, so one may survive without the
/// other; C1, links of messages without a link match each other when they come from CSV; C4, its command line takes a window of 1 s
/// unless told otherwise, its manual says 60 s; C6, links are compared as they are written. C2, C3, C5 and C7 concern its text
/// preparation, its reader and its processes and have no counterpart here.</para>
/// <para>Departures: edges of an account to itself, which the peer stores and hides on export, are not made.</para>
/// </remarks>
public static class Cnt
{
    /// <summary>The co-retweet network; with other objects in place of reposted ids also co-reply and co-tweet.</summary>
    /// <param name="shares">A message a row. Where a message id comes again the first row wins, even if that has no object.</param>
    /// <param name="window">Widest gap, inclusive. The peer's command line takes 1 s, its manual says 60 s (C4).</param>
    /// <param name="minEdgeWeight">Least weight, for each direction alone; 1 or more. The peer's command line takes 2.</param>
    /// <param name="stop">Cancels between accounts.</param>
    /// <returns>By names of source and target, byte by byte.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A window below 0, a weight below 1.</exception>
    /// <remarks>O(n log n + pairs in the window).</remarks>
    public static ImmutableArray<CntEdge> CoRetweet(
        Shares shares, TimeSpan window, int minEdgeWeight = 1, CancellationToken stop = default)
    {
        var known = new bool[shares.Contents.Count];
        var rows = new List<int>(shares.Count);
        for (var row = 0; row < shares.Count; row++)
        {
            ref var seen = ref known[shares.Content[row]];
            if (!seen) rows.Add(row);
            seen = true;
        }

        return Edges(shares, ObjectTimelines.Of(shares, CollectionsMarshal.AsSpan(rows)), window, minEdgeWeight, stop);
    }

    /// <summary>The co-link network: a message may stand in several rows, one for each of its links.</summary>
    /// <param name="shares">A message and a link a row. Where both come again the first row wins.</param>
    /// <param name="window">Widest gap, inclusive.</param>
    /// <param name="minEdgeWeight">Least weight, for each direction alone; 1 or more.</param>
    /// <param name="missingLinksMatch">True repeats C1: messages without a link all share the empty one, as with the peer's CSV files.</param>
    /// <param name="stop">Cancels between accounts.</param>
    /// <returns>By names of source and target, byte by byte.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A window below 0, a weight below 1.</exception>
    /// <remarks>O(n log n + pairs in the window).</remarks>
    public static ImmutableArray<CntEdge> CoLink(
        Shares shares, TimeSpan window, int minEdgeWeight = 1, bool missingLinksMatch = false, CancellationToken stop = default)
    {
        var known = new HashSet<(int Content, int Object)>();
        var rows = new List<int>(shares.Count);
        for (var row = 0; row < shares.Count; row++)
            if (known.Add((shares.Content[row], shares.Object[row]))) rows.Add(row);
        var timelines = ObjectTimelines.Of(shares, CollectionsMarshal.AsSpan(rows), missingLinksMatch);
        return Edges(shares, timelines, window, minEdgeWeight, stop);
    }

    private static ImmutableArray<CntEdge> Edges(
        Shares shares, ObjectTimelines timelines, TimeSpan window, int minEdgeWeight, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(minEdgeWeight, 1);
        var edges = new List<CntEdge>();
        new AccountSweep(shares, timelines, window).Run(
            oncePerPost: true,
            minEdgeWeight,
            (source, target, weight) =>
            {
                if (weight >= minEdgeWeight) edges.Add(new CntEdge(source, target, weight));
            },
            stop);
        var rank = ByteOrder.Ranks(shares.Accounts);
        edges.Sort((x, y) => x.Source != y.Source
            ? rank[x.Source].CompareTo(rank[y.Source])
            : rank[x.Target].CompareTo(rank[y.Target]));
        return [.. edges];
    }
}
