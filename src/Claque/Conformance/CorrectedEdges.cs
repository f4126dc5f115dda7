using System.Collections.Immutable;

namespace Claque.Conformance;

/// <summary>An edge over the peer's pairs of shares with every contribution credited to the account that made it.</summary>
/// <param name="From">The account whose name is smaller, byte by byte.</param>
/// <param name="To">The other account.</param>
/// <param name="WeightPairs">Pairs of shares: the peer's weight.</param>
/// <param name="Objects">Distinct objects: Claque's weight.</param>
/// <param name="AvgTimeDelta">Mean time between the two shares, seconds.</param>
/// <param name="ContentFrom">Distinct posts of <paramref name="From"/>.</param>
/// <param name="ContentTo">Distinct posts of <paramref name="To"/>.</param>
public sealed record CorrectedEdge(
    int From, int To, int WeightPairs, int Objects, double AvgTimeDelta, int ContentFrom, int ContentTo)
{
    /// <summary>The smaller number of posts divided by the larger.</summary>
    public double Symmetry => (double)Math.Min(ContentFrom, ContentTo) / Math.Max(ContentFrom, ContentTo);
}

public static partial class CoorTweet
{
    /// <summary>The edges without B1 and B9: what the peer's network would say if posts stayed with their accounts.</summary>
    /// <param name="pairs">Pairs of shares.</param>
    /// <returns>By names of accounts, byte by byte.</returns>
    /// <remarks>It shows, edge by edge, where the peer and Claque differ. O(p log p) for p pairs.</remarks>
    public static ImmutableArray<CorrectedEdge> Corrected(SharePairs pairs) =>
    [
        .. ByAccounts(pairs, fastOnly: false).Select(edge => new CorrectedEdge(
            edge.From,
            edge.To,
            edge.Items.Length,
            CountDistinct(edge.Items, pair => pair.Object),
            edge.Items.Sum(pair => pair.TimeDeltaUs) / 1e6 / edge.Items.Length,
            CountDistinct(edge.Items, pair => pair.Account == edge.From ? pair.Content : pair.ContentY),
            CountDistinct(edge.Items, pair => pair.Account == edge.From ? pair.ContentY : pair.Content))),
    ];
}
