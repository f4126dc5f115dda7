using System.Text.RegularExpressions;
using Claque.Articles.Extraction;

namespace Claque.Articles.Lines;

/// <summary>Reads the date of a line that is a date.</summary>
internal static partial class WrittenDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The day named; null where none is named with its month in letters, year first, or in digits that can be one day only: <c>3/4/2024</c> may be two.</summary>
    public static PageTime? Of(string line)
    {
        var match = Day().Match(line);
        if (!match.Success) return InDigits(line);
        var month = match.Groups["number"].Success ? Number(match, "number") : Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        return Made(Number(match, "year"), month, Number(match, "day"));
    }

    /// <summary>Day and month in digits: with full stops the day is first, otherwise one of the two must be above 12.</summary>
    private static PageTime? InDigits(string line)
    {
        var match = Digits().Match(line);
        if (!match.Success) return null;
        var (first, second, year) = (Number(match, "first"), Number(match, "second"), Number(match, "year"));
        if (year < 100) year += year < 70 ? 2000 : 1900;
        if (match.Groups["sign"].Value == ".") return Made(year, second, first);
        return first > 12 == second > 12 ? null : first > 12 ? Made(year, second, first) : Made(year, first, second);
    }

    private static int Number(Match match, string group) => Text.Digits.Number(match.Groups[group].ValueSpan);

    private static PageTime? Made(int year, int month, int day) =>
        month is >= 1 and <= 12 && year is >= 1800 and <= 2199 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? PageTime.Day(new DateTime(year, month, day)) : null;

    /// <summary>True when the line says when the page was changed.</summary>
    public static bool IsChange(string line) => Changed().IsMatch(line);

    private const string Month = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";

    [GeneratedRegex(@"\b(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})|(?<!\d)(?<year>\d{4})\s?[年년]\s?(?<number>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]|\b(?<day>\d{1,2})(?:st|nd|rd|th)?[\s.-]+" + Month + @"[\s.,-]+(?<year>\d{4})|\b" + Month + @"\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<![\d./-])(?<first>\d{1,2})(?<sign>[./-])(?<second>\d{1,2})\k<sign>(?<year>\d{4}|\d{2})(?![\d./-])", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\W*(?:last\s+)?(?:updated|modified|changed|corrected|更新|actualizado|aktualisiert|aggiornato|mis à jour|обновлено)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();
}
