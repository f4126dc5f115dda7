using System.Collections.Immutable;
using Claque.Articles;
using Claque.Text.Prose;

namespace Claque.Lineage;

/// <summary>What a common passage is.</summary>
public enum PassageClass : byte
{
    /// <summary>The same prose word for word. Copying.</summary>
    Verbatim,

    /// <summary>The same prose with words changed. Copying.</summary>
    Edited,

    /// <summary>Inside quotation marks: both may have heard or received it. Not copying.</summary>
    Quotation,

    /// <summary>A text that its outlet, or the trade, puts under many articles, or a formula. Not copying.</summary>
    Template,

    /// <summary>A list of names. Not copying.</summary>
    Names,

    /// <summary>Too short to count.</summary>
    Short,
}

/// <summary>What two articles are to each other.</summary>
public enum Relation : byte
{
    /// <summary>Each has nearly all of the other.</summary>
    NearDuplicate,

    /// <summary>They have prose in common; the containments say how much of either.</summary>
    Partial,

    /// <summary>They have the same quotations, and no prose to count.</summary>
    Quotation,

    /// <summary>They have only templates in common.</summary>
    Template,

    /// <summary>They have only short passages or lists of names in common.</summary>
    Unrelated,
}

/// <summary>A stretch of text that two articles have in common.</summary>
/// <param name="Class">What it is.</param>
/// <param name="A">Its place in the first article, UTF-16.</param>
/// <param name="B">Its place in the second.</param>
/// <param name="Words">Words of its longer side; two characters of a script without spaces count as one.</param>
/// <param name="Identity">Equal words over words of the longer side.</param>
/// <param name="ProseWords">Words outside quotation marks, on the side that has fewer.</param>
/// <param name="Substance">Distinct telling words in it; see <see cref="Lineage.Substance"/>.</param>
/// <param name="Reason">Why it has its class, in a few words.</param>
public sealed record Passage(PassageClass Class, TextSpan A, TextSpan B, int Words, double Identity, int ProseWords, int Substance, string Reason)
{
    /// <summary>True when it counts as copying.</summary>
    public bool IsCopy => Class is PassageClass.Verbatim or PassageClass.Edited;
}

/// <summary>Two articles with their common passages.</summary>
/// <param name="A">Number of the first article.</param>
/// <param name="B">Number of the second, larger.</param>
/// <param name="Relation">What they are to each other.</param>
/// <param name="ContainmentA">Share of the words of A that stand in copied passages.</param>
/// <param name="ContainmentB">Share of the words of B that do.</param>
/// <param name="Passages">By place in A.</param>
public sealed record ArticlePair(int A, int B, Relation Relation, double ContainmentA, double ContainmentB, ImmutableArray<Passage> Passages)
{
    /// <summary>Words outside quotation marks in copied passages.</summary>
    public int CopiedProse => Passages.Where(passage => passage.IsCopy).Sum(passage => passage.ProseWords);

    /// <summary>True when one was copied from the other, or both from a third.</summary>
    public bool AreCopies => Relation is Relation.NearDuplicate or Relation.Partial;
}

/// <summary>All pairs of articles that have a passage in common.</summary>
/// <param name="Articles">The articles, in the order given.</param>
/// <param name="Pairs">By A, then B.</param>
/// <param name="Notes">What was left out, in sentences.</param>
public sealed record Passages(IReadOnlyList<Article> Articles, ImmutableArray<ArticlePair> Pairs, ImmutableArray<string> Notes)
{
    /// <summary>The pairs of two of these articles, by A, then B.</summary>
    /// <param name="articles">Numbers of articles.</param>
    public IEnumerable<ArticlePair> PairsAmong(ImmutableArray<int> articles)
    {
        var wanted = new HashSet<int>(articles);
        return articles.Order().SelectMany(Of).Where(pair => wanted.Contains(pair.B));
    }

    /// <summary>The pair of two articles; null where they have nothing in common.</summary>
    public ArticlePair? Pair(int a, int b) => Of(Math.Min(a, b)).FirstOrDefault(pair => pair.B == Math.Max(a, b));

    // Pairs are sorted by A.
    private IEnumerable<ArticlePair> Of(int a)
    {
        int low = 0, high = Pairs.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Pairs[middle].A < a) low = middle + 1;
            else high = middle;
        }

        for (; low < Pairs.Length && Pairs[low].A == a; low++) yield return Pairs[low];
    }
}
