using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Claque.Pairing;

/// <summary>Finds the median gap of a pair from the codes of its co-acts.</summary>
/// <remarks>
/// As many codes as a vector holds are each counted against all others at once. Of more, a gap is guessed that may be the middle one and those up to it are counted, a vector at a time, until the middle lies between two
/// gaps that few codes or one gap are left between: gaps are spread about evenly over the window, so that few guesses are needed, and every other guess halves what is left whatever they are.
/// </remarks>
/// <typeparam name="TCode">See <see cref="CoActCode{TCode}"/>.</typeparam>
internal static class GapMedian<TCode>
    where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>, IMinMaxValue<TCode>
{
    private static int Few => Vector512<TCode>.Count;

    /// <summary>Twice the median gap, ticks: the sum of the middle two when their number is even.</summary>
    /// <param name="codes">One code or more.</param>
    /// <param name="most">No gap is larger.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long TwiceOf(ReadOnlySpan<TCode> codes, long most)
    {
        var (lower, upper) = ((codes.Length - 1) / 2, codes.Length / 2);
        if (codes.Length <= Few) return MiddleOfFew(codes, lower, upper);
        var (from, below, to, upTo) = (0L, 0, most, codes.Length);
        for (var halve = false; from < to; halve = !halve)
        {
            if (upTo - below <= Few) return MiddleBetween(codes, from, to, lower - below, upper - below);
            var guess = halve ? from + (to - from) / 2 : from + (long)((to - from) * ((double)(lower - below) / (upTo - below)));
            var count = CountUpTo(codes, CoActCode<TCode>.Last(guess));
            if (count > upper) (to, upTo) = (guess, count);
            else if (count <= lower) (from, below) = (guess + 1, count);
            else return Beside(codes, CoActCode<TCode>.Last(guess));
        }

        return 2 * from;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountUpTo(ReadOnlySpan<TCode> codes, TCode last)
    {
        ref var first = ref MemoryMarshal.GetReference(codes);
        var wanted = Vector512.Create(last);
        var (count, at) = (0, 0);
        for (; at + Few <= codes.Length; at += Few)
            count += BitOperations.PopCount(Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref first, (nuint)at), wanted).ExtractMostSignificantBits());
        for (; at < codes.Length; at++) count += codes[at] <= last ? 1 : 0;
        return count;
    }

    /// <summary>The sum of the largest gap up to a code and the smallest beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Beside(ReadOnlySpan<TCode> codes, TCode last)
    {
        ref var first = ref MemoryMarshal.GetReference(codes);
        var (below, above, at) = (Vector512<TCode>.Zero, Vector512<TCode>.AllBitsSet, 0);
        for (; at + Few <= codes.Length; at += Few)
        {
            var some = Vector512.LoadUnsafe(ref first, (nuint)at);
            var isBelow = Vector512.LessThanOrEqual(some, Vector512.Create(last));
            (below, above) = (Vector512.Max(below, some & isBelow), Vector512.Min(above, some | isBelow));
        }

        var (largest, smallest) = (Largest(below), ~Largest(~above));
        foreach (var code in codes[at..])
        {
            if (code <= last) largest = TCode.Max(largest, code);
            else smallest = TCode.Min(smallest, code);
        }

        return CoActCode<TCode>.Gap(largest) + CoActCode<TCode>.Gap(smallest);
    }

    /// <summary>Picks out the codes of a range of gaps, which are few, and takes two of them by their places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long MiddleBetween(ReadOnlySpan<TCode> codes, long from, long to, int lower, int upper)
    {
        Span<TCode> picked = stackalloc TCode[2 * Few];
        var (least, last) = (TCode.CreateTruncating(from << CoActCode<TCode>.FlagBits), CoActCode<TCode>.Last(to));
        var (count, at) = (0, 0);
        if (typeof(TCode) == typeof(uint) && Avx512F.IsSupported)
        {
            ref var first = ref MemoryMarshal.GetReference(codes);
            ref var place = ref Unsafe.As<TCode, uint>(ref MemoryMarshal.GetReference(picked));
            for (; at + Few <= codes.Length; at += Few)
            {
                var some = Vector512.LoadUnsafe(ref first, (nuint)at);
                var wanted = Vector512.GreaterThanOrEqual(some, Vector512.Create(least)) & Vector512.LessThanOrEqual(some, Vector512.Create(last));
                Avx512F.Compress(Vector512<uint>.Zero, wanted.AsUInt32(), some.AsUInt32()).StoreUnsafe(ref place, (nuint)count);
                count += BitOperations.PopCount(wanted.ExtractMostSignificantBits());
            }
        }

        foreach (var code in codes[at..])
        {
            picked[count] = code;
            count += code >= least && code <= last ? 1 : 0;
        }

        return MiddleOfFew(picked[..count], lower, upper);
    }

    /// <summary>For each code how many are below it: the largest with at most n below stands at place n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long MiddleOfFew(ReadOnlySpan<TCode> codes, int lower, int upper)
    {
        Span<TCode> padded = stackalloc TCode[Few];
        padded.Fill(TCode.MaxValue);
        codes.CopyTo(padded);
        var all = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(padded));
        var below = Vector512<TCode>.Zero;
        foreach (var code in codes) below -= Vector512.LessThan(Vector512.Create(code), all);
        var low = Largest(Vector512.ConditionalSelect(Vector512.LessThanOrEqual(below, Vector512.Create(TCode.CreateTruncating(lower))), all, Vector512<TCode>.Zero));
        if (lower == upper) return 2 * CoActCode<TCode>.Gap(low);
        return CoActCode<TCode>.Gap(low) + CoActCode<TCode>.Gap(Largest(Vector512.ConditionalSelect(Vector512.LessThanOrEqual(below, Vector512.Create(TCode.CreateTruncating(upper))), all, Vector512<TCode>.Zero)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TCode Largest(Vector512<TCode> codes)
    {
        var half = Vector256.Max(codes.GetLower(), codes.GetUpper());
        var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        var largest = quarter[0];
        for (var i = 1; i < Vector128<TCode>.Count; i++) largest = TCode.Max(largest, quarter[i]);
        return largest;
    }
}
