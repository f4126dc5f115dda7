using System.CommandLine;
using System.Text.Json;
using Claque.Cli.Terminal;
using Claque.Evaluation;
using Claque.Reading;

namespace Claque.Cli.Commands;

/// <summary><c>claque evaluate</c>: a result against a known truth.</summary>
internal static class EvaluateCommand
{
    public static Command Make(Screen screen)
    {
        var result = new Argument<string>("RESULT_ACCOUNTS.csv") { Description = "Accounts with their tier, as 'claque detect --accounts' writes them." };
        var truth = new Option<string>("--truth") { Description = "The truth, as 'claque simulate' writes it: account_id,role,crew.", HelpName = "truth.csv", Required = true };
        var json = SharedOptions.Json();
        var command = new TaughtCommand("evaluate", "Scores a result against a known truth.", """
            Scores accounts against a known truth: recall, precision, realised false-discovery rate, false accounts per 1,000
            by role, each with its 95 % limits. Any tool's result will do: a CSV with the columns account and tier.

            Examples:
              claque simulate --out lab --plant grid && claque detect lab/posts.csv --accounts lab/accounts.csv
              claque evaluate lab/accounts.csv --truth lab/truth.csv
            """) { result, truth, json };
        command.SetAction(parsed =>
        {
            OutputFile.Check(parsed.GetValue(json), "--json", parsed.GetValue(result)!, parsed.GetValue(truth)!);
            var judged = Table(parsed.GetValue(result)!, "account").Select(row => new JudgedAccount(row("account"), row("tier"), row("explained"))).ToList();
            var known = Table(parsed.GetValue(truth)!, "account_id", "role").Select(row => new TrueAccount(row("account_id"), row("role"), row("crew"))).ToList();
            var scores = Evaluation.Evaluation.Score(judged, known);
            if (parsed.GetValue(json) is { } target) JsonOutput.Write(target, screen, writer => WriteJson(writer, scores));
            else foreach (var score in scores) WriteText(screen.Out, score);
        });
        return command;
    }

    /// <summary>The rows of a small table; each gives the cell of a column, empty where the table has no such column.</summary>
    private static IEnumerable<Func<string, string>> Table(string path, params string[] needed)
    {
        if (!File.Exists(path)) throw new InputException($"{path}: there is no such file.");
        using var rows = SmallTable.Rows(path).GetEnumerator();
        var header = rows.MoveNext() ? rows.Current : throw new InputException($"{path} is empty, expected a table with the columns {string.Join(", ", needed)}.");
        foreach (var column in needed)
            if (!header.Contains(column)) throw new InputException($"{path} has the columns {string.Join(", ", header)}; \"{column}\" is missing.");
        while (rows.MoveNext())
        {
            var row = rows.Current;
            yield return column => Array.IndexOf(header, column) is >= 0 and var c && c < row.Length ? row[c] : "";
        }
    }

    private static void WriteText(TextWriter to, TierScore score)
    {
        to.WriteLine($"Tier {score.Tier}");
        to.WriteLine($"  recall {Percent(score.Recall)}, precision {Percent(score.Precision)}, realised FDR {score.RealisedFdr:P1}, false accounts per 1,000: {score.FalsePerThousand:0.###} (95 %: {1000 * score.False.Low:0.###} to {1000 * score.False.High:0.###})");
        var table = new TextTable("role", "accounts", "flagged", "per 1,000", "labelled explained");
        foreach (var role in score.Roles)
            table.Add(role.Role, $"{role.Flagged.Of:N0}", $"{role.Flagged.Hits:N0}", $"{role.PerThousand:0.###}", role.Explained && role.Flagged.Hits > 0 ? $"{role.LabelledExplained.Value:P0}" : "");
        table.Write(to);
        if (score.Crews.Length > 0)
        {
            var crews = new TextTable("crew", "accounts", "found", "recall");
            foreach (var crew in score.Crews) crews.Add(crew.Role, $"{crew.Flagged.Of}", $"{crew.Flagged.Hits}", $"{crew.Flagged.Value:P0}");
            crews.Write(to);
        }

        to.WriteLine();
    }

    private static string Percent(Share share) => $"{share.Hits:N0} of {share.Of:N0} = {share.Value:P1} (95 %: {share.Low:P1} to {share.High:P1})";

    private static void WriteJson(Utf8JsonWriter json, IReadOnlyList<TierScore> scores)
    {
        json.WriteStartObject();
        // The first tier stands at the top level too, since it is what most scripts ask for.
        WriteScore(json, scores[0]);
        json.WriteStartArray("tiers");
        foreach (var score in scores)
        {
            json.WriteStartObject();
            WriteScore(json, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteScore(Utf8JsonWriter json, TierScore score)
    {
        json.WriteString("tier", score.Tier);
        WriteShare(json, "recall", score.Recall);
        WriteShare(json, "precision", score.Precision);
        json.WriteNumber("realised_fdr", score.RealisedFdr);
        json.WriteNumber("false_accounts", score.False.Hits);
        json.WriteNumber("false_accounts_per_1000", score.FalsePerThousand);
        json.WriteNumber("false_accounts_per_1000_low", 1000 * score.False.Low);
        json.WriteNumber("false_accounts_per_1000_high", 1000 * score.False.High);
        json.WriteStartArray("roles");
        foreach (var role in score.Roles) WriteRole(json, role);
        json.WriteEndArray();
        json.WriteStartArray("crews");
        foreach (var crew in score.Crews) WriteRole(json, crew);
        json.WriteEndArray();
    }

    private static void WriteRole(Utf8JsonWriter json, RoleScore role)
    {
        json.WriteStartObject();
        json.WriteString("role", role.Role);
        json.WriteBoolean("planted", role.Planted);
        json.WriteBoolean("truly_co_acting", role.Explained);
        json.WriteNumber("accounts", role.Flagged.Of);
        json.WriteNumber("flagged", role.Flagged.Hits);
        json.WriteNumber("per_1000", role.PerThousand);
        json.WriteNumber("labelled_explained", role.LabelledExplained.Hits);
        json.WriteEndObject();
    }

    private static void WriteShare(Utf8JsonWriter json, string name, Share share)
    {
        json.WriteNumber(name, share.Value);
        json.WriteNumber(name + "_low", share.Low);
        json.WriteNumber(name + "_high", share.High);
        json.WriteNumber(name + "_hits", share.Hits);
        json.WriteNumber(name + "_of", share.Of);
    }
}
