using System.CommandLine;
using Claque.Cases;
using Claque.Cli.Detecting;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Reports;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Cli.Commands;

/// <summary><c>claque audit</c>: how many accounts would be named in this case by chance.</summary>
internal static class AuditCommand
{
    public static Command Make(Screen screen)
    {
        var input = new Argument<string>("CASE") { Description = "A case, or a file of posts." };
        var rounds = new Option<int>("--rounds") { Description = "How often to draw the times anew.", HelpName = "N", DefaultValueFactory = _ => 20 };
        var run = SharedOptions.Run();
        var json = SharedOptions.Json();
        var reading = new ReadingOptions();
        var detecting = new DetectingOptions();
        var command = new TaughtCommand("audit", "Counts how many accounts would be named in this case by chance.", """
            Draws every fine time anew inside its coarse cell, so that nobody times anything with anybody, and runs the whole
            test again, many times. What is then named is named by chance: in most rounds it should be nobody. This checks the
            machinery on your own data; it cannot check what the test assumes about innocent people (docs/validation.md).
            A case is audited with the options of its last run unless others are given; the result is kept in the case and
            stands in the report of that run.

            Examples:
              claque audit harbour.claque
              claque audit harbour.claque --rounds 100 --json -
            """) { input, rounds, run, json };
        detecting.AddTo(command);
        reading.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            OutputFile.Check(parsed.GetValue(json), "--json", parsed.GetValue(input)!);
            using var progress = new ProgressLine(screen);
            using var source = DetectionInput.Open(parsed.GetValue(input)!, reading, parsed, screen);
            var started = screen.Now;
            var (options, of) = Audited(source.Case, detecting, parsed, parsed.GetValue(run));
            var (audit, corpus) = Detection.Audit(source.Posts, options, parsed.AtLeast(rounds, 1), progress, stop);
            progress.Dispose();
            var kept = source.Case is { } opened ? Beside.Save(opened, audit, options, of, started, App.Version) : null;
            if (parsed.GetValue(json) is { } target) WriteJson(target, screen, audit, corpus, options, kept);
            else WriteText(screen, audit, kept, source.Name);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>The options audited, and the run that was made with them: those of a run unless others are given.</summary>
    private static (DetectionOptions Options, int? Run) Audited(CaseFile? opened, DetectingOptions detecting, ParseResult parsed, int? asked)
    {
        var given = detecting.AnyGiven(parsed);
        if (asked is not null && (opened is null || given))
            throw new InputException(opened is null ? "--run needs a case; a file of posts has no runs." : "--run takes its options from that run; leave the others out.");
        if (opened is null || opened.Runs().IsEmpty) return (detecting.Read(parsed), null);
        if (!given)
        {
            var number = SharedOptions.RunNumber(asked, opened);
            return (DetectingOptions.OfStored(opened.Runs().Single(run => run.Number == number).OptionsJson), number);
        }

        var options = detecting.Read(parsed);
        var words = RunCommand.Words(RunStorage.OptionsJson(options));
        return (options, opened.Runs().LastOrDefault(run => RunCommand.Words(run.OptionsJson).SequenceEqual(words))?.Number);
    }

    private static void WriteText(Screen screen, Audit audit, AuditView? kept, string name)
    {
        var to = screen.Out;
        to.WriteLine($"{audit.Rounds.Length} rounds with every fine time drawn anew: {audit.MeanNamed:0.###} accounts named per round on average, anybody in {audit.RoundsWithNamed:P1} of the rounds.");
        var table = new TextTable("round", "named accounts", "weak accounts", "named pairs");
        foreach (var round in audit.Rounds.Where(round => round.Named.Length + round.Weak > 0)) table.Add($"{round.Number}", $"{round.Named.Length}", $"{round.Weak}", $"{round.NamedPairs}");
        if (table.Count > 0) table.Write(to);
        if (kept is { Run: { } run }) to.WriteLine($"Kept in the case as the audit of run {run}. Next: {screen.Program} report {Shell.Word(name)}{(run > 1 ? $" --run {run}" : "")}");
        else if (kept is not null) to.WriteLine("Kept in the case. No run has these options yet, so no report shows it.");
    }

    private static void WriteJson(string target, Screen screen, Audit audit, Corpus corpus, DetectionOptions options, AuditView? kept) => JsonOutput.Write(target, screen, json =>
    {
        json.WriteStartObject();
        if (kept is not null) json.WriteNumber("audit", kept.Number);
        if (kept is { Run: { } run }) json.WriteNumber("run", run);
        json.WriteNumber("seed", options.Grouping.Seed);
        json.WriteNumber("rounds_run", audit.Rounds.Length);
        json.WriteNumber("alpha", options.Validation?.Alpha ?? 0);
        json.WriteNumber("mean_named", audit.MeanNamed);
        json.WriteNumber("rounds_with_named", audit.RoundsWithNamed);
        json.WriteStartArray("rounds");
        foreach (var round in audit.Rounds)
        {
            json.WriteStartObject();
            json.WriteNumber("round", round.Number);
            json.WriteNumber("named", round.Named.Length);
            json.WriteNumber("weak", round.Weak);
            json.WriteNumber("named_pairs", round.NamedPairs);
            json.WriteStartArray("named_accounts");
            foreach (var account in round.Named) json.WriteStringValue(corpus.Accounts[account]);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
