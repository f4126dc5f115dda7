using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Simulation;

/// <summary>Reads crews from JSON: <c>{"crews": [{"name": "a", "size": 8, "joint_acts": 15, "jitter": "2min"}]}</c>, or the array alone.</summary>
/// <remarks>
/// Further fields of a crew, all optional: <c>camouflage</c> and <c>participation</c> (shares from 0 to 1), <c>behaviours</c> (array of
/// names), <c>launcher</c> (true or false), <c>edits</c> (none, light, paraphrase). An unknown field is refused: it might be a misspelt one.
/// </remarks>
public static class CrewFile
{
    private static readonly string[] Fields =
        ["name", "size", "joint_acts", "jitter", "camouflage", "participation", "behaviours", "launcher", "edits"];

    /// <summary>The crews of a file's text; <paramref name="file"/> is named in errors.</summary>
    /// <exception cref="InputException">The text is not JSON, or a field is unknown, missing, or outside its range.</exception>
    public static ImmutableArray<Crew> Parse(string json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var crews = List(document.RootElement, file).EnumerateArray().Select((crew, i) => One(crew, $"{file}: crew {i + 1}")).ToImmutableArray();
            var twice = crews.GroupBy(crew => crew.Name).FirstOrDefault(same => same.Count() > 1);
            if (twice != null) throw new InputException($"{file}: two crews are called \"{twice.Key}\". Give each its own name.");
            return crews;
        }
        catch (JsonException error)
        {
            throw new InputException($"{file}: not JSON: {error.Message} Expected {{\"crews\": [{{\"name\": …, \"size\": …, \"joint_acts\": …, \"jitter\": \"2min\"}}]}}.", error);
        }
    }

    private static JsonElement List(JsonElement root, string file)
    {
        if (root.ValueKind == JsonValueKind.Array) return root;
        if (root.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in root.EnumerateObject())
                if (field.Name != "crews") throw new InputException($"{file}: the field \"{field.Name}\" is not known. Expected only \"crews\".");
            if (root.TryGetProperty("crews", out var crews) && crews.ValueKind == JsonValueKind.Array) return crews;
        }

        throw new InputException($"{file}: expected an array of crews, or {{\"crews\": […]}}, found {Found(root)}.");
    }

    private static Crew One(JsonElement element, string where)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new InputException($"{where}: expected an object, found {Found(element)}.");
        foreach (var field in element.EnumerateObject())
            if (!Fields.Contains(field.Name)) throw new InputException($"{where}: the field \"{field.Name}\" is not known. Known are {string.Join(", ", Fields)}.");
        try
        {
            return new Crew(Text(element, "name", where), Number(element, "size", where), Number(element, "joint_acts", where), Jitter(element, where))
            {
                Camouflage = Share(element, "camouflage", .5, where),
                Participation = Share(element, "participation", 1, where),
                Behaviours = Behaviours(element, where),
                Launcher = Flag(element, "launcher", where),
                Edits = Edits(element, where),
            };
        }
        catch (ArgumentException error)
        {
            throw new InputException($"{where}: {error.Message}", error);
        }
    }

    private static string Text(JsonElement element, string name, string where) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw Wrong(element, name, "a text", where);

    private static int Number(JsonElement element, string name, string where) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw Wrong(element, name, "a whole number", where);

    private static double Share(JsonElement element, string name, double otherwise, string where)
    {
        if (!element.TryGetProperty(name, out var value)) return otherwise;
        return value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Wrong(element, name, "a share such as 0.5", where);
    }

    private static bool Flag(JsonElement element, string name, string where)
    {
        if (!element.TryGetProperty(name, out var value)) return false;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(element, name, "true or false", where);
    }

    private static TimeSpan Jitter(JsonElement element, string where) =>
        Plants.TryParseJitter(Text(element, "jitter", where), out var jitter)
            ? jitter
            : throw Wrong(element, "jitter", "a time up to a day such as \"30s\", \"2min\" or \"1h\"", where);

    private static ImmutableArray<Behaviour> Behaviours(JsonElement element, string where)
    {
        if (!element.TryGetProperty("behaviours", out var value)) return [Behaviour.Link];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(name => name.ValueKind != JsonValueKind.String))
            throw Wrong(element, "behaviours", "an array of names", where);
        return [.. value.EnumerateArray().Select(name => new Behaviour(name.GetString()!))];
    }

    private static TextEdits Edits(JsonElement element, string where)
    {
        if (!element.TryGetProperty("edits", out _)) return TextEdits.None;
        return Text(element, "edits", where) switch
        {
            "none" => TextEdits.None,
            "light" => TextEdits.Light,
            "paraphrase" => TextEdits.Paraphrase,
            _ => throw Wrong(element, "edits", "none, light or paraphrase", where),
        };
    }

    private static InputException Wrong(JsonElement element, string name, string expected, string where) =>
        new($"{where}: \"{name}\" is {(element.TryGetProperty(name, out var value) ? Found(value) : "missing")}; expected {expected}.");

    private static string Found(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => value.GetRawText(),
    };
}
