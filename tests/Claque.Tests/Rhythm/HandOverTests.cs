using Claque.Reading;
using Claque.Rhythm;
using Claque.Statistics;

namespace Claque.Tests.Rhythm;

public sealed class HandOverTests
{
    private const long Minute = 60_000_000;
    private const long Day = 24 * 60 * Minute;

    [Fact]
    public void Two_accounts_of_one_operator_whose_hours_move_from_day_to_day_are_found_and_nobody_else()
    {
        var (first, second) = Operator(days: 60);
        var found = HandOverTest.Of([.. Strangers(20), first, second], HandOverOptions.Default);
        found.Found.Select(h => (h.From, h.To)).ShouldBe([("morning", "evening")]);
        found.Found[0].Times.ShouldBeGreaterThan(50);
        found.Found[0].Expected.ShouldBeLessThan(15);
    }

    [Fact]
    public void The_same_accounts_with_the_days_of_one_moved_are_not_found()
    {
        var (first, second) = Operator(days: 60);
        HandOverTest.Of([first, Times("evening", [.. second.TimesUs.Select(time => time + 3 * Day)])], HandOverOptions.Default).Found.ShouldBeEmpty();
    }

    [Fact]
    public void Strangers_with_fixed_hours_that_join_every_day_are_not_found()
    {
        var found = HandOverTest.Of([Fixed("early", 8), Fixed("late", 11)], HandOverOptions.Default);
        found.Pairs.ShouldBe(2);
        found.Found.ShouldBeEmpty();
    }

    [Fact]
    public void Hand_overs_at_every_lag_are_as_a_plain_count_of_all_pairs_of_sittings()
    {
        var random = new Pcg32(5);
        (long First, long Last)[] Drawn() => [.. Enumerable.Range(0, 40).Select(_ => random.Next(50) * Day + random.Next(1440) * Minute).Select(t => (t, t + 50 * Minute))];
        var (from, to) = (Drawn(), Drawn());
        var (times, chances) = HandOverTest.Lags(from, to, HandOverOptions.Default);
        for (var lag = -28; lag <= 28; lag++)
        {
            var apart = from.SelectMany(a => to.Select(b => b.First - lag * Day - a.Last)).ToArray();
            times[lag + 28].ShouldBe(apart.Count(x => x > 0 && x <= 60 * Minute), $"lag {lag}");
            chances[lag + 28].ShouldBe(apart.Count(x => x >= -Day / 2 && x < Day / 2), $"lag {lag}");
        }
    }

    [Fact]
    public void A_pause_of_three_hours_ends_a_sitting_and_a_minute_less_does_not()
    {
        long[] Posts(long pause) => [0, 20 * Minute, 40 * Minute, 40 * Minute + pause, 60 * Minute + pause, 80 * Minute + pause];
        HandOverTest.Sittings(Posts(180 * Minute), HandOverOptions.Default).Length.ShouldBe(2);
        HandOverTest.Sittings(Posts(179 * Minute), HandOverOptions.Default).Length.ShouldBe(1);
    }

    [Fact]
    public void Accounts_with_whole_days_only_are_not_asked()
    {
        var (first, second) = Operator(days: 60);
        HandOverTest.Of([first with { Precision = TimePrecision.Day }, second], HandOverOptions.Default).Pairs.ShouldBe(0);
    }

    // Begins at another hour each day; the second account starts minutes after the first has stopped.
    private static (AccountTimes, AccountTimes) Operator(int days)
    {
        var random = new Pcg32(11);
        var (first, second) = (new List<long>(), new List<long>());
        for (var day = 0; day < days; day++)
        {
            var at = day * Day + (long)((9 + 3 * random.NextDouble()) * 60) * Minute;
            at = Sitting(first, at, 8 + random.Next(8), random) + (5 + random.Next(30)) * Minute;
            Sitting(second, at, 8 + random.Next(8), random);
        }

        return (Times("morning", first), Times("evening", second));
    }

    private static IEnumerable<AccountTimes> Strangers(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var random = new Pcg32((ulong)i, 21);
            var times = new List<long>();
            var hour = 6 + random.Next(14);
            for (var day = 0; day < 60; day++) Sitting(times, day * Day + (long)((hour + 3 * random.NextDouble()) * 60) * Minute, 6 + random.Next(10), random);
            yield return Times($"stranger{i:00}", times);
        }
    }

    private static AccountTimes Fixed(string name, int hour)
    {
        var random = new Pcg32((ulong)hour, 31);
        var times = new List<long>();
        for (var day = 0; day < 60; day++)
            for (var post = 0; post < 14; post++) times.Add(day * Day + (hour * 60 + post * 12 + random.Next(4)) * Minute);
        return Times(name, times);
    }

    private static long Sitting(List<long> into, long at, int posts, Pcg32 random)
    {
        for (var post = 0; post < posts; post++) into.Add(at += (3 + random.Next(20)) * Minute);
        return at;
    }

    private static AccountTimes Times(string name, IReadOnlyList<long> times) => new(name, [.. times.Order()], TimePrecision.Second);
}
