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

    /// <summary>The accounts with joint sittings on enough days and a p-value that can stand, the number of accounts that had enough sittings, and the rate reckoned with.</summary>
    public static (List<MomentScore> Scores, int Tests, double Rate) Find(SharedActs acts, ValidationOptions options)
    {
        // Where another engine sent a part of the acts, an account's sittings are not all here.
        if (!Fits(acts.Behaviour) || acts.Census is not null) return ([], 0, Reference);
        var moments = new Moments(acts, options);
        // A larger p-value stands at no error rate, whatever the others are.
        var mostP = Math.Max(options.Alpha, options.WeakAlpha);
        var first = moments.ScoresAt(Reference, mostP);
        // Who has too few sittings to be looked at says nothing here: a pool of many would hide itself behind its idlest members.
        var rate = Math.Max(Reference, moments.RateWithout(Standing(first, moments.Tests, options.WeakAlpha)));
        return (rate > Reference ? moments.ScoresAt(rate, mostP) : first, moments.Tests, rate);
    }

    private static IEnumerable<int> Standing(List<MomentScore> scores, int tests, double alpha)
    {
        var q = new double[scores.Count];
        FalseDiscovery.QValues([.. scores.Select(score => score.P)], tests, q);
        return scores.Where((_, i) => q[i] <= alpha).Select(score => score.Account);
    }

    private sealed class Moments
    {
        private readonly SharedActs _acts;
        private readonly bool[] _fine, _inCompany, _lookedAt;
        private readonly int[] _sharers;
        private readonly List<(int Account, int[] Trials)> _joint = [];
        private readonly List<int> _trials = [];
        private long[] _times = new long[64];
        private int[] _own = new int[64];

        public Moments(SharedActs acts, ValidationOptions options)
        {
            _acts = acts;
            (_fine, _inCompany) = (new bool[acts.Count], new bool[acts.Count]);
            (_sharers, _lookedAt) = (new int[acts.Objects.Length], new bool[acts.AccountCount]);
            for (var o = 0; o < _sharers.Length; o++) LookAt(o);
            for (var account = 0; account < acts.AccountCount && acts.ActsOf(account).Length >= options.MinSittings; account++)
            {
                if (SittingsOf(account, options.SittingGap) < options.MinSittings) continue;
                Tests++;
                _lookedAt[account] = true;
                if (JointSittings(_trials).Days >= LeastDays) _joint.Add((account, [.. _trials]));
            }
        }

        /// <summary>Accounts with enough sittings to be looked at.</summary>
        public int Tests { get; }

        /// <summary>What the sittings of accounts with company on enough days say at a rate, in order of the accounts; p-values above a limit are left out.</summary>
        public List<MomentScore> ScoresAt(double rate, double mostP)
        {
            var ofSharers = new double[1 + _sharers.DefaultIfEmpty(1).Max()];
            for (var sharers = 1; sharers < ofSharers.Length; sharers++) ofSharers[sharers] = 1 - Math.Pow(1 - rate, sharers - 1);
            return [.. _joint.Select(one => Score(one.Account, one.Trials, ofSharers, mostP)).OfType<MomentScore>()];
        }

        /// <summary>The chance that two sharers of one thing are of one moment, among the accounts looked at but for some; the mean over things.</summary>
        public double RateWithout(IEnumerable<int> standing)
        {
            var ordinary = _lookedAt.AsSpan().ToArray();
            foreach (var account in standing) ordinary[account] = false;
            var (sum, things) = (0.0, 0);
            var times = new List<long>();
            for (var o = 0; o < _sharers.Length; o++)
            {
                times.Clear();
                for (var act = _acts.ObjectStarts[o]; act < _acts.ObjectStarts[o + 1]; act++)
                    if (_fine[act] && ordinary[_acts.Accounts[act]]) times.Add(_acts.TimesUs[act]);
                if (times.Count < 2) continue;
                var hits = 0L;
                for (int last = 0, first = 0; last < times.Count; last++)
                {
                    while (times[last] - times[first] > WindowUs) first++;
                    hits += last - first;
                }

                (sum, things) = (sum + hits / (.5 * times.Count * (times.Count - 1)), things + 1);
            }

            return things == 0 ? 0 : sum / things;
        }

        /// <summary>Notes which acts on an object a moment can be read from, how many these are, and which of them somebody else is in the same moment as.</summary>
        private void LookAt(int o)
        {
            var last = -1;
            for (var act = _acts.ObjectStarts[o]; act < _acts.ObjectStarts[o + 1]; act++)
            {
                if (!(_fine[act] = (TimePrecision)_acts.Steps[act] <= TimePrecision.Minute)) continue;
                _sharers[o]++;
                if (last >= 0 && _acts.TimesUs[act] - _acts.TimesUs[last] <= WindowUs) _inCompany[last] = _inCompany[act] = true;
                last = act;
            }

            if (_sharers[o] == 1) _fine[last] = false; // nobody to be in one moment with
        }

        /// <summary>How many sittings an account has; finds their trials where there is company for enough days, else none.</summary>
        private int SittingsOf(int account, TimeSpan gap)
        {
            _trials.Clear();
            var all = _acts.ActsOf(account);
            if (_own.Length < all.Length) (_times, _own) = (new long[2 * all.Length], new int[2 * all.Length]);
            var (count, inCompany) = (0, 0);
            foreach (var act in all)
            {
                if (!_fine[act]) continue;
                _times[count] = _acts.TimesUs[act];
                _own[count++] = act;
                inCompany += _inCompany[act] ? 1 : 0;
            }

            var times = _times.AsSpan(0, count);
            if (inCompany < LeastDays) return Sittings.Count(times, gap);
            times.Sort(_own.AsSpan(0, count));
            FindTrials(_own.AsSpan(0, count), gap.Ticks / TimeSpan.TicksPerMicrosecond);
            return _trials.Count;
        }

        /// <summary>One act for each sitting: that on the object with the fewest sharers, the earliest of several.</summary>
        /// <param name="inOrder">Acts of an account by time; those at the same time in any order.</param>
        /// <param name="gapUs">What lies further apart is of two sittings.</param>
        private void FindTrials(ReadOnlySpan<int> inOrder, long gapUs)
        {
            var lastUs = long.MinValue;
            foreach (var act in inOrder)
            {
                var timeUs = _acts.TimesUs[act];
                var begins = _trials.Count == 0 || timeUs - lastUs > gapUs;
                lastUs = timeUs;
                if (begins) _trials.Add(act);
                else if (Rank(act).CompareTo(Rank(_trials[^1])) < 0) _trials[^1] = act;
            }

            (int Sharers, long TimeUs, int Act) Rank(int act) => (_sharers[_acts.ObjectOf[act]], _acts.TimesUs[act], act);
        }

        /// <summary>How many of some sittings are in company, and on how many days.</summary>
        private (int Joint, int Days) JointSittings(IReadOnlyList<int> trials)
        {
            var (joint, days, dayUs) = (0, 0, long.MinValue);
            foreach (var act in trials)
            {
                if (!_inCompany[act]) continue;
                joint++;
                if (days > 0 && _acts.TimesUs[act] - dayUs < DayUs) continue;
                (days, dayUs) = (days + 1, _acts.TimesUs[act]);
            }

            return (joint, days);
        }

        private MomentScore? Score(int account, int[] trials, double[] ofSharers, double mostP)
        {
            var joint = JointSittings(trials).Joint;
            var chances = Array.ConvertAll(trials, act => ofSharers[_sharers[_acts.ObjectOf[act]]]);
            if (mostP < .5 && joint <= Math.Floor(chances.Sum())) return null; // the tail is 1/2 or more there
            var p = PoissonBinomial.UpperTail(chances, joint, new double[joint]);
            if (p > mostP) return null;
            var company = new SortedSet<int>();
            foreach (var act in trials) AddCompany(act, company);
            return new MomentScore(account, p, trials.Length, joint, chances.Sum(), [.. company]);
        }

        /// <summary>Adds the others who shared the same thing in the moment of an act.</summary>
        private void AddCompany(int act, SortedSet<int> company)
        {
            var (from, to) = (_acts.ObjectStarts[_acts.ObjectOf[act]], _acts.ObjectStarts[_acts.ObjectOf[act] + 1]);
            for (var other = act - 1; other >= from && _acts.TimesUs[act] - _acts.TimesUs[other] <= WindowUs; other--)
                if (_fine[other]) company.Add(_acts.Accounts[other]);
            for (var other = act + 1; other < to && _acts.TimesUs[other] - _acts.TimesUs[act] <= WindowUs; other++)
                if (_fine[other]) company.Add(_acts.Accounts[other]);
        }
    }
}
