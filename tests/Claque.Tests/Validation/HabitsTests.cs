using Claque.Statistics;
using Claque.Validation;

namespace Claque.Tests.Validation;

/// <summary>Pairs of acts are counted several at a time; a double loop with divisions says what must come out.</summary>
public sealed class HabitsTests
{
    private const long Minute = 60_000_000;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 1)]
    [InlineData(7, 30)]
    [InlineData(64, 61)]
    [InlineData(256, 255)]
    [InlineData(300, 700)]
    public void Many_at_a_time_count_what_one_at_a_time_does(int ofA, int ofB)
    {
        var random = new Pcg32(3, 1);
        foreach (var (window, halfCell) in new[] { (Minute / 6, Hour / 8), (Minute, Hour / 2), (5 * Minute, 3 * Hour / 2), (Hour, 2 * Hour) })
        {
            long[] a = Times(ofA, window), b = Times(ofB, window);
            Habits.Count(a, b, window, halfCell).ShouldBe(Plain(a, b, window, halfCell));
        }

        // Around a time of day, a step of the window apart, so that many gaps lie on a bound; some before 1970.
        long[] Times(int count, long window) =>
            [.. Enumerable.Range(0, count).Select(_ => (random.Next(40) - 20L) * Day / 4 + (random.Next(9) - 4L) * window + random.Next(2))];
    }

    private static Habits.Counts Plain(long[] timesA, long[] timesB, long window, long halfCell)
    {
        long pairs = 0, near = 0, same = 0, minute = 0;
        foreach (var a in Kept(timesA))
        {
            foreach (var b in Kept(timesB))
            {
                var gap = Math.Abs(a - b);
                if (gap < Day / 2) continue;
                pairs++;
                if (Around(gap, Day) <= halfCell) near++;
                if (Around(gap, Day) <= window) same++;
                if (Around(gap, Hour) <= window) minute++;
            }
        }

        return new Habits.Counts(pairs, near, same, minute);
    }

    /// <summary>256 evenly spread ones of more.</summary>
    private static IEnumerable<long> Kept(long[] times) =>
        times.Length <= 256 ? times : Enumerable.Range(0, 256).Select(i => times[i * times.Length / 256]);

    private static long Around(long gap, long period) => Math.Min(gap % period, period - gap % period);
}
