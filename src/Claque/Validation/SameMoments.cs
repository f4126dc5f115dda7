using Claque.Reading;
using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Validation;

/// <summary>An account that, day after day, shares things in the same moment as somebody else.</summary>
/// <param name="Account">Renumbered account.</param>
/// <param name="P">Chance of as many such sittings of somebody who keeps no company.</param>
/// <param name="Sittings">Its sittings with something that others shared too.</param>
/// <param name="Joint">Those whose rarest object somebody else shared in the same moment.</param>
/// <param name="Expected">How many chance would make.</param>
/// <param name="Company">The others of those moments.</param>
internal sealed record MomentScore(int Account, double P, int Sittings, int Joint, double Expected, int[] Company);

/// <summary>
/// Looks at each account rather than at pairs: a pool of accounts that is told what to share, a few at a time and never the same few,
/// makes no pair that returns. What returns is that an account is not alone in the moment in which it shares something that hardly anybody else shares.
/// </summary>
/// <remarks>
/// One trial a sitting: the object with the fewest sharers, chosen before any fine time is looked at. With m sharers, chance that one
/// of the others falls into the same moment: 1 - (1 - r)^(m-1), r the chance for two people who share one thing. r is the larger
/// of <see cref="Reference"/> and what those accounts of these posts show that were looked at and do not stand by it. Publication itself may draw people into
/// one moment, and publication times are not needed here: so this never names anybody. Joint sittings must fall on three
/// days, so that the public of one evening is no company.
/// </remarks>
internal static class SameMoments
{
    /// <summary>Acts at most this far apart are of one moment; with whole minutes, those of the same minute.</summary>
    public const long WindowUs = 30_000_000;

    /// <summary>Chance that two people who share one thing do so in the same moment: 25 times what was measured on ordinary reshares.</summary>
    public const double Reference = .25;

    /// <summary>Days on which there must be company; less could be the public of one evening.</summary>
    public const int LeastDays = 3;

    /// <summary>What comes less than this after another is of the same day, microseconds.</summary>
    public const long DayUs = 86_400_000_000;

    /// <summary>True for behaviours whose objects were published by somebody, once: only there can a moment be that of publication.</summary>
    public static bool Fits(Behaviour behaviour) =>
        behaviour != Behaviour.Hashtags && behaviour != Behaviour.Text && behaviour != Behaviour.SimilarText && behaviour != Behaviour.Domain
        && behaviour != Behaviour.Mention && behaviour != Behaviour.Reply;

    /// <summary>The accounts with joint sittings on enough days, the number of accounts that had enough sittings, and the rate reckoned with.</summary>
    public static (List<MomentScore> Scores, int Tests, double Rate) Find(SharedActs acts, ValidationOptions options)
    {
        // Where another engine sent a part of the acts, an account's sittings are not all here.
        if (!Fits(acts.Behaviour) || acts.Census is not null) return ([], 0, Reference);
        var moments = new Moments(acts);
        var accounts = new List<(int Account, List<int> Trials)>();
        for (var account = 0; account < acts.AccountCount; account++)
            if (moments.Trials(account, options.SittingGap) is var trials && trials.Count >= options.MinSittings) accounts.Add((account, trials));

        var first = accounts.Select(one => moments.Score(one.Account, one.Trials, Reference)).OfType<MomentScore>().ToList();
        // Who has too few sittings to be looked at says nothing here: a pool of many would hide itself behind its idlest members.
        var ordinary = accounts.Select(one => one.Account).Except(Standing(first, accounts.Count, options.WeakAlpha)).ToHashSet();
        var rate = Math.Max(Reference, moments.RateAmong(ordinary));
        return (rate > Reference ? [.. accounts.Select(one => moments.Score(one.Account, one.Trials, rate)).OfType<MomentScore>()] : first, accounts.Count, rate);
    }

    private static HashSet<int> Standing(List<MomentScore> scores, int tests, double alpha)
    {
        var q = new double[scores.Count];
        FalseDiscovery.QValues([.. scores.Select(score => score.P)], tests, q);
        return [.. scores.Where((_, i) => q[i] <= alpha).Select(score => score.Account)];
    }

