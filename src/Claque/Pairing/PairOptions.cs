using System.Collections.Immutable;

namespace Claque.Pairing;

/// <summary>What counts as acting together.</summary>
public sealed record PairOptions
{
    /// <summary>Gaps that still count, inclusive, narrowest first. Default 10 s, 60 s, 5 min.</summary>
    /// <exception cref="ArgumentException">None given, or one below 0.</exception>
    public ImmutableArray<TimeSpan> Windows
    {
        get;
        init
        {
            if (value.IsDefaultOrEmpty) throw new ArgumentException("At least one window is needed.", nameof(value));
            if (value.Any(window => window < TimeSpan.Zero)) throw new ArgumentException("A window cannot be below zero.", nameof(value));
            field = [.. value.Distinct().Order()];
        }
    } = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(5)];

    /// <summary>Distinct objects that a pair must share to be kept; 1 or more. Default 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MinWeight
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 2;

    /// <summary>
    /// Objects touched by more accounts than this are left out and counted; null leaves none out. It is decided from the object
    /// alone, before any pair is looked at. Default 5,000.
    /// </summary>
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

    /// <summary>How many threads that is here.</summary>
    internal int ThreadCount => Threads == 0 ? Environment.ProcessorCount : Threads;
}
