using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Claque.Cases;
using Claque.Reports.Wording;

namespace Claque.Reports.Exports;

/// <summary>
/// Writes JSON: UTF-8, fields in snake_case in a fixed order, times ISO 8601 UTC, gaps in seconds, absent values null.
/// Fields are added freely and never renamed. <c>docs/report.md</c> lists them.
/// </summary>
public static class JsonExport
{
    private const int FlushAt = 1 << 16;
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the run: case, sources, run, accounts, pairs, groups. Pairs are read once and never held.</summary>
    /// <param name="export">The run.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(CaseExport export, Stream output)
    {
        using var json = Writer(output);
        json.WriteStartObject();
        json.WriteString("claque_version", export.Stamp.ClaqueVersion);
        json.WriteString("written", Number.Iso(export.Stamp.WrittenUtc));
        WriteCase(json, export);
        json.WriteStartArray("sources");
        foreach (var source in export.Sources) SourceJson.Write(json, source);
        json.WriteEndArray();
        json.WritePropertyName("run");
        WriteRun(json, export.Run);
        json.WriteStartArray("accounts");
        foreach (var row in export.Accounts) WriteAccountRow(json, row);
        json.WriteEndArray();
        json.WriteStartArray("surfaced");
        foreach (var one in export.Surfaced) WriteSurfaced(json, one);
        json.WriteEndArray();
        json.WriteStartArray("pairs");
        foreach (var pair in export.Pairs) WritePair(json, pair);
        json.WriteEndArray();
        json.WriteStartArray("groups");
        foreach (var group in export.Groups) WriteGroup(json, group);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the groups of a run with their error control.</summary>
    /// <param name="run">The run.</param>
    /// <param name="groups">Its groups, in order.</param>
    /// <param name="output">Where to; left open.</param>
    public static void WriteGroups(RunView run, IEnumerable<GroupView> groups, Stream output)
    {
        using var json = Writer(output);
        json.WriteStartObject();
        json.WritePropertyName("run");
        WriteRun(json, run);
        json.WriteStartArray("groups");
        foreach (var group in groups) WriteGroup(json, group);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Utf8JsonWriter Writer(Stream output) =>
        new(output, new JsonWriterOptions { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static void WriteCase(Utf8JsonWriter json, CaseExport export)
    {
        json.WriteStartObject("case");
        json.WriteString("file", Path.GetFileName(export.Case.Path));
        json.WriteString("question", export.Case.Question);
        json.WriteString("created", Number.Iso(export.Case.CreatedUtc));
        json.WriteNumber("posts", export.Figures.Posts);
        json.WriteNumber("accounts", export.Figures.Accounts);
        WriteTime(json, "first", export.Figures.FirstUs);
        WriteTime(json, "last", export.Figures.LastUs);
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, RunView run)
    {
        json.WriteStartObject();
        json.WriteNumber("number", run.Number);
        json.WriteString("started", Number.Iso(run.StartedUtc));
        json.WriteString("claque_version", run.ClaqueVersion);
        json.WriteString("error_control", run.ErrorControl);
        json.WriteString("input_sha256", run.InputSha256);
        json.WriteNumber("seed", run.Seed);
        json.WritePropertyName("options");
        WriteOptions(json, run.OptionsJson);
        json.WriteStartArray("layers");
        foreach (var layer in run.Layers) WriteLayer(json, layer);
        json.WriteEndArray();
        WriteTexts(json, "notes", run.Notes);
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, string options)
    {
        if (OptionsJson.Read(options, element => JsonSerializer.Serialize(element, Relaxed), null) is { } text) json.WriteRawValue(text);
        else json.WriteStringValue(options);
    }

    private static void WriteLayer(Utf8JsonWriter json, LayerView layer)
    {
        json.WriteStartObject();
        json.WriteString("behaviour", layer.Behaviour);
        json.WriteNumber("window_s", Number.RoundedSeconds(layer.WindowS));
        json.WriteNumber("acts", layer.Acts);
        json.WriteNumber("accounts", layer.Accounts);
        json.WriteNumber("objects", layer.Objects);
        json.WriteNumber("pairs", layer.Pairs);
        json.WriteNumber("hub_objects", layer.HubObjects);
        json.WriteNumber("hub_acts", layer.HubActs);
        json.WriteNumber("coarse_acts", layer.CoarseActs);
        WriteTextOrNull(json, "refused", layer.Refused);
        json.WriteEndObject();
    }

    private static void WriteAccount(Utf8JsonWriter json, AccountView account)
    {
        json.WriteString("id", AccountKey.Of(account));
        json.WriteString("platform", account.Platform);
        json.WriteString("account", account.NativeId);
        json.WriteString("handle", account.Handle);
        json.WriteString("name", account.Name);
    }

    private static void WriteAccountRow(Utf8JsonWriter json, AccountRow row)
    {
        json.WriteStartObject();
        WriteAccount(json, row.Account);
        WriteTextOrNull(json, "tier", row.Tier);
        WriteProbability(json, "q", row.Q);
        if (row.Group is { } group) json.WriteNumber("group", group);
        else json.WriteNull("group");
        WriteTexts(json, "evidence", row.Evidence);
        WriteTexts(json, "behaviours", row.Behaviours);
        WriteTextOrNull(json, "explained", row.Explained);
        json.WriteNumber("ties", row.Ties);
        json.WriteNumber("weight", row.Weight);
        json.WriteNumber("joint_posts", row.JointPosts);
        if (row.Posts is { } posts) json.WriteNumber("posts", posts);
        else json.WriteNull("posts");
        if (row.JointShare is { } share) json.WriteNumber("joint_share", Number.RoundedShare(share));
        else json.WriteNull("joint_share");
        End(json);
    }

    private static void WriteSurfaced(Utf8JsonWriter json, SurfacedView one)
    {
        json.WriteStartObject();
        WriteAccount(json, one.Account);
        json.WriteString("tier", one.Tier);
        if (one.Circle is { } circle) json.WriteNumber("circle", circle);
        else json.WriteNull("circle");
        WriteTexts(json, "behaviours", one.Behaviours);
        json.WriteString("why", one.Why);
        End(json);
    }

    private static void WritePair(Utf8JsonWriter json, PairView pair)
    {
        json.WriteStartObject();
        json.WriteString("a", AccountKey.Of(pair.A));
        json.WriteString("b", AccountKey.Of(pair.B));
        json.WriteString("behaviour", pair.Behaviour);
        json.WriteNumber("window_s", Number.RoundedSeconds(pair.WindowS));
        json.WriteNumber("weight", pair.Weight);
        json.WriteNumber("co_acts", pair.CoActs);
        json.WriteNumber("posts_a", pair.PostsA);
        json.WriteNumber("posts_b", pair.PostsB);
        json.WriteNumber("mean_gap_s", Number.RoundedSeconds(pair.MeanGapS));
        json.WriteNumber("median_gap_s", Number.RoundedSeconds(pair.MedianGapS));
        json.WriteNumber("a_first", pair.AFirst);
        json.WriteNumber("b_first", pair.BFirst);
        WriteProbability(json, "p", pair.P);
        WriteProbability(json, "q", pair.Q);
        WriteTextOrNull(json, "tier", pair.Tier);
        End(json);
    }

    private static void WriteGroup(Utf8JsonWriter json, GroupView group)
    {
        json.WriteStartObject();
        json.WriteNumber("number", group.Number);
        WriteTextOrNull(json, "behaviour", group.Behaviour);
        WriteTexts(json, "behaviours", group.Behaviours);
        json.WriteNumber("size", group.Members.Length);
        json.WriteNumber("pair_count", group.PairCount);
        json.WriteNumber("density", Number.RoundedShare(group.Density));
        json.WriteNumber("weight", group.Weight);
        json.WriteNumber("objects", group.Objects);
        json.WriteNumber("median_gap_s", Number.RoundedSeconds(group.MedianGapS));
        WriteTime(json, "first", group.FirstUs);
        WriteTime(json, "last", group.LastUs);
        WriteTextOrNull(json, "tier", group.Tier);
        json.WriteStartArray("members");
        foreach (var member in group.Members)
        {
            json.WriteStartObject();
            WriteAccount(json, member.Account);
            json.WriteNumber("ties", member.Ties);
            json.WriteNumber("joint_posts", member.JointPosts);
            json.WriteNumber("posts", member.Posts);
            json.WriteNumber("joint_share", Number.RoundedShare(member.JointShare));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "readings", group.Readings);
        End(json);
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        if (json.BytesPending > FlushAt) json.Flush();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteTextOrNull(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length == 0) json.WriteNull(name);
        else json.WriteString(name, text);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, long? timeUs)
    {
        if (timeUs is { } time) json.WriteString(name, Number.Iso(time));
        else json.WriteNull(name);
    }

    private static void WriteProbability(Utf8JsonWriter json, string name, double? p)
    {
        if (p is { } value) json.WriteNumber(name, Number.RoundedProbability(value));
        else json.WriteNull(name);
    }
}
