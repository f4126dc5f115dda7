using System.Buffers.Binary;
using Claque.Columns;
using Claque.Reading;
using Claque.Text;
using Claque.Tracing;

namespace Claque.TextEvidence;

/// <summary>Takes the texts out of posts, one post after the other, without keeping any post.</summary>
internal sealed class TextCollector
{
    private const int ProgressEvery = 1 << 16;

    private readonly int _minWords;
    private readonly IProgress<StageProgress>? _progress;
    private readonly Tally _missing = new("");
    private readonly AccountTable _accounts = new();
    private readonly NameTable? _postIds;
    private readonly ByteBuffer _postKey = new();
    private readonly OwnWords _own = new();
    private readonly UrlCanon _canon = new();
    private readonly NameTable _texts = new();
    private readonly NameTable _pages = new();
    private readonly TokenSets _sets = new();
    private readonly List<int[]> _sequences = [];
    private readonly List<int> _words = [];
    private readonly List<int> _sequence = [];
    private readonly Column<TextUse> _uses = new();
    private readonly HashSet<int> _authors = [];
    private int _posts, _reshares, _short, _quoted;
    private long _read;

    public TextCollector(bool postsAreDistinct, int minWords, IProgress<StageProgress>? progress)
    {
        (_minWords, _progress) = (minWords, progress);
        _postIds = postsAreDistinct ? null : new NameTable();
    }

    public void Add(PostRecord post)
    {
        if ((++_read & (ProgressEvery - 1)) == 0) _progress?.Report(new StageProgress("reading texts", _read, null));
        var id = post[PostField.Account].Trim(" \t\r\n"u8);
        if (id.IsEmpty) return;
        var account = _accounts.Intern(post.Platform, id);
        if (IsRepeat(post, account)) return;
        var place = _posts++;
        var text = post[PostField.Text];
        if (post.IsReshare || !ObjectKeys.Id(post[PostField.ReshareOf], _missing).IsEmpty || TextScan.IsReshare(text))
        {
            _reshares++;
            return;
        }

        _authors.Add(account);
        AddText(post, account, place, text);
    }

    public TextPool Take()
    {
        _progress?.Report(new StageProgress("reading texts", _read, _read));
        var intake = new TextIntake(_posts, _authors.Count, _reshares, _short, _quoted, _uses.Count);
        return new TextPool(_accounts.Names(), _sets, _sequences, _words, _uses.Take(), intake);
    }

    private void AddText(PostRecord post, int account, int place, ReadOnlySpan<byte> text)
    {
        var own = _own.Read(text);
        if (_own.Words < _minWords)
        {
            if (_own.AllWords < _minWords) _short++;
            else _quoted++;
            return;
        }

        var number = _texts.Intern(own, out var added);
        if (added) AddWords(own);
        var page = Page(post, text, out var hasLink);
        _uses.Add(new TextUse(number, account, place, post.TimeUs, page, _own.SaysVia, hasLink));
    }

    private void AddWords(ReadOnlySpan<byte> own)
    {
        _sets.Add(own);
        _sequence.Clear();
        foreach (var token in TextForm.Tokens(own)) _sequence.Add(_sets.Vocabulary.Find(token));
        _sequences.Add([.. _sequence]);
        _words.Add(_own.Words);
    }

    /// <summary>The first page that the post links to, or -1.</summary>
    private int Page(PostRecord post, ReadOnlySpan<byte> text, out bool hasLink)
    {
        hasLink = false;
        if (post.IsGiven(PostList.Links))
        {
            for (var i = 0; i < post.CountOf(PostList.Links); i++)
                if (TryPage(post.ValueOf(PostList.Links, i), ref hasLink, out var page)) return page;
        }

        foreach (var mark in _own.Marks)
        {
            hasLink |= mark.Kind is TextMarkKind.CutLink;
            if (mark.Kind is TextMarkKind.Link && TryPage(mark.ValueIn(text[_own.Body]), ref hasLink, out var page)) return page;
        }

        return -1;
    }

    private bool TryPage(ReadOnlySpan<byte> url, ref bool hasLink, out int page)
    {
        var kind = _canon.Read(url);
        hasLink |= kind != LinkKind.None;
        page = kind == LinkKind.Page ? _pages.Intern(_canon.Link) : -1;
        return page >= 0;
    }

    /// <summary>True when this account's post of this id was there before.</summary>
    private bool IsRepeat(PostRecord post, int account)
    {
        if (_postIds == null || !post.Has(PostField.Id)) return false;
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, account);
        _postKey.Clear();
        _postKey.Add(number);
        _postKey.Add(post[PostField.Id]);
        _postIds.Intern(_postKey.Bytes, out var added);
        return !added;
    }
}
