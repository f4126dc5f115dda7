using System.CommandLine;
using Claque.Cli.Detecting;
using Claque.Cli.Terminal;
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
        var json = SharedOptions.Json();
        var reading = new ReadingOptions();
        var detecting = new DetectingOptions();
        var command = new TaughtCommand("audit", "Counts how many accounts would be named in this case by chance.", """
            Draws every fine time anew inside its coarse cell, so that nobody times anything with anybody, and runs the whole
            test again, many times. What is then named is named by chance: in most rounds it should be nobody. This checks the
            machinery on your own data; it cannot check what the test assumes about innocent people (docs/method.md).

            Examples:
              claque audit harbour.claque
              claque audit harbour.claque --rounds 100 --json -
            """) { input, rounds, json };
        detecting.AddTo(command);
        reading.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            OutputFile.Check(parsed.GetValue(json), "--json", parsed.GetValue(input)!);
            using var progress = new ProgressLine(screen);
            using var source = DetectionInput.Open(parsed.GetValue(input)!, reading, parsed, screen);
            var options = detecting.Read(parsed);
            var (audit, corpus) = Detection.Audit(source.Posts, options, parsed.AtLeast(rounds, 1), progress, stop);
            progress.Dispose();
            if (parsed.GetValue(json) is { } target) WriteJson(target, screen, audit, corpus, options);
            else WriteText(screen.Out, audit);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void WriteText(TextWriter to, Audit audit)
    {
        to.WriteLine($"{audit.Rounds.Length} rounds with every fine time drawn anew: {audit.MeanNamed:0.###} accounts named per round on average, anybody in {audit.RoundsWithNamed:P1} of the rounds.");
        var table = new TextTable("round", "named accounts", "weak accounts", "named pairs");
        foreach (var round in audit.Rounds.Where(round => round.Named.Length + round.Weak > 0)) table.Add($"{round.Number}", $"{round.Named.Length}", $"{round.Weak}", $"{round.NamedPairs}");
        if (table.Count > 0) table.Write(to);
    }

    private static void WriteJson(string target, Screen screen, Audit audit, Corpus corpus, DetectionOptions options) => JsonOutput.Write(target, screen, json =>
    {
        json.WriteStartObject();
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
