namespace Claque.Grouping;

/// <summary>How groups are made from pairs.</summary>
public sealed record GroupOptions
{
    /// <summary>Fewest members of a group that is reported; 2 or more. Default 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2.</exception>
    public int MinSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = 2;

    /// <summary>Higher gives smaller groups; above 0. Default 1, plain modularity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a number above 0.</exception>
    public double Resolution
    {
        get;
        init
        {
            if (!(value > 0) || double.IsInfinity(value))
                throw new ArgumentOutOfRangeException(nameof(value), value, "The resolution is a number above 0.");
            field = value;
        }
    } = 1;

    /// <summary>Seed of everything random in the grouping. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}
