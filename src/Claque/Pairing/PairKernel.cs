using System.Numerics;
using System.Runtime.CompilerServices;

namespace Claque.Pairing;

/// <summary>
/// Counts, account by account and window by window, on how many objects each partner of a smaller rank co-acted; keeps the partners
/// that reach the smallest weight, and measures their co-acts. One row of counters a thread, never a table of pairs.
/// </summary>
/// <remarks>
/// Row-wise accumulation as in sparse matrix products: Gustavson 1978, doi:10.1145/355791.355796. A row costs the acts within its
/// reaches: once to count objects and co-acts, and once more, where some partner is kept, to collect the co-acts of those.
/// For one thread; every thread has its own. What takes the time, here and in the index, is compiled fully at its first call: at a million acts
/// the slow code that methods otherwise begin with, and replacing it, took a third of the CPU, and of precompiled code a fifth.
/// </remarks>
internal sealed class PairKernel
{
    /// <summary>Co-acts collected at a time where nothing else is asked for.</summary>
    public const int MostCollected = 1 << 20;

    private const int Run = 1024;

    private readonly ActIndex _index;
    private readonly int _minWeight;
    private readonly RowScan.Lanes _lanes;
    private readonly int[] _objects, _more;
    private readonly int[] _touched;
    private readonly int[] _found = new int[Run + RowScan.Padding], _again = new int[Run + RowScan.Padding];
    private readonly RowReaches _reaches;
    private readonly ICoActScan _scan;
    private int[] _lastObject = [];
    private int _object;
    private Partner[] _partners = new Partner[64];
    private int _partnerCount;

    /// <param name="index">The acts.</param>
    /// <param name="minWeight">Smallest weight of a pair.</param>
    /// <param name="lanes">How acts are looked at.</param>
    /// <param name="mostCollected">Co-acts collected at a time, if those of one partner are not more: a row with more is gone through again for each lot. 4 bytes each, 8 where gaps are long, and 8 more where a post is behind several acts.</param>
    public PairKernel(ActIndex index, int minWeight, RowScan.Lanes lanes, int mostCollected = MostCollected)
    {
        (_index, _minWeight, _lanes) = (index, minWeight, lanes);
        (_objects, _more, _touched, _reaches) = (new int[index.RankCount], new int[index.RankCount], new int[index.RankCount], new RowReaches(index));
        _scan = index.GapsAreShort
            ? new CoActScan<uint>(index, _reaches, _more, lanes, mostCollected)
            : new CoActScan<ulong>(index, _reaches, _more, lanes, mostCollected);
    }

    /// <summary>Finds the partners of a row and adds its pairs to the lists, one for each window.</summary>
    public void Count(int row, List<Pair>[] found)
    {
        for (var window = found.Length - 1; window >= 0; window--)
        {
            _reaches.Take(row, window);
            _partnerCount = 0;
            if (_reaches.ActCount > row / 4) CountDense(row);
            else CountSparse(row);
            if (_partnerCount == 0) return;
            _scan.Measure(row, _partners.AsSpan(0, _partnerCount), found[window]);
        }
    }

    /// <summary>With more to look at than there are counters: add up blindly, then look at every counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountDense(int row)
    {
        var reaches = _reaches.All;
        for (var r = 0; r < reaches.Length; r++)
        {
            _reaches.Prefetch(r + RowReaches.Ahead);
            for (var from = reaches[r].From; from < reaches[r].To; from += Run)
            {
                var (found, again) = Partners(reaches[r], from, row);
                foreach (var partner in _found.AsSpan(0, found)) _objects[partner]++;
                foreach (var partner in _again.AsSpan(0, again)) _more[partner]++;
            }
        }

        var objects = _objects.AsSpan(0, row);
        for (var partner = 0; ; partner++)
        {
            var next = NextAtLeast(objects[partner..], _minWeight);
            if (next < 0) break;
            partner += next;
            Keep(partner);
        }

        objects.Clear();
        _more.AsSpan(0, row).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountSparse(int row)
    {
        var reaches = _reaches.All;
        var touched = 0;
        for (var r = 0; r < reaches.Length; r++)
        {
            _reaches.Prefetch(r + RowReaches.Ahead);
            for (var from = reaches[r].From; from < reaches[r].To; from += Run)
            {
                var (found, again) = Partners(reaches[r], from, row);
                foreach (var partner in _found.AsSpan(0, found))
                {
                    _touched[touched] = partner;
                    touched += _objects[partner]++ == 0 ? 1 : 0;
                }

                foreach (var partner in _again.AsSpan(0, again)) _more[partner]++;
            }
        }

        foreach (var partner in _touched.AsSpan(0, touched))
        {
            if (_objects[partner] >= _minWeight) Keep(partner);
            (_objects[partner], _more[partner]) = (0, 0);
        }
    }

    /// <summary>Finds the partners in a run of a reach: those not found on its object before, each once, and apart from them the accounts of all other acts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int Found, int Again) Partners(in Reach reach, int from, int row)
    {
        var run = (from, Math.Min(from + Run, reach.To));
        var (found, again) = RowScan.Partners(_index.Ranks, _index.Previous, run, reach.Fresh, reach.RunFrom, row, _found, _again, _lanes);
        return reach.Runs == Runs.One ? (found, again) : NotSeenOnObject(reach, from, found, again);
    }

    /// <summary>Where an account has several runs of windows on one object, a partner can stand in more than one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Found, int Again) NotSeenOnObject(in Reach reach, int from, int found, int again)
    {
        if (_lastObject.Length == 0) _lastObject = new int[_index.RankCount];
        if (reach.Runs == Runs.FirstOfSeveral && from == reach.From) _object++;
        var kept = 0;
        foreach (var partner in _found.AsSpan(0, found))
        {
            var seen = _lastObject[partner] == _object ? 1 : 0;
            _lastObject[partner] = _object;
            (_found[kept], _again[again]) = (partner, partner);
            (kept, again) = (kept + 1 - seen, again + seen);
        }

        return (kept, again);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Keep(int partner)
    {
        if (_partnerCount == _partners.Length) Array.Resize(ref _partners, 2 * _partnerCount);
        _partners[_partnerCount++] = new Partner(partner, _objects[partner], _objects[partner] + _more[partner]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
}
