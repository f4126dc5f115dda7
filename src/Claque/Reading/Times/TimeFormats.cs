using System.Globalization;

namespace Claque.Reading.Times;

/// <summary>What a .NET custom time format says about the times that it reads.</summary>
internal static class TimeFormats
{
    /// <summary>How finely the format writes times, and whether it writes the zone.</summary>
    /// <exception cref="InputException">Not a format, or one without a date.</exception>
    public static (TimePrecision Precision, bool HasZone) Describe(string format)
    {
        var letters = WithoutLiterals(format);
        var roundTrips = RoundTrips(format);
        if (!roundTrips || !letters.Contains('y', StringComparison.Ordinal) || !letters.Contains('d', StringComparison.Ordinal) || !letters.Contains('M', StringComparison.Ordinal))
            throw new InputException($"--time-format \"{format}\" does not describe a date and time. Use a .NET custom format such as \"d/M/yyyy H:mm\" or \"yyyy-MM-dd HH:mm:ss\".");
        var fraction = letters.Count(letter => letter is 'f' or 'F');
        var precision = fraction > 3 ? TimePrecision.Microsecond
            : fraction > 0 ? TimePrecision.Millisecond
            : letters.Contains('s', StringComparison.Ordinal) ? TimePrecision.Second
            : letters.Contains('m', StringComparison.Ordinal) ? TimePrecision.Minute
            : letters.Any(letter => letter is 'h' or 'H') ? TimePrecision.Hour
            : TimePrecision.Day;
        return (precision, letters.Any(letter => letter is 'z' or 'K'));
    }

    private static bool RoundTrips(string format)
    {
        if (format.Trim().Length < 2) return false;
        try
        {
            var text = DateTimeOffset.UnixEpoch.ToString(format, CultureInfo.InvariantCulture);
            return DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string WithoutLiterals(string format)
    {
        var letters = new System.Text.StringBuilder();
        var quote = '\0';
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"') quote = c;
            else if (c == '\\') i++;
            else letters.Append(c);
        }

        return letters.ToString();
    }
}
