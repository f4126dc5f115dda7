using Claque.Statistics;
using Claque.Tracing;
using Claque.Validation;
using Test = Claque.Validation.Validation;

namespace Claque.Tests.Validation;

public sealed class RegularDelayTests
{
    private const long Second = 1_000_000;

    [Theory]
    [InlineData(900, 0, 10, true)]    // fifteen minutes later, give or take ten seconds
    [InlineData(3600, 0, 100, true)]
    [InlineData(-900, 0, 10, true)]   // the other one is first
    [InlineData(90, 0, 10, true)]
    [InlineData(0, 0, 10, false)]     // at the same moment
    [InlineData(20, 0, 15, false)]    // too close for the wobble
    [InlineData(0, 120, 0, false)]    // within two minutes of a leader
    public void Accounts_at_a_constant_distance_are_told_from_accounts_that_meet(int laterS, int jitterS, int wobbleS, bool regular)
    {
        var random = new Pcg32(3);
        var shares = Enumerable.Range(0, 40).SelectMany(o =>
        {
            var start = At(o, 3000 + random.Next(2000));
            var gap = laterS * Second + (jitterS == 0 ? 0 : random.Next(jitterS) * Second) + (long)(wobbleS * Second * (2 * random.NextDouble() - 1));
            return new[] { (0, o, start), (1, o, start + gap), (2 + o, o, At(o, 0)) };
        });
        var acts = Acts(shares);
        RegularDelays.KeepsDistance(acts, Common(acts, 0, 1)).ShouldBe(regular);
    }

    [Fact]
    public void Seven_objects_are_too_few_for_a_constant_distance_and_eight_are_enough()
    {
        bool Regular(int objects)
        {
            var acts = Acts(Enumerable.Range(0, objects).SelectMany(o => new[] { (0, o, At(o, 100)), (1, o, At(o, 1000)), (2 + o, o, At(o, 0)) }));
            return RegularDelays.KeepsDistance(acts, Common(acts, 0, 1));
        }

        (Regular(7), Regular(8)).ShouldBe((false, true));
    }

    [Fact]
    public void Feeds_fifteen_minutes_apart_are_found_beyond_every_window_labelled_and_not_named()
    {
        var found = Test.Test(Corpus(Feeds(wobbleS: 8)), new ValidationOptions());
        var pair = found.RegularDelays.ShouldHaveSingleItem();
        (pair.A, pair.B, pair.Objects).ShouldBe((0, 1, 30));
        Math.Abs(pair.GapUs / Second - 900).ShouldBeLessThan(9);
        found.Accounts.Where(account => account.Account < 2).ShouldAllBe(account => account.Tier == Tier.None);
    }

    [Fact]
    public void Two_who_follow_no_delay_of_their_own_are_not_called_feeds_however_constant_their_distance()
    {
        var random = new Pcg32(5);
        var shares = Enumerable.Range(0, 30).SelectMany(o =>
        {
            var start = At(o, 60 + random.Next(20_000));
            return new[] { (0, o, start), (1, o, start + 900 * Second), (2 + o, o, At(o, 0)) };
        });
        Test.Test(Corpus(shares), new ValidationOptions()).RegularDelays.ShouldBeEmpty();
    }

    [Fact]
    public void A_delay_is_kept_when_four_fifths_of_the_times_are_near_the_median_in_whatever_order_they_come()
    {
        var random = new Pcg32(11);
        var kept = 0;
        for (var trial = 0; trial < 5_000; trial++)
        {
            var (middle, spread, strays) = (random.Next(100) - 5, 1 + random.Next(60), random.Next(5));
            long[] delays = [.. Enumerable.Range(0, 8 + random.Next(9)).Select(_ => Second * (random.Next(10) < strays ? random.Next(400) - 20 : middle + random.Next(spread)))];
            var median = delays.Order().ElementAt(delays.Length / 2);
            var near = delays.Count(delay => Math.Abs(delay - median) <= Math.Max(10 * Second, median / 3));
            kept += 5 * near >= 4 * delays.Length ? 1 : 0;
            RegularDelays.AreKept(delays).ShouldBe(5 * near >= 4 * delays.Length);
        }

        kept.ShouldBeInRange(500, 4_500);
    }

