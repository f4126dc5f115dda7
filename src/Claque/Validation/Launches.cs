using System.Runtime.InteropServices;
using Claque.Reading;
using Claque.Statistics;

namespace Claque.Validation;

/// <summary>Two accounts that again and again are both there in the first minute after publication.</summary>
/// <param name="A">Renumbered account.</param>
/// <param name="B">Renumbered account, above A.</param>
/// <param name="P">p-value against their other partners, and against their own other acts where there is a control.</param>
/// <param name="Launches">Objects on which both were.</param>
/// <param name="Sittings">Those that lie further apart than one sitting.</param>
/// <param name="Expected">How many their numbers would give.</param>
internal sealed record LaunchScore(int A, int B, double P, int Launches, int Sittings, double Expected);

/// <summary>
/// Looks at first minutes only. What is conditioned on: how often each account is there in a first minute that it shares, and how
/// many are there on each object. Very fast readers then have as many partners as there are fast readers; a launch crew has its own.
/// </summary>
/// <remarks>
/// The chance that a partner on object u is j is (k_u - 1) n_j / (N - n_i), with k_u accounts in the first minute of u, n_i first
/// minutes of i, N over all (Chung and Lu 2002). The larger of the p-values seen from i and from j is kept. People with one interest
/// share more than that. Where the data hold a public to compare with (most acts come later than the first minutes), a second test
/// asks how often each is that early on what the other did not share, and both must hold. Neither is free of what the two have in
/// common, so this never names anybody. Early readers are early by themselves, and not in the same half minute as one another; the public of a live
/// event is so for one evening. So the two must also be in the same moment more often than fast people are (<see cref="SameMoments"/>), on three days.
/// </remarks>
internal static class Launches
{
    private const double MostMomentP = .01;

    /// <summary>What counts as the first minute by clock step; nothing is in it where the clock is too coarse.</summary>
    private static readonly long[] EarlyUsOfStep = Array.ConvertAll(Enum.GetValues<TimePrecision>(), clock => EarlyUs(clock) ?? long.MinValue);

    /// <summary>The pairs with a p-value of at most <paramref name="mostP"/>, in order, and the number of pairs tested.</summary>
    /// <param name="acts">The acts.</param>
    /// <param name="options">Sittings.</param>
    /// <param name="momentRate">Chance that two people who share one thing do so in the same moment.</param>
    /// <param name="mostP">Largest p-value reported.</param>
    /// <param name="stop">Stops the work.</param>
    public static (List<LaunchScore> Scores, double Tests, bool HasControl) Find(SharedActs acts, ValidationOptions options, double momentRate, double mostP, CancellationToken stop)
    {
        var early = new bool[acts.Count];
        var earlyCount = 0;
        var onObject = new int[acts.Objects.Length];
        var ofAccount = new int[acts.AccountCount];
        for (var act = 0; act < early.Length; act++)
        {
            early[act] = IsEarly(acts, act);
            if (!early[act]) continue;
            onObject[acts.ObjectOf[act]]++;
            earlyCount++;
        }

        var census = acts.Census;
        if (census is not null)
            for (var o = 0; o < onObject.Length; o++) onObject[o] = census.EarlyOnObject[acts.Objects[o]];
        var hasControl = census is null ? earlyCount * 2 < early.Length : census.EarlyActs * 2 < census.Acts;
        var total = 0L;
        for (var act = 0; act < early.Length; act++)
        {
            if (!(early[act] &= onObject[acts.ObjectOf[act]] >= 2)) continue;
            ofAccount[acts.Accounts[act]]++;
            total++;
        }

        var ready = ofAccount.Count(launches => launches >= options.MinSittings);
        if (census is not null) (total, ready) = (census.EarlyTogether, census.EarlyAccounts);
        var (scores, _) = Rows.Run(
            acts,
            options.Threads,
            () => new Row(acts, early, onObject, ofAccount, total, hasControl, momentRate, options),
            (first, last, row) =>
            {
                var found = new List<LaunchScore>();
                for (var account = first; account < last; account++) row.Find(account, mostP, found);
                return found;
            },
            stop);
        return (scores, ready * (ready - 1.0) / 2, hasControl);
    }

    /// <summary>What counts as the first minute: a minute from publication; with a coarser clock, three of its steps; null where it is too coarse.</summary>
    public static long? EarlyUs(TimePrecision clock) =>
        clock > TimePrecision.Minute ? null : Math.Max(Cells.FirstUs, 3 * clock.Step.Ticks / TimeSpan.TicksPerMicrosecond);

    private static bool IsEarly(SharedActs acts, int act) =>
        acts.TimesUs[act] - acts.OriginsUs[acts.ObjectOf[act]] < EarlyUsOfStep[acts.Steps[act]];

    private sealed class Row(SharedActs acts, bool[] early, int[] onObject, int[] ofAccount, long total, bool hasControl, double momentRate, ValidationOptions options)
    {
        private readonly Dictionary<int, List<long>> _times = [];
        private double[] _chances = new double[64], _states = new double[64];

