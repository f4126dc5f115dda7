using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Claque.Articles.Lines;

namespace Claque.Articles.Extraction;

/// <summary>Finds the name of a site in the title of a page: <c>Headline - Ostrel Post</c>, <c>Headline | News | Ostrel Post</c>, <c>Ostrel Post: Headline</c>.</summary>
internal static partial class TitleSite
{
    private const int Longest = 50, MostWords = 6;

    /// <summary>Names of parts of a site, and of nothing.</summary>
    private static readonly FrozenSet<string> Parts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "article", "articles", "blog", "blogs", "business", "culture", "home", "life", "money", "news", "opinion", "politics", "science", "sport", "sports", "story", "tech", "technology", "video", "world");

    /// <summary>The last part of a title behind the headline, or the first before it; null where the title is not made so, or the part names no site.</summary>
    public static string? Of(string? pageTitle, string headline)
    {
        if (pageTitle is null) return null;
        var parts = Separator().Split(pageTitle).Select(part => part.Trim()).ToList();
        var words = LineForm.WordsOnly(headline);
        if (words.Length == 0 || parts.Count < 2) return null;
        var site = LineForm.WordsOnly(string.Join(' ', parts.SkipLast(1))) is var before && (before + " ").StartsWith(words + " ", StringComparison.Ordinal) ? parts[^1]
            : LineForm.WordsOnly(string.Join(' ', parts.Skip(1))) == words ? parts[0]
            : null;
        return site is { Length: > 1 and <= Longest } && site.Any(char.IsLetter) && site.Count(letter => letter == ' ') < MostWords && !Parts.Contains(site) && WrittenDates.Of(site) is null ? site : null;
    }

    [GeneratedRegex(@"\s+(?:-|--|–|—|\||·|•|»|::|:)\s+|(?<=\p{L}):\s+|\s*\|\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
