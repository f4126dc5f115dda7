using System.Text.RegularExpressions;

namespace Claque.Articles.Lines;

/// <summary>Takes the names out of a byline.</summary>
internal static partial class BylineNames
{
    /// <summary>The names, without "By", place and job, and where they begin; null when the line is no byline.</summary>
    public static (string Names, int At)? Of(string line)
    {
        if (LinePatterns.Byline().Match(line) is not { Success: true } match) return null;
        var names = match.Groups["names"];
        var found = names.Value;
        if (Place().Match(found) is { Success: true } place) found = found[..place.Index];
        found = found.Trim(' ', ',', '|', '-', '–', '—', '•', '·', '.', '/');
        return found.Length > 1 ? (found, names.Index) : null;
    }

    [GeneratedRegex(@"\s+in\s+\p{Lu}|\s+for\s+(?:the\s+)?\p{Lu}|\s*[|/]|\s[-–—•·]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
