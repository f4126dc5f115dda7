using System.Text;

namespace Claque.Reading;

/// <summary>A single-valued field of a post.</summary>
public enum PostField : byte
{
    /// <summary>Id of the post on its platform, as text.</summary>
    Id,

    /// <summary>Id of the account that posted, as text: what accounts are told apart by.</summary>
    Account,

    /// <summary>The account's handle at that time (may change), without @.</summary>
    Handle,

    /// <summary>The account's display name at that time.</summary>
    Name,

    /// <summary>The text as published.</summary>
    Text,

    /// <summary>Language as the platform names it.</summary>
    Language,

    /// <summary>Id of the post that this one reshares.</summary>
    ReshareOf,

    /// <summary>Id of the post that this one replies to.</summary>
    ReplyTo,

    /// <summary>Id of the post that this one quotes.</summary>
    QuoteOf,

    /// <summary>The program it was posted with.</summary>
    Client,

    /// <summary>Where the post can be seen.</summary>
    Url,
}

/// <summary>A field of a post with any number of values.</summary>
public enum PostList : byte
{
    /// <summary>Links, as expanded as the source has them.</summary>
    Links,

    /// <summary>Hashtags in order, without #.</summary>
    Hashtags,

    /// <summary>Ids or handles of the accounts mentioned, without @.</summary>
    Mentions,

    /// <summary>Hashes or ids of images, videos, sounds.</summary>
    Media,

    /// <summary>Values of further columns that the user wants compared; each has the column's name.</summary>
    Objects,
}

/// <summary>
/// One post as a reader hands it on: UTF-8 fields in one growing buffer, used again from row to row. Copy what must outlive
/// the next read.
/// </summary>
public sealed class PostRecord
{
    private static readonly int FieldCount = Enum.GetValues<PostField>().Length;
    private static readonly int ListCount = Enum.GetValues<PostList>().Length;

    private readonly (int Start, int Length)[] _fields = new (int, int)[FieldCount];
    private readonly List<Entry>[] _lists = [.. Enumerable.Range(0, ListCount).Select(_ => new List<Entry>())];
    private readonly bool[] _given = new bool[ListCount];
    private byte[] _buffer = new byte[1024];
    private int _used;

    private readonly record struct Entry(string Column, int Start, int Length);

    /// <summary>A number that finds the post again in its source: row id in a case, running number in files.</summary>
    public long Key { get; set; }

    /// <summary>The platform (<c>x</c>, <c>bluesky</c>, <c>telegram</c> …); empty when unknown.</summary>
    public string Platform { get; set; } = "";

    /// <summary>First line of the post in its file, from 1; for JSON the number of the record.</summary>
    public long Line { get; set; }

    /// <summary>Microseconds since 1970-01-01T00:00:00Z.</summary>
    public long TimeUs { get; set; }

    /// <summary>How finely <see cref="TimeUs"/> was recorded.</summary>
    public TimePrecision Precision { get; set; }

    /// <summary>True when the time was restored from the post's id rather than read from a time field.</summary>
    public bool TimeFromId { get; set; }

    /// <summary>True when the post only passes on another post (a retweet, repost, forward), with or without its id.</summary>
    public bool IsReshare { get; set; }

    /// <summary>The value of a field as UTF-8; empty when missing. Valid until the next change of this record.</summary>
    public ReadOnlySpan<byte> this[PostField field]
    {
        get
        {
            var (start, length) = _fields[(int)field];
            return _buffer.AsSpan(start, length);
        }
    }

    /// <summary>The value of a field as a string; empty when missing.</summary>
    public string Text(PostField field) => Encoding.UTF8.GetString(this[field]);

    /// <summary>True when the field has a value.</summary>
    public bool Has(PostField field) => _fields[(int)field].Length > 0;

