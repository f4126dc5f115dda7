using Claque.Columns;
using Claque.Reading;
using Claque.Text;

namespace Claque.Tracing;

/// <summary>What the posts of a batch did: the rules of each behaviour, one method each. Gives names of objects; numbers are given in order, elsewhere.</summary>
internal sealed class PostTracer
{
    private readonly TraceOptions _options;
    private readonly ObjectKeys _keys = new();
    private readonly UrlCanon _canon = new();
    private readonly TextForm _form = new();
    private readonly TextNames _textNames = new();
    private readonly List<TextMark> _marks = [];
    private readonly ByteBuffer _name = new();
    private readonly HashSet<int> _distinct = [];
    private readonly NameTable _tags = new();
    private readonly PostRecord _post = new();
    private readonly NameList? _links, _domains, _reshares, _replies, _mentions, _hashtags, _media, _objects;
    private readonly Dictionary<string, NameList?> _columns = new(StringComparer.Ordinal);
    private readonly Tallies _tallies;
    private readonly bool _texts, _similar, _scans;
    private long[] _idNumbers = [];

    public PostTracer(TraceOptions options, PostBatch posts)
    {
        (_options, _tallies, Posts) = (options, new Tallies(options), posts);
        (_links, _domains) = (Wanted(Behaviour.Link), Wanted(Behaviour.Domain));
        (_reshares, _replies, _mentions) = (Wanted(Behaviour.Reshare), Wanted(Behaviour.Reply), Wanted(Behaviour.Mention));
        (_hashtags, _media, _objects) = (Wanted(Behaviour.Hashtags), Wanted(Behaviour.Media), Wanted(Behaviour.Object));
        _similar = options.Wants(Behaviour.SimilarText);
        _texts = options.Wants(Behaviour.Text) || _similar;
        _scans = (_links ?? _domains ?? _mentions ?? _hashtags) != null || _texts;
        Names = new (Behaviour, NameList?)[]
        {
            (Behaviour.Link, _links), (Behaviour.Domain, _domains), (Behaviour.Reshare, _reshares), (Behaviour.Reply, _replies), (Behaviour.Mention, _mentions),
            (Behaviour.Hashtags, _hashtags), (Behaviour.Media, _media), (Behaviour.Object, _objects),
        }.Where(entry => entry.Item2 is not null).Select(entry => (entry.Item1, entry.Item2!)).ToArray();
    }

    /// <summary>The posts.</summary>
    public PostBatch Posts { get; }

    /// <summary>Ids of the accounts, with the rows of their posts; posts without an account are left out of everything.</summary>
    public NameList Accounts { get; } = new();

    /// <summary>Ids of the posts as numbers, by row; -1 for those that are none.</summary>
    public ReadOnlySpan<long> IdNumbers => _idNumbers;

    /// <summary>Ids of the posts that are no numbers, with their rows.</summary>
    public NameList IdNames { get; } = new();

    /// <summary>Names of objects, with the rows of their posts, by behaviour.</summary>
    public IReadOnlyList<(Behaviour Behaviour, NameList Names)> Names { get; }

    /// <summary>The same by column of the user; null for columns that are not wanted.</summary>
    public IReadOnlyDictionary<string, NameList?> Columns => _columns;

    /// <summary>Names of the texts.</summary>
    public NameList Texts { get; } = new();

    /// <summary>The words of the texts, where near-duplicates are looked for.</summary>
    public TokenBatch Words { get; } = new();

    /// <summary>True when a post had a text of its own.</summary>
    public bool HasTexts { get; private set; }

    /// <summary>The place that each post takes among all, by row; where it comes again, the place that it had.</summary>
    public int[] Places { get; private set; } = [];

    /// <summary>What was counted since this was asked last.</summary>
    public Tallies Tallies => _tallies;

