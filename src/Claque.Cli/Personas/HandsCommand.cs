using System.CommandLine;
using System.Text.Json;
using Claque.Cli.Commands;
using Claque.Cli.Terminal;
using Claque.Personas.Hands;
using Claque.Reports.Personas;

namespace Claque.Cli.Personas;

/// <summary><c>claque hands</c>: where the style changes within a text.</summary>
internal static class HandsCommand
{
    private const string Expected = """{"id":"1","paragraphs":["…","…"]}""";

    public static Command Make(Screen screen)
    {
        var texts = new Option<string>("--texts") { Description = "One text a line: id and paragraphs. - for standard input.", HelpName = "T.jsonl", Required = true };
        var json = SharedOptions.Json();
        var csv = new Option<string?>("--csv") { Description = "Write a line for each break between paragraphs as CSV.", HelpName = "CHANGES.csv" };
        var command = new TaughtCommand("hands", "Says where the style changes within a text, paragraph by paragraph.", """
            For each break between two paragraphs: whether the hand changes (1), does not (0), or whether it cannot be said
            (null), and the chance of a change. The texts of the file together show which words are rare and how far topic
            helps. English only: the weights were learned on English forum texts, where writers change often; in a text of one
            writer a change of topic can be mistaken for a change of hand. Texts of ten paragraphs or more, half of them single
            sentences, as in news, get no answer.

            Examples:
              claque hands --texts threads.jsonl
              claque hands --texts threads.jsonl --json -
              claque hands --texts threads.jsonl --csv changes.csv
            """) { texts, json, csv };
        command.SetAction(parsed =>
        {
            OutputFile.Check(parsed.GetValue(json), "--json", parsed.GetValue(texts)!);
            OutputFile.Check(parsed.GetValue(csv), "--csv", parsed.GetValue(texts)!);
            using var file = InputFile.Of(parsed.GetValue(texts)!, screen);
            var read = JsonLines.Read(file.Path, file.Name, Expected, row =>
                JsonLines.Field(row, "id") is { } id && JsonLines.Texts(row, "paragraphs") is { } paragraphs ? new HandsText(id, paragraphs) : null);
            var changes = StyleChanges.Of(read, HandsOptions.Default);
            if (parsed.GetValue(csv) is { } table) OutputFile.Write(table, screen, stream => HandsCsv.Write(changes, stream));
            if (parsed.GetValue(json) is { } target) WriteJson(target, screen, changes);
            else WriteText(screen.Out, changes);
        });
        return command;
    }

    private static void WriteText(TextWriter to, StyleChanges changes)
    {
        var table = new TextTable("text", "paragraphs", "changes after paragraph (chance)", "cannot be said after", "why");
        foreach (var answer in changes.Answers)
        {
            table.Add(answer.Id, $"{answer.Changes.Count + 1}", HandsWords.Changes(answer), HandsWords.Open(answer), answer.Reason ?? "");
        }

        table.Write(to);
        to.WriteLine(HandsWords.OfBar(changes.Kind, changes.Bar));
        to.WriteLine(HandsWords.OfOpen(HandsOptions.Default));
        foreach (var limit in PersonaWords.LimitsOfChanges) to.WriteLine("Limit: " + limit);
    }

    private static void WriteJson(string target, Screen screen, StyleChanges changes) => JsonOutput.Write(target, screen, json =>
    {
        json.WriteStartArray();
        foreach (var answer in changes.Answers)
        {
            json.WriteStartObject();
            json.WriteString("id", answer.Id);
            json.WriteStartArray("changes");
            foreach (var change in answer.Changes)
            {
                if (change is { } known) json.WriteNumberValue(known ? 1 : 0);
                else json.WriteNullValue();
            }

            json.WriteEndArray();
            json.WriteStartArray("scores");
            foreach (var score in answer.Scores) json.WriteNumberValue(Math.Round(score, 4));
            json.WriteEndArray();
            json.WriteStartArray("signs");
            foreach (var signs in answer.Signs) WriteSigns(json, signs);
            json.WriteEndArray();
            if (answer.Reason is { } reason) json.WriteString("reason", reason);
            else json.WriteNull("reason");
            json.WriteString("collection", changes.Kind);
            json.WriteNumber("bar", Math.Round(changes.Bar, 2));
            json.WriteStartArray("limits");
            foreach (var limit in PersonaWords.LimitsOfChanges) json.WriteStringValue(limit);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteSigns(Utf8JsonWriter json, IReadOnlyList<BreakSign> signs)
    {
        json.WriteStartArray();
        foreach (var sign in signs)
        {
            json.WriteStartObject();
            json.WriteString("sign", HandsWords.Of(sign));
            json.WriteNumber("log_odds", Math.Round(sign.Weight, 4));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
