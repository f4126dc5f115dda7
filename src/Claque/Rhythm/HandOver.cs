namespace Claque.Rhythm;

/// <summary>One account that goes quiet as another starts, more often than the two accounts' habits explain.</summary>
/// <param name="From">The account that goes quiet.</param>
/// <param name="To">The account that starts.</param>
/// <param name="Times">How often it happened: the last post of a sitting, and the first post of the other's within the hour.</param>
/// <param name="Expected">How often it would have happened with the same hours of the day and the days of one account moved.</param>
/// <param name="Sittings">Sittings of the first account with one of the other's within half a day.</param>
/// <param name="P">Chance of so many, were the days of the two unrelated.</param>
/// <param name="Q">The share of false ones among all reported with at most this.</param>
/// <param name="Examples">The first few: last post of the one and first of the other, microseconds since 1970, UTC.</param>
public sealed record HandOver(string From, string To, int Times, double Expected, int Sittings, double P, double Q, IReadOnlyList<(long LastUs, long FirstUs)> Examples);

/// <summary>The hand-overs among accounts.</summary>
/// <param name="Found">Those with q at most <see cref="HandOverOptions.Alpha"/>, surest first.</param>
/// <param name="Accounts">Accounts with enough sittings to be asked.</param>
/// <param name="Pairs">Ordered pairs of them.</param>
public sealed record HandOvers(IReadOnlyList<HandOver> Found, int Accounts, long Pairs);

/// <summary>What counts as a sitting and as a hand-over.</summary>
public sealed record HandOverOptions
{
    /// <summary>The options as documented.</summary>
    public static HandOverOptions Default { get; } = new();

    /// <summary>A pause as long as this ends a sitting.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromHours(3);

    /// <summary>Posts that a sitting needs.</summary>
    public int LeastPosts { get; init; } = 3;

    /// <summary>The shortest sitting.</summary>
    public TimeSpan LeastLength { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The other account's sitting begins at most this long after the last post.</summary>
    public TimeSpan Reach { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Sittings that an account needs.</summary>
    public int LeastSittings { get; init; } = 15;

    /// <summary>Hand-overs that a pair needs to be reported.</summary>
    public int LeastTimes { get; init; } = 5;

    /// <summary>Days by which one account is moved, up and down.</summary>
    public int MostDays { get; init; } = 28;

    /// <summary>Accounts beyond this many, those with the fewest sittings, are not asked.</summary>
    public int MostAccounts { get; init; } = 2000;

    /// <summary>The share of false ones among those reported.</summary>
    public double Alpha { get; init; } = 0.01;
}
