using Claque.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Statistics;

public sealed class PoissonBinomialTests
{
    [Fact]
    public void The_tail_equals_the_sum_over_every_outcome()
    {
        double[] chances = [0.1, 0.5, 0.03, 0.9, 0.25, 0, 1, 0.2, 0.7, 0.01, 0.4, 0.6];
        for (var least = 0; least <= chances.Length + 1; least++)
            Tail(chances, least).ShouldBe(OverAllOutcomes(chances, least), 1e-15, $"at least {least}");
    }

    [Fact]
    public void Twelve_trials_of_one_in_a_thousand_that_all_succeed_have_the_chance_of_their_product() =>
        Tail([.. Enumerable.Repeat(1e-3, 12)], 12).ShouldBe(1e-36, 1e-48);

    [Fact]
    public void A_higher_chance_of_one_trial_never_lowers_the_tail() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(7, 9),
        Prop.ForAll(Gen.Choose(0, 1000).ArrayOf(8).ToArbitrary(), Gen.Choose(1, 8).ToArbitrary(), (int[] thousandths, int least) =>
        {
            double[] chances = [.. thousandths.Select(x => x / 1000.0)];
            double[] raised = [Math.Min(1, chances[0] + 0.1), .. chances[1..]];
            return Tail(raised, least) >= Tail(chances, least) - 1e-15;
        }));

    private static double Tail(double[] chances, int least) => PoissonBinomial.UpperTail(chances, least, new double[Math.Max(1, least)]);

    private static double OverAllOutcomes(double[] chances, int least)
    {
        var sum = 0.0;
        for (var outcome = 0; outcome < 1 << chances.Length; outcome++)
        {
            if (int.PopCount(outcome) < least) continue;
            var product = 1.0;
            for (var i = 0; i < chances.Length; i++) product *= (outcome >> i & 1) == 1 ? chances[i] : 1 - chances[i];
            sum += product;
        }

        return sum;
    }
}
