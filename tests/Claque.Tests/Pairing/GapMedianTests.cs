using Claque.Pairing;
using Claque.Statistics;

namespace Claque.Tests.Pairing;

public sealed class GapMedianTests
{
    private readonly Pcg32 _random = new(20261130);

    [Fact]
    public void The_median_is_that_of_the_sorted_gaps()
    {
        var median = new GapMedian();
        for (var trial = 0; trial < 4_000; trial++)
        {
            var gaps = Gaps(1 + _random.Next(trial % 4 == 0 ? 400 : 40));
            var sorted = gaps.Select(Math.Abs).Order().ToList();

            median.Of([.. gaps.Select(gap => CoActCode.Of(gap, _random.Next(2) == 0, _random.Next(2) == 0))])
                .ShouldBe((sorted[(gaps.Length - 1) / 2] + sorted[gaps.Length / 2]) / 2.0);
        }
    }

    [Fact]
    public void The_sums_are_those_of_the_gaps()
    {
        for (var trial = 0; trial < 500; trial++)
        {
            var gaps = Gaps(1 + _random.Next(60));
            var marks = gaps.Select(_ => (Own: _random.Next(2) == 0, Other: _random.Next(2) == 0)).ToArray();

            CoActCode.Sum([.. gaps.Select((gap, i) => CoActCode.Of(gap, marks[i].Own, marks[i].Other))]).ShouldBe(
                new CoActSums(gaps.Sum(Math.Abs), gaps.Count(gap => gap > 0), gaps.Count(gap => gap < 0), marks.Count(mark => mark.Own), marks.Count(mark => mark.Other)));
        }
    }

    /// <summary>Spread evenly, in few steps, crowded at zero, all alike, or with one far out.</summary>
    private long[] Gaps(int count)
    {
        var kind = _random.Next(5);
        var gaps = Enumerable.Range(0, count).Select(_ => kind switch
        {
            0 => _random.Next(120_000_000) - 60_000_000L,
            1 => (_random.Next(7) - 3) * 1_000_000L,
            2 => (long)(_random.NextExponential() * 1_000_000) * (_random.Next(2) * 2 - 1),
            _ => -42L,
        }).ToArray();
        if (kind == 4) gaps[_random.Next(count)] = 3_600_000_000_000;
        return gaps;
    }
}
