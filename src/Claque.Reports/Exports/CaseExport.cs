using System.Collections.Immutable;
using Claque.Cases;
using Claque.Tracing;

namespace Claque.Reports.Exports;

/// <summary>One run of a case as handed to other programs.</summary>
/// <param name="Case">The case.</param>
/// <param name="Figures">The case in figures.</param>
/// <param name="Sources">Imported files.</param>
/// <param name="Run">The run.</param>
/// <param name="Accounts">Accounts of the run, sorted by number; every account of <paramref name="Pairs"/> is among them.</param>
/// <param name="Pairs">
/// Pairs of all behaviours and windows, each pair once per behaviour and window, in a fixed order. Read once per export and
/// never held, so that millions of pairs may come straight from the case file.
/// </param>
/// <param name="Groups">Groups over all behaviours and of single behaviours.</param>
public sealed record CaseExport(
    CaseView Case, CaseFigures Figures, ImmutableArray<SourceView> Sources, RunView Run, IReadOnlyCollection<AccountRow> Accounts,
    IEnumerable<PairView> Pairs, IReadOnlyCollection<GroupView> Groups)
{
    /// <summary>Accounts that are worth a look and that nothing names.</summary>
    public ImmutableArray<SurfacedView> Surfaced { get; init; } = [];

    /// <summary>When and by which version the export is written.</summary>
    public required ReportStamp Stamp { get; init; }
}

/// <summary>An account with the measures of a run.</summary>
/// <param name="Account">The account.</param>
/// <param name="Tier"><c>named</c>, <c>weak</c>, <c>lead</c>, <c>at_publication</c> or empty.</param>
/// <param name="Q">Smallest q-value of its pairs; null when the run made no test.</param>
/// <param name="Group">Number of its group over all behaviours; null when it is in none.</param>
/// <param name="Evidence">Kind of evidence: <c>timing</c>, <c>text</c> or <c>both</c>; none where it forms no pair.</param>
/// <param name="Behaviours">Behaviours in which it forms pairs, sorted by name.</param>
/// <param name="Explained">A label that explains its acting together, such as regular delay; empty when there is none.</param>
/// <param name="Ties">Accounts with which it forms a pair, in any behaviour.</param>
/// <param name="Weight">Sum of the weights of its pairs, each behaviour at its widest window.</param>
/// <param name="JointPosts">Its joint posts inside its group; 0 outside groups.</param>
/// <param name="Posts">All its posts, where known; null otherwise.</param>
public sealed record AccountRow(
    AccountView Account, string Tier, double? Q, int? Group, ImmutableArray<string> Evidence, ImmutableArray<string> Behaviours,
    string Explained, int Ties, long Weight, int JointPosts, int? Posts)
{
    /// <summary>Share of its posts that are joint; null where its posts are not known.</summary>
    public double? JointShare => Posts is > 0 and var posts ? (double)JointPosts / posts : null;
}

/// <summary>Sums pairs and groups up to a row per account.</summary>
public static class AccountRows
{
    // From the strongest claim to the weakest.
    private static readonly string[] Tiers = ["named", "weak", "at_publication", "lead", ""];

    /// <summary>A row for each account of the pairs or of the groups over all behaviours, sorted by the number of the account.</summary>
    /// <param name="pairs">Each pair once per behaviour and window; its evidence is its timing.</param>
    /// <param name="groups">Groups; those of single behaviours are skipped.</param>
    /// <param name="explained">Labels of accounts whose acting together is explained, by number.</param>
    /// <param name="surfaced">Accounts that are worth a look and that nothing names.</param>
    /// <remarks>One pass over the pairs; memory grows with the number of different pairs of accounts.</remarks>
    public static ImmutableArray<AccountRow> Of(IEnumerable<PairView> pairs, IEnumerable<GroupView> groups, IReadOnlyDictionary<long, string>? explained = null, IEnumerable<SurfacedView>? surfaced = null)
    {
        var sums = new SortedDictionary<long, Sum>();
        var tied = new HashSet<(long, long)>();
        foreach (var pair in pairs)
        {
            var isNew = tied.Add(pair.A.Number < pair.B.Number ? (pair.A.Number, pair.B.Number) : (pair.B.Number, pair.A.Number));
            SumOf(sums, pair.A).Add(pair, pair.B.Number, isNew);
            SumOf(sums, pair.B).Add(pair, pair.A.Number, isNew);
        }

        foreach (var group in groups.Where(group => group.Behaviour.Length == 0))
            foreach (var member in group.Members)
                SumOf(sums, member.Account).Join(group, member);
        foreach (var one in surfaced ?? []) SumOf(sums, one.Account).Surface(one);
        return [.. sums.Select(sum => sum.Value.ToRow(explained?.GetValueOrDefault(sum.Key) ?? ""))];
    }

    private static Sum SumOf(SortedDictionary<long, Sum> sums, AccountView account)
    {
        if (!sums.TryGetValue(account.Number, out var sum)) sums.Add(account.Number, sum = new Sum(account));
        return sum;
    }

    private sealed class Sum(AccountView account)
    {
        private readonly SortedSet<string> _behaviours = new(StringComparer.Ordinal);
        private readonly Dictionary<(string Behaviour, long Other), (double WindowS, int Weight)> _weights = [];
        private int _ties;
        private int _tier = Tiers.Length - 1;
        private double? _q;
        private int? _group;
        private int _jointPosts;
        private int? _posts;

        public void Add(PairView pair, long other, bool isNew)
        {
            _behaviours.Add(pair.Behaviour);
            if (isNew) _ties++;
            Raise(pair.Tier);
            if (pair.Q is { } q && !(_q <= q)) _q = q;
            if (!_weights.TryGetValue((pair.Behaviour, other), out var known) || pair.WindowS > known.WindowS)
                _weights[(pair.Behaviour, other)] = (pair.WindowS, pair.Weight);
        }

        public void Join(GroupView group, MemberView member)
        {
            Raise(group.Tier);
            (_group, _jointPosts, _posts) = (group.Number, member.JointPosts, member.Posts);
        }

        public void Surface(SurfacedView one)
        {
            Raise(one.Tier);
            _behaviours.UnionWith(one.Behaviours);
        }

        public AccountRow ToRow(string explained) =>
            new(account, Tiers[_tier], _q, _group, Evidence(), [.. _behaviours], explained, _ties,
                _weights.Values.Sum(weight => (long)weight.Weight), _jointPosts, _posts);

        private ImmutableArray<string> Evidence() =>
            (_behaviours.Any(behaviour => behaviour != Behaviour.CommonText.Name), _behaviours.Contains(Behaviour.CommonText.Name)) switch
            {
                (true, true) => ["both"],
                (true, false) => ["timing"],
                (false, true) => ["text"],
                _ => [],
            };

        private void Raise(string tier)
        {
            var rank = Array.IndexOf(Tiers, tier);
            if (rank >= 0 && rank < _tier) _tier = rank;
        }
    }
}
