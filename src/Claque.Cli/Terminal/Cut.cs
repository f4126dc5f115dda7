using System.Globalization;
using System.Text;

namespace Claque.Cli.Terminal;

/// <summary>Makes text of posts safe and short for a terminal.</summary>
internal static class Cut
{
    /// <summary>The text on one line without control and direction characters, cut to a length with an ellipsis.</summary>
    /// <remarks>A post may carry escape sequences that would steer the terminal, or marks that turn the line around.</remarks>
    public static string Line(string text, int length = 60)
    {
        var line = new StringBuilder();
        var space = false;
        Span<char> written = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length > length) break;
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control)
            {
                space = line.Length > 0;
                continue;
            }

            if (category == UnicodeCategory.Format) continue;
            if (space) line.Append(' ');
            space = false;
            line.Append(written[..rune.EncodeToUtf16(written)]);
        }

        if (line.Length <= length) return line.ToString();
        var end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return line.ToString(0, end) + "…";
    }

    /// <summary>Writes a sentence over as many lines as it takes; later lines are indented.</summary>
    public static void WriteWrapped(TextWriter to, string sentence, string first = "", string later = "")
    {
        const int width = 110;
        var line = new StringBuilder(first);
        var words = 0;
        foreach (var word in sentence.Split(' '))
        {
            if (words > 0 && line.Length + 1 + word.Length > width)
            {
                to.WriteLine(line.ToString());
                line.Clear().Append(later);
                words = 0;
            }

            if (words++ > 0) line.Append(' ');
            line.Append(word);
        }

        to.WriteLine(line.ToString());
    }
}
