namespace Claque.Pairing;

/// <summary>
/// Measures one pair from the acts of its two accounts. Memory is bounded by their acts: where a pair has very many co-acts the
/// median gap is found by counting instead of by keeping the gaps.
/// </summary>
internal sealed class PairMeasure(ActIndex index)
{
    private const int GapsKept = 1 << 16;
    private readonly List<int> _postsA = [];
    private readonly List<int> _postsB = [];
    private readonly List<long> _gaps = [];
    private readonly List<Shared> _shared = [];

    /// <summary>The acts of both accounts on one object they share: runs in <see cref="ActIndex.Rows"/>.</summary>
    private readonly record struct Shared(int FromA, int ToA, int FromB, int ToB);

    /// <summary>The measures at each window, narrowest first; null where the weight is below <paramref name="minWeight"/>.</summary>
    public void AtAll(int rankA, int rankB, int minWeight, Span<Pair?> perWindow)
    {
        FindShared(rankA, rankB);
        for (var w = perWindow.Length - 1; w >= 0; w--)
            perWindow[w] = w + 1 < perWindow.Length && perWindow[w + 1] is null ? null : Measure(rankA, rankB, w, minWeight);
    }

    /// <summary>The co-acts at one window in order of object, time of A and time of B, at most <paramref name="limit"/>.</summary>
    public List<CoAct> CoActs(int rankA, int rankB, int window, int limit)
    {
        FindShared(rankA, rankB);
        var found = new List<CoAct>();
        foreach (var shared in _shared)
        {
            Sweep(shared, window, index.Windows[window], (a, b) =>
            {
                if (found.Count < limit)
                    found.Add(new CoAct(index.Objects[a], index.Posts[a], index.Posts[b], index.TimesUs[b] - index.TimesUs[a]));
            });
            if (found.Count >= limit) break;
        }

        return found;
    }

    private Pair? Measure(int rankA, int rankB, int window, int minWeight)
    {
        _postsA.Clear();
        _postsB.Clear();
        _gaps.Clear();
        var (weight, coActs, sum, aFirst, bFirst) = (0, 0L, 0L, 0L, 0L);
        foreach (var shared in _shared)
        {
            var before = coActs;
            var (lastA, lastB) = (-1, -1);
            Sweep(shared, window, index.Windows[window], (a, b) =>
            {
                var gap = index.TimesUs[b] - index.TimesUs[a];
                coActs++;
                sum += Math.Abs(gap);
                if (gap > 0) aFirst++;
                if (gap < 0) bFirst++;
                if (_gaps.Count < GapsKept) _gaps.Add(Math.Abs(gap));
                if (a != lastA) _postsA.Add(index.Posts[lastA = a]);
                // The range of B's acts only moves forward with A's acts: one beyond the last seen is new.
                if (b > lastB) _postsB.Add(index.Posts[lastB = b]);
            });
            if (coActs > before) weight++;
        }

        if (weight < minWeight || weight == 0) return null;
        var (postsA, postsB) = (Distinct(_postsA), Distinct(_postsB));
        var median = coActs <= GapsKept ? MedianOfKept() : MedianByCounting(window, coActs);
        var (a, b) = (index.AccountOfRank[rankA], index.AccountOfRank[rankB]);
        return a < b
            ? new Pair(a, b, weight, coActs, postsA, postsB, sum, median, aFirst, bFirst)
            : new Pair(b, a, weight, coActs, postsB, postsA, sum, median, bFirst, aFirst);
    }

