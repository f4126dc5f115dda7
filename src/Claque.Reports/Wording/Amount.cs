using System.Globalization;
using Claque.Reading;

namespace Claque.Reports.Wording;

/// <summary>A time as it stands in the report; it is never broken over two lines.</summary>
internal readonly record struct Instant(string Text)
{
    public override string ToString() => Text;
}

/// <summary>Numbers, times and durations as they stand in the report: no more digits than are known.</summary>
internal static class Amount
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary><c>1,234,567</c>, as in sentences and on the terminal.</summary>
    public static string Count(long number) => number.ToString("#,0", Culture);

    /// <summary><c>1 account</c>, <c>2 accounts</c>.</summary>
    public static string Of(long number, string one, string many) => Count(number) + "\u00A0" + (number == 1 ? one : many);

    /// <summary><c>38 %</c>; <c>&lt; 1 %</c> and <c>&gt; 99 %</c> rather than a false 0 or 100.</summary>
    public static string Share(double share)
    {
        if (share <= 0) return "0\u202F%";
        if (share < 0.01) return "<\u202F1\u202F%";
        if (share is > 0.99 and < 1) return ">\u202F99\u202F%";
        return Whole(share * 100).ToString("0", Culture) + "\u202F%";
    }

    /// <summary>A number from 0 to 1 with two decimals.</summary>
    public static string Ratio(double ratio) => ratio.ToString("0.00", Culture);

    /// <summary>A probability with two significant digits: <c>0.031</c>, <c>1.2 × 10⁻⁹</c>; a dash when there is none.</summary>
    public static string Probability(double? p)
    {
        if (p is not { } value) return "–";
        if (value == 0) return "0";
        if (value >= 0.001) return value.ToString(value >= 0.1 ? "0.00" : value >= 0.01 ? "0.000" : "0.0000", Culture);
        var exponent = (int)Math.Floor(Math.Log10(value));
        var digits = Math.Round(value / Math.Pow(10, exponent), 1);
        if (digits >= 10) (digits, exponent) = (1, exponent + 1);
        return digits.ToString("0.0", Culture) + " × 10" + Superscript(exponent);
    }

    /// <summary><c>12.4 MB</c>, in powers of 1,000.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => Of(bytes, "byte", "bytes"),
        < 1_000_000 => (bytes / 1e3).ToString("0.#", Culture) + "\u00A0kB",
        < 1_000_000_000 => (bytes / 1e6).ToString("0.#", Culture) + "\u00A0MB",
        _ => (bytes / 1e9).ToString("0.##", Culture) + "\u00A0GB",
    };

    /// <summary><c>2024-05-01 08:00:02 UTC</c>, cut to what the clock showed.</summary>
    public static Instant Time(long timeUs, TimePrecision precision = TimePrecision.Second) =>
        new(Utc(timeUs) is not { } utc
            ? timeUs.ToString(Culture) + " µs since 1970"
            : utc.ToString(
                precision switch
                {
                    TimePrecision.Microsecond => "yyyy-MM-dd HH:mm:ss.ffffff",
                    TimePrecision.Millisecond => "yyyy-MM-dd HH:mm:ss.fff",
                    TimePrecision.Second => "yyyy-MM-dd HH:mm:ss",
                    TimePrecision.Minute => "yyyy-MM-dd HH:mm",
                    TimePrecision.Hour => "yyyy-MM-dd HH'h'",
                    _ => "yyyy-MM-dd",
                },
                Culture) + " UTC");

    /// <summary><c>2024-05-01 08:00:02 UTC</c>.</summary>
    public static Instant Time(DateTimeOffset time) => new(time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", Culture) + " UTC");

    /// <summary><c>2024-05-01</c>.</summary>
    public static Instant Day(long timeUs) => new(Utc(timeUs)?.ToString("yyyy-MM-dd", Culture) ?? timeUs.ToString(Culture) + " µs since 1970");

    /// <summary>The time as a <see cref="DateTime"/>; null outside the years 1 to 9999.</summary>
    public static DateTime? Utc(long timeUs) =>
        timeUs is >= -62_135_596_800_000_000 and <= 253_402_300_799_999_999 ? DateTime.UnixEpoch.AddTicks(timeUs * 10) : null;

    /// <summary><c>3 s</c>, <c>1 min 12 s</c>, <c>412 ms</c>: the two largest units that matter.</summary>
    public static string Duration(double seconds) => Spell(seconds, Short);

    /// <summary><c>3 seconds</c>, <c>1 minute 12 seconds</c>.</summary>
    public static string DurationInWords(double seconds) => Spell(seconds, Long);

    private static readonly string[][] Short = [["ms", "ms"], ["s", "s"], ["min", "min"], ["h", "h"], ["d", "d"]];

    private static readonly string[][] Long =
        [["millisecond", "milliseconds"], ["second", "seconds"], ["minute", "minutes"], ["hour", "hours"], ["day", "days"]];

    private static string Spell(double seconds, string[][] units)
    {
        var size = Math.Abs(seconds);
        if (size == 0) return "0\u00A0" + units[1][1];
        if (size < 0.001) return "under 1\u00A0" + units[0][0];
        if (size < 0.9995) return Unit(Whole(size * 1000), 0);
        if (size < 9.95 && Math.Abs(size - Math.Round(size)) >= 0.05) return size.ToString("0.0", Culture) + "\u00A0" + units[1][1];
        if (size < 59.5) return Unit(Whole(size), 1);
        if (size < 3599.5) return Two(Whole(size), 60, 2);
        if (size < 86_370) return Two(Whole(size / 60), 60, 3);
        return Two(Whole(size / 3600), 24, 4);

        string Unit(double amount, int unit) => Count((long)amount) + "\u00A0" + units[unit][amount == 1 ? 0 : 1];

        string Two(double small, int perLarge, int unit)
        {
            var (large, rest) = (Math.Floor(small / perLarge), small % perLarge);
            return rest == 0 ? Unit(large, unit) : Unit(large, unit) + " " + Unit(rest, unit - 1);
        }
    }

    /// <summary>A half goes up, as in the pages of the workbench: 38.5 s must not be 38 s here and 39 s there.</summary>
    private static double Whole(double number) => Math.Round(number, MidpointRounding.AwayFromZero);

    private static string Superscript(int number) =>
        string.Concat(number.ToString(Culture).Select(digit => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
