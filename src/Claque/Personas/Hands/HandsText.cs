namespace Claque.Personas.Hands;

/// <summary>A text whose paragraphs may be of several hands.</summary>
/// <param name="Id">What tells it apart.</param>
/// <param name="Paragraphs">Its paragraphs in order.</param>
public sealed record HandsText(string Id, IReadOnlyList<string> Paragraphs);

/// <summary>Where the style of a text changes.</summary>
/// <param name="Id">Of the text.</param>
/// <param name="Changes">For each break between paragraphs: true where the hand changes, false where not, null where it cannot be said.</param>
/// <param name="Scores">For each break the chance of a change.</param>
public sealed record HandsAnswer(string Id, IReadOnlyList<bool?> Changes, IReadOnlyList<double> Scores)
{
    /// <summary>Why nothing is said of the text; null when it got answers.</summary>
    public string? Reason { get; init; }

    /// <summary>For each break what speaks most for a change, then what speaks most against it; empty where nothing is said of the text.</summary>
    public IReadOnlyList<IReadOnlyList<BreakSign>> Signs { get; init; } = [];
}

/// <summary>Something that speaks for or against a change of hand at a break.</summary>
/// <param name="Feature">What was measured of the two paragraphs.</param>
/// <param name="Weight">What it adds to the natural logarithm of the odds of a change; below 0 it speaks against.</param>
/// <param name="IsHigh">True where the measure is above the middle of the texts that the weights were learned on; null for what is there or is not.</param>
public sealed record BreakSign(string Feature, double Weight, bool? IsHigh);
