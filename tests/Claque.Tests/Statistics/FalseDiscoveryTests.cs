using Claque.Statistics;

namespace Claque.Tests.Statistics;

public sealed class FalseDiscoveryTests
{
    [Fact]
    public void The_worked_example_of_Benjamini_and_Hochberg_rejects_its_four_smallest_at_five_percent()
    {
        double[] p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];
        Q(p, 15).Count(q => q <= 0.05).ShouldBe(4);
    }

    [Fact]
    public void Tests_that_are_not_listed_count_as_much_as_those_that_are()
    {
        double[] listed = [0.001, 0.01, 0.02];
        double[] all = [.. listed, .. Enumerable.Repeat(1.0, 97)];
        Q(listed, 100).ShouldBe(Q(all, 100)[..3]);
    }

    [Fact]
    public void The_rule_for_any_dependence_multiplies_by_the_harmonic_number()
    {
        var q = new double[1];
        FalseDiscovery.QValues([0.001], 4, q, arbitraryDependence: true);
        q[0].ShouldBe(0.001 * 4 * (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0), 1e-15);
    }

    [Fact]
    public void Halving_a_test_s_weight_and_its_share_of_the_budget_leaves_a_lone_finding_as_it_was() =>
        Q([0.001 / 0.5], 50)[0].ShouldBe(Q([0.001], 100)[0], 1e-15);

    [Fact]
    public void The_p_value_of_Simes_is_the_smallest_of_the_q_values()
    {
        double[] p = [0.04, 0.002, 0.5, 0.03];
        FalseDiscovery.Simes([.. p], 9).ShouldBe(Q(p, 9).Min(), 1e-15);
    }

    [Fact]
    public void Nothing_listed_means_nothing_found() => FalseDiscovery.Simes([], 20).ShouldBe(1);

    private static double[] Q(double[] p, double tests)
    {
        var q = new double[p.Length];
        FalseDiscovery.QValues(p, tests, q);
        return q;
    }
}
