namespace Claque.Validation;

/// <summary>One fineness at which timing is tested: what counts as together, and how coarsely a time is taken as given.</summary>
/// <param name="Window">The widest gap that counts as a hit, inclusive.</param>
/// <param name="Cell">
/// Where the cells of delay stop doubling: a time is known to the test only by its cell, which is never wider than this.
/// </param>
public sealed record TimeScale(TimeSpan Window, TimeSpan Cell)
{
    /// <summary>10 seconds within 15 minutes.</summary>
    public static readonly TimeScale Seconds = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(15));

    /// <summary>One minute within an hour.</summary>
    public static readonly TimeScale Minute = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    /// <summary>Five minutes within three hours.</summary>
    public static readonly TimeScale Minutes = new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(3));

    private const int WindowsPerCell = 40;
    private static readonly TimeSpan WidestCell = TimeSpan.FromHours(6);

    /// <summary>
    /// The scale for a window: one of the three above, else cells of forty windows, at most six hours so that a cell does not
    /// span the rhythm of a day; null for windows that do not fit four times into such a cell.
    /// </summary>
    public static TimeScale? Of(TimeSpan window)
    {
        foreach (var scale in new[] { Seconds, Minute, Minutes })
            if (scale.Window == window) return scale;
        if (window <= TimeSpan.Zero || 4 * window > WidestCell) return null;
        return new TimeScale(window, TimeSpan.FromTicks(Math.Min(window.Ticks * WindowsPerCell, WidestCell.Ticks)));
    }
}
