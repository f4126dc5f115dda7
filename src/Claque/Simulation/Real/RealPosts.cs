using System.Runtime.InteropServices;
using Claque.Reading;
using Claque.Text;
using Claque.Tracing;

namespace Claque.Simulation.Real;

/// <summary>Real posts as rows of a simulated corpus, and what of them a crew can join in: who shared which object when.</summary>
internal sealed class RealPosts
{
    private readonly List<SimulatedPost> _rows = [];
    private readonly Dictionary<(string Platform, string Account), int> _accounts = [];
    private readonly List<(string Platform, string Account)> _names = [];
    private readonly List<int> _accountOfRow = [];
    private readonly Dictionary<(Behaviour Kind, string Name), int> _objectNumbers = [];
    private readonly long[] _clocks = new long[Enum.GetValues<TimePrecision>().Length];
    private readonly UrlCanon _canon = new();
    private readonly List<TextMark> _marks = [];

    private RealPosts()
    {
    }

    /// <summary>The posts by row: one for each object of a post, in the order of the source.</summary>
    public IReadOnlyList<SimulatedPost> Rows => _rows;

    /// <summary>Ids of the accounts, each once; those of several platforms bear its name.</summary>
    public IReadOnlyList<string> Accounts { get; private set; } = [];

    /// <summary>Shares of objects, in the order of the source.</summary>
    public List<RealAct> Acts { get; } = [];

    /// <summary>The objects that were shared.</summary>
    public List<RealObject> Objects { get; } = [];

    /// <summary>The clock step of most posts, a second or more.</summary>
    public TimePrecision Clock { get; private set; } = TimePrecision.Second;

    /// <summary>Reads all posts.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static RealPosts Read(IPostSource source, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        var posts = new RealPosts();
        long read = 0;
        source.ReadAll(
            post =>
            {
                if ((read++ & 0xFFFF) == 0) progress?.Report(new StageProgress("reading posts", read - 1, null));
                posts.Add(post);
            },
            stop);
        if (posts._rows.Count == 0) throw new InputException("The background has no posts to plant crews among.");
        posts.Finish(source.CoarserClock);
        return posts;
    }

    private void Add(PostRecord post)
    {
        if (!post.Has(PostField.Account)) return;
        _clocks[(int)post.Precision]++;
        var account = Account((post.Platform, post.Text(PostField.Account)));
        var id = post.Has(PostField.Id) ? post.Text(PostField.Id) : $"line {_rows.Count + 1}";
        var first = _rows.Count;
        if (post.IsReshare || post.Has(PostField.ReshareOf)) Row(Behaviour.Reshare, post.Text(PostField.ReshareOf));
        else AddOwn(post, Row);
        for (var i = 0; i < post.CountOf(PostList.Objects); i++)
        {
            var column = post.ColumnOf(PostList.Objects, i);
            Row(column.Length == 0 ? Behaviour.Object : Behaviour.OfColumn(column), Value(post, PostList.Objects, i));
        }

        if (_rows.Count == first) Row(Behaviour.Text, "");

        void Row(Behaviour kind, string name)
        {
            // The words stand in the first row of a post; further rows add objects to it.
            _rows.Add(new SimulatedPost(id, "", name, kind, post.TimeUs, _rows.Count == first ? post.Text(PostField.Text) : ""));
            _accountOfRow.Add(account);
            Note(kind, name, account, post.TimeUs);
        }
    }

    private void AddOwn(PostRecord post, Action<Behaviour, string> row)
    {
        for (var i = 0; i < post.CountOf(PostList.Links); i++) row(Behaviour.Link, Value(post, PostList.Links, i));
        // An empty link says that the list is there and empty, so that none is read out of the text.
        if (post.IsGiven(PostList.Links) && post.CountOf(PostList.Links) == 0) row(Behaviour.Link, "");
        if (post.Has(PostField.ReplyTo)) row(Behaviour.Reply, post.Text(PostField.ReplyTo));
        if (post.CountOf(PostList.Hashtags) > 0)
            row(Behaviour.Hashtags, string.Join(' ', Enumerable.Range(0, post.CountOf(PostList.Hashtags)).Select(i => Value(post, PostList.Hashtags, i))));
        for (var i = 0; i < post.CountOf(PostList.Mentions); i++) row(Behaviour.Mention, Value(post, PostList.Mentions, i));
        for (var i = 0; i < post.CountOf(PostList.Media); i++) row(Behaviour.Media, Value(post, PostList.Media, i));
        if (post.IsGiven(PostList.Links)) return;

        // Links that stand in the text alone are read out of it again, whoever reads the rows; here they are only noted.
        var text = post[PostField.Text];
        TextScan.Find(text, _marks);
        foreach (var mark in _marks)
            if (mark.Kind == TextMarkKind.Link) Note(Behaviour.Link, System.Text.Encoding.UTF8.GetString(mark.ValueIn(text)), Account((post.Platform, post.Text(PostField.Account))), post.TimeUs);
    }

    private void Note(Behaviour kind, string name, int account, long timeUs)
    {
        if (name.Length == 0 || (kind != Behaviour.Link && kind != Behaviour.Reshare && kind != Behaviour.Reply)) return;
        if (kind == Behaviour.Link && _canon.Read(System.Text.Encoding.UTF8.GetBytes(name)) != LinkKind.Page) return;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_objectNumbers, (kind, name), out var known);
        if (!known)
        {
            number = Objects.Count;
            Objects.Add(new RealObject(kind, name, timeUs));
        }
        else if (timeUs < Objects[number].FirstUs)
        {
            Objects[number] = Objects[number] with { FirstUs = timeUs };
        }

        Acts.Add(new RealAct(number, account, timeUs));
    }

    private int Account((string Platform, string Account) name)
    {
        if (_accounts.TryGetValue(name, out var number)) return number;
        _accounts.Add(name, _names.Count);
        _names.Add(name);
        return _names.Count - 1;
    }

    private void Finish(TimePrecision? coarser)
    {
        var several = _names.Select(name => name.Platform).Distinct().Count() > 1;
        Accounts = [.. _names.Select(name => several && name.Platform.Length > 0 ? $"{name.Platform}:{name.Account}" : name.Account)];
        for (var row = 0; row < _rows.Count; row++) _rows[row] = _rows[row] with { AccountId = Accounts[_accountOfRow[row]] };
        var (half, below) = (_clocks.Sum() / 2, 0L);
        var clock = Array.FindIndex(_clocks, count => (below += count) > half);
        Clock = new[] { (TimePrecision)clock, coarser ?? TimePrecision.Second, TimePrecision.Second }.Max();
    }

    private static string Value(PostRecord post, PostList list, int index) => System.Text.Encoding.UTF8.GetString(post.ValueOf(list, index));
}

/// <summary>A link, or a post that was reshared or answered.</summary>
/// <param name="Kind">The behaviour.</param>
/// <param name="Name">As the row has it.</param>
/// <param name="FirstUs">When it was first shared.</param>
internal readonly record struct RealObject(Behaviour Kind, string Name, long FirstUs);

/// <summary>Somebody shared an object.</summary>
internal readonly record struct RealAct(int Object, int Account, long TimeUs);
