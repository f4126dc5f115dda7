using System.Collections.Immutable;
using Claque.Articles;
using Claque.Text.Prose;

namespace Claque.Lineage;

/// <summary>The parts of an article's text that lineage looks at. An article that came without blocks is looked at whole.</summary>
internal static class ArticleParts
{
    /// <summary>The article's own prose: paragraphs, subheadings, dateline and standfirst. The whole text where none of its blocks is prose.</summary>
    public static ImmutableArray<TextSpan> ProseOf(Article article) => Of(article, IsProse);

    /// <summary>The prose, and the lines that say whose it is: byline, date, bio and credit.</summary>
    public static ImmutableArray<TextSpan> OwnOf(Article article) => Of(article, IsOwn);

    /// <summary>The spans that touch one of the parts, cut to it; a span over several parts becomes several.</summary>
    public static ImmutableArray<TextSpan> Within(ImmutableArray<TextSpan> parts, IEnumerable<TextSpan> spans)
    {
        var within = ImmutableArray.CreateBuilder<TextSpan>();
        var first = 0;
        foreach (var span in spans)
        {
            while (first < parts.Length && parts[first].End <= span.Start) first++;
            for (var i = first; i < parts.Length && parts[i].Start < span.End; i++)
                within.Add(new TextSpan(Math.Max(span.Start, parts[i].Start), Math.Min(span.End, parts[i].End)));
        }

        return within.ToImmutable();
    }

    private static bool IsProse(BlockClass kind) => kind.IsMainText || kind == BlockClass.Standfirst;

    private static bool IsOwn(BlockClass kind) => IsProse(kind) || kind is BlockClass.Byline or BlockClass.Date or BlockClass.AuthorBio or BlockClass.Credit;

    private static ImmutableArray<TextSpan> Of(Article article, Func<BlockClass, bool> wanted)
    {
        var whole = new TextSpan(0, article.Text.Length);
        if (article.Blocks.IsDefaultOrEmpty || !article.Blocks.Any(block => IsProse(block.Class))) return [whole];
        return [.. article.Blocks.Where(block => wanted(block.Class)).Select(block => block.Span)];
    }
}
