using System.Diagnostics;
using System.Numerics;
using Claque.Columns;
using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>
/// Adds up the co-acts of one pair at every window. Memory is bounded: where a pair has very many co-acts the median gap is found
/// by going through them again instead of by keeping the gaps. For one thread.
/// </summary>
internal sealed class PairTally(ActIndex index, int minWeight)
{
    private const int GapsKept = 1 << 18, WindowBits = 8;

    /// <summary>What is counted at the narrowest window that takes in a co-act; wider ones hold it too.</summary>
    private struct Sums
    {
        public int Weight, PostsA, PostsB;
        public long CoActs, Gaps, AFirst, BFirst;
    }

    private readonly Sums[] _at = new Sums[index.WindowsUs.Length];
    private readonly List<long> _postsA = [], _postsB = [];
    private readonly long[] _windowsUs = index.WindowsUs;
    private readonly byte[] _finest = index.FinestOfClock;
    private long[] _gaps = new long[64], _gapsAt = [];
    private int[] _narrowestOfB = new int[64];
    private int _gapCount;

    /// <summary>Adds the pair to the list of every window at which it has the smallest weight asked for.</summary>
    /// <param name="row">Rank of one account.</param>
    /// <param name="own">Its acts.</param>
    /// <param name="partner">Rank of the other.</param>
    /// <param name="acts">The partner's acts inside the row's segments, in order.</param>
    /// <param name="found">One list for each window.</param>
    public void Measure(int row, RowActs own, int partner, ReadOnlySpan<PartnerAct> acts, List<Pair>[] found)
    {
        Array.Clear(_at);
        _gapCount = 0;
        _postsA.Clear();
        _postsB.Clear();
        var (narrowest, lastObject) = (_at.Length, -1);
        for (var i = 0; i < acts.Length;)
        {
            var (segment, start) = (acts[i].Segment, i);
            while (++i < acts.Length && acts[i].Segment == segment)
            {
            }

            if (own.ObjectOf(segment) != lastObject)
            {
                // An object counts once, at the narrowest window at which the two met on it.
                if (narrowest < _at.Length) _at[narrowest].Weight++;
                (narrowest, lastObject) = (_at.Length, own.ObjectOf(segment));
            }

            narrowest = Math.Min(narrowest, Add(own.Of(segment), own.StampsOf(segment), acts[start..i]));
        }

        if (narrowest < _at.Length) _at[narrowest].Weight++;
        if (index.PostsRepeat) CountPosts();
        Conclude(row, partner, own, acts, found);
    }

    /// <summary>Hands on the co-acts of a pair, by object, the row's act and the partner's act.</summary>
    /// <param name="own">Acts of one account.</param>
    /// <param name="acts">The partner's acts inside its segments, in order.</param>
    /// <param name="window">Index of the window.</param>
    public IEnumerable<(int Own, int Other)> CoActs(RowActs own, PartnerAct[] acts, int window)
    {
        for (var i = 0; i < acts.Length;)
        {
            var (low, end) = (i, i + 1);
            while (end < acts.Length && acts[end].Segment == acts[i].Segment) end++;
            for (var a = 0; a < own.Of(acts[i].Segment).Length; a++)
            {
                var stamp = own.StampsOf(acts[i].Segment)[a];
                while (low < end && IsBeyond(acts[low].Stamp, stamp)) low++;
                for (var k = low; k < end && !IsBeyond(stamp, acts[k].Stamp); k++)
                    if (Narrowest(stamp, acts[k].Stamp, out _) <= window) yield return (own.Of(acts[i].Segment)[a], acts[k].Act);
            }

            i = end;
        }
    }

    /// <summary>Adds the co-acts of one segment; gives the narrowest window of them.</summary>
    private int Add(ReadOnlySpan<int> own, ReadOnlySpan<Stamp> stamps, ReadOnlySpan<PartnerAct> others)
    {
        if (own.Length == 1 && others.Length == 1) return AddOne(own[0], stamps[0], others[0]);
        if (_narrowestOfB.Length < others.Length) _narrowestOfB = new int[2 * others.Length];
        var ofB = _narrowestOfB.AsSpan(0, others.Length);
        ofB.Fill(_at.Length);
        var (narrowest, low) = (_at.Length, 0);
        for (var a = 0; a < own.Length; a++)
        {
            var (stamp, ofA) = (stamps[a], _at.Length);
            while (low < others.Length && IsBeyond(others[low].Stamp, stamp)) low++;
            for (var k = low; k < others.Length; k++)
            {
                var window = Narrowest(stamp, others[k].Stamp, out var gap);
                if (window == _at.Length)
                {
                    if (gap > 0) break;
                    continue;
                }

                Add(gap, window);
                ofA = Math.Min(ofA, window);
                ofB[k] = Math.Min(ofB[k], window);
            }

            if (ofA == _at.Length) continue;
            narrowest = Math.Min(narrowest, ofA);
            if (index.PostsRepeat) AddPost(own[a], ofA, _postsA);
            else _at[ofA].PostsA++;
        }

        for (var k = 0; k < others.Length; k++)
        {
            if (ofB[k] == _at.Length) continue;
            if (index.PostsRepeat) AddPost(others[k].Act, ofB[k], _postsB);
            else _at[ofB[k]].PostsB++;
        }

        return narrowest;
    }

    /// <summary>The same with one act of each, as nearly all segments are.</summary>
    private int AddOne(int own, Stamp stamp, PartnerAct other)
    {
        var window = Narrowest(stamp, other.Stamp, out var gap);
        if (window == _at.Length) return window;
        Add(gap, window);
        if (index.PostsRepeat)
        {
            AddPost(own, window, _postsA);
            AddPost(other.Act, window, _postsB);
        }
        else
        {
            _at[window].PostsA++;
            _at[window].PostsB++;
        }

        return window;
    }

