namespace Claque.Reading;

/// <summary>How finely a time was recorded; the clock step of the data, coarsest last.</summary>
public enum TimePrecision : byte
{
    /// <summary>Microseconds, as in Bluesky record keys.</summary>
    Microsecond,

    /// <summary>Milliseconds, as in X post ids.</summary>
    Millisecond,

    /// <summary>Whole seconds.</summary>
    Second,

    /// <summary>Whole minutes, as in published archives.</summary>
    Minute,

    /// <summary>Whole hours.</summary>
    Hour,

    /// <summary>Whole days: a date without a time.</summary>
    Day,
}

/// <summary>What a clock step means for windows.</summary>
public static class TimePrecisionRules
{
    extension(TimePrecision precision)
    {
        /// <summary>The step of the clock.</summary>
        public TimeSpan Step => precision switch
        {
            TimePrecision.Microsecond => TimeSpan.FromMicroseconds(1),
            TimePrecision.Millisecond => TimeSpan.FromMilliseconds(1),
            TimePrecision.Second => TimeSpan.FromSeconds(1),
            TimePrecision.Minute => TimeSpan.FromMinutes(1),
            TimePrecision.Hour => TimeSpan.FromHours(1),
            TimePrecision.Day => TimeSpan.FromDays(1),
            _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "Not a known precision."),
        };

        /// <summary>The narrowest window that times of this precision can support; zero when any window will do.</summary>
        /// <remarks>
        /// Two times that were cut to a step r may lie up to r further apart than they look. At a second and below that is
        /// small against anything a person does; above it a window must span three steps, so that the error stays within a
        /// third of it.
        /// </remarks>
        public TimeSpan NarrowestWindow => precision <= TimePrecision.Second ? TimeSpan.Zero : 3 * precision.Step;

        /// <summary>The word used in output: <c>microsecond</c> … <c>day</c>.</summary>
        public string Word => precision.ToString().ToLowerInvariant();
    }
}
