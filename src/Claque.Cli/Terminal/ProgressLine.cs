using System.Diagnostics;

namespace Claque.Cli.Terminal;

/// <summary>Draws how far the work is on one line of the terminal, with rate and remaining time; draws nothing in a pipe.</summary>
internal sealed class ProgressLine(Screen screen) : IProgress<StageProgress>, IDisposable
{
    private const int RedrawMs = 120;
    private readonly Lock _gate = new();
    private readonly Stopwatch _sinceDrawn = Stopwatch.StartNew();
    private readonly Stopwatch _stage = new();
    private string _name = "";
    private int _width;

    /// <summary>Draws the state, at most some eight times a second.</summary>
    public void Report(StageProgress value)
    {
        if (!screen.Interactive) return;
        lock (_gate)
        {
            var begins = value.Stage != _name;
            if (begins)
            {
                _name = value.Stage;
                _stage.Restart();
            }
            else if (_sinceDrawn.ElapsedMilliseconds < RedrawMs)
            {
                return;
            }

            Draw(Line(value, _stage.Elapsed.TotalSeconds));
            _sinceDrawn.Restart();
        }
    }

    /// <summary>Wipes the line.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_width > 0) Draw("");
        }
    }

    /// <summary>The line for a state after so many seconds in its stage.</summary>
    internal static string Line(StageProgress value, double seconds)
    {
        var rate = seconds > 0.5 ? value.Done / seconds : 0;
        var line = value.Stage;
        if (value.Total is > 0 and var total)
        {
            line += $"  {Math.Min(100, 100.0 * value.Done / total):0} %";
            if (rate > 0 && value.Done < total) line += $"  {Duration((total - value.Done) / rate)} left";
        }
        else if (value.Done > 0)
        {
            line += $"  {value.Done:N0}";
        }

        return rate > 0 ? $"{line}  {Rate(value.Stage, rate)}" : line;
    }

    private static string Rate(string stage, double rate) =>
        stage is "hashing" or "importing" ? $"({rate / 1e6:0.0} MB/s)" : $"({rate:N0}/s)";

    private static string Duration(double seconds) => seconds switch
    {
        < 60 => $"{Math.Ceiling(seconds):0} s",
        < 3600 => $"{Math.Floor(seconds / 60):0} min {seconds % 60:00} s",
        _ => $"{Math.Floor(seconds / 3600):0} h {Math.Floor(seconds % 3600 / 60):00} min",
    };

    private void Draw(string line)
    {
        screen.Error.Write("\r" + line.PadRight(_width));
        if (line.Length == 0) screen.Error.Write("\r");
        _width = line.Length;
    }
}
