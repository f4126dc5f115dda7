namespace Claque.Rhythm;

/// <summary>The hour and the day of the week of a time at an offset from UTC.</summary>
internal static class PostingTimes
{
    /// <summary>A day.</summary>
    public const long DayUs = 86_400_000_000;

    /// <summary>Hour of the day, 0 to below 24.</summary>
    public static double HourOf(long timeUs, double offsetHours) => Modulo(timeUs + (long)(offsetHours * 3.6e9), DayUs) / 3.6e9;

    /// <summary>Day of the week, 0 Monday. 1970-01-01 was a Thursday.</summary>
    public static int Weekday(long timeUs, double offsetHours = 0) => (int)Modulo((long)Math.Floor((timeUs + offsetHours * 3.6e9) / DayUs) + 3, 7);

    private static long Modulo(long value, long by) => (value % by + by) % by;
}
