using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Claque.Pairing;

/// <summary>Finds the co-acts of a row with the partners that are kept by going through all acts within its reaches. For one thread.</summary>
/// <param name="index">The acts.</param>
/// <param name="reaches">Those of the row.</param>
/// <param name="buffer">Takes the co-acts.</param>
/// <param name="counts">A counter for each rank, all 0; so they are when it is done.</param>
/// <param name="lanes">How acts are looked at.</param>
/// <param name="mostCollected">Co-acts collected at a time, if those of one partner are not more: a row with more is gone through again for each lot.</param>
internal sealed class CoActScan(ActIndex index, RowReaches reaches, CoActBuffer buffer, int[] counts, RowScan.Lanes lanes, int mostCollected)
{
    private const int Run = 1024;

    private readonly int[] _found = new int[Run + RowScan.Padding];
    private readonly ReachedAct[] _kept = new ReachedAct[2 * Run];

    /// <summary>Adds the pairs of a row to a list, as many at a time as there is room for their co-acts.</summary>
    /// <param name="row">The row, which the reaches are of.</param>
    /// <param name="partners">The partners that are kept, with as many co-acts as objects.</param>
    /// <param name="repeats">True where one can have more.</param>
    /// <param name="found">Takes the pairs.</param>
    public void Measure(int row, Span<Partner> partners, bool repeats, List<Pair> found)
    {
        if (repeats) CountCoActs(row, partners);
        while (!partners.IsEmpty)
        {
            // Place 0 takes the co-acts of all other partners.
            var (some, places) = (0, 1L);
            while (some < partners.Length && (some == 0 || places + partners[some].CoActs <= mostCollected)) places += partners[some++].CoActs;
            buffer.MakeRoom(checked((int)places));
            MeasureLot(row, partners[..some], found);
            partners = partners[some..];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountCoActs(int row, Span<Partner> partners)
    {
        foreach (ref readonly var reach in reaches.All)
            for (var from = reach.From; from < reach.To; from += Run)
                foreach (var act in ActsBelow(reach, from, row)) counts[index.Ranks[act]]++;
        foreach (ref var partner in partners) partner = partner with { CoActs = counts[partner.Rank] };
        counts.AsSpan(0, row).Clear();
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
            found.Add(buffer.Measured(row, partner, place));
            (counts[partner.Rank], place) = (0, place + partner.CoActs);
        }
    }

    /// <summary>Puts each co-act to the place that the counter of its partner holds, if it holds one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Collect(int row)
    {
        var all = reaches.All;
        var waiting = 0;
        for (var r = 0; r < all.Length; r++)
        {
            reaches.Prefetch(r + RowReaches.Ahead);
            for (var from = all[r].From; from < all[r].To; from += Run)
            {
                waiting = AddKept(ActsBelow(all[r], from, row), r, waiting);
                if (waiting < Run) continue;
                buffer.Put(_kept.AsSpan(0, waiting), all, counts);
                waiting = 0;
            }
        }

        buffer.Put(_kept.AsSpan(0, waiting), all, counts);
    }

    /// <summary>Lets the acts of partners that are kept wait for their times. Without a branch, because whether one is kept cannot be foretold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe int AddKept(ReadOnlySpan<int> found, int reach, int waiting)
    {
        ref var ranks = ref MemoryMarshal.GetArrayDataReference(index.Ranks);
        var (places, kept) = (counts, _kept);
        var before = waiting;
        foreach (var act in found)
        {
            kept[waiting] = new ReachedAct(act, reach);
            waiting += places[Unsafe.Add(ref ranks, act)] > 0 ? 1 : 0;
        }

        if (Sse.IsSupported)
            foreach (var (act, _) in kept.AsSpan(before..waiting)) Sse.Prefetch0(Unsafe.AsPointer(ref index.Acts[act]));
        return waiting;
    }

    private ReadOnlySpan<int> ActsBelow(in Reach reach, int from, int row) =>
        _found.AsSpan(0, RowScan.ActsBelow(index.Ranks, (from, Math.Min(from + Run, reach.To)), row, _found, lanes));
}
