using System.Net;
using System.Text.RegularExpressions;
using Claque.Articles.Lines;

namespace Claque.Articles.Extraction;

/// <summary>The text that a page states as its article in JSON-LD, held against what was found.</summary>
/// <remarks>
/// Used only where the two differ widely: then the lines of the page that stand in the stated text are the article. Many sites state a
/// summary or half of the text; a statement that covers less than was found changes nothing.
/// </remarks>
internal sealed partial class StatedBody
{
    private readonly HashSet<string> _shingles;
    private readonly int _words;

    private StatedBody(string text)
    {
        var words = LineForm.WordsOnly(Plain(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (_words, _shingles) = (words.Length, Shingles(words).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Marks the lines anew where the stated text says clearly that the wrong ones were taken.</summary>
    public static void Hold(List<PageLine> lines, string? stated)
    {
        if (stated is not { Length: > 500 }) return;
        var body = new StatedBody(stated);
        int found = 0, agreed = 0, onPage = 0;
        var share = lines.ConvertAll(line => line.Text.Length < 40 ? 0 : body.Share(line.Text));
        for (var i = 0; i < lines.Count; i++)
        {
            var taken = lines[i].Mark is null;
            if (taken) found += lines[i].Text.Length;
            if (share[i] <= .6) continue;
            onPage += lines[i].Text.Length;
            if (taken) agreed += lines[i].Text.Length;
        }

        if (onPage < stated.Length * .5 || agreed > .6 * onPage || body._words < 80) return;
        for (var i = 0; i < lines.Count; i++)
        {
            if (share[i] > .6) lines[i].Mark = null;
            else lines[i].Mark ??= new PageMark(BlockClass.Site, "not in the text that the page states");
        }
    }

    private double Share(string line)
    {
        var own = Shingles(LineForm.WordsOnly(line).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return own.Count == 0 ? 0 : (double)own.Count(_shingles.Contains) / own.Count;
    }

    private static IEnumerable<string> Shingles(string[] words)
    {
        for (var i = 0; i + 3 < words.Length; i++) yield return string.Join(' ', words, i, 4);
    }

    private static string Plain(string text)
    {
        if (text.Length > 400_000) text = text[..400_000];
        return WebUtility.HtmlDecode(Tag().Replace(text, " "));
    }

    [GeneratedRegex(@"<[^<>]{1,400}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
