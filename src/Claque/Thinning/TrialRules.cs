using System.Collections.Immutable;
using Claque.Reading;
using Claque.Validation;

namespace Claque.Thinning;

/// <summary>The rules by which the test counts trials, hits and first minutes, as numbers that another engine can work with.</summary>
public sealed class TrialRules
{
    private readonly TimeScale _widest;
    private readonly Chances _chances;

    /// <summary>The rules of a test: those of its widest scale, which takes in the trials and hits of every finer one.</summary>
    public TrialRules(ValidationOptions test)
    {
        ArgumentNullException.ThrowIfNull(test);
        _widest = test.Scales[^1];
        _chances = new Chances(_widest);
        EarlyUs = [.. Enum.GetValues<TimePrecision>().Select(step => Launches.EarlyUs(step) ?? 0)];
        Supported = [.. Enum.GetValues<TimePrecision>().Select(step => ScaleActs.Supports(step, _widest))];
    }

    /// <summary>Two acts no further apart than this are a hit, microseconds.</summary>
    public long WindowUs => _chances.WindowUs;

    /// <summary>Per clock step: whether its times can be tested.</summary>
    public ImmutableArray<bool> Supported { get; }

    /// <summary>Per clock step: an act less than this after the origin of its object is in the first minute; 0 where none is.</summary>
    public ImmutableArray<long> EarlyUs { get; }

    /// <summary>Cell 0 takes in delays below this, cell 1 from here to twice as much, and so on, microseconds.</summary>
    public static long FirstCellUs => Cells.FirstUs;

    /// <summary>Number of the first cell that has the full width.</summary>
    public int FirstFullCell => _chances.Cells.FirstRegular;

    /// <summary>Delay from which on all cells have the full width, microseconds.</summary>
    public long FullCellsFromUs => _chances.Cells.StartUs(FirstFullCell);

    /// <summary>The full width, microseconds.</summary>
    public long FullCellUs => _chances.Cells.WidthUs(FirstFullCell);

    /// <summary>For the cells up to the first full one, which stands for all further ones: a hit is possible with so many cells from it on, itself included.</summary>
    /// <param name="coarsest">Coarsest clock step among the shared acts that can be tested.</param>
    public int[] Reach(TimePrecision coarsest) => [.. Enumerable.Range(0, FirstFullCell + 1).Select(cell => _chances.ReachOf(cell, (int)coarsest))];

    /// <summary>How much of a test a pair counts as, in tenths.</summary>
    /// <param name="trials">Its trials.</param>
    /// <param name="least">Trials needed: <see cref="ValidationOptions.MinSittings"/>.</param>
    public static int TenthsOf(int trials, int least) => (int)Math.Round(Testable.Weight(trials, least) * 10);

    /// <summary>From this many trials on <see cref="TenthsOf"/> does not change.</summary>
    public static int MostTrialsWeighed(int least) => least + 2;

    /// <summary>Objects in common that a regular delay needs.</summary>
    public static int DelayObjects => RegularDelays.LeastObjects;

    /// <summary>The rule for an account that keeps a delay: so large a share of its delays lie no further from their median than the larger of a spread and a part of the median.</summary>
    public static (double Share, long LeastSpreadUs, int Steadiness) Delay => (RegularDelays.Share, RegularDelays.LeastSpreadUs, RegularDelays.Steadiness);
}
