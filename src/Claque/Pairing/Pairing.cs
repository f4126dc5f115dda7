using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Claque.Reading;
using Claque.Thinning;
using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>The pairs of one behaviour at every window, with a way to their co-acts.</summary>
public sealed class PairedTrace
{
    private readonly ImmutableArray<ActIndex> _indexes;

    /// <param name="trace">The acts paired.</param>
    /// <param name="indexes">Their indexes, each for some of the windows, narrowest first.</param>
    /// <param name="windows">The pairs at each window.</param>
    internal PairedTrace(Trace trace, ImmutableArray<ActIndex> indexes, ImmutableArray<Pairs> windows) => (Trace, _indexes, Windows) = (trace, indexes, windows);

    /// <summary>The same pairs as those of a trace of which the acts paired were a part.</summary>
    internal PairedTrace Of(Trace whole, ImmutableArray<LeftOut> leftOut) =>
        new(whole, _indexes, [.. Windows.Zip(leftOut, (pairs, left) => pairs with { LeftOut = left })]);

    /// <summary>The acts that were paired.</summary>
    public Trace Trace { get; }

    /// <summary>The pairs at each window, narrowest first.</summary>
    public ImmutableArray<Pairs> Windows { get; }

    /// <summary>The co-acts of two accounts at a window, by object, A's time and B's time.</summary>
    /// <param name="a">One account.</param>
    /// <param name="b">The other.</param>
    /// <param name="window">Index into <see cref="Windows"/>.</param>
    /// <param name="limit">At most so many.</param>
    /// <remarks>Costs the acts of the account with fewer of them.</remarks>
    public IReadOnlyList<CoAct> CoActs(int a, int b, int window, int limit = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        foreach (var index in _indexes)
        {
            if (window < index.WindowsUs.Length)
                return index.RankOf(a) is var rankA && index.RankOf(b) is var rankB && rankA >= 0 && rankB >= 0 ? new PairCoActs(index).Of(rankA, rankB, window, limit) : [];
            window -= index.WindowsUs.Length;
        }

        throw new ArgumentOutOfRangeException(nameof(window));
    }
}

/// <summary>Finds the accounts that acted on the same objects within a window.</summary>
public static class Pairing
{
    private const long ScansPerChunk = 1 << 21;

    /// <summary>
    /// All pairs of accounts with at least the smallest weight: exact counts of every pair of acts of different accounts on one
    /// object with |Δt| ≤ window.
    /// </summary>
    /// <remarks>
    /// Sorting is linear in the acts; counting costs the acts inside the windows of each act; measuring costs the co-acts of the pairs
    /// that are kept. Memory: 16 bytes an act, 24 more an act that can be part of a pair, 16 bytes an account and thread, 4 to 16 MB
    /// of co-acts a thread (more where one pair has more), and the pairs kept, twice while they are sorted.
    /// </remarks>
    public static PairedTrace Within(
        Corpus corpus, Trace trace, PairOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        var stage = $"pairing {trace.Behaviour}";
        progress?.Report(new StageProgress(stage, 0, null));
        var (indexes, windows) = (new List<ActIndex>(), new List<Pairs>());
        foreach (var alike in WithTheSameActs(corpus, trace, options))
        {
            var index = ActIndex.Of(corpus, trace, alike, stop);
            var found = new Pair[alike.Windows.Length][][];
            for (var w = 0; w < found.Length; w++) found[w] = new Pair[Chunks(index).Count][];
            ForEachChunk(
                index, alike, RowScan.Widest,
                (chunk, pairs) =>
                {
                    for (var w = 0; w < found.Length; w++) found[w][chunk] = [.. pairs[w]];
                },
                progress, stage, stop);
            indexes.Add(index);
            windows.AddRange(alike.Windows.Select((window, w) => new Pairs(trace.Behaviour, window, Sorted(found[w], corpus.Accounts.Count), index.LeftOut)));
        }

        return new PairedTrace(trace, [.. indexes], [.. windows]);
    }

