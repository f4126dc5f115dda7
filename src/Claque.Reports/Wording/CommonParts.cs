using System.Globalization;
using System.Text;
using DiffPlex;

namespace Claque.Reports.Wording;

/// <summary>A stretch of a text, common to both texts or not.</summary>
internal readonly record struct Stretch(string Text, bool Common);

/// <summary>Two texts compared word by word.</summary>
/// <param name="A">The first text in stretches; together they are the text.</param>
/// <param name="B">The second text.</param>
/// <param name="CommonWords">Words inside the common stretches.</param>
/// <param name="WordsA">Words of the first text.</param>
/// <param name="WordsB">Words of the second.</param>
/// <remarks>
/// A stretch counts as common when it is telling: three words or more, six characters of a script without blanks, or a
/// link, hashtag or mention; equal texts are common from end to end. Single words that happen to recur in the same order
/// are not marked. O(nd), Myers 1986, doi:10.1007/BF01840446.
/// </remarks>
internal sealed record CommonParts(IReadOnlyList<Stretch> A, IReadOnlyList<Stretch> B, int CommonWords, int WordsA, int WordsB)
{
    /// <summary>True when most words are single characters of scripts without blanks.</summary>
    public bool CountsCharacters { get; private init; }

    private const int TellingWords = 3;
    private const int TellingCharacters = 6;

    /// <summary>Compares two texts, case and spelling as they stand.</summary>
    public static CommonParts Of(string a, string b)
    {
        var (piecesA, piecesB) = (Split(a), Split(b));
        var diff = new Differ().CreateCustomDiffs(a, b, ignoreWhiteSpace: false, ignoreCase: false, text => text == a ? piecesA : piecesB);
        var commonA = new bool[piecesA.Length];
        var commonB = new bool[piecesB.Length];
        var (atA, atB, words) = (0, 0, 0);
        foreach (var block in diff.DiffBlocks)
        {
            MarkRun(block.DeleteStartA - atA);
            (atA, atB) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        MarkRun(piecesA.Length - atA);
        return new CommonParts(Stretches(piecesA, commonA), Stretches(piecesB, commonB), words, piecesA.Count(IsWord), piecesB.Count(IsWord))
        {
            CountsCharacters = 2 * piecesA.Count(piece => IsWordStart(piece) && IsWithoutBlanks(piece)) > piecesA.Count(IsWord),
        };

        void MarkRun(int length)
        {
            var (fromA, fromB) = (atA, atB);
            while (length > 0 && string.IsNullOrWhiteSpace(piecesA[fromA])) (fromA, fromB, length) = (fromA + 1, fromB + 1, length - 1);
            while (length > 0 && string.IsNullOrWhiteSpace(piecesA[fromA + length - 1])) length--;
            if (length == 0 || (a != b && !IsTelling(piecesA.AsSpan(fromA, length)))) return;
            commonA.AsSpan(fromA, length).Fill(true);
            commonB.AsSpan(fromB, length).Fill(true);
            foreach (var piece in piecesA.AsSpan(fromA, length))
                if (IsWord(piece)) words++;
        }
    }

    /// <summary>The text in pieces: blanks, links, hashtags, words, single characters of scripts without blanks, signs.</summary>
    internal static string[] Split(string text)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = PieceEnd(text, at);
            pieces.Add(text[at..end]);
            at = end;
        }

        return [.. pieces];
    }

    private static int PieceEnd(string text, int at)
    {
        if (IsLink(text.AsSpan(at))) return Scan(text, at, character => !char.IsWhiteSpace(character[0]));
        if (char.IsWhiteSpace(text[at])) return Scan(text, at, character => char.IsWhiteSpace(character[0]));
        var first = StringInfo.GetNextTextElementLength(text, at);
        if (text[at] is '#' or '@' && at + 1 < text.Length && IsWordStart(text.AsSpan(at + 1))) return Scan(text, at + 1, IsInWord);
        return IsInWord(text.AsSpan(at, first)) ? Scan(text, at, IsInWord) : at + first;
    }

    private delegate bool CharacterTest(ReadOnlySpan<char> character);

    private static int Scan(string text, int at, CharacterTest goesOn)
    {
        while (at < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            if (!goesOn(text.AsSpan(at, length))) break;
            at += length;
        }

        return at;
    }

    private static bool IsInWord(ReadOnlySpan<char> character) =>
        (IsWordStart(character) || character[0] is '_' or '\u200C' or '\u200D') && !IsWithoutBlanks(character);

    private static bool IsWordStart(ReadOnlySpan<char> character) =>
        Rune.DecodeFromUtf16(character, out var rune, out _) == System.Buffers.OperationStatus.Done
        && (Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    // Han, kana, Bopomofo, Thai, Lao, Tibetan, Myanmar, Khmer: scripts that do not put blanks between words.
    private static bool IsWithoutBlanks(ReadOnlySpan<char> character) =>
        Rune.DecodeFromUtf16(character, out var rune, out _) == System.Buffers.OperationStatus.Done
        && rune.Value is (>= 0x0E00 and <= 0x0FFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
            or (>= 0x2E80 and <= 0x312F) or (>= 0x3190 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9D)
            or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsLink(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsWord(string piece) => IsLink(piece) || piece[0] is '#' or '@' && piece.Length > 1 || IsWordStart(piece);

    private static bool IsTelling(ReadOnlySpan<string> pieces)
    {
        var (words, characters) = (0, 0);
        foreach (var piece in pieces)
        {
            if (IsLink(piece) || (piece.Length > 1 && piece[0] is '#' or '@')) return true;
            if (!IsWordStart(piece)) continue;
            if (IsWithoutBlanks(piece)) characters++;
            else words++;
        }

        return words >= TellingWords || characters >= TellingCharacters;
    }

    private static List<Stretch> Stretches(string[] pieces, bool[] common)
    {
        var stretches = new List<Stretch>();
        for (int start = 0, end; start < pieces.Length; start = end)
        {
            for (end = start; end < pieces.Length && common[end] == common[start];) end++;
            stretches.Add(new Stretch(string.Concat(pieces[start..end]), common[start]));
        }

        return stretches;
    }
}
