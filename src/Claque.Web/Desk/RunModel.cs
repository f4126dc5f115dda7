using System.Collections.Concurrent;
using System.Collections.Immutable;
using Claque.Cases;
using Claque.Reports;

namespace Claque.Web;

/// <summary>A run as its pages look at it: read from the case once, never changed. Memory grows with its pairs and exhibits.</summary>
internal sealed class RunModel
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, AccountView> _accounts = [];
    private Dictionary<int, Dictionary<ushort, long>>? _languages;
    private readonly Dictionary<int, GroupView> _groupOf;
    private readonly Dictionary<int, int[]> _pairsOf;
    private readonly ConcurrentDictionary<GroupView, GroupDetail> _details = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<ImmutableArray<ObjectStat>> _topObjects;
    private readonly Lazy<Dictionary<int, int[]>> _coActsOf;
    private readonly Dictionary<int, AccountStanding> _standingOf;

    private RunModel(CaseFile file, RunView run)
    {
        Run = run;
        Groups = file.Groups(run.Number);
        Sensitivity = file.Sensitivity(run.Number).ToLookup(outcome => outcome.Group);
        Single = [.. run.Layers.Select(layer => layer.Behaviour).Distinct().SelectMany(behaviour => file.Groups(run.Number, behaviour))];
        Pairs = [.. file.Look.PairsOf(run.Number)];
        CoActs = [.. file.Look.CoActsOf(run.Number)];
        Objects = file.Look.ObjectsOf(run.Number).ToDictionary(item => item.Number);
        Widest = [.. run.Layers.Select(layer => layer.WindowS == run.Layers.Where(other => other.Behaviour == layer.Behaviour).Max(other => other.WindowS))];
        _groupOf = Groups.SelectMany(group => group.Members.Select(member => (member.Account.Number, group))).ToDictionary(x => (int)x.Number, x => x.group);
        _pairsOf = Enumerable.Range(0, Pairs.Length).Where(i => Widest[Pairs[i].Layer])
            .SelectMany(i => new[] { (Account: Pairs[i].A, Pair: i), (Account: Pairs[i].B, Pair: i) })
            .GroupBy(x => x.Account, x => x.Pair).ToDictionary(of => of.Key, of => of.ToArray());
        foreach (var account in _pairsOf.Keys.Concat(_groupOf.Keys)) _accounts.TryAdd(account, file.Account(account));
        foreach (var coAct in CoActs)
        {
            _accounts.TryAdd(coAct.A, file.Account(coAct.A));
            _accounts.TryAdd(coAct.B, file.Account(coAct.B));
        }

        _coActsOf = new(() => Enumerable.Range(0, CoActs.Length).SelectMany(i => new[] { (Account: CoActs[i].A, Place: i), (Account: CoActs[i].B, Place: i) })
            .GroupBy(x => x.Account, x => x.Place).ToDictionary(of => of.Key, of => of.ToArray()));
        _topObjects = new(() => ObjectStat.Of(CoActs, Objects));
        Standings = AccountStanding.Of(this);
        _standingOf = Standings.ToDictionary(standing => standing.Account);
    }

    public RunView Run { get; }

    /// <summary>Groups over all behaviours.</summary>
    public ImmutableArray<GroupView> Groups { get; }

    /// <summary>How the groups over all behaviours fare under other settings, by number of the group.</summary>
    public ILookup<int, SensitivityView> Sensitivity { get; }

    /// <summary>Groups of single behaviours.</summary>
    public ImmutableArray<GroupView> Single { get; }

    /// <summary>All pairs, by layer and accounts.</summary>
    public StoredPair[] Pairs { get; }

    /// <summary>All exhibits, by accounts.</summary>
    public StoredCoAct[] CoActs { get; }

    public IReadOnlyDictionary<long, StoredObject> Objects { get; }

    /// <summary>Per layer: whether it has the widest window of its behaviour.</summary>
    public bool[] Widest { get; }

    /// <summary>Every account that stands in a pair or a group, firmest first, then by weight.</summary>
    public ImmutableArray<AccountStanding> Standings { get; }

    /// <summary>Time of the first stored co-act; null without any.</summary>
    public long? FirstUs => CoActs.Length == 0 ? null : CoActs.Min(coAct => Math.Min(coAct.TimeAUs, coAct.TimeBUs));

    /// <summary>Time of the last stored co-act.</summary>
    public long? LastUs => CoActs.Length == 0 ? null : CoActs.Max(coAct => Math.Max(coAct.TimeAUs, coAct.TimeBUs));

    /// <summary>True when the run made a test.</summary>
    public bool IsValidated => IsValidatedRun(Run);

    /// <summary>Objects with most accounts, most first.</summary>
    public ImmutableArray<ObjectStat> TopObjects => _topObjects.Value;

    public static RunModel Of(CaseFile file, RunView run) => new(file, run);

    public static bool IsValidatedRun(RunView run) =>
        run.ErrorControl.Length > 0 && !run.ErrorControl.Contains("unvalidated", StringComparison.OrdinalIgnoreCase);

    public AccountView Account(int number) => _accounts[number];

    /// <summary>The group over all behaviours that holds the account; null when none does.</summary>
    public GroupView? GroupOf(int account) => _groupOf.GetValueOrDefault(account);

    /// <summary>Places of the pairs of an account at the widest windows.</summary>
    public int[] PairsOf(int account) => _pairsOf.GetValueOrDefault(account, []);

    /// <summary>How the account stands; null when it is in no pair.</summary>
    public AccountStanding? StandingOf(int account) => _standingOf.GetValueOrDefault(account);

    /// <summary>The group of a key or a number, over all behaviours first.</summary>
    /// <exception cref="Refused">The run has no such group.</exception>
    public GroupView Group(string keyOrNumber) =>
        Groups.Concat(Single).FirstOrDefault(group => group.Key == keyOrNumber)
        ?? (int.TryParse(keyOrNumber, out var number) ? Groups.FirstOrDefault(group => group.Number == number) : null)
        ?? throw Refused.NotFound($"Run {Run.Number} has no group {keyOrNumber}. A group has the same address in two runs only when both found the same members.");

    /// <summary>How many posts of a member of a group are in which language; counted for all members by one pass over the posts.</summary>
    public IReadOnlyDictionary<ushort, long> LanguagesOf(PostTable columns, int member)
    {
        lock (_gate)
        {
            if (_languages is null)
            {
                _languages = Groups.Concat(Single).SelectMany(group => group.Members).Select(of => (int)of.Account.Number).Distinct()
                    .ToDictionary(account => account, _ => new Dictionary<ushort, long>());
                for (var i = 0; i < columns.Accounts.Length; i++)
                    if (_languages.TryGetValue(columns.Accounts[i], out var counts)) counts[columns.Languages[i]] = counts.GetValueOrDefault(columns.Languages[i]) + 1;
            }

            return _languages[member];
        }
    }

    /// <summary>What the page of a group shows; worked out once.</summary>
    public GroupDetail Detail(GroupView group) => _details.GetOrAdd(group, of => new GroupDetail(this, of));

    /// <summary>The exhibits of two accounts: their range in <see cref="CoActs"/>.</summary>
    public Range CoActsOf(int a, int b)
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        return FirstAt(low, high)..FirstAt(low, high + 1);
    }

    /// <summary>All exhibits of an account.</summary>
    public IReadOnlyCollection<StoredCoAct> CoActsOf(int account) =>
        [.. _coActsOf.Value.GetValueOrDefault(account, []).Select(i => CoActs[i])];

    /// <summary>Place of a tier among all, firmest first.</summary>
    public static int Rank(string tier) => Array.IndexOf(TierWords.Firmest, tier) is >= 0 and var at ? at : TierWords.Firmest.Length - 1;

    private int FirstAt(int a, int b)
    {
        var (from, to) = (0, CoActs.Length);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if ((CoActs[middle].A, CoActs[middle].B).CompareTo((a, b)) < 0) from = middle + 1;
            else to = middle;
        }

        return from;
    }
}

