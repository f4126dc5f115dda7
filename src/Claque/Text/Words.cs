using System.Text;

namespace Claque.Text;

/// <summary>Turns folded characters into words separated by single spaces.</summary>
internal static class Words
{
    private const int Scripts = CharTable.Latin | CharTable.Cyrillic | CharTable.Greek;

    /// <summary>Leaves only words with one space between them, in place; gives the part that is filled.</summary>
    public static Span<int> Compact(Span<int> entries)
    {
        int kept = 0, wordStart = 0, scripts = 0;
        var pending = false;
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            if ((entry & CharTable.Joins) != 0 && Joins(entries, i, kept > wordStart && !pending))
            {
                if ((entry & CharTable.CodeMask) == '_') entries[kept++] = entry;
                continue;
            }

            // A mark with nothing to stand on is no word.
            if ((entry & CharTable.Word) == 0 || ((entry & CharTable.Mark) != 0 && (pending || kept == wordStart)))
            {
                pending |= kept > wordStart;
                continue;
            }

            if (pending)
            {
                Homoglyphs.Fold(entries[wordStart..kept], scripts);
                entries[kept++] = ' ';
                (wordStart, scripts, pending) = (kept, 0, false);
            }

            entries[kept++] = entry;
            scripts |= entry & Scripts;
        }

        Homoglyphs.Fold(entries[wordStart..kept], scripts);
        return entries[..kept];
    }

    private static bool Joins(ReadOnlySpan<int> entries, int at, bool afterWord) =>
        afterWord && at + 1 < entries.Length && (entries[at + 1] & (CharTable.Word | CharTable.Mark)) == CharTable.Word;
}

/// <summary>Words of an ASCII text, written one after the other: what <see cref="Words.Compact"/> does, byte by byte.</summary>
internal ref struct AsciiWords(Span<byte> to)
{
    private const byte Sign = 0, Word = 1, Joins = 2;

    private static readonly byte[] Classes = [.. Enumerable.Range(0, 128).Select(code => (CharTable.Ascii[code] & CharTable.Word) != 0 ? Word
        : (CharTable.Ascii[code] & CharTable.Joins) != 0 ? Joins : Sign)];

    private readonly Span<byte> _to = to;
    private int _length;
    private bool _pending;

    /// <summary>What was written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _to[.._length];

    /// <summary>Ends a word.</summary>
    public void Separate() => _pending = true;

    /// <summary>Adds the words of a text.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        var classes = Classes;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            switch (classes[b])
            {
                case Word:
                    if (_pending && _length > 0) _to[_length++] = (byte)' ';
                    _pending = false;
                    // Letters only lack the bit of lower case; digits have it already.
                    _to[_length++] = (byte)(b | 0x20);
                    break;
                case Joins when !_pending && _length > 0 && i + 1 < text.Length && classes[text[i + 1]] == Word:
                    if (b == '_') _to[_length++] = b;
                    break;
                default:
                    _pending = true;
                    break;
            }
        }
    }
}

/// <summary>Walks over the tokens of a text in normal form.</summary>
public ref struct TokenEnumerator
{
    private readonly ReadOnlySpan<byte> _text;
    private int _at;
    private bool _second;

    internal TokenEnumerator(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>The token, as a slice of the text.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Itself.</summary>
    public readonly TokenEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool MoveNext()
    {
        while (_at < _text.Length && _text[_at] == ' ') (_at, _second) = (_at + 1, false);
        if (_at == _text.Length) return false;
        var start = _at;
        if (!IsUnspaced(start, out var length))
        {
            do _at += length;
            while (_at < _text.Length && _text[_at] != ' ' && !IsUnspaced(_at, out length));
            Current = _text[start.._at];
            _second = false;
            return true;
        }

        var next = start + length;
        if (next < _text.Length && _text[next] != ' ' && IsUnspaced(next, out var nextLength))
        {
            (_at, _second) = (next, true);
            Current = _text[start..(next + nextLength)];
            return true;
        }

        // The last character of such a run was in the token before, unless it stands alone.
        _at = next;
        if (_second)
        {
            _second = false;
            return MoveNext();
        }

        Current = _text[start..next];
        return true;
    }

    private readonly bool IsUnspaced(int at, out int length)
    {
        length = 1;
        if (_text[at] < 0x80) return false;
        Rune.DecodeFromUtf8(_text[at..], out var rune, out length);
        return (CharTable.Entry(rune.Value) & CharTable.Unspaced) != 0;
    }
}
