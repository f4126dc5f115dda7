namespace Claque.Simulation.Chains;

/// <summary>How simulated copies are made.</summary>
public sealed record ChainOptions
{
    /// <summary>Number of families. Default 100.</summary>
    public int Families { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be 1 or more."); } = 100;

    /// <summary>Fewest articles of a family. Default 3.</summary>
    public int LeastArticles { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be 2 or more."); } = 3;

    /// <summary>Most articles of a family. Default 6.</summary>
    public int MostArticles { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be 2 or more."); } = 6;

    /// <summary>True to give every article its time of publication; false for none.</summary>
    public bool Dates { get; init; } = true;

    /// <summary>Seed of everything random.</summary>
    public ulong Seed { get; init; } = 1;
}
