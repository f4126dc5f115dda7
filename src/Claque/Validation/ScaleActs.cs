using Claque.Pairing;
using Claque.Reading;

namespace Claque.Validation;

/// <summary>The shared acts as one scale sees them: the cell of each, and which of them its clock is fine enough for.</summary>
internal sealed class ScaleActs
{
    /// <summary>Stands for the account of an act that cannot be part of a trial: above all others.</summary>
    public const int NoRank = int.MaxValue;

    private readonly SharedActs _acts;
    private readonly bool[] _supports = new bool[(int)TimePrecision.Day + 1];

    public ScaleActs(SharedActs acts, TimeScale scale)
    {
        _acts = acts;
        Scale = scale;
        Chances = new Chances(scale);
        var ofStep = acts.Census?.ActsByStep ?? Count(acts.Steps);
        for (byte step = 0; step < _supports.Length; step++)
        {
            _supports[step] = Supports((TimePrecision)step, scale);
            if (_supports[step] && ofStep[step] > 0) (Supported, Coarsest) = (Supported + ofStep[step], step);
        }

        Cells = acts.CellsAt(Chances.Cells);
    }

    /// <summary>The scale.</summary>
    public TimeScale Scale { get; }

    /// <summary>Its cells and chances.</summary>
    public Chances Chances { get; }

    /// <summary>The cell of each act.</summary>
    public int[] Cells { get; }

    /// <summary>Acts with a clock fine enough for this scale.</summary>
    public long Supported { get; }

    /// <summary>The coarsest clock step among them.</summary>
    public byte Coarsest { get; }

    /// <summary>True when times of this clock step can be tested at this scale: the window spans at least three steps.</summary>
    public bool Supports(int step) => _supports[step];

    /// <summary>True when two acts on one object make a trial, by cells and clocks alone, as <see cref="Testable"/> counts them.</summary>
    public bool IsTrial(int actA, int actB) =>
        Supports(Math.Max(_acts.Steps[actA], _acts.Steps[actB])) && Chances.Of(Cells[actA], Cells[actB], Coarsest) > 0;

    /// <summary>True when times of this clock step can be tested at a scale.</summary>
    public static bool Supports(TimePrecision step, TimeScale scale) => 3 * step.Step <= scale.Window;

    /// <summary>
    /// The account of each act that can be part of a trial, being busy and having a fine enough clock; <see cref="NoRank"/> for others.
    /// Longer than there are acts, as <see cref="RowScan"/> asks for. Found once.
    /// </summary>
    public int[] Ranks => field ??= FindRanks();

    private int[] FindRanks()
    {
        var ranks = GC.AllocateUninitializedArray<int>(_acts.Count + RowScan.Padding);
        for (var act = 0; act < _acts.Count; act++)
            ranks[act] = _acts.Accounts[act] < _acts.Busy && _supports[_acts.Steps[act]] ? _acts.Accounts[act] : NoRank;
        return ranks;
    }

    /// <summary>For each act that can be part of a trial, the range of acts on its object that one with it could be made of, by cells alone; for others it is empty.</summary>
    public (int From, int To)[] TrialRanges()
    {
        var reach = new int[Chances.Cells.FirstRegular + 1];
        for (var cell = 0; cell < reach.Length; cell++) reach[cell] = Chances.ReachOf(cell, Coarsest);
        return Ranges(new TrialReach(Cells, reach));
    }

    /// <summary>For each act that can be part of a trial, the range of acts on its object within the window; for others it is empty.</summary>
    public (int From, int To)[] HitRanges() => Ranges(new HitReach(_acts.TimesUs, Chances.WindowUs));

    private static long[] Count(byte[] steps)
    {
        var counts = new long[(int)TimePrecision.Day + 1];
        foreach (var step in steps) counts[step]++;
        return counts;
    }

    private (int From, int To)[] Ranges<TReach>(TReach reach)
        where TReach : struct, IReach
    {
        var ranges = GC.AllocateUninitializedArray<(int From, int To)>(_acts.Count);
        var (ranks, starts) = (Ranks, _acts.ObjectStarts);
        for (var o = 0; o + 1 < starts.Length; o++)
        {
            var (start, end) = (starts[o], starts[o + 1]);
            var first = start;
            for (var act = start; act < end; act++)
            {
                while (!reach.Takes(first, act)) ranges[first++].To = act;
                ranges[act].From = first;
            }

            while (first < end) ranges[first++].To = end;
            for (var act = start; act < end; act++)
                if (ranks[act] == NoRank) ranges[act] = default;
        }

        return ranges;
    }

    /// <summary>Whether an act reaches a later one on its object.</summary>
    private interface IReach
    {
        bool Takes(int first, int second);
    }

    private readonly struct TrialReach(int[] cells, int[] reach) : IReach
    {
        public bool Takes(int first, int second) => cells[second] < cells[first] + reach[Math.Min(cells[first], reach.Length - 1)];
    }

    private readonly struct HitReach(long[] timesUs, long windowUs) : IReach
    {
        public bool Takes(int first, int second) => timesUs[second] - timesUs[first] <= windowUs;
    }
}
