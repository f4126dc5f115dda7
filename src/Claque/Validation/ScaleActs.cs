using Claque.Reading;

namespace Claque.Validation;

/// <summary>The shared acts as one scale sees them: the cell of each, and which of them its clock is fine enough for.</summary>
internal sealed class ScaleActs
{
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

    /// <summary>True when times of this clock step can be tested at a scale.</summary>
    public static bool Supports(TimePrecision step, TimeScale scale) => 3 * step.Step <= scale.Window;

    /// <summary>True for the acts that can be part of a trial: a busy account and a fine enough clock.</summary>
    public bool[] Eligible()
    {
        var eligible = new bool[_acts.Count];
        for (var act = 0; act < eligible.Length; act++) eligible[act] = _acts.Accounts[act] < _acts.Busy && _supports[_acts.Steps[act]];
        return eligible;
    }

    /// <summary>For each act, the range of acts on its object that a trial with it could be made of, by cells alone.</summary>
    public (int[] From, int[] To) TrialRanges()
    {
        var reach = new int[Chances.Cells.FirstRegular + 1];
        for (var cell = 0; cell < reach.Length; cell++) reach[cell] = Chances.ReachOf(cell, Coarsest);
        return Ranges((first, second) => Cells[second] < Cells[first] + reach[Math.Min(Cells[first], reach.Length - 1)]);
    }

    /// <summary>For each act, the range of acts on its object within the window.</summary>
    public (int[] From, int[] To) HitRanges() => Ranges((first, second) => _acts.TimesUs[second] - _acts.TimesUs[first] <= Chances.WindowUs);

    private static long[] Count(byte[] steps)
    {
        var counts = new long[(int)TimePrecision.Day + 1];
        foreach (var step in steps) counts[step]++;
        return counts;
    }

    private (int[] From, int[] To) Ranges(Func<int, int, bool> reaches)
    {
        var (from, to) = (new int[_acts.Count], new int[_acts.Count]);
        for (var o = 0; o + 1 < _acts.ObjectStarts.Length; o++)
        {
            var (start, end) = (_acts.ObjectStarts[o], _acts.ObjectStarts[o + 1]);
            for (int act = start, first = start; act < end; act++)
            {
                while (!reaches(first, act)) to[first++] = act;
                from[act] = first;
                if (act == end - 1)
                    while (first < end) to[first++] = end;
            }
        }

        return (from, to);
    }
}
