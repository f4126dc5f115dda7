using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Claque.Pairing;

/// <summary>
/// Counts, account by account and window by window, on how many objects each partner of a smaller rank co-acted; keeps the partners
/// that reach the smallest weight, and measures their co-acts. One row of counters a thread, never a table of pairs.
/// </summary>
/// <remarks>
/// Row-wise accumulation as in sparse matrix products: Gustavson 1978, doi:10.1145/355791.355796. A row costs the acts within its
/// reaches: once to count objects, once more where an account can have acted twice there and some partner is kept, once to collect the co-acts of those kept.
/// For one thread; every thread has its own.
/// </remarks>
/// <param name="index">The acts.</param>
/// <param name="minWeight">Smallest weight of a pair.</param>
/// <param name="lanes">How acts are looked at.</param>
/// <param name="mostCollected">Co-acts collected at a time, if those of one partner are not more: a row with more is gone through again for each lot. 8 bytes each, 16 where a post is behind several acts.</param>
internal sealed class PairKernel(ActIndex index, int minWeight, RowScan.Lanes lanes, int mostCollected = PairKernel.MostCollected)
{
    /// <summary>Co-acts collected at a time where nothing else is asked for.</summary>
    public const int MostCollected = 1 << 20;

    private const int Run = 1024, Ahead = 6;

    private readonly int[] _counts = new int[index.RankCount];
    private readonly int[] _touched = new int[index.RankCount];
    private readonly int[] _found = new int[Run + RowScan.Padding];
    private readonly (int Act, int Reach)[] _kept = new (int, int)[2 * Run];
    private readonly GapMedian _median = new();
    private readonly RowReaches _reaches = new(index);
    private int[] _lastObject = [];
    private int _objects;
    private bool _repeats;
    private Partner[] _partners = new Partner[64];
    private int _partnerCount;
    private long[] _codes = new long[1024];
    private int[] _ownPosts = [], _otherPosts = [];

    /// <summary>A partner that is kept.</summary>
    /// <param name="Rank">Its rank.</param>
    /// <param name="Weight">Objects on which it co-acted with the row.</param>
    /// <param name="CoActs">How often.</param>
    private readonly record struct Partner(int Rank, int Weight, int CoActs);

    /// <summary>Finds the partners of a row and adds its pairs to the lists, one for each window.</summary>
    public void Count(int row, List<Pair>[] found)
    {
        for (var window = found.Length - 1; window >= 0; window--)
        {
            _reaches.Take(row, window);
            _partnerCount = 0;
            _repeats = _reaches.OwnRepeats;
            if (_reaches.FreshActs > row / 4) CountDense(row);
            else CountSparse(row);
            if (_partnerCount == 0) return;
            if (_repeats) CountCoActs(row);
            Measure(row, found[window]);
        }
    }

    /// <summary>With more to look at than there are counters: add up blindly, then look at every counter.</summary>
    private void CountDense(int row)
    {
        var reaches = _reaches.All;
        for (var r = 0; r < reaches.Length; r++)
        {
            Prefetch(reaches, r + Ahead);
            for (var from = reaches[r].Fresh; from < reaches[r].To; from += Run)
                foreach (var partner in NewPartners(reaches[r], from, row)) _counts[partner]++;
        }

        var counts = _counts.AsSpan(0, row);
        for (var partner = 0; ; partner++)
        {
            var next = NextAtLeast(counts[partner..], minWeight);
            if (next < 0) break;
            partner += next;
            Keep(partner);
        }

        counts.Clear();
    }

    private void CountSparse(int row)
    {
        var reaches = _reaches.All;
        var touched = 0;
        for (var r = 0; r < reaches.Length; r++)
        {
            Prefetch(reaches, r + Ahead);
            for (var from = reaches[r].Fresh; from < reaches[r].To; from += Run)
            {
                foreach (var partner in NewPartners(reaches[r], from, row))
                {
                    _touched[touched] = partner;
                    touched += _counts[partner]++ == 0 ? 1 : 0;
                }
            }
        }

        foreach (var partner in _touched.AsSpan(0, touched))
        {
            if (_counts[partner] >= minWeight) Keep(partner);
            _counts[partner] = 0;
        }
    }