        public void Find(int account, double mostP, List<LaunchScore> found)
        {
            if (ofAccount[account] < options.MinSittings) return;
            _times.Clear();
            foreach (var act in acts.ActsOf(account))
                if (early[act]) Meet(account, act);

            foreach (var (partner, times) in _times.OrderBy(partner => partner.Key))
            {
                if (times.Count < options.MinSittings || Sittings.Count(CollectionsMarshal.AsSpan(times), options.SittingGap) is var sittings && sittings < options.MinSittings) continue;
                var (p, expected) = Tail(account, partner, sittings);
                if (p > mostP) continue;
                var (back, expectedBack) = Tail(partner, account, sittings);
                p = Math.Max(p, back);
                if (p > mostP) continue;
                var common = acts.InCommon(account, partner);
                if (!AreOfOneMoment(common)) continue;
                if (hasControl) p = Math.Max(p, TailOfOwnHabit(account, partner, common, sittings));
                if (p <= mostP) found.Add(new LaunchScore(account, partner, p, times.Count, sittings, Math.Max(expected, expectedBack)));
            }
        }

        private void Meet(int account, int act)
        {
            var o = acts.ObjectOf[act];
            for (var other = acts.ObjectStarts[o]; other < acts.ObjectStarts[o + 1] && IsEarly(acts, other); other++)
            {
                var partner = acts.Accounts[other];
                if (!early[other] || partner <= account || ofAccount[partner] < options.MinSittings) continue;
                if (!_times.TryGetValue(partner, out var times)) _times.Add(partner, times = []);
                times.Add(acts.OriginsUs[o]);
            }
        }

        private (double P, double Expected) Tail(int account, int partner, int least)
        {
            var (trials, expected) = (0, 0.0);
            foreach (var act in acts.ActsOf(account))
            {
                if (!early[act]) continue;
                if (trials == _chances.Length) Array.Resize(ref _chances, trials * 2);
                var chance = Math.Min(1, (onObject[acts.ObjectOf[act]] - 1.0) * ofAccount[partner] / Math.Max(1, total - ofAccount[account]));
                expected += _chances[trials++] = chance;
            }

            // The median of a Poisson-binomial is within 1 of its mean, so here the tail is 1/2 or more.
            if (least <= Math.Floor(expected)) return (1, expected);
            if (_states.Length < least) _states = new double[least * 2];
            return (PoissonBinomial.UpperTail(_chances.AsSpan(0, trials), least, _states), expected);
        }

        /// <summary>True when the two are in the same moment more often than fast people are, and on enough days; one thing for each sitting.</summary>
        private bool AreOfOneMoment(List<(int A, int B)> common)
        {
            var gapUs = options.SittingGap.Ticks / TimeSpan.TicksPerMicrosecond;
            var (trials, hits, days, dayUs, lastUs) = (0, 0, 0, 0L, 0L);
            foreach (var both in common.OrderBy(both => acts.TimesUs[both.A]).ThenBy(both => both.A))
            {
                var timeUs = acts.TimesUs[both.A];
                if (trials > 0 && timeUs - lastUs <= gapUs) continue;
                (trials, lastUs) = (trials + 1, timeUs);
                if (Math.Abs(timeUs - acts.TimesUs[both.B]) > SameMoments.WindowUs) continue;
                hits++;
                if (days == 0 || timeUs - dayUs >= SameMoments.DayUs) (days, dayUs) = (days + 1, timeUs);
            }

            if (days < SameMoments.LeastDays) return false;
            if (_chances.Length < trials) _chances = new double[trials];
            if (_states.Length < hits) _states = new double[hits];
            _chances.AsSpan(0, trials).Fill(momentRate);
            return PoissonBinomial.UpperTail(_chances.AsSpan(0, trials), hits, _states) <= MostMomentP;
        }

        /// <summary>The chance of as many first minutes together, were each as early here as on what the other did not share.</summary>
        private double TailOfOwnHabit(int account, int partner, List<(int A, int B)> common, int least)
        {
            var ofA = acts.ActsOf(account);
            var ofB = acts.ActsOf(partner);
            var both = EarlyElsewhere(ofA, common.Count, common.Count(one => IsEarly(acts, one.A))) * EarlyElsewhere(ofB, common.Count, common.Count(one => IsEarly(acts, one.B)));
            if (_chances.Length < common.Count) _chances = new double[common.Count];
            if (_states.Length < least) _states = new double[least];
            _chances.AsSpan(0, common.Count).Fill(both);
            return PoissonBinomial.UpperTail(_chances.AsSpan(0, common.Count), least, _states);
        }

        private double EarlyElsewhere(ReadOnlySpan<int> ofAccount, int inCommon, int earlyInCommon)
        {
            var count = -earlyInCommon;
            foreach (var act in ofAccount)
                if (IsEarly(acts, act)) count++;
            return (count + 1.0) / (ofAccount.Length - inCommon + 2.0);
        }
    }
}
