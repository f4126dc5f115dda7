using Claque.Reading;
using Claque.Statistics;
using Claque.Text;

namespace Claque.Rhythm;

/// <summary>The rhythms of accounts: when they post, how regularly, and what that can and cannot say.</summary>
public static class RhythmStudy
{
    private const long DayUs = 86_400_000_000;
    private const int LeastOthers = 5;

    /// <summary>What every output about rhythm must say beside an offset.</summary>
    public const string OffsetIsNoPlace =
        "An offset is a habit of hours, never a place: many countries share one, shift workers and night owls show another, and staff of a troll farm kept the clock of the country they pretended to live in.";

    /// <summary>Studies each account, in the order given. The accounts together are the reference for office hours.</summary>
    /// <remarks>O(posts) and 48 offsets an account.</remarks>
    public static IReadOnlyList<AccountRhythm> Of(IReadOnlyList<AccountTimes> accounts, RhythmOptions options)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(options);
        var rhythms = accounts.Select(account => Single(account, options)).ToArray();
        var usual = rhythms.Select((rhythm, i) => rhythm.Offset is { } offset ? OfficeLogOdds(accounts[i].TimesUs, offset.Hours) : (double?)null).ToArray();
        for (var i = 0; i < rhythms.Length; i++)
        {
            if (rhythms[i].Offset is not { } offset) continue;
            var others = usual.Where((value, j) => j != i && value is not null).Select(value => value!.Value).Order().ToArray();
            rhythms[i] = rhythms[i] with { Office = Office(accounts[i].TimesUs, offset, others) };
        }

