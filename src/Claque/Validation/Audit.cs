using System.Collections.Immutable;
using Claque.Reading;
using Claque.Statistics;

namespace Claque.Validation;

/// <summary>What the test finds in the same data when nothing is timed together.</summary>
/// <param name="Rounds">One per redraw.</param>
public sealed record Audit(ImmutableArray<AuditRound> Rounds)
{
    /// <summary>Accounts named in a round, on average.</summary>
    public double MeanNamed => Rounds.IsEmpty ? 0 : Rounds.Average(round => round.Named.Length);

    /// <summary>Share of the rounds in which any account was named; at the named error rate it should not be above that rate.</summary>
    public double RoundsWithNamed => Rounds.IsEmpty ? 0 : (double)Rounds.Count(round => round.Named.Length > 0) / Rounds.Length;
}

/// <summary>One redraw.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Named">Accounts named, by id.</param>
/// <param name="Weak">Accounts in the weak tier.</param>
/// <param name="NamedPairs">Pairs named.</param>
public sealed record AuditRound(int Number, ImmutableArray<int> Named, int Weak, int NamedPairs);

/// <summary>Redraws the fine times.</summary>
internal static class Redraw
{
    /// <summary>The acts with every time drawn anew, uniformly in its cell at the widest scale and cut to its clock step.</summary>
    /// <param name="acts">The acts; objects keep their origins, so every act keeps its cell.</param>
    /// <param name="widest">The widest scale that the clocks support. Acts with a coarser clock keep their time.</param>
    /// <param name="draws">A number from 0 to below 1 for each post, so that a post moves in all behaviours alike.</param>
    public static SharedActs InCells(SharedActs acts, ScaleActs widest, ReadOnlySpan<double> draws)
    {
        var times = new long[acts.Count];
        for (var act = 0; act < times.Length; act++)
        {
            times[act] = acts.TimesUs[act];
            if (!widest.Supports(acts.Steps[act])) continue;
            var (cells, cell) = (widest.Chances.Cells, widest.Cells[act]);
            var stepUs = ((TimePrecision)acts.Steps[act]).Step.Ticks / TimeSpan.TicksPerMicrosecond;
            var start = acts.OriginsUs[acts.ObjectOf[act]] + cells.StartUs(cell);
            var drawn = start + (long)(draws[acts.Posts[act]] * cells.WidthUs(cell));
            times[act] = drawn - Remainder(drawn, stepUs);
        }

        return acts.At(times);
    }

    /// <summary>A number for each post.</summary>
    public static double[] Draws(int posts, ulong seed, int round)
    {
        var random = new Pcg32(seed, (ulong)round);
        var draws = new double[posts];
        for (var post = 0; post < posts; post++) draws[post] = random.NextDouble();
        return draws;
    }

    private static long Remainder(long value, long step) => ((value % step) + step) % step;
}
