using System.Globalization;
using Claque.Cases;
using Claque.Reports.Wording;

namespace Claque.Web;

/// <summary>The nodes and edges of the network as columns: accounts, or above 5,000 of them groups.</summary>
internal sealed class NetworkPicture
{
    private const int MostAccounts = 5000;
    private const int MostEdges = 200_000;
    private readonly RunModel _model;
    private readonly IReadOnlyDictionary<int, (float X, float Y)> _places;
    private readonly NetworkSelection _selection;
    private readonly Decided _decided;
    private readonly List<Tie> _ties;
    private readonly int[] _accounts;

    public NetworkPicture(RunModel model, IReadOnlyDictionary<int, (float X, float Y)> places, NetworkSelection selection, Decided decided)
    {
        (_model, _places, _selection, _decided) = (model, places, selection, decided);
        _ties = Ties(selection.Pairs());
        _accounts = [.. _ties.SelectMany(tie => new[] { tie.A, tie.B }).Distinct().Order()];
    }

    /// <summary>Two accounts (or groups) over all behaviours that are shown; <paramref name="Rank"/> is that of the firmest tier.</summary>
    private readonly record struct Tie(int A, int B, long Weight, int Rank);

    public NetworkPage Page()
    {
        var filter = _selection.Filter;
        var byGroup = filter.Level == "groups" || (filter.Level != "accounts" && filter.Group.Length == 0 && _accounts.Length > MostAccounts);
        int[] groups = byGroup ? GroupsIn() : [.. _accounts.Select(account => _model.GroupOf(account)).OfType<GroupView>().Select(group => group.Number).Distinct().Order()];
        var shown = byGroup ? Between() : _ties;
        var kept = shown.OrderBy(tie => tie.Weight).ThenBy(tie => tie.A).ThenBy(tie => tie.B).Skip(Math.Max(0, shown.Count - MostEdges)).ToList();
        var nodes = byGroup ? GroupNodes(groups, kept) : AccountNodes(groups, kept);
        var place = (byGroup ? groups : _accounts).Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        var edges = new NetworkEdges(
            [.. kept.Select(tie => place[tie.A])], [.. kept.Select(tie => place[tie.B])], [.. kept.Select(tie => (int)Math.Min(int.MaxValue, tie.Weight))],
            [.. kept.Select(tie => tie.Rank)]);
        return new NetworkPage(
            Show.Run(_model.Run, _model.Groups.Length), byGroup ? "groups" : "accounts", filter,
            [.. _model.Run.Layers.Where(layer => layer.Pairs > 0).Select(layer => layer.Behaviour).Distinct()], NetworkSelection.Windows(_model),
            (int)Math.Min(int.MaxValue, _ties.Select(tie => tie.Weight).DefaultIfEmpty(0).Max()),
            Show.TimeOrNull(_model.FirstUs), Show.TimeOrNull(_model.LastUs), _accounts.Length, _ties.Count, nodes, edges,
            [.. groups.Select(Group)], Sentence(byGroup, groups.Length, shown.Count - kept.Count));
    }

    /// <summary>Adds up the pairs of two accounts over behaviours.</summary>
    private static List<Tie> Ties(IEnumerable<StoredPair> pairs) =>
        [.. pairs.GroupBy(pair => (pair.A, pair.B)).Select(of => new Tie(of.Key.A, of.Key.B, of.Sum(pair => (long)pair.Weight), of.Min(pair => RunModel.Rank(pair.Tier))))];

    private int[] GroupsIn() => [.. _accounts.Select(account => _model.GroupOf(account)).OfType<GroupView>().Select(group => group.Number).Distinct().Order()];

