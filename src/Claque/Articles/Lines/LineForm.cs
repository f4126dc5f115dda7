using System.Text;

namespace Claque.Articles.Lines;

/// <summary>A line as the lists see it: lower case, straight quotation marks, single blanks.</summary>
internal static class LineForm
{
    /// <summary>The folded form of a line, of at most its first 4,000 characters unless told otherwise. O(length).</summary>
    public static string Fold(ReadOnlySpan<char> line, int most = 4000)
    {
        if (line.Length > most) line = line[..most];
        var folded = new StringBuilder(line.Length);
        foreach (var letter in line)
        {
            var one = letter switch
            {
                '’' or '‘' or '`' or '´' => '\'',
                '“' or '”' or '„' => '"',
                '\u00AD' or '\u200B' or '\u200C' or '\uFEFF' => '\0',
                _ when char.IsWhiteSpace(letter) => ' ',
                _ => char.ToLowerInvariant(letter),
            };
            if (one == '\0' || (one == ' ' && (folded.Length == 0 || folded[^1] == ' '))) continue;
            folded.Append(one);
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Letters and digits of the folded form, one blank between words: to compare titles.</summary>
    public static string WordsOnly(ReadOnlySpan<char> line)
    {
        var words = new StringBuilder(line.Length);
        foreach (var letter in Fold(line, int.MaxValue))
            if (char.IsLetterOrDigit(letter)) words.Append(letter);
            else if (letter != '\'' && words.Length > 0 && words[^1] != ' ') words.Append(' ');
        return words.ToString().TrimEnd();
    }

    /// <summary>How much a text says, in letters of an alphabet: a Chinese character or a Japanese kana counts as three, a Korean syllable as two. O(length).</summary>
    public static int Size(ReadOnlySpan<char> text)
    {
        var size = text.Length;
        foreach (var letter in text)
            size += letter is < '\u3040' ? 0 : letter is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') ? 2 : letter is >= '\uAC00' and <= '\uD7A3' ? 1 : 0;
        return size;
    }

    /// <summary>True when a line ends as a sentence does, closing marks behind left out.</summary>
    public static bool EndsAsSentence(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" \t\"”’'»)]*」』）》");
        return line.Length > 0 && line[^1] is '.' or '!' or '?' or '…' or ':' or ';' or '。' or '：' or '；' or '！' or '？' or '।' or '؟' or '۔';
    }

    /// <summary>Words of a line and those of them that begin with a capital.</summary>
    public static (int Words, int Capital) Capitals(ReadOnlySpan<char> line)
    {
        int words = 0, capital = 0;
        var inside = false;
        foreach (var letter in line)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                inside = inside && letter is '’' or '\'' or '-' or '.';
                continue;
            }

            if (!inside)
            {
                words++;
                if (char.IsUpper(letter) || char.IsDigit(letter)) capital++;
            }

            inside = true;
        }

        return (words, capital);
    }
}
