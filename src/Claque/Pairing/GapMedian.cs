using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Claque.Columns;

namespace Claque.Pairing;

/// <summary>Finds the median gap of a pair from the codes of its co-acts. For one thread.</summary>
/// <remarks>
/// Up to 16 codes are each counted against all others at once. Of more, those about the place where the middle would stand if they were spread evenly are picked out, which
/// leaves some 2√n (the first step of Floyd and Rivest 1975, doi:10.1145/360680.360691, with the place guessed instead of sampled); where that picks too many or misses the middle, they are parted about pivots.
/// Without AVX-512 they always are.
/// </remarks>
internal sealed class GapMedian
{
    private const int Few = 16, Lanes = 8;
    private long[] _picked = new long[64];

    /// <summary>The median gap, microseconds: the mean of the middle two when their number is even.</summary>
    /// <param name="codes">One code or more; they may be moved.</param>
    public double Of(Span<long> codes)
    {
        var (lower, upper) = Middle(codes, (codes.Length - 1) / 2, codes.Length / 2);
        return (CoActCode.GapUs(lower) + CoActCode.GapUs(upper)) / 2.0;
    }

    /// <summary>The codes that would stand at two neighbouring places, or twice at one, if they were sorted.</summary>
    private (long Lower, long Upper) Middle(Span<long> codes, int lower, int upper)
    {
        if (!Avx512F.IsSupported || !Vector512.IsHardwareAccelerated) return Parted(codes, lower, upper);
        if (codes.Length <= Few) return MiddleOfFew(codes, lower, upper);
        var (below, picked) = Pick(codes);
        if (lower < below || upper >= below + picked || picked > codes.Length / 2) return Parted(codes, lower, upper);
        var some = _picked.AsSpan(0, picked);
        return picked <= Few ? MiddleOfFew(some, lower - below, upper - below) : Parted(some, lower - below, upper - below);
    }

    private static (long Lower, long Upper) Parted(Span<long> codes, int lower, int upper)
    {
        var above = Selection.Nth(codes, upper);
        return (lower == upper ? above : Selection.Nth(codes[..upper], lower), above);
    }

    /// <summary>For each code how many are below it: the largest with at most n below stands at place n.</summary>
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

    /// <summary>Picks out the codes about the place where the middle would be, and counts those below.</summary>
    private (int Below, int Picked) Pick(ReadOnlySpan<long> codes)
    {
        if (_picked.Length < codes.Length + Lanes) _picked = new long[2 * codes.Length + Lanes];
        var (least, most) = Ends(codes);
        var spread = (long)((most - least) / Math.Sqrt(codes.Length));
        var (from, to) = (Vector512.Create(least + (most - least) / 2 - spread), Vector512.Create(least + (most - least) / 2 + spread));
        ref var first = ref MemoryMarshal.GetReference(codes);
        ref var picked = ref MemoryMarshal.GetArrayDataReference(_picked);
        var (below, count, at) = (0, 0, 0);
        for (; at + Lanes <= codes.Length; at += Lanes)
        {
            var some = Vector512.LoadUnsafe(ref first, (nuint)at);
            var isBelow = Vector512.LessThan(some, from);
            var wanted = Vector512.LessThanOrEqual(some, to) & ~isBelow;
            Avx512F.Compress(Vector512<long>.Zero, wanted, some).StoreUnsafe(ref picked, (nuint)count);
            count += BitOperations.PopCount(wanted.ExtractMostSignificantBits());
            below += BitOperations.PopCount(isBelow.ExtractMostSignificantBits());
        }

        for (; at < codes.Length; at++)
        {
            var isBelow = codes[at] < from[0];
            _picked[count] = codes[at];
            count += !isBelow && codes[at] <= to[0] ? 1 : 0;
            below += isBelow ? 1 : 0;
        }

        return (below, count);
    }

    private static (long Least, long Most) Ends(ReadOnlySpan<long> codes)
    {
        ref var first = ref MemoryMarshal.GetReference(codes);
        var (least, most) = (Vector512.LoadUnsafe(ref first), Vector512.LoadUnsafe(ref first));
        for (var at = Lanes; at + Lanes <= codes.Length; at += Lanes)
        {
            var some = Vector512.LoadUnsafe(ref first, (nuint)at);
            (least, most) = (Vector512.Min(least, some), Vector512.Max(most, some));
        }

        var last = Vector512.LoadUnsafe(ref first, (nuint)(codes.Length - Lanes));
        (least, most) = (Vector512.Min(least, last), Vector512.Max(most, last));
        var (low, high) = (least[0], most[0]);
        for (var lane = 1; lane < Lanes; lane++) (low, high) = (Math.Min(low, least[lane]), Math.Max(high, most[lane]));
        return (low, high);
    }
}
