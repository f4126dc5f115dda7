using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>
/// Invented texts of 8 to 30 words from a vocabulary of 200,000 with Zipf's law, one in twenty an earlier text with one to three words changed.
/// </summary>
internal sealed class WordsTable(int count, ulong seed)
{
    private const int Vocabulary = 200_000, Remembered = 4096;

    /// <summary>The texts, as UTF-8, valid until the next one.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Texts()
    {
        var random = new Pcg32(seed);
        var upTo = new double[Vocabulary];
        var sum = 0.0;
        for (var word = 0; word < Vocabulary; word++) upTo[word] = sum += 1.0 / (word + 1);
        var earlier = new int[Remembered][];
        var bytes = new byte[30 * 8];
        for (var text = 0; text < count; text++)
        {
            var words = text > Remembered && random.Next(20) == 0 ? Edited(earlier[random.Next(Remembered)]) : [.. Enumerable.Range(0, 8 + random.Next(23)).Select(_ => Draw())];
            if (text < Remembered) earlier[text] = words;
            else if (random.Next(3) == 0) earlier[random.Next(Remembered)] = words;
            yield return bytes.AsMemory(0, Write(words, bytes));
        }

        int Draw()
        {
            var place = Array.BinarySearch(upTo, random.NextDouble() * sum);
            return Math.Min(Vocabulary - 1, place < 0 ? ~place : place);
        }

        int[] Edited(int[] words)
        {
            var edited = words.ToArray();
            for (var edits = 1 + random.Next(3); edits > 0; edits--) edited[random.Next(edited.Length)] = Draw();
            return edited;
        }
    }

    private static int Write(int[] words, Span<byte> to)
    {
        var length = 0;
        foreach (var word in words)
        {
            if (length > 0) to[length++] = (byte)' ';
            to[length++] = (byte)'w';
            for (var rest = word; rest > 0; rest /= 32) to[length++] = (byte)(rest % 32 is var digit && digit < 26 ? 'a' + digit : '0' + digit - 26);
        }

        return length;
    }
}
