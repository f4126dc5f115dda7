using System.Text;

namespace Claque.Reading.Times;

/// <summary>Reads times written in words and signs: ISO 8601 and its relatives, slashed dates, RFC 822, <c>Wed Oct 10 20:19:24 +0000 2018</c>.</summary>
internal static class ClockForms
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] LongMonths =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Weekdays =
    [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];

    /// <summary>The zone words that mean one thing: those of RFC 822.</summary>
    private static readonly (string Word, int Minutes)[] Zones =
    [
        ("utc", 0), ("gmt", 0), ("ut", 0), ("z", 0), ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300),
        ("mst", -420), ("mdt", -360), ("pst", -480), ("pdt", -420),
    ];

    /// <summary>A date, then perhaps a time, a zone and (as in Twitter's old form) a year; nothing may be left over.</summary>
    public static TimeOutcome Read(ReadOnlySpan<byte> text, DateOrder order, out WrittenTime written)
    {
        written = default;
        var cursor = new Cursor(text);
        var outcome = Date(ref cursor, order, out var date);
        if (outcome != TimeOutcome.Read) return outcome;
        var parts = new Parts { Precision = TimePrecision.Day };
        if (!cursor.AtEnd && !Clock(ref cursor, ref parts)) return TimeOutcome.Unreadable;
        outcome = Zone(ref cursor, ref parts);
        if (outcome != TimeOutcome.Read) return outcome;
        if (date.Year == 0)
        {
            cursor.Blanks();
            if (!cursor.Number(out var year, out var digits) || digits != 4) return TimeOutcome.Unreadable;
            date.Year = year;
        }

        cursor.Blanks();
        if (cursor.Next == '(') cursor.Position = text.Length; // A comment: GMT+0200 (Eastern European Time)
        if (!cursor.AtEnd || Us.OfDate(date.Year, date.Month, date.Day) is not { } dayUs) return TimeOutcome.Unreadable;
        written = new WrittenTime(dayUs + parts.ClockUs, parts.Precision, parts.OffsetMinutes);
        return TimeOutcome.Read;
    }

    /// <summary>Reads <c>03/04/2024 …</c> as its first two numbers; false for any other form.</summary>
    public static bool SlashedNumbers(ReadOnlySpan<byte> text, out int first, out int second)
    {
        second = 0;
        var cursor = new Cursor(text);
        if (!cursor.Number(out first, out var digits) || digits > 2) return false;
        var sign = cursor.Take("/-"u8);
        return sign != 0 && cursor.Number(out second, out digits) && digits <= 2 && cursor.Take([sign]) != 0
            && cursor.Number(out _, out digits) && digits == 4;
    }

    private struct YearMonthDay
    {
        public int Year;
        public int Month;
        public int Day;
    }

    private struct Parts
    {
        public long ClockUs;
        public TimePrecision Precision;
        public int? OffsetMinutes;
    }

    private static TimeOutcome Date(ref Cursor cursor, DateOrder order, out YearMonthDay date)
    {
        date = default;
        var start = cursor.Position;
        if (IndexOf(Weekdays, cursor.Word()) >= 0)
        {
            cursor.Take(",."u8);
            if (!cursor.Blanks()) return TimeOutcome.Unreadable;
        }
        else
        {
            cursor.Position = start;
        }

        if (!cursor.Number(out var first, out var digits)) return MonthFirstDate(ref cursor, ref date);
        if (digits == 8) return Compact(first, ref date);
        var sign = cursor.Take("-/. "u8);
        if (sign == 0 || digits > 4) return TimeOutcome.Unreadable;
        start = cursor.Position;
        if (Month(ref cursor) is { } month) return DayMonthYear(ref cursor, first, month, ref date);
        cursor.Position = start;
        if (sign == ' ' || !cursor.Number(out var second, out var more) || more > 2) return TimeOutcome.Unreadable;
        if (cursor.Take([sign]) == 0 || !cursor.Number(out var third, out var last)) return TimeOutcome.Unreadable;
        if (digits == 4 && last <= 2) (date.Year, date.Month, date.Day) = (first, second, third);
        else if (digits > 2 || last != 4) return TimeOutcome.Unreadable;
        else if (sign == '.') (date.Year, date.Month, date.Day) = (third, second, first);
        else if (order == DateOrder.Unknown) return TimeOutcome.OrderUnknown;
        else if (order == DateOrder.DayFirst) (date.Year, date.Month, date.Day) = (third, second, first);
        else (date.Year, date.Month, date.Day) = (third, first, second);
        return TimeOutcome.Read;
    }

    private static TimeOutcome Compact(int number, ref YearMonthDay date)
    {
        (date.Year, date.Month, date.Day) = (number / 10_000, number / 100 % 100, number % 100);
        return TimeOutcome.Read;
    }

    /// <summary>October 10, 2018 – or, with the year at the very end, Oct 10.</summary>
    private static TimeOutcome MonthFirstDate(ref Cursor cursor, ref YearMonthDay date)
    {
        if (Month(ref cursor) is not { } month || !cursor.Blanks()) return TimeOutcome.Unreadable;
        if (!cursor.Number(out var day, out var digits) || digits > 2) return TimeOutcome.Unreadable;
        (date.Month, date.Day) = (month, day);
        var comma = cursor.Take(","u8) != 0;
        var start = cursor.Position;
        cursor.Blanks();
        if (cursor.Number(out var year, out digits) && digits == 4 && cursor.Next != ':') date.Year = year;
        else if (comma) return TimeOutcome.Unreadable;
        else cursor.Position = start;
        return TimeOutcome.Read;
    }

    private static TimeOutcome DayMonthYear(ref Cursor cursor, int day, int month, ref YearMonthDay date)
    {
        cursor.Take("-/., "u8);
        cursor.Blanks();
        if (!cursor.Number(out var year, out var digits) || digits != 4) return TimeOutcome.Unreadable;
        (date.Year, date.Month, date.Day) = (year, month, day);
        return TimeOutcome.Read;
    }

    private static int? Month(ref Cursor cursor)
    {
        var word = cursor.Word();
        cursor.Take("."u8);
        var index = IndexOf(Months, word);
        if (index < 0) index = IndexOf(LongMonths, word);
        return index < 0 ? null : index + 1;
    }

    /// <summary>20:19, 20:19:24.123, 8:19 PM, or (after T) 201924.</summary>
    private static bool Clock(ref Cursor cursor, ref Parts parts)
    {
        cursor.Take(","u8);
        var blank = cursor.Blanks();
        var basic = !blank && cursor.Take("Tt_"u8) != 0;
        if (!blank && !basic) return false;
        if (!cursor.Number(out var hour, out var digits)) return false;
        if (digits is 6 or 4 && basic) return BasicClock(ref cursor, hour, digits, ref parts);
        if (digits > 2 || cursor.Take(":"u8) == 0) return false;
        if (!cursor.Number(out var minute, out digits) || digits != 2) return false;
        var (second, fractionUs) = (0, 0L);
        parts.Precision = TimePrecision.Minute;
        if (cursor.Take(":"u8) != 0)
        {
            if (!cursor.Number(out second, out digits) || digits != 2) return false;
            parts.Precision = TimePrecision.Second;
            if (cursor.Take(".,"u8) != 0 && !Fraction(ref cursor, out fractionUs, out parts.Precision)) return false;
        }

        if (!HalfDay(ref cursor, ref hour) || Us.OfClock(hour, minute, second) is not { } clock) return false;
        parts.ClockUs = clock + fractionUs;
        return true;
    }

    private static bool BasicClock(ref Cursor cursor, int number, int digits, ref Parts parts)
    {
        if (digits == 4) number *= 100;
        if (Us.OfClock(number / 10_000, number / 100 % 100, number % 100) is not { } clock) return false;
        (parts.ClockUs, parts.Precision) = (clock, digits == 4 ? TimePrecision.Minute : TimePrecision.Second);
        if (cursor.Take(".,"u8) == 0) return true;
        if (!Fraction(ref cursor, out var fractionUs, out parts.Precision)) return false;
        parts.ClockUs += fractionUs;
        return true;
    }

    /// <summary>The digits behind the point of a second. A lone 0 is what programs write behind whole seconds.</summary>
    internal static bool Fraction(ref Cursor cursor, out long us, out TimePrecision precision)
    {
        (us, precision) = (0, TimePrecision.Second);
        var (digits, scale) = (0, 100_000L);
        while (cursor.Next is >= (byte)'0' and <= (byte)'9')
        {
            us += (cursor.Next - '0') * scale;
            scale /= 10;
            digits++;
            cursor.Position++;
        }

        precision = digits > 3 ? TimePrecision.Microsecond : digits == 1 && us == 0 ? TimePrecision.Second : TimePrecision.Millisecond;
        return digits > 0;
    }

    /// <summary>AM or PM, if it is there.</summary>
    private static bool HalfDay(ref Cursor cursor, ref int hour)
    {
        var start = cursor.Position;
        cursor.Blanks();
        var half = (byte)(cursor.Next | 0x20);
        if (half is not ((byte)'a' or (byte)'p'))
        {
            cursor.Position = start;
            return true;
        }

        cursor.Position++;
        cursor.Take("."u8);
        if (cursor.Take("mM"u8) == 0)
        {
            cursor.Position = start; // PST begins like PM.
            return true;
        }

        cursor.Take("."u8);
        if (hour is < 1 or > 12) return false;
        hour = hour % 12 + (half == 'p' ? 12 : 0);
        return true;
    }

    /// <summary>Z, +02:00, +0200, +02, (UTC), EDT – or nothing.</summary>
    private static TimeOutcome Zone(ref Cursor cursor, ref Parts parts)
    {
        var start = cursor.Position;
        cursor.Blanks();
        if (cursor.AtEnd) return TimeOutcome.Read;
        var sign = cursor.Take("+-"u8);
        if (sign != 0) return Offset(ref cursor, sign == '-', ref parts) ? TimeOutcome.Read : TimeOutcome.Unreadable;
        var word = cursor.Word();
        if (word.IsEmpty)
        {
            cursor.Position = start;
            return TimeOutcome.Read;
        }

        foreach (var (zone, minutes) in Zones)
        {
            if (!Ascii.EqualsIgnoreCase(word, zone)) continue;
            parts.OffsetMinutes = minutes;
            sign = cursor.Take("+-"u8); // GMT+0200
            return sign == 0 || (minutes == 0 && Offset(ref cursor, sign == '-', ref parts)) ? TimeOutcome.Read : TimeOutcome.Unreadable;
        }

        return TimeOutcome.ZoneUnknown;
    }

    private static bool Offset(ref Cursor cursor, bool west, ref Parts parts)
    {
        if (!cursor.Number(out var hours, out var digits)) return false;
        var minutes = 0;
        if (digits == 4) (hours, minutes) = (hours / 100, hours % 100);
        else if (digits > 2) return false;
        else if (cursor.Take(":"u8) != 0 && (!cursor.Number(out minutes, out digits) || digits != 2)) return false;
        if (hours > 15 || minutes > 59) return false;
        parts.OffsetMinutes = (west ? -1 : 1) * (hours * 60 + minutes);
        return true;
    }

    private static int IndexOf(string[] words, ReadOnlySpan<byte> word)
    {
        for (var i = 0; i < words.Length; i++)
            if (Ascii.EqualsIgnoreCase(word, words[i])) return i;
        return -1;
    }
}
