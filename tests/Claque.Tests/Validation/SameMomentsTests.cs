using Claque.Reading;
using Claque.Statistics;
using Claque.Tracing;
using Claque.Validation;
using Test = Claque.Validation.Validation;

namespace Claque.Tests.Validation;

/// <summary>A pool that is told what to share makes no pair that returns; what returns is that nobody is ever alone.</summary>
public sealed class SameMomentsTests
{
    private const long Second = 1_000_000;
    private const long Day = 86_400 * Second;

    [Fact]
    public void A_pool_of_which_three_at_a_time_share_in_one_minute_surfaces_whole_and_is_never_named()
    {
        var found = Find(Pool(days: 6, minutesApart: 0), TimePrecision.Minute);

        found.SameMoments.Length.ShouldBe(30);
        found.Accounts.Select(account => account.Tier).Distinct().ShouldBe([Tier.AtPublication]);
        found.Pairs.ShouldAllBe(pair => pair.Tier == Tier.None);
        found.SameMoments.ShouldAllBe(one => one.Joint == one.Sittings && one.Expected < .5 * one.Sittings && one.Q <= .01);
    }

    [Fact]
    public void The_same_pool_at_times_of_everybodys_own_does_not() => Find(Pool(days: 6, minutesApart: 47), TimePrecision.Minute).SameMoments.ShouldBeEmpty();

    [Fact]
    public void The_public_of_one_evening_does_not() =>
        Find([.. Pool(days: 6, minutesApart: 0).Select(act => act with { TimeUs = act.TimeUs % Day + act.TimeUs / Day * 2400 * Second })], TimePrecision.Minute).SameMoments.ShouldBeEmpty();

    [Fact]
    public void What_everybody_shares_says_nothing_of_anybody()
    {
        // Each thing has thirty sharers in the same minute: one of them is always near, by chance alone.
        var all = Enumerable.Range(0, 20).SelectMany(o => Enumerable.Range(0, 30).Select(a => (Account: a, Object: o, TimeUs: o * Day / 2))).ToArray();
        Find(all, TimePrecision.Minute).SameMoments.ShouldBeEmpty();
    }

    [Fact]
    public void Half_a_minute_apart_is_one_moment_and_a_second_more_is_not()
    {
        Joint(30).ShouldBe(12);
        Joint(31).ShouldBe(0);

        static int Joint(long seconds) => Find([.. Enumerable.Range(0, 12).SelectMany(o => new[] { (0, o, o * Day), (1, o, o * Day + seconds * Second) })], TimePrecision.Second)
            .SameMoments.Select(one => one.Joint).FirstOrDefault();
    }

    [Fact]
    public void Hashtags_and_texts_have_no_publication_to_be_together_at()
    {
        foreach (var behaviour in new[] { Behaviour.Hashtags, Behaviour.Text, Behaviour.SimilarText })
            Find(Pool(days: 6, minutesApart: 0), TimePrecision.Minute, behaviour).SameMoments.ShouldBeEmpty();
    }

    [Fact]
    public void Sittings_and_chances_are_those_of_a_plain_count()
    {
        var random = new Pcg32(5, 1);
        var acts = Pool(days: 8, minutesApart: 0).Select(act => random.NextDouble() < .2 ? act with { TimeUs = act.TimeUs + random.Next(9) * 600 * Second } : act).ToArray();
        var found = Find(acts, TimePrecision.Minute).SameMoments;
        found.ShouldNotBeEmpty();
        foreach (var one in found)
        {
            var (joint, chances) = Plain(acts, one.Account);
            (one.Joint, one.Sittings).ShouldBe((joint, chances.Count));
            one.P.ShouldBe(PoissonBinomial.UpperTail(chances.ToArray(), joint, new double[joint]), one.P * 1e-9);
        }
    }

    /// <summary>Straight from the definition: one thing a sitting, that with the fewest sharers, and whether anybody else was there.</summary>
    private static (int Joint, List<double> Chances) Plain((int Account, int Object, long TimeUs)[] acts, int account)
    {
        int Sharers(int o) => acts.Where(act => act.Object == o).Select(act => act.Account).Distinct().Count();
        var sittings = new List<List<(int Account, int Object, long TimeUs)>>();
        foreach (var act in acts.Where(act => act.Account == account && Sharers(act.Object) > 1).OrderBy(act => act.TimeUs))
        {
            if (sittings.Count > 0 && act.TimeUs - sittings[^1][^1].TimeUs <= 1800 * Second) sittings[^1].Add(act);
            else sittings.Add([act]);
        }

        var rarest = sittings.Select(sitting => sitting.MinBy(act => Sharers(act.Object))).ToList();
        return (
            rarest.Count(act => acts.Any(other => other.Account != account && other.Object == act.Object && other.TimeUs == act.TimeUs)),
            [.. rarest.Select(act => 1 - Math.Pow(.75, Sharers(act.Object) - 1))]);
    }

    /// <summary>Thirty accounts; each day forty things, each shared by three of them, other ones each time.</summary>
    private static (int Account, int Object, long TimeUs)[] Pool(int days, int minutesApart)
    {
        var random = new Pcg32(3, 3);
        return
        [
            .. from o in Enumerable.Range(0, days * 40)
               let timeUs = o / 40 * Day + o % 40 * 2100 * Second
               let three = Enumerable.Range(0, 30).OrderBy(_ => random.NextUInt()).Take(3).ToArray()
               from k in Enumerable.Range(0, 3)
               select (three[k], o, timeUs + k * minutesApart * 60 * Second),
        ];
    }

    private static Validated Find((int Account, int Object, long TimeUs)[] acts, TimePrecision clock, Behaviour? behaviour = null) =>
        Test.Test(Shares.Corpus(behaviour ?? Behaviour.Reshare, acts, clock), new ValidationOptions());
}
