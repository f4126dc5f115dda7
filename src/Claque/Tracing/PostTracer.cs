using Claque.Reading;
using Claque.Text;

namespace Claque.Tracing;

/// <summary>What one post did: the rules of each behaviour, one method each.</summary>
internal sealed class PostTracer
{
    private readonly TraceOptions _options;
    private readonly Tallies _tallies;
    private readonly ObjectKeys _keys;
    private readonly UrlCanon _canon = new();
    private readonly TextForm _form = new();
    private readonly List<TextMark> _marks = [];
    private readonly ByteBuffer _name = new();
    private readonly HashSet<int> _distinct = [];
    private readonly Columns.NameTable _tags = new();
    private readonly Acts? _links, _domains, _reshares, _replies, _mentions, _hashtags, _media, _objects;
    private readonly TextObjects? _texts;
    private readonly TextObjects _reshareTexts;
    private readonly bool _scans;
    private readonly SortedDictionary<string, Acts?> _columns = new(StringComparer.Ordinal);

    public PostTracer(TraceOptions options, Tallies tallies, ObjectKeys keys)
    {
        (_options, _tallies, _keys) = (options, tallies, keys);
        (_links, _domains) = (Wanted(Behaviour.Link), Wanted(Behaviour.Domain));
        (_reshares, _replies, _mentions) = (Wanted(Behaviour.Reshare), Wanted(Behaviour.Reply), Wanted(Behaviour.Mention));
        (_hashtags, _media, _objects) = (Wanted(Behaviour.Hashtags), Wanted(Behaviour.Media), Wanted(Behaviour.Object));
        _texts = options.Wants(Behaviour.Text) || options.Wants(Behaviour.SimilarText) ? new TextObjects(options) : null;
        _scans = (_links ?? _domains ?? _mentions ?? _hashtags) != null || _texts != null;
        _reshareTexts = _texts ?? new TextObjects(options);
    }

    /// <summary>Columns of the user that had values.</summary>
    public IReadOnlyCollection<string> ColumnsSeen => _columns.Keys;

    /// <summary>True when a post had a text of its own.</summary>
    public bool HasTexts { get; private set; }

    /// <summary>Adds what the post at this place did.</summary>
    public void Trace(PostRecord post, int place)
    {
        var text = post[PostField.Text];
        var reshared = ObjectKeys.Id(post[PostField.ReshareOf], _tallies.MissingValues);
        var isReshare = post.IsReshare || !reshared.IsEmpty;
        if (!isReshare && TextScan.IsReshare(text))
        {
            isReshare = true;
            _tallies.ReshareByText.Count++;
        }

        if (isReshare ? reshared.IsEmpty && _reshares != null : _scans) TextScan.Find(text, _marks);
        if (isReshare)
        {
            TraceReshare(post, place, reshared, text);
        }
        else
        {
            HasTexts |= !text.IsEmpty;
            TraceReply(post, place);
            TraceLinks(post, place, text);
            TraceMentions(post, place, text);
            TraceHashtags(post, place, text);
            TraceText(place, text);
            TraceMedia(post, place);
        }

        TraceObjects(post, place);
    }

    /// <summary>Begins to fetch what the first object of a plain table of shares will look up.</summary>
    public void PrefetchSlot(PostRecord post)
    {
        if (_objects != null && post.CountOf(PostList.Objects) > 0) _objects.Names.PrefetchSlot(post.ValueOf(PostList.Objects, 0));
    }

    /// <summary>Fetches on, when the slot has arrived.</summary>
    public void PrefetchName(PostRecord post)
    {
        if (_objects != null && post.CountOf(PostList.Objects) > 0) _objects.Names.PrefetchName(post.ValueOf(PostList.Objects, 0));
    }

    /// <summary>The traces, in no order; some may be empty.</summary>
    public IEnumerable<Trace> Take(IProgress<StageProgress>? progress, CancellationToken stop)
    {
        var simple = new[] { _links, _domains, _reshares, _replies, _mentions, _hashtags, _media, _objects }.Concat(_columns.Values);
        foreach (var acts in simple)
        {
            if (acts == null) continue;
            var (posts, objects) = acts.Take();
            yield return new Trace(acts.Behaviour, posts, objects, acts.Names);
        }

        foreach (var trace in _texts?.Take(_tallies.AloneTexts, progress, stop) ?? []) yield return trace;
    }

