using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Claque.Reading;

/// <summary>What the user said about the columns of a file, kept beside it as <c>FILE.claque-map.json</c>.</summary>
public sealed record MapFile
{
    private const string Ending = ".claque-map.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Name of a format; null to recognise it.</summary>
    public string? Format { get; init; }

    /// <summary>Field → column, as in <see cref="ReadOptions.Map"/>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Map { get; init; } = [];

    /// <summary>Further columns to compare.</summary>
    public ImmutableArray<string> ObjectColumns { get; init; } = [];

    /// <summary>As in <see cref="ReadOptions.TimeFormat"/>.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>As in <see cref="ReadOptions.TimeZone"/>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>As in <see cref="ReadOptions.Delimiter"/>.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Where the map of a file lies.</summary>
    public static string PathFor(string file) => file + Ending;

    /// <summary>The map beside a file; null when there is none.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static MapFile? Beside(string file) => File.Exists(PathFor(file)) ? Load(PathFor(file)) : null;

    /// <summary>Reads a map.</summary>
    /// <exception cref="InputException">Not a map, or one with unknown fields.</exception>
    public static MapFile Load(string path)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), Json) ?? throw new JsonException("it is null.");
            var map = stored.Map.SelectMany(entry => Columns(entry.Value).Select(column => KeyValuePair.Create(entry.Key, column)));
            var file = new MapFile
            {
                Format = stored.Format,
                Map = [.. map],
                ObjectColumns = [.. stored.Objects ?? []],
                TimeFormat = stored.TimeFormat,
                TimeZone = stored.TimeZone,
                Delimiter = stored.Delimiter,
            };
            _ = file.Apply(new ReadOptions());
            return file;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{Path.GetFileName(path)} cannot be read as a map of columns: {e.Message} Correct it or delete it.", e);
        }
    }

    /// <summary>Writes the map, the same bytes for the same map.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path)
    {
        var map = new Dictionary<string, JsonElement>();
        foreach (var group in Map.GroupBy(pair => pair.Key, pair => pair.Value))
            map[group.Key] = group.Count() == 1 ? JsonSerializer.SerializeToElement(group.First()) : JsonSerializer.SerializeToElement(group);
        var objects = ObjectColumns.IsDefaultOrEmpty ? null : ObjectColumns.ToArray();
        var text = JsonSerializer.Serialize(new Stored(Format, map, objects, TimeFormat, TimeZone, Delimiter), Json);
        try
        {
            File.WriteAllText(path, text.ReplaceLineEndings("\n") + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Fills what the options leave open.</summary>
    public ReadOptions Apply(ReadOptions options) => options with
    {
        Format = options.Format ?? Format,
        Map = options.Map.IsEmpty ? Map : options.Map,
        ObjectColumns = options.ObjectColumns.IsEmpty ? ObjectColumns : options.ObjectColumns,
        TimeFormat = options.TimeFormat ?? TimeFormat,
        TimeZone = options.TimeZone ?? TimeZone,
        Delimiter = options.Delimiter ?? Delimiter,
    };

    private static IEnumerable<string> Columns(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw NoColumn()),
        _ => throw NoColumn(),
    };

    private static JsonException NoColumn() => new("\"map\" must give each field a column name or a list of them.");

    private sealed record Stored(
        string? Format, Dictionary<string, JsonElement> Map, string[]? Objects, string? TimeFormat, string? TimeZone, string? Delimiter);
}
