using System.CommandLine;
using Claque.Cli.Detecting;
using Claque.Cli.Terminal;
using Claque.Reports;

namespace Claque.Cli.Commands;

/// <summary><c>claque investigate</c>: import, detect and report in one step.</summary>
internal static class InvestigateCommand
{
    public static Command Make(Screen screen)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of posts, in any supported format; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var caseName = SharedOptions.Case("The case to keep everything in; made if it is not there. Default: the first file's name.");
        var report = new Option<string?>("--report") { Description = "Where to write the report. Default: the case's name with .html.", HelpName = "FILE.html" };
        var question = new Option<string>("--question") { Description = "What you want to know; stands at the head of the report.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var pseudonymise = SharedOptions.PseudonymiseCase();
        var json = SharedOptions.Json();
        var reading = new ReadingOptions();
        var detecting = new DetectingOptions();
        var beside = new BesideOptions();
        var command = new TaughtCommand("investigate", "The main job in one step: import, detect, report.", """
            The main job in one step: takes the posts into a case, finds who acts in concert, and writes a report that opens
            in any browser without a network. The same as import, detect and report one after the other.

            Examples:
              claque investigate posts.csv
              claque investigate january.csv.gz result.json --case harbour.claque --question "Who pushed the barrier story?"
            """) { files, caseName, report, question, pseudonymise, json };
        detecting.AddTo(command);
        beside.AddTo(command, withAudit: true);
        reading.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var paths = parsed.GetValue(files)!;
            var path = parsed.GetValue(caseName) ?? ImportCommand.DefaultCase(paths[0]);
            var page = parsed.GetValue(report) ?? Path.ChangeExtension(path, ".html");
            var (options, asked) = (detecting.Read(parsed), beside.Read(parsed));
            _ = AffiliationFile.Read(beside.AffiliationsGiven(parsed), null);
            OutputFile.Check(page, "--report", [path, .. paths]);
            OutputFile.Check(parsed.GetValue(json), "--json", [path, .. paths]);
            using var target = CaseToFill.Open(path, parsed.GetValue(question)!, paths, screen);
            if (parsed.GetValue(pseudonymise)) target.Case.SetPseudonymise(true);
            var receipts = target.Fill(paths, reading.Read(parsed, screen), reading.DuckDb(parsed), screen, stop);
            options = options with { Affiliations = AffiliationFile.Read(beside.AffiliationsGiven(parsed), target.Case) };
            var (findings, settings, run, audit) = Investigation.DetectAndReport(target.Case, options, asked, detecting.WindowsGiven(parsed) is not null, page, screen, stop);
            if (parsed.GetValue(json) is { } output)
            {
                JsonOutput.Write(output, screen, writer => DetectionOutput.WriteJson(writer, findings, new FindingsViews(findings), settings, receipts.SelectMany(r => r.Notes), run));
                return Task.FromResult(0);
            }

            foreach (var receipt in receipts) ImportCommand.WriteReceipt(screen.Out, receipt);
            screen.Out.WriteLine();
            DetectionOutput.WriteText(screen, findings, target.Case.Groups(run), target.Case.Surfaced(run), settings, path, [], null);
            if (audit is not null) Cut.WriteWrapped(screen.Out, StabilityText.Audit(audit));
            screen.Out.WriteLine();
            screen.Out.WriteLine($"Report: {page}");
            screen.Out.WriteLine($"Case:   {path}, run {run}{(findings.Groups.IsEmpty ? "" : $"    Next: {screen.Program} show {Shell.Word(path)} --group 1")}");
            return Task.FromResult(0);
        });
        return command;
    }
}
