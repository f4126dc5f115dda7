using Claque.Reading;
using Claque.Statistics;

namespace Claque.Validation;

/// <summary>What the test says of one pair in one behaviour.</summary>
/// <param name="A">Renumbered account.</param>
/// <param name="B">Renumbered account, above A.</param>
/// <param name="P">p-value: the smallest over the scales, times their number.</param>
/// <param name="Scale">The scale that gave it.</param>
/// <param name="Common">Objects in common.</param>
/// <param name="Trials">Trials at that scale.</param>
/// <param name="Hits">Hits among them.</param>
/// <param name="Sittings">Sittings with a hit.</param>
/// <param name="Expected">Hits expected by chance, habits and bursts included.</param>
internal sealed record PairScore(int A, int B, double P, int Scale, int Common, int Trials, int Hits, int Sittings, double Expected)
{
    /// <summary>How much of a test the pair counts as.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The p-value as it enters the comparison with others: divided by the weight.</summary>
    public double WeightedP => P / Weight;

    /// <summary>Habit factor per scale; 0 where it was not needed.</summary>
    public double[] Habits { get; init; } = [];
}

/// <summary>Scores pairs exactly, one after the other. For one thread.</summary>
internal sealed class PairScorer(SharedActs acts, IReadOnlyList<ScaleActs> scales, int tested, ValidationOptions options, Bursts[]? bursts)
{
    private const double HabitsBelow = 0.01;
    private readonly int[] _actOn = NewActs(acts.Objects.Length);
    private readonly List<(int A, int B)> _common = [];
    private readonly List<long> _hits = [];
    private readonly List<long> _apartA = [], _apartB = [];
    private readonly int[] _objectsByAccount = acts.ObjectsByAccount;
    private double[] _chances = new double[64], _raised = new double[64], _states = new double[64];
    private Meeting[] _meetings = new Meeting[64];
    private int[] _trials = new int[64];
    private int _row = -1;

    /// <summary>What the clocks say of two acts on an object in common.</summary>
    private readonly record struct Meeting(long FirstUs, long GapUs, byte Step);

    /// <summary>The score of a pair; null when it is not below <paramref name="mostP"/>.</summary>
    /// <param name="a">One account.</param>
    /// <param name="b">The other, with no more acts than the first.</param>
    /// <param name="known">Habit factors found before, if any.</param>
    /// <param name="mostP">p-values above it are of no interest.</param>
    public PairScore? Score(int a, int b, PairScore? known, double mostP)
    {
        Gather(a, b);
        Meet();
        var habits = known?.Habits ?? new double[scales.Count];
        PairScore? best = null;
        for (var s = 0; s < scales.Count; s++)
        {
            var score = ScoreAt(s, a, b, habits);
            if (score != null && score.P < (best?.P ?? 1)) best = score;
        }

        return best == null || best.P > mostP ? null : best with { Habits = habits, Weight = Testable.Weight(TrialsAtWidest(), options.MinSittings) };
    }

    /// <summary>Trials of the pair gathered last as <see cref="Testable"/> counts them.</summary>
    public int TrialsAtWidest()
    {
        var (widest, trials) = (scales[^1], 0);
        foreach (var (a, b) in _common)
            if (widest.Supports(Math.Max(acts.Steps[a], acts.Steps[b])) && widest.Chances.Of(widest.Cells[a], widest.Cells[b], widest.Coarsest) > 0) trials++;
        return trials;
    }

    /// <summary>The acts of two accounts on the objects that they share.</summary>
    public List<(int A, int B)> Gather(int a, int b)
    {
        if (_row != a)
        {
            if (_row >= 0)
                foreach (var act in acts.ActsOf(_row)) _actOn[acts.ObjectOf[act]] = -1;
            foreach (var act in acts.ActsOf(a)) _actOn[acts.ObjectOf[act]] = act;
            _row = a;
        }

        _common.Clear();
        for (var at = acts.AccountStarts[b]; at < acts.AccountStarts[b + 1]; at++)
        {
            var other = _actOn[_objectsByAccount[at]];
            if (other >= 0) _common.Add((other, acts.ActsByAccount[at]));
        }

        return _common;
    }

    private void Meet()
    {
        if (_meetings.Length < _common.Count)
            (_meetings, _trials, _chances, _raised) = (new Meeting[2 * _common.Count], new int[2 * _common.Count], new double[2 * _common.Count], new double[2 * _common.Count]);
        for (var i = 0; i < _common.Count; i++)
        {
            var (a, b) = _common[i];
            var (timeA, timeB) = (acts.TimesUs[a], acts.TimesUs[b]);
            _meetings[i] = new Meeting(Math.Min(timeA, timeB), Math.Abs(timeA - timeB), Math.Max(acts.Steps[a], acts.Steps[b]));
        }
    }

