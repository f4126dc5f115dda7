using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Claque.Pairing;

/// <summary>
/// Counts, account by account, on how many objects each partner of a smaller rank co-acted within the widest window; keeps the
/// partners that reach the smallest weight, and collects the acts behind them. One row of counters a thread, never a table of pairs.
/// </summary>
/// <remarks>
/// Row-wise accumulation as in sparse matrix products: Gustavson 1978, doi:10.1145/355791.355796. A row costs the acts within its
/// segments, two or three times over. For one thread; every thread has its own.
/// </remarks>
internal sealed class PairKernel(ActIndex index, int minWeight, RowScan.Lanes lanes)
{
    private const int Run = 1024, Ahead = 6;

    /// <summary>Acts of partners collected at a time; a row with more is gone through again for each lot.</summary>
    private const int MostCollected = 1 << 20;

    private readonly int[] _counts = new int[index.RankCount];
    private readonly int[] _touched = new int[index.RankCount];
    private readonly int[] _found = new int[Run + RowScan.Padding];
    private readonly RowActs _own = new(index);
    private readonly PairTally _tally = new(index, minWeight);
    private int[] _lastObject = [];
    private int _objects;
    private int[] _partners = new int[64], _places = new int[65];
    private PartnerAct[] _acts = new PartnerAct[1024];
    private int _partnerCount;

    /// <summary>Finds the partners of a row and adds its pairs to the lists, one for each window.</summary>
    public void Count(int row, List<Pair>[] found)
    {
        var segments = index.SegmentsOf(row);
        var scans = 0L;
        foreach (var segment in segments) scans += segment.To - segment.From;
        if (scans > row / 4) CountDense(row, segments);
        else CountSparse(row, segments);
        if (_partnerCount > 0) Measure(row, segments, found);
    }

    /// <summary>With more to look at than there are counters: add up blindly, then look at every counter.</summary>
    private void CountDense(int row, ReadOnlySpan<Segment> segments)
    {
        for (var s = 0; s < segments.Length; s++)
        {
            Prefetch(segments, s + Ahead);
            for (var from = segments[s].From; from < segments[s].To; from += Run)
                foreach (var partner in NewPartners(segments[s], from, row)) _counts[partner]++;
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
        Number();
    }

    private void CountSparse(int row, ReadOnlySpan<Segment> segments)
    {
        var touched = 0;
        for (var s = 0; s < segments.Length; s++)
        {
            Prefetch(segments, s + Ahead);
            for (var from = segments[s].From; from < segments[s].To; from += Run)
            {
                foreach (var partner in NewPartners(segments[s], from, row))
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

        Number();
    }

    /// <summary>The partners in a run of a segment that have not been counted on its object.</summary>
    private ReadOnlySpan<int> NewPartners(Segment segment, int from, int row)
    {
        var run = (from, Math.Min(from + Run, segment.To));
        var found = _found.AsSpan(0, RowScan.NewPartners(index.Ranks, index.Previous, run, segment.From, row, _found, lanes));
        return segment.IsOneOfSeveral ? NotSeenOnObject(segment, from, found) : found;
    }

    /// <summary>Where an account has several segments on one object, a partner can stand in more than one.</summary>
    private ReadOnlySpan<int> NotSeenOnObject(Segment segment, int from, Span<int> found)
    {
        if (_lastObject.Length == 0) _lastObject = new int[index.RankCount];
        if (from == segment.From && !index.Continues(segment)) _objects++;
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
        _partners[_partnerCount++] = partner;
    }

    /// <summary>Lets the counter of each partner that is kept hold its number, from 1.</summary>
    private void Number()
    {
        for (var i = 0; i < _partnerCount; i++) _counts[_partners[i]] = i + 1;
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

    private void Measure(int row, ReadOnlySpan<Segment> segments, List<Pair>[] found)
    {
        CountActs(row, segments);
        _own.Take(row);
        for (var first = 0; first < _partnerCount;)
        {
            var (end, acts) = (first, 0);
            while (end < _partnerCount && (end == first || acts + _places[end + 1] <= MostCollected)) acts += _places[++end];
            Collect(row, segments, first, end, acts);
            var from = 0;
            for (; first < end; first++)
            {
                _tally.Measure(row, _own, _partners[first], _acts.AsSpan(from.._places[first + 1]), found);
                from = _places[first + 1];
            }
        }

        foreach (var partner in _partners.AsSpan(0, _partnerCount)) _counts[partner] = 0;
        _partnerCount = 0;
    }

    /// <summary>Counts the acts of each partner inside the row's segments, at its number; those of others at 0.</summary>
    private void CountActs(int row, ReadOnlySpan<Segment> segments)
    {
        if (_places.Length <= _partnerCount) _places = new int[_partners.Length + 1];
        Array.Clear(_places, 0, _partnerCount + 1);
        foreach (var segment in segments)
        {
            for (var from = segment.From; from < segment.To; from += Run)
                foreach (var act in ActsBelow(segment, from, row)) _places[_counts[index.Ranks[act]]]++;
        }
    }

    /// <summary>Collects the acts of the partners numbered from <paramref name="first"/> to below <paramref name="end"/>, and makes their counts places.</summary>
    private void Collect(int row, ReadOnlySpan<Segment> segments, int first, int end, int acts)
    {
        if (_acts.Length < acts) _acts = new PartnerAct[Math.Max(acts, Math.Min(2 * _acts.Length, MostCollected))];
        for (int partner = first + 1, at = 0; partner <= end; partner++) (_places[partner], at) = (at, at + _places[partner]);
        for (var s = 0; s < segments.Length; s++)
        {
            for (var from = segments[s].From; from < segments[s].To; from += Run)
            {
                foreach (var act in ActsOfKept(segments[s], from, row))
                {
                    var partner = _counts[index.Ranks[act]];
                    if (partner > first && partner <= end) _acts[_places[partner]++] = new PartnerAct(s, act, index.Acts[act].Stamp);
                }
            }
        }
    }

    /// <summary>The acts of partners that are kept. Without a branch, because whether one is kept cannot be foretold.</summary>
    private ReadOnlySpan<int> ActsOfKept(Segment segment, int from, int row)
    {
        var kept = 0;
        foreach (var act in ActsBelow(segment, from, row))
        {
            _found[kept] = act;
            kept += _counts[index.Ranks[act]] > 0 ? 1 : 0;
        }

        return _found.AsSpan(0, kept);
    }

    private ReadOnlySpan<int> ActsBelow(Segment segment, int from, int row) =>
        _found.AsSpan(0, RowScan.ActsBelow(index.Ranks, (from, Math.Min(from + Run, segment.To)), row, _found, lanes));

    /// <summary>Asks for a segment before it is needed: where windows hold few acts, waiting for memory is most of the work.</summary>
    private unsafe void Prefetch(ReadOnlySpan<Segment> segments, int at)
    {
        if (!Sse.IsSupported || at >= segments.Length) return;
        // A hint needs no pinned memory: nothing is read, and an address that has moved only wastes the hint.
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(index.Ranks), segments[at].From)));
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(index.Previous), segments[at].From)));
    }
}
