using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Claque.Cases.Storage;
using Claque.Columns;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Cases.Encoded;

/// <summary>Keeps the columns made of a case's posts in the case, so that a second run starts from numbers and reads no text.</summary>
/// <remarks>
/// Only for cases of many posts: for few it costs more than it saves. One encoding at a time: the last one asked for. It is no part
/// of the evidence; deleting it loses nothing but time.
/// </remarks>
internal sealed class KeptCorpus(Database database, long fewest)
{
    /// <summary>Posts from which on keeping pays.</summary>
    public const long Fewest = 50_000;

    private const int ChunkBytes = 1 << 20;

    /// <summary>The corpus that was kept for these options and the posts as they are now; null when there is none.</summary>
    public Corpus? Read(TraceOptions options)
    {
        if (!HasTables()) return null;
        using var moment = database.BeginMoment();
        foreach (var row in database.Rows("SELECT id, content FROM encoding WHERE posts = ? AND rules = ?", Posts(), Rules(options)))
            return Read(row.Long(0), JsonSerializer.Deserialize(row.Bytes(1), KeptJson.Default.KeptContent)!);
        return null;
    }

    /// <summary>Keeps a corpus instead of the one kept before.</summary>
    public void Write(Corpus corpus, TraceOptions options)
    {
        if (corpus.Posts.Count < fewest || database.IsReadOnly || database.InTransaction) return;
        try
        {
            database.Together(() => WriteAll(corpus, options));
        }
        catch (InputException)
        {
            // Another program writes, or the disk is full: then the next run reads the posts again.
        }
    }

    private void WriteAll(Corpus corpus, TraceOptions options)
    {
        var content = new KeptContent(
            [.. corpus.Traces.Select(trace => trace.Behaviour.Name)], [.. corpus.Notes.Select(note => new KeptNote(note.Count, note.What))], corpus.HasTexts);
        using (var stream = new StreamReader(typeof(KeptCorpus).Assembly.GetManifestResourceStream("columns.sql")!)) database.Script(stream.ReadToEnd());
        database.Run("DELETE FROM encoding_column");
        database.Run("DELETE FROM encoding");
        database.Run(
            "INSERT INTO encoding (id, posts, rules, content) VALUES (1, ?1, ?2, ?3)",
            Posts(), Rules(options), Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(content, KeptJson.Default.KeptContent)));
        using var insert = database.Prepare("INSERT INTO encoding_column (encoding, name, chunk, data) VALUES (1, ?1, ?2, ?3)");
        Numbers<long>(insert, "post.keys", corpus.Posts.Keys);
        Numbers<int>(insert, "post.accounts", corpus.Posts.Accounts);
        Numbers<long>(insert, "post.times_us", corpus.Posts.TimesUs);
        Numbers<TimePrecision>(insert, "post.precisions", corpus.Posts.Precisions);
        Names(insert, "account.names", corpus.Accounts);
        for (var i = 0; i < corpus.Traces.Length; i++)
        {
            Numbers<int>(insert, $"{i}.posts", corpus.Traces[i].Posts);
            Numbers<int>(insert, $"{i}.objects", corpus.Traces[i].Objects);
            Names(insert, $"{i}.names", corpus.Traces[i].ObjectNames);
        }
    }

    private Corpus Read(long encoding, KeptContent content) => new()
    {
        Accounts = Names(encoding, "account.names"),
        Posts = new PostColumns(
            Numbers<long>(encoding, "post.keys"), Numbers<int>(encoding, "post.accounts"), Numbers<long>(encoding, "post.times_us"),
            Numbers<TimePrecision>(encoding, "post.precisions")),
        Traces =
        [
            .. content.Behaviours.Select((name, i) => new Trace(
                new Behaviour(name), Numbers<int>(encoding, $"{i}.posts"), Numbers<int>(encoding, $"{i}.objects"), Names(encoding, $"{i}.names"))),
        ],
        HasTexts = content.HasTexts,
        Notes = [.. content.Notes.Select(note => new CorpusNote(note.Count, note.What))],
    };

    private bool HasTables() => database.Number("SELECT count(*) FROM sqlite_master WHERE name = 'encoding_column'") > 0;

    /// <summary>Changes with every import.</summary>
    private string Posts()
    {
        var state = new StringBuilder();
        state.Append(CultureInfo.InvariantCulture, $"{database.Number("SELECT coalesce(max(id), 0) FROM post")}");
        foreach (var row in database.Rows("SELECT id, sha256, state, rows_done, posts_new, posts_known, rows_adding, precision FROM source ORDER BY id"))
            for (var column = 0; column < 8; column++) state.Append('|').Append(row.Text(column));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state.ToString())));
    }

    /// <summary>Any change of the engine's code makes another build id; so nobody has to remember that a rule has changed.</summary>
    private static string Rules(TraceOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(options.Behaviours is { } asked ? string.Join(',', asked.Select(behaviour => behaviour.Name)) : "all")}; words {options.MinWords}; hashtags {options.MinHashtags}; similarity {options.Similarity:R}; engine {typeof(Corpus).Assembly.ManifestModule.ModuleVersionId}");

    private static void Numbers<T>(Statement insert, string name, ReadOnlySpan<T> column)
        where T : unmanaged
    {
        var most = ChunkBytes / Unsafe.SizeOf<T>();
        for (var chunk = 0L; !column.IsEmpty; chunk++)
        {
            var piece = column[..Math.Min(most, column.Length)];
            insert.Bind(1, name).Bind(2, chunk).BindBlob(3, MemoryMarshal.AsBytes(piece)).Run();
            column = column[piece.Length..];
        }
    }

    private static void Names(Statement insert, string name, NameTable names)
    {
        var chunk = 0L;
        foreach (var block in names.Blocks()) insert.Bind(1, name).Bind(2, chunk++).BindBlob(3, block.Span).Run();
    }

    private T[] Numbers<T>(long encoding, string name)
        where T : unmanaged
    {
        var length = database.Number("SELECT coalesce(sum(length(data)), 0) FROM encoding_column WHERE encoding = ? AND name = ?", encoding, name);
        var column = GC.AllocateUninitializedArray<T>(checked((int)(length / Unsafe.SizeOf<T>())));
        var at = 0;
        foreach (var row in Chunks(encoding, name))
        {
            // A column of 64-bit numbers may have more bytes than a span can count, its pieces have not.
            MemoryMarshal.Cast<byte, T>(row.Bytes(0)).CopyTo(column.AsSpan(at));
            at += row.Bytes(0).Length / Unsafe.SizeOf<T>();
        }

        return column;
    }

    private NameTable Names(long encoding, string name) => NameTable.OfBlocks(Chunks(encoding, name).Select(row => row.Bytes(0).ToArray()));

    private IEnumerable<Statement> Chunks(long encoding, string name) =>
        database.Rows("SELECT data FROM encoding_column WHERE encoding = ? AND name = ? ORDER BY chunk", encoding, name);
}

internal sealed record KeptNote(long Count, string What);

internal sealed record KeptContent(string[] Behaviours, KeptNote[] Notes, bool HasTexts);

[JsonSerializable(typeof(KeptContent))]
internal sealed partial class KeptJson : JsonSerializerContext;
