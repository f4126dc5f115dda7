using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Claque.Articles.Extraction;
using Claque.Reading;

namespace Claque.Articles.Files;

/// <summary>A web archive: one article for each page that a server answered with.</summary>
/// <remarks>Records other than answers with pages are passed over; broken ones end the reading with a sentence. Memory is that of one record.</remarks>
internal static class WarcFile
{
    private const int MostHeaderBytes = 1 << 16;

    public static ArticleReading Read(ArticleBytes file, ArticleOptions options)
    {
        using var stream = new BufferedStream(file.Stream(), 1 << 16);
        var articles = ImmutableArray.CreateBuilder<Article>();
        var rejects = ImmutableArray.CreateBuilder<ArticleReject>();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            for (var number = 1; Next(number); number++)
            {
            }
        }
        catch (InputException e)
        {
            rejects.Add(new ArticleReject(rejects.Count + 1, "unpacks too far", e.Message));
        }
        catch (InvalidDataException)
        {
            Broken("the packing is damaged");
        }

        return new ArticleReading("warc", articles.ToImmutable(), rejects.ToImmutable());

        bool Next(int number)
        {
            var (header, problem) = Header(stream, first: true);
            if (header is null && problem is null) return false;
            if (header is null || !long.TryParse(header.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                return Broken(problem ?? "the record has no Content-Length");
            var (body, whole) = Body(stream, length, options.PageBytes + MostHeaderBytes);
            if (!whole) return Broken("the file ends within the record");
            if (header.GetValueOrDefault("warc-type") is "response" or "resource" && header.GetValueOrDefault("warc-target-uri")?.Trim('<', '>') is { } url) Page(header, body, url, number);
            return true;
        }

        bool Broken(string why)
        {
            rejects.Add(new ArticleReject(articles.Count + rejects.Count + 1, "broken record", $"{file.Name}: {why}; the archive was read up to there."));
            return false;
        }

        void Page(Dictionary<string, string> header, byte[] body, string url, int number)
        {
            var (html, reason) = header["warc-type"] == "resource" ? (PageEncoding.Decode(body), null) : WarcAnswer.Html(body, options.PageBytes);
            if (html is null)
            {
                if (reason is not null) rejects.Add(new ArticleReject(number, reason, $"{file.Name}({number}): {url} is no page: {reason}."));
                return;
            }

            var times = ids[url] = ids.GetValueOrDefault(url) + 1;
            var article = HtmlPage.Read(html, times == 1 ? url : $"{url} ({times})", url, options.Phrases, options.Limits) with { File = Path.GetFileName(file.Name) };
            if (article.Text.Length == 0)
            {
                rejects.Add(new ArticleReject(number, "no text", $"{file.Name}({number}): the page {url} shows no text."));
                return;
            }

            if (PageTime.Of(header.GetValueOrDefault("warc-date")) is { } seen) article = article with { Facts = article.Facts.Add(new ArticleFact(FactKind.Seen, seen.ToString(), true, "warc:date", .98)) };
            articles.Add(article);
        }
    }

    /// <summary>Header lines by name in lower case; null at the end or, with the problem, where there is no record.</summary>
    private static (Dictionary<string, string>? Header, string? Problem) Header(Stream stream, bool first)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        var bytes = 0;
        while (true)
        {
            var line = Line(stream, ref bytes);
            if (line is null) return header.Count == 0 && first ? (null, null) : (null, "the file ends within a record's header");
            if (bytes > MostHeaderBytes) return (null, "a record's header is longer than 64 kB");
            if (line.Length == 0)
            {
                if (first) continue;
                return (header, null);
            }

            if (first)
            {
                if (!line.StartsWith("WARC/", StringComparison.Ordinal)) return (null, $"a record should begin with \"WARC/1.0\" but begins with \"{(line.Length > 40 ? line[..40] : line)}\"");
                first = false;
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) header.TryAdd(line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
        }
    }

    private static string? Line(Stream stream, ref int bytes)
    {
        var line = new List<byte>(80);
        while (stream.ReadByte() is var next)
        {
            if (next < 0) return line.Count == 0 ? null : Encoding.UTF8.GetString(line.ToArray());
            bytes++;
            if (next == '\n' || bytes > MostHeaderBytes) break;
            if (next != '\r') line.Add((byte)next);
        }

        return Encoding.UTF8.GetString(line.ToArray());
    }

    private static (byte[] Body, bool Whole) Body(Stream stream, long length, int most)
    {
        var body = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var left = length; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0) return (body.ToArray(), false);
            if (body.Length < most) body.Write(buffer, 0, (int)Math.Min(read, most - body.Length));
            left -= read;
        }

        return (body.ToArray(), true);
    }
}
