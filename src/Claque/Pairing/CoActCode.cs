using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Claque.Pairing;

/// <summary>What a co-act adds to the measures of its pair, in a number that is in order of the gap: the gap in ticks, and three flags below it.</summary>
/// <typeparam name="TCode">uint, or ulong where the gaps can have more than <see cref="GapBits"/> bits.</typeparam>
internal static class CoActCode<TCode>
    where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>
{
    /// <summary>Flags below the gap.</summary>
    public const int FlagBits = 3;

    /// <summary>The partner was first; the new act of the row; the new act of the partner.</summary>
    public const int PartnerFirst = 1, NewOwn = 2, NewOther = 4;

    /// <summary>Bits that there are for a gap.</summary>
    public static int GapBits => 8 * Unsafe.SizeOf<TCode>() - FlagBits;

    /// <summary>Makes a code.</summary>
    /// <param name="gap">The partner's time minus the row's, ticks.</param>
    /// <param name="isNewOwn">True for the first co-act of the partner with this act of the row.</param>
    /// <param name="isNewOther">True for the first co-act of the row with this act of the partner.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TCode Of(long gap, bool isNewOwn, bool isNewOther)
    {
        var sign = gap >> 63;
        return TCode.CreateTruncating((((gap ^ sign) - sign) << FlagBits) | (sign & PartnerFirst) | (isNewOwn ? (long)NewOwn : 0) | (isNewOther ? (long)NewOther : 0));
    }

    /// <summary>The gap of a code, ticks.</summary>
    public static long Gap(TCode code) => long.CreateTruncating(code >>> FlagBits);

    /// <summary>The largest code of a gap.</summary>
    public static TCode Last(long gap) => TCode.CreateTruncating((gap << FlagBits) | ((1 << FlagBits) - 1));

    /// <summary>Adds up the co-acts of a pair.</summary>
    /// <param name="codes">One code or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CoActSums Sum(ReadOnlySpan<TCode> codes)
    {
        var (gaps, nonZero, partner, own, other) = (Vector512<ulong>.Zero, 0, Vector512<TCode>.Zero, Vector512<TCode>.Zero, Vector512<TCode>.Zero);
        ref var first = ref MemoryMarshal.GetReference(codes);
        var at = 0;
        for (; at + Vector512<TCode>.Count <= codes.Length; at += Vector512<TCode>.Count)
        {
            var some = Vector512.LoadUnsafe(ref first, (nuint)at);
            var gap = some >>> FlagBits;
            gaps += typeof(TCode) == typeof(uint) ? (gap.AsUInt64() & Vector512.Create((ulong)uint.MaxValue)) + (gap.AsUInt64() >>> 32) : gap.AsUInt64();
            nonZero += Vector512<TCode>.Count - BitOperations.PopCount(Vector512.Equals(gap, Vector512<TCode>.Zero).ExtractMostSignificantBits());
            partner += some & Vector512.Create(TCode.CreateTruncating(PartnerFirst));
            own += some & Vector512.Create(TCode.CreateTruncating(NewOwn));
            other += some & Vector512.Create(TCode.CreateTruncating(NewOther));
        }

        var sums = (Gaps: 0L, Partner: 0L, Own: 0L, Other: 0L);
        if (at > 0) sums = ((long)Vector512.Sum(gaps), Total(partner), Total(own), Total(other));
        for (; at < codes.Length; at++)
        {
            var (code, gap) = (long.CreateTruncating(codes[at]), Gap(codes[at]));
            nonZero += gap != 0 ? 1 : 0;
            sums = (sums.Gaps + gap, sums.Partner + (code & PartnerFirst), sums.Own + (code & NewOwn), sums.Other + (code & NewOther));
        }

        return new CoActSums(sums.Gaps, nonZero - sums.Partner / PartnerFirst, sums.Partner / PartnerFirst, (int)(sums.Own / NewOwn), (int)(sums.Other / NewOther));
    }

    private static long Total(Vector512<TCode> counts) => long.CreateTruncating(Vector512.Sum(counts));
}

/// <summary>The sums over the co-acts of a pair.</summary>
/// <param name="Gaps">Sum of the gaps, ticks.</param>
/// <param name="RowFirst">Co-acts in which the row's act was earlier.</param>
/// <param name="PartnerFirst">Co-acts in which the partner's act was earlier.</param>
/// <param name="OwnActs">Acts of the row in them.</param>
/// <param name="OtherActs">Acts of the partner in them.</param>
internal readonly record struct CoActSums(long Gaps, long RowFirst, long PartnerFirst, int OwnActs, int OtherActs);
