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
        var found = names.Value.Split('\n', 2)[0];
        if (Place().Match(found) is { Success: true } place) found = found[..place.Index];
        else if (match.Groups["rest"].Value is [>= '0' and <= '9', ..] && DayBehind().Match(found) is { Success: true } day && found[..day.Index].Contains(' ', StringComparison.Ordinal)) found = found[..day.Index];
        found = found.Trim(' ', ',', '|', '-', '–', '—', '•', '·', '.', '/');
        return found.Length > 1 ? (found, names.Index) : null;
    }

    /// <summary>Names as markup states them, without a time or a handle behind.</summary>
    public static string WithoutTime(string names)
    {
        var found = Time().Match(names) is { Success: true } time ? names[..time.Index] : names;
        return found.Trim(' ', ',', '|', '-', '–', '—', '•', '·', '/');
    }

    [GeneratedRegex(@"\s+@\w|[\s,]+(?:" + Weekday + @",?\s+)?(?:" + Month + @"\s+)?\d|\s+[-–—|•·]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"[\s,]+(?:" + Weekday + @",?\s*)?(?:" + Month + @")?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayBehind();

    private const string Weekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
    private const string Month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";

    // A name and the paper that sent it: the paper's name ends with a word that papers are called by.
    [GeneratedRegex(@",\s+(?:[Tt]he\s+)?(?:\p{Lu}[\p{L}.]*\s+){0,3}(?:News|Newspapers?|Times|Post|Herald|Tribune|Guardian|Observer|Gazette|Courier|Chronicle|Journal|Mail|Telegraph|Star|Press|Standard|Daily|Today|Magazine|Review|Reuters|AFP|AP|BBC|CNN)\b|\s+in\s+\p{Lu}|\s+for\s+(?:the\s+)?\p{Lu}|\s*[|/]|\s[-–—•·]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