    /// <summary>Finds what every post of the batch did.</summary>
    public void Trace()
    {
        foreach (var (_, names) in Names) names.Clear();
        foreach (var names in _columns.Values) names?.Clear();
        Accounts.Clear();
        IdNames.Clear();
        Texts.Clear();
        Words.Clear();
        if (_idNumbers.Length < Posts.Count) (_idNumbers, Places) = (new long[2 * Posts.Count], new int[2 * Posts.Count]);
        TraceWho();
        TraceIds();
        var looks = HasMoreThanObjects();
        foreach (var row in Accounts.Rows)
        {
            if (!looks && !Posts.FlagsOf(row).IsReshare) continue;
            _post.Show(Posts, row);
            Trace(_post, row);
        }

        if (Posts.Has(PostList.Objects)) TraceObjects();
    }

    /// <summary>True when posts have anything to look at but objects, and whether they are reshares.</summary>
    private bool HasMoreThanObjects() =>
        Posts.Has(PostField.Text) || Posts.Has(PostField.ReshareOf) || Posts.Has(PostField.ReplyTo)
        || Posts.Has(PostList.Links) || Posts.Has(PostList.Hashtags) || Posts.Has(PostList.Mentions) || Posts.Has(PostList.Media);

    private void TraceWho()
    {
        var places = Posts.PlacesOf(PostField.Account);
        for (var row = 0; row < places.Length; row++)
        {
            var account = ObjectKeys.Trimmed(Posts.BytesAt(places[row]));
            if (!account.IsEmpty) Accounts.Add(row, account);
        }

        _tallies.WithoutAccount.Count += Posts.Count - Accounts.Count;
    }

    private void TraceIds()
    {
        var places = Posts.PlacesOf(PostField.Id);
        foreach (var row in Accounts.Rows)
        {
            var id = places.IsEmpty ? default : Posts.BytesAt(places[row]);
            _idNumbers[row] = PostIds.NumberOf(id);
            if (_idNumbers[row] < 0 && !id.IsEmpty) IdNames.Add(row, id);
        }
    }

    private void Trace(PostRecord post, int row)
    {
        var text = post[PostField.Text];
        var reshared = ObjectKeys.Id(post[PostField.ReshareOf], _tallies.MissingValues);
        var isReshare = post.IsReshare || !reshared.IsEmpty;
        if (!isReshare && TextScan.IsReshare(text))
        {
            isReshare = true;
            _tallies.ReshareByText.Count++;
        }

        if (text.IsEmpty) _marks.Clear();
        else if (isReshare ? reshared.IsEmpty && _reshares != null : _scans) TextScan.Find(text, _marks);
        if (isReshare)
        {
            TraceReshare(post, row, reshared, text);
        }
        else
        {
            HasTexts |= !text.IsEmpty;
            TraceReply(post, row);
            TraceLinks(post, row, text);
            TraceMentions(post, row, text);
            TraceHashtags(post, row, text);
            TraceText(row, text);
            TraceMedia(post, row);
        }
    }

    private NameList? Wanted(Behaviour behaviour) => _options.Wants(behaviour) ? new NameList() : null;

    private void TraceReshare(PostRecord post, int row, ReadOnlySpan<byte> reshared, ReadOnlySpan<byte> text)
    {
        if (_reshares == null) return;
        if (!reshared.IsEmpty)
        {
            _reshares.Add(row, _keys.OnPlatform(post.Platform, reshared));
            return;
        }

        var normalised = _form.Normalise(text, _marks);
        if (TextForm.CountWords(normalised) < _options.MinWords)
        {
            _tallies.ReshareUnknown.Count++;
            return;
        }

        _tallies.ReshareMatchedByText.Count++;
        _name.Clear();
        _name.Add("text:"u8);
        _name.Add(_textNames.Of(normalised));
        _reshares.Add(row, _name.Bytes);
    }

    private void TraceReply(PostRecord post, int row)
    {
        if (_replies == null) return;
        var parent = ObjectKeys.Id(post[PostField.ReplyTo], _tallies.MissingValues);
        if (!parent.IsEmpty) _replies.Add(row, _keys.OnPlatform(post.Platform, parent));
    }

    private void TraceLinks(PostRecord post, int row, ReadOnlySpan<byte> text)
    {
        if (_links == null && _domains == null) return;
        if (post.IsGiven(PostList.Links))
        {
            for (var i = 0; i < post.CountOf(PostList.Links); i++) TraceLink(row, ObjectKeys.Value(post.ValueOf(PostList.Links, i), _tallies.MissingValues));
            return;
        }

        foreach (var mark in _marks)
        {
            if (mark.Kind == TextMarkKind.Link) TraceLink(row, mark.ValueIn(text));
            else if (mark.Kind == TextMarkKind.CutLink) _tallies.CutLinks.Count++;
        }
    }

