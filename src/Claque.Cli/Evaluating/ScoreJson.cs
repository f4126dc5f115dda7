using System.Text.Json;
using Claque.Evaluation;

namespace Claque.Cli.Evaluating;

/// <summary>The scores of one result as JSON.</summary>
internal static class ScoreJson
{
    /// <summary>Writes the object: the first tier at the top, all tiers, the rates by q-value, the usual rules.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<TierScore> scores, RankScore rank, IReadOnlyList<RuleScore> usual)
    {
        json.WriteStartObject();
        // The first tier stands at the top level too, since it is what most scripts ask for.
        WriteScore(json, scores[0]);
        if (rank.Auc is { } auc) json.WriteNumber("auc", auc);
        else json.WriteNull("auc");
        json.WriteStartArray("rates");
        foreach (var rate in rank.Rates)
        {
            json.WriteStartObject();
            json.WriteNumber("nominal", rate.Nominal);
            WriteShare(json, "realised_fdr", rate.RealisedFdr);
            WriteShare(json, "recall", rate.Recall);
            WriteShare(json, "false_accounts", rate.False);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tiers");
        foreach (var score in scores)
        {
            json.WriteStartObject();
            WriteScore(json, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var rule in usual) WriteRule(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a rule with its levels.</summary>
    public static void WriteRule(Utf8JsonWriter json, RuleScore rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule);
        if (rule.Auc is { } auc) json.WriteNumber("auc", auc);
        else json.WriteNull("auc");
        json.WriteStartArray("levels");
        foreach (var level in rule.Levels)
        {
            json.WriteStartObject();
            WriteNominal(json, level.Nominal);
            WriteShare(json, "recall", level.Recall);
            WriteShare(json, "false_accounts", level.False);
            WriteShare(json, "false_among_accused", level.FalseAmongAccused);
            WriteShare(json, "false_pairs", level.FalsePairs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a nominal rate, null for a rule that states none.</summary>
    public static void WriteNominal(Utf8JsonWriter json, double? nominal)
    {
        if (nominal is { } rate) json.WriteNumber("nominal", rate);
        else json.WriteNull("nominal");
    }

    /// <summary>Writes a share with limits and counts.</summary>
    public static void WriteShare(Utf8JsonWriter json, string name, Share share)
    {
        WriteLimited(json, name, new Limited(share.Value, share.Low, share.High));
        json.WriteNumber(name + "_hits", share.Hits);
        json.WriteNumber(name + "_of", share.Of);
    }

    /// <summary>Writes a value with its limits.</summary>
    public static void WriteLimited(Utf8JsonWriter json, string name, Limited value)
    {
        json.WriteNumber(name, value.Value);
        json.WriteNumber(name + "_low", value.Low);
        json.WriteNumber(name + "_high", value.High);
    }

    private static void WriteScore(Utf8JsonWriter json, TierScore score)
    {
        json.WriteString("tier", score.Tier);
        WriteShare(json, "recall", score.Recall);
        WriteShare(json, "precision", score.Precision);
        WriteLimited(json, "realised_fdr", new Limited(score.RealisedFdr, score.RealisedShare.Low, score.RealisedShare.High));
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
}
