using Claque.Pairing;
using Claque.Statistics;

namespace Claque.Tests.Pairing;

public sealed class RowScanTests
{
    [Theory]
    [InlineData((int)RowScan.Lanes.Eight)]
    [InlineData((int)RowScan.Lanes.Sixteen)]
    public void Looking_at_many_acts_in_one_go_finds_what_looking_at_one_finds(int lanes)
    {
        var way = (RowScan.Lanes)lanes;
        if (way > RowScan.Widest) return;
        var random = new Pcg32(7);
        var (ranks, previous) = (new int[400 + RowScan.Padding], new int[400 + RowScan.Padding]);
        for (var act = 0; act < ranks.Length; act++) (ranks[act], previous[act]) = (random.Next(60), random.Next(3) == 0 ? random.Next(act + 1) - 1 : -1);
        for (var trial = 0; trial < 2_000; trial++)
        {
            var from = random.Next(400);
            var run = (from, from + random.Next(401 - from));
            var (row, segmentFrom) = (random.Next(62), random.Next(from + 1));

            Partners(RowScan.Lanes.One).ShouldBe(ranks[run.Item1..run.Item2].Where((rank, i) => rank < row && previous[from + i] < segmentFrom).ToArray());
            Partners(way).ShouldBe(Partners(RowScan.Lanes.One));
            Repeats(RowScan.Lanes.One).ShouldBe(Enumerable.Range(from, run.Item2 - from).Any(act => ranks[act] < row && previous[act] >= segmentFrom));
            Repeats(way).ShouldBe(Repeats(RowScan.Lanes.One));
            Acts(RowScan.Lanes.One).ShouldBe(Enumerable.Range(from, run.Item2 - from).Where(act => ranks[act] < row).ToArray());
            Acts(way).ShouldBe(Acts(RowScan.Lanes.One));

            int[] Partners(RowScan.Lanes one)
            {
                var (found, repeats) = (new int[400 + RowScan.Padding], false);
                return found[..RowScan.NewPartners(ranks, previous, run, segmentFrom, row, found, one, ref repeats)];
            }

            bool Repeats(RowScan.Lanes one)
            {
                var repeats = false;
                RowScan.NewPartners(ranks, previous, run, segmentFrom, row, new int[400 + RowScan.Padding], one, ref repeats);
                return repeats;
            }

            int[] Acts(RowScan.Lanes one)
            {
                var found = new int[400 + RowScan.Padding];
                return found[..RowScan.ActsBelow(ranks, run, row, found, one)];
            }
        }
    }
}
