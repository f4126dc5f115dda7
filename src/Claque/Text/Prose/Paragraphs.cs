using System.Buffers;

namespace Claque.Text.Prose;

/// <summary>Cuts a text into paragraphs.</summary>
public static class Paragraphs
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\u2028\u2029\v\f");

    /// <summary>The paragraphs in order, trimmed; no empty ones.</summary>
    /// <remarks>
    /// A line break ends a paragraph, as in saved pages. Where the text has blank lines and its other lines are wrapped to one
    /// width, only a blank line does. O(length).
    /// </remarks>
    public static List<TextSpan> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = Lines(text);
        var wrapped = IsWrapped(text, lines);
        var paragraphs = new List<TextSpan>();
        var open = false;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                open = false;
            }
            else if (open && wrapped)
            {
                paragraphs[^1] = new TextSpan(paragraphs[^1].Start, line.End);
            }
            else
            {
                paragraphs.Add(line);
                open = true;
            }
        }

        return paragraphs;
    }

    // The lines, of blank ones together only the first: texts of which only the headings are left are nearly all blank.
    private static List<TextSpan> Lines(string text)
    {
        var lines = new List<TextSpan>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(Breaks);
            end = end < 0 ? text.Length : start + end;
            var line = Trimmed(text, start, end);
            if (line.Length > 0 || lines.Count == 0 || lines[^1].Length > 0) lines.Add(line);
            if (end < text.Length && text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n') end++;
            // Breaks between the first of a run, which ends this line, and the last stand in blank lines.
            var breaks = end < text.Length ? text.AsSpan(end).IndexOfAnyExcept(Breaks) : 0;
            start = breaks < 0 ? text.Length : Math.Max(end + 1, end + breaks - 1);
        }

        return lines;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    // Lines wrapped to a width: within a block, all lines but the last come near to the longest, and many end within a sentence.
    private static bool IsWrapped(string text, List<TextSpan> lines)
    {
        if (!lines.Exists(line => line.Length == 0)) return false;
        int inner = 0, full = 0, cut = 0;
        var width = 0;
        for (var i = 0; i < lines.Count; i++) width = Math.Max(width, lines[i].Length);
        if (width is < 40 or > 120) return false;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length == 0 || lines[i + 1].Length == 0) continue;
            inner++;
            if (lines[i].Length >= width * 6 / 10) full++;
            if (!EndsSentence(text[lines[i].End - 1])) cut++;
        }

        return inner >= 3 && full * 10 >= inner * 8 && cut * 2 >= inner;
    }

    private static bool EndsSentence(char last) => last is '.' or '!' or '?' or '"' or '”' or '’' or '»' or ':' or '。';
}
