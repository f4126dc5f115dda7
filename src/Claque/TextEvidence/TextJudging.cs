using System.Collections.Immutable;
using Claque.Statistics;
using Claque.Validation;

namespace Claque.TextEvidence;

/// <summary>From texts in common to p-values, q-values and tiers.</summary>
/// <remarks>
/// 1. A pair's p-value is that of Simes over the kinds of text in which it could be tested; q over all pairs that could be.
/// 2. An account's p-value is twice the smaller of two: Simes over all pairs in which it is tested, and the chance of as many
/// texts in common with anybody; q over all accounts tested.
/// 3. A pair's q is the largest of its own and those of its two accounts. An account has the tier of its firmest pair; without
/// one, that of its own q, if it has enough different texts in common with the members of one group of such pairs.
/// </remarks>
internal sealed class TextJudging
{
    private readonly Meetings _meetings;
    private readonly TextKinds _kinds;
    private readonly TextTests _tests;
    private readonly TextEvidenceOptions _options;
    private readonly List<Draft> _drafts = [];
    private readonly SortedDictionary<int, int[]> _metTexts = [];

    public TextJudging(Meetings meetings, TextKinds kinds, TextEvidenceOptions options)
    {
        (_meetings, _kinds, _options) = (meetings, kinds, options);
        _tests = new TextTests(kinds, options);
        meetings.ByPair(AddDraft);
        CountMetTexts();
    }

    /// <summary>A pair with enough texts of at least one kind in common, and those texts.</summary>
    private sealed record Draft(int A, int B, ImmutableArray<int> Texts, int[] Common);

    private sealed record Scored(double[] P, double[] PairQ, Dictionary<int, (double P, double Q)> Accounts)
    {
        public double Q(int pair, Draft draft) => Math.Max(PairQ[pair], Math.Max(Accounts[draft.A].Q, Accounts[draft.B].Q));
    }

    public TextVerdict Conclude(Exhibits exhibits, ImmutableArray<ClassCount> classes, TextIntake intake, int limit)
    {
        // Those who stand by the rate measured elsewhere are left out when the corpus's own is taken, or they would hide themselves.
        var first = Score([0, 0]);
        var standing = new HashSet<int>();
        for (var i = 0; i < _drafts.Count; i++)
            if (first.Q(i, _drafts[i]) <= _options.WeakAlpha) standing.UnionWith([_drafts[i].A, _drafts[i].B]);
        ImmutableArray<double> own = [OwnRate(0, standing), OwnRate(1, standing)];
        var scored = Score(own);

        var pairs = _drafts.Select((draft, i) =>
        {
            var q = scored.Q(i, draft);
            return new TextPair(
                draft.A, draft.B, exhibits.Of(draft.A, draft.B, draft.Texts), _kinds.Texts(draft.A), _kinds.Texts(draft.B), Expected(draft, own),
                scored.P[i], scored.PairQ[i], q, TierOf(q));
        }).ToImmutableArray();
        var joined = new TextGroups(_meetings, pairs, _options.MinTexts)
            .Joined(account => scored.Accounts.TryGetValue(account, out var tested) ? TierOf(tested.Q) : Tier.None, exhibits);
        return new TextVerdict(
            pairs, joined, Accounts(pairs, joined, scored), classes, intake, limit, _tests.Pairs, _tests.Accounts, own[0], own[1], _options,
            _tests.Accounts >= 2 ? "" : $"Fewer than two accounts have {_options.MinTexts} texts of their own.");
    }

    private void AddDraft(ReadOnlyMemory<Meeting> pair)
    {
        var common = new int[TextKinds.Count];
        foreach (var meeting in pair.Span) common[_kinds.Of(meeting.Text)]++;
        if (common.All(texts => texts < _options.MinTexts)) return;
        var texts = ImmutableArray.CreateBuilder<int>(pair.Length);
        foreach (var meeting in pair.Span)
            if (common[_kinds.Of(meeting.Text)] >= _options.MinTexts) texts.Add(meeting.Text);
        _drafts.Add(new Draft(pair.Span[0].A, pair.Span[0].B, texts.ToImmutable(), common));
    }

    /// <summary>Per account and kind: its different texts that anybody else published too.</summary>
    private void CountMetTexts()
    {
        var seen = new HashSet<(int, int)>();
        foreach (var meeting in _meetings.Items)
        {
            foreach (var account in (ReadOnlySpan<int>)[meeting.A, meeting.B])
            {
                if (!seen.Add((account, meeting.Text))) continue;
                if (!_metTexts.TryGetValue(account, out var met)) _metTexts[account] = met = new int[TextKinds.Count];
                met[_kinds.Of(meeting.Text)]++;
            }
        }
    }