    private void Add(long gap, int window)
    {
        ref var at = ref _at[window];
        var apart = Math.Abs(gap);
        at.CoActs++;
        at.Gaps += apart;
        at.AFirst += gap > 0 ? 1 : 0;
        at.BFirst += gap < 0 ? 1 : 0;
        if (_gapCount == GapsKept) return;
        if (_gapCount == _gaps.Length) Array.Resize(ref _gaps, 2 * _gapCount);
        _gaps[_gapCount++] = (apart << WindowBits) | (uint)window;
    }

    /// <summary>The narrowest window that takes in both acts and that both clocks support; the number of windows when none does.</summary>
    private int Narrowest(Stamp own, Stamp other, out long gap)
    {
        gap = other.TimeUs - own.TimeUs;
        int window = Math.Max(_finest[(int)own.Clock], _finest[(int)other.Clock]);
        while (window < _windowsUs.Length && Math.Abs(gap) > _windowsUs[window]) window++;
        return window;
    }

    /// <summary>True when the second act is later than the first by more than the widest window.</summary>
    private bool IsBeyond(Stamp first, Stamp second) => second.TimeUs - first.TimeUs > _windowsUs[^1];

    private void AddPost(int act, int window, List<long> posts) => posts.Add(((long)index.Acts[act].Post << WindowBits) | (uint)window);

    /// <summary>Where a post can be behind several acts it counts once, at the narrowest window.</summary>
    private void CountPosts()
    {
        foreach (var window in Distinct(_postsA)) _at[window].PostsA++;
        foreach (var window in Distinct(_postsB)) _at[window].PostsB++;

        static IEnumerable<int> Distinct(List<long> posts)
        {
            posts.Sort();
            for (var i = 0; i < posts.Count; i++)
                if (i == 0 || posts[i] >> WindowBits != posts[i - 1] >> WindowBits) yield return (int)(posts[i] & ((1 << WindowBits) - 1));
        }
    }

    private void Conclude(int row, int partner, RowActs own, ReadOnlySpan<PartnerAct> acts, List<Pair>[] found)
    {
        var (a, b) = (index.AccountOfRank[row], index.AccountOfRank[partner]);
        var sums = default(Sums);
        for (var w = 0; w < _at.Length; w++)
        {
            var at = _at[w];
            sums.Weight += at.Weight;
            sums.PostsA += at.PostsA;
            sums.PostsB += at.PostsB;
            sums.CoActs += at.CoActs;
            sums.Gaps += at.Gaps;
            sums.AFirst += at.AFirst;
            sums.BFirst += at.BFirst;
            if (sums.Weight < minWeight) continue;
            var median = Median(own, acts, w, sums.CoActs);
            found[w].Add(a < b
                ? new Pair(a, b, sums.Weight, sums.CoActs, sums.PostsA, sums.PostsB, sums.Gaps, median, sums.AFirst, sums.BFirst)
                : new Pair(b, a, sums.Weight, sums.CoActs, sums.PostsB, sums.PostsA, sums.Gaps, median, sums.BFirst, sums.AFirst));
        }
    }

    private double Median(RowActs own, ReadOnlySpan<PartnerAct> acts, int window, long coActs)
    {
        var middle = coActs / 2;
        if (_gapCount == GapsKept)
        {
            var again = NthAgain(own, acts, window, middle);
            return coActs % 2 == 1 ? again : (NthAgain(own, acts, window, middle - 1) + again) / 2.0;
        }

        var gaps = GapsAt(window);
        if (gaps.Length != coActs) throw new UnreachableException("A pair has not as many gaps as co-acts.");
        var upper = Selection.Nth(gaps, (int)middle) >> WindowBits;
        if (coActs % 2 == 1) return upper;
        return ((Selection.Nth(gaps[..(int)middle], (int)middle - 1) >> WindowBits) + upper) / 2.0;
    }

    /// <summary>The gaps at a window, in any order.</summary>
    private Span<long> GapsAt(int window)
    {
        if (window == _at.Length - 1) return _gaps.AsSpan(0, _gapCount);
        if (_gapsAt.Length < _gapCount) _gapsAt = new long[_gaps.Length];
        var count = 0;
        foreach (var gap in _gaps.AsSpan(0, _gapCount))
            if ((int)(gap & ((1 << WindowBits) - 1)) <= window) _gapsAt[count++] = gap;
        return _gapsAt.AsSpan(0, count);
    }

    /// <summary>The gap with so many smaller or equal ones before it, without gaps kept: digit by digit from the highest, going through the co-acts once for each.</summary>
    private long NthAgain(RowActs own, ReadOnlySpan<PartnerAct> acts, int window, long n)
    {
        const int digitBits = 11;
        var kept = acts.ToArray();
        var shift = digitBits * (int)Math.Ceiling((64 - BitOperations.LeadingZeroCount((ulong)index.WindowsUs[window]) + 1) / (double)digitBits);
        var prefix = 0L;
        var counts = new long[1 << digitBits];
        while (shift > 0)
        {
            Array.Clear(counts);
            foreach (var (one, other) in CoActs(own, kept, window))
            {
                var gap = Math.Abs(index.Acts[other].TimeUs - index.Acts[one].TimeUs);
                if (gap >> shift == prefix) counts[(gap >> (shift - digitBits)) & (counts.Length - 1)]++;
            }

            var digit = 0;
            for (; counts[digit] <= n; digit++) n -= counts[digit];
            (prefix, shift) = ((prefix << digitBits) | (uint)digit, shift - digitBits);
        }

        return prefix;
    }
}
