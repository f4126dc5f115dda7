namespace Claque.Reading.Times;

/// <summary>A time as it was written: the clock's face, the step of that clock, and its distance from UTC if it was given.</summary>
/// <param name="FaceUs">Microseconds since 1970-01-01 00:00 on the clock as written.</param>
/// <param name="Precision">How finely it was written.</param>
/// <param name="OffsetMinutes">Minutes that the clock is ahead of UTC; null when it does not say.</param>
internal readonly record struct WrittenTime(long FaceUs, TimePrecision Precision, int? OffsetMinutes);

/// <summary>What came of reading a time.</summary>
internal enum TimeOutcome : byte
{
    /// <summary>Read.</summary>
    Read,

    /// <summary>No known form.</summary>
    Unreadable,

    /// <summary>Like 03/04/2024: day or month first is not known.</summary>
    OrderUnknown,

    /// <summary>A zone abbreviation that is not unique.</summary>
    ZoneUnknown,

    /// <summary>A number in scientific notation: digits are lost.</summary>
    Rounded,

    /// <summary>A local time that the clocks of the given zone skip.</summary>
    Skipped,
}

/// <summary>Which number of 03/04/2024 is the month.</summary>
internal enum DateOrder : byte
{
    /// <summary>Not known: such dates are not read.</summary>
    Unknown,

    /// <summary>31/01/2024.</summary>
    DayFirst,

    /// <summary>01/31/2024.</summary>
    MonthFirst,
}

/// <summary>Days, hours and so on as microseconds.</summary>
internal static class Us
{
    public const long Second = 1_000_000;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    /// <summary>1990-01-01: nothing posted before it is believed.</summary>
    public static readonly long Earliest = OfDate(1990, 1, 1)!.Value;

    /// <summary>2100-01-01: nothing after it is believed.</summary>
    public static readonly long Latest = OfDate(2100, 1, 1)!.Value;

    /// <summary>Start of a day; null when there is no such day.</summary>
    public static long? OfDate(int year, int month, int day)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return (new DateTime(year, month, day).Ticks - DateTime.UnixEpoch.Ticks) / 10;
    }

    /// <summary>A time of day; null when a part is out of range. A leap second counts as the next minute's first.</summary>
    public static long? OfClock(int hour, int minute, int second) =>
        hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60 ? null : hour * Hour + minute * Minute + second * Second;

    /// <summary>A moment as microseconds since 1970.</summary>
    public static long Of(DateTimeOffset moment) => (moment.UtcTicks - DateTime.UnixEpoch.Ticks) / 10;

    /// <summary>A moment as text: 2024-01-31T12:00:00Z.</summary>
    public static string Text(long us)
    {
        if (us < -62135596800L * Second || us >= 253402300800L * Second) return us.ToString() + " µs";
        var moment = DateTime.UnixEpoch.AddTicks(us * 10);
        return moment.ToString(us % Second == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.ffffffZ", null);
    }
}
