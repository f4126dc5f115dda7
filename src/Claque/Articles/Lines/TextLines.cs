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
        return Blocks(text, lines);
    }

    /// <summary>Lines as blocks; a dateline becomes a block of its own before its paragraph.</summary>
    private static ImmutableArray<ArticleBlock> Blocks(string text, List<TextLine> lines)
    {
        var blocks = ImmutableArray.CreateBuilder<ArticleBlock>(lines.Count + 1);
        var begun = false;
        foreach (var line in lines)
        {
            var span = line.Span;
            if (line.Class == BlockClass.Body && !begun)
            {
                begun = true;
                if (Datelines.Of(text, span) is { } dateline)
                {
                    blocks.Add(new ArticleBlock(BlockClass.Dateline, "place or agency before a dash", new TextSpan(span.Start, dateline.End)));
                    var from = dateline.End;
                    while (from < span.End && char.IsWhiteSpace(text[from])) from++;
                    if (from == span.End) continue;
                    span = new TextSpan(from, span.End);
                }
            }

            blocks.Add(new ArticleBlock(line.Class, line.Reason, span));
        }

        return blocks.ToImmutable();
    }
}