    /// <summary>The partners in a run of a reach that have not been counted on its object.</summary>
    private ReadOnlySpan<int> NewPartners(in Reach reach, int from, int row)
    {
        var run = (from, Math.Min(from + Run, reach.To));
        var found = _found.AsSpan(0, RowScan.NewPartners(index.Ranks, index.Previous, run, reach.RunFrom, row, _found, lanes, ref _repeats));
        return reach.Runs == Runs.One ? found : NotSeenOnObject(reach, from, found);
    }

    /// <summary>Where an account has several runs of windows on one object, a partner can stand in more than one.</summary>
    private ReadOnlySpan<int> NotSeenOnObject(in Reach reach, int from, Span<int> found)
    {
        if (_lastObject.Length == 0) _lastObject = new int[index.RankCount];
        if (reach.Runs == Runs.FirstOfSeveral && from == reach.From) _objects++;
        var kept = 0;
        foreach (var partner in found)
        {
            if (_lastObject[partner] == _objects) continue;
            _lastObject[partner] = _objects;
            found[kept++] = partner;
        }

        return found[..kept];
    }

    private void Keep(int partner)
    {
        if (_partnerCount == _partners.Length) Array.Resize(ref _partners, 2 * _partnerCount);
        _partners[_partnerCount++] = new Partner(partner, _counts[partner], _counts[partner]);
    }

    private static int NextAtLeast(ReadOnlySpan<int> counts, int least)
    {
        var at = 0;
        var wanted = new Vector<int>(least);
        for (; at + Vector<int>.Count <= counts.Length; at += Vector<int>.Count)
            if (Vector.GreaterThanOrEqualAny(new Vector<int>(counts[at..]), wanted)) break;
        for (; at < counts.Length; at++)
            if (counts[at] >= least) return at;
        return -1;
    }

    /// <summary>Counts the co-acts of the partners that are kept.</summary>
    private void CountCoActs(int row)
    {
        foreach (ref readonly var reach in _reaches.All)
            for (var from = reach.From; from < reach.To; from += Run)
                foreach (var act in ActsBelow(reach, from, row)) _counts[index.Ranks[act]]++;
        foreach (ref var partner in _partners.AsSpan(0, _partnerCount)) partner = partner with { CoActs = _counts[partner.Rank] };
        _counts.AsSpan(0, row).Clear();
    }

    /// <summary>Collects the co-acts of the partners, as many at a time as there is room for, and adds the pairs to a list.</summary>
    private void Measure(int row, List<Pair> found)
    {
        for (var first = 0; first < _partnerCount;)
        {
            // Place 0 takes the co-acts of all other partners.
            var (end, place) = (first, 1L);
            while (end < _partnerCount && (end == first || place + _partners[end].CoActs <= mostCollected)) place += _partners[end++].CoActs;
            MakeRoom(checked((int)place));
            var lot = _partners.AsSpan(first..end);
            place = 1;
            foreach (ref readonly var partner in lot) (_counts[partner.Rank], place) = ((int)place, place + partner.CoActs);
            Collect(row);
            var from = 1;
            foreach (ref readonly var partner in lot)
            {
                found.Add(Measured(row, partner, from));
                (_counts[partner.Rank], from) = (0, from + partner.CoActs);
            }

            first = end;
        }
    }

    private void MakeRoom(int places)
    {
        if (_codes.Length < places) _codes = new long[Math.Max(places, Math.Min(2 * _codes.Length, mostCollected))];
        if (index.PostsRepeat && _ownPosts.Length < _codes.Length) (_ownPosts, _otherPosts) = (new int[_codes.Length], new int[_codes.Length]);
    }

    /// <summary>Writes each co-act to the place that the counter of its partner holds, if it holds one.</summary>
    private void Collect(int row)
    {
        var reaches = _reaches.All;
        var waiting = 0;
        for (var r = 0; r < reaches.Length; r++)
        {
            Prefetch(reaches, r + Ahead);
            for (var from = reaches[r].From; from < reaches[r].To; from += Run)
            {
                waiting = AddKept(ActsBelow(reaches[r], from, row), r, waiting);
                if (waiting < Run) continue;
                CollectKept(reaches, waiting);
                waiting = 0;
            }
        }

        CollectKept(reaches, waiting);
    }

