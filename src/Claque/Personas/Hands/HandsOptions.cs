namespace Claque.Personas.Hands;

/// <summary>How changes of hand within texts are decided.</summary>
public sealed record HandsOptions
{
    /// <summary>The options as documented.</summary>
    public static HandsOptions Default { get; } = new();

    /// <summary>Words that both paragraphs of a break need, unless the chance is far from the bar.</summary>
    public int MinWords { get; init; } = 8;

    /// <summary>A break with a shorter paragraph is decided only this far from the bar.</summary>
    public double ShortBand { get; init; } = 0.15;

    /// <summary>A text of at least this many paragraphs, <see cref="MostOneSentence"/> of them single sentences, gets no answer.</summary>
    public int ManyParagraphs { get; init; } = 10;

    /// <summary>The share of paragraphs of one sentence from which a text of many paragraphs gets no answer.</summary>
    public double MostOneSentence { get; init; } = 0.5;

    /// <summary>How many signs for a change, and how many against, are given of a break.</summary>
    public int SignsGiven { get; init; } = 3;

    /// <summary>Breaks below which a collection is too small to show which kind it is; it is then taken as of one topic.</summary>
    public int BreaksToTellKind { get; init; } = 50;
}
