using System.Collections.Immutable;
using Claque.Statistics;

namespace Claque.Validation;

/// <summary>From the p-values of all behaviours to tiers: one family of pairs, one of accounts.</summary>
/// <remarks>
/// 1. A pair's p-value is that of Simes over the behaviours in which it was tested; q over all pairs tested, whatever the behaviour.
/// 2. An account's p-value is that of Simes over all pairs in which it was tested; q over all accounts tested.
/// 3. A pair's q is the largest of its own and those of its two accounts; an account has the tier of its firmest pair.
/// </remarks>
internal sealed class Verdicts
{
    private readonly IReadOnlyList<BehaviourTest> _tests;
    private readonly ValidationOptions _options;
    private readonly double[] _partners;
    private readonly AlternativeReadings?[] _readings;
    private readonly double _pairsTested;

    private Verdicts(IReadOnlyList<BehaviourTest> tests, int accounts, ValidationOptions options)
    {
        (_tests, _options, _readings) = (tests, options, new AlternativeReadings?[tests.Count]);
        _partners = new double[accounts];
        foreach (var test in tests) test.AddPartners(_partners);
        _pairsTested = tests.Sum(test => test.Testable.Pairs);
    }

    private sealed record Found(int Test, PairScore Score);

    private sealed record Draft(int A, int B, double P, double Weight, ImmutableArray<Found> Found, double[] QWithin)
    {
        public double WeightedP => P / Weight;
    }

    /// <summary>Combines the tests of all behaviours.</summary>
    /// <param name="tests">One per behaviour.</param>
    /// <param name="accounts">Accounts in the corpus.</param>
    /// <param name="options">Error rates.</param>
    public static Validated Of(IReadOnlyList<BehaviourTest> tests, int accounts, ValidationOptions options) => new Verdicts(tests, accounts, options).Conclude();

    private Validated Conclude()
    {
        var drafts = Drafts();
        var pairQ = QValues([.. drafts.Select(draft => draft.WeightedP)], _pairsTested);
        var accountsTested = _partners.Count(partners => partners > 0);
        var accounts = Accounts(drafts, accountsTested);
        var named = Threshold(drafts, pairQ, _options.Alpha);
        var weak = Threshold(drafts, pairQ, _options.WeakAlpha);

        var pairs = drafts.Select((draft, i) =>
        {
            var q = Math.Max(pairQ[i], Math.Max(accounts[draft.A].Q, accounts[draft.B].Q));
            var tier = q <= _options.Alpha ? Tier.Named : q <= _options.WeakAlpha ? Tier.Weak : Tier.None;
            var evidence = draft.Found.Select((found, k) => Evidence(found, tier, tier != Tier.None && draft.QWithin[k] <= (tier == Tier.Named ? named : weak)));
            return new ValidatedPair(draft.A, draft.B, draft.P, pairQ[i], q, tier, [.. evidence]) { WeightedP = draft.WeightedP };
        }).ToImmutableArray();
        var delays = Delays();
        pairs = ExplainedByThird(pairs, delays);

        var (launches, moments) = (Launches(), Moments());
        return new Validated(
            pairs,
            launches,
            Conclude(accounts, pairs, launches, moments),
            [.. _tests.Select(test => test.Describe(!_options.Published.Of(test.Acts.Behaviour).IsEmpty))],
            _pairsTested,
            accountsTested,
            _options.Alpha,
            _options.WeakAlpha)
        {
            RegularDelays = delays,
            SameMoments = moments,
        };
    }

    private ImmutableArray<DelayPair> Delays() =>
    [
        .. _tests.SelectMany(test => test.Delays.Select(score =>
        {
            var (a, b) = Ids(test.Acts, score.A, score.B);
            return new DelayPair(a, b, test.Acts.Behaviour, score.Objects, test.Acts.AccountIds[score.A] == a ? score.GapUs : -score.GapUs, score.SpreadUs);
        })).OrderBy(pair => (pair.A, pair.B, pair.Behaviour)),
    ];

