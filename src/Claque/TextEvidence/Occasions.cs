namespace Claque.TextEvidence;

/// <summary>How far apart two publications of one text may be and still belong to one occasion.</summary>
internal static class Occasions
{
    /// <summary>Of the time that a corpus covers, an occasion is at most one part in so many: unrelated times rarely meet in it.</summary>
    private const int Parts = 14;

    /// <summary>The length of an occasion, microseconds: as asked for, but at most a fourteenth of the time covered.</summary>
    /// <remarks>The time covered is that of the middle nine tenths of the posts, so that a few wrong dates do not matter.</remarks>
    public static long Of(TextPool pool, TimeSpan asked)
    {
        var askedUs = asked.Ticks / TimeSpan.TicksPerMicrosecond;
        if (pool.Uses.Length == 0) return askedUs;
        var times = Array.ConvertAll(pool.Uses, use => use.TimeUs);
        times.AsSpan().Sort();
        var covered = (times[times.Length - 1 - times.Length / 20] - times[times.Length / 20]) / .9;
        return Math.Min(askedUs, (long)(covered / Parts));
    }
}
