namespace Claque.Graphs;

/// <summary>How a graph is laid out.</summary>
public sealed record LayoutOptions
{
    /// <summary>Seed of the first places; the same seed gives the same picture.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Steps; null takes fewer the larger a part is: 300 up to 1,000 nodes, at least 30.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? Steps
    {
        get;
        init
        {
            if (value is { } steps) ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
            field = value;
        }
    }

    /// <summary>How coarsely far nodes are added up, 0 (exactly, quadratic) to 2. Default 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to 2.</exception>
    public double Theta
    {
        get;
        init
        {
            if (!(value is >= 0 and <= 2)) throw new ArgumentOutOfRangeException(nameof(value), value, "Theta is from 0 to 2.");
            field = value;
        }
    } = 0.9;
}
