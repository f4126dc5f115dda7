using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Claque.Reading;

namespace Claque.Tests.Reading;

/// <summary>A post copied out of the record that the readers use again.</summary>
internal sealed record Post(long Key, long Line, string Platform, long TimeUs, TimePrecision Precision, bool TimeFromId, bool IsReshare)
{
    public required ImmutableDictionary<PostField, string> Fields { get; init; }
    public required ImmutableDictionary<PostList, ImmutableArray<string>> Lists { get; init; }
    public required ImmutableArray<string> ObjectColumns { get; init; }

    public string this[PostField field] => Fields.GetValueOrDefault(field, "");
    public ImmutableArray<string> this[PostList list] => Lists.TryGetValue(list, out var values) ? values : [];
    public bool IsGiven(PostList list) => Lists.ContainsKey(list);
    public string Id => this[PostField.Id];
    public string Account => this[PostField.Account];
    public string Text => this[PostField.Text];
    public string Time => DateTime.UnixEpoch.AddTicks(TimeUs * 10).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF");

    public static Post Copy(PostRecord record) => new(record.Key, record.Line, record.Platform, record.TimeUs, record.Precision, record.TimeFromId, record.IsReshare)
    {
        Fields = Enum.GetValues<PostField>().Where(record.Has).ToImmutableDictionary(field => field, record.Text),
        Lists = Enum.GetValues<PostList>().Where(record.IsGiven).ToImmutableDictionary(
            list => list, list => Enumerable.Range(0, record.CountOf(list)).Select(i => Encoding.UTF8.GetString(record.ValueOf(list, i))).ToImmutableArray()),
        ObjectColumns = [.. Enumerable.Range(0, record.CountOf(PostList.Objects)).Select(i => record.ColumnOf(PostList.Objects, i))],
    };
}

/// <summary>Everything that came out of a file.</summary>
internal sealed record Outcome(
    string Format, ImmutableArray<Post> Posts, ImmutableArray<RejectedRow> Rejects, ImmutableArray<string> Notes, TimePrecision? Inferred,
    string Encoding, bool Compressed, string? Delimiter, ImmutableArray<KeyValuePair<string, string>> Mapping,
    ImmutableArray<SkippedRecords> Skipped, string? Broken)
{
    public Post Only => Posts.ShouldHaveSingleItem();
}

internal static class Reading
{
    public static readonly ReadOptions Default = new();

    public static Outcome Of(string text, ReadOptions? options = null, string name = "posts.csv") => Of(Encoding.UTF8.GetBytes(text), options, name);

    public static Outcome Of(byte[] bytes, ReadOptions? options = null, string name = "posts.csv")
    {
        using var stream = new MemoryStream(bytes);
        using var file = PostFiles.Open(stream, name, options ?? Default);
        return Drain(file);
    }

    public static Outcome Drain(OpenedFile file)
    {
        var (posts, rejects, broken) = (new List<Post>(), new List<RejectedRow>(), (string?)null);
        var record = new PostRecord();
        try
        {
            for (var step = file.Reader.Read(record); step != ReadStep.End; step = file.Reader.Read(record))
            {
                if (step == ReadStep.Post) posts.Add(Post.Copy(record));
                else rejects.Add(file.Reader.Reject!);
            }
        }
        catch (InputException e)
        {
            broken = e.Message;
        }

        return new Outcome(file.Format, [.. posts], [.. rejects], file.Notes, file.InferredPrecision, file.Encoding, file.Compressed, file.Delimiter, file.Mapping, file.Skipped, broken);
    }

    /// <summary>A table of lines with the columns account, time and text.</summary>
    public static string Rows(IEnumerable<string> times) =>
        "account,time,text\n" + string.Concat(times.Select((time, i) => $"ann{i},{time},hello\n"));

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public static string Refused(Action action) => Should.Throw<InputException>(action).Message;

    public static string Refused(string text, ReadOptions? options = null, string name = "posts.csv") => Refused(() => Of(text, options, name));
}
