using Claque.Articles;
using Claque.Statements.Figures;
using Claque.Statements.Names;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>How the two sides of a row stand to each other.</summary>
public enum RowRelation : byte
{
    /// <summary>Figures agree, or two sentences firmly of the aspect share words, one of its own among them.</summary>
    Agree,

    /// <summary>Figures with a verdict differ; or somebody is said to be nobody, and to do something.</summary>
    Differ,

    /// <summary>Only one side has words of the aspect. It does not show that the other says nothing of it.</summary>
    OnlyHere,

    /// <summary>Both speak firmly of it, in opposite words: where to look, for they may be said of two things.</summary>
    CharacterisedOtherwise,

    /// <summary>Both sides have words of the aspect, single ones, which are often meant otherwise, or without a sign how the sides stand.</summary>
    NoVerdict,
}

/// <summary>What one article says under an aspect.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Span">The sentence.</param>
/// <param name="Words">Words of it that are of the aspect: why it stands in the row.</param>
/// <param name="Holder">On whose word: the resolved source, or <c>the writer</c>.</param>
/// <param name="HolderKind">What the holder is.</param>
/// <param name="Statement">Index of the statement; -1 for the writer's own.</param>
public sealed record Claim(int Article, TextSpan Span, IReadOnlyList<TextSpan> Words, string Holder, SourceKind HolderKind, int Statement);

/// <summary>One entity under one aspect, side by side.</summary>
public sealed record ComparisonRow
{
    /// <summary>The entity; for a text that names none near, the subject of the articles.</summary>
    public required string Entity { get; init; }

    /// <summary>The aspect.</summary>
    public required string Aspect { get; init; }

    /// <summary>How the sides stand to each other.</summary>
    public required RowRelation Relation { get; init; }

    /// <summary>True when all that differs are figures that can both hold: "about 2,800" and "more than 2,000".</summary>
    public bool IsCompatible { get; init; }

    /// <summary>Why: words and figures that the relation rests on, the left side's first.</summary>
    public required IReadOnlyList<(string Left, string Right)> Reasons { get; init; }

    /// <summary>Claims of the left articles.</summary>
    public required IReadOnlyList<Claim> Left { get; init; }

    /// <summary>Claims of the right articles.</summary>
    public required IReadOnlyList<Claim> Right { get; init; }
}

/// <summary>A figure of the left and one of the right.</summary>
public sealed record FigureRow(FigureRelation Relation, int LeftArticle, Figure Left, int RightArticle, Figure Right);

/// <summary>How often one loaded word is used on each side, by voice: writer, quoted, attributed, in headings.</summary>
public sealed record LoadedContrast(string Word, string Class, int Polarity, IReadOnlyList<int> Left, IReadOnlyList<int> Right);

/// <summary>Two articles, or two sets of them, side by side.</summary>
public sealed record Comparison
{
    /// <summary>The articles, left ones first.</summary>
    public required IReadOnlyList<ReadArticle> Articles { get; init; }

    /// <summary>How many of them are on the left.</summary>
    public required int LeftCount { get; init; }

    /// <summary>All entities of the articles.</summary>
    public required IReadOnlyList<Entity> Entities { get; init; }

    /// <summary>The place, body or person that both sides name most: rows of it hold what is said of nobody else whom both name; null where they name none in common.</summary>
    public required string? Subject { get; init; }

    /// <summary>Rows by entity and aspect.</summary>
    public required IReadOnlyList<ComparisonRow> Rows { get; init; }

    /// <summary>Figures that conflict, differ or agree; then those only comparable.</summary>
    public required IReadOnlyList<FigureRow> Figures { get; init; }

    /// <summary>Loaded words with unlike use, most unlike first.</summary>
    public required IReadOnlyList<LoadedContrast> Loaded { get; init; }

    /// <summary>Lays two sets of articles side by side.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other. Exchanging the sides exchanges the columns and nothing else.</param>
    /// <param name="lexicon">Aspects and loaded words; null for the standard ones.</param>
    /// <param name="corrections">What a user says of names.</param>
    public static Comparison Of(IReadOnlyList<Article> left, IReadOnlyList<Article> right, ComparingLexicon? lexicon = null, NameCorrections? corrections = null)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var readings = ReadArticle.Of([.. left, .. right], out var entities, lexicon, corrections);
        var rows = new RowMaker(readings, left.Count, entities, lexicon ?? ComparingLexicon.Standard);
        var figures = rows.Figures();
        return new Comparison { Articles = readings, LeftCount = left.Count, Entities = entities, Subject = rows.Subject?.Name, Figures = figures, Rows = rows.Rows(figures), Loaded = rows.Loaded() };
    }
}
