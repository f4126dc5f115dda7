namespace Claque.Pairing;

/// <summary>Finds the co-acts of one pair, for an exhibit.</summary>
internal sealed class PairCoActs(ActIndex index)
{
    /// <summary>The co-acts at one window in order of object, time of A and time of B, at most <paramref name="limit"/>.</summary>
    public List<CoAct> Of(int rankA, int rankB, int window, int limit)
    {
        var swapped = index.SpansOf(rankA).Length > index.SpansOf(rankB).Length;
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
        var others = index.SpansOf(partner);
        var acts = new List<(int Own, int Other)>();
        var at = 0;
        foreach (var reach in reaches.All)
        {
            at = FirstFrom(others, at, reach.From);
            for (var other = at; other < others.Length && others[other].Act < reach.To; other++) acts.Add((reach.Act, others[other].Act));
        }

        return acts;
    }

    /// <summary>First place from one on at which an act is not before a given one: doubling steps, then halving.</summary>
    private static int FirstFrom(ReadOnlySpan<Span> acts, int at, int act)
    {
        var step = 1;
        for (; at + step < acts.Length && acts[at + step].Act < act; step *= 2) at += step;
        for (; step > 0; step /= 2)
            if (at + step < acts.Length && acts[at + step].Act < act) at += step;
        return at < acts.Length && acts[at].Act < act ? at + 1 : at;
    }
}
