using System.Globalization;
using System.Text.RegularExpressions;
using Claque.Articles.Extraction;

namespace Claque.Articles.Lines;

/// <summary>Reads the date of a line that is a date.</summary>
internal static partial class WrittenDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The day named; null where none is named with its month in letters or as ISO 8601: <c>3/4/2024</c> may be two days.</summary>
    public static PageTime? Of(string line)
    {
        var match = Day().Match(line);
        if (!match.Success) return null;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var month = match.Groups["number"].Success
            ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
            : Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        return month is >= 1 and <= 12 && year is >= 1800 and <= 2199 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? PageTime.Day(new DateTime(year, month, day)) : null;
    }

    /// <summary>True when the line says when the page was changed.</summary>
    public static bool IsChange(string line) => Changed().IsMatch(line);

    private const string Month = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";

    [GeneratedRegex(@"\b(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})|\b(?<day>\d{1,2})(?:st|nd|rd|th)?[\s.-]+" + Month + @"[\s.,-]+(?<year>\d{4})|\b" + Month + @"\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^\W*(?:last\s+)?(?:updated|modified|changed|corrected)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();
}
