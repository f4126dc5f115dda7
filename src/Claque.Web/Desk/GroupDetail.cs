using System.Collections.Immutable;
using Claque.Cases;

namespace Claque.Web;

/// <summary>What the pages of one group show, worked out once.</summary>
internal sealed class GroupDetail
{
    private readonly RunModel _model;
    private readonly HashSet<int> _members;
    private readonly Lazy<ImmutableArray<ObjectStat>> _objects;
    private readonly Lazy<ImmutableArray<int>> _exhibits;
    private readonly Lazy<ImmutableArray<Act>> _timeline;

    public GroupDetail(RunModel model, GroupView group)
    {
        (_model, Group) = (model, group);
        _members = [.. group.Members.Select(member => (int)member.Account.Number)];
        CoActs = [.. group.Members.Select(member => (int)member.Account.Number).Order().SelectMany(Inside)];
        Pairs = [.. Inside().OrderBy(pair => RunModel.Rank(pair.Tier)).ThenBy(pair => pair.Q ?? 2).ThenByDescending(pair => pair.Weight).ThenBy(pair => pair.A).ThenBy(pair => pair.B)];
        _objects = new(() => ObjectStat.Of(CoActs, model.Objects));
        _exhibits = new(() => [.. ExhibitOrder.Of(CoActs)]);
        _timeline = new(() => Acts());
    }

    /// <summary>An act of a member that is part of a co-act inside the group.</summary>
    internal readonly record struct Act(int Account, long TimeUs, long Post, long Object);

    public GroupView Group { get; }

    /// <summary>Co-acts between members, of the group's behaviour.</summary>
    public ImmutableArray<StoredCoAct> CoActs { get; }

    /// <summary>Pairs of members at the widest windows, firmest first.</summary>
    public ImmutableArray<StoredPair> Pairs { get; }

    public ImmutableArray<ObjectStat> Objects => _objects.Value;

    /// <summary>Places in <see cref="CoActs"/> in the order in which exhibits are shown.</summary>
    public ImmutableArray<int> Exhibits => _exhibits.Value;

    /// <summary>In order of time.</summary>
    public ImmutableArray<Act> Timeline => _timeline.Value;

    /// <summary>How the group fares under other settings, the run as it was made first; empty when the run did not look at that.</summary>
    public IEnumerable<SensitivityView> Sensitivity => Group.Behaviour.Length == 0 ? _model.Sensitivity[Group.Number] : [];

    public bool Has(int account) => _members.Contains(account);

    private bool IsOfBehaviour(string behaviour) => Group.Behaviour.Length == 0 || behaviour == Group.Behaviour;

    private IEnumerable<StoredCoAct> Inside(int account)
    {
        var (from, to) = (_model.CoActsOf(account, account + 1).Start.Value, _model.CoActs.Length);
        for (var i = from; i < to && _model.CoActs[i].A == account; i++)
            if (_members.Contains(_model.CoActs[i].B) && IsOfBehaviour(_model.Objects[_model.CoActs[i].Object].Behaviour)) yield return _model.CoActs[i];
    }

    private IEnumerable<StoredPair> Inside() => _members
        .SelectMany(member => _model.PairsOf(member).Where(i => _model.Pairs[i].A == member && _members.Contains(_model.Pairs[i].B)))
        .Select(i => _model.Pairs[i]).Where(pair => IsOfBehaviour(_model.Run.Layers[pair.Layer].Behaviour));

    private ImmutableArray<Act> Acts() =>
    [
        .. CoActs.SelectMany(coAct => new[] { new Act(coAct.A, coAct.TimeAUs, coAct.PostA, coAct.Object), new Act(coAct.B, coAct.TimeBUs, coAct.PostB, coAct.Object) })
            .Distinct().OrderBy(act => act.TimeUs).ThenBy(act => act.Post).ThenBy(act => act.Object),
    ];
}

/// <summary>The order in which exhibits are shown.</summary>
internal static class ExhibitOrder
{
    /// <summary>
    /// Places of the co-acts: one of every object first, objects with most co-acts and closest in time before the others; then the
    /// second of every object, and so on, so that a short list shows as many different objects as it can.
    /// </summary>
    public static IEnumerable<int> Of(IReadOnlyList<StoredCoAct> coActs) => Enumerable.Range(0, coActs.Count)
        .GroupBy(i => coActs[i].Object)
        .SelectMany(of => of.OrderBy(i => Gap(coActs[i])).ThenBy(i => coActs[i].PostA).ThenBy(i => coActs[i].PostB)
            .Select((i, turn) => (Place: i, Turn: turn, Size: of.Count())))
        .OrderBy(x => x.Turn).ThenByDescending(x => x.Size).ThenBy(x => Gap(coActs[x.Place])).ThenBy(x => coActs[x.Place].PostA)
        .ThenBy(x => coActs[x.Place].PostB).ThenBy(x => coActs[x.Place].Object)
        .Select(x => x.Place);

    private static long Gap(StoredCoAct coAct) => Math.Abs(coAct.TimeAUs - coAct.TimeBUs);
}
