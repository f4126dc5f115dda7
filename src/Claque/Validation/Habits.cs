using System.Numerics;
using System.Runtime.InteropServices;
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

    /// <summary>What is counted over pairs of acts that are half a day or more apart.</summary>
    /// <param name="Pairs">All of them.</param>
    /// <param name="NearTime">Those within half a cell of the same time of day.</param>
    /// <param name="SameTime">Those within the window of the same time of day.</param>
    /// <param name="SameMinute">Those within the window of the same minute of the hour.</param>
    internal readonly record struct Counts(long Pairs, long NearTime, long SameTime, long SameMinute);

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
        var counts = Count(timesA, timesB, windowUs, halfCellUs);
        var expectedTime = counts.NearTime * Math.Min(1, reachUs / halfCellUs);
        var expectedMinute = counts.Pairs * Math.Min(1, reachUs / (HourUs / 2));
        return Math.Max(1, Math.Max((counts.SameTime + Prior) / (expectedTime + Prior), (counts.SameMinute + Prior) / (expectedMinute + Prior)));
    }

    /// <summary>Counts the pairs of acts, several at a time.</summary>
    internal static Counts Count(ReadOnlySpan<long> timesA, ReadOnlySpan<long> timesB, long windowUs, long halfCellUs)
    {
        var (countA, countB) = (Math.Min(timesA.Length, MostActs), Math.Min(timesB.Length, MostActs));
        Span<long> times = stackalloc long[3 * MostActs];
        var b = times[..countB];
        var dayOfB = times.Slice(MostActs, countB);
        var hourOfB = times.Slice(2 * MostActs, countB);
        for (var j = 0; j < countB; j++)
        {
            b[j] = At(timesB, j);
            (dayOfB[j], hourOfB[j]) = (Within(b[j], DayUs), Within(b[j], HourUs));
        }

        var tally = new Tally(windowUs, halfCellUs);
        for (var i = 0; i < countA; i++) tally.Add(At(timesA, i), b, dayOfB, hourOfB);
        return tally.Counts;
    }

    private static long At(ReadOnlySpan<long> times, int i) =>
        times.Length <= MostActs ? times[i] : times[(int)((long)i * times.Length / MostActs)];

    /// <summary>How far a time is into a period; two gaps to the nearest multiple of it are those between these.</summary>
    private static long Within(long timeUs, long periodUs) => timeUs % periodUs is var rest && rest < 0 ? rest + periodUs : rest;

    private struct Tally(long windowUs, long halfCellUs)
    {
        private long _pairs, _nearTime, _sameTime, _sameMinute;

        public readonly Counts Counts => new(_pairs, _nearTime, _sameTime, _sameMinute);

        /// <summary>Adds the pairs of one act of A with all of B's.</summary>
        public void Add(long a, ReadOnlySpan<long> b, ReadOnlySpan<long> dayOfB, ReadOnlySpan<long> hourOfB)
        {
            var (day, hour) = (Within(a, DayUs), Within(a, HourUs));
            var manyB = Wide(b);
            var manyDays = Wide(dayOfB);
            var manyHours = Wide(hourOfB);
            var (window, halfCell) = (new Vector<long>(windowUs), new Vector<long>(halfCellUs));
            Vector<long> pairs = default, near = default, same = default, minute = default;
            for (var j = 0; j < manyB.Length; j++)
            {
                var apart = Vector.GreaterThanOrEqual(Vector.Abs(manyB[j] - new Vector<long>(a)), new Vector<long>(DayUs / 2));
                var ofDay = Around(manyDays[j] - new Vector<long>(day), DayUs);
                pairs -= apart;
                near -= apart & Vector.LessThanOrEqual(ofDay, halfCell);
                same -= apart & Vector.LessThanOrEqual(ofDay, window);
                minute -= apart & Vector.LessThanOrEqual(Around(manyHours[j] - new Vector<long>(hour), HourUs), window);
            }

            _pairs += Vector.Sum(pairs);
            _nearTime += Vector.Sum(near);
            _sameTime += Vector.Sum(same);
            _sameMinute += Vector.Sum(minute);
            for (var j = manyB.Length * Vector<long>.Count; j < b.Length; j++) AddOne(Math.Abs(a - b[j]), Math.Abs(day - dayOfB[j]), Math.Abs(hour - hourOfB[j]));
        }

        private void AddOne(long gapUs, long dayGapUs, long hourGapUs)
        {
            if (gapUs < DayUs / 2) return;
            _pairs++;
            var ofDay = Math.Min(dayGapUs, DayUs - dayGapUs);
            if (ofDay <= halfCellUs) _nearTime++;
            if (ofDay <= windowUs) _sameTime++;
            if (Math.Min(hourGapUs, HourUs - hourGapUs) <= windowUs) _sameMinute++;
        }

        /// <summary>How far gaps inside a period are from its nearest multiple.</summary>
        private static Vector<long> Around(Vector<long> gaps, long periodUs)
        {
            var apart = Vector.Abs(gaps);
            return Vector.Min(apart, new Vector<long>(periodUs) - apart);
        }

        private static ReadOnlySpan<Vector<long>> Wide(ReadOnlySpan<long> times) => MemoryMarshal.Cast<long, Vector<long>>(times);
    }
}
