namespace Claque.Text.Similar;

/// <summary>Settings of the search that change its time and memory, never its result.</summary>
internal sealed record SimilarOptions
{
    /// <summary>Threads to use.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Entries of lists that are held at once, 20 bytes each; more passes are made where there are more. A single longer list is held whole.</summary>
    public int MostEntries { get; init; } = 6 << 20;

    /// <summary>A list of so few sets is compared at once; a longer one is split by a further token first, if that promises less work.</summary>
    public int Few { get; init; } = 512;
}
