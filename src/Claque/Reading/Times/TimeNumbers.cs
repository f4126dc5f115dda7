using System.Buffers;
using System.Globalization;

namespace Claque.Reading.Times;

/// <summary>Reads times written as one number: seconds, milli-, micro- or nanoseconds since 1970, told by size; 20240131[1200[00]]; days as spreadsheets count them.</summary>
internal static class TimeNumbers
{
    private static readonly SearchValues<byte> Signs = SearchValues.Create("0123456789.eE+-"u8);

    // 1990-01-01 and 2100-01-01 in days of a spreadsheet, of which 25569 is 1970-01-01. As seconds they would be hours after 1970.
    private const int FirstDay = 32_874, EndDay = 73_051, Day1970 = 25_569;

    /// <summary>Digits, perhaps a point, an exponent or a sign, and nothing else.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.IndexOfAnyExcept(Signs) >= 0) return false;
        var digits = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        var sign = digits.IndexOfAny((byte)'-', (byte)'+');
        return digits.Count((byte)'.') <= 1 && (sign < 0 || (sign > 0 && (digits[sign - 1] | 0x20) == 'e'));
    }

    public static TimeOutcome Read(ReadOnlySpan<byte> text, out WrittenTime written)
    {
        written = default;
        if (text.IndexOfAny((byte)'e', (byte)'E') >= 0) return TimeOutcome.Rounded;
        var negative = text[0] == '-';
        if (text[0] is (byte)'-' or (byte)'+') text = text[1..];
        var point = text.IndexOf((byte)'.');
        var whole = point < 0 ? text : text[..point];
        if (whole.Length is 0 or > 19 || !long.TryParse(whole, out var value)) return TimeOutcome.Unreadable;
        if (point < 0 && !negative && AsDate(value, whole.Length, out written)) return TimeOutcome.Read;
        if (point >= 0 && !negative && value is >= FirstDay and < EndDay) return AsDays(text, out written);
        var (us, precision) = Scale(value);
        if (point >= 0 && precision == TimePrecision.Second)
        {
            var cursor = new Cursor(text) { Position = point + 1 };
            if (!ClockForms.Fraction(ref cursor, out var fraction, out precision)) return TimeOutcome.Unreadable;
            us += fraction;
        }

        written = new WrittenTime(negative ? -us : us, precision, 0);
        return TimeOutcome.Read;
    }

    /// <summary>45322.5 is noon of 2024-01-31. A cell keeps a time to some microseconds, so what is that near to a whole second is one. Whole numbers of that size are not taken for days: they may count anything.</summary>
    private static TimeOutcome AsDays(ReadOnlySpan<byte> text, out WrittenTime written)
    {
        written = default;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days)) return TimeOutcome.Unreadable;
        var us = (long)Math.Round((days - Day1970) * 24 * 3600 * Us.Second);
        var second = (us + Us.Second / 2) / Us.Second * Us.Second;
        written = Math.Abs(us - second) < 1000 ? new WrittenTime(second, TimePrecision.Second, null)
            : new WrittenTime((us + 500) / 1000 * 1000, TimePrecision.Millisecond, null);
        return TimeOutcome.Read;
    }

    /// <summary>Up to the year 5138 a count of seconds is below 10^11; each finer unit is a thousand times that.</summary>
    private static (long Us, TimePrecision Precision) Scale(long value) => value switch
    {
        < 100_000_000_000 => (value * Us.Second, TimePrecision.Second),
        < 100_000_000_000_000 => (value * 1000, TimePrecision.Millisecond),
        < 100_000_000_000_000_000 => (value, TimePrecision.Microsecond),
        _ => (value / 1000, TimePrecision.Microsecond),
    };

    /// <summary>As counts since 1970 these would all lie before 1990 or after 2100.</summary>
    private static bool AsDate(long value, int digits, out WrittenTime written)
    {
        written = default;
        var (date, clock, precision) = digits switch
        {
            8 => (value, 0L, TimePrecision.Day),
            12 => (value / 10_000, value % 10_000 * 100, TimePrecision.Minute),
            14 => (value / 1_000_000, value % 1_000_000, TimePrecision.Second),
            _ => (0L, 0L, default),
        };
        if (date is < 1990_00_00 or > 2100_00_00) return false;
        if (Us.OfDate((int)(date / 10_000), (int)(date / 100 % 100), (int)(date % 100)) is not { } day) return false;
        if (Us.OfClock((int)(clock / 10_000), (int)(clock / 100 % 100), (int)(clock % 100)) is not { } time) return false;
        written = new WrittenTime(day + time, precision, null);
        return true;
    }
}
