using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Claque.Conformance;

/// <summary>Which part of a network CooRTweet keeps.</summary>
public enum CoorTweetSubgraph
{
    /// <summary>All edges.</summary>
    Whole = 0,

    /// <summary>Edges over the threshold.</summary>
    OverThreshold = 1,

    /// <summary>Edges of the faster network over its own threshold.</summary>
    FastOverThreshold = 2,

    /// <summary>Accounts of edges of the faster network over its threshold, their neighbours, and all edges among these.</summary>
    AroundFast = 3,
}

/// <summary>What CooRTweet says of an edge, in the whole network or in the faster one.</summary>
/// <param name="Weight">Pairs of shares (B9).</param>
/// <param name="AvgTimeDelta">Mean time between the two shares, seconds.</param>
/// <param name="ContentIds">Distinct older posts, of whichever account (B1).</param>
/// <param name="ContentIdsY">Distinct newer posts, of whichever account (B1).</param>
/// <param name="Symmetry">The smaller of the two divided by the larger (B1).</param>
/// <param name="Objects">The distinct objects, by first appearance.</param>
/// <param name="OverThreshold">True when the weight is strictly over the quantile asked for.</param>
public readonly record struct EdgeMeasures(
    int Weight, double AvgTimeDelta, int ContentIds, int ContentIdsY, double Symmetry, ImmutableArray<int> Objects, bool OverThreshold);

/// <summary>An edge of a CooRTweet network.</summary>
/// <param name="From">The account that igraph numbers first, which follows the order of the pairs and says nothing of who acted first.</param>
/// <param name="To">The other account.</param>
/// <param name="Full">Measures in the whole network.</param>
/// <param name="Fast">Measures in the faster network; null when the edge is not in it or there is none.</param>
public sealed record CoorTweetEdge(int From, int To, EdgeMeasures Full, EdgeMeasures? Fast);

/// <summary>A network as CooRTweet makes it.</summary>
/// <param name="Names">The names behind the ids.</param>
/// <param name="Edges">The edges by the names of their accounts, byte by byte.</param>
/// <param name="HasFast">True when it carries a faster network too.</param>
public sealed record CoorTweetNetwork(Shares Names, ImmutableArray<CoorTweetEdge> Edges, bool HasFast)
{
    /// <summary>Number of accounts with an edge.</summary>
    public int AccountCount => Edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Count();
}

