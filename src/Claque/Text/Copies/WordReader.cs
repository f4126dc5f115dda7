namespace Claque.Text.Copies;

/// <summary>Walks over the words of a text and hashes each in its folded form.</summary>
internal ref struct WordReader(string text)
{
    private const int Scripts = CharTable.Latin | CharTable.Cyrillic | CharTable.Greek;
    private const ulong Seed = 0x9E3779B97F4A7C15, Multiplier = 0xD6E8FEB86659FD93;
    private const byte Sign = 0, Letter = 1, Joins = 2;

    private static readonly byte[] Classes = [.. Enumerable.Range(0, 128).Select(code => (CharTable.Ascii[code] & CharTable.Word) != 0 ? Letter
        : (CharTable.Ascii[code] & CharTable.Joins) != 0 ? Joins : Sign)];

    private readonly string _text = text;
    private int[] _entries = [];
    private int _at;

    public int Start { get; private set; }

    public int End { get; private set; }

    public uint Hash { get; private set; }

    public bool IsUnspaced { get; private set; }

    /// <summary>Goes to the next word; false at the end.</summary>
    public bool Next()
    {
        var text = _text;
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c >= 128) return NextAny();
            if (Classes[c] == Letter) return Ascii();
            _at++;
        }

        return false;
    }

    // A word that begins in ASCII; given over to the slow way when something else turns up in it.
    private bool Ascii()
    {
        var (text, classes) = (_text, Classes);
        var at = _at;
        var hash = Seed;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c >= 128) return NextAny();
            var kind = classes[c];
            if (kind == Letter) hash = Mix(hash, c | 0x20u);
            else if (kind == Joins && at + 1 < text.Length && (text[at + 1] >= 128 || classes[text[at + 1]] == Letter)) hash = c == '_' ? Mix(hash, c) : hash;
            else break;
        }

        (Start, End, IsUnspaced, Hash) = (_at, at, false, Finish(hash));
        _at = at;
        return true;
    }

    private bool NextAny()
    {
        var (count, start, end, scripts, composes) = (0, -1, 0, 0, false);
        var at = _at;
        while (at < _text.Length)
        {
            if (count == 0 && at > _at && _text[at] < 128 && Classes[_text[at]] == Letter)
            {
                _at = at;
                return Ascii();
            }

            var code = CodePoint(at, out var length);
            var entry = CharTable.Entry(code);
            if ((entry & CharTable.Unspaced) != 0 && (entry & CharTable.Several) == 0)
            {
                if (start >= 0) break;
                (Start, End, IsUnspaced, Hash) = (at, at + length, true, Finish(Mix(Seed, (uint)(entry & CharTable.CodeMask))));
                _at = at + length;
                return true;
            }

            if ((entry & CharTable.Several) != 0) AddSequence(CharTable.Sequence(entry), ref count, ref scripts, ref composes);
            else if (IsLetter(entry, start)) Add(entry, ref count, ref scripts, ref composes);
            else if ((entry & CharTable.Dropped) == 0 && !(start >= 0 && (entry & CharTable.Joins) != 0 && BeginsWord(at + length))) entry = 0;
            at += length;
            if (entry == 0 && count > 0) break;
            if (count == 0) continue;
            if (start < 0) start = at - length;
            if ((entry & CharTable.Dropped) == 0) end = at;
        }

        _at = at;
        if (count == 0) return false;
        (Start, End, IsUnspaced, Hash) = (start, end, false, HashOf(count, scripts, composes));
        return true;
    }

    private static bool IsLetter(int entry, int start) =>
        (entry & CharTable.Word) != 0 && (entry & CharTable.Dropped) == 0 && ((entry & CharTable.Mark) == 0 || start >= 0);

    private readonly bool BeginsWord(int at) =>
        at < _text.Length && (CharTable.Entry(CodePoint(at, out _)) & (CharTable.Word | CharTable.Mark)) == CharTable.Word;

    // A sequence such as a ligature counts by its letters; one without any separates.
    private void AddSequence(ReadOnlySpan<int> codes, ref int count, ref int scripts, ref bool composes)
    {
        foreach (var code in codes)
        {
            var entry = CharTable.Entry(code);
            if ((entry & CharTable.Word) != 0) Add(entry, ref count, ref scripts, ref composes);
        }
    }

    private void Add(int entry, ref int count, ref int scripts, ref bool composes)
    {
        if (count == _entries.Length) Array.Resize(ref _entries, Math.Max(32, count * 2));
        _entries[count++] = entry;
        scripts |= entry & Scripts;
        composes |= (entry & CharTable.Composes) != 0 && (entry & CharTable.Mark) != 0;
    }

    private uint HashOf(int count, int scripts, bool composes)
    {
        if (composes) count = Composition.Compose(ref _entries, count);
        Homoglyphs.Fold(_entries.AsSpan(0, count), scripts);
        var hash = Seed;
        foreach (var entry in _entries.AsSpan(0, count)) hash = Mix(hash, (uint)(entry & CharTable.CodeMask));
        return Finish(hash);
    }

    private readonly int CodePoint(int at, out int length)
    {
        var c = _text[at];
        length = 1;
        if (!char.IsHighSurrogate(c) || at + 1 == _text.Length || !char.IsLowSurrogate(_text[at + 1])) return c;
        length = 2;
        return char.ConvertToUtf32(c, _text[at + 1]);
    }

    private static ulong Mix(ulong hash, uint code) => (hash ^ code) * Multiplier ^ (hash >> 29);

    private static uint Finish(ulong hash) => (uint)((hash ^ (hash >> 32)) * Seed >> 32);
}
