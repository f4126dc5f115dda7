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
        var eligible = widest.Eligible;
        var (from, to) = widest.TrialRanges();
        var byAccount = TrialsByAccount(acts, eligible, from, to);
        var trials = byAccount.Sum() / 2;
        if (trials > (long)options.MaxTrialsCountedPerAct * Math.Max(1, acts.Count)) return Bound(acts, byAccount, trials, options.MinSittings);

        var (pairs, scratches) = Rows.Run(
            acts,
            options.Threads,
            () => new PartnerCounts(acts.Busy),
            (first, last, own) => CountRows(acts, eligible, from, to, options.MinSittings, (first, last), own),
            stop);
        var partners = new double[acts.AccountCount];
        foreach (var own in scratches)
            for (var account = 0; account < acts.Busy; account++) partners[account] += own.Partners[account] / Tenths;
        return new Testable(pairs.Sum(), partners, trials, Exact: true);
    }

    private static long[] TrialsByAccount(SharedActs acts, bool[] eligible, int[] from, int[] to)
    {
        var before = new int[acts.Count + 1];
        for (var act = 0; act < acts.Count; act++) before[act + 1] = before[act] + (eligible[act] ? 1 : 0);
        var trials = new long[acts.AccountCount];
        for (var act = 0; act < acts.Count; act++)
            if (eligible[act]) trials[acts.Accounts[act]] += before[to[act]] - before[from[act]] - 1;
        return trials;
    }

    private static Testable Bound(SharedActs acts, long[] byAccount, long trials, int least)
    {
        var partners = new double[acts.AccountCount];
        for (var account = 0; account < acts.Busy; account++) partners[account] = Math.Min(byAccount[account] / (double)(least + FullWeight), acts.Busy - 1);
        return new Testable(partners.Sum() / 2, partners, trials, Exact: false);
    }

    private static List<double> CountRows(SharedActs acts, bool[] eligible, int[] from, int[] to, int least, (int First, int Last) rows, PartnerCounts own)
    {
        var pairs = 0L;
        for (var account = rows.First; account < rows.Last; account++)
        {
            foreach (var act in acts.ActsOf(account))
            {
                if (!eligible[act]) continue;
                for (var other = from[act]; other < to[act]; other++)
                    if (acts.Accounts[other] > account && eligible[other]) own.Touch(acts.Accounts[other]);
            }

            var found = own.Take(least);
            own.Partners[account] += found;
            pairs += found;
        }

        return [pairs / Tenths];
    }

    private sealed class PartnerCounts(int accounts)
    {
        private readonly int[] _counts = new int[accounts];
        private readonly int[] _touched = new int[accounts];
        private int _touchedCount;

        public long[] Partners { get; } = new long[accounts];

        public void Touch(int account)
        {
            if (_counts[account]++ == 0) _touched[_touchedCount++] = account;
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
