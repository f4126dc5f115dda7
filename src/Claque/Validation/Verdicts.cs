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
    private readonly double _pairsTested;

    private Verdicts(IReadOnlyList<BehaviourTest> tests, int accounts, ValidationOptions options)
    {
        (_tests, _options) = (tests, options);
        _partners = new double[accounts];
        foreach (var test in tests)
            for (var account = 0; account < test.Acts.AccountCount; account++) _partners[test.Acts.AccountIds[account]] += test.Testable.Partners[account];
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
            return new ValidatedPair(draft.A, draft.B, draft.P, pairQ[i], q, tier, [.. evidence]);
        }).ToImmutableArray();

        return new Validated(
            pairs,
            Conclude(accounts, pairs),
            [.. _tests.Select(test => test.Describe(!_options.Published.Of(test.Acts.Behaviour).IsEmpty))],
            _pairsTested,
            accountsTested,
            _options.Alpha,
            _options.WeakAlpha);
    }

    /// <summary>Joins what the behaviours found of each pair, sorted by (A, B).</summary>
    private List<Draft> Drafts()
    {
        var found = _tests
            .SelectMany((test, t) => test.Scores.Select(score => (Pair: Ids(test.Acts, score), Found: new Found(t, score))))
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
        var (near, readings) = tier == Tier.None ? (0, Readings.None) : AlternativeReadings.Of(test, score);
        return new PairEvidence(
            test.Acts.Behaviour, test.Scales[score.Scale].Scale.Window, score.P, seen, score.Common, score.Trials, score.Hits, score.Sittings,
            score.Expected, near, readings);
    }

    private static ImmutableArray<ValidatedAccount> Conclude(Dictionary<int, (double P, double Q)> accounts, ImmutableArray<ValidatedPair> pairs)
    {
        var byAccount = pairs.SelectMany(pair => new[] { (Account: pair.A, Pair: pair), (Account: pair.B, Pair: pair) }).ToLookup(one => one.Account, one => one.Pair);
        return [.. accounts.OrderBy(account => account.Key).Select(account =>
        {
            var tier = byAccount[account.Key].Max(pair => pair.Tier);
            ValidatedPair[] firmest = tier == Tier.None ? [] : [.. byAccount[account.Key].Where(pair => pair.Tier == tier)];
            return new ValidatedAccount(
                account.Key, account.Value.P, account.Value.Q, tier, firmest.Length,
                [.. firmest.SelectMany(pair => pair.SeenIn).Distinct().Order()], firmest.Length > 0 && firmest.All(pair => pair.IsExplained));
        })];
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

    private static (int A, int B) Ids(SharedActs acts, PairScore score)
    {
        var (a, b) = (acts.AccountIds[score.A], acts.AccountIds[score.B]);
        return a < b ? (a, b) : (b, a);
    }
}
