using System.Text.RegularExpressions;
using Claque.Articles.Extraction;

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
        if (article.Text.Length == 0) return new ArticleReading("html", [], [new ArticleReject(1, "no text", $"{file.Name}: the page shows no text. {string.Join(' ', article.Notes)}".TrimEnd())]);
        return new ArticleReading("html", [article], []);
    }

    /// <summary>The address that a browser wrote into the page when it saved it.</summary>
    private static string? SavedFrom(string html) =>
        Saved().Match(html[..Math.Min(html.Length, 4000)]) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]{4,2000})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Saved();
}
