namespace Claque.Personas.Accounts;

/// <summary>How posts are pooled.</summary>
public sealed record PoolingOptions
{
    /// <summary>The options as documented.</summary>
    public static PoolingOptions Default { get; } = new();

    /// <summary>Clean words below which an account is counted and nothing else.</summary>
    public int LeastWords { get; init; } = PersonaOptions.Default.MinWords;

    /// <summary>Words from which a piece is full; pieces stand where a byline has articles.</summary>
    public int PieceWords { get; init; } = 250;

    /// <summary>Words in a row that, found in posts of two accounts, count as shared.</summary>
    public int RunWords { get; init; } = 5;

    /// <summary>A post is left out when at least this share of its runs is shared, or was posted by the account before.</summary>
    public double MostShared { get; init; } = 0.5;
}
