using Claque.Statistics;
using Claque.Tracing;
using Claque.Validation;
using Test = Claque.Validation.Validation;

namespace Claque.Tests.Validation;

public sealed class ValidationAgainstPlainTests
{
    private static readonly ValidationOptions Bare = new() { Guard = false, Habits = false };

    [Fact]
    public void Every_pair_has_the_p_value_that_the_formulas_give()
    {
        for (var seed = 1UL; seed <= 6; seed++)
        {
            var shares = Crowd(seed);
            var plain = new PlainTest(shares, Bare);
            var found = Find(shares, Bare);
            foreach (var (a, b) in AllPairs(plain.Accounts))
            {
                var p = plain.P(a, b);
                if (p > 0.05) found.Pairs.ShouldNotContain(pair => pair.A == a && pair.B == b, $"seed {seed}, {a} and {b}: p = {p}");
                else found.Pairs.Single(pair => pair.A == a && pair.B == b).P.ShouldBe(p, p * 1e-9, $"seed {seed}, {a} and {b}");
            }

            found.Pairs.Length.ShouldBeGreaterThan(5);
        }
    }

    [Fact]
    public void The_number_of_tests_is_the_weighted_number_of_pairs_with_three_or_more_trials()
    {
        var shares = Crowd(3);
        Find(shares, Bare).Tests.ShouldBe(new PlainTest(shares, Bare).Tests(), 1e-6);
    }

    [Fact]
    public void The_upper_bound_on_the_number_of_tests_is_not_below_the_count()
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var bound = Find(Crowd(seed), Bare with { MaxTrialsCountedPerAct = 0 });
            bound.Behaviours[0].TestsCounted.ShouldBeFalse();
            bound.Tests.ShouldBeGreaterThanOrEqualTo(Find(Crowd(seed), Bare).Tests);
        }
    }

    [Fact]
    public void The_guard_raises_chances_as_a_plain_count_of_the_others_does()
    {
        var shares = Crowd(4, crews: 0, audience: 9);
        var plain = new PlainTest(shares, Bare);
        var corpus = Shares.Corpus(Behaviour.Object, shares);
        var acts = SharedActs.Of(corpus.Traces[0], corpus.Posts, [], Bare);
        var raised = 0;
        foreach (var scale in Bare.Scales.Select(scale => new ScaleActs(acts, scale)))
        {
            var bursts = new Bursts(acts, scale, Bursts.WitnessesBefore(acts, scale, new bool[acts.AccountCount]));
            foreach (var (a, b) in ActsOnOneObject(acts))
            {
                var chance = scale.Chances.Of(scale.Cells[a], scale.Cells[b], acts.Steps[a]);
                if (chance <= 0) continue;
                var expected = Math.Max(chance, plain.Guard(acts.Objects[acts.ObjectOf[a]], acts.AccountIds[acts.Accounts[a]], acts.AccountIds[acts.Accounts[b]], scale.Scale, chance));
                bursts.Raise(a, b, chance).ShouldBe(expected, 1e-12);
                if (expected > chance + 0.1) raised++;
            }
        }

        raised.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_result_does_not_depend_on_threads_or_on_the_order_of_posts()
    {
        var shares = Crowd(5);
        var one = Find(shares, new ValidationOptions { Threads = 1 });
        Same(Find(shares, new ValidationOptions { Threads = 4 }), one);

        var shuffled = shares.ToArray();
        new Pcg32(8).Shuffle(shuffled.AsSpan());
        Same(Find(shuffled, new ValidationOptions { Threads = 4 }), one);
    }

    /// <summary>A public on 40 objects over two weeks, with crews that act within a minute and an audience woken by alerts.</summary>
    private static List<(int Account, int Object, long TimeUs)> Crowd(ulong seed, int crews = 2, int audience = 0)
    {
        const int objects = 40;
        var random = new Pcg32(seed, 12);
        var shares = new List<(int, int, long)>();
        void Act(int account, int o, double seconds) => shares.Add((account, o, (long)(o * 30_000 + seconds) * 1_000_000));
        for (var account = 0; account < 30; account++)
            for (var k = 0; k < 14; k++) Act(account, random.Next(objects), 2000 * Math.Exp(1.5 * random.NextNormal()));
        for (var c = 0; c < crews; c++)
        {
            for (var k = 0; k < 7; k++)
            {
                var (o, start) = (random.Next(objects), 500 + 8000 * random.NextDouble());
                for (var member = 0; member < 4; member++) Act(30 + 4 * c + member, o, start + 60 * random.NextDouble());
            }
        }

        for (var k = 0; audience > 0 && k < 14; k++)
        {
            var (o, alert) = (random.Next(objects), 3000 + 6000 * random.NextDouble());
            for (var fan = 0; fan < audience; fan++)
                if (random.Next(2) == 0) Act(60 + fan, o, alert + 45 * random.NextExponential());
        }

        return shares;
    }

    private static Validated Find(IReadOnlyList<(int, int, long)> shares, ValidationOptions options) => Test.Test(Shares.Corpus(Behaviour.Object, shares), options);

    private static IEnumerable<(int A, int B)> AllPairs(IReadOnlyList<int> accounts) =>
        accounts.SelectMany(a => accounts.Where(b => b > a).Select(b => (a, b)));

    private static IEnumerable<(int A, int B)> ActsOnOneObject(SharedActs acts) =>
        from o in Enumerable.Range(0, acts.Objects.Length)
        from a in Enumerable.Range(acts.ObjectStarts[o], acts.ObjectStarts[o + 1] - acts.ObjectStarts[o])
        from b in Enumerable.Range(a + 1, acts.ObjectStarts[o + 1] - a - 1)
        select (a, b);

    private static void Same(Validated found, Validated expected)
    {
        found.Pairs.Select(pair => (pair.A, pair.B, pair.P, pair.Q, pair.Tier)).ShouldBe(expected.Pairs.Select(pair => (pair.A, pair.B, pair.P, pair.Q, pair.Tier)));
        found.Accounts.Select(account => (account.Account, account.Q, account.Tier)).ShouldBe(expected.Accounts.Select(account => (account.Account, account.Q, account.Tier)));
    }
}
