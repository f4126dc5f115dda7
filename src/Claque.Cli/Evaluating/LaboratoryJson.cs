using System.Text.Json;
using Claque.Evaluation;
using Claque.Simulation;

namespace Claque.Cli.Evaluating;

/// <summary>The scores of a laboratory as JSON.</summary>
internal static class LaboratoryJson
{
    /// <summary>Writes the object: settings, then per generator what each rule does, then every corpus by itself.</summary>
    public static void Write(Utf8JsonWriter json, LaboratoryResult result, string command)
    {
        json.WriteStartObject();
        json.WriteString("claque_version", App.Version);
        json.WriteString("command", command);
        WriteOptions(json, result.Options);
        json.WriteStartArray("summaries");
        var several = result.Options.Generators.Length > 1;
        foreach (var generator in result.Options.Generators.Select(g => (Generator?)g).Concat(several ? [null] : []))
            foreach (var (rule, nominal) in result.Levels) WriteSummary(json, result, generator, rule, nominal);
        json.WriteEndArray();
        json.WriteStartArray("corpora");
        foreach (var corpus in result.Corpora)
        {
            json.WriteStartObject();
            json.WriteString("generator", Name(corpus.Generator));
            json.WriteNumber("seed", corpus.Seed);
            json.WriteBoolean("crews", corpus.HasCrews);
            json.WriteNumber("posts", corpus.Posts);
            json.WriteStartArray("rules");
            foreach (var rule in corpus.Rules) ScoreJson.WriteRule(json, rule);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, LaboratoryOptions options)
    {
        json.WriteStartObject("options");
        json.WriteNumber("corpora", options.QuietCorpora);
        json.WriteNumber("crews", options.CrewCorpora);
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("accounts", options.Accounts);
        json.WriteNumber("days", options.Days);
        json.WriteStartArray("decoys");
        foreach (var decoy in options.Decoys) json.WriteStringValue(decoy.Name);
        json.WriteEndArray();
        json.WriteStartArray("planted");
        foreach (var crew in options.Crews) json.WriteStringValue(Plants.CellOf(crew));
        json.WriteEndArray();
        json.WriteStartArray("dealt");
        foreach (var crew in options.Dealt) json.WriteStringValue(Plants.CellOf(crew));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, LaboratoryResult result, Generator? generator, string rule, double? nominal)
    {
        json.WriteStartObject();
        json.WriteString("generator", Name(generator));
        json.WriteString("rule", rule);
        ScoreJson.WriteNominal(json, nominal);
        if (result.Options.QuietCorpora > 0)
        {
            var quiet = result.Quiet(generator, rule, nominal);
            json.WriteStartObject("nothing_planted");
            ScoreJson.WriteShare(json, "false_accounts", quiet.False);
            ScoreJson.WriteShare(json, "corpora_with_any", quiet.Corpora);
            json.WriteEndObject();
        }

        if (result.Options.CrewCorpora > 0) WritePlanted(json, result, generator, rule, nominal);
        json.WriteStartArray(result.Options.CrewCorpora > 0 ? "roles_with_crews" : "roles_nothing_planted");
        foreach (var role in result.Options.Decoys.Select(decoy => decoy.Name).Prepend(Simulated.Organic))
        {
            json.WriteStartObject();
            json.WriteString("role", role);
            ScoreJson.WriteShare(json, "accused", result.Role(generator, result.Options.CrewCorpora > 0, rule, nominal, role));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlanted(Utf8JsonWriter json, LaboratoryResult result, Generator? generator, string rule, double? nominal)
    {
        var planted = result.Planted(generator, rule, nominal);
        json.WriteStartObject("crews_planted");
        json.WriteNumber("corpora", planted.Corpora);
        ScoreJson.WriteLimited(json, "realised_fdr_pairs", planted.FalsePairs);
        ScoreJson.WriteLimited(json, "realised_fdr_accounts", planted.FalseAccounts);
        ScoreJson.WriteShare(json, "false_accounts", planted.False);
        ScoreJson.WriteShare(json, "precision", planted.Precision);
        ScoreJson.WriteLimited(json, "recall", planted.Recall);
        if (planted.Auc is { } auc) ScoreJson.WriteLimited(json, "auc", auc);
        json.WriteStartArray("power");
        foreach (var (cell, crews) in result.Cells(generator))
        {
            json.WriteStartObject();
            json.WriteString("cell", cell);
            json.WriteNumber("crews", crews);
            ScoreJson.WriteLimited(json, "found", result.Power(generator, rule, nominal, cell));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("labelled_explained");
        foreach (var kind in new[] { Decoy.FeedBots.Name, Decoy.Newsroom.Name, Simulated.Planted })
        {
            json.WriteStartObject();
            json.WriteString("pairs_of", kind);
            ScoreJson.WriteShare(json, "labelled", result.Labels(generator, rule, kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Name(Generator? generator) => generator switch { Generator.First => "1", Generator.Second => "2", _ => "both" };
}
