using System.CommandLine;
using Claque.Cases;
using Claque.Cli.Detecting;
using Claque.Cli.Terminal;

namespace Claque.Cli.Commands;

/// <summary><c>claque report</c>: the report of a run as one HTML file.</summary>
internal static class ReportCommand
{
    public static Command Make(Screen screen)
    {
        var caseName = new Argument<string>("CASE") { Description = "A case file with a run." };
        var output = new Option<string?>("--out") { Description = "Where to write it. Default: the case's name with .html.", HelpName = "FILE.html" };
        var run = SharedOptions.Run();
        var pseudonymise = SharedOptions.Pseudonymise();
        var command = new TaughtCommand("report", "Writes the report of a run as one HTML file.", """
            Writes the report of a run: one HTML file with the data and their gaps, the method, the groups with timeline and
            exhibits, the limits, and how to repeat it. It opens offline, runs no script, loads nothing and can be printed.

            Examples:
              claque report harbour.claque
              claque report harbour.claque --out story.html --pseudonymise
            """) { caseName, output, run, pseudonymise };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(caseName)!;
            var page = parsed.GetValue(output) ?? Path.ChangeExtension(path, ".html");
            using var opened = CaseFile.OpenReadOnly(path);
            OutputFile.Check(page, "--out", path);
            var model = ReportFiles.Write(opened, SharedOptions.RunNumber(parsed.GetValue(run), opened), page, parsed.GetValue(pseudonymise) || opened.Info.Pseudonymise, screen);
            screen.Out.WriteLine($"Report: {page}");
            if (model.GroupsDismissed > 0)
                screen.Out.WriteLine($"Left out: {model.GroupsDismissed:N0} groups that were dismissed in the workbench. The report says so.");
        });
        return command;
    }
}
