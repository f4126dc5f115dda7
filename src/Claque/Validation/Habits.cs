using Claque.Reading;

namespace Claque.Validation;

/// <summary>
/// How much more often than chance two accounts share the time of day, or the minute of the hour, where they have nothing in
/// common: on objects that only one of them touched, and half a day or more apart.
/// </summary>
internal static class Habits
{
    private const int MostActs = 256;
    private const double Prior = 2;
    private const long DayUs = 86_400_000_000;
    private const long HourUs = 3_600_000_000;

    /// <summary>The factor on the chance of a hit, 1 or more, that the habits of two accounts explain.</summary>
    /// <param name="timesA">Times of A's acts on objects that B did not touch.</param>
    /// <param name="timesB">Times of B's acts on objects that A did not touch.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="step">The coarsest clock among the acts.</param>
    /// <remarks>Beyond 256 acts, evenly spread ones stand in for all. O(256²) at most.</remarks>
    public static double Factor(ReadOnlySpan<long> timesA, ReadOnlySpan<long> timesB, TimeScale scale, TimePrecision step)
    {
        var windowUs = scale.Window.Ticks / TimeSpan.TicksPerMicrosecond;
        var halfCellUs = scale.Cell.Ticks / TimeSpan.TicksPerMicrosecond / 2;
        var reachUs = windowUs + step.Step.TotalMicroseconds / 2;
        long sameTime = 0, nearTime = 0, sameMinute = 0, pairs = 0;
        for (var i = 0; i < Math.Min(timesA.Length, MostActs); i++)
        {
            var a = At(timesA, i);
            for (var j = 0; j < Math.Min(timesB.Length, MostActs); j++)
            {
                var gap = Math.Abs(a - At(timesB, j));
                if (gap < DayUs / 2) continue;
                pairs++;
                var ofDay = Around(gap, DayUs);
                if (ofDay <= halfCellUs) nearTime++;
                if (ofDay <= windowUs) sameTime++;
                if (Around(gap, HourUs) <= windowUs) sameMinute++;
            }
        }

        var expectedTime = nearTime * Math.Min(1, reachUs / halfCellUs);
        var expectedMinute = pairs * Math.Min(1, reachUs / (HourUs / 2));
        return Math.Max(1, Math.Max((sameTime + Prior) / (expectedTime + Prior), (sameMinute + Prior) / (expectedMinute + Prior)));
    }

    private static long At(ReadOnlySpan<long> times, int i) =>
        times.Length <= MostActs ? times[i] : times[(int)((long)i * times.Length / MostActs)];

    /// <summary>How far a gap is from the nearest multiple of a period.</summary>
    private static long Around(long gapUs, long periodUs)
    {
        var rest = gapUs % periodUs;
        return Math.Min(rest, periodUs - rest);
    }
}
