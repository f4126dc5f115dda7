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
}
