using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reports;

namespace Claque.Cli.Detecting;

/// <summary>Detects on a case and writes the report, as <c>investigate</c> and <c>demo</c> do.</summary>
internal static class Investigation
{
    /// <summary>Runs, stores the run, writes the report; gives the findings and the number of the run.</summary>
    /// <exception cref="Reading.InputException">The posts' clock is too coarse for every window asked for: no run is stored.</exception>
    public static (Findings Findings, int Run) DetectAndReport(CaseFile on, DetectionOptions options, bool windowsGiven, string report, Screen screen, CancellationToken stop)
    {
        using var progress = new ProgressLine(screen);
        var started = screen.Now;
        var findings = Detection.Run(on.Posts(), options, progress, stop);
        Refusals.WhenNothingFits(findings, windowsGiven);
        progress.Report(new StageProgress("storing the run", 0, null));
        var run = RunStorage.Save(on, findings, started, App.Version);
        progress.Report(new StageProgress("writing the report", 0, null));
        ReportFiles.Write(on, run, report, pseudonymise: on.Info.Pseudonymise, screen);
        return (findings, run);
    }
}
