namespace Claque.Text.Copies;

/// <summary>The shared shingles of one part of the index: texts (with flags) and places, shingle after shingle, rising.</summary>
internal sealed record PartPostings(int[] Texts, int[] Places, int Capped)
{
    private const int DigitBits = 11, Digits = 3;

    /// <summary>Sorts the shingles of a part and keeps those of two texts or more.</summary>
    /// <param name="all">The shingles, in any order; used up.</param>
    /// <param name="partBits">Leading bits that all hashes have in common.</param>
    /// <param name="maxTexts">A shingle in more texts is marked.</param>
    public static PartPostings Of(ShinglePlace[] all, int partBits, int maxTexts)
    {
        var sorted = ByHash(all, 64 - partBits - (DigitBits * Digits));
        var (texts, places, capped) = (new List<int>(), new List<int>(), 0);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end].Hash == sorted[start].Hash) end++;
            if (end - start == 1) continue;
            var run = sorted.AsSpan(start, end - start);
            run.Sort(static (a, b) => a.Text != b.Text ? a.Text.CompareTo(b.Text) : a.Place.CompareTo(b.Place));
            var distinct = 1;
            for (var i = 1; i < run.Length; i++)
                if (run[i].Text != run[i - 1].Text) distinct++;
            if (distinct == 1) continue;
            if (distinct > maxTexts) capped++;
            for (var i = 0; i < run.Length; i++)
            {
                texts.Add(ShingleIndex.Posting(run[i].Text, i == run.Length - 1, distinct > maxTexts, run.Length));
                places.Add(run[i].Place);
            }
        }

        return new PartPostings([.. texts], [.. places], capped);
    }

    // By 33 bits digit by digit, then the few runs that agree in them by the whole hash.
    private static ShinglePlace[] ByHash(ShinglePlace[] from, int lowest)
    {
        var to = new ShinglePlace[from.Length];
        var counts = new int[1 << DigitBits];
        for (var digit = 0; digit < Digits; digit++)
        {
            var shift = lowest + (digit * DigitBits);
            Array.Clear(counts);
            foreach (ref readonly var item in from.AsSpan()) counts[Digit(item.Hash, shift)]++;
            for (int i = 0, sum = 0; i < counts.Length; i++) (counts[i], sum) = (sum, sum + counts[i]);
            foreach (ref readonly var item in from.AsSpan()) to[counts[Digit(item.Hash, shift)]++] = item;
            (from, to) = (to, from);
        }

        for (int start = 0, end; start < from.Length; start = end)
        {
            var mixed = false;
            for (end = start + 1; end < from.Length && from[end].Hash >> lowest == from[start].Hash >> lowest; end++)
                mixed |= from[end].Hash != from[start].Hash;
            if (mixed) from.AsSpan(start, end - start).Sort(static (a, b) => a.Hash.CompareTo(b.Hash));
        }

        return from;
    }

    private static int Digit(ulong hash, int shift) => (int)(hash >> shift) & ((1 << DigitBits) - 1);
}
