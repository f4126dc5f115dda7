using Claque.Text.Prose;

namespace Claque.Text.Copies;

/// <summary>The words of a text as hashes with their places: what copies are looked for in.</summary>
/// <remarks>
/// Words are folded as in <see cref="TextForm"/>: case, letter variants, digits of all scripts, accents composed, look-alike letters in
/// words that mix scripts; punctuation and invisible characters leave no trace. Each character of a script written without spaces
/// is a word. 12 bytes a word.
/// </remarks>
public sealed class WordHashes
{
    private const int Unspaced = 1;
    private uint[] _hashes = [];
    private int[] _starts = [];
    private int[] _ends = [];

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>A hash a word; equal words have equal hashes, different ones differ but for one pair in 2³¹. Odd for <see cref="IsUnspaced"/>.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>Where each word begins, UTF-16.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>One behind the end of each word.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    /// <summary>The words of a text. O(length).</summary>
    public static WordHashes Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text, [new TextSpan(0, text.Length)]);
    }

    /// <summary>The words that begin in given spans of a text; their places are of the whole text. O(length).</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="parts">In order, without overlap.</param>
    public static WordHashes Of(string text, ReadOnlySpan<TextSpan> parts)
    {
        var words = new WordHashes();
        words.Read(text, parts);
        words.Trim();
        return words;
    }

    /// <summary>True for the hash of a character of a script written without spaces.</summary>
    public static bool IsUnspaced(uint hash) => (hash & Unspaced) != 0;

    /// <summary>The hash of a word that stands alone, such as one of a list.</summary>
    public static uint OfWord(string word)
    {
        var words = Of(word);
        return words.Count > 0 ? words._hashes[0] : 0;
    }

    /// <summary>Length in words of a run; two characters of a script written without spaces count as one word.</summary>
    public static int Length(ReadOnlySpan<uint> run)
    {
        var unspaced = 0;
        foreach (var hash in run) unspaced += (int)(hash & Unspaced);
        return run.Length - unspaced + (unspaced + 1) / 2;
    }

    /// <summary>Puts the words of another text in the place of what was read; keeps the buffers.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="parts">In order, without overlap; words that begin outside are left out.</param>
    public void Read(string text, ReadOnlySpan<TextSpan> parts)
    {
        ArgumentNullException.ThrowIfNull(text);
        Count = 0;
        var reader = new WordReader(text);
        var part = 0;
        while (reader.Next())
        {
            while (part < parts.Length && parts[part].End <= reader.Start) part++;
            if (part == parts.Length) return;
            if (reader.Start < parts[part].Start) continue;
            if (Count == _hashes.Length) Grow(text.Length);
            _hashes[Count] = reader.IsUnspaced ? reader.Hash | Unspaced : reader.Hash & ~(uint)Unspaced;
            (_starts[Count], _ends[Count]) = (reader.Start, reader.End);
            Count++;
        }
    }

    private void Grow(int length)
    {
        var room = Math.Max(_hashes.Length * 2, Math.Max(16, length / 5));
        Array.Resize(ref _hashes, room);
        Array.Resize(ref _starts, room);
        Array.Resize(ref _ends, room);
    }

    private void Trim()
    {
        if (_hashes.Length == Count) return;
        Array.Resize(ref _hashes, Count);
        Array.Resize(ref _starts, Count);
        Array.Resize(ref _ends, Count);
    }
}
