using System.Globalization;

namespace Claque.Reports.Markup;

/// <summary>Writes untrusted text into HTML so that nothing in it can be markup, act on its surroundings or stay unseen.</summary>
internal static class Encoder
{
    /// <summary>Marks on one letter that are written out; further ones are counted instead.</summary>
    public const int MaxMarks = 5;

    /// <summary>Writes text between tags; what must be shown becomes <c>&lt;code class="ctl"&gt;U+202E&lt;/code&gt;</c>.</summary>
    public static void WriteText(TextWriter output, ReadOnlySpan<char> text) => Write(output, text, inTag: false);

    /// <summary>Writes text where no element can stand (attribute values, titles, SVG); codes become <c>[U+202E]</c>, line ends blanks.</summary>
    public static void WritePlain(TextWriter output, ReadOnlySpan<char> text) => Write(output, text, inTag: true);

    private static void Write(TextWriter output, ReadOnlySpan<char> text, bool inTag)
    {
        var (before, marks) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var code = Invisible.CodePoint(text, i, out var length, out var broken);
            if (code == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
                continue;
            }

            var next = i + length;
            var after = next < text.Length ? Invisible.CodePoint(text, next, out _, out _) : 0;
            marks = Invisible.IsStacking(code) ? marks + 1 : 0;
            if (marks > MaxMarks)
            {
                var last = Repeats(text, i, Invisible.IsStacking);
                WriteCode(output, "+" + last.Count.ToString(CultureInfo.InvariantCulture) + " marks", inTag);
                next = last.End;
            }
            else if (broken || Invisible.IsShown(code, before, after))
            {
                var last = Repeats(text, i, other => other == code);
                WriteCode(output, Name(code) + (last.Count > 1 ? " ×" + last.Count.ToString(CultureInfo.InvariantCulture) : ""), inTag);
                next = last.End;
            }
            else if (code == '\n' && inTag)
            {
                output.Write(' ');
            }
            else
            {
                WriteVisible(output, text.Slice(i, length));
            }

            (before, i) = (code, next);
        }
    }

    private static void WriteVisible(TextWriter output, ReadOnlySpan<char> character)
    {
        switch (character[0])
        {
            case '&': output.Write("&amp;"); break;
            case '<': output.Write("&lt;"); break;
            case '>': output.Write("&gt;"); break;
            case '"': output.Write("&quot;"); break;
            case '\'': output.Write("&#39;"); break;
            default: output.Write(character); break;
        }
    }

    private static void WriteCode(TextWriter output, string code, bool inTag)
    {
        output.Write(inTag ? "[" : "<code class=\"ctl\">");
        output.Write(code);
        output.Write(inTag ? "]" : "</code>");
    }

    private static string Name(int code) => "U+" + code.ToString("X4", CultureInfo.InvariantCulture);

    private static (int Count, int End) Repeats(ReadOnlySpan<char> text, int start, Func<int, bool> same)
    {
        var (count, end) = (0, start);
        while (end < text.Length && same(Invisible.CodePoint(text, end, out var length, out _))) (count, end) = (count + 1, end + length);
        return (count, end);
    }
}
