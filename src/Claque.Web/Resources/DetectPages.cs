using Claque.Grouping;
using Claque.Pairing;
using Claque.Reading;
using Claque.Reports;
using Claque.TextEvidence;
using Claque.Tracing;
using Claque.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/detect</c>: the settings of a detection, and its run as a job; the same code as on the command line.</summary>
internal static class DetectPages
{
    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/detect.json", () => TypedResults.Ok(bench.Case.Read(file => new DetectPage(
            Defaults(), [.. Behaviour.BuiltIn.Select(behaviour => Show.Behaviour(behaviour.Name))], file.Look.PostCount, ShellPages.Runs(file)))));
        app.MapPost("/api/detect", (DetectSettings asked) => JobPages.Accepted(Start(bench, asked)));
    }

    private static DetectSettings Defaults()
    {
        var options = new DetectionOptions();
        return new DetectSettings(
            [], [.. options.Pairing.Windows.Select(window => window.TotalSeconds)], options.Pairing.MinWeight, options.Validation!.Alpha, (int)options.Grouping.Seed, true);
    }

    private static Job Start(Bench bench, DetectSettings asked)
    {
        var open = bench.Case;
        var options = Options(asked);
        return bench.Work.Start("detect", "Detecting", canCancel: true, job =>
        {
            var started = bench.Now;
            var findings = open.Read(file => Detection.Run(file.Posts(), options, job, job.Stop));
            Refusals.WhenNothingFits(findings, asked.WindowsS.Length > 0);
            var settings = Beside.Auto.Settings(findings, job, job.Stop);
            var audit = Beside.Auto.Audit(findings, job, job.Stop);
            job.Report(new StageProgress("storing the run", 0, null));
            var run = open.WriteLong(writer => RunStorage.Save(writer, findings, settings, started, bench.Version), job.Stop);
            if (audit is not null) open.WriteLong(writer => Beside.Save(writer, audit, options, run, started, bench.Version), job.Stop);
            job.Bring(state => state with { Run = run, Href = "/overview" });
            if (Preparing.IsNeeded(open)) Preparing.Run(open, job, job.Stop);
        });
    }

    /// <exception cref="InputException">A value that cannot be.</exception>
    private static DetectionOptions Options(DetectSettings asked)
    {
        try
        {
            var pairing = new PairOptions();
            if (asked.MinWeight is { } weight) pairing = pairing with { MinWeight = weight };
            if (asked.WindowsS.Length > 0) pairing = pairing with { Windows = [.. asked.WindowsS.Select(seconds => TimeSpan.FromMicroseconds(Math.Round(seconds * 1e6)))] };
            var alpha = asked.Alpha ?? new ValidationOptions().Alpha;
            if (alpha is not (> 0 and < 1)) throw new InputException($"The error rate is {alpha}, expected a number between 0 and 1.");
            var weakAlpha = Math.Max(alpha, Math.Min(0.5, 5 * alpha));
            return new DetectionOptions
            {
                Tracing = new TraceOptions { Behaviours = asked.Behaviours.Count > 0 ? [.. asked.Behaviours.Select(BehaviourNames.Parse)] : null },
                Pairing = pairing,
                Validation = asked.Test ? new ValidationOptions { Alpha = alpha, WeakAlpha = weakAlpha } : null,
                Texts = asked.Test ? new TextEvidenceOptions { Alpha = alpha, WeakAlpha = weakAlpha } : null,
                Grouping = new GroupOptions { Seed = (ulong)Math.Max(0, asked.Seed ?? 1) },
            };
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw new InputException(e.Message, e);
        }
    }

}
