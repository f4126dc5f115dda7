namespace Claque.Scale;

/// <summary>What a node answered instead of a result.</summary>
internal sealed class NodeException(string node, int code, string message, Exception? cause = null) : Exception($"{node}: {message}", cause)
{
    private const int MemoryLimit = 241;

    // Attempt to read after the end, timeouts, connections that broke or could not be made, between nodes as well.
    private static readonly int[] Unreachable = [0, 32, 159, 198, 203, 209, 210, 279, 425];
    private static readonly int[] Forbidden = [164, 192, 193, 194, 195, 291, 372, 497, 516];

    /// <summary>The node.</summary>
    public string Node { get; } = node;

    /// <summary>True when a node could not be reached: the same may work later.</summary>
    public bool IsDown => Unreachable.Contains(code);

    /// <summary>True when a query needed more memory than it was allowed: the same may work in smaller parts.</summary>
    public bool IsMemory => code == MemoryLimit;

    /// <summary>True when the user may not do it.</summary>
    public bool IsForbidden => Forbidden.Contains(code);
}
