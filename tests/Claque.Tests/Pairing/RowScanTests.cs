using Claque.Pairing;
using Claque.Statistics;

namespace Claque.Tests.Pairing;

public sealed class RowScanTests
{
    [Fact]
    public void Looking_at_many_acts_in_one_go_finds_what_looking_at_one_finds()
    {
        var way = RowScan.Widest;
        var random = new Pcg32(7);
        var (ranks, previous) = (new int[400 + RowScan.Padding], new int[400 + RowScan.Padding]);
        for (var act = 0; act < ranks.Length; act++) (ranks[act], previous[act]) = (random.Next(60), random.Next(3) == 0 ? random.Next(act + 1) - 1 : -1);
        for (var trial = 0; trial < 2_000; trial++)
        {
            var from = random.Next(400);
            var run = (from, from + random.Next(401 - from));
            var (row, segmentFrom) = (random.Next(62), random.Next(from + 1));

            var fresh = from + random.Next(3) * random.Next(run.Item2 - from + 1) / 2;

            Partners(RowScan.Lanes.One).ShouldBe(Below(act => act >= fresh && previous[act] < segmentFrom));
            Again(RowScan.Lanes.One).ShouldBe(Below(act => act < fresh || previous[act] >= segmentFrom));
            Partners(way).ShouldBe(Partners(RowScan.Lanes.One));
            Again(way).ShouldBe(Again(RowScan.Lanes.One));
            Acts(RowScan.Lanes.One).ShouldBe(Enumerable.Range(from, run.Item2 - from).Where(act => ranks[act] < row).ToArray());
            Acts(way).ShouldBe(Acts(RowScan.Lanes.One));

            int[] Below(Func<int, bool> isWanted) => [.. Enumerable.Range(from, run.Item2 - from).Where(act => ranks[act] < row && isWanted(act)).Select(act => ranks[act])];

            int[] Partners(RowScan.Lanes one)
            {
                var found = new int[400 + RowScan.Padding];
                return found[..RowScan.Partners(ranks, previous, run, fresh, segmentFrom, row, found, new int[400 + RowScan.Padding], one).Found];
            }

            int[] Again(RowScan.Lanes one)
            {
                var again = new int[400 + RowScan.Padding];
                return again[..RowScan.Partners(ranks, previous, run, fresh, segmentFrom, row, new int[400 + RowScan.Padding], again, one).Again];
            }

            int[] Acts(RowScan.Lanes one)
            {
                var found = new int[400 + RowScan.Padding];
                return found[..RowScan.ActsBelow(ranks, run, row, found, one)];
            }
        }
    }
}
