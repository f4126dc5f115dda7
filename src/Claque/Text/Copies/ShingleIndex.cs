using System.Collections.Concurrent;
using System.Collections.Immutable;
using Claque.Text.Prose;

namespace Claque.Text.Copies;

/// <summary>Which texts have a shingle in common, and where: for every shingle in two texts or more the list of its places.</summary>
/// <remarks>
/// Built in parts by the top bits of the hash, each sorted by digits. While it is built it takes 16 bytes for every shingle kept
/// (every word, at window 1); afterwards 12 bytes for every place of a shared shingle and 4 a text.
/// </remarks>
public sealed class ShingleIndex
{
    private const int PartBits = 6, Parts = 1 << PartBits, TextsAtOnce = 64;
    private const int LastFlag = 1 << 31, CappedFlag = 1 << 30, RareFlag = 1 << 29, TextMask = RareFlag - 1;

    /// <summary>A shingle in so few places is rare: alone it is reason enough to compare two texts.</summary>
    private const int RarePlaces = 3;

    private readonly int[] _texts;
    private readonly int[] _places;
    private readonly int[] _ofTextStarts;
    private readonly int[] _ofText;

    private ShingleIndex(List<PartPostings> parts, int texts, int maxTexts)
    {
        Texts = texts;
        MaxTexts = maxTexts;
        var total = parts.Sum(part => (long)part.Texts.Length);
        if (total > Array.MaxLength) throw new Reading.InputException($"The texts have {total:N0} shared runs of words, more than the {Array.MaxLength:N0} that fit. Take fewer texts, or a larger window.");
        (_texts, _places) = (new int[total], new int[total]);
        var at = 0;
        foreach (var part in parts)
        {
            part.Texts.CopyTo(_texts, at);
            part.Places.CopyTo(_places, at);
            at += part.Texts.Length;
            Capped += part.Capped;
        }

        (_ofTextStarts, _ofText) = ByText();
    }

    /// <summary>Number of texts.</summary>
    public int Texts { get; }

    /// <summary>A shingle in more texts than this ties a text to the next <see cref="Reach"/> only.</summary>
    public int MaxTexts { get; }

    /// <summary>Shingles that stand in more texts than that.</summary>
    public int Capped { get; }

    /// <summary>How many following texts a shingle in very many texts ties a text to.</summary>
    public static int Reach => 8;

    /// <summary>Number of places of shared shingles.</summary>
    public int Count => _texts.Length;

    /// <summary>Indexes whole texts.</summary>
    /// <inheritdoc cref="Of(int, Func{int, string}, Func{int, ImmutableArray{TextSpan}}, ShingleOptions, IProgress{StageProgress}?, CancellationToken)"/>
    public static ShingleIndex Of(int texts, Func<int, string> textOf, ShingleOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default) =>
        Of(texts, textOf, text => [new TextSpan(0, textOf(text).Length)], options, progress, stop);

    /// <summary>Reads all texts and indexes their shingles. The same at any number of threads.</summary>
    /// <param name="texts">Number of texts, below 2²⁹.</param>
    /// <param name="textOf">Gives a text; called from several threads.</param>
    /// <param name="partsOf">Gives the spans of a text whose words count, in order and without overlap; the places of others are not counted.</param>
    /// <param name="options">What is kept.</param>
    public static ShingleIndex Of(int texts, Func<int, string> textOf, Func<int, ImmutableArray<TextSpan>> partsOf, ShingleOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(textOf);
        ArgumentNullException.ThrowIfNull(partsOf);
        ArgumentNullException.ThrowIfNull(options);
        var buckets = Enumerable.Range(0, Parts).Select(_ => new ShingleBucket()).ToArray();
        var scratches = new ConcurrentBag<ShingleScratch>();
        var done = 0;
        Parallel.For(0, (texts + TextsAtOnce - 1) / TextsAtOnce, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, chunk =>
        {
            if (!scratches.TryTake(out var scratch)) scratch = new ShingleScratch(Parts);
            var end = Math.Min(texts, (chunk + 1) * TextsAtOnce);
            for (var text = chunk * TextsAtOnce; text < end; text++) scratch.Add(text, textOf(text), partsOf(text).AsSpan(), options, PartBits);
            scratch.MoveTo(buckets);
            scratches.Add(scratch);
            progress?.Report(new StageProgress("fingerprints", Interlocked.Add(ref done, end - chunk * TextsAtOnce), texts));
        });

        var parts = new PartPostings[Parts];
        Parallel.For(0, Parts, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, part => parts[part] = PartPostings.Of(buckets[part].Take(), PartBits, options.MaxTexts));
        return new ShingleIndex([.. parts], texts, options.MaxTexts);
    }

    /// <summary>Places of shared shingles in a text, in order of place; to be passed to the other methods.</summary>
    internal ReadOnlySpan<int> EntriesOf(int text) => _ofText.AsSpan(_ofTextStarts[text], _ofTextStarts[text + 1] - _ofTextStarts[text]);

    /// <summary>The word at which an entry begins.</summary>
    internal int PlaceOf(int entry) => _places[entry];

    /// <summary>Goes to the next entry of the same shingle; false behind the last, or beyond reach of the first.</summary>
    internal bool Next(int first, ref int entry, out int text)
    {
        text = 0;
        if ((_texts[entry] & LastFlag) != 0) return false;
        entry++;
        text = _texts[entry] & TextMask;
        return (_texts[first] & CappedFlag) == 0 || entry - first <= Reach;
    }

    /// <summary>The texts that have the shingle of an entry, each once, rising.</summary>
    internal IEnumerable<int> TextsWith(int entry)
    {
        while (entry > 0 && (_texts[entry - 1] & LastFlag) == 0) entry--;
        for (var last = -1; ; entry++)
        {
            if ((_texts[entry] & TextMask) != last) yield return last = _texts[entry] & TextMask;
            if ((_texts[entry] & LastFlag) != 0) yield break;
        }
    }

    /// <summary>True when the shingle of an entry stands in very few places.</summary>
    internal bool IsRare(int entry) => (_texts[entry] & RareFlag) != 0;

    internal static int Posting(int text, bool isLast, bool isCapped, int places) =>
        text | (isLast ? LastFlag : 0) | (isCapped ? CappedFlag : 0) | (places <= RarePlaces ? RareFlag : 0);

    // Entries by text, in order of place.
    private (int[] Starts, int[] Entries) ByText()
    {
        var starts = new int[Texts + 1];
        foreach (var text in _texts) starts[(text & TextMask) + 1]++;
        for (var text = 0; text < Texts; text++) starts[text + 1] += starts[text];
        var entries = new int[_texts.Length];
        var next = starts.ToArray();
        for (var entry = 0; entry < _texts.Length; entry++) entries[next[_texts[entry] & TextMask]++] = entry;
        Parallel.For(0, Texts, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, text =>
        {
            var mine = entries.AsSpan(starts[text], starts[text + 1] - starts[text]);
            var places = new int[mine.Length];
            for (var i = 0; i < mine.Length; i++) places[i] = _places[mine[i]];
            places.AsSpan().Sort(mine);
        });
        return (starts, entries);
    }
}
