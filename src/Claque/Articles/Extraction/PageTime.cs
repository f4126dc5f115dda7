using System.Globalization;
using System.Text.RegularExpressions;
using Claque.Reading;

namespace Claque.Articles.Extraction;

/// <summary>A time as a page states it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Precision">How finely it is known: a time without a zone is known to the day.</param>
public readonly partial record struct PageTime(DateTimeOffset At, TimePrecision Precision)
{
    private static readonly string[] Feed =
        ["ddd, d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm zzz", "d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yy HH:mm:ss zzz"];

    /// <summary>ISO 8601, the dates of feeds, and the digits of archives (<c>20240131T120000Z</c>); null for anything else.</summary>
    public static PageTime? Of(string? written)
    {
        var text = written?.Trim();
        if (text is not { Length: >= 8 and <= 60 }) return null;
        if (DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Day(day);
        if (DateTimeOffset.TryParseExact(text, ["yyyyMMddTHHmmssZ", "yyyyMMddHHmmss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var digits)) return new PageTime(digits, TimePrecision.Second);
        var feed = Zones().Replace(text, " +00:00");
        feed = ShortZone().Replace(feed, "$1:$2");
        if (DateTimeOffset.TryParseExact(feed, Feed, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var sent)) return new PageTime(sent.ToUniversalTime(), TimePrecision.Second);
        if (!Iso().IsMatch(text) || !DateTimeOffset.TryParse(ShortZone().Replace(text, "$1:$2"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        if (!HasZone().IsMatch(text)) return Day(at.UtcDateTime);
        return new PageTime(at.ToUniversalTime(), text.Count(letter => letter == ':') > 1 || text.EndsWith('Z') && text.Length > 18 ? TimePrecision.Second : TimePrecision.Minute);
    }

    /// <summary>A day.</summary>
    public static PageTime Day(DateTime day) => new(new DateTimeOffset(day.Date, TimeSpan.Zero), TimePrecision.Day);

    /// <summary>ISO 8601, as finely as it is known.</summary>
    public override string ToString() => At.ToString(Precision == TimePrecision.Day ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\s(?:GMT|UTC|UT|Z)$", RegexOptions.CultureInvariant)]
    private static partial Regex Zones();

    [GeneratedRegex(@"([+-]\d{2})(\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortZone();

    [GeneratedRegex(@"(?:Z|[+-]\d{2}:?\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex HasZone();
}
