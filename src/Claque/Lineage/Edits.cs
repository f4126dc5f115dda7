using System.Collections.Immutable;
using Claque.Text.Prose;

namespace Claque.Lineage;

/// <summary>A kind of edit between two versions of a text.</summary>
public enum EditKind : byte
{
    /// <summary>The headline differs.</summary>
    HeadlineChanged,

    /// <summary>A byline is gone or another.</summary>
    BylineChanged,

    /// <summary>A credit line, dateline or note on the source is gone.</summary>
    CreditRemoved,

    /// <summary>A credit line, dateline or note on the source is new.</summary>
    CreditAdded,

    /// <summary>A figure differs.</summary>
    FigureChanged,

    /// <summary>A word that said how sure the text is, or who says so, is gone.</summary>
    HedgeRemoved,

    /// <summary>Such a word is new.</summary>
    HedgeAdded,

    /// <summary>A name stands where another stood.</summary>
    NameSwapped,

    /// <summary>A quotation is shorter.</summary>
    QuotationCut,

    /// <summary>A sentence is gone.</summary>
    SentenceDropped,

    /// <summary>A sentence is new.</summary>
    SentenceAdded,

    /// <summary>A sentence stands elsewhere.</summary>
    SentenceMoved,

    /// <summary>Other words of a sentence differ.</summary>
    Reworded,
}

/// <summary>An edit between two versions of a text.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="A">Where in the one, UTF-16; null where it stands outside the text or not at all.</param>
/// <param name="B">Where in the other.</param>
/// <param name="Before">The words there.</param>
/// <param name="After">The words here.</param>
public sealed record Edit(EditKind Kind, TextSpan? A, TextSpan? B, string Before, string After);

/// <summary>Two sentences that are versions of each other.</summary>
/// <param name="A">Number of the sentence in the one, -1 where there is none.</param>
/// <param name="B">Number of the sentence in the other, -1 where there is none.</param>
/// <param name="Likeness">Common words of the two, twice, over all their words; 0 to 1.</param>
/// <param name="IsMoved">True when it stands in another order than the sentences around it.</param>
public readonly record struct SentencePair(int A, int B, double Likeness, bool IsMoved);

/// <summary>What was done to one version of a text to make another.</summary>
/// <param name="Sentences">The sentences of both, aligned: by B, those that only A has at their place in A.</param>
/// <param name="Changes">Typed edits, headline and credits first, then by place.</param>
public sealed record Edits(ImmutableArray<SentencePair> Sentences, ImmutableArray<Edit> Changes);
