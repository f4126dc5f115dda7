using System.Collections.Immutable;
using Claque.Cases;
using Claque.Grouping;
using Claque.Leads;
using Claque.Pairing;
using Claque.Reports.Exports;
using Claque.TextEvidence;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Reports;

/// <summary>Findings as people and files see them: names instead of numbers, seconds instead of microseconds.</summary>
public sealed class FindingsViews
{
    private readonly Findings _findings;
    private readonly Dictionary<(Behaviour, int, int), (ValidatedPair Pair, Validation.PairEvidence Evidence)> _evidence = [];
    private readonly Dictionary<(Behaviour, int, int), LaunchPair> _launches = [];
    private readonly Dictionary<(int, int), TextPair> _texts = [];
    private readonly Dictionary<int, AccountView> _accounts = [];

    /// <summary>Makes the views of findings.</summary>
    public FindingsViews(Findings findings)
    {
        _findings = findings;
        foreach (var pair in findings.Validated?.Pairs ?? [])
            foreach (var evidence in pair.Evidence)
                _evidence.Add((evidence.Behaviour, pair.A, pair.B), (pair, evidence));
        foreach (var launch in findings.Validated?.AtPublication ?? []) _launches.Add((launch.Behaviour, launch.A, launch.B), launch);
        foreach (var pair in findings.Texts?.Pairs ?? []) _texts.Add((pair.A, pair.B), pair);
    }

    /// <summary>
    /// One row for each pair and behaviour, measured at the widest window: behaviours in their order, firmest and heaviest pairs
    /// first; the two accounts of a row in the order of their names.
    /// </summary>
    public IEnumerable<PairView> Pairs() => _findings.Layers.SelectMany(PairsOf);

    /// <summary>One row for each account of a pair, by tier, q-value and name.</summary>
    public ImmutableArray<AccountRow> Accounts()
    {
        var verdicts = _findings.Validated?.Accounts.ToDictionary(account => account.Account) ?? [];
        var members = _findings.Groups.SelectMany(group => group.Members.Select(member => (group, member))).ToDictionary(x => x.member.Account);
        var ties = new Dictionary<int, HashSet<int>>();
        var weights = new Dictionary<int, long>();
        var behaviours = new Dictionary<int, SortedSet<Behaviour>>();
        foreach (var layer in _findings.Layers)
        {
            foreach (var pair in layer.Widest.Items)
            {
                Count(pair.A, pair.B);
                Count(pair.B, pair.A);

                void Count(int account, int other)
                {
                    (ties.TryGetValue(account, out var t) ? t : ties[account] = []).Add(other);
                    (behaviours.TryGetValue(account, out var b) ? b : behaviours[account] = []).Add(layer.Behaviour);
                    weights[account] = weights.GetValueOrDefault(account) + pair.Weight;
                }
            }
        }

        var labels = Explanations.Of(_findings);
        var leads = SurfacedAccount.Of(_findings).Where(one => one.Tier == Tier.Lead).ToDictionary(one => one.Account);
        var byText = _findings.Texts?.Accounts.Where(account => account.Tier > Tier.None).ToDictionary(account => account.Account) ?? [];
        return
        [
            .. ties.Keys.Union(leads.Keys).Union(verdicts.Values.Where(v => v.Tier > Tier.None).Select(v => v.Account)).Union(byText.Keys).Union(labels.Keys)
                .Select(Row)
                .OrderBy(row => Array.IndexOf(TierWords.Firmest, row.Tier)).ThenBy(row => row.Q ?? 2)
                .ThenBy(row => row.Account.NativeId, StringComparer.Ordinal),
        ];

        AccountRow Row(int account)
        {
            var (timing, text) = (verdicts.GetValueOrDefault(account), byText.GetValueOrDefault(account));
            var (timingTier, textTier) = (timing?.Tier ?? Tier.None, text?.Tier ?? Tier.None);
            if (leads.TryGetValue(account, out var lead))
            {
                if (lead.Behaviours.Any(behaviour => behaviour != Behaviour.CommonText)) timingTier = Tier.Lead;
                if (lead.Behaviours.Contains(Behaviour.CommonText)) textTier = Tier.Lead;
            }

            var q = timingTier == textTier ? Smaller(timing?.Q, text?.Q) : timingTier > textTier ? timing?.Q : text?.Q;
            var seen = lead?.Behaviours.ToList() ?? (timingTier > Tier.None ? timing!.Behaviours : []).Concat(textTier > Tier.None ? [Behaviour.CommonText] : []).ToList();
            if (seen.Count == 0) seen = [.. behaviours.GetValueOrDefault(account, [])];
            return new AccountRow(
                Account(account), TierWords.Of(timingTier > textTier ? timingTier : textTier), q,
                members.TryGetValue(account, out var at) ? at.group.Number : null,
                (timingTier > Tier.None, textTier > Tier.None) switch { (true, true) => ["both"], (true, false) => ["timing"], (false, true) => ["text"], _ => [] },
                [.. seen.Select(behaviour => behaviour.Name)],
                labels.GetValueOrDefault(account, ""),
                ties.TryGetValue(account, out var t) ? t.Count : 0, weights.GetValueOrDefault(account),
                at.member?.JointPosts ?? 0, at.member?.Posts);
        }

        static double? Smaller(double? a, double? b) => a is null ? b : b is null ? a : Math.Min(a.Value, b.Value);
    }