    /// <summary>True when the source has this list at all, even when it is empty for this post.</summary>
    /// <remarks>Where it has not, links, hashtags and mentions are read out of the text.</remarks>
    public bool IsGiven(PostList list) => _given[(int)list];

    /// <summary>Number of values in a list.</summary>
    public int CountOf(PostList list) => _lists[(int)list].Count;

    /// <summary>One value of a list as UTF-8. Valid until the next change of this record.</summary>
    public ReadOnlySpan<byte> ValueOf(PostList list, int index)
    {
        var entry = _lists[(int)list][index];
        return _buffer.AsSpan(entry.Start, entry.Length);
    }

    /// <summary>The column that a value of <see cref="PostList.Objects"/> stood in; empty for the other lists.</summary>
    public string ColumnOf(PostList list, int index) => _lists[(int)list][index].Column;

    /// <summary>Sets a field; empty removes it.</summary>
    public void Set(PostField field, ReadOnlySpan<byte> value) => _fields[(int)field] = (Append(value), value.Length);

    /// <summary>Sets a field; null or empty removes it.</summary>
    public void Set(PostField field, string? value)
    {
        var start = _used;
        var length = AppendText(value);
        _fields[(int)field] = (start, length);
    }

    /// <summary>Says that the source has this list, whether or not this post has values in it.</summary>
    public void Give(PostList list) => _given[(int)list] = true;

    /// <summary>Adds a value to a list; an empty value is not added.</summary>
    public void Add(PostList list, ReadOnlySpan<byte> value, string column = "")
    {
        _given[(int)list] = true;
        if (value.IsEmpty) return;
        _lists[(int)list].Add(new Entry(column, Append(value), value.Length));
    }

    /// <summary>Adds a value to a list; null or empty is not added.</summary>
    public void Add(PostList list, string? value, string column = "")
    {
        _given[(int)list] = true;
        if (string.IsNullOrEmpty(value)) return;
        var start = _used;
        var length = AppendText(value);
        _lists[(int)list].Add(new Entry(column, start, length));
    }

    /// <summary>Takes over everything of another record, as a copy.</summary>
    public void CopyFrom(PostRecord other)
    {
        if (_buffer.Length < other._used) _buffer = new byte[other._buffer.Length];
        other._buffer.AsSpan(0, other._used).CopyTo(_buffer);
        _used = other._used;
        other._fields.CopyTo(_fields, 0);
        other._given.CopyTo(_given, 0);
        for (var list = 0; list < ListCount; list++)
        {
            _lists[list].Clear();
            _lists[list].AddRange(other._lists[list]);
        }

        (Key, Line, TimeUs, Precision, TimeFromId, IsReshare, Platform) =
            (other.Key, other.Line, other.TimeUs, other.Precision, other.TimeFromId, other.IsReshare, other.Platform);
    }

    /// <summary>Forgets everything, keeps the memory.</summary>
    public void Clear()
    {
        _used = 0;
        Array.Clear(_fields);
        Array.Clear(_given);
        foreach (var list in _lists) list.Clear();
        (Key, Line, TimeUs, Precision, TimeFromId, IsReshare, Platform) = (0, 0, 0, default, false, false, "");
    }

    private int Append(ReadOnlySpan<byte> value)
    {
        var start = _used;
        // A value may be a slice of this very buffer, so it is copied before the old buffer is let go.
        if (_used + value.Length > _buffer.Length)
        {
            var grown = new byte[Math.Max(_buffer.Length * 2, _used + value.Length)];
            _buffer.AsSpan(0, _used).CopyTo(grown);
            value.CopyTo(grown.AsSpan(start));
            _buffer = grown;
        }
        else
        {
            value.CopyTo(_buffer.AsSpan(start));
        }

        _used += value.Length;
        return start;
    }

    private int AppendText(string? value)
    {
        if (string.IsNullOrEmpty(value)) return 0;
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_used + most > _buffer.Length) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _used + most));
        var length = Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_used));
        _used += length;
        return length;
    }
}
