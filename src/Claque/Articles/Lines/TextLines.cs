using System.Collections.Immutable;
using Claque.Text.Prose;

namespace Claque.Articles.Lines;

/// <summary>Tells the lines of a plain text saved from a page apart: the article, what belongs to it, the site around it.</summary>
/// <remarks>
/// Three zones: before the first paragraph of prose (title, standfirst, byline, breadcrumb, captions), between the first and the last
/// (inserted links, captions, invitations), and behind (bio, credit, related items, comments). A line that nothing speaks against stays body:
/// in doubt a sentence is kept. O(length).
/// </remarks>
public static class TextLines
{
    /// <summary>The blocks of a text in order, without overlap; empty for an empty text.</summary>
    /// <param name="text">The text, a line a paragraph; wrapped lines are joined.</param>
    /// <param name="title">The headline where it is known.</param>
    /// <param name="byline">The byline where it is known.</param>
    /// <param name="phrases">The lists; the built-in ones when null.</param>
    public static ImmutableArray<ArticleBlock> Classify(string text, string? title = null, string? byline = null, LinePhrases? phrases = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = Paragraphs.Of(text).ConvertAll(span => new TextLine(text, span));
        if (lines.Count == 0) return [];
        new TextZones(lines, phrases ?? LinePhrases.BuiltIn, title, byline).Run();
        return Datelines.Split(text, [.. lines.Select(line => new ArticleBlock(line.Class, line.Reason, line.Span))]);
    }
}
