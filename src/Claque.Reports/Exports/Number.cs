using System.Globalization;

namespace Claque.Reports.Exports;

/// <summary>Numbers and times as other programs read them: invariant, without noise in the last digits.</summary>
internal static class Number
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A count.</summary>
    public static string Of(long number) => number.ToString(Culture);

    /// <summary>Seconds with up to three decimals.</summary>
    public static string Seconds(double seconds) => RoundedSeconds(seconds).ToString("0.###", Culture);

    /// <summary>A probability with six significant digits; empty when there is none.</summary>
    public static string Probability(double? p) => p?.ToString("G6", Culture) ?? "";

    /// <summary>A share with up to six decimals; empty when there is none.</summary>
    public static string Share(double? share) => share is { } value ? RoundedShare(value).ToString("0.######", Culture) : "";

    /// <summary>Seconds rounded to three decimals.</summary>
    public static double RoundedSeconds(double seconds) => Math.Round(seconds, 3);

    /// <summary>A share rounded to six decimals.</summary>
    public static double RoundedShare(double share) => Math.Round(share, 6);

    /// <summary>A probability rounded to six significant digits.</summary>
    public static double RoundedProbability(double p) => double.Parse(p.ToString("G6", Culture), Culture);

    /// <summary>ISO 8601 in UTC with as many decimals as needed: <c>2024-05-01T08:00:02Z</c>; null outside the years 1 to 9999.</summary>
    public static string? Iso(long timeUs) => Wording.Amount.Utc(timeUs)?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", Culture);

    /// <summary>ISO 8601 in UTC.</summary>
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", Culture);
}
