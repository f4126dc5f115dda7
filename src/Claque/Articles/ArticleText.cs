using System.Collections.Immutable;
using System.Text;
using Claque.Articles.Lines;
using Claque.Text.Prose;

namespace Claque.Articles;

/// <summary>The article inside an article's text: which characters are its own prose and which are the site's.</summary>
/// <remarks>
/// The one place where questions about style, claims, copies and dates ask what to look at. Nothing is deleted: all spans are of
/// <see cref="Article.Text"/>, and what is left out can be seen in <see cref="BlocksOf"/> with its class and reason.
/// </remarks>
public static class ArticleText
{
    /// <summary>
    /// The article's own prose: one span a paragraph, in order, without overlap. Title, standfirst, byline, dateline, subheadings,
    /// captions, inserted links, related items, bios, credit lines and all of the site are left out; quotations are kept.
    /// </summary>
    /// <returns>Empty only for a text without any prose.</returns>
    /// <remarks>O(length) where the article has no blocks yet; keep the result when it is needed twice.</remarks>
    public static ImmutableArray<TextSpan> BodyOf(Article article) => Of(article, static kind => kind == BlockClass.Body);

    /// <summary>The blocks of the text, in order: those the article came with, otherwise those found from its lines.</summary>
    public static ImmutableArray<ArticleBlock> BlocksOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Blocks.IsDefaultOrEmpty ? TextLines.Classify(article.Text, article.Title, article.Byline) : article.Blocks;
    }

    /// <summary>The text that the outlet printed under the headline: paragraphs and subheadings, a blank line between two.</summary>
    public static string MainTextOf(Article article)
    {
        var main = new StringBuilder();
        TextSpan? last = null;
        foreach (var block in BlocksOf(article).Where(block => block.Class.IsMainText))
        {
            if (last is { } before) main.Append(article.Text.AsSpan(before.End, block.Span.Start - before.End).ContainsAny('\n', '\r') ? "\n\n" : " ");
            main.Append(block.Span.In(article.Text));
            last = block.Span;
        }

        return main.ToString();
    }

    private static ImmutableArray<TextSpan> Of(Article article, Func<BlockClass, bool> wanted) =>
        [.. BlocksOf(article).Where(block => wanted(block.Class)).Select(block => block.Span)];
}
