using Claque.Reading;

namespace Claque.Validation;

/// <summary>Two accounts at a constant distance that no window reaches.</summary>
/// <param name="A">Renumbered account.</param>
/// <param name="B">Renumbered account, above A.</param>
/// <param name="Objects">Objects in common.</param>
/// <param name="GapUs">Median of B's time minus A's.</param>
/// <param name="SpreadUs">How far four fifths of the gaps lie from it at most.</param>
internal sealed record DelayScore(int A, int B, int Objects, long GapUs, long SpreadUs);

/// <summary>Tells accounts that follow one another at a constant distance from accounts that meet.</summary>
internal static class RegularDelays
{
    internal const int LeastObjects = 8;
    internal const double Share = 0.8;
    internal const int Steadiness = 3;
    internal const long LeastSpreadUs = 10_000_000;
    private const int MostPerObject = 100;

    /// <summary>
    /// True when one acts a constant time after the other, object by object: on eight objects or more, four fifths of the gaps lie
    /// so close around their median that the median is at least three times that far from 0. Whoever is first then is always first. People
    /// who agree on a moment come in changing order around it, and so do not pass.
    /// </summary>
    public static bool KeepsDistance(SharedActs acts, IReadOnlyList<(int A, int B)> common) => Distance(acts, common) is not null;

    /// <summary>
    /// The pairs further apart than <paramref name="beyondUs"/> in which each keeps a delay of its own from the first share or the
    /// publication, and both a constant distance from one another: what feeds and schedulers do that no window reaches.
    /// </summary>
    /// <remarks>Linear in the acts but for sorting each account's delays; pairs are only made of accounts that keep a delay.</remarks>
    public static List<DelayScore> Beyond(SharedActs acts, long beyondUs, CancellationToken stop)
    {
        var keeps = new bool[acts.AccountCount];
        var delays = acts.Busy == 0 ? [] : new long[acts.ActsOf(0).Length];
        for (var account = 0; account < acts.Busy; account++) keeps[account] = KeepsDelay(acts, account, delays.AsSpan(0, acts.ActsOf(account).Length));
        var common = new Dictionary<(int A, int B), List<(int A, int B)>>();
        var steady = new List<int>();
        for (var o = 0; o < acts.Objects.Length; o++)
        {
            steady.Clear();
            for (var act = acts.ObjectStarts[o]; act < acts.ObjectStarts[o + 1]; act++)
                if (keeps[acts.Accounts[act]]) steady.Add(act);
            if (steady.Count is < 2 or > MostPerObject) continue;
            stop.ThrowIfCancellationRequested();
            for (var i = 0; i < steady.Count; i++)
                for (var j = i + 1; j < steady.Count; j++) Add(common, acts, steady[i], steady[j]);
        }

        return
        [
            .. common.Select(pair => (Pair: pair.Key, Count: pair.Value.Count, Distance: Distance(acts, pair.Value)))
                .Where(pair => pair.Distance is { } distance && Math.Abs(distance.GapUs) > beyondUs)
                .Select(pair => new DelayScore(pair.Pair.A, pair.Pair.B, pair.Count, pair.Distance!.Value.GapUs, pair.Distance.Value.SpreadUs))
                .OrderBy(score => (score.A, score.B)),
        ];
    }

    private static void Add(Dictionary<(int A, int B), List<(int A, int B)>> common, SharedActs acts, int one, int other)
    {
        if (acts.Accounts[one] > acts.Accounts[other]) (one, other) = (other, one);
        var pair = (acts.Accounts[one], acts.Accounts[other]);
        if (!common.TryGetValue(pair, out var both)) common.Add(pair, both = []);
        both.Add((one, other));
    }

    private static bool KeepsDelay(SharedActs acts, int account, Span<long> delays)
    {
        var own = acts.ActsOf(account);
        if (own.Length < LeastObjects) return false;
        for (var i = 0; i < own.Length; i++) delays[i] = acts.TimesUs[own[i]] - acts.OriginsUs[acts.ObjectOf[own[i]]];
        return AreKept(delays);
    }

    /// <summary>True when four fifths of some delays lie within ten seconds, or a third of it, of their median. May sort them.</summary>
    internal static bool AreKept(Span<long> delays)
    {
        var mayMiss = delays.Length - Most(delays.Length);
        for (var (i, misses) = (1, 0); i < delays.Length; i += 2)
            if (!CanBothBeNear(delays[i - 1], delays[i]) && ++misses > mayMiss) return false;

        delays.Sort();
        var median = delays[delays.Length / 2];
        var limit = Math.Max(LeastSpreadUs, median / Steadiness);
        var near = 0;
        foreach (var delay in delays)
            if (Math.Abs(delay - median) <= limit) near++;
        return near >= Most(delays.Length);
    }

    /// <summary>False when one of two delays at least is not near the median, whatever that is: mostly that decides, and nothing need be sorted.</summary>
    private static bool CanBothBeNear(long one, long other)
    {
        // Within a third of a median lies what is at most (Steadiness + 1) / (Steadiness - 1) times as much as the least of it.
        var (less, more) = (Math.Min(one, other), Math.Max(one, other));
        return more - less <= 2 * LeastSpreadUs || (Steadiness - 1) * more <= (Steadiness + 1) * less;
    }

    /// <summary>How many of so many times make four fifths of them.</summary>
    private static int Most(int count) => (int)Math.Ceiling(Share * count);

    private static (long GapUs, long SpreadUs)? Distance(SharedActs acts, IReadOnlyList<(int A, int B)> common)
    {
        if (common.Count < LeastObjects) return null;
        var step = common.Max(both => Math.Max(acts.Steps[both.A], acts.Steps[both.B]));
        long[] gaps = [.. common.Select(both => acts.TimesUs[both.B] - acts.TimesUs[both.A]).Order()];
        var median = gaps[gaps.Length / 2];
        var spread = Math.Max(Spread(gaps, median), ((TimePrecision)step).Step.Ticks / TimeSpan.TicksPerMicrosecond);
        return Math.Abs(median) >= Steadiness * spread ? (median, spread) : null;
    }

    /// <summary>How far four fifths of some times lie from a middle, at most.</summary>
    private static long Spread(long[] times, long middle)
    {
        var apart = new long[times.Length];
        for (var i = 0; i < apart.Length; i++) apart[i] = Math.Abs(times[i] - middle);
        Array.Sort(apart);
        return apart[Most(apart.Length) - 1];
    }
}
