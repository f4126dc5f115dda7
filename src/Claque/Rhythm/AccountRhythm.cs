using Claque.Reading;

namespace Claque.Rhythm;

/// <summary>The times at which an account posted.</summary>
/// <param name="Account">What the account is called.</param>
/// <param name="TimesUs">Microseconds since 1970, UTC, ascending.</param>
/// <param name="Precision">The coarsest clock step among them.</param>
public sealed record AccountTimes(string Account, IReadOnlyList<long> TimesUs, TimePrecision Precision)
{
    /// <summary>The language that most of its posts are marked with; empty where none is.</summary>
    public string Language { get; init; } = "";
}

/// <summary>What is known of an account before its times are read.</summary>
/// <param name="Account">What the account is called.</param>
/// <param name="Posts">Number of its posts; at least one.</param>
/// <param name="Language">The language that most of its posts are marked with; empty where none is.</param>
public sealed record AccountVolume(string Account, int Posts, string Language);

/// <summary>The rhythm of one account. What its times cannot support is null, with the reason among the problems.</summary>
public sealed record AccountRhythm
{
    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>Number of posts.</summary>
    public required int Posts { get; init; }

    /// <summary>First post, microseconds since 1970, UTC.</summary>
    public required long FirstUs { get; init; }

    /// <summary>Last post.</summary>
    public required long LastUs { get; init; }

    /// <summary>The clock step of the times.</summary>
    public required TimePrecision Precision { get; init; }

    /// <summary>Posts by day of week, Monday first, and hour, in UTC: 7 × 24. Null for whole days.</summary>
    public int[][]? Week { get; init; }

    /// <summary>Posts by day of week, Monday first, in UTC.</summary>
    public required int[] Weekdays { get; init; }

    /// <summary>The offset from UTC at which the rhythm looks most like people's days; null when it shows none. Never a place.</summary>
    public OffsetRange? Offset { get; init; }

    /// <summary>The longest part of the day with next to no posts; null when the times cannot show it.</summary>
    public SleepGap? Sleep { get; init; }

    /// <summary>How regular the times are.</summary>
    public required Regularity Regularity { get; init; }

    /// <summary>How much it keeps office hours, against accounts that are like it otherwise; null without an offset.</summary>
    public OfficeHours? Office { get; init; }

    /// <summary>Activity on the holidays asked about; null when none were given or none fall into its time.</summary>
    public HolidayActivity? Holidays { get; init; }

    /// <summary>What cannot be said of these times and why, and what looks wrong with them.</summary>
    public required IReadOnlyList<string> Problems { get; init; }
}

/// <summary>An offset from UTC in hours, with the range that holds the truth in nineteen of twenty measured cases.</summary>
/// <param name="Hours">Best guess, −12 to below 12.</param>
/// <param name="Low">Lower end; may lie below −12 where the range goes round the clock.</param>
/// <param name="High">Upper end, at least <see cref="Low"/>.</param>
public sealed record OffsetRange(double Hours, double Low, double High);

/// <summary>The longest window of the day that holds less than 2 % of the posts.</summary>
/// <param name="Hours">Its length.</param>
/// <param name="Low">Lower end of its 95 % range over resampled posts.</param>
/// <param name="High">Upper end.</param>
/// <param name="StartUtc">Where it begins, hours UTC.</param>
public sealed record SleepGap(double Hours, double Low, double High, double StartUtc);

/// <summary>How regular times are. Null where the clock step does not allow the question.</summary>
public sealed record Regularity
{
    /// <summary>Burstiness of gaps, corrected for few gaps: −1 a metronome, 0 chance, towards 1 bursts. Kim and Jo 2016, doi:10.1103/PhysRevE.94.032311.</summary>
    public double? Burstiness { get; init; }

    /// <summary>Correlation of each gap with the next. Goh and Barabási 2008, doi:10.1209/0295-5075/81/48002.</summary>
    public double? Memory { get; init; }

    /// <summary>How much the hours of the day differ: 0 even, 1 all in one moment.</summary>
    public double? DailyConcentration { get; init; }

    /// <summary>Chance of such a concentration were all hours alike (Rayleigh).</summary>
    public double? DailyP { get; init; }

    /// <summary>Chance of such uneven minutes of the hour were all alike.</summary>
    public double? MinuteP { get; init; }

    /// <summary>Share of posts at minutes 0, 15, 30 and 45; 1/15 by chance.</summary>
    public double? QuarterHourShare { get; init; }

    /// <summary>Chance of such uneven seconds of the minute were all alike.</summary>
    public double? SecondP { get; init; }

    /// <summary>Share of posts in the commonest second of the minute; 1/60 by chance.</summary>
    public double? TopSecondShare { get; init; }
}

/// <summary>How much an account keeps office hours, Monday to Friday 9 to 18, at its own offset.</summary>
/// <param name="Share">Share of its posts in office hours.</param>
/// <param name="LogOdds">Log odds of it.</param>
/// <param name="Matched">Accounts of the case that are like it otherwise: a third to three times its posts, an offset at most two hours away, the same language; 25 at most.</param>
/// <param name="Index">The log odds less the middle of the matched accounts; null where these are fewer than five.</param>
/// <param name="Low">Smallest index over the range of offsets; null with it.</param>
/// <param name="High">Largest index over the range of offsets; null with it.</param>
/// <param name="AsHigh">Matched accounts whose log odds are as high or higher; null with the index.</param>
/// <param name="WeekendRatio">Posts a day on Saturdays and Sundays over posts a day on other days.</param>
public sealed record OfficeHours(double Share, double LogOdds, int Matched, double? Index, double? Low, double? High, int? AsHigh, double WeekendRatio);

/// <summary>Activity on holidays.</summary>
/// <param name="Days">Holidays within the account's time.</param>
/// <param name="Ratio">Posts on them over posts on the same weekdays one week before and after.</param>
/// <param name="P">Chance of so few or so many, were they like the neighbouring days (binomial, two-sided).</param>
public sealed record HolidayActivity(int Days, double Ratio, double P);
