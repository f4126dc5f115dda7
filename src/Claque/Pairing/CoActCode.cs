using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Claque.Pairing;

/// <summary>What a co-act adds to the measures of its pair, in 8 bytes that are in order of the gap.</summary>
internal static class CoActCode
{
    private const int FlagBits = 4;
    private const long RowFirst = 1, PartnerFirst = 2, NewOwn = 4, NewOther = 8;

    /// <summary>Makes a code.</summary>
    /// <param name="gapUs">The partner's time minus the row's, microseconds.</param>
    /// <param name="isNewOwn">True for the first co-act of the partner with this act of the row.</param>
    /// <param name="isNewOther">True for the first co-act of the row with this act of the partner.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(long gapUs, bool isNewOwn, bool isNewOther)
    {
        var sign = gapUs >> 63;
        return (((gapUs ^ sign) - sign) << FlagBits) | (sign & PartnerFirst) | (gapUs > 0 ? RowFirst : 0) | (isNewOwn ? NewOwn : 0) | (isNewOther ? NewOther : 0);
    }

    /// <summary>Adds up the co-acts of a pair.</summary>
    /// <param name="codes">One code or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CoActSums Sum(ReadOnlySpan<long> codes)
    {
        var (gaps, row, partner, own, other) = (Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero);
        ref var first = ref MemoryMarshal.GetReference(codes);
        var at = 0;
        for (; at + Vector512<long>.Count <= codes.Length; at += Vector512<long>.Count)
        {
            var some = Vector512.LoadUnsafe(ref first, (nuint)at);
            gaps += Vector512.ShiftRightArithmetic(some, FlagBits);
            row += some & Vector512.Create(RowFirst);
            partner += some & Vector512.Create(PartnerFirst);
            own += some & Vector512.Create(NewOwn);
            other += some & Vector512.Create(NewOther);
        }

        var sums = (Gaps: 0L, Row: 0L, Partner: 0L, Own: 0L, Other: 0L);
        if (at > 0) sums = (Vector512.Sum(gaps), Vector512.Sum(row), Vector512.Sum(partner), Vector512.Sum(own), Vector512.Sum(other));
        for (; at < codes.Length; at++)
        {
            var code = codes[at];
            sums = (sums.Gaps + (code >> FlagBits), sums.Row + (code & RowFirst), sums.Partner + (code & PartnerFirst), sums.Own + (code & NewOwn), sums.Other + (code & NewOther));
        }

        return new CoActSums(sums.Gaps, sums.Row / RowFirst, sums.Partner / PartnerFirst, (int)(sums.Own / NewOwn), (int)(sums.Other / NewOther));
    }

    /// <summary>The gap of a code, microseconds.</summary>
    public static long GapUs(long code) => code >> FlagBits;
}

/// <summary>The sums over the co-acts of a pair.</summary>
/// <param name="GapsUs">Sum of the gaps, microseconds.</param>
/// <param name="RowFirst">Co-acts in which the row's act was earlier.</param>
/// <param name="PartnerFirst">Co-acts in which the partner's act was earlier.</param>
/// <param name="OwnActs">Acts of the row in them.</param>
/// <param name="OtherActs">Acts of the partner in them.</param>
internal readonly record struct CoActSums(long GapsUs, long RowFirst, long PartnerFirst, int OwnActs, int OtherActs);