    private Scored Score(ImmutableArray<double> own)
    {
        double[] p = [.. _drafts.Select(draft => PairP(draft, own))];
        return new Scored(p, QValues(p, _tests.Pairs), AccountQs(p, own));
    }

    private double PairP(Draft draft, ImmutableArray<double> own) => OverKinds(
        kind => _tests.IsTested(draft.A, kind) && _tests.IsTested(draft.B, kind),
        kind => _tests.Chance(draft.Common[kind], _tests.Possible(draft.A, draft.B, kind), kind, own));

    private double MetP(int account, ImmutableArray<double> own) => OverKinds(
        kind => _tests.IsTested(account, kind),
        kind => _tests.Chance(_metTexts[account][kind], _tests.Possible(account, kind), kind, own));

    /// <summary>One p-value over the kinds that could be tested (Simes); 1 when none could.</summary>
    private static double OverKinds(Func<int, bool> isTested, Func<int, double> p)
    {
        double[] tested = [.. Enumerable.Range(0, TextKinds.Count).Where(isTested).Select(p)];
        return FalseDiscovery.Simes(tested, tested.Length);
    }

    private double Expected(Draft draft, ImmutableArray<double> own) => Enumerable.Range(0, TextKinds.Count)
        .Sum(kind => Math.Max(_options.BaseRate.Of(kind), own[kind]) * _tests.Possible(draft.A, draft.B, kind));

    private Dictionary<int, (double P, double Q)> AccountQs(double[] pairP, ImmutableArray<double> own)
    {
        var ofPairs = _drafts.SelectMany((draft, i) => new[] { (Account: draft.A, P: pairP[i]), (Account: draft.B, P: pairP[i]) })
            .ToLookup(one => one.Account, one => one.P);
        int[] accounts = [.. _metTexts.Keys.Where(account => _tests.IsTested(account, 0) || _tests.IsTested(account, 1))];
        double[] p = [.. accounts.Select(account =>
        {
            var pairs = FalseDiscovery.Simes([.. ofPairs[account]], _tests.Partners(account));
            return Math.Min(1, 2 * Math.Min(pairs, MetP(account, own)));
        })];
        var q = QValues(p, _tests.Accounts);
        return accounts.Select((account, i) => (account, p[i], q[i])).ToDictionary(one => one.account, one => (one.Item2, one.Item3));
    }

    /// <summary>Chance that two texts of a kind by different people are the same, from those who do not stand; one coincidence more than there was.</summary>
    private double OwnRate(int kind, HashSet<int> standing)
    {
        var coincidences = 1;
        foreach (var meeting in _meetings.Items)
            if (_kinds.Of(meeting.Text) == kind && !standing.Contains(meeting.A) && !standing.Contains(meeting.B)) coincidences++;
        double sum = 0, squares = 0;
        for (var account = 0; account < _kinds.Accounts; account++)
        {
            if (standing.Contains(account)) continue;
            double texts = _kinds.Margins[kind][account];
            sum += texts;
            squares += texts * texts;
        }

        var possible = .5 * (sum * sum - squares);
        return possible > 0 ? Math.Min(1, coincidences / possible) : 0;
    }

    private ImmutableArray<TextAccount> Accounts(ImmutableArray<TextPair> pairs, ImmutableArray<TextJoin> joined, Scored scored)
    {
        var byAccount = pairs.SelectMany(pair => new[] { (Account: pair.A, Pair: pair), (Account: pair.B, Pair: pair) })
            .ToLookup(one => one.Account, one => one.Pair);
        var byJoin = joined.ToDictionary(join => join.Account);
        return
        [
            .. byAccount.Select(account => account.Key).Union(byJoin.Keys).Order().Select(account =>
            {
                var (p, q) = scored.Accounts[account];
                var tier = byAccount[account].Select(pair => pair.Tier).DefaultIfEmpty(Tier.None).Max();
                if (byJoin.TryGetValue(account, out var join) && join.Tier > tier)
                    return new TextAccount(account, p, q, join.Tier, join.Members.Length, join.Texts.Length, _kinds.Texts(account), true);
                TextPair[] firmest = [.. byAccount[account].Where(pair => pair.Tier == tier)];
                var texts = firmest.SelectMany(pair => pair.Texts).Select(text => text.Text).Distinct().Count();
                return new TextAccount(account, p, q, tier, firmest.Length, texts, _kinds.Texts(account), false);
            }),
        ];
    }

    private Tier TierOf(double q) => q <= _options.Alpha ? Tier.Named : q <= _options.WeakAlpha ? Tier.Weak : Tier.None;

    private static double[] QValues(double[] p, double tests)
    {
        var q = new double[p.Length];
        FalseDiscovery.QValues(p, Math.Max(tests, p.Length), q);
        return q;
    }
}
