using Claque.Conformance;
using Claque.Tests.Shared;

namespace Claque.Tests.Conformance;

public sealed class CntAndAfpOnRealDataTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly Lazy<Shares> Russian = new(PeerFiles.Russian);

    [DataFact("golden")]
    public void The_co_retweet_network_is_that_of_the_toolkit() => CntLines(1).ShouldEqualLines(CntLines("golden/cnt_coretweet_w60_min1.csv.gz"));

    [DataFact("golden")]
    public void The_co_retweet_network_from_weight_two_is_that_of_the_toolkit() =>
        CntLines(2).ShouldEqualLines(CntLines("golden/cnt_coretweet_w60_min2.csv.gz"));

    [DataFact("golden")]
    public void Pairs_and_doubled_counts_are_those_of_the_browser_extension() =>
        Afp.Pairs(Russian.Value, Minute, 2)
            .Select(pair => ($"{Russian.Value.Accounts[pair.A]}-{Russian.Value.Accounts[pair.B]}", new double?[] { pair.Count }))
            .ShouldEqualLines(PeerFiles.Rows("golden/afp_pairs_w60_min2.csv.gz")
                .Select(row => (row["pair"], new[] { PeerFiles.Number(row["count"]) })));

    private static IEnumerable<(string, double?[])> CntLines(int minEdgeWeight) => Cnt.CoRetweet(Russian.Value, Minute, minEdgeWeight)
        .Select(edge => ($"{Russian.Value.Accounts[edge.Source]} {Russian.Value.Accounts[edge.Target]}", new double?[] { edge.Weight }));

    private static IEnumerable<(string, double?[])> CntLines(string path) => PeerFiles.Rows(path)
        .Select(row => ($"{row["source"]} {row["target"]}", new[] { PeerFiles.Number(row["weight"]) }));
}
