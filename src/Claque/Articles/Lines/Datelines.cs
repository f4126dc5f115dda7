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
}
