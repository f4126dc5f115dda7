namespace Claque.Pairing;

/// <summary>Finds the co-acts of one pair, for an exhibit.</summary>
internal sealed class PairCoActs(ActIndex index)
{
    /// <summary>The co-acts at one window in order of object, time of A and time of B, at most <paramref name="limit"/>.</summary>
    public List<CoAct> Of(int rankA, int rankB, int window, int limit)
    {
        var swapped = index.SegmentsOf(rankA).Length > index.SegmentsOf(rankB).Length;
        var found = swapped ? CoActs(rankB, rankA, window).Select(both => (Own: both.Other, Other: both.Own)).Order() : CoActs(rankA, rankB, window).AsEnumerable();
        return
        [
            .. found.Take(limit).Select(both => new CoAct(
                index.ObjectOf(both.Own), index.Acts[both.Own].Post, index.Acts[both.Other].Post, index.Acts[both.Other].TimeUs - index.Acts[both.Own].TimeUs)),
        ];
    }

    /// <summary>The acts of a partner inside each reach of a row, in order of the row's act and the partner's.</summary>
    private List<(int Own, int Other)> CoActs(int row, int partner, int window)
    {
        var reaches = new RowReaches(index);
        reaches.Take(row, window);
        var others = index.SegmentsOf(partner);
        var acts = new List<(int Own, int Other)>();
        var at = 0;
        foreach (var reach in reaches.All)
        {
            at = FirstReaching(others, at, reach.From);
            for (var other = at; other < others.Length; other++)
            {
                var before = acts.Count;
                for (var act = others[other].Last; act >= others[other].From; act = index.Previous[act])
                    if (act >= reach.From && act < reach.To) acts.Add((reach.Act, act));
                if (acts.Count == before) break;
                acts.Reverse(before, acts.Count - before);
            }
        }

        return acts;
    }

    /// <summary>First segment from a place on whose last act is not before a given one: doubling steps, then halving.</summary>
    private static int FirstReaching(ReadOnlySpan<Segment> segments, int at, int act)
    {
        var (low, step) = (at, 1);
        while (at < segments.Length && segments[at].Last < act)
        {
            low = at + 1;
            at += step;
            step *= 2;
        }

        var high = Math.Min(at, segments.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (segments[middle].Last < act) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
