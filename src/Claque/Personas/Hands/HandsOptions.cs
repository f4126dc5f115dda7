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

    /// <summary>Breaks below which a collection is too small to show which kind it is; it is then taken as of one topic.</summary>
    public int BreaksToTellKind { get; init; } = 50;
}
