using System.Collections.Immutable;
using Claque.Text.Prose;

namespace Claque.Articles.Lines;

/// <summary>Finds place and agency before the first words of a paragraph.</summary>
internal static class Datelines
{
    /// <summary>The dateline with its dash, trimmed; null when the paragraph has none.</summary>
    public static TextSpan? Of(string text, TextSpan paragraph)
    {
        var match = LinePatterns.Dateline().Match(text.Substring(paragraph.Start, Math.Min(paragraph.Length, 160)));
        if (!match.Success) return null;
        var end = paragraph.Start + match.Length;
        while (end > paragraph.Start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(paragraph.Start, end);
    }

    private const int Introductions = 2;

    /// <summary>The blocks with the dateline of the first paragraph as a block of its own; a reprint has one or two paragraphs of its own before it.</summary>
    public static ImmutableArray<ArticleBlock> Split(string text, ImmutableArray<ArticleBlock> blocks)
    {
        var first = blocks.Where(block => block.Class == BlockClass.Body).Take(1 + Introductions).FirstOrDefault(block => Of(text, block.Span) is not null);
        if (first is null || Of(text, first.Span) is not { } dateline) return blocks;
        var at = blocks.IndexOf(first);
        var from = dateline.End;
        while (from < first.Span.End && char.IsWhiteSpace(text[from])) from++;
        var line = new ArticleBlock(BlockClass.Dateline, "place or agency before a dash", dateline);
        return from == first.Span.End ? blocks.SetItem(at, line) : blocks.SetItem(at, first with { Span = new TextSpan(from, first.Span.End) }).Insert(at, line);
    }
}
