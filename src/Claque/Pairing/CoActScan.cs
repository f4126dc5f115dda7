using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Claque.Pairing;

/// <summary>Measures the pairs of a row with the partners that are kept. For one thread.</summary>
internal interface ICoActScan
{
    /// <summary>Adds the pairs of a row to a list, as many at a time as there is room for their co-acts.</summary>
    /// <param name="row">The row, which the reaches are of.</param>
    /// <param name="partners">The partners that are kept.</param>
    /// <param name="found">Takes the pairs.</param>
    void Measure(int row, ReadOnlySpan<Partner> partners, List<Pair> found);
}

/// <summary>Finds the co-acts of a row with the partners that are kept by going through all acts within its reaches. For one thread.</summary>
/// <param name="index">The acts.</param>
/// <param name="reaches">Those of the row.</param>
/// <param name="counts">A counter for each rank, all 0; so they are when it is done.</param>
/// <param name="lanes">How acts are looked at.</param>
/// <param name="mostCollected">Co-acts collected at a time, if those of one partner are not more: a row with more is gone through again for each lot.</param>
/// <typeparam name="TCode">See <see cref="CoActCode{TCode}"/>.</typeparam>
internal sealed class CoActScan<TCode>(ActIndex index, RowReaches reaches, int[] counts, RowScan.Lanes lanes, int mostCollected) : ICoActScan
    where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>, IMinMaxValue<TCode>
{
    private const int Run = 1024;

    private readonly int[] _acts = new int[Run + RowScan.Padding], _ranks = new int[Run + RowScan.Padding];
    private readonly TCode[] _codes = new TCode[Run + RowScan.Padding];
    private readonly CoActBuffer<TCode> _buffer = new(index, mostCollected);

    /// <inheritdoc/>
    public void Measure(int row, ReadOnlySpan<Partner> partners, List<Pair> found)
    {
        while (!partners.IsEmpty)
        {
            // Place 0 takes the co-acts of all other partners.
            var (some, places) = (0, 1L);
            while (some < partners.Length && (some == 0 || places + partners[some].CoActs <= mostCollected)) places += partners[some++].CoActs;
            _buffer.MakeRoom(checked((int)places));
            MeasureLot(row, partners[..some], found);
            partners = partners[some..];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MeasureLot(int row, ReadOnlySpan<Partner> lot, List<Pair> found)
    {
        var place = 1;
        foreach (ref readonly var partner in lot) (counts[partner.Rank], place) = (place, place + partner.CoActs);
        Collect(row);
        place = 1;
        foreach (ref readonly var partner in lot)
        {
            found.Add(_buffer.Measured(row, partner, place));
            (counts[partner.Rank], place) = (0, place + partner.CoActs);
        }
    }

    /// <summary>Puts each co-act to the place that the counter of its partner holds, if it holds one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Collect(int row)
    {
        var all = reaches.All;
        for (var r = 0; r < all.Length; r++)
        {
            reaches.Prefetch(r + RowReaches.Ahead, withTicks: true);
            ref readonly var reach = ref all[r];
            for (var from = reach.From; from < reach.To; from += Run)
            {
                var count = typeof(TCode) == typeof(uint) && lanes == RowScan.Lanes.Eight ? FindEight(reach, from, row) : FindOneByOne(reach, from, row);
                _buffer.Put(new FoundCoActs<TCode>(_acts, _ranks, _codes, count), reach.Act, counts);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindEight(in Reach reach, int from, int row)
    {
        var to = Math.Min(from + Run, reach.To);
        ref var rank = ref MemoryMarshal.GetArrayDataReference(index.Ranks);
        ref var tick = ref MemoryMarshal.GetArrayDataReference(index.Ticks);
        ref var previous = ref MemoryMarshal.GetArrayDataReference(index.Previous);
        ref var acts = ref MemoryMarshal.GetArrayDataReference(_acts);
        ref var ranks = ref MemoryMarshal.GetArrayDataReference(_ranks);
        ref var codes = ref Unsafe.As<TCode, int>(ref MemoryMarshal.GetArrayDataReference(_codes));
        var (own, first, fresh, withActs) = (Vector256.Create((int)index.Ticks[reach.Act]), Vector256.Create(reach.From), reach.Fresh, index.PostsRepeat);
        var count = 0;
        for (var act = from; act < to; act += 8)
        {
            var some = Vector256.LoadUnsafe(ref rank, (nuint)act);
            var wanted = Vector256.LessThan(some, Vector256.Create(row)) & Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(to - act));
            var gap = Vector256.LoadUnsafe(ref tick, (nuint)act).AsInt32() - own;
            var code = (Vector256.Abs(gap) << CoActCode<uint>.FlagBits)
                | (gap >>> 31)
                | (Vector256.LessThan(Vector256.LoadUnsafe(ref previous, (nuint)act), first) & Vector256.Create(CoActCode<uint>.NewOwn))
                | (Vector256.GreaterThanOrEqual(Vector256<int>.Indices, Vector256.Create(fresh - act)) & Vector256.Create(CoActCode<uint>.NewOther));
            if (withActs) RowScan.Compress(Vector256<int>.Indices + Vector256.Create(act), wanted, ref acts, count);
            RowScan.Compress(some, wanted, ref ranks, count);
            count = RowScan.Compress(code, wanted, ref codes, count);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindOneByOne(in Reach reach, int from, int row)
    {
        var found = ActsBelow(reach, from, row);
        for (var i = 0; i < found.Length; i++)
        {
            var act = found[i];
            var gap = typeof(TCode) == typeof(uint) ? (int)(index.Ticks[act] - index.Ticks[reach.Act]) : index.Acts[act].TimeUs - index.Acts[reach.Act].TimeUs;
            (_ranks[i], _codes[i]) = (index.Ranks[act], CoActCode<TCode>.Of(gap, index.Previous[act] < reach.From, act >= reach.Fresh));
        }

        return found.Length;
    }

    private ReadOnlySpan<int> ActsBelow(in Reach reach, int from, int row) =>
        _acts.AsSpan(0, RowScan.ActsBelow(index.Ranks, (from, Math.Min(from + Run, reach.To)), row, _acts, lanes));
}

/// <summary>Co-acts of one reach with partners below a rank, those not kept among them.</summary>
/// <param name="Acts">The partners' acts; filled where a post can be behind several.</param>
/// <param name="Ranks">The partners.</param>
/// <param name="Codes">What they add.</param>
/// <param name="Count">How many.</param>
internal readonly record struct FoundCoActs<TCode>(int[] Acts, int[] Ranks, TCode[] Codes, int Count);
