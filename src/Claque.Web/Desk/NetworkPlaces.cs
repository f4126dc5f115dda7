using Claque.Cases;
using Claque.Graphs;

namespace Claque.Web;

/// <summary>Places of the accounts of a run in the picture of its network: one layout for all filters, so that nothing jumps.</summary>
internal static class NetworkPlaces
{
    /// <summary>Lays out all pairs at their widest windows; behaviours add up, and pairs that stand at an error rate pull more.</summary>
    public static IReadOnlyList<AccountPlace> Of(RunModel model)
    {
        int[] accounts = [.. model.Pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Order()];
        var nodeOf = accounts.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        Edge[] edges = [.. model.Pairs.Where(pair => model.Widest[pair.Layer]).Select(pair => new Edge(nodeOf[pair.A], nodeOf[pair.B], pair.Weight * (Stands(pair) ? 4 : 1)))];
        var (x, y) = (new float[accounts.Length], new float[accounts.Length]);
        ForceLayout.Place(Graph.Of(accounts.Length, edges), new LayoutOptions(), x, y);
        return [.. accounts.Select((account, i) => new AccountPlace(account, x[i], y[i]))];
    }

    private static bool Stands(StoredPair pair) => pair.Tier is "named" or "weak";
}
