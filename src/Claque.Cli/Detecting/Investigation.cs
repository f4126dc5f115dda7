using System.Collections.Immutable;
using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reports;

namespace Claque.Cli.Detecting;

/// <summary>Detects on a case and writes the report, as <c>investigate</c> and <c>demo</c> do.</summary>
internal static class Investigation
{
    /// <summary>Runs, audits, stores both, writes the report; gives the findings, how they fare under other settings, the number of the run and the audit, if any.</summary>
    /// <exception cref="Reading.InputException">The posts' clock is too coarse for every window asked for: no run is stored.</exception>
    public static Investigated DetectAndReport(CaseFile on, DetectionOptions options, Beside beside, bool windowsGiven, string report, Screen screen, CancellationToken stop)
    {
        using var progress = new ProgressLine(screen);
        var started = screen.Now;
        var findings = Detection.Run(on.Posts(), options, progress, stop);
        Refusals.WhenNothingFits(findings, windowsGiven);
        var settings = beside.Settings(findings, progress, stop);
        var audit = beside.Audit(findings, progress, stop);
        progress.Report(new StageProgress("storing the run", 0, null));
        var run = RunStorage.Save(on, findings, settings, started, App.Version);
        var kept = audit is null ? null : Beside.Save(on, audit, options, run, started, App.Version);
        progress.Report(new StageProgress("writing the report", 0, null));
        ReportFiles.Write(on, run, report, pseudonymise: on.Info.Pseudonymise, screen);
        return new Investigated(findings, settings, run, kept);
    }
}

/// <summary>What an investigation gave.</summary>
internal sealed record Investigated(Findings Findings, ImmutableArray<SensitivityView> Settings, int Run, AuditView? Audit);