    [Fact]
    public void A_crew_within_two_minutes_keeps_no_distance_and_no_member_of_it_is_explained()
    {
        var sim = new SimulatedShares(new SimulationOptions { Plant = true, Sizes = [8], JointActs = [8, 15, 30], JitterS = 120, Decoys = "af" }, 21);
        var found = Test.Test(sim.ToCorpus(), new ValidationOptions());
        var crew = found.Accounts.Where(account => sim.Roles[account.Account] == 'P' && account.Tier == Tier.Named).ToList();
        crew.Count.ShouldBeGreaterThan(20);
        crew.ShouldAllBe(account => !account.IsExplained);
        found.RegularDelays.ShouldAllBe(pair => sim.Roles[pair.A] != 'P' && sim.Roles[pair.B] != 'P');
    }

    [Fact]
    public void A_pair_that_shows_no_delay_is_explained_when_both_keep_one_towards_the_same_third()
    {
        var explained = Found(Readings.RegularDelay);
        var not = Found(Readings.None);
        (explained.IsExplained, not.IsExplained, (not with { IsExplainedByThird = true }).IsExplained).ShouldBe((true, false, true));
    }

    [Fact]
    public void A_delay_of_the_text_counts_for_the_link_of_the_same_posts_but_not_for_more_hits_than_it_has()
    {
        var link = Evidence(Behaviour.Link, 20, Readings.None);
        Pair(link, Evidence(Behaviour.Text, 19, Readings.RegularDelay)).IsExplained.ShouldBeTrue();
        Pair(link, Evidence(Behaviour.Text, 10, Readings.RegularDelay)).IsExplained.ShouldBeFalse();
        Pair(link with { Behaviour = Behaviour.Reshare }, Evidence(Behaviour.Text, 20, Readings.RegularDelay)).IsExplained.ShouldBeFalse();
    }

    private static ValidatedPair Found(Readings readings) => Pair(Evidence(Behaviour.Link, 20, readings));

    private static ValidatedPair Pair(params PairEvidence[] evidence) => new(0, 1, 1e-9, 1e-9, 1e-9, Tier.Named, [.. evidence]);

    private static PairEvidence Evidence(Behaviour behaviour, int hits, Readings readings) =>
        new(behaviour, TimeSpan.FromMinutes(1), 1e-9, true, 30, 30, hits, hits, 1, 0, readings);

    /// <summary>A feed at the moment of publication and one fifteen minutes later, and a reader an hour later.</summary>
    private static IEnumerable<(int, int, long)> Feeds(int wobbleS)
    {
        var random = new Pcg32(4);
        return Enumerable.Range(0, 30).SelectMany(o => new[]
        {
            (0, o, At(o, 0)), (1, o, At(o, 900) + (long)(wobbleS * Second * (2 * random.NextDouble() - 1))), (2 + o, o, At(o, 3600 + random.Next(9000))),
        });
    }

    private static long At(int day, long seconds) => (day * 90_000L + seconds) * Second;

    private static Corpus Corpus(IEnumerable<(int Account, int Object, long TimeUs)> shares) => Shares.Corpus(Behaviour.Link, [.. shares.OrderBy(share => share.TimeUs)]);

    private static SharedActs Acts(IEnumerable<(int, int, long)> shares)
    {
        var corpus = Corpus(shares);
        return SharedActs.Of(corpus.Traces[0], corpus.Posts, [], new ValidationOptions());
    }

    private static List<(int A, int B)> Common(SharedActs acts, int idA, int idB)
    {
        var (a, b) = (Array.IndexOf(acts.AccountIds, idA), Array.IndexOf(acts.AccountIds, idB));
        return [.. acts.ActsOf(a).ToArray().SelectMany(x => acts.ActsOf(b).ToArray().Where(y => acts.ObjectOf[x] == acts.ObjectOf[y]).Select(y => (x, y)))];
    }
}
