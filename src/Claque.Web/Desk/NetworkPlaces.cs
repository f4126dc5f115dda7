using Claque.Cases;
using Claque.Graphs;

namespace Claque.Web;

/// <summary>
/// Places of the accounts of a run in the picture of its network: one layout for all its pairs and one for those that stand at an
/// error rate, so that nothing jumps when another filter is set.
/// </summary>
internal static class NetworkPlaces
{
    private const int MostStanding = 1500;

    /// <summary>Lays out all pairs at their widest windows; behaviours add up, and pairs that stand at an error rate pull more.</summary>
    public static IReadOnlyList<AccountPlace> Of(RunModel model, CancellationToken stop = default) => Of(model, [.. model.Pairs], stop);

    /// <summary>
    /// Lays out the pairs that stand by themselves: among all the others they would lie in a few tight heaps. Null when there are none,
    /// or so many that it takes too long for a page.
    /// </summary>
    public static IReadOnlyList<AccountPlace>? OfStanding(RunModel model)
    {
        List<StoredPair> standing = [.. model.Pairs.Where(Stands)];
        return standing.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Count() is > 0 and <= MostStanding ? Of(model, standing, CancellationToken.None) : null;
    }

    private static List<AccountPlace> Of(RunModel model, IReadOnlyList<StoredPair> pairs, CancellationToken stop)
    {
        int[] accounts = [.. pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Order()];
        var nodeOf = accounts.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        Edge[] edges = [.. pairs.Where(pair => model.Widest[pair.Layer]).Select(pair => new Edge(nodeOf[pair.A], nodeOf[pair.B], pair.Weight * (Stands(pair) ? 4 : 1)))];
        var (x, y) = (new float[accounts.Length], new float[accounts.Length]);
        ForceLayout.Place(Graph.Of(accounts.Length, edges), new LayoutOptions(), x, y, stop);
        return [.. accounts.Select((account, i) => new AccountPlace(account, x[i], y[i]))];
    }

    private static bool Stands(StoredPair pair) => pair.Tier is "named" or "weak";
}