/// <summary>An object with how many shared it.</summary>
internal sealed record ObjectStat(StoredObject Object, int Accounts, long CoActs, long FirstUs, long LastUs)
{
    /// <summary>Objects of these exhibits, those with most accounts first.</summary>
    public static ImmutableArray<ObjectStat> Of(IReadOnlyCollection<StoredCoAct> coActs, IReadOnlyDictionary<long, StoredObject> objects) =>
        [.. coActs.GroupBy(coAct => coAct.Object).Select(of => new ObjectStat(
                objects[of.Key], of.SelectMany(coAct => new[] { coAct.A, coAct.B }).Distinct().Count(), of.LongCount(),
                of.Min(coAct => Math.Min(coAct.TimeAUs, coAct.TimeBUs)), of.Max(coAct => Math.Max(coAct.TimeAUs, coAct.TimeBUs))))
            .OrderByDescending(stat => stat.Accounts).ThenByDescending(stat => stat.CoActs).ThenBy(stat => stat.Object.Number)];
}

/// <summary>How an account stands in a run, over all its pairs at the widest windows.</summary>
internal sealed record AccountStanding(
    int Account, string Tier, double? Q, GroupView? Group, ImmutableArray<string> Behaviours, int Ties, long Weight, int JointPosts)
{
    /// <summary>All accounts of the run, firmest first, then by weight.</summary>
    public static ImmutableArray<AccountStanding> Of(RunModel model)
    {
        var pairsOf = model.Pairs.SelectMany(pair => new[] { pair.A, pair.B }).Concat(model.Groups.SelectMany(group => group.Members.Select(member => (int)member.Account.Number)));
        return
        [
            .. pairsOf.Distinct().Select(account => Of(model, account))
                .OrderBy(standing => RunModel.Rank(standing.Tier)).ThenByDescending(standing => standing.Weight).ThenBy(standing => standing.Account),
        ];
    }

    private static AccountStanding Of(RunModel model, int account)
    {
        var pairs = model.PairsOf(account).Select(i => model.Pairs[i]).ToList();
        var group = model.GroupOf(account);
        return new AccountStanding(
            account, TierWords.Firmest[pairs.Select(pair => RunModel.Rank(pair.Tier)).DefaultIfEmpty(TierWords.Firmest.Length - 1).Min()],
            pairs.Where(pair => pair.Q is not null).Select(pair => pair.Q).DefaultIfEmpty(null).Min(), group,
            [.. pairs.Select(pair => pair.Layer).Order().Select(layer => model.Run.Layers[layer].Behaviour).Distinct()],
            pairs.Select(pair => pair.A == account ? pair.B : pair.A).Distinct().Count(), pairs.Sum(pair => (long)pair.Weight),
            group?.Members.First(member => member.Account.Number == account).JointPosts ?? 0);
    }
}
