using System.Text;

namespace Claque.Text;

/// <summary>
/// Brings texts into the form in which two texts count as the same: lower case, one letter for its variants, words separated
/// by single spaces, without links, mentions, punctuation and signs. Keeps its buffers; one for each thread.
/// </summary>
/// <remarks>
/// In this order: links, mentions, HTML references and a leading <c>RT @x:</c> go; NFKC and full case folding; invisible
/// characters, variation selectors, tatweel, Arabic vowel signs and Hebrew points go; Arabic and Persian letter variants and
/// digits of all scripts become one form; an apostrophe inside a word goes, an underscore inside a word stays; emoji,
/// punctuation and every other sign separate words (a # too, so a hashtag stays as its word); Cyrillic and Greek letters that
/// look like Latin ones are folded inside words that mix scripts (<see cref="Homoglyphs"/>). Emoji do not count as words because
/// copies of one text are often dressed in different ones. About 4 ns a character in ASCII.
/// </remarks>
public sealed class TextForm
{
    private readonly List<TextMark> _marks = [];
    private int[] _entries = new int[512];
    private byte[] _bytes = new byte[512];
    private int _count;
    private bool _composes;

    /// <summary>The text in normal form; empty when no word is left. Normalising again changes nothing.</summary>
    public static string Normalise(string text) => Encoding.UTF8.GetString(new TextForm().Normalise(Encoding.UTF8.GetBytes(text)));

    /// <summary>The text in normal form, as UTF-8, valid until the next call.</summary>
    public ReadOnlySpan<byte> Normalise(ReadOnlySpan<byte> text)
    {
        TextScan.Find(text, _marks);
        return Normalise(text, _marks);
    }

    /// <summary>The text in normal form where its marks were found already.</summary>
    /// <param name="marks">As <see cref="TextScan.Find"/> gives them for this text.</param>
    public ReadOnlySpan<byte> Normalise(ReadOnlySpan<byte> text, List<TextMark> marks)
    {
        return Ascii.IsValid(text) ? NormaliseAscii(text, marks) : NormaliseAny(text, marks);
    }

    /// <summary>The way for every text. In ASCII it gives the same as the fast way.</summary>
    internal ReadOnlySpan<byte> NormaliseAny(ReadOnlySpan<byte> text, List<TextMark> marks)
    {
        (_count, _composes) = (0, false);
        var at = 0;
        foreach (var mark in marks)
        {
            if (mark.Kind is TextMarkKind.Hashtag) continue;
            var piece = text[at..mark.Start];
            if (_count > 0 || mark.Kind is not TextMarkKind.Mention || !SaysReshare(piece)) Fold(piece);
            Separate();
            at = mark.End;
        }

        Fold(text[at..]);
        return Encode(Words.Compact(Composed()));
    }

    /// <summary>ASCII has no marks to compose and no scripts to mix: one pass over the bytes.</summary>
    private ReadOnlySpan<byte> NormaliseAscii(ReadOnlySpan<byte> text, List<TextMark> marks)
    {
        if (_bytes.Length < text.Length) _bytes = new byte[Math.Max(text.Length, _bytes.Length * 2)];
        var words = new AsciiWords(_bytes);
        int at = 0, seen = 0;
        foreach (var mark in marks)
        {
            if (mark.Kind is TextMarkKind.Hashtag) continue;
            var piece = text[at..mark.Start];
            if (seen > 0 || mark.Kind is not TextMarkKind.Mention || !SaysReshare(piece))
            {
                words.Add(piece);
                seen += piece.Length;
            }

            words.Separate();
            at = mark.End;
        }

        words.Add(text[at..]);
        return words.Written;
    }

    /// <summary>A hashtag or a handle, folded like a text but left in one piece; without leading # or @ and without spaces.</summary>
    public ReadOnlySpan<byte> FoldName(ReadOnlySpan<byte> name)
    {
        (_count, _composes) = (0, false);
        Fold(name);
        var entries = Composed();
        var kept = 0;
        foreach (var entry in entries)
        {
            var code = entry & CharTable.CodeMask;
            if (code <= ' ' || (kept == 0 && code is '#' or '@')) continue;
            entries[kept++] = entry;
        }

        return Encode(entries[..kept]);
    }

    /// <summary>Number of words of a text in normal form; in scripts without spaces every character is one.</summary>
    public static int CountWords(ReadOnlySpan<byte> normalised)
    {
        if (Ascii.IsValid(normalised)) return normalised.IsEmpty ? 0 : 1 + normalised.Count((byte)' ');
        var count = 0;
        var inWord = false;
        for (var at = 0; at < normalised.Length;)
        {
            if (normalised[at] < 0x80)
            {
                var space = normalised[at++] == ' ';
                if (!space && !inWord) count++;
                inWord = !space;
                continue;
            }

            Rune.DecodeFromUtf8(normalised[at..], out var rune, out var length);
            at += length;
            var entry = CharTable.Entry(rune.Value);
            if ((entry & CharTable.Unspaced) == 0)
            {
                if (!inWord) count++;
                inWord = true;
            }
            else if ((entry & CharTable.Mark) == 0)
            {
                count++;
                inWord = false;
            }
        }

        return count;
    }

    /// <summary>
    /// The tokens that likeness of texts is measured by: words, and in scripts without spaces every two neighbouring characters
    /// (a single one by itself). Repeats come again.
    /// </summary>
    public static TokenEnumerator Tokens(ReadOnlySpan<byte> normalised) => new(normalised);

    /// <summary>True for what stands before the handle in <c>RT @ann: RT @bob: …</c>, at the beginning of the text only.</summary>
    private static bool SaysReshare(ReadOnlySpan<byte> piece) =>
        Ascii.EqualsIgnoreCase(piece.Trim(": \t\r\n"u8), "RT"u8);

    private void Separate()
    {
        if (_count > 0) Append(' ');
    }

    private void Fold(ReadOnlySpan<byte> text)
    {
        // Folding never gives more code points than bytes, except for a few ligatures, which Append makes room for.
        if (_entries.Length < _count + text.Length) Array.Resize(ref _entries, Math.Max(_entries.Length * 2, _count + text.Length));
        for (var at = 0; at < text.Length;)
        {
            var b = text[at];
            if (b < 0x80)
            {
                Append(CharTable.Ascii[b]);
                at++;
                continue;
            }

            Rune.DecodeFromUtf8(text[at..], out var rune, out var length);
            at += length;
            var entry = CharTable.Entry(rune.Value);
            if ((entry & CharTable.Several) == 0) Append(entry);
            else foreach (var code in CharTable.Sequence(entry)) Append(CharTable.Entry(code));
        }
    }

    private void Append(int entry)
    {
        if ((entry & CharTable.Dropped) != 0) return;
        if (_count == _entries.Length) Array.Resize(ref _entries, _entries.Length * 2);
        _entries[_count++] = entry;
        _composes |= (entry & CharTable.Composes) != 0;
    }

    private Span<int> Composed()
    {
        if (_composes) _count = Composition.Compose(ref _entries, _count);
        return _entries.AsSpan(0, _count);
    }

    private ReadOnlySpan<byte> Encode(ReadOnlySpan<int> entries)
    {
        if (_bytes.Length < entries.Length * 4) _bytes = new byte[entries.Length * 4];
        var length = 0;
        foreach (var entry in entries)
        {
            var code = entry & CharTable.CodeMask;
            if (code < 0x80) _bytes[length++] = (byte)code;
            else length += new Rune(code).EncodeToUtf8(_bytes.AsSpan(length));
        }

        return _bytes.AsSpan(0, length);
    }
}
