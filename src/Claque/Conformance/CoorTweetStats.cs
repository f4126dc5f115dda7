using System.Collections.Immutable;

namespace Claque.Conformance;

/// <summary>Which edges the statistics of CooRTweet look at.</summary>
public enum CoorTweetThreshold
{
    /// <summary>All edges of the network given.</summary>
    None,

    /// <summary>Edges over the threshold of the whole network.</summary>
    Full,

    /// <summary>Edges over the threshold of the faster network; without one, all edges, as in the peer.</summary>
    Fast,
}

/// <summary>What CooRTweet says of an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="AvgTimeDelta">Mean over its edges of their mean time between shares, seconds; equal edges count once (B3).</param>
/// <param name="AvgSymmetry">Mean over its edges of their symmetry; equal edges count once (B3).</param>
/// <param name="FastAvgTimeDelta">The same in the faster network; null when it has no edge there.</param>
/// <param name="FastAvgSymmetry">The same in the faster network; null when it has no edge there.</param>
/// <param name="UniqueShares">Its distinct posts in the table of pairs, whatever the threshold (B3).</param>
public sealed record CoorTweetAccount(
    int Account, double AvgTimeDelta, double AvgSymmetry, double? FastAvgTimeDelta, double? FastAvgSymmetry, int UniqueShares);

/// <summary>How many accounts CooRTweet counts on an object.</summary>
/// <param name="Object">Id of the object; a piece of one when it holds a comma (B2).</param>
/// <param name="Accounts">Accounts that stand first in an edge with this object (B2).</param>
public sealed record CoorTweetObject(string Object, int Accounts);

public static partial class CoorTweet
{
    /// <summary>A line for each account of the network, as <c>account_stats</c> gives them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="pairs">The pairs it was made from.</param>
    /// <param name="threshold">Edges to look at. The peer's documented default stops with an error (B4), so there is none here.</param>
    /// <returns>By name of account, byte by byte.</returns>
    public static ImmutableArray<CoorTweetAccount> AccountStats(CoorTweetNetwork network, SharePairs pairs, CoorTweetThreshold threshold)
    {
        var shares = UniqueShares(pairs, fastOnly: threshold == CoorTweetThreshold.Fast && network.HasFast);
        var rank = ByteOrder.Ranks(network.Names.Accounts);
        return
        [
            .. Within(network, threshold)
                .SelectMany(edge => new[] { (Account: edge.From, Line: Line(edge)), (Account: edge.To, Line: Line(edge)) })
                .Distinct()
                .GroupBy(entry => entry.Account, entry => entry.Line)
                .Where(account => shares.ContainsKey(account.Key))
                .OrderBy(account => rank[account.Key])
                .Select(account => new CoorTweetAccount(
                    account.Key,
                    account.Average(line => line.Delta),
                    account.Average(line => line.Symmetry),
                    account.Average(line => line.FastDelta),
                    account.Average(line => line.FastSymmetry),
                    shares[account.Key])),
        ];

        static (double Delta, double Symmetry, double? FastDelta, double? FastSymmetry) Line(CoorTweetEdge edge) =>
            (edge.Full.AvgTimeDelta, edge.Full.Symmetry, edge.Fast?.AvgTimeDelta, edge.Fast?.Symmetry);
    }

    /// <summary>How many accounts share each object, as <c>group_stats</c> gives it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="threshold">Edges to look at; <see cref="CoorTweetThreshold.Fast"/> counts the objects of the faster network.</param>
    /// <returns>Most accounts first, equals by first appearance.</returns>
    public static ImmutableArray<CoorTweetObject> GroupStats(CoorTweetNetwork network, CoorTweetThreshold threshold)
    {
        var fast = threshold == CoorTweetThreshold.Fast && network.HasFast;
        return
        [
            .. Within(network, threshold)
                .SelectMany(edge => Pieces(fast ? edge.Fast!.Value.Objects : edge.Full.Objects).Select(piece => (Piece: piece, edge.From)))
                .Distinct()
                .GroupBy(entry => entry.Piece, StringComparer.Ordinal)
                .Select(piece => new CoorTweetObject(piece.Key, piece.Count()))
                .OrderByDescending(piece => piece.Accounts),
        ];

        // The peer joins the ids of an edge with commas and splits them again; R's strsplit gives no empty piece at the end.
        IEnumerable<string> Pieces(ImmutableArray<int> objects)
        {
            var pieces = string.Join(',', objects.Select(id => network.Names.Objects[id])).Split(',');
            return pieces[^1].Length == 0 ? pieces[..^1] : pieces;
        }
    }

    private static IEnumerable<CoorTweetEdge> Within(CoorTweetNetwork network, CoorTweetThreshold threshold) => threshold switch
    {
        CoorTweetThreshold.None => network.Edges,
        CoorTweetThreshold.Full => network.Edges.Where(edge => edge.Full.OverThreshold),
        CoorTweetThreshold.Fast when !network.HasFast => network.Edges,
        CoorTweetThreshold.Fast => network.Edges.Where(edge => edge.Fast is { OverThreshold: true }),
        _ => throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "Not a known threshold."),
    };

    private static Dictionary<int, int> UniqueShares(SharePairs pairs, bool fastOnly)
    {
        var posts = new HashSet<(int Account, int Content)>();
        for (var i = 0; i < pairs.Count; i++)
        {
            if (fastOnly && !pairs.Fast[i]) continue;
            var pair = pairs.Items[i];
            posts.Add((pair.Account, pair.Content));
            posts.Add((pair.AccountY, pair.ContentY));
        }

        return posts.GroupBy(post => post.Account).ToDictionary(account => account.Key, account => account.Count());
    }
}
