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
    private readonly List<long> _gaps = [], _postsA = [], _postsB = [];
    private readonly List<int> _own = [];
    private int[] _narrowestOfB = new int[64];
    private int _narrowest;

    /// <summary>Adds the pair to the list of every window at which it has the smallest weight asked for.</summary>
    /// <param name="row">Rank of one account.</param>
    /// <param name="partner">Rank of the other.</param>
    /// <param name="acts">The partner's acts inside the row's segments, in order.</param>
    /// <param name="found">One list for each window.</param>
    public void Measure(int row, int partner, ReadOnlySpan<PartnerAct> acts, List<Pair>[] found)
    {
        Array.Clear(_at);
        _gaps.Clear();
        _postsA.Clear();
        _postsB.Clear();
        var segments = index.SegmentsOf(row);
        _narrowest = _at.Length;
        for (var i = 0; i < acts.Length;)
        {
            var segment = segments[acts[i].Segment];
            var end = i + 1;
            while (end < acts.Length && acts[end].Segment == acts[i].Segment) end++;
            if (i > 0 && !index.OnSameObject(segments[acts[i - 1].Segment], segment)) EndObject();
            Add(segment, acts[i..end]);
            i = end;
        }

        EndObject();
        if (index.PostsRepeat) CountPosts();
        Conclude(row, partner, acts, found);
    }

    /// <summary>Hands on the co-acts of a pair, by object, the row's act and the partner's act.</summary>
    /// <param name="row">Rank of one account.</param>
    /// <param name="acts">The partner's acts inside the row's segments, in order.</param>
    /// <param name="window">Index of the window.</param>
    public IEnumerable<(int Own, int Other)> CoActs(int row, PartnerAct[] acts, int window)
    {
        for (var i = 0; i < acts.Length;)
        {
            var end = i + 1;
            while (end < acts.Length && acts[end].Segment == acts[i].Segment) end++;
            var low = i;
            foreach (var own in OwnActs(index.SegmentsOf(row)[acts[i].Segment]).ToArray())
            {
                while (low < end && IsBeyond(acts[low].Act, own)) low++;
                for (var k = low; k < end && !IsBeyond(own, acts[k].Act); k++)
                    if (Narrowest(own, acts[k].Act, out _) <= window) yield return (own, acts[k].Act);
            }

            i = end;
        }
    }

    /// <summary>An object counts once, at the narrowest window at which the two met on it.</summary>
    private void EndObject()
    {
        if (_narrowest < _at.Length) _at[_narrowest].Weight++;
        _narrowest = _at.Length;
    }

    private void Add(Segment segment, ReadOnlySpan<PartnerAct> others)
    {
        if (_narrowestOfB.Length < others.Length) _narrowestOfB = new int[2 * others.Length];
        var ofB = _narrowestOfB.AsSpan(0, others.Length);
        ofB.Fill(_at.Length);
        var low = 0;
        if (index.Previous[segment.Last] < segment.From) AddOwn(segment.Last, others, ofB, ref low);
        else
            foreach (var own in OwnActs(segment)) AddOwn(own, others, ofB, ref low);

        for (var k = 0; k < others.Length; k++)
            if (ofB[k] < _at.Length) AddPost(others[k].Act, ofB[k], _postsB, ref _at[ofB[k]].PostsB);
    }

    private void AddOwn(int own, ReadOnlySpan<PartnerAct> others, Span<int> ofB, ref int low)
    {
        var ofA = _at.Length;
        while (low < others.Length && IsBeyond(others[low].Act, own)) low++;
        for (var k = low; k < others.Length && !IsBeyond(own, others[k].Act); k++)
        {
            var window = Narrowest(own, others[k].Act, out var gap);
            if (window == _at.Length) continue;
            ref var at = ref _at[window];
            at.CoActs++;
            at.Gaps += Math.Abs(gap);
            at.AFirst += gap > 0 ? 1 : 0;
            at.BFirst += gap < 0 ? 1 : 0;
            if (_gaps.Count < GapsKept) _gaps.Add((Math.Abs(gap) << WindowBits) | (uint)window);
            ofA = Math.Min(ofA, window);
            ofB[k] = Math.Min(ofB[k], window);
        }

        if (ofA == _at.Length) return;
        _narrowest = Math.Min(_narrowest, ofA);
        AddPost(own, ofA, _postsA, ref _at[ofA].PostsA);
    }

    /// <summary>The narrowest window that takes in both acts and that both clocks support; the number of windows when none does.</summary>
    private int Narrowest(int own, int other, out long gap)
    {
        var (a, b) = (index.Acts[own], index.Acts[other]);
        gap = b.TimeUs - a.TimeUs;
        int window = Math.Max(index.FinestOfClock[(int)a.Clock], index.FinestOfClock[(int)b.Clock]);
        while (window < _at.Length && Math.Abs(gap) > index.WindowsUs[window]) window++;
        return window;
    }

    /// <summary>True when the second act is later than the first by more than the widest window.</summary>
    private bool IsBeyond(int first, int second) => index.Acts[second].TimeUs - index.Acts[first].TimeUs > index.WindowsUs[^1];

    private List<int> OwnActs(Segment segment)
    {
        _own.Clear();
        for (var act = segment.Last; act >= segment.From; act = index.Previous[act]) _own.Add(act);
        _own.Reverse();
        return _own;
    }

    private void AddPost(int act, int window, List<long> posts, ref int count)
    {
        if (index.PostsRepeat) posts.Add(((long)index.Acts[act].Post << WindowBits) | (uint)window);
        else count++;
    }

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

    private void Conclude(int row, int partner, ReadOnlySpan<PartnerAct> acts, List<Pair>[] found)
    {
        var (a, b) = (index.AccountOfRank[row], index.AccountOfRank[partner]);
        var sorted = false;
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
            if (!sorted) _gaps.Sort();
            sorted = true;
            var median = Median(row, acts, w, sums.CoActs);
            found[w].Add(a < b
                ? new Pair(a, b, sums.Weight, sums.CoActs, sums.PostsA, sums.PostsB, sums.Gaps, median, sums.AFirst, sums.BFirst)
                : new Pair(b, a, sums.Weight, sums.CoActs, sums.PostsB, sums.PostsA, sums.Gaps, median, sums.BFirst, sums.AFirst));
        }
    }

    private double Median(int row, ReadOnlySpan<PartnerAct> acts, int window, long coActs)
    {
        var upper = Nth(row, acts, window, coActs / 2);
        return coActs % 2 == 1 ? upper : (Nth(row, acts, window, coActs / 2 - 1) + upper) / 2.0;
    }

    /// <summary>The gap with so many smaller or equal ones before it at a window; <see cref="_gaps"/> is sorted.</summary>
    private long Nth(int row, ReadOnlySpan<PartnerAct> acts, int window, long n)
    {
        if (_gaps.Count == GapsKept) return NthAgain(row, acts, window, n);
        if (window == _at.Length - 1) return _gaps[(int)n] >> WindowBits;
        foreach (var gap in _gaps)
            if ((int)(gap & ((1 << WindowBits) - 1)) <= window && n-- == 0) return gap >> WindowBits;
        throw new System.Diagnostics.UnreachableException("A pair has fewer gaps than co-acts.");
    }

    /// <summary>The same without gaps kept: digit by digit from the highest, going through the co-acts once for each.</summary>
    private long NthAgain(int row, ReadOnlySpan<PartnerAct> acts, int window, long n)
    {
        const int digitBits = 11;
        var kept = acts.ToArray();
        var shift = digitBits * (int)Math.Ceiling((64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)index.WindowsUs[window]) + 1) / (double)digitBits);
        var prefix = 0L;
        var counts = new long[1 << digitBits];
        while (shift > 0)
        {
            Array.Clear(counts);
            foreach (var (own, other) in CoActs(row, kept, window))
            {
                var gap = Math.Abs(index.Acts[other].TimeUs - index.Acts[own].TimeUs);
                if (gap >> shift == prefix) counts[(gap >> (shift - digitBits)) & (counts.Length - 1)]++;
            }

            var digit = 0;
            for (; counts[digit] <= n; digit++) n -= counts[digit];
            (prefix, shift) = ((prefix << digitBits) | (uint)digit, shift - digitBits);
        }

        return prefix;
    }
}