    /// <summary>Marks the pairs that stand and are not explained by themselves, though each of the two is with one and the same third.</summary>
    private static ImmutableArray<ValidatedPair> ExplainedByThird(ImmutableArray<ValidatedPair> pairs, ImmutableArray<DelayPair> delays)
    {
        var explained = pairs.Where(pair => pair.IsExplainedByItself).Select(pair => (pair.A, pair.B)).Concat(delays.Select(pair => (pair.A, pair.B)))
            .SelectMany(pair => new[] { pair, (A: pair.B, B: pair.A) })
            .GroupBy(pair => pair.A, pair => pair.B).ToDictionary(one => one.Key, one => one.ToHashSet());
        return explained.Count == 0 ? pairs : [.. pairs.Select(pair => pair.Tier < Tier.Weak || pair.IsExplainedByItself
            || !explained.TryGetValue(pair.A, out var ofA) || !explained.TryGetValue(pair.B, out var ofB) || !ofA.Overlaps(ofB)
            ? pair
            : pair with { IsExplainedByThird = true })];
    }

    /// <summary>Joins what the behaviours found of each pair, sorted by (A, B).</summary>
    private List<Draft> Drafts()
    {
        var found = _tests
            .SelectMany((test, t) => test.Scores.Select(score => (Pair: Ids(test.Acts, score.A, score.B), Found: new Found(t, score))))
            .GroupBy(one => one.Pair, one => one.Found)
            .OrderBy(pair => pair.Key);
        var counters = _tests.Count > 1 ? _tests.Select(test => new TrialCounter(test)).ToArray() : [];
        return [.. found.Select(pair => NewDraft(pair.Key, [.. pair.OrderBy(one => one.Test)], counters))];
    }

    private Draft NewDraft((int A, int B) pair, ImmutableArray<Found> found, TrialCounter[] counters)
    {
        var weight = Math.Max(found.Sum(one => one.Score.Weight), counters.Sum(counter => counter.Weight(pair.A, pair.B, _options.MinSittings)));
        double[] p = [.. found.Select(one => one.Score.WeightedP)];
        var q = new double[p.Length];
        FalseDiscovery.QValues(p, 1, q);
        return new Draft(pair.A, pair.B, FalseDiscovery.Simes(p, weight), weight, found, q);
    }

    private Dictionary<int, (double P, double Q)> Accounts(List<Draft> drafts, int tested)
    {
        var byAccount = drafts.SelectMany(draft => new[] { (Account: draft.A, P: draft.WeightedP), (Account: draft.B, P: draft.WeightedP) }).ToLookup(one => one.Account, one => one.P);
        int[] ids = [.. byAccount.Select(account => account.Key).Order()];
        double[] p = [.. ids.Select(id =>
        {
            double[] ofPairs = [.. byAccount[id]];
            return FalseDiscovery.Simes(ofPairs, _partners[id]);
        })];
        var q = QValues(p, tested);
        return ids.Select((id, i) => (id, p[i], q[i])).ToDictionary(one => one.id, one => (one.Item2, one.Item3));
    }

    private PairEvidence Evidence(Found found, Tier tier, bool seen)
    {
        var (test, score) = (_tests[found.Test], found.Score);
        var (near, readings) = tier == Tier.None ? (0, Readings.None) : (_readings[found.Test] ??= new AlternativeReadings(test)).Of(score);
        return new PairEvidence(
            test.Acts.Behaviour, test.Scales[score.Scale].Scale.Window, score.P, seen, score.Common, score.Trials, score.Hits, score.Sittings,
            score.Expected, near, readings);
    }

