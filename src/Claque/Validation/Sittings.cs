namespace Claque.Validation;

/// <summary>Sittings: acts that come close after one another count once.</summary>
internal static class Sittings
{
    /// <summary>How many of some times lie further apart than a gap, each counted from the one before it. Sorts them.</summary>
    public static int Count(Span<long> timesUs, TimeSpan gap)
    {
        var gapUs = gap.Ticks / TimeSpan.TicksPerMicrosecond;
        timesUs.Sort();
        var sittings = timesUs.IsEmpty ? 0 : 1;
        for (var i = 1; i < timesUs.Length; i++)
            if (timesUs[i] - timesUs[i - 1] > gapUs) sittings++;
        return sittings;
    }
}
