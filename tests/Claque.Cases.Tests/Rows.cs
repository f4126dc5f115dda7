using System.Security.Cryptography;
using System.Text;
using Claque.Reading;

namespace Claque.Tests.Cases;

/// <summary>A row of an invented file: a post, a rejected row, or the end of what can be read.</summary>
internal abstract record Row
{
    public static Row Post(string account, string? id = null, long timeUs = 0, Action<PostRecord>? more = null) => new PostRow(account, id, timeUs, more);

    public static Row Rejected(string kind, string reason = "It says so.") => new RejectRow(kind, reason);

    public static Row Broken(string message) => new BrokenRow(message);
}

internal sealed record PostRow(string Account, string? Id, long TimeUs, Action<PostRecord>? More) : Row;

internal sealed record RejectRow(string Kind, string Reason) : Row;

internal sealed record BrokenRow(string Message) : Row;

/// <summary>Reads rows as a reader of a format would. <paramref name="before"/> is called with the number of each row before it is read.</summary>
internal sealed class RowReader(IReadOnlyList<Row> rows, Action<int>? before = null) : IPostReader
{
    private int _next;

    public RejectedRow? Reject { get; private set; }

    public long BytesRead => _next;

    public ReadStep Read(PostRecord post)
    {
        post.Clear();
        if (_next == rows.Count) return ReadStep.End;
        before?.Invoke(_next + 1);
        var line = _next + 2;
        switch (rows[_next++])
        {
            case PostRow row:
                (post.Platform, post.Line, post.TimeUs, post.Precision) = ("x", line, row.TimeUs, TimePrecision.Second);
                post.Set(PostField.Account, row.Account);
                post.Set(PostField.Id, row.Id);
                row.More?.Invoke(post);
                return ReadStep.Post;
            case RejectRow row:
                Reject = new RejectedRow(line, row.Kind, row.Reason, "the row as it stands");
                return ReadStep.Rejected;
            case BrokenRow row:
                throw new InputException(row.Message);
            default:
                throw new InvalidOperationException();
        }
    }

    public void Dispose()
    {
    }
}

/// <summary>A case in a folder of its own, gone after the test.</summary>
internal sealed class TestCase : IDisposable
{
    public static readonly DateTimeOffset Now = new(2031, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("claque-case-").FullName;

    public TestCase()
    {
        Path = System.IO.Path.Combine(_folder, "sunmark.claque");
        File = CaseFile.Create(Path, "Who cheers for the harbour?", Now, "0.1.0");
    }

    public string Path { get; }

    public CaseFile File { get; private set; }

    public string Folder => _folder;

    /// <summary>Closes the case and opens it again.</summary>
    public CaseFile Reopen()
    {
        File.Dispose();
        return File = CaseFile.Open(Path);
    }

    public ImportReceipt Import(
        string name, IReadOnlyList<Row> rows, TimePrecision? inferred = null, Action<int>? before = null, int batch = 3, CancellationToken stop = default) =>
        File.Import(Input(name, rows, inferred, before), null, Now, batch, stop);

    public ImportReceipt Import(params Row[] rows) => Import("posts.csv", rows);

    /// <summary>A file of these rows. Its hash is that of its name: another name is another file.</summary>
    public static ImportInput Input(string name, IReadOnlyList<Row> rows, TimePrecision? inferred = null, Action<int>? before = null) => new(
        name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))), rows.Count, "any CSV", "account=user", new RowReader(rows, before),
        () => inferred, () => ["Times are as the platform gives them."]);

    /// <summary>Every row of every table as text, without what differs from case to case.</summary>
    public string Dump() => Dump(Path);

    public static string Dump(string path)
    {
        using var database = Claque.Cases.Storage.Database.Open(path, readOnly: true, create: false);
        var tables = database.Rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'case_info' ORDER BY name").Select(row => row.Text(0)).ToList();
        var dump = new StringBuilder();
        foreach (var table in tables)
        {
            var columns = database.Rows($"SELECT name FROM pragma_table_info('{table}')").Select(row => $"quote(\"{row.Text(0)}\")").ToList();
            dump.AppendLine(table);
            foreach (var row in database.Rows($"SELECT {string.Join(" || '|' || ", columns)} FROM \"{table}\" ORDER BY 1")) dump.AppendLine(row.Text(0));
        }

        return dump.ToString();
    }

    /// <summary>The posts as read back, each described by <paramref name="what"/>.</summary>
    public List<string> Posts(Func<PostRecord, string> what)
    {
        var posts = new List<string>();
        File.Posts().ReadAll(post => posts.Add(what(post)), CancellationToken.None);
        return posts;
    }

    public void Dispose()
    {
        File.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Shorthand for values of a post.</summary>
internal static class PostRecordExtensions
{
    public static IEnumerable<string> Values(this PostRecord post, PostList list) =>
        Enumerable.Range(0, post.CountOf(list)).Select(i => (post.ColumnOf(list, i) is { Length: > 0 } column ? column + "=" : "") + Encoding.UTF8.GetString(post.ValueOf(list, i)));
}
