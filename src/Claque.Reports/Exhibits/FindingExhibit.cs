using System.Collections.Immutable;

namespace Claque.Reports.Exhibits;

/// <summary>What kind of thing an exhibit shows, apart from posts side by side.</summary>
public enum FindingKind
{
    /// <summary>A family of copies, with who took from whom.</summary>
    Family,

    /// <summary>Two versions of a text.</summary>
    Versions,

    /// <summary>What rival accounts say of one thing.</summary>
    Claims,

    /// <summary>Two bylines.</summary>
    Bylines,

    /// <summary>The hours of an account or byline.</summary>
    Rhythm,
}

/// <summary>Something found among articles, or the hours of an account, that an investigator chose for a report.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Summary">What is claimed, in a sentence or two.</param>
/// <param name="Blocks">What shows it, in order.</param>
public sealed record FindingExhibit(FindingKind Kind, string Title, string Summary, ImmutableArray<ReportBlock> Blocks)
{
    /// <summary>What the investigator says of it; may be empty.</summary>
    public string Comment { get; init; } = "";
}

/// <summary>Facts with their names, one under the other.</summary>
/// <param name="Facts">Name and value; the values may be texts of the data.</param>
public sealed record FactsBlock(ImmutableArray<(string Name, string Value)> Facts) : ReportBlock;

/// <summary>Two versions of a text, sentence beside sentence, with what is gone struck out and what is new underlined.</summary>
/// <param name="Sentences">In the order of the text; empty where one side has no such sentence.</param>
/// <param name="Left">How many further sentences are not shown.</param>
public sealed record VersionsBlock(ImmutableArray<VersionedSentence> Sentences, int Left) : ReportBlock;

/// <summary>A sentence in two versions.</summary>
public sealed record VersionedSentence(string Before, string After, bool IsMoved);

/// <summary>What two sides say, in two columns.</summary>
/// <param name="Relation">How they stand to each other, with the words that it rests on.</param>
/// <param name="Left">What the one says; may be empty.</param>
/// <param name="Right">What the other says; may be empty.</param>
public sealed record SidesBlock(string Relation, ImmutableArray<SaidClaim> Left, ImmutableArray<SaidClaim> Right) : ReportBlock;

/// <summary>A claim: its words, on whose word, and where it stands.</summary>
public sealed record SaidClaim(string Text, string Holder, string Article);

/// <summary>Posts by day of the week and hour in UTC.</summary>
/// <param name="Of">Whose.</param>
/// <param name="Hours">168 counts, Monday 00:00 first.</param>
public sealed record HoursBlock(string Of, ImmutableArray<int> Hours) : ReportBlock;

/// <summary>A family of articles over time, with arrows from what was taken from.</summary>
/// <param name="Articles">Its articles; those without a time last.</param>
/// <param name="Missing">Names of what is behind some of them and is not among them.</param>
/// <param name="Ties">Who took from whom.</param>
public sealed record FamilyBlock(ImmutableArray<FamilyArticle> Articles, ImmutableArray<string> Missing, ImmutableArray<FamilyTie> Ties) : ReportBlock;

/// <summary>An article of a family.</summary>
public sealed record FamilyArticle(string Name, DateTimeOffset? Published);

/// <summary>A tie of a family.</summary>
/// <param name="From">Index of an article, or of what is missing.</param>
/// <param name="FromMissing">True when it is of what is missing.</param>
/// <param name="To">Index of an article.</param>
/// <param name="IsDirected">False when the evidence does not decide the direction.</param>
public sealed record FamilyTie(int From, bool FromMissing, int To, bool IsDirected);
