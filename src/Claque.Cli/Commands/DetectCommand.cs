using System.CommandLine;
using Claque.Cli.Detecting;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Reports;
using Claque.Reports.Exports;
using Claque.Scale;

namespace Claque.Cli.Commands;

/// <summary><c>claque detect</c>: pairs and groups, from a case or straight from a file.</summary>
internal static class DetectCommand
{
    public static Command Make(Screen screen)
    {
        var input = new Argument<string>("CASE_OR_FILE") { Description = "A case, or a file of posts; - is standard input." };
        var peer = new Option<string?>("--as") { Description = "Count as an established tool does: coortweet, cnt. No test, no groups.", HelpName = "TOOL" };
        var participation = new Option<int>("--min-participation") { Description = "With --as coortweet: rows that an account must have.", HelpName = "N", DefaultValueFactory = _ => 2 };
        var edges = new Option<string?>("--edges") { Description = "Write the pairs as CSV.", HelpName = "FILE" };
        var accounts = new Option<string?>("--accounts") { Description = "Write the accounts with tier and group as CSV.", HelpName = "FILE" };
        var groups = new Option<string?>("--groups") { Description = "Write the groups as JSON.", HelpName = "FILE" };
        var on = new Option<string?>("--on") { Description = "Make the pairs on a ClickHouse cluster; the result is the same.", HelpName = "clickhouse://HOST:PORT,..." };
        var json = SharedOptions.Json();
        var reading = new ReadingOptions();
        var detecting = new DetectingOptions();
        var beside = new BesideOptions();
        var command = new TaughtCommand("detect", "Finds who acts in concert, in a case or straight from a file.", """
            Finds accounts that act together more often than timing chance allows, and the groups they form. On a case the
            run is stored with its options, so that reports and exhibits can be made from it; on a file nothing is stored.

            Examples:
              claque detect harbour.claque
              claque detect harbour.claque --behaviour link,reshare --window 10s,60s
              claque detect shares.csv --window 60s --edges pairs.csv --accounts accounts.csv --groups groups.json
              claque detect shares.csv --as coortweet --window 60s --edges edges.csv
              claque detect shares.csv --on clickhouse://10.0.0.1:8123,10.0.0.2:8123
            """) { input, peer, participation, on, edges, accounts, groups, json };
        detecting.AddTo(command);
        beside.AddTo(command, withAudit: false);
        reading.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            foreach (var (option, name) in new[] { (edges, "--edges"), (accounts, "--accounts"), (groups, "--groups"), (json, "--json") })
                OutputFile.Check(parsed.GetValue(option), name, parsed.GetValue(input)!);
            using var progress = new ProgressLine(screen);
            var thinning = parsed.GetValue(on) is { } address ? new ClickHouseThinning(ClusterAddress.Parse(address), sentence => screen.Error.WriteLine($"claque: {sentence}")) : null;
            if (thinning is not null && parsed.GetValue(peer) is not null) throw new InputException("--as counts here, as that tool does; leave out --on.");
            using var source = DetectionInput.Open(parsed.GetValue(input)!, reading, parsed, screen);
            if (parsed.GetValue(peer) is { } tool)
            {
                PeerCounts.Write(tool, source, detecting, parsed, parsed.GetValue(participation), parsed.GetValue(edges), screen, progress, stop);
                return Task.FromResult(0);
            }

            var (options, asked) = (detecting.Read(parsed) with { Affiliations = AffiliationFile.Read(beside.AffiliationsGiven(parsed), source.Case) }, beside.Read(parsed));
            var started = screen.Now;
            var findings = Detection.Run(source.Posts, options, thinning, progress, stop);
            if (thinning is not null) screen.Error.WriteLine("claque: accounts in company at publication were not looked for; that needs all acts here, without --on.");
            Refusals.WhenNothingFits(findings, detecting.WindowsGiven(parsed) is not null);
            var settings = asked.Settings(findings, progress, stop);
            progress.Dispose();
            var run = source.Case is { } opened ? RunStorage.Save(opened, findings, settings, started, App.Version) : (int?)null;

            var views = new FindingsViews(findings);
            if (parsed.GetValue(edges) is { } edgeFile) WriteFile(edgeFile, stream => CsvExport.WritePairs(views.Pairs(), stream, Raw));
            if (parsed.GetValue(accounts) is { } accountFile) WriteFile(accountFile, stream => CsvExport.WriteAccounts(views.Accounts(), stream, Raw));
            if (parsed.GetValue(groups) is { } groupFile) JsonOutput.Write(groupFile, screen, writer => DetectionOutput.WriteGroupsJson(writer, findings, views, settings));
            if (parsed.GetValue(json) is { } target) JsonOutput.Write(target, screen, writer => DetectionOutput.WriteJson(writer, findings, views, settings, source.Notes, run));
            else if (source.Case is { } named && run is { } kept) DetectionOutput.WriteText(screen, findings, named.Groups(kept), named.Surfaced(kept), settings, source.Name, source.Notes, run);
            else DetectionOutput.WriteText(screen, findings, views.Groups(), views.Surfaced(), settings, source.Name, source.Notes, run);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Tables for programs keep ids and texts as they are; only exports for spreadsheets guard against formulas.</summary>
    private static CsvOptions Raw { get; } = new() { SpreadsheetSafe = false };

    private static void WriteFile(string path, Action<Stream> write)
    {
        using var file = OutputFile.Create(path);
        write(file);
    }
}
