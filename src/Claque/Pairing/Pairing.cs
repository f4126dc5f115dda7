using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Claque.Thinning;
using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>The pairs of one behaviour at every window, with a way to their co-acts.</summary>
public sealed class PairedTrace
{
    private readonly ActIndex _index;
    private readonly Dictionary<int, int> _rankOf;

    internal PairedTrace(Trace trace, ActIndex index, ImmutableArray<Pairs> windows)
    {
        (Trace, _index, Windows) = (trace, index, windows);
        _rankOf = new Dictionary<int, int>(index.RankCount);
        for (var rank = 0; rank < index.RankCount; rank++) _rankOf.Add(index.AccountOfRank[rank], rank);
    }

    /// <summary>The same pairs as those of a trace of which the acts paired were a part.</summary>
    internal PairedTrace Of(Trace whole, ImmutableArray<LeftOut> leftOut) =>
        new(whole, _index, [.. Windows.Zip(leftOut, (pairs, left) => pairs with { LeftOut = left })]);

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
    public IReadOnlyList<CoAct> CoActs(int a, int b, int window, int limit = int.MaxValue) =>
        _rankOf.TryGetValue(a, out var rankA) && _rankOf.TryGetValue(b, out var rankB)
            ? new PairMeasure(_index).CoActs(rankA, rankB, window, limit)
            : [];
}

/// <summary>Finds the accounts that acted on the same objects within a window.</summary>
public static class Pairing
{
    /// <summary>
    /// All pairs of accounts with at least the smallest weight: exact counts of every pair of acts of different accounts on one
    /// object with |Δt| ≤ window, for all windows in one pass.
    /// </summary>
    /// <remarks>
    /// Sorting is linear in the acts; counting costs the acts inside the windows of each act; measuring costs, per kept pair, the
    /// acts of its less active account. Memory: 32 bytes an act, 8 bytes an account and thread, and the pairs kept.
    /// </remarks>
    public static PairedTrace Within(
        Corpus corpus, Trace trace, PairOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        var stage = $"pairing {trace.Behaviour}";
        progress?.Report(new StageProgress(stage, 0, null));
        var index = ActIndex.Of(corpus, trace, options, stop);
        var together = new PairKernel(index, options.MinWeight).Run(progress, stage, stop);
        return new PairedTrace(trace, index, Measure(trace, index, options, together, stop));
    }

    /// <summary>The same from thinned-out acts: what pairing all of them gives.</summary>
    public static PairedTrace Within(
        Corpus corpus, ThinTrace thin, PairOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(thin);
        return Within(corpus, thin.ForPairs, options, progress, stop).Of(thin.Whole, thin.PairsLeftOut);
    }

    private static ImmutableArray<Pairs> Measure(
        Trace trace, ActIndex index, PairOptions options, (int Row, int Partner)[] together, CancellationToken stop)
    {
        const int block = 4096;
        var windows = options.Windows.Length;
        var blocks = new List<Pair>[(together.Length + block - 1) / block][];
        using var measures = new ThreadLocal<PairMeasure>(() => new PairMeasure(index));
        Parallel.For(0, blocks.Length, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, n =>
        {
            var kept = Enumerable.Range(0, windows).Select(_ => new List<Pair>()).ToArray();
            Span<Pair?> perWindow = new Pair?[windows];
            foreach (var (row, partner) in together.AsSpan(n * block, Math.Min(block, together.Length - n * block)))
            {
                measures.Value!.AtAll(row, partner, options.MinWeight, perWindow);
                for (var w = 0; w < windows; w++)
                    if (perWindow[w] is { } pair) kept[w].Add(pair);
            }

            blocks[n] = kept;
        });

        return
        [
            .. Enumerable.Range(0, windows).Select(w =>
            {
                var items = blocks.SelectMany(kept => kept[w]).ToArray();
                Array.Sort(items, static (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
                return new Pairs(trace.Behaviour, options.Windows[w], ImmutableCollectionsMarshal.AsImmutableArray(items), index.LeftOut[w]);
            }),
        ];
    }
}
