using System.Buffers;

namespace Claque.Text.Copies;

/// <summary>Hashes of runs of words, and the choice of some of them that two texts with a common run make alike.</summary>
internal static class Shingles
{
    private const ulong Multiplier = 0x9FB21C651E98DF25;

    /// <summary>Writes the shingles of a text that are kept, in order.</summary>
    /// <param name="words">Hashes of its words.</param>
    /// <param name="options">Lengths and window.</param>
    /// <param name="hashes">Scratch and result: hash of each kept shingle; as long as <paramref name="words"/> at least.</param>
    /// <param name="places">Result: the word at which it begins; as long.</param>
    /// <returns>Number of shingles kept.</returns>
    /// <remarks>
    /// In every <see cref="ShingleOptions.Window"/> shingles in a row the one with the smallest hash is kept, the last of equals.
    /// Schleimer, Wilkerson, Aiken 2003, "Winnowing: local algorithms for document fingerprinting". O(words).
    /// </remarks>
    public static int Of(ReadOnlySpan<uint> words, ShingleOptions options, Span<ulong> hashes, Span<int> places)
    {
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var length = WordHashes.IsUnspaced(words[i]) ? options.UnspacedLength : options.Length;
            if (i + length > words.Length) continue;
            (hashes[count], places[count]) = (Hash(words.Slice(i, length)), i);
            count++;
        }

        return options.Window == 1 ? count : Winnow(hashes[..count], places, options.Window);
    }

    /// <summary>The hash of one run.</summary>
    public static ulong Hash(ReadOnlySpan<uint> run)
    {
        var hash = (ulong)run.Length;
        foreach (var word in run)
        {
            hash = (hash ^ word) * Multiplier;
            hash ^= hash >> 32;
        }

        return hash;
    }

    private static int Winnow(Span<ulong> hashes, Span<int> places, int window)
    {
        window = Math.Clamp(hashes.Length, 1, window);
        var chosen = ArrayPool<int>.Shared.Rent(hashes.Length + 1);
        int kept = 0, last = -1;
        for (var end = window; end <= hashes.Length; end++)
        {
            var least = end - window;
            for (var i = least + 1; i < end; i++)
                if (hashes[i] <= hashes[least]) least = i;
            if (least != last) chosen[kept++] = last = least;
        }

        // Numbers rise, so nothing is read after it was written over.
        for (var i = 0; i < kept; i++) (hashes[i], places[i]) = (hashes[chosen[i]], places[chosen[i]]);
        ArrayPool<int>.Shared.Return(chosen);
        return kept;
    }
}
