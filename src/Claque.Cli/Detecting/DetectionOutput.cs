using System.Text.Json;
using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reports;

namespace Claque.Cli.Detecting;

/// <summary>Says what a detection found: for people on the terminal, for programs as JSON.</summary>
internal static class DetectionOutput
{
    private const int GroupsShown = 20;

    public static void WriteText(
        Screen screen, Findings findings, IReadOnlyList<GroupView> groups, IReadOnlyList<SurfacedView> surfaced, IReadOnlyList<SensitivityView> settings, string source, IEnumerable<string> notes, int? run)
    {
        var to = screen.Out;
        var corpus = findings.Corpus;
        to.WriteLine($"{source}: {corpus.Posts.Count:N0} posts of {corpus.Accounts.Count:N0} accounts");
        to.WriteLine();
        WriteLayers(to, findings);
        to.WriteLine();
        to.WriteLine("Groups over all behaviours");
        GroupOutput.WriteTable(to, groups, GroupsShown);
        SurfacedOutput.WriteTable(to, surfaced);
        to.WriteLine();
        Cut.WriteWrapped(to, ErrorControl.Sentence(findings));
        foreach (var note in ErrorControl.Details(findings).Concat(findings.Notes).Concat(Beside.LeftOut(findings, [.. settings])).Concat(notes)) Cut.WriteWrapped(to, note, "- ", "  ");
        if (run is not { } number) return;
        to.WriteLine();
        to.WriteLine($"Stored as run {number}. Next: {(findings.Groups.IsEmpty ? "" : $"{screen.Program} show {Shell.Word(source)} --group 1, ")}{screen.Program} report {Shell.Word(source)}");
    }

    /// <summary>Per behaviour: acts, objects, accounts and pairs at each window, and what was left out.</summary>
    public static void WriteLayers(TextWriter to, Findings findings)
    {
        var windows = findings.Options.Pairing.Windows;
        var table = new TextTable(["behaviour", "acts", "objects", "accounts", .. windows.Select(window => "pairs " + Durations.Write(window)), "left out"]);
        foreach (var layer in findings.Layers.Where(layer => layer.Behaviour != Tracing.Behaviour.CommonText))
        {
            var left = layer.Widest.LeftOut;
            table.Add(
            [
                layer.Behaviour.Name, $"{layer.Paired.Trace.Count:N0}", $"{layer.Paired.Trace.ObjectNames.Count:N0}", $"{layer.Accounts:N0}",
                .. layer.Paired.Windows.Select((pairs, w) => layer.Refused[w].Length > 0 ? "–" : $"{pairs.Count:N0}"),
                left.HubObjects > 0 ? $"{left.HubObjects:N0} objects with more than {findings.Options.Pairing.MaxAccountsPerObject:N0} accounts ({left.HubActs:N0} acts)" : "",
            ]);
        }

        if (table.Count == 0) to.WriteLine("  nothing that accounts could have in common was found in these posts");
        else table.Write(to);
        foreach (var refused in findings.Layers.SelectMany(layer => layer.Refused).Where(refused => refused.Length > 0).Distinct()) to.WriteLine("  " + refused);
    }

    public static void WriteJson(
        Utf8JsonWriter json, Findings findings, FindingsViews views, IReadOnlyList<SensitivityView> settings, IEnumerable<string> notes, int? run)
    {
        json.WriteStartObject();
        json.WriteString("claque_version", App.Version);
        if (run is { } number) json.WriteNumber("run", number);
        json.WriteNumber("posts", findings.Corpus.Posts.Count);
        json.WriteNumber("accounts", findings.Corpus.Accounts.Count);
        json.WritePropertyName("options");
        json.WriteRawValue(RunStorage.OptionsJson(findings.Options));
        WriteErrorControl(json, findings);
        json.WriteStartArray("layers");
        foreach (var layer in findings.Layers)
        {
            for (var w = 0; w < layer.Paired.Windows.Length; w++)
            {
                var pairs = layer.Paired.Windows[w];
                json.WriteStartObject();
                json.WriteString("behaviour", layer.Behaviour.Name);
                json.WriteNumber("window_s", pairs.Window.TotalSeconds);
                json.WriteNumber("acts", layer.Paired.Trace.Count);
                json.WriteNumber("objects", layer.Paired.Trace.ObjectNames.Count);
                json.WriteNumber("accounts", layer.Accounts);
                json.WriteNumber("pairs", pairs.Count);
                json.WriteNumber("hub_objects", pairs.LeftOut.HubObjects);
                json.WriteNumber("hub_acts", pairs.LeftOut.HubActs);
                json.WriteNumber("coarse_acts", pairs.LeftOut.CoarseActs);
                json.WriteString("refused", layer.Refused[w]);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WritePropertyName("groups");
        GroupOutput.WriteJson(json, views.Groups(), settings);
        json.WritePropertyName("surfaced");
        SurfacedOutput.WriteJson(json, views.Surfaced());
        json.WriteStartArray("notes");
        foreach (var note in ErrorControl.Details(findings).Concat(findings.Notes).Concat(Beside.LeftOut(findings, [.. settings])).Concat(notes)) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteGroupsJson(Utf8JsonWriter json, Findings findings, FindingsViews views, IReadOnlyList<SensitivityView> settings)
    {
        json.WriteStartObject();
        json.WriteString("claque_version", App.Version);
        WriteErrorControl(json, findings);
        json.WritePropertyName("groups");
        GroupOutput.WriteJson(json, views.Groups(), settings);
        json.WritePropertyName("groups_by_behaviour");
        GroupOutput.WriteJson(json, [.. views.GroupsByBehaviour()]);
        json.WritePropertyName("surfaced");
        SurfacedOutput.WriteJson(json, views.Surfaced());
        json.WriteEndObject();
    }

    private static void WriteErrorControl(Utf8JsonWriter json, Findings findings)
    {
        json.WriteStartObject("error_control");
        json.WriteString("sentence", ErrorControl.Sentence(findings));
        if (findings.Validated is { } validated)
        {
            json.WriteNumber("alpha", validated.Alpha);
            json.WriteNumber("weak_alpha", validated.WeakAlpha);
            json.WriteNumber("tests", validated.Tests);
            json.WriteNumber("tested_accounts", validated.TestedAccounts);
            json.WriteNumber("named_pairs", validated.NamedPairs);
            json.WriteNumber("named_accounts", validated.NamedAccounts);
            json.WriteNumber("expected_false_pairs", validated.ExpectedFalsePairs);
            json.WriteNumber("expected_false_accounts", validated.ExpectedFalseAccounts);
        }

        if (findings.Texts is { } texts)
        {
            json.WriteStartObject("texts");
            json.WriteNumber("alpha", texts.Options.Alpha);
            json.WriteNumber("tests", texts.Tests);
            json.WriteNumber("named_pairs", texts.NamedPairs);
            json.WriteNumber("named_accounts", texts.NamedAccounts);
            json.WriteNumber("expected_false_pairs", texts.ExpectedFalsePairs);
            json.WriteNumber("expected_false_accounts", texts.ExpectedFalseAccounts);
            json.WriteString("abstained", texts.Abstained);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