    private Acts? Wanted(Behaviour behaviour) => _options.Wants(behaviour) ? new Acts(behaviour) : null;

    private void TraceReshare(PostRecord post, int place, ReadOnlySpan<byte> reshared, ReadOnlySpan<byte> text)
    {
        if (_reshares == null) return;
        if (!reshared.IsEmpty)
        {
            _reshares.Add(place, _keys.OnPlatform(post.Platform, reshared));
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
        _name.Add(_reshareTexts.NameOf(normalised));
        _reshares.Add(place, _name.Bytes);
    }

    private void TraceReply(PostRecord post, int place)
    {
        if (_replies == null) return;
        var parent = ObjectKeys.Id(post[PostField.ReplyTo], _tallies.MissingValues);
        if (!parent.IsEmpty) _replies.Add(place, _keys.OnPlatform(post.Platform, parent));
    }

    private void TraceLinks(PostRecord post, int place, ReadOnlySpan<byte> text)
    {
        if (_links == null && _domains == null) return;
        if (post.IsGiven(PostList.Links))
        {
            for (var i = 0; i < post.CountOf(PostList.Links); i++) TraceLink(place, ObjectKeys.Value(post.ValueOf(PostList.Links, i), _tallies.MissingValues));
            return;
        }

        foreach (var mark in _marks)
        {
            if (mark.Kind == TextMarkKind.Link) TraceLink(place, mark.ValueIn(text));
            else if (mark.Kind == TextMarkKind.CutLink) _tallies.CutLinks.Count++;
        }
    }

    private void TraceLink(int place, ReadOnlySpan<byte> url)
    {
        if (url.IsEmpty) return;
        var kind = _canon.Read(url);
        if (kind == LinkKind.None)
        {
            _tallies.NotWeb.Count++;
            return;
        }

        _domains?.Add(place, _canon.Domain);
        if (kind == LinkKind.Page) _links?.Add(place, _canon.Link);
        else _tallies.Portals.Count++;
    }

    private void TraceMentions(PostRecord post, int place, ReadOnlySpan<byte> text)
    {
        if (_mentions == null) return;
        if (post.IsGiven(PostList.Mentions))
        {
            for (var i = 0; i < post.CountOf(PostList.Mentions); i++) TraceMention(post, place, post.ValueOf(PostList.Mentions, i));
            return;
        }

        foreach (var mark in _marks)
            if (mark.Kind == TextMarkKind.Mention) TraceMention(post, place, mark.ValueIn(text));
    }

    private void TraceMention(PostRecord post, int place, ReadOnlySpan<byte> account)
    {
        account = _form.FoldName(ObjectKeys.Id(account, _tallies.MissingValues));
        if (!account.IsEmpty) _mentions!.Add(place, _keys.OnPlatform(post.Platform, account));
    }

    private void TraceHashtags(PostRecord post, int place, ReadOnlySpan<byte> text)
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

        if (_distinct.Count >= _options.MinHashtags) _hashtags.Add(place, _name.Bytes);
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

    private void TraceText(int place, ReadOnlySpan<byte> text)
    {
        if (_texts == null || text.IsEmpty) return;
        var normalised = _form.Normalise(text, _marks);
        if (TextForm.CountWords(normalised) >= _options.MinWords) _texts.Add(place, normalised);
        else _tallies.ShortTexts.Count++;
    }

    private void TraceMedia(PostRecord post, int place)
    {
        if (_media == null) return;
        for (var i = 0; i < post.CountOf(PostList.Media); i++)
        {
            var media = ObjectKeys.Id(post.ValueOf(PostList.Media, i), _tallies.MissingValues);
            if (!media.IsEmpty) _media.Add(place, media);
        }
    }

    private void TraceObjects(PostRecord post, int place)
    {
        for (var i = 0; i < post.CountOf(PostList.Objects); i++)
        {
            var value = ObjectKeys.Value(post.ValueOf(PostList.Objects, i), _tallies.MissingValues);
            if (!value.IsEmpty) ActsOf(post.ColumnOf(PostList.Objects, i))?.Add(place, value);
        }
    }

    private Acts? ActsOf(string column)
    {
        if (column.Length == 0) return _objects;
        if (!_columns.TryGetValue(column, out var acts)) _columns[column] = acts = Wanted(Behaviour.OfColumn(column));
        return acts;
    }
}