    private void FindShared(int rankA, int rankB)
    {
        _shared.Clear();
        var swapped = Length(rankA) > Length(rankB);
        var (small, large) = swapped ? (rankB, rankA) : (rankA, rankB);
        var (s, sEnd) = (index.RowStarts[small], index.RowStarts[small + 1]);
        var (l, lEnd) = (index.RowStarts[large], index.RowStarts[large + 1]);
        while (s < sEnd && l < lEnd)
        {
            var obj = index.Objects[index.Rows[s]];
            var sTo = RunEnd(s, sEnd, obj);
            l = LowerBound(l, lEnd, obj);
            if (l < lEnd && index.Objects[index.Rows[l]] == obj)
            {
                var lTo = RunEnd(l, lEnd, obj);
                _shared.Add(swapped ? new Shared(l, lTo, s, sTo) : new Shared(s, sTo, l, lTo));
                l = lTo;
            }

            s = sTo;
        }

        int Length(int rank) => index.RowStarts[rank + 1] - index.RowStarts[rank];
    }

    private int RunEnd(int at, int end, int obj)
    {
        while (at < end && index.Objects[index.Rows[at]] == obj) at++;
        return at;
    }

    /// <summary>First place from <paramref name="at"/> whose object is not below <paramref name="obj"/>: doubling steps, then halving.</summary>
    private int LowerBound(int at, int end, int obj)
    {
        var step = 1;
        var low = at;
        while (at < end && index.Objects[index.Rows[at]] < obj)
        {
            low = at + 1;
            at += step;
            step *= 2;
        }

        var high = Math.Min(at, end);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (index.Objects[index.Rows[middle]] < obj) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Hands on every co-act on one shared object, by A's act and then B's.</summary>
    private void Sweep(Shared shared, int window, long width, Action<int, int> each)
    {
        var low = shared.FromB;
        for (var i = shared.FromA; i < shared.ToA; i++)
        {
            var a = index.Rows[i];
            if (index.Finest[a] > window) continue;
            while (low < shared.ToB && index.TimesUs[a] - index.TimesUs[index.Rows[low]] > width) low++;
            for (var j = low; j < shared.ToB; j++)
            {
                var b = index.Rows[j];
                if (index.TimesUs[b] - index.TimesUs[a] > width) break;
                if (index.Finest[b] <= window) each(a, b);
            }
        }
    }

    private static int Distinct(List<int> posts)
    {
        posts.Sort();
        var distinct = 0;
        for (var i = 0; i < posts.Count; i++)
            if (i == 0 || posts[i] != posts[i - 1]) distinct++;
        return distinct;
    }

    private double MedianOfKept()
    {
        _gaps.Sort();
        var middle = _gaps.Count / 2;
        return _gaps.Count % 2 == 1 ? _gaps[middle] : (_gaps[middle - 1] + _gaps[middle]) / 2.0;
    }

    private double MedianByCounting(int window, long coActs)
    {
        var upper = Nth(coActs / 2);
        return coActs % 2 == 1 ? upper : (Nth(coActs / 2 - 1) + upper) / 2.0;

        // The smallest gap with more than n gaps at or below it.
        long Nth(long n)
        {
            var (low, high) = (0L, index.Windows[window]);
            while (low < high)
            {
                var middle = low + (high - low) / 2;
                if (CountUpTo(window, middle) > n) high = middle;
                else low = middle + 1;
            }

            return low;
        }
    }

    private long CountUpTo(int window, long width)
    {
        var count = 0L;
        foreach (var shared in _shared)
        {
            var (from, to) = (shared.FromB, shared.FromB);
            var (fromFine, toFine) = (0L, 0L);
            for (var i = shared.FromA; i < shared.ToA; i++)
            {
                var a = index.Rows[i];
                if (index.Finest[a] > window) continue;
                for (; from < shared.ToB && index.TimesUs[a] - index.TimesUs[index.Rows[from]] > width; from++)
                    if (index.Finest[index.Rows[from]] <= window) fromFine++;
                for (; to < shared.ToB && index.TimesUs[index.Rows[to]] - index.TimesUs[a] <= width; to++)
                    if (index.Finest[index.Rows[to]] <= window) toFine++;
                count += toFine - fromFine;
            }
        }

        return count;
    }
}
