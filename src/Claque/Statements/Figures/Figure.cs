using Claque.Text.Prose;

namespace Claque.Statements.Figures;

/// <summary>What a figure counts or measures.</summary>
public enum UnitKind : byte
{
    /// <summary>Things named by the head noun.</summary>
    Count,

    /// <summary>People, under any word for them.</summary>
    People,

    /// <summary>Money; <see cref="Figure.Unit"/> is the currency.</summary>
    Money,

    /// <summary>A share of a hundred.</summary>
    Percent,

    /// <summary>A length of time, in days.</summary>
    Duration,

    /// <summary>A distance, in metres.</summary>
    Distance,

    /// <summary>An age in years.</summary>
    Age,

    /// <summary>A calendar date or year: never compared as a number.</summary>
    Date,
}

/// <summary>A number with all that says what it counts.</summary>
public sealed record Figure
{
    /// <summary>From the hedge to the head noun.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The number itself.</summary>
    public required TextSpan Number { get; init; }

    /// <summary>Smallest value it allows.</summary>
    public required double Low { get; init; }

    /// <summary>Largest value it allows; infinity for "more than".</summary>
    public required double High { get; init; }

    /// <summary>The value written.</summary>
    public required double Value { get; init; }

    /// <summary>The hedge as written, lower case: "more than"; empty for none.</summary>
    public required string Hedge { get; init; }

    /// <summary>What it counts or measures.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>The unit: currency, or the head noun in its base form.</summary>
    public required string Unit { get; init; }

    /// <summary>Words that tell of what, base forms folded: nouns and verbs of its clause without the unit.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>What is said of the counted: <c>died</c>, <c>arrested</c>, <c>lives</c>…; empty when no predicate class is near.</summary>
    public required string Predicate { get; init; }

    /// <summary>Index of the statement that makes the claim; -1 when the writer does.</summary>
    public int Statement { get; init; } = -1;
}

/// <summary>How two figures stand to each other.</summary>
public enum FigureRelation : byte
{
    /// <summary>About the same kind of thing; entity, unit or predicate are not shown to match, so no verdict.</summary>
    Comparable,

    /// <summary>The same thing, values that agree.</summary>
    Agree,

    /// <summary>The same thing, unlike values that can both hold.</summary>
    Differ,

    /// <summary>The same thing, values that cannot both hold.</summary>
    Conflict,

    /// <summary>Not comparable.</summary>
    None,
}