    private static ImmutableArray<ValidatedAccount> Conclude(
        Dictionary<int, (double P, double Q)> accounts, ImmutableArray<ValidatedPair> pairs, ImmutableArray<LaunchPair> launches, ImmutableArray<MomentAccount> moments)
    {
        var byAccount = pairs.SelectMany(pair => new[] { (Account: pair.A, Pair: pair), (Account: pair.B, Pair: pair) }).ToLookup(one => one.Account, one => one.Pair);
        var early = launches.SelectMany(pair => new[] { (Account: pair.A, Partner: pair.B, pair.Behaviour), (Account: pair.B, Partner: pair.A, pair.Behaviour) })
            .Concat(moments.SelectMany(one => one.Company.Select(partner => (one.Account, Partner: partner, one.Behaviour))))
            .ToLookup(one => one.Account, one => (one.Partner, one.Behaviour));
        return [.. accounts.Keys.Union(early.Select(one => one.Key)).Order().Select(account =>
        {
            var (p, q) = accounts.GetValueOrDefault(account, (1, 1));
            var tier = byAccount[account].Select(pair => pair.Tier).DefaultIfEmpty(Tier.None).Max();
            if (tier == Tier.None && early.Contains(account))
                return new ValidatedAccount(
                    account, p, q, Tier.AtPublication, early[account].Select(one => one.Partner).Distinct().Count(),
                    [.. early[account].Select(one => one.Behaviour).Distinct().Order()], false);

            ValidatedPair[] firmest = tier == Tier.None ? [] : [.. byAccount[account].Where(pair => pair.Tier == tier)];
            return new ValidatedAccount(
                account, p, q, tier, firmest.Length, [.. firmest.SelectMany(pair => pair.SeenIn).Distinct().Order()],
                firmest.Length > 0 && firmest.All(pair => pair.IsExplained));
        })];
    }

    /// <summary>The accounts that share moments with others and stand at the error rate for naming: one family over all behaviours.</summary>
    private ImmutableArray<MomentAccount> Moments()
    {
        var found = _tests.SelectMany(test => test.Moments.Select(score => (test.Acts, Score: score))).ToList();
        var q = QValues([.. found.Select(one => one.Score.P)], _tests.Sum(test => (double)test.MomentTests));
        return
        [
            .. found.Select((one, i) => new MomentAccount(
                    one.Acts.AccountIds[one.Score.Account], one.Acts.Behaviour, one.Score.P, q[i], one.Score.Sittings, one.Score.Joint, one.Score.Expected,
                    [.. one.Score.Company.Select(other => one.Acts.AccountIds[other]).Order()]))
                .Where(account => account.Q <= _options.Alpha).OrderBy(account => (account.Account, account.Behaviour)),
        ];
    }

    /// <summary>The pairs at publication that stand at the weak error rate: one family over all behaviours.</summary>
    private ImmutableArray<LaunchPair> Launches()
    {
        var found = _tests.SelectMany(test => test.Launches.Select(score => (Test: test, Score: score))).ToList();
        var q = QValues([.. found.Select(one => one.Score.P)], _tests.Sum(test => test.LaunchTests));
        return
        [
            .. found.Select((one, i) =>
            {
                var (a, b) = Ids(one.Test.Acts, one.Score.A, one.Score.B);
                return new LaunchPair(a, b, one.Test.Acts.Behaviour, one.Score.P, q[i], one.Score.Launches, one.Score.Sittings, one.Score.Expected);
            }).Where(pair => pair.Q <= _options.WeakAlpha).OrderBy(pair => (pair.A, pair.B, pair.Behaviour)),
        ];
    }

    private double[] QValues(double[] p, double tests)
    {
        var q = new double[p.Length];
        FalseDiscovery.QValues(p, tests, q, _options.Strict);
        return q;
    }

    /// <summary>The largest p-value of a pair that stands at an error rate; 0 when none does.</summary>
    private static double Threshold(List<Draft> drafts, double[] pairQ, double alpha) =>
        drafts.Where((_, i) => pairQ[i] <= alpha).Select(draft => draft.WeightedP).DefaultIfEmpty(0).Max();

    private static (int A, int B) Ids(SharedActs acts, int a, int b)
    {
        var (idA, idB) = (acts.AccountIds[a], acts.AccountIds[b]);
        return idA < idB ? (idA, idB) : (idB, idA);
    }
}
