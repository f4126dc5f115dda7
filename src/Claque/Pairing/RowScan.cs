using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Claque.Pairing;

/// <summary>Picks, from a run of acts, those of accounts below a rank: eight at a time where the processor can (AVX2), else one by one. Both find the same, in order.</summary>
/// <remarks>Sixteen at a time (AVX-512) was no faster where windows hold few acts, and a tenth faster where they hold thousands.</remarks>
internal static class RowScan
{
    /// <summary>Readable items that must follow the last act, and writable ones the last that is found.</summary>
    public const int Padding = 8;

    /// <summary>The widest way that this processor has.</summary>
    public static Lanes Widest { get; } = Avx2.IsSupported ? Lanes.Eight : Lanes.One;

    /// <summary>How many acts are looked at in one go.</summary>
    internal enum Lanes
    {
        One,
        Eight,
    }

    /// <summary>The ranks below <paramref name="row"/> among a run of acts, those found for the first time apart from others.</summary>
    /// <param name="ranks">Per act: rank of its account.</param>
    /// <param name="previous">Per act: the one before it of the same account on the same object.</param>
    /// <param name="run">The acts looked at, of one reach.</param>
    /// <param name="fresh">Acts before it have been found already.</param>
    /// <param name="runFrom">Where the run of touching windows begins: who acted from there on has been found already.</param>
    /// <param name="row">Ranks from here on are left out.</param>
    /// <param name="found">Takes each found for the first time; longer than the run by <see cref="Padding"/>.</param>
    /// <param name="again">Takes the rest; as long.</param>
    /// <param name="lanes">How.</param>
    /// <returns>How many there are of either.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int Found, int Again) Partners(
        int[] ranks, int[] previous, (int From, int To) run, int fresh, int runFrom, int row, Span<int> found, Span<int> again, Lanes lanes)
    {
        Require(ranks, run, found);
        Require(previous, run, again);
        ref var rank = ref MemoryMarshal.GetArrayDataReference(ranks);
        ref var before = ref MemoryMarshal.GetArrayDataReference(previous);
        ref var to = ref MemoryMarshal.GetReference(found);
        ref var toAgain = ref MemoryMarshal.GetReference(again);
        var (count, countAgain) = (0, 0);
        var act = run.From;
        switch (lanes)
        {
            case Lanes.Eight:
                for (; act < run.To; act += 8)
                {
                    var some = Vector256.LoadUnsafe(ref rank, (nuint)act);
                    var below = Vector256.LessThan(some, Vector256.Create(row)) & Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(run.To - act));
                    var isNew = below & Vector256.LessThan(Vector256.LoadUnsafe(ref before, (nuint)act), Vector256.Create(runFrom))
                        & Vector256.GreaterThanOrEqual(Vector256<int>.Indices, Vector256.Create(fresh - act));
                    count = Compress(some, isNew, ref to, count);
                    var others = below ^ isNew;
                    if (others != Vector256<int>.Zero) countAgain = Compress(some, others, ref toAgain, countAgain);
                }

                return (count, countAgain);
            default:
                for (; act < run.To; act++)
                {
                    if (ranks[act] >= row) continue;
                    if (act >= fresh && previous[act] < runFrom) found[count++] = ranks[act];
                    else again[countAgain++] = ranks[act];
                }

                return (count, countAgain);
        }
    }

    /// <summary>The acts of accounts below a rank, among a run of acts.</summary>
    /// <returns>How many were found.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int ActsBelow(int[] ranks, (int From, int To) run, int row, Span<int> found, Lanes lanes)
    {
        Require(ranks, run, found);
        ref var rank = ref MemoryMarshal.GetArrayDataReference(ranks);
        ref var to = ref MemoryMarshal.GetReference(found);
        var count = 0;
        var act = run.From;
        switch (lanes)
        {
            case Lanes.Eight:
                for (; act < run.To; act += 8)
                {
                    var wanted = Vector256.LessThan(Vector256.LoadUnsafe(ref rank, (nuint)act), Vector256.Create(row)) & Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(run.To - act));
                    count = Compress(Vector256<int>.Indices + Vector256.Create(act), wanted, ref to, count);
                }

                return count;
            default:
                for (; act < run.To; act++)
                {
                    Unsafe.Add(ref to, count) = act;
                    count += ranks[act] < row ? 1 : 0;
                }

                return count;
        }
    }

    /// <summary>For each of the 256 masks the lanes that it holds, at the front.</summary>
    private static readonly int[] LanesOfMask =
    [
        .. Enumerable.Range(0, 256).SelectMany(mask =>
        {
            var held = Enumerable.Range(0, 8).Where(lane => (mask >> lane & 1) == 1).ToList();
            return held.Concat(new int[8 - held.Count]);
        }),
    ];

    /// <summary>Writes the wanted ones of eight numbers, one after the other, from a place on.</summary>
    /// <returns>The place behind them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Compress(Vector256<int> some, Vector256<int> wanted, ref int to, int count)
    {
        var mask = wanted.ExtractMostSignificantBits();
        if (Avx512F.VL.IsSupported)
        {
            Avx512F.VL.Compress(Vector256<int>.Zero, wanted, some).StoreUnsafe(ref to, (nuint)count);
            return count + BitOperations.PopCount(mask);
        }

        var order = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(LanesOfMask), mask * 8);
        Avx2.PermuteVar8x32(some, order).StoreUnsafe(ref to, (nuint)count);
        return count + BitOperations.PopCount(mask);
    }

    private static void Require(int[] column, (int From, int To) run, Span<int> found)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(run.From);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(run.To, column.Length - Padding);
        ArgumentOutOfRangeException.ThrowIfLessThan(found.Length, run.To - run.From + Padding);
    }
}
