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
/// One post as a reader hands it on: UTF-8 fields, and lists of them. It shows a row of a <see cref="PostBatch"/>, its own or a
/// source's; where the same record is used from row to row, copy what must outlive the next.
/// </summary>
public sealed class PostRecord
{
    private PostBatch _batch;
    private int _row;

    /// <summary>Makes an empty record to be filled.</summary>
    public PostRecord() => _batch = new PostBatch(1);

    internal PostRecord(PostBatch batch, int row) => (_batch, _row) = (batch, row);

    /// <summary>A number that finds the post again in its source: row id in a case, running number in files.</summary>
    public long Key { get => _batch.KeyOf(_row); set => _batch.KeyOf(_row) = value; }

    /// <summary>The platform (<c>x</c>, <c>bluesky</c>, <c>telegram</c> …); empty when unknown.</summary>
    public string Platform { get => _batch.PlatformOf(_row); set => _batch.SetPlatform(_row, value); }

    /// <summary>First line of the post in its file, from 1; for JSON the number of the record.</summary>
    public long Line { get => _batch.LineOf(_row); set => _batch.LineOf(_row) = value; }

    /// <summary>Microseconds since 1970-01-01T00:00:00Z.</summary>
    public long TimeUs { get => _batch.TimeOf(_row); set => _batch.TimeOf(_row) = value; }

    /// <summary>How finely <see cref="TimeUs"/> was recorded.</summary>
    public TimePrecision Precision { get => Flags.Precision; set => Flags.Precision = value; }

    /// <summary>True when the time was restored from the post's id rather than read from a time field.</summary>
    public bool TimeFromId { get => Flags.TimeFromId; set => Flags.TimeFromId = value; }

    /// <summary>True when the post only passes on another post (a retweet, repost, forward), with or without its id.</summary>
    public bool IsReshare { get => Flags.IsReshare; set => Flags.IsReshare = value; }

    private ref PostBatch.Flags Flags => ref _batch.FlagsOf(_row);

    /// <summary>The value of a field as UTF-8; empty when missing. Valid until the next change of this record.</summary>
    public ReadOnlySpan<byte> this[PostField field] => _batch.ValueOf(_row, field);

    /// <summary>The value of a field as a string; empty when missing.</summary>
    public string Text(PostField field) => Encoding.UTF8.GetString(this[field]);

    /// <summary>True when the field has a value.</summary>
    public bool Has(PostField field) => !this[field].IsEmpty;

    /// <summary>True when the source has this list at all, even when it is empty for this post.</summary>
    /// <remarks>Where it has not, links, hashtags and mentions are read out of the text.</remarks>
    public bool IsGiven(PostList list) => (Flags.Given & (1 << (int)list)) != 0;

    /// <summary>Number of values in a list.</summary>
    public int CountOf(PostList list) => _batch.CountOf(_row, list);

    /// <summary>One value of a list as UTF-8. Valid until the next change of this record.</summary>
    public ReadOnlySpan<byte> ValueOf(PostList list, int index) => _batch.ValueOf(_row, list, index);

    /// <summary>The column that a value of <see cref="PostList.Objects"/> stood in; empty for the other lists.</summary>
    public string ColumnOf(PostList list, int index) => _batch.ColumnOf(_row, list, index);

    /// <summary>Sets a field; empty removes it.</summary>
    public void Set(PostField field, ReadOnlySpan<byte> value) => _batch.Set(_row, field, value);

    /// <summary>Sets a field; null or empty removes it.</summary>
    public void Set(PostField field, string? value) => _batch.Set(_row, field, value);

    /// <summary>Says that the source has this list, whether or not this post has values in it.</summary>
    public void Give(PostList list) => Flags.Given |= (byte)(1 << (int)list);

    /// <summary>Adds a value to a list; an empty value is not added.</summary>
    public void Add(PostList list, ReadOnlySpan<byte> value, string column = "") => _batch.Add(_row, list, value, column);

    /// <summary>Adds a value to a list; null or empty is not added.</summary>
    public void Add(PostList list, string? value, string column = "") => _batch.Add(_row, list, value, column);

    /// <summary>Forgets everything, keeps the memory. Only for a record of one's own and for the one that is being filled.</summary>
    public void Clear() => _batch.ClearRow(_row);

    /// <summary>Shows another post.</summary>
    internal void Show(PostBatch batch, int row) => (_batch, _row) = (batch, row);
}
