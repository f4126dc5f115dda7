namespace Claque.Personas;

/// <summary>What is asked of the evidence before anything is said about bylines.</summary>
public sealed record PersonaOptions
{
    /// <summary>The bars as documented.</summary>
    public static PersonaOptions Default { get; } = new();

    /// <summary>Sizes of the families of features.</summary>
    public StyleOptions Style { get; init; } = StyleOptions.Default;

    /// <summary>Clean words that each byline needs before a pair gets a ratio.</summary>
    public int MinWords { get; init => field = NotNegative(value, nameof(MinWords)); } = 1500;

    /// <summary>Clean words that each byline needs before a pair can be called one hand.</summary>
    public int EdgeWords { get; init => field = NotNegative(value, nameof(EdgeWords)); } = 6000;

    /// <summary>The likelihood ratio from which a pair can be called one hand; its inverse is the bar for two hands.</summary>
    public double EdgeRatio { get; init; } = 100;

    /// <summary>The chance of two hands up to which a pair can be called one hand.</summary>
    public double Alpha { get; init; } = 0.02;

    /// <summary>Bylines that the reference population needs.</summary>
    public int MinReference { get; init => field = NotNegative(value, nameof(MinReference)); } = 10;

    /// <summary>Articles of at least <see cref="ArticleWords"/> clean words that a byline needs to be asked for several hands.</summary>
    public int MinArticles { get; init => field = NotNegative(value, nameof(MinArticles)); } = 10;

    /// <summary>Clean words below which one article says nothing by itself.</summary>
    public int ArticleWords { get; init => field = NotNegative(value, nameof(ArticleWords)); } = 120;

    /// <summary>Random orders in a permutation test.</summary>
    public int Rounds { get; init => field = NotNegative(value, nameof(Rounds)); } = 999;

    /// <summary>Seed of everything random.</summary>
    public ulong Seed { get; init; } = 1;

    private static int NotNegative(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return value;
    }
}
