using Claque.Text.Prose;

namespace Claque.Statements;

/// <summary>How a statement is reported.</summary>
public enum StatementKind : byte
{
    /// <summary>In the source's words only: between quotation marks, or set off as a block.</summary>
    Direct,

    /// <summary>In the writer's words only.</summary>
    Indirect,

    /// <summary>Partly in quotation marks.</summary>
    Mixed,
}

/// <summary>Who is said to make a statement.</summary>
public enum SourceKind : byte
{
    /// <summary>A person with a name.</summary>
    NamedPerson,

    /// <summary>An organisation, institution or outlet with a name.</summary>
    NamedOrganisation,

    /// <summary>A report, study, poll, law or other document.</summary>
    Document,

    /// <summary>One person without a name: "a former member".</summary>
    AnonymousPerson,

    /// <summary>Several without names: "critics", "many who left".</summary>
    AnonymousGroup,

    /// <summary>The writer of the article.</summary>
    Writer,

    /// <summary>Nobody: a passive without agent, "reportedly".</summary>
    Nobody,
}

/// <summary>A reported claim: who is said to make it, by which words, and what it is.</summary>
/// <remarks>Spans are UTF-16 code units of the text; a statement can have several of each (<c>“A,” she said, “B.”</c>).</remarks>
public sealed record Statement
{
    /// <summary>Reported in the source's words, the writer's or both.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>Where the source is named, in order; empty when it is not.</summary>
    public required IReadOnlyList<TextSpan> Source { get; init; }

    /// <summary>The verb or noun that reports, in order; empty only for a block quotation.</summary>
    public required IReadOnlyList<TextSpan> Cue { get; init; }

    /// <summary>What is said, in order.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>Index of the statement whose content holds this one; -1 for none.</summary>
    public int Parent { get; init; } = -1;

    /// <summary>Id of the rule that found it: see docs/statements.md.</summary>
    public required string Rule { get; init; }

    /// <summary>Share of what this rule found with this cue that annotators marked too, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The verb or noun of the cue in its base form, with its preposition: <c>say</c>, <c>call for</c>.</summary>
    public required string CueWord { get; init; }

    /// <summary>Who the source is.</summary>
    public SourceKind SourceKind { get; init; } = SourceKind.Nobody;

    /// <summary>Who is meant by a pronoun or a short name; null when the source says it itself.</summary>
    public string? Resolved { get; init; }

    /// <summary>Why <see cref="Resolved"/> is who is meant; null without one.</summary>
    public string? ResolvedBecause { get; init; }
}
