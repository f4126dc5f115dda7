using System.Globalization;
using System.Text.Json;
using Claque.Cases;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>What was done to the posts, with every parameter.</summary>
internal static class MethodSection
{
    public static void Write(MarkupWriter page, ReportModel model)
    {
        page.Add($"<section aria-labelledby=\"method\"><h2 id=\"method\">Method</h2>\n");
        OpeningSection.WriteBanner(page, model);
        page.Add($"<p>An <em>act</em> is an account, an object and a time: somebody shared a link, reshared a post, published a text. Two acts of different accounts on the same object within a <em>window</em> of time are a <em>co-act</em>. ");
        page.Add($"Two accounts form a <em>pair</em> when they co-acted on enough different objects; the number of those objects is the <em>weight</em> of the pair. A <em>group</em> is a set of accounts that are more densely tied by pairs among themselves than to others.</p>\n");
        page.Add($"<p>Claque {model.Run.ClaqueVersion}, run {model.Run.Number}, started {Amount.Time(model.Run.StartedUtc)}, seed {model.Run.Seed.ToString(CultureInfo.InvariantCulture)}. The same input, parameters and seed give the same result, byte by byte.</p>\n");
        WriteLayers(page, model.Run);
        WriteOptions(page, model.Run);
        if (!model.Run.Notes.IsDefaultOrEmpty)
        {
            page.Add($"<h3>Counted, left out, refused</h3>\n<ul>\n");
            foreach (var note in model.Run.Notes) page.Add($"<li>{note}</li>\n");
            page.Add($"</ul>\n");
        }

        page.Add($"</section>\n");
    }

    private static void WriteLayers(MarkupWriter page, RunView run)
    {
        Table.Write(
            page,
            "What was looked at",
            [new("Behaviour"), new("Window", true), new("Acts", true), new("Accounts", true), new("Objects", true), new("Pairs kept", true), new("Objects left out as too common", true), new("Acts on them", true), new("Acts with too coarse a clock", true)],
            run.Layers.Select(layer => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{new Said(layer.Behaviour)}{(layer.Refused.Length > 0 ? " (not used)" : "")}"),
                Fragment.Of($"{Amount.Duration(layer.WindowS)}"),
                Fragment.Of($"{layer.Acts}"),
                Fragment.Of($"{layer.Accounts}"),
                Fragment.Of($"{layer.Objects}"),
                Fragment.Of($"{layer.Pairs}"),
                Fragment.Of($"{layer.HubObjects}"),
                Fragment.Of($"{layer.HubActs}"),
                Fragment.Of($"{layer.CoarseActs}"),
            ]));
        foreach (var layer in run.Layers.Where(layer => layer.Refused.Length > 0))
            page.Add($"<p>{new Said(layer.Behaviour)} at {Amount.Duration(layer.WindowS)} was not used: {layer.Refused}</p>\n");
    }

    private static void WriteOptions(MarkupWriter page, RunView run)
    {
        var options = Options(run.OptionsJson);
        if (options.Count == 0) return;
        Table.Write(
            page,
            "Parameters",
            [new("Name"), new("Value")],
            options.Select(option => (IReadOnlyList<Fragment>)[Fragment.Of($"{new Said(option.Name)}"), Fragment.Of($"{new Said(option.Value)}")]));
    }

    /// <summary>The leaves of the options, with dotted names; empty when they are no JSON object.</summary>
    internal static IReadOnlyList<(string Name, string Value)> Options(string json) => OptionsJson.Read(json, Leaves, []);

    private static List<(string Name, string Value)> Leaves(JsonElement options)
    {
        var leaves = new List<(string, string)>();
        Collect(options, "");
        return leaves;

        void Collect(JsonElement element, string name)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject()) Collect(property.Value, name.Length == 0 ? property.Name : name + "." + property.Name);
                    break;
                case JsonValueKind.Array when element.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)):
                    leaves.Add((name, string.Join(", ", element.EnumerateArray().Select(Value))));
                    break;
                case JsonValueKind.Array:
                    var place = 0;
                    foreach (var item in element.EnumerateArray()) Collect(item, $"{name}[{place++}]");
                    break;
                default:
                    if (name.Length > 0) leaves.Add((name, Value(element)));
                    break;
            }
        }

        static string Value(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Null => "not given",
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.String => element.GetString()!,
            _ => element.GetRawText(),
        };
    }
}
