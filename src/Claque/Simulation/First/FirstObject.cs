using Claque.Tracing;

namespace Claque.Simulation.First;

/// <summary>Something that accounts of the first world can share.</summary>
internal sealed record FirstObject
{
    public required int Index { get; init; }

    public required int Community { get; init; }

    public required Behaviour Kind { get; init; }

    /// <summary>When it appeared, microseconds since 1970.</summary>
    public required long Published { get; init; }

    /// <summary>Address, tags or hash; the id of a post outside the corpus; empty when <see cref="Entry"/> says which post.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the entry of the original post in the corpus, or -1.</summary>
    public int Entry { get; init; } = -1;

    /// <summary>Headline of the article or text of the original post.</summary>
    public string Words { get; init; } = "";

    public int Outlet { get; init; } = -1;
}
