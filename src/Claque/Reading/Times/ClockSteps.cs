using System.Runtime.CompilerServices;

namespace Claque.Reading.Times;

/// <summary>Finds the step of the clock behind a column of times: the coarsest one on which all of them fall.</summary>
internal sealed class ClockSteps
{
    private const int Fewest = 20;
    private static readonly long[] Steps = [Us.Second, Us.Minute, Us.Hour, Us.Day];
    private static readonly TimePrecision[] Names = [TimePrecision.Second, TimePrecision.Minute, TimePrecision.Hour, TimePrecision.Day];

    private long _count;
    private int _coarsest = Steps.Length; // Number of steps on which every time so far fell.

    /// <summary>Takes a time as the clock showed it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long faceUs)
    {
        _count++;
        if (_coarsest == 1 && faceUs % Us.Second == 0) return; // Nearly always.
        while (_coarsest > 0 && faceUs % Steps[_coarsest - 1] != 0) _coarsest--;
    }

    /// <summary>Adds what another has seen, which begins anew.</summary>
    public void TakeCounts(ClockSteps other)
    {
        (_count, _coarsest) = (_count + other._count, Math.Min(_coarsest, other._coarsest));
        (other._count, other._coarsest) = (0, Steps.Length);
    }

    /// <summary>The step; null below 20 times or when some fall within a second.</summary>
    public TimePrecision? Coarsest => _count < Fewest || _coarsest == 0 ? null : Names[_coarsest - 1];
}
