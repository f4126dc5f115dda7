namespace Claque.Personas;

/// <summary>How large the families of features are.</summary>
public sealed record StyleOptions
{
    /// <summary>The options as documented.</summary>
    public static StyleOptions Default { get; } = new();

    /// <summary>Function words where the language has no list: that many of the most frequent words and signs.</summary>
    public int FrequentAsFunction { get; init => field = AtLeastOne(value, nameof(FrequentAsFunction)); } = 150;

    /// <summary>The most frequent words and signs of the reference.</summary>
    public int FrequentWords { get; init => field = AtLeastOne(value, nameof(FrequentWords)); } = 400;

    /// <summary>The most frequent runs of four letters of the reference.</summary>
    public int LetterRuns { get; init => field = AtLeastOne(value, nameof(LetterRuns)); } = 2000;

    /// <summary>The furthest that one standardised frequency may lie from the middle.</summary>
    public double Clamp { get; init; } = 6;

    private static int AtLeastOne(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}

/// <summary>A family of features: each has its own denominator and its own cosine.</summary>
public enum StyleFamily : byte
{
    /// <summary>Function words and punctuation: they say little about the topic.</summary>
    FunctionWords,

    /// <summary>The most frequent words of the reference.</summary>
    FrequentWords,

    /// <summary>Runs of four letters, spaces and signs.</summary>
    LetterRuns,
}