public static partial class CoorTweet
{
    /// <summary>The network of accounts, as <c>generate_coordinated_network</c> gives it.</summary>
    /// <param name="pairs">Pairs of shares; when they carry a narrower window the network has a faster part (<c>fast_net</c>).</param>
    /// <param name="edgeWeight">
    /// Quantile of the weights, 0 to 1, that an edge must exceed to be over the threshold. The peer's default is 0.5. As it is
    /// relative, it drops half of a clean campaign, and all of one whose edges weigh the same.
    /// </param>
    /// <param name="subgraph">The part to keep. Thresholds are those of the whole network.</param>
    /// <exception cref="ArgumentOutOfRangeException">A quantile outside 0 to 1.</exception>
    /// <exception cref="ArgumentException">A subgraph of the faster network, but the pairs carry no narrower window.</exception>
    /// <remarks>O(p log p) for p pairs. With a faster network, <see cref="CoorTweetSubgraph.OverThreshold"/> uses the threshold of the whole.</remarks>
    public static CoorTweetNetwork Network(SharePairs pairs, double edgeWeight = 0.5, CoorTweetSubgraph subgraph = CoorTweetSubgraph.Whole)
    {
        if (!(edgeWeight is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(edgeWeight), edgeWeight, "The edge weight is a quantile from 0 to 1.");
        if (subgraph >= CoorTweetSubgraph.FastOverThreshold && !pairs.HasFast)
            throw new ArgumentException("This subgraph needs a faster network: call FlagSpeedShare on the pairs first.", nameof(subgraph));

        var full = Edges(pairs, fastOnly: false);
        var fast = pairs.HasFast ? Edges(pairs, fastOnly: true) : [];
        var rank = ByteOrder.Ranks(pairs.Names.Accounts);
        var fullLimit = Quantile([.. full.Select(edge => edge.Full.Weight)], edgeWeight);
        var fastLimit = Quantile([.. fast.Select(edge => edge.Full.Weight)], edgeWeight);
        var fastOf = fast.ToDictionary(edge => (edge.From, edge.To), edge => Marked(edge.Full, fastLimit));
        var edges = full.Select(edge => edge with
        {
            Full = Marked(edge.Full, fullLimit),
            Fast = fastOf.TryGetValue((edge.From, edge.To), out var measures) ? measures : null,
        });
        ImmutableArray<CoorTweetEdge> turned =
            [.. Turned([.. edges], pairs.Names).OrderBy(edge => rank[edge.From]).ThenBy(edge => rank[edge.To])];
        return new CoorTweetNetwork(pairs.Names, Subgraph(turned, subgraph), pairs.HasFast);

        static EdgeMeasures Marked(EdgeMeasures measures, double limit) => measures with { OverThreshold = measures.Weight > limit };
    }

    /// <summary>The quantile of R's type 7: linear between order statistics. 0 for no values.</summary>
    internal static double Quantile(int[] values, double p)
    {
        if (values.Length == 0) return 0;
        Array.Sort(values);
        var place = (values.Length - 1) * p;
        var low = (int)Math.Floor(place);
        var high = Math.Min(low + 1, values.Length - 1);
        var share = place - low;
        return values[low] == values[high] ? values[low] : (1 - share) * values[low] + share * values[high];
    }

    /// <summary>
    /// The edges turned as igraph lists them: it numbers the accounts of the first column by first appearance, then those that only
    /// the second column has, and puts the smaller number first.
    /// </summary>
    private static IEnumerable<CoorTweetEdge> Turned(CoorTweetEdge[] edges, Shares names)
    {
        var numbers = new int[names.Accounts.Count];
        var used = 0;
        foreach (var account in edges.Select(edge => edge.From).Concat(edges.Select(edge => edge.To)))
            if (numbers[account] == 0) numbers[account] = ++used;
        return edges.Select(edge => numbers[edge.From] < numbers[edge.To] ? edge : edge with { From = edge.To, To = edge.From });
    }

    private static ImmutableArray<CoorTweetEdge> Subgraph(ImmutableArray<CoorTweetEdge> edges, CoorTweetSubgraph subgraph)
    {
        switch (subgraph)
        {
            case CoorTweetSubgraph.Whole: return edges;
            case CoorTweetSubgraph.OverThreshold: return [.. edges.Where(edge => edge.Full.OverThreshold)];
            case CoorTweetSubgraph.FastOverThreshold: return [.. edges.Where(edge => edge.Fast is { OverThreshold: true })];
            case CoorTweetSubgraph.AroundFast:
                var fast = edges.Where(edge => edge.Fast is { OverThreshold: true }).SelectMany(Ends).ToHashSet();
                var around = edges.Where(edge => Ends(edge).Any(fast.Contains)).SelectMany(Ends).ToHashSet();
                return [.. edges.Where(edge => Ends(edge).All(around.Contains))];
            default: throw new ArgumentOutOfRangeException(nameof(subgraph), subgraph, "Not a known subgraph.");
        }

        static int[] Ends(CoorTweetEdge edge) => [edge.From, edge.To];
    }

    /// <summary>
    /// Pairs of shares put together by pair of accounts, the smaller name first, in order of first appearance, with the measures of
    /// the peer in <see cref="CoorTweetEdge.Full"/>.
    /// </summary>
    private static List<CoorTweetEdge> Edges(SharePairs pairs, bool fastOnly)
    {
        var edges = new List<CoorTweetEdge>();
        foreach (var (from, to, items, _) in ByAccounts(pairs, fastOnly).OrderBy(edge => edge.Start))
        {
            var older = CountDistinct(items, pair => pair.Content);
            var newer = CountDistinct(items, pair => pair.ContentY);
            long sumUs = 0;
            foreach (var pair in items) sumUs += pair.TimeDeltaUs;
            var symmetry = (double)Math.Min(older, newer) / Math.Max(older, newer);
            var objects = items.Select(pair => pair.Object).Distinct().ToImmutableArray();
            edges.Add(new CoorTweetEdge(from, to, new EdgeMeasures(items.Length, sumUs / 1e6 / items.Length, older, newer, symmetry, objects, false), null));
        }

        return edges;
    }

    /// <summary>The pairs of shares of each two accounts in their order in the table, and the place of the first; accounts byte by byte.</summary>
    private static IEnumerable<(int From, int To, SharePair[] Items, int Start)> ByAccounts(SharePairs pairs, bool fastOnly)
    {
        var rank = ByteOrder.Ranks(pairs.Names.Accounts);
        var order = new List<(long Key, int Index)>(pairs.Count);
        for (var i = 0; i < pairs.Count; i++)
        {
            if (fastOnly && !pairs.Fast[i]) continue;
            var (a, b) = (rank[pairs.Items[i].Account], rank[pairs.Items[i].AccountY]);
            order.Add((((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b), i));
        }

        CollectionsMarshal.AsSpan(order).Sort();
        for (int start = 0, end; start < order.Count; start = end)
        {
            for (end = start; end < order.Count && order[end].Key == order[start].Key; end++) { }
            var items = new SharePair[end - start];
            for (var i = start; i < end; i++) items[i - start] = pairs.Items[order[i].Index];
            var (x, y) = (items[0].Account, items[0].AccountY);
            yield return rank[x] < rank[y] ? (x, y, items, order[start].Index) : (y, x, items, order[start].Index);
        }
    }

    private static int CountDistinct(SharePair[] items, Func<SharePair, int> value) =>
        items.Length == 1 ? 1 : items.Select(value).Distinct().Count();
}
