namespace Claque.Validation;

/// <summary>
/// How often the other accounts on an object, in the cells of two acts, fell within the window of one another: when they did so
/// more often than fine times at random would, the moment itself drew people together, and a hit there says less.
/// </summary>
/// <remarks>For one thread; counts are kept, so that many pairs on one object cost little.</remarks>
internal sealed class Bursts(SharedActs acts, ScaleActs scale, int[] witnessesBefore)
{
    private const double Prior = 3;
    private readonly Dictionary<(int, int), long> _pairsWithin = [];

    /// <summary>
    /// For each act, how many acts before it (on any object) are by accounts that may bear witness: all with a fine enough clock
    /// but those set aside. One longer than there are acts.
    /// </summary>
    public static int[] WitnessesBefore(SharedActs acts, ScaleActs scale, bool[] setAside)
    {
        var before = GC.AllocateUninitializedArray<int>(acts.Count + 1);
        before[0] = 0;
        for (var act = 0; act < acts.Count; act++)
            before[act + 1] = before[act] + (!setAside[acts.Accounts[act]] && scale.Supports(acts.Steps[act]) ? 1 : 0);
        return before;
    }

    /// <summary>The same for each scale; scales that take the same acts have one in common.</summary>
    public static int[][] WitnessesBefore(SharedActs acts, IReadOnlyList<ScaleActs> scales, bool[] setAside)
    {
        var byScale = new int[scales.Count][];
        for (var s = 0; s < byScale.Length; s++)
            byScale[s] = s > 0 && scales[s].Supported == scales[s - 1].Supported ? byScale[s - 1] : WitnessesBefore(acts, scales[s], setAside);
        return byScale;
    }

    /// <summary>The chance of a hit between two acts on one object, raised to what the others show; never lowered.</summary>
    /// <remarks>
    /// Three rates are looked at: how often two others were within the window of one another; and, for either act, how many of the
    /// others in the cell of its partner were within the window of it. The last two see an alert among many unhurried readers.
    /// </remarks>
    public double Raise(int actA, int actB, double chance)
    {
        var (a, b) = (RunOf(actA), RunOf(actB));
        var (ownA, ownB) = (Own(actA), Own(actB));
        var (nearA, nearB) = (Near(actA, b), Near(actB, a));
        var hit = Math.Abs(acts.TimesUs[actA] - acts.TimesUs[actB]) <= scale.Chances.WindowUs ? 1 : 0;

        // Where both are in one cell, each stands among those in the cell of the other.
        var (selfA, selfB) = a.From == b.From ? (ownA, ownB) : (0, 0);
        var (othersA, othersB) = (Witnesses(a.From, a.To) - ownA - selfB, Witnesses(b.From, b.To) - ownB - selfA);
        var pairs = a.From == b.From ? othersA * (othersA - 1.0) / 2 : (double)othersA * othersB;
        var hits = pairs == 0 ? 0 : Within(a, b) - ownA * (nearA - selfA) - ownB * (nearB - selfB) + ownA * ownB * hit;
        var around = Math.Max(Rate(nearA - selfA - hit * ownB, othersB), Rate(nearB - selfB - hit * ownA, othersA));
        return Math.Max(Math.Max(chance, Rate(hits, pairs)), around);

        double Rate(long hitsOfOthers, double pairsOfOthers) => (hitsOfOthers + Prior * chance) / (pairsOfOthers + Prior);
    }

    /// <summary>Other accounts within the window of either of two acts.</summary>
    public int CloseTo(int actA, int actB)
    {
        var (from, to) = (acts.ObjectStarts[acts.ObjectOf[actA]], acts.ObjectStarts[acts.ObjectOf[actA] + 1]);
        var early = Math.Min(acts.TimesUs[actA], acts.TimesUs[actB]) - scale.Chances.WindowUs;
        var late = Math.Max(acts.TimesUs[actA], acts.TimesUs[actB]) + scale.Chances.WindowUs;
        return Witnesses(AtOrAfter(from, to, early), AtOrAfter(from, to, late + 1)) - Own(actA) - Own(actB);
    }

    private int Own(int act) => Witnesses(act, act + 1);

    private int Witnesses(int from, int to) => to <= from ? 0 : witnessesBefore[to] - witnessesBefore[from];

    /// <summary>Witnesses of a run within the window of an act, the act itself included when it is one of them.</summary>
    private int Near(int act, (int From, int To) run) => Witnesses(
        AtOrAfter(run.From, run.To, acts.TimesUs[act] - scale.Chances.WindowUs),
        AtOrAfter(run.From, run.To, acts.TimesUs[act] + scale.Chances.WindowUs + 1));

    /// <summary>Pairs of witnesses within the window, one of each run, or both of one run.</summary>
    private long Within((int From, int To) a, (int From, int To) b)
    {
        if (b.From < a.From) (a, b) = (b, a);
        if (_pairsWithin.TryGetValue((a.From, b.From), out var known)) return known;
        var pairs = 0L;
        for (var (act, first, last) = (a.From, b.From, b.From); act < a.To; act++)
        {
            while (last < b.To && acts.TimesUs[last] <= acts.TimesUs[act] + scale.Chances.WindowUs) last++;
            while (first < b.To && acts.TimesUs[first] < acts.TimesUs[act] - scale.Chances.WindowUs) first++;
            if (Own(act) == 1) pairs += Witnesses(a.From == b.From ? act + 1 : first, last);
        }

        _pairsWithin.Add((a.From, b.From), pairs);
        return pairs;
    }

    /// <summary>The acts on the same object in the same cell.</summary>
    private (int From, int To) RunOf(int act)
    {
        var o = acts.ObjectOf[act];
        var cell = scale.Cells[act];
        var (from, to) = (acts.ObjectStarts[o], acts.ObjectStarts[o + 1]);
        var first = from + FirstAtLeast(scale.Cells.AsSpan(from, act - from), cell);
        var end = act + FirstAtLeast(scale.Cells.AsSpan(act, to - act), cell + 1);
        return (first, end);
    }

    private int AtOrAfter(int from, int to, long timeUs)
    {
        while (from < to)
        {
            var middle = (int)(((uint)from + (uint)to) >> 1);
            if (acts.TimesUs[middle] < timeUs) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    private static int FirstAtLeast(ReadOnlySpan<int> sorted, int value)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) >> 1;
            if (sorted[middle] < value) from = middle + 1;
            else to = middle;
        }

        return from;
    }
}
