using System.Numerics;
using Claque.Pairing;
using Claque.Statistics;

namespace Claque.Tests.Pairing;

public sealed class GapMedianTests
{
    private const long Most = 60_000_000;

    private readonly Pcg32 _random = new(20261130);

    [Fact]
    public void The_median_is_that_of_the_sorted_gaps()
    {
        MediansAreRight<uint>(Most);
        MediansAreRight<ulong>(3_600_000_000_000);
    }

    [Fact]
    public void The_sums_are_those_of_the_gaps()
    {
        SumsAreRight<uint>(Most);
        SumsAreRight<ulong>(3_600_000_000_000);
    }

    private void MediansAreRight<TCode>(long most)
        where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>, IMinMaxValue<TCode>
    {
        for (var trial = 0; trial < 4_000; trial++)
        {
            var gaps = Gaps(1 + _random.Next(trial % 4 == 0 ? 400 : 40), most);
            var sorted = gaps.Select(Math.Abs).Order().ToList();

            GapMedian<TCode>.TwiceOf([.. gaps.Select(gap => CoActCode<TCode>.Of(gap, _random.Next(2) == 0, _random.Next(2) == 0))], most)
                .ShouldBe(sorted[(gaps.Length - 1) / 2] + sorted[gaps.Length / 2]);
        }
    }

    private void SumsAreRight<TCode>(long most)
        where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>, IMinMaxValue<TCode>
    {
        for (var trial = 0; trial < 500; trial++)
        {
            var gaps = Gaps(1 + _random.Next(60), most);
            var marks = gaps.Select(_ => (Own: _random.Next(2) == 0, Other: _random.Next(2) == 0)).ToArray();

            CoActCode<TCode>.Sum([.. gaps.Select((gap, i) => CoActCode<TCode>.Of(gap, marks[i].Own, marks[i].Other))]).ShouldBe(
                new CoActSums(gaps.Sum(Math.Abs), gaps.Count(gap => gap > 0), gaps.Count(gap => gap < 0), marks.Count(mark => mark.Own), marks.Count(mark => mark.Other)));
        }
    }

    /// <summary>Spread evenly, in few steps, crowded at zero, all alike, with one far out, or of two sizes.</summary>
    private long[] Gaps(int count, long most)
    {
        var kind = _random.Next(6);
        var gaps = Enumerable.Range(0, count).Select(_ => kind switch
        {
            0 => (long)((_random.NextDouble() * 2 - 1) * most),
            1 => (_random.Next(7) - 3) * 1_000_000L,
            2 => Math.Min(most, (long)(_random.NextExponential() * 1_000_000)) * (_random.Next(2) * 2 - 1),
            5 => _random.Next(2) == 0 ? _random.Next(3) : most - _random.Next(3),
            _ => -42L,
        }).ToArray();
        if (kind == 4) gaps[_random.Next(count)] = most;
        return gaps;
    }
}