    private PairScore? ScoreAt(int s, int a, int b, double[] habits)
    {
        var scale = scales[s];
        var close = Close(scale);
        if (close < options.MinSittings) return null;
        _hits.Clear();
        var (trials, expected) = (0, 0.0);
        for (var i = 0; i < _common.Count; i++)
        {
            var meeting = _meetings[i];
            if (!scale.Supports(meeting.Step)) continue;
            var chance = scale.Chances.Of(scale.Cells[_common[i].A], scale.Cells[_common[i].B], meeting.Step);
            if (chance <= 0) continue;
            (_trials[trials], _chances[trials]) = (i, chance);
            trials++;
            if (meeting.GapUs <= scale.Chances.WindowUs) _hits.Add(meeting.FirstUs);

            // More are expected than there can be: the p-value is 1, with or without what can only raise the chances (see Tail).
            expected += chance;
            if (expected >= close + 1) return null;
        }

        var sittings = _hits.Count < options.MinSittings ? 0 : Sittings(_hits, options.SittingGap);
        if (sittings < options.MinSittings) return null;
        if (bursts != null) Raise(bursts[s], trials);

        var (p, expectedAtLast) = TailWithHabits(s, a, b, trials, sittings, habits);
        return new PairScore(a, b, Math.Min(1, p * tested), s, _common.Count, trials, _hits.Count, sittings, expectedAtLast);
    }

    /// <summary>How many hits the pair can have at a scale, by the times alone.</summary>
    private int Close(ScaleActs scale)
    {
        var close = 0;
        foreach (ref readonly var meeting in _meetings.AsSpan(0, _common.Count)) close += meeting.GapUs <= scale.Chances.WindowUs ? 1 : 0;
        return close;
    }

    private void Raise(Bursts at, int trials)
    {
        for (var trial = 0; trial < trials; trial++)
        {
            var (a, b) = _common[_trials[trial]];
            _chances[trial] = at.Raise(a, b, _chances[trial]);
        }
    }

    /// <summary>How many of these times lie further apart than a gap, each counted from the one before it. Sorts them.</summary>
    public static int Sittings(List<long> timesUs, TimeSpan gap)
    {
        var gapUs = gap.Ticks / TimeSpan.TicksPerMicrosecond;
        timesUs.Sort();
        var sittings = timesUs.Count == 0 ? 0 : 1;
        for (var i = 1; i < timesUs.Count; i++)
            if (timesUs[i] - timesUs[i - 1] > gapUs) sittings++;
        return sittings;
    }

    /// <summary>The chance of at least so many hits, and how many are expected; with the factor of habits where it is small without.</summary>
    private (double P, double Expected) TailWithHabits(int s, int a, int b, int trials, int sittings, double[] habits)
    {
        if (options.Habits && habits[s] > 1)
        {
            // A factor only makes it larger: where it is small with one, it is so without, and need not be reckoned twice.
            var known = Tail(trials, sittings, habits[s]);
            if (known.P < HabitsBelow) return known;
            var plain = Tail(trials, sittings, 1);
            return plain.P < HabitsBelow ? known : plain;
        }

        var without = Tail(trials, sittings, 1);
        if (without.P >= HabitsBelow || !options.Habits) return without;
        if (habits[s] == 0) habits[s] = HabitFactor(a, b, scales[s]);
        return habits[s] == 1 ? without : Tail(trials, sittings, habits[s]);
    }

    /// <summary>The chance of at least so many hits, each chance multiplied by a factor, and how many are expected.</summary>
    private (double P, double Expected) Tail(int trials, int sittings, double factor)
    {
        var chances = _raised.AsSpan(0, trials);
        var expected = 0.0;
        for (var trial = 0; trial < chances.Length; trial++)
        {
            chances[trial] = Math.Min(1, _chances[trial] * factor);
            expected += chances[trial];
        }

        // The median of a Poisson-binomial is within 1 of its mean (Jogdeo and Samuels 1968), so the tail here is 1/2 or more.
        if (sittings <= Math.Floor(expected)) return (1, expected);
        if (_states.Length < sittings) _states = new double[sittings * 2];
        return (PoissonBinomial.UpperTail(chances, sittings, _states), expected);
    }

    private double HabitFactor(int a, int b, ScaleActs scale)
    {
        _apartA.Clear();
        _apartB.Clear();
        byte step = 0;
        var next = 0;
        foreach (var act in acts.ActsOf(a))
        {
            while (next < _common.Count && _common[next].A < act) next++;
            if ((next < _common.Count && _common[next].A == act) || !scale.Supports(acts.Steps[act])) continue;
            _apartA.Add(acts.TimesUs[act]);
            step = Math.Max(step, acts.Steps[act]);
        }

        foreach (var act in acts.ActsOf(b))
        {
            if (_actOn[acts.ObjectOf[act]] >= 0 || !scale.Supports(acts.Steps[act])) continue;
            _apartB.Add(acts.TimesUs[act]);
            step = Math.Max(step, acts.Steps[act]);
        }

        return Habits.Factor(Span(_apartA), Span(_apartB), scale.Scale, (TimePrecision)step);

        static Span<long> Span(List<long> times) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(times);
    }

    private static int[] NewActs(int objects)
    {
        var acts = new int[objects];
        Array.Fill(acts, -1);
        return acts;
    }
}
