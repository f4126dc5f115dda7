using Claque.TextEvidence;

namespace Claque.Tests.TextEvidence;

public sealed class BaseRateTests
{
    [Theory]
    [InlineData(1, .3)]
    [InlineData(2, .01)]
    [InlineData(3, 4.5)]
    [InlineData(7, 2)]
    public void The_tail_of_independent_coincidences_is_one_minus_all_smaller_numbers(int least, double mean)
    {
        var below = 0.0;
        for (var k = 0; k < least; k++) below += Math.Exp(-mean) * Math.Pow(mean, k) / Enumerable.Range(1, k).Aggregate(1.0, (a, b) => a * b);
        BaseRate.PoissonTail(least, mean).ShouldBe(1 - below, 1e-12);
    }

    [Fact]
    public void Very_small_tails_are_exact() =>
        BaseRate.PoissonTail(5, 1e-8).ShouldBe(1e-40 / 120, 1e-48);

    [Fact]
    public void Nothing_in_common_is_certain_and_nothing_expected_makes_anything_impossible()
    {
        BaseRate.PoissonTail(0, 3).ShouldBe(1);
        BaseRate.PoissonTail(1, 0).ShouldBe(0);
        BaseRate.PoissonTail(1, 5000).ShouldBe(1);
    }

    [Fact]
    public void Each_text_more_in_common_is_rarer_by_one_factor()
    {
        var rate = new BaseRate(1e-6, 1e-4, .25);
        rate.UpperTail(1, .001).ShouldBe(.001);
        rate.UpperTail(3, .001).ShouldBe(.001 / 16, 1e-15);
        rate.UpperTail(2, 40).ShouldBe(.25);
        rate.UpperTail(0, .001).ShouldBe(1);
    }

    [Fact]
    public void The_measured_tail_falls_more_slowly_than_independence()
    {
        for (var common = 2; common < 8; common++)
            BaseRate.Measured.UpperTail(common, .01).ShouldBeGreaterThan(BaseRate.PoissonTail(common, .01));
    }
}
