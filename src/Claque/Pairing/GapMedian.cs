using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Claque.Columns;

namespace Claque.Pairing;

/// <summary>Finds the median gap of a pair from the codes of its co-acts. For one thread.</summary>
/// <remarks>
/// Up to 16 codes are each counted against all others at once. Of more, those between two codes of a sample that are likely to hold the middle between them are picked out, again until few are left
/// (Floyd and Rivest 1975, doi:10.1145/360680.360691); where the middle lies outside, or many codes are alike, they are parted about pivots. Without AVX-512 they always are.
/// </remarks>
internal sealed class GapMedian
{
    private const int Few = 16, Lanes = 8;

    /// <summary>Places in a sample of 16 between which the median of all lies but for some 3 % of the time.</summary>
    private const int SampleFrom = 4, SampleTo = 11;

    private long[] _picked = new long[64], _next = new long[64];

    /// <summary>The median gap, microseconds: the mean of the middle two when their number is even.</summary>
    /// <param name="codes">One code or more; they may be moved.</param>
    public double Of(Span<long> codes)
    {
        var (lower, upper) = Middle(codes, (codes.Length - 1) / 2, codes.Length / 2);
        return (CoActCode.GapUs(lower) + CoActCode.GapUs(upper)) / 2.0;
    }

    /// <summary>The codes that would stand at two neighbouring places, or twice at one, if they were sorted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (long Lower, long Upper) Middle(Span<long> codes, int lower, int upper)
    {
        if (!Avx512F.IsSupported || !Vector512.IsHardwareAccelerated) return Parted(codes, lower, upper);
        Span<long> sample = stackalloc long[Few];
        while (codes.Length > Few)
        {
            for (var i = 0; i < Few; i++) sample[i] = codes[codes.Length / Few * i];
            if (_next.Length < codes.Length + Lanes) _next = new long[2 * codes.Length + Lanes];
            var (below, picked) = Pick(codes, MiddleOfFew(sample, SampleFrom, SampleTo), _next);
            if (lower < below || upper >= below + picked || picked > codes.Length * 7L / 8) return Parted(codes, lower, upper);
            (_picked, _next) = (_next, _picked);
            codes = _picked.AsSpan(0, picked);
            (lower, upper) = (lower - below, upper - below);
        }

        return MiddleOfFew(codes, lower, upper);
    }

    private static (long Lower, long Upper) Parted(Span<long> codes, int lower, int upper)
    {
        var above = Selection.Nth(codes, upper);
        return (lower == upper ? above : Selection.Nth(codes[..upper], lower), above);
    }

    /// <summary>For each code how many are below it: the largest with at most n below stands at place n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Lower, long Upper) MiddleOfFew(ReadOnlySpan<long> codes, int lower, int upper)
    {
        Span<long> padded = stackalloc long[Few];
        padded.Fill(long.MaxValue);
        codes.CopyTo(padded);
        ref var first = ref MemoryMarshal.GetReference(padded);
        var (front, back) = (Vector512.LoadUnsafe(ref first), Vector512.LoadUnsafe(ref first, Lanes));
        var (belowFront, belowBack) = (Vector512<long>.Zero, Vector512<long>.Zero);
        foreach (var code in codes)
        {
            var one = Vector512.Create(code);
            belowFront -= Vector512.LessThan(one, front);
            belowBack -= Vector512.LessThan(one, back);
        }

        return (At(lower), At(upper));

        long At(int place)
        {
            var most = Vector512.Create((long)place);
            var reached = Vector512.Max(
                Vector512.ConditionalSelect(Vector512.LessThanOrEqual(belowFront, most), front, Vector512<long>.Zero),
                Vector512.ConditionalSelect(Vector512.LessThanOrEqual(belowBack, most), back, Vector512<long>.Zero));
            var quarter = Vector256.Max(reached.GetLower(), reached.GetUpper());
            var eighth = Vector128.Max(quarter.GetLower(), quarter.GetUpper());
            return Math.Max(eighth[0], eighth[1]);
        }
    }

    /// <summary>Picks out the codes between two, both included, and counts those below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Below, int Picked) Pick(ReadOnlySpan<long> codes, (long From, long To) ends, long[] to)
    {
        var (from, last) = (Vector512.Create(ends.From), Vector512.Create(ends.To));
        ref var first = ref MemoryMarshal.GetReference(codes);
        ref var picked = ref MemoryMarshal.GetArrayDataReference(to);
        var (below, count, at) = (0, 0, 0);
        for (; at + Lanes <= codes.Length; at += Lanes)
        {
            var some = Vector512.LoadUnsafe(ref first, (nuint)at);
            var isBelow = Vector512.LessThan(some, from);
            var wanted = Vector512.LessThanOrEqual(some, last) & ~isBelow;
            Avx512F.Compress(Vector512<long>.Zero, wanted, some).StoreUnsafe(ref picked, (nuint)count);
            count += BitOperations.PopCount(wanted.ExtractMostSignificantBits());
            below += BitOperations.PopCount(isBelow.ExtractMostSignificantBits());
        }

        for (; at < codes.Length; at++)
        {
            to[count] = codes[at];
            count += codes[at] >= ends.From && codes[at] <= ends.To ? 1 : 0;
            below += codes[at] < ends.From ? 1 : 0;
        }

        return (below, count);
    }
}
