namespace Claque.Reports.Markup;

/// <summary>Writes untrusted text into HTML so that nothing in it can be markup, act on its surroundings or stay unseen.</summary>
internal static class Encoder
{
    /// <summary>Writes text between tags; what must be shown becomes <c>&lt;code class="ctl"&gt;U+202E&lt;/code&gt;</c>.</summary>
    public static void WriteText(TextWriter output, ReadOnlySpan<char> text) => Write(output, text, inTag: false);

    /// <summary>Writes text where no element can stand (attribute values, titles, SVG); codes become <c>[U+202E]</c>, line ends blanks.</summary>
    public static void WritePlain(TextWriter output, ReadOnlySpan<char> text) => Write(output, text, inTag: true);

    private static void Write(TextWriter output, ReadOnlySpan<char> text, bool inTag) => Spelling.Walk(text, new Markup(output, inTag));

    /// <summary>Writes what the walk finds as HTML.</summary>
    private readonly struct Markup(TextWriter output, bool inTag) : ISpelling
    {
        public void Visible(ReadOnlySpan<char> character)
        {
            if (inTag && character[0] == '\n') output.Write(' ');
            else WriteVisible(output, character);
        }

        public void Code(string name) => WriteCode(output, name, inTag);
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
}
