using Claque.Evaluation;
using Claque.Statistics;

namespace Claque.Tests.Evaluation;

public sealed class ConfidenceTests
{
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(3, 3.182)]
    [InlineData(5, 2.571)]
    [InlineData(10, 2.228)]
    [InlineData(29, 2.045)]
    public void Student_s_limits_are_those_of_the_tables(int freedom, double expected) =>
        Confidence.StudentT(freedom).ShouldBe(expected, .01 * expected);

    [Fact]
    public void A_mean_has_the_limits_of_its_corpora()
    {
        var mean = Confidence.Mean([.1, .2, .3, .4, .5]);
        mean.Value.ShouldBe(.3, 1e-12);
        (mean.Low, mean.High).ShouldBe((.3 - 2.776 * Math.Sqrt(.025 / 5), .3 + 2.776 * Math.Sqrt(.025 / 5)), new Near(.002));
    }

    [Fact]
    public void Thirty_corpora_without_a_false_one_are_no_certainty()
    {
        var mean = Confidence.Mean([.. Enumerable.Repeat(0.0, 30)], least: .01);
        mean.Value.ShouldBe(0);
        mean.High.ShouldBe(.01 * new Share(0, 30).High, 1e-12);
        Confidence.Mean([]).ShouldBe(new Limited(0, 0, 1));
    }

    [Fact]
    public void The_area_under_the_curve_is_the_share_of_pairs_in_the_right_order()
    {
        double[] planted = [3, 5, 5, 9], innocent = [0, 0, 3, 5, 6];
        var expected = (from p in planted from i in innocent select p > i ? 1 : p == i ? .5 : 0).Average();
        Discrimination.Auc(planted, innocent).ShouldBe(expected);
        Discrimination.Auc([1, 1], [1]).ShouldBe(.5);
        Discrimination.Auc([], [1]).ShouldBeNull();
    }

    private sealed class Near(double by) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < by && Math.Abs(x.Item2 - y.Item2) < by;

        public int GetHashCode((double, double) obj) => 0;
    }
}
