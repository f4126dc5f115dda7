using Claque.Reading;
using Claque.Statistics;

namespace Claque.Rhythm;

/// <summary>Finds accounts that hand over to one another: one goes quiet as the other starts, day after day.</summary>
/// <remarks>
/// Two people with fixed hours that happen to join hand over every day without knowing of each other. So the hours of both are kept, and the
/// days of the one are moved against the other's by 1 to 28: what fixed hours, weekends, seasons and summer time bring about comes out as
/// often then. Only hours that move together, day by day, stand out. A shift that always changes on the stroke of eight is therefore not found.
/// </remarks>
public static class HandOverTest
{
    private const long DayUs = 86_400_000_000;
    private const int MostExamples = 5;
    private const int LeastLags = 14;

    /// <summary>All hand-overs among accounts whose times are minutes or finer.</summary>
    /// <remarks>O(pairs of accounts · sittings), and sittings² for the pairs that have hand-overs enough to be reported.</remarks>
    public static HandOvers Of(IReadOnlyList<AccountTimes> accounts, HandOverOptions options)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(options);
        Account[] asked = [.. accounts.Where(account => account.Precision <= TimePrecision.Minute)
            .Select(account => new Account(account.Account, Sittings(account.TimesUs, options))).Where(account => account.Sittings.Length >= options.LeastSittings)
            .OrderByDescending(account => account.Sittings.Length).ThenBy(account => account.Name, StringComparer.Ordinal).Take(options.MostAccounts)
            .OrderBy(account => account.Name, StringComparer.Ordinal)];
        var tested = new Tested?[asked.Length][];
        Parallel.For(0, asked.Length, from => tested[from] = [.. Enumerable.Range(0, asked.Length).Select(to => to == from ? null : Test(asked[from], asked[to], options))]);
        var pairs = tested.SelectMany(row => row).OfType<Tested>().ToArray();
        var p = pairs.Select(pair => pair.P).ToArray();
        var q = new double[p.Length];
        var made = (long)asked.Length * (asked.Length - 1);
        FalseDiscovery.QValues(p, made, q);
        var found = pairs.Zip(q).Where(pair => pair.Second <= options.Alpha)
            .OrderBy(pair => pair.First.P).ThenBy(pair => pair.First.From.Name, StringComparer.Ordinal).ThenBy(pair => pair.First.To.Name, StringComparer.Ordinal)
            .Select(pair => new HandOver(pair.First.From.Name, pair.First.To.Name, pair.First.Times, pair.First.Expected, pair.First.Sittings, pair.First.P, pair.Second,
                Examples(pair.First.From, pair.First.To, options)));
        return new HandOvers([.. found], asked.Length, made);
    }

    /// <summary>The sittings of an account: first and last post, in order.</summary>
    internal static (long First, long Last)[] Sittings(IReadOnlyList<long> timesUs, HandOverOptions options)
    {
        var sittings = new List<(long, long)>();
        for (int start = 0, at = 1; at <= timesUs.Count; at++)
        {
            if (at < timesUs.Count && timesUs[at] - timesUs[at - 1] < options.Pause.Ticks / 10) continue;
            if (at - start >= options.LeastPosts && timesUs[at - 1] - timesUs[start] >= options.LeastLength.Ticks / 10) sittings.Add((timesUs[start], timesUs[at - 1]));
            start = at;
        }

        return [.. sittings];
    }

    /// <summary>For each lag of −<see cref="HandOverOptions.MostDays"/> to as many days: hand-overs, and sittings that could have been one.</summary>
    internal static (int[] Times, int[] Chances) Lags((long First, long Last)[] from, (long First, long Last)[] to, HandOverOptions options)
    {
        var (times, chances) = (new int[2 * options.MostDays + 1], new int[2 * options.MostDays + 1]);
        var reach = options.Reach.Ticks / 10;
        foreach (var (_, last) in from)
        {
            foreach (var (first, _) in to)
            {
                var apart = first - last;
                var day = FloorDiv(apart + DayUs / 2, DayUs);
                if (Math.Abs(day) > options.MostDays) continue;
                chances[day + options.MostDays]++;
                if (apart - day * DayUs is > 0 and var after && after <= reach) times[day + options.MostDays]++;
            }
        }

        return (times, chances);
    }

    // Null counts as p = 1.
    private static Tested? Test(Account from, Account to, HandOverOptions options)
    {
        if (Times(from.Sittings, to.Sittings, options) < options.LeastTimes) return null;
        var (times, chances) = Lags(from.Sittings, to.Sittings, options);
        var middle = options.MostDays;
        if (chances[middle] < options.LeastSittings) return null;
        var moved = Enumerable.Range(0, times.Length).Where(lag => lag != middle && chances[lag] * 2 >= chances[middle]).ToArray();
        if (moved.Length < LeastLags) return null;
        double hits = moved.Sum(lag => times[lag]), all = moved.Sum(lag => chances[lag]);
        // One more hit than was seen: what was never seen in so many days may still happen.
        var rate = Math.Min(0.99, (hits + 1) / (all + 1));
        // Sittings of neighbouring days are alike, so counts vary more between lags than coins would.
        var excess = moved.Average(lag => Math.Pow(times[lag] - rate * chances[lag], 2) / (chances[lag] * rate * (1 - rate)));
        var p = Tail(times[middle], chances[middle], rate, Math.Max(1, excess));
        return new Tested(from, to, times[middle], rate * chances[middle], chances[middle], p);
    }

    // At lag 0, where almost all pairs can be laid aside.
    private static int Times((long First, long Last)[] from, (long First, long Last)[] to, HandOverOptions options)
    {
        var reach = options.Reach.Ticks / 10;
        var (times, at) = (0, 0);
        foreach (var (_, last) in from)
        {
            while (at < to.Length && to[at].First <= last) at++;
            if (at < to.Length && to[at].First - last <= reach) times++;
        }

        return times;
    }

    // Binomial; with excess variance both counts are shrunk by it, as a quasi-likelihood does.
    private static double Tail(int hits, int trials, double rate, double excess)
    {
        var (n, k) = ((int)Math.Ceiling(trials / excess), (int)Math.Floor(hits / excess));
        double sum = 0;
        for (var i = k; i <= n; i++) sum += Math.Exp(Gamma.Log(n + 1.0) - Gamma.Log(i + 1.0) - Gamma.Log(n - i + 1.0) + i * Math.Log(rate) + (n - i) * Math.Log(1 - rate));
        return Math.Min(1, sum);
    }

    private static List<(long, long)> Examples(Account from, Account to, HandOverOptions options)
    {
        var reach = options.Reach.Ticks / 10;
        return [.. from.Sittings.SelectMany(a => to.Sittings.Where(b => b.First > a.Last && b.First - a.Last <= reach).Select(b => (a.Last, b.First))).Take(MostExamples)];
    }

    private static int FloorDiv(long value, long by) => (int)(value >= 0 ? value / by : -((-value + by - 1) / by));

    private sealed record Account(string Name, (long First, long Last)[] Sittings);

    private sealed record Tested(Account From, Account To, int Times, double Expected, int Sittings, double P);
}
