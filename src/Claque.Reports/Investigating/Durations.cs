using System.Globalization;
using Claque.Reading;

namespace Claque.Reports;

/// <summary>Windows as people write them: <c>10s</c>, <c>5min</c>, <c>1h</c>, <c>500ms</c>; a bare number is seconds.</summary>
public static class Durations
{
    private const double MostSeconds = 36_525 * 86_400.0;

    private static readonly (string Unit, double Seconds)[] Units =
        [("ms", 0.001), ("min", 60), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400)];

    /// <summary>Reads one duration.</summary>
    /// <exception cref="InputException">Not a duration.</exception>
    public static TimeSpan Parse(string text)
    {
        var (unit, factor) = Array.Find(Units, u => text.EndsWith(u.Unit, StringComparison.OrdinalIgnoreCase));
        var number = unit is null ? text : text[..^unit.Length];
        if (double.TryParse(number.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            var seconds = value * (unit is null ? 1 : factor);
            return seconds <= MostSeconds
                ? TimeSpan.FromMicroseconds(Math.Round(seconds * 1e6))
                : throw new InputException($"\"{text}\" is longer than a hundred years.");
        }

        throw new InputException($"\"{text}\" is not a duration. Write it like 10s, 5min or 1h.");
    }

    /// <summary>The shortest way to write a duration.</summary>
    public static string Write(TimeSpan duration) => Write(duration.TotalSeconds);

    /// <summary>The shortest way to write a number of seconds.</summary>
    public static string Write(double seconds) => seconds switch
    {
        >= 3600 when seconds % 3600 == 0 => $"{seconds / 3600:0} h",
        >= 60 when seconds % 60 == 0 && seconds > 60 => $"{seconds / 60:0} min",
        _ => $"{seconds:0.######} s",
    };
}
