using System.Globalization;
using System.Text.RegularExpressions;
using Claque.Articles.Extraction;
using Claque.Reading;

namespace Claque.Articles.Files;

/// <summary>A page saved as HTML: one article.</summary>
internal static partial class HtmlFile
{
    public static ArticleReading Read(ArticleBytes file, ArticleOptions options)
    {
        var (bytes, cut) = file.All(options.PageBytes);
        var html = PageEncoding.Decode(bytes);
        if (!PageEncoding.IsText(html)) return new ArticleReading("html", [], [new ArticleReject(1, "not text", $"{file.Name} is not a text: its bytes are those of a picture, a program or a damaged file. Save the page as HTML or as text.")]);
        var article = HtmlPage.Read(html, file.Name, SavedFrom(html), options.Phrases, options.Limits) with { File = Path.GetFileName(file.Name) };
        if (cut) article = article with { Notes = article.Notes.Add($"The file is longer than {options.PageBytes >> 20} MB; the rest was not read.") };
        if (SavedAt(html) is { } saved && article.Facts.All(fact => fact.Kind != FactKind.Seen)) article = article with { Facts = article.Facts.Add(saved) };
        if (article.Text.Length == 0) return new ArticleReading("html", [], [new ArticleReject(1, "no text", $"{file.Name}: the page shows no text. {string.Join(' ', article.Notes)}".TrimEnd())]);
        return new ArticleReading("html", [article], []);
    }

    /// <summary>The address that a browser wrote into the page when it saved it.</summary>
    private static string? SavedFrom(string html) =>
        Saved().Match(html[..Math.Min(html.Length, 4000)]) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>When the page was saved, or taken into an archive, as a remark in it says.</summary>
    private static ArticleFact? SavedAt(string html)
    {
        if (SavedDate().Match(html[..Math.Min(html.Length, 4000)]) is { Success: true } single
            && DateTimeOffset.TryParseExact(single.Groups[1].Value, "ddd MMM dd yyyy HH:mm:ss 'GMT'zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var saved))
            return Seen(saved, "page:saved");
        return Archived().Match(html, Math.Max(0, html.Length - 4000)) is { Success: true } archive
            && DateTimeOffset.TryParseExact(archive.Groups[1].Value, "HH:mm:ss MMM dd, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var taken) ? Seen(taken, "page:archived") : null;
    }

    private static ArticleFact Seen(DateTimeOffset at, string rule) => new(FactKind.Seen, new PageTime(at.ToUniversalTime(), TimePrecision.Second).ToString(), true, rule, .95);

    [GeneratedRegex(@"<!--\s*Page saved with SingleFile\s+url:\s*\S+\s+saved date:\s*(\w{3} \w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex SavedDate();

    [GeneratedRegex(@"FILE ARCHIVED ON (\d\d:\d\d:\d\d \w{3} \d\d, \d{4}) AND RETRIEVED FROM THE", RegexOptions.CultureInvariant)]
    private static partial Regex Archived();

    [GeneratedRegex(@"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]{4,2000})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Saved();
}
