using System.Collections.Immutable;
using Claque.Pairing;
using Claque.Tracing;

namespace Claque.Grouping;

/// <summary>A group while its pairs are added one by one.</summary>
internal sealed class GroupDraft
{
    private readonly Corpus _corpus;
    private readonly Dictionary<int, MemberDraft> _members;
    private readonly HashSet<Behaviour> _behaviours = [];
    private readonly HashSet<(int A, int B)> _pairs = [];
    private readonly HashSet<(int Layer, int Object)> _objects = [];
    private readonly List<double> _medianGapsUs = [];
    private long _firstUs = long.MaxValue;
    private long _lastUs = long.MinValue;

    /// <summary>Starts a group of the given members, one or more.</summary>
    public GroupDraft(Corpus corpus, int[] members)
    {
        _corpus = corpus;
        _members = members.ToDictionary(member => member, _ => new MemberDraft());
        SmallestName = members.Aggregate((a, b) => corpus.Accounts.Compare(a, b) <= 0 ? a : b);
    }

    /// <summary>Sum of the weights of its pairs.</summary>
    public long Weight { get; private set; }

    /// <summary>The member whose name is smallest, byte by byte.</summary>
    public int SmallestName { get; }

    /// <summary>Adds a pair of the layer with its co-acts.</summary>
    public void Add(int layerIndex, LayerTies layer, Pair pair)
    {
        var (a, b) = (_members[pair.A], _members[pair.B]);
        Weight += pair.Weight;
        _behaviours.Add(layer.Behaviour);
        _medianGapsUs.Add(pair.MedianGapUs);
        if (_pairs.Add((pair.A, pair.B)))
        {
            a.Ties++;
            b.Ties++;
        }

        var any = false;
        foreach (var act in layer.CoActsOf(pair))
        {
            var obj = (layerIndex, act.Object);
            any = true;
            _objects.Add(obj);
            a.Objects.Add(obj);
            b.Objects.Add(obj);
            a.Posts.Add(act.PostA);
            b.Posts.Add(act.PostB);
            var (timeA, timeB) = (_corpus.Posts.TimesUs[act.PostA], _corpus.Posts.TimesUs[act.PostB]);
            _firstUs = Math.Min(_firstUs, Math.Min(timeA, timeB));
            _lastUs = Math.Max(_lastUs, Math.Max(timeA, timeB));
        }

        if (!any)
            throw new ArgumentException(
                $"In '{layer.Behaviour}' the pair ({pair.A}, {pair.B}) has the weight {pair.Weight} but no co-acts; give those it was made from.", nameof(layer));
    }

    /// <summary>The group with its number and measures.</summary>
    /// <param name="postsOf">Posts of each account in the data.</param>
    public Group Finish(int number, int[] postsOf)
    {
        var names = _corpus.Accounts;
        var members = _members
            .OrderByDescending(member => member.Value.Objects.Count)
            .ThenByDescending(member => member.Value.Posts.Count)
            .ThenBy(member => member.Key, Comparer<int>.Create(names.Compare))
            .Select(member => new GroupMember(member.Key, member.Value.Ties, member.Value.Posts.Count, postsOf[member.Key]))
            .ToImmutableArray();
        return new Group(
            number,
            members,
            [.. _behaviours.Order()],
            _pairs.Count,
            _pairs.Count / (members.Length * (members.Length - 1L) / 2.0),
            Weight,
            _objects.Count,
            Median(_medianGapsUs),
            _firstUs,
            _lastUs)
        {
            Id = Grouping.IdOf(members.Select(member => names[member.Account])),
        };
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private sealed class MemberDraft
    {
        public int Ties { get; set; }

        public HashSet<int> Posts { get; } = [];

        public HashSet<(int Layer, int Object)> Objects { get; } = [];
    }
}
