using System.Globalization;
using Claque.Reading;

namespace Claque.Cli.Terminal;

/// <summary>Writes times: UTC, as finely as they were recorded.</summary>
internal static class Times
{
    /// <summary>For people: <c>2024-05-01 08:00:02</c>.</summary>
    public static string Write(long timeUs, TimePrecision precision) => Format(timeUs, precision switch
    {
        TimePrecision.Day => "yyyy-MM-dd",
        TimePrecision.Hour or TimePrecision.Minute => "yyyy-MM-dd HH:mm",
        TimePrecision.Second => "yyyy-MM-dd HH:mm:ss",
        TimePrecision.Millisecond => "yyyy-MM-dd HH:mm:ss.fff",
        _ => "yyyy-MM-dd HH:mm:ss.ffffff",
    });

    /// <summary>For programs: ISO 8601 with as many digits as it takes.</summary>
    public static string Iso(long timeUs) => Format(timeUs, timeUs % 1_000_000 == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : timeUs % 1000 == 0 ? "yyyy-MM-ddTHH:mm:ss.fffZ" : "yyyy-MM-ddTHH:mm:ss.ffffffZ");

    /// <summary>The day: <c>2024-05-01</c>.</summary>
    public static string Day(long timeUs) => Format(timeUs, "yyyy-MM-dd");

    private static string Format(long timeUs, string format) =>
        DateTime.UnixEpoch.AddMicroseconds(timeUs).ToString(format, CultureInfo.InvariantCulture);
}
