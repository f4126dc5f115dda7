using System.Text.Json;
using Claque.Cases;
using Claque.Reports;

namespace Claque.Cli.Terminal;

/// <summary>How groups fare under other settings, as a table for people and as JSON for programs.</summary>
internal static class SensitivityOutput
{
    /// <summary>The settings of one group; nothing when none was looked at.</summary>
    public static void WriteTable(TextWriter to, IReadOnlyList<SensitivityView> outcomes)
    {
        if (outcomes.Count == 0) return;
        to.WriteLine("Under other settings");
        var table = new TextTable("setting", "named", "weak", "pieces", "q");
        foreach (var outcome in outcomes) table.Add(outcome.Setting, $"{outcome.Named} of {outcome.Members}", $"{outcome.Weak}", $"{outcome.Parts}", Q(outcome.Q));
        table.Write(to);
        Cut.WriteWrapped(to, $"{StabilityText.Holds(outcomes)} {StabilityText.Caution}");
        to.WriteLine();
    }

    private static string Q(double q) => q >= 0.001 ? $"{q:0.###}" : $"{q:0.0e-0}";

    /// <summary>An array of the settings of one group.</summary>
    public static void WriteJson(Utf8JsonWriter json, IEnumerable<SensitivityView> outcomes)
    {
        json.WriteStartArray();
        foreach (var outcome in outcomes)
        {
            json.WriteStartObject();
            json.WriteString("kind", outcome.Kind);
            json.WriteString("setting", outcome.Setting);
            json.WriteNumber("members", outcome.Members);
            json.WriteNumber("named", outcome.Named);
            json.WriteNumber("weak", outcome.Weak);
            json.WriteNumber("parts", outcome.Parts);
            json.WriteNumber("q", outcome.Q);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