        return rhythms;
    }

    private static AccountRhythm Single(AccountTimes account, RhythmOptions options)
    {
        var problems = new List<string>();
        var times = account.TimesUs;
        var rhythm = new AccountRhythm
        {
            Account = account.Account,
            Posts = times.Count,
            FirstUs = times.Count > 0 ? times[0] : 0,
            LastUs = times.Count > 0 ? times[^1] : 0,
            Precision = account.Precision,
            Weekdays = Weekdays(times),
            Regularity = new Regularity(),
            Problems = problems,
        };
        if (times.Count < options.MinPosts)
        {
            problems.Add($"{Counted.Of(times.Count, "post", "posts")}; a rhythm needs {options.MinPosts:N0}.");
            return rhythm;
        }

        rhythm = rhythm with { Regularity = Regularities.Of(account), Holidays = OnHolidays(times, options) };
        if (account.Precision >= TimePrecision.Day)
        {
            problems.Add("The times are whole days: only days of the week can be compared. No offset, no sleep gap, no regularity.");
            return rhythm;
        }

        if (account.Precision == TimePrecision.Hour) problems.Add("The times are whole hours: nothing is said about minutes and seconds.");
        if (account.Precision == TimePrecision.Minute) problems.Add("The times are whole minutes: nothing is said about seconds.");
        rhythm = rhythm with { Week = Week(times) };
        if (Collected(times) is { } reason)
        {
            problems.Add(reason);
            return rhythm with { Regularity = new Regularity() };
        }

        return rhythm with { Sleep = Sleep(times, options), Offset = OffsetOf(account, rhythm.Regularity, options, problems) };
    }

    private static OffsetRange? OffsetOf(AccountTimes account, Regularity regularity, RhythmOptions options, List<string> problems)
    {
        var times = account.TimesUs;
        if (times.Count < options.MinPostsForOffset)
        {
            problems.Add($"{Counted.Of(times.Count, "post", "posts")}; an offset needs {options.MinPostsForOffset:N0}.");
            return null;
        }

        if (times[^1] - times[0] < 7 * DayUs) problems.Add("The posts span less than a week: one event may have set the hours.");
        if (regularity.DailyP > 0.001)
        {
            problems.Add("The posts come evenly round the clock, as programs and shifts post: no offset can be read from them.");
            return null;
        }

        var offset = Offsets.Of(Offsets.Day(times));
        if (offset.High - offset.Low < options.WidestRange) return offset;
        problems.Add($"The hours fit offsets over {offset.High - offset.Low:0} hours: none is given.");
        return null;
    }

    // Times of collection come in lumps: many posts of one account at the same instant.
    private static string? Collected(IReadOnlyList<long> times)
    {
        var same = times.Skip(1).Zip(times, (later, earlier) => later == earlier).Count(equal => equal);
        return same > times.Count / 2
            ? $"{same + 1:N0} of {times.Count:N0} posts share their time with another: these look like times of collection, not of posting. Nothing is said about hours."
            : null;
    }

    private static OfficeHours Office(IReadOnlyList<long> times, OffsetRange offset, double[] others)
    {
        var inOffice = times.Count(time => InOffice(time, offset.Hours));
        var odds = OfficeLogOdds(times, offset.Hours);
        var weekend = times.Count(time => Weekday(time, offset.Hours) >= 5);
        var ratio = weekend / 2.0 / Math.Max(0.2, (times.Count - weekend) / 5.0);
        if (others.Length < LeastOthers) return new OfficeHours((double)inOffice / times.Count, odds, null, null, null, ratio);
        var usual = others[others.Length / 2];
        var range = new List<double>();
        for (var hours = offset.Low; hours <= offset.High; hours += 0.5) range.Add(OfficeLogOdds(times, hours) - usual);
        return new OfficeHours((double)inOffice / times.Count, odds, odds - usual, range.Min(), range.Max(), ratio);
    }

    private static double OfficeLogOdds(IReadOnlyList<long> times, double hours)
    {
        var inOffice = times.Count(time => InOffice(time, hours));
        return Math.Log((inOffice + 0.5) / (times.Count - inOffice + 0.5));
    }

    private static bool InOffice(long time, double hours) => Weekday(time, hours) < 5 && HourOf(time, hours) is >= 9 and < 18;

    private static double HourOf(long time, double hours) => Modulo(time + (long)(hours * 3.6e9), DayUs) / 3.6e9;

    // 1970-01-01 was a Thursday.
    private static int Weekday(long time, double hours = 0) => (int)Modulo((long)Math.Floor((time + hours * 3.6e9) / DayUs) + 3, 7);

    private static long Modulo(long value, long by) => (value % by + by) % by;

    private static int[] Weekdays(IReadOnlyList<long> times)
    {
        var days = new int[7];
        foreach (var time in times) days[Weekday(time)]++;
        return days;
    }

    private static int[][] Week(IReadOnlyList<long> times)
    {
        var week = Enumerable.Range(0, 7).Select(_ => new int[24]).ToArray();
        foreach (var time in times) week[Weekday(time)][(int)HourOf(time, 0)]++;
        return week;
    }

    private static SleepGap Sleep(IReadOnlyList<long> times, RhythmOptions options)
    {
        var day = times.Select(time => HourOf(time, 0)).Order().ToArray();
        var (hours, start) = Quietest(day);
        var random = new Pcg32(options.Seed, 7);
        var drawn = new double[options.Resamples];
        for (var r = 0; r < drawn.Length; r++)
        {
            var sample = new double[day.Length];
            for (var i = 0; i < sample.Length; i++) sample[i] = day[random.Next(day.Length)];
            Array.Sort(sample);
            drawn[r] = Quietest(sample).Hours;
        }

        Array.Sort(drawn);
        return drawn.Length == 0 ? new SleepGap(hours, hours, hours, start) : new SleepGap(hours, drawn[(int)(0.025 * drawn.Length)], drawn[(int)(0.975 * drawn.Length)], start);
    }

    // The longest arc of the day with less than 2 % of the posts inside.
    private static (double Hours, double Start) Quietest(double[] day)
    {
        var inside = (int)(0.02 * day.Length);
        var best = (Hours: 0.0, Start: 0.0);
        for (var i = 0; i < day.Length; i++)
        {
            var next = i + inside + 1;
            var hours = next < day.Length ? day[next] - day[i] : day[next % day.Length] + 24 * (next / day.Length) - day[i];
            if (hours > best.Hours) best = (hours, day[i]);
        }

        return (Math.Min(24, best.Hours), best.Start);
    }

    private static HolidayActivity? OnHolidays(IReadOnlyList<long> times, RhythmOptions options)
    {
        if (options.Holidays.Count == 0) return null;
        var perDay = times.GroupBy(time => (int)Math.Floor((double)time / DayUs)).ToDictionary(g => g.Key, g => g.Count());
        var (first, last) = ((int)Math.Floor((double)times[0] / DayUs), (int)Math.Floor((double)times[^1] / DayUs));
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        var days = options.Holidays.Select(date => date.DayNumber - epoch).Distinct().Where(day => day - 7 >= first && day + 7 <= last).ToArray();
        if (days.Length == 0) return null;
        int on = days.Sum(day => perDay.GetValueOrDefault(day)), around = days.Sum(day => perDay.GetValueOrDefault(day - 7) + perDay.GetValueOrDefault(day + 7));
        return new HolidayActivity(days.Length, on / Math.Max(0.5, around / 2.0), TwoSided(on, on + around, 1.0 / 3));
    }

    private static double TwoSided(int hits, int trials, double chance)
    {
        double Mass(int k) => Math.Exp(Gamma.Log(trials + 1.0) - Gamma.Log(k + 1.0) - Gamma.Log(trials - k + 1.0) + k * Math.Log(chance) + (trials - k) * Math.Log(1 - chance));
        var own = Mass(hits) * (1 + 1e-9);
        return Math.Min(1, Enumerable.Range(0, trials + 1).Select(Mass).Where(mass => mass <= own).Sum());
    }
}
