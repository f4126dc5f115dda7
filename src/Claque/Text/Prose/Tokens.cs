using System.Globalization;

namespace Claque.Text.Prose;

/// <summary>Cuts a text of any script into words, numbers and signs.</summary>
public static class Tokens
{
    /// <summary>All tokens in order; every character that is not white space or invisible is in exactly one of them.</summary>
    /// <remarks>
    /// A letter run is a word, joined over an apostrophe, hyphen, middle dot or full stop that has a letter on both sides;
    /// <c>U.S.</c> keeps its last stop. Characters of scripts written without spaces are a word each. O(length).
    /// </remarks>
    public static List<Token> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>(text.Length / 5);
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at, out var kind);
            if (kind is { } found) tokens.Add(new Token(at, end, found));
            at = end;
        }

        return tokens;
    }

    /// <summary>True for a character that words are made of.</summary>
    internal static bool IsWordPart(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static int EndOf(string text, int at, out TokenKind? kind)
    {
        var step = char.IsSurrogatePair(text, at) ? 2 : 1;
        kind = null;
        if (char.IsWhiteSpace(text[at]) || IsInvisible(text, at)) return at + step;
        if (!IsWordPart(text, at))
        {
            kind = TokenKind.Sign;
            return EndOfSign(text, at, step);
        }

        kind = char.IsDigit(text[at]) ? TokenKind.Number : TokenKind.Word;
        return IsUnspaced(text, at) ? at + step : EndOfWord(text, at);
    }

    private static int EndOfWord(string text, int at)
    {
        var start = at;
        while (true)
        {
            while (at < text.Length && (IsWordPart(text, at) || IsInvisible(text, at)) && !IsUnspaced(text, at))
                at += char.IsSurrogatePair(text, at) ? 2 : 1;
            if (at + 1 >= text.Length || !Joins(text, at)) break;
            at++;
        }

        // The last stop of U.S. belongs to it; that of an ordinary word ends the sentence.
        if (at < text.Length && text[at] == '.' && at - start >= 3 && text[at - 2] == '.' && char.IsLetter(text[at - 1])) at++;
        return at;
    }

    private static bool Joins(string text, int at)
    {
        if (!IsWordPart(text, at + 1) || IsUnspaced(text, at + 1)) return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        return text[at] switch
        {
            '\'' or '’' or 'ʼ' or '-' or '‐' or '‑' or '·' => true,
            '.' => (char.IsDigit(before) && char.IsDigit(after)) || (char.IsLetter(before) && char.IsLetter(after) && IsAbbreviationPart(text, at)),
            ',' or '٬' or '٫' => char.IsDigit(before) && char.IsDigit(after),
            _ => false,
        };
    }

    // A stop joins single letters: U.S., p.m. A missing space after a sentence ("end.Next") is none.
    private static bool IsAbbreviationPart(string text, int at) =>
        (at < 2 || !char.IsLetter(text[at - 2])) && (at + 2 >= text.Length || !char.IsLetter(text[at + 2]));

    private static int EndOfSign(string text, int at, int step)
    {
        var sign = text[at];
        var end = at + step;
        if (sign is not ('.' or '-' or '\'' or '`')) return end;
        // '' and `` are one sign; so are dots and dashes in a row.
        var most = sign is '\'' or '`' ? at + 2 : text.Length;
        while (end < most && end < text.Length && text[end] == sign) end++;
        return end;
    }

    private static bool IsUnspaced(string text, int at) => text[at] >= 0x0E00 && (CharTable.Entry(char.IsSurrogatePair(text, at)
        ? char.ConvertToUtf32(text, at) : text[at]) & CharTable.Unspaced) != 0;

    private static bool IsInvisible(string text, int at) =>
        !char.IsWhiteSpace(text[at]) && CharUnicodeInfo.GetUnicodeCategory(text, at) is (UnicodeCategory.Format or UnicodeCategory.Control);
}
