namespace Claque.Validation;

/// <summary>What else the acts of a pair could mean; stands beside the finding and never removes it. For one thread.</summary>
internal sealed class AlternativeReadings(BehaviourTest test)
{
    private const double KeptShare = 0.5;
    private const long EarlyUs = 120_000_000;
    private readonly Bursts?[] _bursts = new Bursts?[test.Scales.Count];

    /// <summary>The readings that a pair's acts suggest at the scale of its score, and how many others were near its hits.</summary>
    public (double OthersNear, Readings Readings) Of(PairScore score)
    {
        var acts = test.Acts;
        var scale = test.Scales[score.Scale];
        var bursts = _bursts[score.Scale] ??= test.BurstsAt(score.Scale);
        var windowUs = scale.Chances.WindowUs;
        var common = acts.InCommon(score.A, score.B);
        var hits = common.Where(both => Math.Abs(acts.TimesUs[both.A] - acts.TimesUs[both.B]) <= windowUs).ToList();
        var near = hits.Select(both => bursts.CloseTo(both.A, both.B)).ToList();

        var readings = Readings.None;
        if (KeepsDelay(acts, common, hits.Count, windowUs) || RegularDelays.KeepsDistance(acts, common)) readings |= Readings.RegularDelay;
        if (near.Count(others => others > 0) * 2 >= hits.Count) readings |= Readings.CommonTrigger;
        if (hits.Count(both => Math.Max(Delay(acts, both.A), Delay(acts, both.B)) <= EarlyUs) * 2 >= hits.Count) readings |= Readings.EarlyReaders;
        return (near.Average(), readings);
    }

    /// <summary>
    /// True when the two would be together nearly as often if one's delay on an object were that on another one: each keeps a
    /// delay of its own.
    /// </summary>
    private static bool KeepsDelay(SharedActs acts, List<(int A, int B)> common, int hits, long windowUs)
    {
        if (common.Count < 2) return false;
        long[] a = [.. common.Select(both => Delay(acts, both.A)).Order()];
        long[] b = [.. common.Select(both => Delay(acts, both.B)).Order()];
        var within = 0L;
        for (int i = 0, first = 0, last = 0; i < a.Length; i++)
        {
            while (last < b.Length && b[last] <= a[i] + windowUs) last++;
            while (first < b.Length && b[first] < a[i] - windowUs) first++;
            within += last - first;
        }

        var permuted = (within - hits) / ((double)common.Count * (common.Count - 1));
        return permuted >= KeptShare * hits / common.Count;
    }

    private static long Delay(SharedActs acts, int act) => acts.TimesUs[act] - acts.OriginsUs[acts.ObjectOf[act]];
}
