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
        var ranges = widest.TrialRanges();
        var byAccount = TrialsByAccount(acts, widest.Ranks, ranges);
        var trials = byAccount.Sum() / 2;
        if (trials > (long)options.MaxTrialsCountedPerAct * Math.Max(1, acts.Count)) return Bound(byAccount.AsSpan(0, acts.Busy), acts.AccountCount, trials, options.MinSittings);

        var (pairs, rows) = Rows.Run<Row, long>(
            acts,
            options.Threads,
            () => new Row(new PartnerCounts(acts, widest.Ranks, ranges, options.MinSittings), acts.Busy, options.MinSittings),
            (first, last, row) => [row.WeighPairs(first, last)],
            stop);
        var tenths = new long[acts.AccountCount];
        foreach (var row in rows)
            for (var account = 0; account < acts.Busy; account++) tenths[account] += row.Tenths[account];
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

    private static long[] TrialsByAccount(SharedActs acts, int[] ranks, (int From, int To)[] ranges)
    {
        var before = new int[acts.Count + 1];
        for (var act = 0; act < acts.Count; act++) before[act + 1] = before[act] + (ranks[act] != ScaleActs.NoRank ? 1 : 0);
        var trials = new long[acts.AccountCount];
        for (var act = 0; act < acts.Count; act++)
            if (ranks[act] != ScaleActs.NoRank) trials[ranks[act]] += before[ranges[act].To] - before[ranges[act].From] - 1;
        return trials;
    }

    private static Testable Bound(ReadOnlySpan<long> byBusyAccount, int accounts, long trials, int least)
    {
        var capped = new long[accounts];
        for (var account = 0; account < byBusyAccount.Length; account++)
            capped[account] = Math.Min(byBusyAccount[account], (long)(least + FullWeight) * (byBusyAccount.Length - 1));
        return Bounded(capped, trials, least);
    }

    private sealed class Row(PartnerCounts trials, int accounts, int least)
    {
        /// <summary>The weights of each account's pairs, in tenths.</summary>
        public long[] Tenths { get; } = new long[accounts];

        /// <summary>Adds up the weights of the pairs of some accounts with busier ones, in tenths so that the sum is exact in any order.</summary>
        public long WeighPairs(int first, int last)
        {
            var all = 0L;
            for (var account = first; account < last; account++)
            {
                trials.Count(account);
                var own = 0L;
                foreach (var partner in trials.Partners)
                {
                    var count = trials.Take(partner);
                    if (count < least) continue;
                    var weight = WeightInTenths(count, least);
                    own += weight;
                    Tenths[partner] += weight;
                }

                Tenths[account] += own;
                all += own;
            }

            return all;
        }
    }
}
