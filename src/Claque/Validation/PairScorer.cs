using System.Runtime.InteropServices;
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
internal sealed class PairScorer(PairedActs acts, IReadOnlyList<ScaleActs> scales, ValidationOptions options, Bursts[]? bursts)
{
    private const double HabitsBelow = 0.01;
    private readonly int[] _placeOn = NewPlaces(acts.ObjectCount);
    private readonly List<long> _hits = [];
    private readonly List<long> _apartA = [], _apartB = [];
    private double[] _chances = [], _raised = [], _states = new double[64];
    private (int A, int B)[] _common = [];
    private Meeting[] _meetings = [];
    private int[] _trials = [];
    private int _met;
    private int _row = -1;

    /// <summary>Two acts on one object, by their places, and what the clocks say of them.</summary>
    private readonly record struct Meeting(int A, int B, long FirstUs, long GapUs, byte Step);

    /// <summary>The score of a pair; null when it is not below <paramref name="mostP"/>.</summary>
    /// <param name="a">One account.</param>
    /// <param name="b">The other, with no more acts than the first.</param>
    /// <param name="known">The score without bursts, if it was found before.</param>
    /// <param name="mostP">p-values above it are of no interest.</param>
    public PairScore? Score(int a, int b, PairScore? known, double mostP)
    {
        Meet(a, b);
        var habits = known?.Habits ?? new double[scales.Count];
        PairScore? best = null;
        for (var s = 0; s < scales.Count; s++)
        {
            var score = ScoreAt(s, a, b, habits);
            if (score != null && score.P < (best?.P ?? 1)) best = score;
        }

        return best == null || best.P > mostP ? null : best with { Habits = habits, Weight = known?.Weight ?? Testable.Weight(TrialsAtWidest(), options.MinSittings) };
    }

    private int TrialsAtWidest()
    {
        var trials = 0;
        foreach (ref readonly var meeting in Meetings)
            if (scales[^1].IsTrial(acts.Acts[meeting.A], acts.Acts[meeting.B])) trials++;
        return trials;
    }

    private ReadOnlySpan<Meeting> Meetings => _meetings.AsSpan(0, _met);

    /// <summary>Finds the acts of two accounts on the objects that they share.</summary>
    private void Meet(int a, int b)
    {
        TakeRow(a);
        var (from, to) = acts.Of(b);
        if (_common.Length < to - from) Grow(2 * (to - from));
        _met = InCommon(_placeOn, acts.Objects, (from, to), _common);
        var (common, meetings, times, steps) = (_common, _meetings, acts.TimesUs, acts.Steps);
        for (var i = 0; i < _met; i++)
        {
            var (placeA, placeB) = common[i];
            var (timeA, timeB) = (times[placeA], times[placeB]);
            meetings[i] = new Meeting(placeA, placeB, Math.Min(timeA, timeB), Math.Abs(timeA - timeB), Math.Max(steps[placeA], steps[placeB]));
        }
    }

    private static int InCommon(int[] placeOn, int[] objects, (int From, int To) places, (int A, int B)[] common)
    {
        var count = 0;
        for (var place = places.From; place < places.To; place++)
        {
            // Written always and kept where the other acted too: whether it did cannot be foreseen by a processor.
            common[count] = (placeOn[objects[place]], place);
            count += common[count].A >= 0 ? 1 : 0;
        }

        return count;
    }

    private void Grow(int most) =>
        (_common, _meetings, _trials, _chances, _raised) = (new (int, int)[most], new Meeting[most], new int[most], new double[most], new double[most]);

    /// <summary>Notes where an account's acts are, by object; pairs come sorted by their first account.</summary>
    private void TakeRow(int account)
    {
        if (_row == account) return;
        if (_row >= 0) Mark(_row, isTaken: false);
        Mark(account, isTaken: true);
        _row = account;

        void Mark(int of, bool isTaken)
        {
            var (from, to) = acts.Of(of);
            for (var place = from; place < to; place++) _placeOn[acts.Objects[place]] = isTaken ? place : -1;
        }
    }

    private PairScore? ScoreAt(int s, int a, int b, double[] habits)
    {
        var (scale, cells, ofTrial, chances) = (scales[s], acts.Cells[s], _trials, _chances);
        var close = Close(scale);
        if (close < options.MinSittings) return null;
        _hits.Clear();
        var (trials, expected) = (0, 0.0);
        var meetings = Meetings;
        for (var i = 0; i < meetings.Length; i++)
        {
            ref readonly var meeting = ref meetings[i];
            if (!scale.Supports(meeting.Step)) continue;
            var chance = scale.Chances.Of(cells[meeting.A], cells[meeting.B], meeting.Step);
            (ofTrial[trials], chances[trials]) = (i, chance);
            trials += chance > 0 ? 1 : 0;
            if (meeting.GapUs <= scale.Chances.WindowUs && chance > 0) _hits.Add(meeting.FirstUs);

            // More are expected than there can be: the p-value is 1, with or without what can only raise the chances (see Tail).
            expected += chance;
            if (expected >= close + 1) return null;
        }

        var sittings = _hits.Count < options.MinSittings ? 0 : Sittings.Count(CollectionsMarshal.AsSpan(_hits), options.SittingGap);
        if (sittings < options.MinSittings) return null;
        if (bursts != null) Raise(bursts[s], trials);

        var (p, expectedAtLast) = TailWithHabits(s, a, b, trials, sittings, habits);
        return new PairScore(a, b, Math.Min(1, p * scales.Count), s, _met, trials, _hits.Count, sittings, expectedAtLast);
    }

    /// <summary>How many hits the pair can have at a scale, by the times alone.</summary>
    private int Close(ScaleActs scale)
    {
        var close = 0;
        foreach (ref readonly var meeting in Meetings) close += meeting.GapUs <= scale.Chances.WindowUs ? 1 : 0;
        return close;
    }

    private void Raise(Bursts at, int trials)
    {
        for (var trial = 0; trial < trials; trial++)
        {
            ref readonly var meeting = ref _meetings[_trials[trial]];
            _chances[trial] = at.Raise(acts.Acts[meeting.A], acts.Acts[meeting.B], _chances[trial]);
        }
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
        for (var (place, to) = acts.Of(a); place < to; place++)
        {
            while (next < _met && _meetings[next].A < place) next++;
            if ((next < _met && _meetings[next].A == place) || !scale.Supports(acts.Steps[place])) continue;
            _apartA.Add(acts.TimesUs[place]);
            step = Math.Max(step, acts.Steps[place]);
        }

        for (var (place, to) = acts.Of(b); place < to; place++)
        {
            if (_placeOn[acts.Objects[place]] >= 0 || !scale.Supports(acts.Steps[place])) continue;
            _apartB.Add(acts.TimesUs[place]);
            step = Math.Max(step, acts.Steps[place]);
        }

        return Habits.Factor(CollectionsMarshal.AsSpan(_apartA), CollectionsMarshal.AsSpan(_apartB), scale.Scale, (TimePrecision)step);
    }

    private static int[] NewPlaces(int objects)
    {
        var places = new int[objects];
        Array.Fill(places, -1);
        return places;
    }
}
