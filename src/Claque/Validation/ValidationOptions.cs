using System.Collections.Immutable;

namespace Claque.Validation;

/// <summary>How timing is tested and at which error rates accounts are named.</summary>
public sealed record ValidationOptions
{
    /// <summary>The scales, finest first. Default 10 s in 15 min, 1 min in 1 h, 5 min in 3 h.</summary>
    /// <exception cref="ArgumentException">None given; a window of 0 or less; a cell narrower than four windows.</exception>
    public ImmutableArray<TimeScale> Scales
    {
        get;
        init
        {
            if (value.IsDefaultOrEmpty) throw new ArgumentException("At least one scale is needed.", nameof(value));
            foreach (var scale in value)
            {
                if (scale.Window <= TimeSpan.Zero || scale.Cell < 4 * scale.Window)
                    throw new ArgumentException($"A window of {scale.Window} in cells of {scale.Cell} tests nothing: a window must be above zero and its cell at least four times as wide.", nameof(value));
            }

            field = [.. value.Distinct().OrderBy(scale => scale.Window)];
        }
    } = [TimeScale.Seconds, TimeScale.Minute, TimeScale.Minutes];

    /// <summary>Error rate at which accounts are named. Default 0.01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and below 1.</exception>
    public double Alpha { get; init => field = Rate(value); } = 0.01;

    /// <summary>Error rate of the weak tier. Default 0.05.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and below 1.</exception>
    public double WeakAlpha { get; init => field = Rate(value); } = 0.05;

    /// <summary>True controls false discoveries however the tests depend on one another, at some cost in power. Default false.</summary>
    public bool Strict { get; init; }

    /// <summary>Sittings with a hit that a pair needs to be tested; 2 or more. Default 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2.</exception>
    public int MinSittings
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = 3;

    /// <summary>Hits closer than this in time belong to one sitting and count once. Default 30 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public TimeSpan SittingGap
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Whether the other accounts that acted on an object at that time raise the chance of a hit there, so that an audience woken
    /// by one alert is not taken for a group. Default true.
    /// </summary>
    public bool Guard { get; init; } = true;

    /// <summary>Whether the habits of two accounts (same hours, same minutes of the hour) raise the chance of a hit. Default true.</summary>
    public bool Habits { get; init; } = true;

    /// <summary>Objects touched by more accounts than this are left out and counted; null leaves none out. Default 5,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2.</exception>
    public int? MaxAccountsPerObject
    {
        get;
        init
        {
            if (value is { } limit) ArgumentOutOfRangeException.ThrowIfLessThan(limit, 2, nameof(value));
            field = value;
        }
    } = 5000;

    /// <summary>
    /// The number of tests is counted pair by pair while the trials number at most this many for each act; above it an upper bound
    /// takes the place of the count. Default 200.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public int MaxTrialsCountedPerAct
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 200;

    /// <summary>When the objects were published, where that is known; the first share stands in elsewhere.</summary>
    public PublicationTimes Published { get; init; } = PublicationTimes.Unknown;

    /// <summary>Threads to use; the result does not depend on it. 0, the default, takes all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    private static double Rate(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, 1);
        return value;
    }
}
