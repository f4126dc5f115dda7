using System.Numerics;
using Claque.Reading;

namespace Claque.Validation;

/// <summary>
/// The coarse cells of delay at one scale: [0, 1 min), [1, 2 min), [2, 4 min) … doubling until a cell would reach the scale's
/// cell width, then all of that width. Cells are numbered from 0.
/// </summary>
/// <remarks>A delay below zero (a share before its publication, by a clock that is off) counts in cell 0.</remarks>
internal sealed class Cells
{
    /// <summary>The first cell and the start of the doubling, microseconds.</summary>
    public const long FirstUs = 60_000_000;

    private readonly long _widthUs;
    private readonly int _regular;
    private readonly long _regularStartUs;

    public Cells(TimeScale scale)
    {
        _widthUs = Math.Max(FirstUs, scale.Cell.Ticks / TimeSpan.TicksPerMicrosecond);
        (_regular, _regularStartUs) = (1, FirstUs);
        while (_regularStartUs < _widthUs) (_regular, _regularStartUs) = (_regular + 1, _regularStartUs * 2);
    }

    /// <summary>The first cell that has the full width.</summary>
    public int FirstRegular => _regular;

    /// <summary>The cell that holds a delay, in microseconds.</summary>
    public int Of(long delayUs)
    {
        if (delayUs < FirstUs) return 0;
        if (delayUs >= _regularStartUs) return _regular + checked((int)((delayUs - _regularStartUs) / _widthUs));
        return 64 - BitOperations.LeadingZeroCount((ulong)(delayUs / FirstUs));
    }

    /// <summary>Where a cell begins, microseconds of delay.</summary>
    public long StartUs(int cell) => cell == 0 ? 0
        : cell >= _regular ? _regularStartUs + (cell - _regular) * _widthUs
        : FirstUs << (cell - 1);

    /// <summary>How wide a cell is, microseconds.</summary>
    public long WidthUs(int cell) => cell == 0 ? FirstUs : cell >= _regular ? _widthUs : FirstUs << (cell - 1);
}

/// <summary>
/// The chance that two acts of which only the cells are known fall within the window of one another, when the fine times are
/// uniform in their cells and independent.
/// </summary>
internal sealed class Chances
{
    private const int Reach = 12;
    private const int Steps = (int)TimePrecision.Day + 1;
    private readonly double[] _chances, _logs;
    private readonly int _rows;

    public Chances(TimeScale scale)
    {
        Cells = new Cells(scale);
        WindowUs = scale.Window.Ticks / TimeSpan.TicksPerMicrosecond;
        _rows = Cells.FirstRegular + 1;
        _chances = new double[Steps * _rows * Reach];
        _logs = new double[_chances.Length];
        for (var step = 0; step < Steps; step++)
        {
            var reachS = WindowUs / 1e6 + ((TimePrecision)step).Step.TotalSeconds / 2;
            for (var cell = 0; cell < _rows; cell++)
            {
                for (var apart = 0; apart < Reach; apart++)
                {
                    var chance = Compute(cell, cell + apart, reachS);
                    var at = (step * _rows + cell) * Reach + apart;
                    (_chances[at], _logs[at]) = (chance, Math.Log(chance));
                }
            }
        }
    }

    /// <summary>The cells of the scale.</summary>
    public Cells Cells { get; }

    /// <summary>The window of the scale, microseconds.</summary>
    public long WindowUs { get; }

    /// <summary>How many cells further on a hit is possible at most: one past the last with a chance.</summary>
    public int ReachOf(int cell, int step)
    {
        var row = (step * _rows + Math.Min(cell, _rows - 1)) * Reach;
        var apart = 0;
        while (apart < Reach && _chances[row + apart] > 0) apart++;
        return apart;
    }

    /// <summary>The chance of a hit, 0 to 1. The step is the coarser clock of the two acts.</summary>
    public double Of(int cellA, int cellB, int step) => At(_chances, cellA, cellB, step, 0);

    /// <summary>The natural logarithm of the chance; minus infinity where there is none.</summary>
    public double LogOf(int cellA, int cellB, int step) => At(_logs, cellA, cellB, step, double.NegativeInfinity);

    private double At(double[] table, int cellA, int cellB, int step, double beyond)
    {
        var (first, apart) = cellA <= cellB ? (cellA, cellB - cellA) : (cellB, cellA - cellB);
        return apart >= Reach ? beyond : table[(step * _rows + Math.Min(first, _rows - 1)) * Reach + apart];
    }

    private double Compute(int first, int second, double reachS)
    {
        var a = Cells.WidthUs(first) / 1e6;
        if (first == second)
        {
            var x = Math.Min(1, reachS / a);
            return 2 * x - x * x;
        }

        var b = Cells.WidthUs(second) / 1e6;
        var gap = (Cells.StartUs(second) - Cells.StartUs(first)) / 1e6 - a;
        var z = reachS - gap;
        return Math.Clamp((Square(z) - Square(z - a) - Square(z - b) + Square(z - a - b)) / (2 * a * b), 0, 1);
    }

    private static double Square(double z) => z > 0 ? z * z : 0;
}
