using System.IO.Compression;
using System.Text;
using Claque.Reading;
using Claque.Reading.Bytes;

namespace Claque.Articles.Files;

internal enum ArticleFileKind : byte
{
    Text,
    Html,
    Mhtml,
    Warc,
    Feed,
    JsonLines,
    Table,
}

/// <summary>A file of articles, unpacked and recognised by what it begins with.</summary>
internal sealed class ArticleBytes : IDisposable
{
    private const int SampleBytes = 4096;
    private const long FreeBytes = 1L << 30;
    private readonly Stream _stream;
    private readonly byte[] _sample;

    private ArticleBytes(Stream stream, string name)
    {
        (_stream, Name) = (stream, name);
        var sample = new byte[SampleBytes];
        _sample = sample[..stream.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false)];
        RefuseOthers(_sample, name);
        Kind = KindOf(_sample, name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name);
    }

    /// <summary>What ids and messages call the file.</summary>
    public string Name { get; }

    public ArticleFileKind Kind { get; }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Sample => _sample;

    /// <summary>Opens a file. A packed one may unpack to a multiple of its size, no more.</summary>
    /// <exception cref="InputException">Empty.</exception>
    public static ArticleBytes Open(string path, string name, ArticleOptions options)
    {
        var file = File.OpenRead(path);
        try
        {
            if (file.Length == 0) throw new InputException($"{name} is empty: 0 bytes.");
            var packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            if (!packed) return new ArticleBytes(file, name);
            var most = Math.Max(FreeBytes, file.Length * options.Expansion);
            return new ArticleBytes(new BoundedStream(new GZipStream(file, CompressionMode.Decompress), most, name), name);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>All bytes up to a limit, and whether there were more.</summary>
    public (byte[] Bytes, bool Cut) All(int most)
    {
        using var stream = Stream();
        return Bounded(stream, most);
    }

    /// <summary>The bytes from the beginning; once.</summary>
    public Stream Stream() => new Joined(_sample, _stream);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    /// <summary>Reads up to a limit, and says whether there was more.</summary>
    public static (byte[] Bytes, bool Cut) Bounded(Stream stream, int most)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (memory.Length < most)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, most - memory.Length));
            if (read == 0) return (memory.ToArray(), false);
            memory.Write(buffer, 0, read);
        }

        return (memory.ToArray(), stream.ReadByte() >= 0);
    }

    /// <summary>First bytes of files that are no text, what they are, and what to do.</summary>
    private static readonly (byte[] Magic, string What)[] Others =
    [
        ("%PDF"u8.ToArray(), "a PDF. Save the page itself as HTML, or copy the text into a .txt file"),
        ("bplist00"u8.ToArray(), "a web archive of Safari. Save the page again, as page source (HTML)"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive, an e-book or a document of an office program. Unpack it, or save its text as .txt"),
        ([0xD0, 0xCF, 0x11, 0xE0], "a document of an old office program. Save its text as .txt"),
    ];

    /// <exception cref="InputException">The file is of a kind in which no articles are read.</exception>
    private static void RefuseOthers(ReadOnlySpan<byte> sample, string name)
    {
        foreach (var (magic, what) in Others)
            if (sample.StartsWith(magic)) throw new InputException($"{name} is {what}.");
    }

    private static ArticleFileKind KindOf(ReadOnlySpan<byte> sample, string name)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (sample.StartsWith("WARC/"u8)) return ArticleFileKind.Warc;
        var text = Encoding.Latin1.GetString(sample).ToLowerInvariant();
        var begin = text.AsSpan().TrimStart("ï»¿ \t\r\n\0");
        if (extension is ".mhtml" or ".mht" || (text.Contains("mime-version:", StringComparison.Ordinal) && text.Contains("multipart/related", StringComparison.Ordinal))) return ArticleFileKind.Mhtml;
        if (extension is ".jsonl" or ".ndjson" or ".json") return ArticleFileKind.JsonLines;
        if (extension is ".csv" or ".tsv") return ArticleFileKind.Table;
        if (begin.StartsWith("<") && (text.Contains("<rss", StringComparison.Ordinal) || text.Contains("<feed", StringComparison.Ordinal) || text.Contains("<rdf:rdf", StringComparison.Ordinal))) return ArticleFileKind.Feed;
        if (extension is ".html" or ".htm" or ".xhtml" || begin.StartsWith("<!doctype html") || begin.StartsWith("<html") || (begin.StartsWith("<") && text.Contains("<html", StringComparison.Ordinal))) return ArticleFileKind.Html;
        return begin.StartsWith("{\"") ? ArticleFileKind.JsonLines : ArticleFileKind.Text;
    }

    /// <summary>Bytes that were read already, and what follows them.</summary>
    private sealed class Joined(byte[] first, Stream rest) : ReadOnlyStream
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            if (_at == first.Length) return rest.Read(buffer);
            var count = Math.Min(buffer.Length, first.Length - _at);
            first.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }
    }
}
