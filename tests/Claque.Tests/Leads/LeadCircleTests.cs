using Claque.Leads;
using Claque.Simulation;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Tests.Leads;

/// <summary>One pair near the bar is chance; three that close a triangle rarely are.</summary>
public sealed class LeadCircleTests
{
    [Fact]
    public void Three_accounts_of_which_every_two_come_near_the_bar_are_leads_and_a_chain_of_three_is_not()
    {
        Circles(Pair(1, 2), Pair(2, 3), Pair(1, 3)).ShouldHaveSingleItem().Leads.ShouldBe([1, 2, 3]);
        Circles(Pair(1, 2), Pair(2, 3)).ShouldBeEmpty();
        Circles(Pair(1, 2), Pair(2, 3), Pair(1, 3, p: .04)).ShouldBeEmpty();
    }

    [Fact]
    public void Who_stands_is_of_the_circle_but_no_lead()
    {
        var circle = Circles(Pair(1, 2, tier: Tier.Named), Pair(2, 3), Pair(1, 3)).ShouldHaveSingleItem();
        (string.Join(' ', circle.Accounts), string.Join(' ', circle.Leads)).ShouldBe(("1 2 3", "3"));
        Circles(Pair(1, 2, tier: Tier.Named), Pair(2, 3, tier: Tier.Named), Pair(1, 3, tier: Tier.Weak)).ShouldBeEmpty();
    }

    [Fact]
    public void Pairs_near_the_bar_by_hashtags_make_no_circle() =>
        Circles(Pair(1, 2, behaviour: Behaviour.Hashtags), Pair(2, 3, behaviour: Behaviour.Hashtags), Pair(1, 3, behaviour: Behaviour.Hashtags)).ShouldBeEmpty();

    [Theory]
    [InlineData(2000, 1_000_000, 0)]
    [InlineData(2000, 1_000_000, 400)]
    [InlineData(100, 3000, 10)]
    public void The_bar_lies_where_chance_would_close_one_triangle(int accounts, double tests, int standing)
    {
        var (n, bar) = ((double)accounts, LeadCircles.Bar(accounts, tests, standing));
        var near = bar * tests / (n * (n - 1) / 2);
        var triangles = n * (n - 1) * (n - 2) / 6 * Math.Pow(near, 3) + standing * (n - 2) * near * near;
        if (bar < .05) triangles.ShouldBe(LeadCircles.ChanceTriangles, 1e-6);
        else triangles.ShouldBeLessThan(LeadCircles.ChanceTriangles);
    }

    [Fact]
    public void Nothing_tested_gives_no_bar_and_no_circle()
    {
        LeadCircles.Bar(2, 10, 0).ShouldBe(0);
        LeadCircles.Bar(1000, 0, 0).ShouldBe(0);
        LeadCircles.Of(null, null).ShouldBeEmpty();
    }

    [Fact]
    public void Members_of_a_loose_crew_whom_no_test_names_are_leads_and_no_lead_is_named()
    {
        var options = new SimulationOptions { Accounts = 800, Decoys = [], Seed = 11, Crews = Plants.Parse("16x5x10min-c50,8x5x10min-c0") };
        var simulated = Simulator.Simulate(options);
        var findings = Detection.Run(simulated.AsSource(), new DetectionOptions());
        var planted = simulated.Truth.Where(account => account.Role == Simulated.Planted).Select(account => account.AccountId).ToHashSet();
        var leads = findings.Leads.SelectMany(circle => circle.Leads).ToList();

        leads.Count(account => planted.Contains(findings.Corpus.Accounts[account])).ShouldBeGreaterThan(2);
        leads.ShouldAllBe(account => findings.Validated!.Accounts.Single(one => one.Account == account).Tier == Tier.None);
        SurfacedAccount.Of(findings).Where(one => one.Tier == Tier.Lead).Select(one => one.Account).ShouldBe(leads);
        Detection.Run(Simulator.Simulate(options with { Crews = [] }).AsSource(), new DetectionOptions()).Leads.ShouldBeEmpty();
    }

    private static System.Collections.Immutable.ImmutableArray<LeadCircle> Circles(params ValidatedPair[] pairs) => LeadCircles.Of(
        new Validated([.. pairs], [], [.. pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Order().Select(account => new ValidatedAccount(
            account, .5, .5, pairs.Where(pair => pair.A == account || pair.B == account).Max(pair => pair.Tier), 1, [], false))], [], 1_000_000, 2000, .01, .05),
        null);

    private static ValidatedPair Pair(int a, int b, double p = 1e-4, Tier tier = Tier.None, Behaviour? behaviour = null) => new(
        a, b, p, 1, 1, tier, [new PairEvidence(behaviour ?? Behaviour.Link, TimeSpan.FromMinutes(1), p, tier >= Tier.Weak, 9, 9, 5, 5, 1, 0, Readings.None)]);
}
