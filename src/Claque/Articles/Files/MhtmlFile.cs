using System.Text;
using System.Text.RegularExpressions;
using Claque.Articles.Extraction;

namespace Claque.Articles.Files;

/// <summary>A page that a browser saved as one file (MHTML, RFC 2557): a letter in parts, of which one is the page and the others its pictures and styles. One article.</summary>
internal static partial class MhtmlFile
{
    private const int MostHeaderLetters = 1 << 16;

    public static ArticleReading Read(ArticleBytes file, ArticleOptions options)
    {
        var (bytes, cut) = file.All(options.PageBytes);
        var letter = Encoding.Latin1.GetString(bytes);
        var header = Header(letter, 0, out var body);
        if (Page(letter, body, Parameter(header.GetValueOrDefault("content-type"), "boundary")) is not { } page)
            return new ArticleReading("mhtml", [], [new ArticleReject(1, "no page", $"{file.Name} is a saved page in one file, but no part of it is a page. Save it again, as HTML.")]);

        var url = header.GetValueOrDefault("snapshot-content-location") ?? page.Header.GetValueOrDefault("content-location");
        var html = PageEncoding.Decode(Decoded(page.Body, page.Header.GetValueOrDefault("content-transfer-encoding")), Parameter(page.Header.GetValueOrDefault("content-type"), "charset"));
        var article = HtmlPage.Read(html, file.Name, url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? url : null, options.Phrases, options.Limits) with { File = Path.GetFileName(file.Name) };
        if (cut) article = article with { Notes = article.Notes.Add($"The file is longer than {options.PageBytes >> 20} MB; the rest was not read.") };
        if (article.Text.Length == 0) return new ArticleReading("mhtml", [], [new ArticleReject(1, "no text", $"{file.Name}: the page shows no text. {string.Join(' ', article.Notes)}".TrimEnd())]);
        if (PageTime.Of(header.GetValueOrDefault("date")?.Replace("-0000", "+0000", StringComparison.Ordinal)) is { } saved && article.Facts.All(fact => fact.Kind != FactKind.Seen))
            article = article with { Facts = article.Facts.Add(new ArticleFact(FactKind.Seen, saved.ToString(), true, "mhtml:date", .95)) };
        return new ArticleReading("mhtml", [article], []);
    }

    /// <summary>The first part that is a page; the whole where there are no parts.</summary>
    private static (Dictionary<string, string> Header, string Body)? Page(string letter, int from, string? boundary)
    {
        if (boundary is null) return null;
        var line = "--" + boundary;
        for (var at = letter.IndexOf(line, from, StringComparison.Ordinal); at >= 0;)
        {
            var header = Header(letter, at + line.Length, out var body);
            var next = letter.IndexOf("\n" + line, body, StringComparison.Ordinal);
            if (header.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true) return (header, letter[body..(next < 0 ? letter.Length : next)]);
            at = next < 0 ? -1 : next + 1;
        }

        return null;
    }

    /// <summary>Header lines by name in lower case, folded ones joined, up to the empty line.</summary>
    private static Dictionary<string, string> Header(string letter, int at, out int body)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        var (most, last) = (Math.Min(letter.Length, at + MostHeaderLetters), "");
        var hasLines = false;
        while (at < most)
        {
            var end = letter.IndexOf('\n', at);
            if (end < 0) end = letter.Length;
            var line = letter[at..end].TrimEnd('\r');
            at = Math.Min(letter.Length, end + 1);
            if (line.Length == 0 && hasLines) break;
            if (line.Length == 0) continue;
            hasLines = true;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && last.Length > 0) header[last] += " " + line.Trim();
            else if (colon > 0) header[last = line[..colon].Trim().ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }

        body = at;
        return header;
    }

    private static string? Parameter(string? value, string name) =>
        value is not null && Parameters().Matches(value).FirstOrDefault(match => match.Groups[1].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? found.Groups[2].Value.Trim('"') : null;

    /// <summary>The bytes that a part stands for.</summary>
    private static byte[] Decoded(string body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "quoted-printable" => QuotedPrintable(body),
        "base64" => Base64(body),
        _ => Encoding.Latin1.GetBytes(body),
    };

    private static byte[] QuotedPrintable(string body)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes.Add((byte)body[i]);
            }
            else if (i + 2 < body.Length && char.IsAsciiHexDigit(body[i + 1]) && char.IsAsciiHexDigit(body[i + 2]))
            {
                bytes.Add(Convert.ToByte(body.Substring(i + 1, 2), 16));
                i += 2;
            }
            else if (body.AsSpan(i + 1).StartsWith("\r\n"))
            {
                i += 2;
            }
            else if (body.AsSpan(i + 1).StartsWith("\n"))
            {
                i++;
            }
        }

        return [.. bytes];
    }

    /// <summary>Up to the padding, as far as it is whole: a part that was cut off gives what is there, and what is no letter of the code is passed over.</summary>
    private static byte[] Base64(string body)
    {
        var letters = string.Concat(body.TakeWhile(letter => letter != '=').Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/'));
        var whole = letters.Length % 4 == 1 ? letters[..^1] : letters;
        return Convert.FromBase64String(whole.PadRight((whole.Length + 3) / 4 * 4, '='));
    }

    [GeneratedRegex(@"(?<![\w-])([\w-]+)\s*=\s*(""[^""]*""|[^\s;]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Parameters();
}
