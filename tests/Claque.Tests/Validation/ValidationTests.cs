using Claque.Reading;
using Claque.Tracing;
using Claque.Validation;
using Test = Claque.Validation.Validation;

namespace Claque.Tests.Validation;

public sealed class ValidationTests
{
    private static readonly ValidationOptions Default = new();

    [Fact]
    public void A_crew_that_acts_within_two_minutes_eight_times_is_named_and_nobody_else_is()
    {
        var sim = Planted(11);
        var found = Test.Test(sim.ToCorpus(), Default);

        found.Accounts.Where(account => account.Tier == Tier.Named).Select(account => account.Account)
            .Where(account => sim.Roles[account] is not ('c' or 'f')).ShouldBe(MembersOf(sim));
        found.Accounts.Where(account => sim.Roles[account.Account] == 'P').ShouldAllBe(account => !account.IsExplained);
    }

    [Fact]
    public void The_same_crew_is_not_named_once_every_time_is_moved_by_up_to_half_an_hour() =>
        Test.Test(Planted(11).ToCorpus(movedByS: 1800, moveSeed: 4), Default).NamedAccounts.ShouldBe(0);

    [Fact]
    public void Nobody_is_named_where_nothing_is_planted()
    {
        for (var seed = 900UL; seed < 904; seed++)
        {
            var sim = new SimulatedShares(new SimulationOptions(), seed);
            Test.Test(sim.ToCorpus(), Default).Accounts
                .Where(account => account.Tier == Tier.Named && sim.Roles[account.Account] is not ('c' or 'f')).ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void A_newsroom_is_found_and_explained_by_regular_delay()
    {
        var sim = new SimulatedShares(new SimulationOptions { Decoys = "f" }, 31);
        var newsroom = Test.Test(sim.ToCorpus(), Default).Accounts.Where(account => sim.Roles[account.Account] == 'f').ToList();

        newsroom.Count(account => account.Tier == Tier.Named).ShouldBeGreaterThan(8);
        newsroom.Where(account => account.Tier == Tier.Named).ShouldAllBe(account => account.IsExplained);
    }

    [Fact]
    public void Without_the_guard_an_audience_woken_by_late_alerts_would_be_named()
    {
        var sim = new SimulatedShares(new SimulationOptions { Decoys = "D" }, 5);
        int Named(ValidationOptions options) => Test.Test(sim.ToCorpus(), options).Accounts.Count(account => account.Tier == Tier.Named && sim.Roles[account.Account] == 'D');

        Named(Default with { Guard = false }).ShouldBeGreaterThan(20);
        Named(Default).ShouldBe(0);
    }

    [Fact]
    public void Without_habits_accounts_that_post_on_the_half_hour_would_be_named()
    {
        var sim = new SimulatedShares(new SimulationOptions { Decoys = "i" }, 6);
        int Named(ValidationOptions options) => Test.Test(sim.ToCorpus(), options).Accounts.Count(account => account.Tier == Tier.Named && sim.Roles[account.Account] == 'i');

        Named(Default with { Guard = false, Habits = false }).ShouldBeGreaterThan(0);
        Named(Default with { Guard = false }).ShouldBe(0);
    }

    [Fact]
    public void Forty_hits_in_one_sitting_are_one_and_name_nobody()
    {
        var oneEvening = Enumerable.Range(0, 40).SelectMany(o => new[] { (1, o, 40_000_000_000L + o * 20_000_000), (2, o, 40_000_000_000L + o * 20_000_000 + 3_000_000), (3 + o, o, 0L) });
        Test.Test(Shares.Corpus(Behaviour.Object, [.. oneEvening]), Default).Pairs.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(TimePrecision.Second, new[] { 10, 60, 300 })]
    [InlineData(TimePrecision.Minute, new[] { 300 })]
    [InlineData(TimePrecision.Hour, new int[0])]
    public void A_window_is_used_only_where_it_spans_three_steps_of_the_clock(TimePrecision precision, int[] windows)
    {
        var behaviour = Test.Test(Shares.Corpus(Behaviour.Object, Duo(), precision), Default).Behaviours.Single();

        behaviour.Windows.Select(window => (int)window.TotalSeconds).ShouldBe(windows);
        behaviour.Refused.Length.ShouldBe(3 - windows.Length);
    }

    [Fact]
    public void Times_by_the_hour_name_nobody() => Test.Test(Shares.Corpus(Behaviour.Object, Duo(), TimePrecision.Hour), Default).Pairs.ShouldBeEmpty();

    [Fact]
    public void Acts_with_whole_minutes_join_only_the_scale_that_supports_them()
    {
        TimePrecision[] half = [.. Duo().Select((_, i) => i % 2 == 0 ? TimePrecision.Minute : TimePrecision.Second)];
        var found = Test.Test(Shares.Corpus([(Behaviour.Object, Duo())], half), Default);
        found.Pairs.Single(pair => (pair.A, pair.B) == (0, 1)).Evidence.Single().Window.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Objects_that_more_accounts_touched_than_the_limit_are_left_out_and_counted()
    {
        var leftOut = Test.Test(Shares.Corpus(Behaviour.Object, Duo()), Default with { MaxAccountsPerObject = 2 }).Behaviours.Single().LeftOut;
        (leftOut.HubObjects, leftOut.HubActs).ShouldBe((12, 36));
    }

    [Fact]
    public void Of_several_acts_on_one_object_the_first_counts()
    {
        var again = Duo().Concat(Duo().Select(share => (share.Account, share.Object, share.TimeUs + 7_000_000_000))).ToArray();
        var (once, twice) = (Test.Test(Shares.Corpus(Behaviour.Object, Duo()), Default), Test.Test(Shares.Corpus(Behaviour.Object, again), Default));

        twice.Pairs.Select(pair => pair.P).ShouldBe(once.Pairs.Select(pair => pair.P));
        twice.Behaviours.Single().LeftOut.RepeatedActs.ShouldBe(36);
    }

    [Fact]
    public void A_pair_seen_in_two_behaviours_says_so_and_stands_more_firmly_than_in_one()
    {
        var one = Test.Test(Shares.Corpus(Behaviour.Link, Duo(6)), Default);
        TimePrecision[] seconds = [.. Enumerable.Repeat(TimePrecision.Second, 36)];
        var two = Test.Test(Shares.Corpus([(Behaviour.Link, Duo(6)), (Behaviour.Reshare, Duo(6))], seconds), Default);

        var pair = two.Pairs.Single(pair => (pair.A, pair.B) == (0, 1));
        pair.SeenIn.ShouldBe([Behaviour.Link, Behaviour.Reshare]);
        pair.PairQ.ShouldBeLessThanOrEqualTo(one.Pairs.Single(pair => (pair.A, pair.B) == (0, 1)).PairQ);
    }

    [Fact]
    public void No_pair_is_firmer_than_either_of_its_accounts()
    {
        var found = Test.Test(Planted(12).ToCorpus(), Default);
        var q = found.Accounts.ToDictionary(account => account.Account, account => account.Q);
        found.Pairs.ShouldAllBe(pair => pair.Q >= q[pair.A] && pair.Q >= q[pair.B] && pair.Q >= pair.PairQ);
    }

    [Fact]
    public void The_strict_rule_names_no_one_that_the_usual_rule_does_not()
    {
        var corpus = Planted(13).ToCorpus();
        var usual = Test.Test(corpus, Default).Pairs.Where(pair => pair.Tier == Tier.Named).Select(pair => (pair.A, pair.B)).ToHashSet();
        var strict = Test.Test(corpus, Default with { Strict = true }).Pairs.Where(pair => pair.Tier == Tier.Named).Select(pair => (pair.A, pair.B)).ToList();
        strict.ShouldNotBeEmpty();
        strict.ShouldBeSubsetOf(usual);
    }

    [Fact]
    public void An_audit_of_a_corpus_with_a_crew_names_nobody_and_is_the_same_each_time()
    {
        var corpus = Planted(14).ToCorpus();
        var audit = Test.Audit(corpus, Default, rounds: 3, seed: 1);

        audit.MeanNamed.ShouldBe(0);
        audit.Rounds.Select(round => round.Weak).ShouldBe(Test.Audit(corpus, Default, rounds: 3, seed: 1).Rounds.Select(round => round.Weak));
    }

    [Fact]
    public void A_crew_that_launches_objects_in_their_first_minute_is_a_lead_and_never_named()
    {
        var sim = new SimulatedShares(new SimulationOptions { Decoys = "a" }, 41);
        var launches = Enumerable.Range(0, 10).SelectMany(k => Enumerable.Range(0, 6).Select(member => (Account: sim.Roles.Count + member, Object: 4000 + k, TimeUs: k * 90_000_000_000 + (member * 9 + k * 17) % 58 * 1_000_000L)));
        var late = Enumerable.Range(0, 10).SelectMany(k => Enumerable.Range(0, 8).Select(reader => (Account: 100 + 13 * k + reader, Object: 4000 + k, TimeUs: k * 90_000_000_000 + (reader + 1) * 1_700_000_000L)));
        var found = Test.Test(sim.ToCorpus(more: [.. launches, .. late]), Default);

        found.Accounts.Where(account => account.Account >= sim.Roles.Count).Select(account => account.Tier).ShouldBe(Enumerable.Repeat(Tier.AtPublication, 6));
        found.Accounts.Where(account => account.Account < sim.Roles.Count).ShouldAllBe(account => account.Tier == Tier.None);
        found.Behaviours.Single().HasControl.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_to_compare_gives_an_empty_result_without_an_error()
    {
        var found = Test.Test(Shares.Corpus(Behaviour.Link, []), Default);
        (found.Pairs.Length, found.Accounts.Length, found.Tests).ShouldBe((0, 0, 0));
    }

    private static SimulatedShares Planted(ulong seed) =>
        new(new SimulationOptions { Plant = true, Sizes = [8], JointActs = [8, 15], JitterS = 60, Camouflage = 0.5, Decoys = "acefhi" }, seed);

    private static IEnumerable<int> MembersOf(SimulatedShares sim) => Enumerable.Range(0, sim.Roles.Count).Where(account => sim.Roles[account] == 'P');

    /// <summary>Two accounts half an hour after the first share, a few seconds apart, a day between one object and the next.</summary>
    private static List<(int Account, int Object, long TimeUs)> Duo(int objects = 12) =>
        [.. Enumerable.Range(0, objects).SelectMany(o => new[] { (0, o, At(o, 3000)), (1, o, At(o, 3004)), (2 + o, o, At(o, 0)) })];

    private static long At(int day, long seconds) => (day * 90_000L + seconds) * 1_000_000;
}
