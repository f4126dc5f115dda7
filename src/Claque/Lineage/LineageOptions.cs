namespace Claque.Lineage;

/// <summary>How families are made and how sure an edge must be to be drawn with a direction.</summary>
public sealed record LineageOptions
{
    /// <summary>Chance from which an edge is drawn with a direction, above 0.5. Default 0.8.</summary>
    public double LeastChance { get; init => field = value is > 0.5 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be above 0.5 and not above 1."); } = 0.8;

    /// <summary>Words outside quotation marks that two articles must have in common to be of one family, or nearly all of one of them. Default 40.</summary>
    public int FamilyWords { get; init => field = value >= 8 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be 8 or more."); } = 40;

    /// <summary>A larger family is listed without edges. Default 400 articles.</summary>
    public int MostMembers { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be 2 or more."); } = 400;

    /// <summary>Words that each of two articles must have and the other lack for both to come from a third that they credit. Default 20.</summary>
    public int UnexplainedWords { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be 1 or more."); } = 20;

    /// <summary>Phrases that say where a text comes from.</summary>
    public CueList Cues { get; init; } = CueList.BuiltIn;

    /// <summary>What each kind of evidence weighs.</summary>
    public LineageWeights Weights { get; init; } = LineageWeights.Fitted;
}