    /// <summary>Ties between accounts of different groups, added up by group.</summary>
    private List<Tie> Between() =>
    [
        .. _ties.Select(tie => (A: _model.GroupOf(tie.A), B: _model.GroupOf(tie.B), tie)).Where(x => x.A is not null && x.B is not null && x.A != x.B)
            .GroupBy(x => (Math.Min(x.A!.Number, x.B!.Number), Math.Max(x.A.Number, x.B.Number)))
            .Select(of => new Tie(of.Key.Item1, of.Key.Item2, of.Sum(x => x.tie.Weight), of.Min(x => x.tie.Rank))),
    ];

    private NetworkNodes AccountNodes(int[] groups, List<Tie> ties)
    {
        var placeOf = groups.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        var degree = Degrees(ties);
        var places = _accounts.Select(account => _places.GetValueOrDefault(account)).ToList();
        return new NetworkNodes(
            _accounts, [.. _accounts.Select(account => Show.Cut(_model.Account(account).Label, 60))], [.. _accounts.Select(account => Show.Href(_model.Account(account)))],
            [.. places.Select(at => Rounded(at.X))], [.. places.Select(at => Rounded(at.Y))],
            [.. _accounts.Select(account => _model.GroupOf(account) is { } group ? placeOf[group.Number] : -1)], [.. _accounts.Select(_ => 1)],
            [.. _accounts.Select(account => degree.GetValueOrDefault(account))], [.. _accounts.Select(account => RunModel.Rank(_model.StandingOf(account)?.Tier ?? ""))]);
    }

    private NetworkNodes GroupNodes(int[] numbers, List<Tie> ties)
    {
        var degree = Degrees(ties);
        var groups = numbers.Select(number => _model.Groups.First(group => group.Number == number)).ToList();
        var middles = groups.Select(Middle).ToList();
        return new NetworkNodes(
            numbers, [.. numbers.Select(number => "group " + number.ToString(CultureInfo.InvariantCulture))], [.. groups.Select(Show.Href)],
            [.. middles.Select(at => Rounded(at.X))], [.. middles.Select(at => Rounded(at.Y))], [.. numbers.Select((_, i) => i)],
            [.. groups.Select(group => group.Members.Length)], [.. numbers.Select(number => degree.GetValueOrDefault(number))],
            [.. groups.Select(group => RunModel.Rank(group.Tier))]);
    }

    private static Dictionary<int, int> Degrees(List<Tie> ties) => ties.SelectMany(tie => new[] { tie.A, tie.B }).CountBy(node => node).ToDictionary();

    private (float X, float Y) Middle(GroupView group)
    {
        var at = group.Members.Select(member => _places.GetValueOrDefault((int)member.Account.Number)).ToList();
        return (at.Average(place => place.X), at.Average(place => place.Y));
    }

    private NetworkGroup Group(int number)
    {
        var group = _model.Groups.First(group => group.Number == number);
        return new NetworkGroup(group.Key, Show.Href(group), number, group.Members.Length, group.Tier, _decided.Of(group.Key).Status, Claims.Short(group, _model.Run));
    }

    private static double Rounded(float coordinate) => Math.Round(coordinate, 5);

    private string Sentence(bool byGroup, int groups, int cut)
    {
        var all = $"{Amount.Of(_accounts.Length, "account", "accounts")}, {Amount.Of(_ties.Count, "tie", "ties")}";
        if (_ties.Count == 0) return "No tie fits this filter.";
        var loose = _accounts.Count(account => _model.GroupOf(account) is null);
        var rest = cut > 0 ? $" The {Amount.Count(cut)} lightest ties are left out of the picture; the table has them." : "";
        var brush = _selection.Filter.From.Length + _selection.Filter.To.Length > 0 ? " The time filter looks at the co-acts that the case keeps as exhibits." : "";
        return byGroup
            ? $"{all}, drawn as {Amount.Of(groups, "group", "groups")}; {Amount.Of(loose, "account", "accounts")} in no group {(loose == 1 ? "is" : "are")} not drawn. Open a group to see its accounts.{rest}{brush}"
            : $"{all}.{rest}{brush}";
    }
}
