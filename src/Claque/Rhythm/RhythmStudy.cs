using Claque.Reading;
using Claque.Statistics;
using Claque.Text;

namespace Claque.Rhythm;

/// <summary>The rhythms of accounts: when they post, how regularly, and what that can and cannot say.</summary>
public static class RhythmStudy
{
    private const long DayUs = PostingTimes.DayUs;

    /// <summary>What every output about rhythm must say beside an offset.</summary>
    public const string OffsetIsNoPlace =
        "An offset is a habit of hours, never a place: many countries share one, shift workers and night owls show another, and people have kept, for their work, the clock of a country where they do not live.";

    /// <summary>Studies each account, in the order given. Accounts that are like one in volume, offset and language are its reference for office hours.</summary>
    /// <remarks>O(posts) and 48 offsets an account.</remarks>
    public static IReadOnlyList<AccountRhythm> Of(IReadOnlyList<AccountTimes> accounts, RhythmOptions options)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(options);
        var rhythms = accounts.Select(account => Single(account, options)).ToArray();
        var office = OfficeHoursStudy.Of(accounts, [.. rhythms.Select(rhythm => rhythm.Offset)]);
        for (var i = 0; i < rhythms.Length; i++) rhythms[i] = rhythms[i] with { Office = office[i] };
        return rhythms;
    }

    /// <summary>Studies one account. The others are read only as far as its office hours are compared with theirs; the result is the same as among all.</summary>
    /// <param name="account">The account.</param>
    /// <param name="others">The other accounts of the case.</param>
    /// <param name="timesOf">The times of one of them, by its index.</param>
    /// <param name="options">The bars.</param>
    public static AccountRhythm Of(AccountTimes account, IReadOnlyList<AccountVolume> others, Func<int, AccountTimes> timesOf, RhythmOptions options)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(timesOf);
        ArgumentNullException.ThrowIfNull(options);
        var rhythm = Single(account, options);
        if (rhythm.Offset is not { } offset) return rhythm;
        return rhythm with
        {
            Office = OfficeHoursStudy.Of(account, offset, others, other =>
            {
                var times = timesOf(other);
                return (times.TimesUs, Single(times, options with { Resamples = 0 }).Offset);
            }),
        };
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

    private static int[] Weekdays(IReadOnlyList<long> times)
    {
        var days = new int[7];
        foreach (var time in times) days[PostingTimes.Weekday(time)]++;
        return days;
    }

    private static int[][] Week(IReadOnlyList<long> times)
    {
        var week = Enumerable.Range(0, 7).Select(_ => new int[24]).ToArray();
        foreach (var time in times) week[PostingTimes.Weekday(time)][(int)PostingTimes.HourOf(time, 0)]++;
        return week;
    }

    private static SleepGap Sleep(IReadOnlyList<long> times, RhythmOptions options)
    {
        var day = times.Select(time => PostingTimes.HourOf(time, 0)).Order().ToArray();
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