    private sealed class Moments
    {
        private readonly SharedActs _acts;
        private readonly int[] _sharers;

        public Moments(SharedActs acts)
        {
            _acts = acts;
            _sharers = new int[acts.Objects.Length];
            for (var act = 0; act < acts.Count; act++)
                if (IsFine(act)) _sharers[acts.ObjectOf[act]]++;
        }

        private bool IsFine(int act) => (TimePrecision)_acts.Steps[act] <= TimePrecision.Minute;

        /// <summary>One act for each sitting of an account: that on the object with the fewest sharers, the earliest of several.</summary>
        public List<int> Trials(int account, TimeSpan gap)
        {
            var trials = new List<int>();
            var lastUs = long.MinValue;
            foreach (var act in _acts.ActsOf(account).ToArray().Where(act => IsFine(act) && _sharers[_acts.ObjectOf[act]] > 1).OrderBy(act => _acts.TimesUs[act]).ThenBy(act => act))
            {
                var begins = trials.Count == 0 || _acts.TimesUs[act] - lastUs > gap.Ticks / TimeSpan.TicksPerMicrosecond;
                lastUs = _acts.TimesUs[act];
                if (begins) trials.Add(act);
                else if (_sharers[_acts.ObjectOf[act]] < _sharers[_acts.ObjectOf[trials[^1]]]) trials[^1] = act;
            }

            return trials;
        }

        /// <summary>What an account's sittings say at a rate; null when those in company do not fall on enough days.</summary>
        public MomentScore? Score(int account, List<int> trials, double rate)
        {
            var company = new SortedSet<int>();
            var (joint, days, dayUs) = (0, 0, long.MinValue);
            foreach (var act in trials.Where(act => AddCompany(act, company)))
            {
                joint++;
                if (days > 0 && _acts.TimesUs[act] - dayUs < DayUs) continue;
                (days, dayUs) = (days + 1, _acts.TimesUs[act]);
            }

            if (days < LeastDays) return null;
            double[] chances = [.. trials.Select(act => 1 - Math.Pow(1 - rate, _sharers[_acts.ObjectOf[act]] - 1))];
            return new MomentScore(account, PoissonBinomial.UpperTail(chances, joint, new double[joint]), trials.Count, joint, chances.Sum(), [.. company]);
        }

        /// <summary>The chance that two sharers of one thing are of one moment, among these accounts; the mean over things.</summary>
        public double RateAmong(HashSet<int> ordinary)
        {
            var (sum, things) = (0.0, 0);
            for (var o = 0; o < _acts.Objects.Length; o++)
            {
                long[] times = [.. Enumerable.Range(_acts.ObjectStarts[o], _acts.ObjectStarts[o + 1] - _acts.ObjectStarts[o])
                    .Where(act => IsFine(act) && ordinary.Contains(_acts.Accounts[act])).Select(act => _acts.TimesUs[act])];
                if (times.Length < 2) continue;
                var hits = 0L;
                for (int last = 0, first = 0; last < times.Length; last++)
                {
                    while (times[last] - times[first] > WindowUs) first++;
                    hits += last - first;
                }

                (sum, things) = (sum + hits / (.5 * times.Length * (times.Length - 1)), things + 1);
            }

            return things == 0 ? 0 : sum / things;
        }

        /// <summary>Adds the others who shared the same thing in the moment of an act; false when there are none.</summary>
        private bool AddCompany(int act, SortedSet<int> company)
        {
            var (from, to) = (_acts.ObjectStarts[_acts.ObjectOf[act]], _acts.ObjectStarts[_acts.ObjectOf[act] + 1]);
            var any = false;
            for (var other = act - 1; other >= from && _acts.TimesUs[act] - _acts.TimesUs[other] <= WindowUs; other--) any |= Add(other);
            for (var other = act + 1; other < to && _acts.TimesUs[other] - _acts.TimesUs[act] <= WindowUs; other++) any |= Add(other);
            return any;

            bool Add(int other)
            {
                if (!IsFine(other)) return false;
                company.Add(_acts.Accounts[other]);
                return true;
            }
        }
    }
}
