using Claque.Pairing;
using Claque.Thinning;

namespace Claque.Validation;

/// <summary>
/// How many pairs of one behaviour are tested: those with enough trials for a result. It depends on cells alone, never on fine
/// times, so leaving out the rest costs nothing in validity (Tarone 1990, doi:10.2307/2531456).
/// </summary>
/// <param name="Pairs">The number of pairs, each counted by its <see cref="Weight"/>; or an upper bound.</param>
/// <param name="Partners">The same for each (renumbered) account: with how many others it is tested.</param>
/// <param name="Trials">Possible trials over all pairs.</param>
/// <param name="Exact">True when counted pair by pair; false for an upper bound from the number of trials (Markov).</param>
internal sealed record Testable(double Pairs, double[] Partners, long Trials, bool Exact)
{
    /// <summary>The same for every account of the corpus, by id, where these acts are not all; else null.</summary>
    public double[]? OfAll { get; init; }

    private const int FullWeight = 2;
    private const double Tenths = 10;

    /// <summary>
    /// How much of a test a pair with so many trials counts as: a tenth at the least number, three tenths with one more, a whole
    /// one beyond. Few trials can hardly give a result, so less is spent on them; their p-values are divided by the same number.
    /// </summary>
    /// <remarks>Weights fixed before the fine times are seen keep the error rate. Genovese, Roeder, Wasserman 2006, doi:10.1093/biomet/93.3.509.</remarks>
    public static double Weight(int trials, int least) => WeightInTenths(trials, least) / Tenths;

    private static int WeightInTenths(int trials, int least) => (trials - least) switch { < 0 => 0, 0 => 1, 1 => 3, _ => 10 };

    /// <summary>Counts the testable pairs at the widest scale, which takes in those of every finer one.</summary>
    public static Testable Count(SharedActs acts, ScaleActs widest, ValidationOptions options, CancellationToken stop)
    {
        if (acts.Census is { } census) return Of(acts, census, options.MinSittings);
        var eligible = widest.Eligible;
        var (from, to) = widest.TrialRanges();
        var byAccount = TrialsByAccount(acts, eligible, from, to);
        var trials = byAccount.Sum() / 2;
        if (trials > (long)options.MaxTrialsCountedPerAct * Math.Max(1, acts.Count)) return Bound(byAccount.AsSpan(0, acts.Busy), acts.AccountCount, trials, options.MinSittings);

        var ranks = GC.AllocateUninitializedArray<int>(acts.Count + RowScan.Padding);
        for (var act = 0; act < eligible.Length; act++) ranks[act] = eligible[act] < 0 ? int.MaxValue : eligible[act];
        var (pairs, scratches) = Rows.Run(
            acts,
            options.Threads,
            () => new PartnerCounts(acts.Busy),
            (first, last, own) => CountRows(acts, ranks, from, to, options.MinSittings, (first, last), own),
            stop);
        var tenths = new long[acts.AccountCount];
        foreach (var own in scratches)
            for (var account = 0; account < acts.Busy; account++) tenths[account] += own.Partners[account];
        return Counted(pairs.Sum(), tenths, trials);
    }

    /// <summary>What another engine counted, for the accounts that are here.</summary>
    private static Testable Of(SharedActs acts, TestCensus census, int least)
    {
        var whole = census.TestsCounted ? Counted(census.Tested.Sum() / 2, census.Tested, census.Trials) : BoundOf(census, least);
        return whole with { Partners = [.. acts.AccountIds.Select(id => whole.Partners[id])], OfAll = whole.Partners };
    }

    private static Testable BoundOf(TestCensus census, int least)
    {
        // Accounts that are not busy have no trials, so the order of the accounts and the rest of them do not matter.
        var capped = census.Tested.Select(trials => Math.Min(trials, (long)(least + FullWeight) * (census.Busy - 1))).ToArray();
        return Bounded(capped, census.Trials, least);
    }

    // Whole numbers are added before they are divided, so that the sums do not depend on threads or on the order of accounts.
    private static Testable Counted(long pairTenths, long[] tenths, long trials) =>
        new(pairTenths / Tenths, [.. tenths.Select(weight => weight / Tenths)], trials, Exact: true);

    private static Testable Bounded(long[] capped, long trials, int least) =>
        new(capped.Sum() / (2.0 * (least + FullWeight)), [.. capped.Select(own => own / (double)(least + FullWeight))], trials, Exact: false);

    private static long[] TrialsByAccount(SharedActs acts, int[] eligible, int[] from, int[] to)
    {
        var before = new int[acts.Count + 1];
        for (var act = 0; act < acts.Count; act++) before[act + 1] = before[act] + (eligible[act] >= 0 ? 1 : 0);
        var trials = new long[acts.AccountCount];
        for (var act = 0; act < acts.Count; act++)
            if (eligible[act] >= 0) trials[eligible[act]] += before[to[act]] - before[from[act]] - 1;
        return trials;
    }

    private static Testable Bound(ReadOnlySpan<long> byBusyAccount, int accounts, long trials, int least)
    {
        var capped = new long[accounts];
        for (var account = 0; account < byBusyAccount.Length; account++)
            capped[account] = Math.Min(byBusyAccount[account], (long)(least + FullWeight) * (byBusyAccount.Length - 1));
        return Bounded(capped, trials, least);
    }

    /// <summary>Counts the trials of each account with those before it, which are busier, so that their counters lie close together.</summary>
    private static List<long> CountRows(SharedActs acts, int[] ranks, int[] from, int[] to, int least, (int First, int Last) rows, PartnerCounts own)
    {
        var pairs = 0L;
        for (var account = rows.First; account < rows.Last; account++)
        {
            foreach (var act in acts.ActsOf(account))
                if (ranks[act] == account) own.Count(ranks, from[act], to[act], account);

            var found = own.Take(least);
            own.Partners[account] += found;
            pairs += found;
        }

        return [pairs];
    }

    private sealed class PartnerCounts(int accounts)
    {
        private const int Run = 1024;
        private readonly int[] _counts = new int[accounts];
        private readonly int[] _touched = new int[accounts + 1];
        private readonly int[] _found = new int[Run + RowScan.Padding];
        private int _touchedCount;

        public long[] Partners { get; } = new long[accounts];

        /// <summary>Counts a trial with each account before one among a run of acts.</summary>
        public void Count(int[] ranks, int from, int to, int account)
        {
            for (; from < to; from += Run)
            {
                var found = RowScan.ActsBelow(ranks, (from, Math.Min(from + Run, to)), account, _found, RowScan.Widest);
                foreach (var act in _found.AsSpan(0, found))
                {
                    _touched[_touchedCount] = ranks[act];
                    _touchedCount += _counts[ranks[act]]++ == 0 ? 1 : 0;
                }
            }
        }

        /// <summary>Adds up the weights of the partners, in tenths so that the sum is exact in any order, and forgets them.</summary>
        public long Take(int least)
        {
            var found = 0L;
            foreach (var account in _touched.AsSpan(0, _touchedCount))
            {
                var weight = WeightInTenths(_counts[account], least);
                found += weight;
                Partners[account] += weight;
                _counts[account] = 0;
            }

            _touchedCount = 0;
            return found;
        }
    }
}
