using System.CommandLine;
using System.Text.Json;
using Claque.Cli.Commands;
using Claque.Cli.Terminal;
using Claque.Personas;
using Claque.Reading;
using Claque.Reports.Personas;

namespace Claque.Cli.Personas;

/// <summary><c>claque verify</c>: did the writer of the known texts write the unknown one?</summary>
internal static class VerifyCommand
{
    private const string Expected = """{"id":"1","language":"en","known":["…"],"unknown":"…"}""";

    public static Command Make(Screen screen)
    {
        var problems = new Option<string>("--problems") { Description = "One problem a line: id, language, known texts, unknown text. - for standard input.", HelpName = "P.jsonl", Required = true };
        var json = SharedOptions.Json();
        var csv = new Option<string?>("--csv") { Description = "Write a line for each problem as CSV.", HelpName = "ANSWERS.csv" };
        var strict = new Option<bool>("--strict") { Description = "Answer only with a ratio of 100 either way, and \"same\" only where no other writer is as near: the bar of the workbench." };
        var command = new TaughtCommand("verify", "Asks whether known texts and an unknown text are of one hand.", """
            For each problem: how much likelier the styles are under one writer than under two, measured against the known
            texts of all problems of that language. No labels are used, and no unknown text serves as reference. Where the
            reference shows that such texts do not tell their writers apart, or where a text is too short, the answer is
            "abstain" and the score 0.5. It never says who wrote anything.

            Examples:
              claque verify --problems columns.jsonl
              claque verify --problems columns.jsonl --strict --json answers.json
            """) { problems, strict, json, csv };
        command.SetAction(parsed =>
        {
            OutputFile.Check(parsed.GetValue(json), "--json", parsed.GetValue(problems)!);
            OutputFile.Check(parsed.GetValue(csv), "--csv", parsed.GetValue(problems)!);
            using var file = InputFile.Of(parsed.GetValue(problems)!, screen);
            var read = JsonLines.Read(file.Path, file.Name, Expected, row =>
                JsonLines.Field(row, "id") is { } id && JsonLines.Texts(row, "known") is { Count: > 0 } known && JsonLines.Field(row, "unknown") is { } unknown
                    ? new VerificationProblem(id, JsonLines.Field(row, "language") ?? "", known, unknown)
                    : null);
            if (read.GroupBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
                throw new InputException($"{file.Name}: two problems have the id \"{twice.Key}\". Give each its own id.");
            var options = parsed.GetValue(strict) ? VerificationOptions.Strict : VerificationOptions.Default;
            var languages = Verification.Of(read, options);
            var answers = languages.SelectMany(language => language.Answers).ToDictionary(answer => answer.Id, StringComparer.Ordinal);
            if (parsed.GetValue(csv) is { } table) OutputFile.Write(table, screen, stream => VerifyCsv.Write(read.Select(problem => answers[problem.Id]), stream));
            if (parsed.GetValue(json) is { } target) WriteJson(target, screen, read, answers, languages);
            else WriteText(screen.Out, read, answers, languages, options);
        });
        return command;
    }

    private static void WriteText(TextWriter to, List<VerificationProblem> problems, Dictionary<string, VerificationAnswer> answers, IReadOnlyList<Verification> languages, VerificationOptions options)
    {
        var table = new TextTable("problem", "score", "log LR", "verdict", "nearest other", "why");
        foreach (var answer in problems.Select(problem => answers[problem.Id]))
            table.Add(answer.Id, $"{answer.Score:0.000}", answer.LogRatio is { } log ? $"{log:0.00}" : "", PersonaWords.Of(answer.Verdict), VerifyWords.OfRival(answer.Rival), answer.Reason);
        table.Write(to);
        foreach (var language in languages.Where(l => l.SelfAuc is not null)) to.WriteLine(VerifyWords.OfReference(language));
        to.WriteLine(VerifyWords.OfBar(options));
        foreach (var limit in PersonaWords.LimitsOfVerification) to.WriteLine("Limit: " + limit);
    }

    private static void WriteJson(string target, Screen screen, List<VerificationProblem> problems, Dictionary<string, VerificationAnswer> answers, IReadOnlyList<Verification> languages) =>
        JsonOutput.Write(target, screen, json =>
        {
            var referenceOf = languages.SelectMany(language => language.Answers.Select(answer => (answer.Id, language))).ToDictionary(x => x.Id, x => x.language, StringComparer.Ordinal);
            json.WriteStartArray();
            foreach (var answer in problems.Select(problem => answers[problem.Id]))
            {
                json.WriteStartObject();
                json.WriteString("id", answer.Id);
                json.WriteNumber("score", Math.Round(answer.Score, 6));
                if (answer.LogRatio is { } log) json.WriteNumber("log_lr", Math.Round(log, 6));
                else json.WriteNull("log_lr");
                json.WriteString("verdict", PersonaWords.Of(answer.Verdict));
                json.WriteString("reason", answer.Reason);
                WriteRival(json, answer.Rival);
                WriteReference(json, referenceOf[answer.Id]);
                json.WriteStartArray("limits");
                foreach (var limit in PersonaWords.LimitsOfVerification) json.WriteStringValue(limit);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private static void WriteRival(Utf8JsonWriter json, VerificationRival? rival)
    {
        json.WritePropertyName("rival");
        if (rival is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("problem", rival.Id);
        json.WriteNumber("log_lr", Math.Round(rival.LogRatio, 6));
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, Verification language)
    {
        json.WriteStartObject("reference");
        json.WriteString("language", language.Language);
        json.WriteNumber("problems", language.Answers.Count);
        json.WriteNumber("writers", language.Writers);
        if (language.SelfAuc is { } auc) json.WriteNumber("self_auc", Math.Round(auc, 4));
        if (language.SelfCheck is { } check)
        {
            json.WriteNumber("self_answered", Math.Round(check.Answered, 4));
            json.WriteNumber("self_wrong", Math.Round(check.Wrong, 4));
        }

        json.WriteEndObject();
    }
}