    private void TraceLink(int row, ReadOnlySpan<byte> url)
    {
        if (url.IsEmpty) return;
        var kind = _canon.Read(url);
        if (kind == LinkKind.None)
        {
            _tallies.NotWeb.Count++;
            return;
        }

        _domains?.Add(row, _canon.Domain);
        if (kind == LinkKind.Page) _links?.Add(row, _canon.Link);
        else _tallies.Portals.Count++;
    }

    private void TraceMentions(PostRecord post, int row, ReadOnlySpan<byte> text)
    {
        if (_mentions == null) return;
        if (post.IsGiven(PostList.Mentions))
        {
            for (var i = 0; i < post.CountOf(PostList.Mentions); i++) TraceMention(post, row, post.ValueOf(PostList.Mentions, i));
            return;
        }

        foreach (var mark in _marks)
            if (mark.Kind == TextMarkKind.Mention) TraceMention(post, row, mark.ValueIn(text));
    }

    private void TraceMention(PostRecord post, int row, ReadOnlySpan<byte> account)
    {
        account = _form.FoldName(ObjectKeys.Id(account, _tallies.MissingValues));
        if (!account.IsEmpty) _mentions!.Add(row, _keys.OnPlatform(post.Platform, account));
    }

    private void TraceHashtags(PostRecord post, int row, ReadOnlySpan<byte> text)
    {
        if (_hashtags == null) return;
        _name.Clear();
        _distinct.Clear();
        if (post.IsGiven(PostList.Hashtags))
        {
            for (var i = 0; i < post.CountOf(PostList.Hashtags); i++) AddHashtag(post.ValueOf(PostList.Hashtags, i));
        }
        else
        {
            foreach (var mark in _marks)
                if (mark.Kind == TextMarkKind.Hashtag) AddHashtag(mark.ValueIn(text));
        }

        if (_distinct.Count >= _options.MinHashtags) _hashtags.Add(row, _name.Bytes);
        else if (_distinct.Count > 0) _tallies.FewHashtags.Count++;
    }

    private void AddHashtag(ReadOnlySpan<byte> tag)
    {
        var folded = _form.FoldName(tag);
        if (folded.IsEmpty) return;
        if (_name.Length > 0) _name.Add((byte)' ');
        _name.Add(folded);
        _distinct.Add(_tags.Intern(folded));
    }

    private void TraceText(int row, ReadOnlySpan<byte> text)
    {
        if (!_texts || text.IsEmpty) return;
        var normalised = _form.Normalise(text, _marks);
        if (TextForm.CountWords(normalised) < _options.MinWords)
        {
            _tallies.ShortTexts.Count++;
            return;
        }

        Texts.Add(row, _textNames.Of(normalised));
        if (_similar) Words.Add(normalised);
    }

    private void TraceMedia(PostRecord post, int row)
    {
        if (_media == null) return;
        for (var i = 0; i < post.CountOf(PostList.Media); i++)
        {
            var media = ObjectKeys.Id(post.ValueOf(PostList.Media, i), _tallies.MissingValues);
            if (!media.IsEmpty) _media.Add(row, media);
        }
    }

    private void TraceObjects()
    {
        var entries = Posts.EntriesOf(PostList.Objects, out var rows);
        foreach (var row in Accounts.Rows)
        {
            foreach (ref readonly var entry in entries.Slice(rows[row].First, rows[row].Count))
            {
                var value = ObjectKeys.Value(Posts.BytesAt(entry.Value), _tallies.MissingValues);
                if (!value.IsEmpty) ListOf(entry.Column)?.Add(row, value);
            }
        }
    }

    private NameList? ListOf(string column)
    {
        if (column.Length == 0) return _objects;
        if (!_columns.TryGetValue(column, out var names)) _columns[column] = names = Wanted(Behaviour.OfColumn(column));
        return names;
    }
}