    /// <summary>Runs of windows for which the same acts have a clock that is fine enough; nearly always one.</summary>
    private static IEnumerable<PairOptions> WithTheSameActs(Corpus corpus, Trace trace, PairOptions options)
    {
        var has = new bool[Enum.GetValues<TimePrecision>().Length];
        foreach (var post in trace.Posts) has[(int)corpus.Posts.Precisions[post]] = true;
        return options.Windows
            .GroupBy(window => Enum.GetValues<TimePrecision>().Count(clock => has[(int)clock] && clock.NarrowestWindow <= window))
            .Select(alike => options with { Windows = [.. alike] });
    }

    /// <summary>The same from thinned-out acts: what pairing all of them gives.</summary>
    public static PairedTrace Within(
        Corpus corpus, ThinTrace thin, PairOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(thin);
        return Within(corpus, thin.ForPairs, options, progress, stop).Of(thin.Whole, thin.PairsLeftOut);
    }

    /// <summary>
    /// Hands on the pairs of each chunk of rows, one list for each window, which hold them until the call returns; chunks come in any
    /// order and from several threads.
    /// </summary>
    internal static void ForEachChunk(
        ActIndex index, PairOptions options, RowScan.Lanes lanes, Action<int, List<Pair>[]> take, IProgress<StageProgress>? progress, string stage, CancellationToken stop)
    {
        var chunks = Chunks(index);
        using var workers = new ThreadLocal<(PairKernel Kernel, List<Pair>[] Pairs)>(() =>
            (new PairKernel(index, options.MinWeight, lanes), [.. options.Windows.Select(_ => new List<Pair>())]));
        var done = 0L;
        Parallel.For(0, chunks.Count, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = options.ThreadCount }, c =>
        {
            var (kernel, pairs) = workers.Value;
            foreach (var ofWindow in pairs) ofWindow.Clear();
            for (var row = chunks[c].From; row < chunks[c].To; row++) kernel.Count(row, pairs);
            take(c, pairs);
            progress?.Report(new StageProgress(stage, Interlocked.Add(ref done, chunks[c].To - chunks[c].From), index.RankCount));
        });
    }

    /// <summary>Runs of rows with about as much to look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<(int From, int To)> Chunks(ActIndex index)
    {
        var chunks = new List<(int, int)>();
        var (from, scans) = (0, 0L);
        for (var row = 0; row < index.RankCount; row++)
        {
            foreach (var span in index.SpansOf(row)) scans += span.To - span.From;
            if (scans < ScansPerChunk && row + 1 < index.RankCount) continue;
            chunks.Add((from, row + 1));
            (from, scans) = (row + 1, 0);
        }

        return chunks;
    }

    /// <summary>The pairs by (A, B): each to the place of its A, then those of one A by B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ImmutableArray<Pair> Sorted(Pair[][] chunks, int accountCount)
    {
        var starts = new int[accountCount + 1];
        foreach (var chunk in chunks)
            foreach (ref readonly var pair in chunk.AsSpan()) starts[pair.A + 1]++;
        for (var a = 0; a < accountCount; a++) starts[a + 1] = checked(starts[a] + starts[a + 1]);

        var pairs = GC.AllocateUninitializedArray<Pair>(starts[^1]);
        var next = starts[..^1];
        foreach (var chunk in chunks)
            foreach (ref readonly var pair in chunk.AsSpan()) pairs[next[pair.A]++] = pair;
        var (keys, unsorted) = (Array.Empty<long>(), Array.Empty<Pair>());
        for (var a = 0; a < accountCount; a++)
        {
            var ofA = pairs.AsSpan(starts[a]..starts[a + 1]);
            if (ofA.Length < 2) continue;
            if (keys.Length < ofA.Length) (keys, unsorted) = (new long[2 * ofA.Length], new Pair[2 * ofA.Length]);
            SortByB(ofA, keys.AsSpan(0, ofA.Length), unsorted);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(pairs);
    }

    /// <summary>Sorts by B: numbers of 8 bytes are put in order first, and each pair of 64 is moved once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortByB(Span<Pair> pairs, Span<long> keys, Span<Pair> unsorted)
    {
        for (var i = 0; i < keys.Length; i++) keys[i] = ((long)pairs[i].B << 32) | (uint)i;
        keys.Sort();
        pairs.CopyTo(unsorted);
        for (var i = 0; i < keys.Length; i++) pairs[i] = unsorted[(int)keys[i]];
    }
}