    /// <summary>The accounts that are worth a look and that nothing names, with what was seen.</summary>
    public ImmutableArray<SurfacedView> Surfaced() =>
        [.. SurfacedAccount.Of(_findings).Select(one => new SurfacedView(Account(one.Account), TierWords.Of(one.Tier), one.Circle, [.. one.Behaviours.Select(b => b.Name)], one.Why))];

    /// <summary>The groups over all behaviours.</summary>
    public ImmutableArray<GroupView> Groups() => [.. _findings.Groups.Select(group => View(group, ""))];

    /// <summary>The groups of each single behaviour.</summary>
    public IEnumerable<GroupView> GroupsByBehaviour() =>
        _findings.Layers.SelectMany(layer => layer.Groups.Select(group => View(group, layer.Behaviour.Name)));

    /// <summary>What the test says of a pair in a behaviour; empty where it is not among those with a p-value of at most 0.05.</summary>
    public (double? P, double? Q, string Tier) EvidenceOf(Behaviour behaviour, Pair pair)
    {
        if (behaviour == Behaviour.CommonText)
            return _texts.TryGetValue((pair.A, pair.B), out var texts) ? (texts.P, texts.Q, TierWords.Of(texts.Tier)) : (null, null, "");
        var key = (behaviour, pair.A, pair.B);
        if (_evidence.TryGetValue(key, out var found) && found.Evidence.Seen) return (found.Evidence.P, found.Pair.Q, TierWords.Of(found.Pair.Tier));
        if (_launches.TryGetValue(key, out var launch)) return (launch.P, launch.Q, TierWords.Of(Tier.AtPublication));
        return found.Pair is null ? (null, null, "") : (found.Evidence.P, found.Pair.Q, "");
    }

    private IEnumerable<PairView> PairsOf(Layer layer)
    {
        var windowS = layer.Widest.Window.TotalSeconds;
        return layer.Widest.Items
            .Select(pair => (Pair: pair, Evidence: EvidenceOf(layer.Behaviour, pair)))
            .OrderBy(row => Array.IndexOf(TierWords.Firmest, row.Evidence.Tier)).ThenByDescending(row => row.Pair.Weight)
            .ThenByDescending(row => row.Pair.CoActs)
            .ThenBy(row => row.Pair.A, Comparer<int>.Create(_findings.Corpus.Accounts.Compare))
            .ThenBy(row => row.Pair.B, Comparer<int>.Create(_findings.Corpus.Accounts.Compare))
            .Select(row => View(row.Pair, layer.Behaviour, windowS, row.Evidence));
    }

    private PairView View(Pair pair, Behaviour behaviour, double windowS, (double? P, double? Q, string Tier) evidence)
    {
        var (mean, median) = (pair.MeanGapUs / 1e6, pair.MedianGapUs / 1e6);
        return _findings.Corpus.Accounts.Compare(pair.A, pair.B) <= 0
            ? new PairView(
                Account(pair.A), Account(pair.B), behaviour.Name, windowS, pair.Weight, pair.CoActs, pair.PostsA, pair.PostsB, mean, median,
                pair.AFirst, pair.BFirst, evidence.P, evidence.Q, evidence.Tier)
            : new PairView(
                Account(pair.B), Account(pair.A), behaviour.Name, windowS, pair.Weight, pair.CoActs, pair.PostsB, pair.PostsA, mean, median,
                pair.BFirst, pair.AFirst, evidence.P, evidence.Q, evidence.Tier);
    }

    private GroupView View(Group group, string behaviour) => new(
        group.Number, behaviour, [.. group.Behaviours.Select(b => b.Name)], group.PairCount, group.Density, group.Weight, group.Objects,
        group.MedianGapUs / 1e6, group.FirstUs, group.LastUs, TierWords.Of(GroupReadings.TierOf(group, _findings.Validated, _findings.Texts)),
        [.. group.Members.Select(m => new MemberView(Account(m.Account), m.Ties, m.JointPosts, m.Posts, m.JointShare))],
        GroupReadings.Of(group, _findings));

    private AccountView Account(int account)
    {
        if (!_accounts.TryGetValue(account, out var view))
            _accounts.Add(account, view = new AccountView(account, "", _findings.Corpus.Accounts[account], "", ""));
        return view;
    }
}

/// <summary>The words for tiers in files and reports.</summary>
public static class TierWords
{
    /// <summary>All words, firmest first.</summary>
    public static readonly string[] Firmest = ["named", "weak", "at_publication", "lead", ""];

    /// <summary>The word of a tier.</summary>
    public static string Of(Tier tier) => tier switch
    {
        Tier.Named => "named",
        Tier.Weak => "weak",
        Tier.AtPublication => "at_publication",
        Tier.Lead => "lead",
        _ => "",
    };
}