    /// <summary>Lets the acts of partners that are kept wait for their times. Without a branch, because whether one is kept cannot be foretold.</summary>
    private unsafe int AddKept(ReadOnlySpan<int> found, int reach, int waiting)
    {
        ref var ranks = ref MemoryMarshal.GetArrayDataReference(index.Ranks);
        var (counts, kept) = (_counts, _kept);
        var before = waiting;
        foreach (var act in found)
        {
            kept[waiting] = (act, reach);
            waiting += counts[Unsafe.Add(ref ranks, act)] > 0 ? 1 : 0;
        }

        if (Sse.IsSupported)
            foreach (var (act, _) in kept.AsSpan(before..waiting)) Sse.Prefetch0(Unsafe.AsPointer(ref index.Acts[act]));
        return waiting;
    }

    private void CollectKept(ReadOnlySpan<Reach> reaches, int waiting)
    {
        ref var acts = ref MemoryMarshal.GetArrayDataReference(index.Acts);
        ref var ranks = ref MemoryMarshal.GetArrayDataReference(index.Ranks);
        ref var previous = ref MemoryMarshal.GetArrayDataReference(index.Previous);
        var (counts, codes) = (_counts, _codes);
        foreach (var (act, of) in _kept.AsSpan(0, waiting))
        {
            ref readonly var reach = ref reaches[of];
            ref var place = ref counts[Unsafe.Add(ref ranks, act)];
            var gap = Unsafe.Add(ref acts, act).TimeUs - Unsafe.Add(ref acts, reach.Act).TimeUs;
            codes[place] = CoActCode.Of(gap, Unsafe.Add(ref previous, act) < reach.From, act >= reach.Fresh);
            if (index.PostsRepeat) (_ownPosts[place], _otherPosts[place]) = (index.Acts[reach.Act].Post, index.Acts[act].Post);
            place++;
        }
    }

    private ReadOnlySpan<int> ActsBelow(in Reach reach, int from, int row) =>
        _found.AsSpan(0, RowScan.ActsBelow(index.Ranks, (from, Math.Min(from + Run, reach.To)), row, _found, lanes));

    /// <summary>The pair of the row and a partner, from its co-acts.</summary>
    private Pair Measured(int row, in Partner partner, int from)
    {
        var codes = _codes.AsSpan(from, partner.CoActs);
        var sums = CoActCode.Sum(codes);
        var (posts, otherPosts) = index.PostsRepeat
            ? (Distinct(_ownPosts.AsSpan(from, partner.CoActs)), Distinct(_otherPosts.AsSpan(from, partner.CoActs)))
            : (sums.OwnActs, sums.OtherActs);
        var median = _median.Of(codes);
        var (a, b) = (index.AccountOfRank[row], index.AccountOfRank[partner.Rank]);
        return a < b
            ? new Pair(a, b, partner.Weight, partner.CoActs, posts, otherPosts, sums.GapsUs, median, sums.RowFirst, sums.PartnerFirst)
            : new Pair(b, a, partner.Weight, partner.CoActs, otherPosts, posts, sums.GapsUs, median, sums.PartnerFirst, sums.RowFirst);
    }

    private static int Distinct(Span<int> posts)
    {
        posts.Sort();
        var distinct = 1;
        for (var i = 1; i < posts.Length; i++) distinct += posts[i] != posts[i - 1] ? 1 : 0;
        return distinct;
    }

    /// <summary>Asks for a reach before it is needed: where windows hold few acts, waiting for memory is most of the work.</summary>
    private unsafe void Prefetch(ReadOnlySpan<Reach> reaches, int at)
    {
        if (!Sse.IsSupported || at >= reaches.Length) return;
        // A hint needs no pinned memory: nothing is read, and an address that has moved only wastes the hint.
        const int line = 16, most = 4 * line;
        ref var ranks = ref MemoryMarshal.GetArrayDataReference(index.Ranks);
        ref var previous = ref MemoryMarshal.GetArrayDataReference(index.Previous);
        var end = Math.Min(reaches[at].To, reaches[at].From + most);
        for (var act = reaches[at].From; act < end; act += line)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref ranks, act)));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref previous, act)));
        }
    }
}
