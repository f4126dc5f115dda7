using System.Text;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Tests.Reading;

/// <summary>Long files, read in blocks by several threads, against the same files read row by row by one.</summary>
public sealed class ThreadsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("claque-threads").FullName;

    public static readonly TheoryData<string> Files = ["comma.csv", "semicolon.csv", "utf16.csv", "windows.csv", "lines.jsonl", "list.json"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_becomes_the_same_columns_at_any_number_of_threads(string name)
    {
        var path = Write(name, rows: 30_000);
        var one = Describe(Encode(path, 1));
        one.ShouldContain("column:slogan");
        Describe(Encode(path, 2)).ShouldBe(one);
        Describe(Encode(path, 7)).ShouldBe(one);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Blocks_change_neither_posts_nor_rejects_nor_their_order(string name)
    {
        const int rows = 9_000;
        using var whole = PostFiles.Open(Write(name, rows), Options);
        var read = Reading.Drain(whole);
        (read.Posts.Length + read.Rejects.Length).ShouldBe(rows);
        read.Rejects.Select(reject => reject.Kind).Distinct().Order().ShouldBe(["time missing", "time not readable"]);
        read.Posts.Select(post => post.Key).ShouldBe(Enumerable.Range(1, read.Posts.Length).Select(i => (long)i));
        var (posts, rejects) = (read.Posts.ToDictionary(post => post.Line), read.Rejects.ToDictionary(reject => reject.Line));
        var line = name.EndsWith("csv", StringComparison.Ordinal) ? 2 : 1;
        for (var row = 0; row < rows; row++)
        {
            if (Invented.IsBad(row)) rejects.ShouldContainKey(line);
            else (posts[line].Id, posts[line].Account, posts[line].Text).ShouldBe((Invented.Id(row), Invented.Account(row), Invented.Text(row)));
            line += name.EndsWith("csv", StringComparison.Ordinal) ? 1 + Invented.Text(row).Count(c => c == '\n') : 1;
        }
    }

    private static ReadOptions Options => new() { ObjectColumns = ["slogan"], Map = ReadOptions.ParseMap("id=id,account=account,time=time,text=text") };

    private static Corpus Encode(string path, int threads) =>
        Corpus.EncodeBy(threads, new FilePosts(path, Path.GetFileName(path), Options), new TraceOptions(), null, default);

    private static string Describe(Corpus corpus)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Enumerable.Range(0, corpus.Accounts.Count).Select(i => corpus.Accounts[i])).AppendLine();
        text.AppendJoin(',', corpus.Posts.Keys).AppendJoin(',', corpus.Posts.Accounts).AppendJoin(',', corpus.Posts.TimesUs).AppendJoin(',', corpus.Posts.Precisions).AppendLine();
        foreach (var trace in corpus.Traces)
        {
            text.Append(trace.Behaviour.Name).AppendJoin(',', trace.Posts).AppendJoin(',', trace.Objects);
            text.AppendJoin(',', Enumerable.Range(0, trace.ObjectNames.Count).Select(i => trace.ObjectNames[i])).AppendLine();
        }

        return text.AppendJoin('\n', corpus.Notes.Select(note => $"{note.Count} {note.What}")).ToString();
    }

    private string Write(string name, int rows)
    {
        var path = Path.Combine(_folder, name);
        var text = name switch
        {
            "lines.jsonl" => string.Join('\n', Enumerable.Range(0, rows).Select(Invented.Json)),
            "list.json" => "[" + string.Join(",\n", Enumerable.Range(0, rows).Select(Invented.Json)) + "]",
            _ => Invented.Header(name == "semicolon.csv" ? ';' : ',') + string.Concat(Enumerable.Range(0, rows).Select(row => Invented.Row(row, name == "semicolon.csv" ? ';' : ','))),
        };
        File.WriteAllBytes(path, name switch
        {
            "utf16.csv" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            "windows.csv" => Encoding.Latin1.GetBytes(text),
            "semicolon.csv" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        });
        return path;
    }

    /// <summary>Rows with quotation marks, line breaks, foreign letters, ids out of order and of both kinds, and times that cannot be read.</summary>
    private static class Invented
    {
        public static string Header(char delimiter) => string.Join(delimiter, "id", "account", "time", "text", "slogan") + "\n";

        public static bool IsBad(int row) => row % 211 == 7 || row % 503 == 11;

        public static string Id(int row) => row % 5 == 3 ? $"p{row % 4000}" : (1_700_000_000_000_000_000L + row * 7919L % 20_011).ToString();

        public static string Account(int row) => $"acc{row * 31L % 997}";

        public static string Text(int row) => (row % 6) switch
        {
            0 => $"we vote at noon é {row % 50} #harbour #vote",
            1 => $"she said \"no\"; he, {row}",
            2 => $"two\nlines {row % 900} of it",
            3 => $"RT @acc{row % 90}: all hands to the harbour {row % 40}",
            4 => $"read https://harbour.example/{row % 300}?utm_source=x now",
            _ => "",
        };

        public static string Row(int row, char delimiter)
        {
            var text = Text(row);
            if (text.AsSpan().IndexOfAny(",;\"\n") >= 0) text = "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            return string.Join(delimiter, Id(row), Account(row), Time(row), text, Slogan(row)) + "\n";
        }

        public static string Json(int row) => System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["id"] = Id(row),
            ["account"] = Account(row),
            ["time"] = Time(row),
            ["text"] = Text(row),
            ["slogan"] = Slogan(row),
        });

        private static string Slogan(int row) => row % 4 == 0 ? $"slogan {row % 77}" : "";

        private static string Time(int row) =>
            row % 211 == 7 ? "some day" : row % 503 == 11 ? "" : DateTime.UnixEpoch.AddSeconds(1_704_067_200 + row * 3).ToString("yyyy-MM-ddTHH:mm:ssZ");
    }
}
