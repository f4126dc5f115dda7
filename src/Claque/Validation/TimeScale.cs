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
}
