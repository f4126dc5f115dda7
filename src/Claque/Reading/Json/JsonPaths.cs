using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Bytes;

namespace Claque.Reading.Json;

/// <summary>The members that occur in the beginning of a JSON file, as paths such as <c>user.id_str</c> or <c>messages[].text</c>.</summary>
/// <remarks>A list around everything is not part of the path. What lies deeper than five members is not listed.</remarks>
internal sealed class JsonPaths
{
    private const int Deepest = 5;
    private const int MostTokens = 200_000;
    private readonly Dictionary<string, bool> _paths = new(StringComparer.Ordinal); // path → is a single value

    private JsonPaths()
    {
    }

    /// <summary>True when the file is one JSON value a line.</summary>
    public bool IsLines { get; private init; }

    /// <summary>Members that hold a value or a list, by their dotted path, in the order of appearance.</summary>
    public ImmutableArray<string> Columns { get; private set; } = [];

    /// <summary>True when all of the paths occur.</summary>
    public bool Has(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
            if (!_paths.ContainsKey(path)) return false;
        return true;
    }

    /// <summary>Looks at the sample of a file; ends quietly where it is cut or no longer JSON.</summary>
    public static JsonPaths Of(FileBytes file)
    {
        var paths = new JsonPaths { IsLines = FirstLineIsValue(file.Sample) };
        try
        {
            paths.Collect(file.Sample);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What stood before the fault is enough to tell the format; the reader reports the fault with its place.
        }

        paths.Columns = [.. paths._paths.Where(entry => entry.Value).Select(entry => entry.Key)];
        return paths;
    }

    private static bool FirstLineIsValue(ReadOnlySpan<byte> sample)
    {
        sample = sample.TrimStart(" \t\r\n"u8);
        var end = sample.IndexOf((byte)'\n');
        var line = end < 0 ? sample : sample[..end];
        if (line.IsEmpty || line[0] != '{') return false;
        try
        {
            var reader = new Utf8JsonReader(line);
            return reader.Read() && reader.TrySkip() && line[(int)reader.BytesConsumed..].IndexOfAnyExcept(" \t\r,"u8) < 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Collect(ReadOnlySpan<byte> sample)
    {
        var reader = new Utf8JsonReader(sample, isFinalBlock: false, new JsonReaderState(JsonStream.Leniently));
        var (stack, path) = (new Stack<string>(), "");
        var name = "";
        for (var tokens = 0; tokens < MostTokens && reader.Read(); tokens++)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    stack.Push(path);
                    path = Enter(path, name, reader.TokenType == JsonTokenType.StartArray);
                    name = "";
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path = stack.Pop();
                    break;
                default:
                    if (name.Length > 0) Note(Join(path, name), single: true);
                    name = "";
                    break;
            }
        }
    }

    private string Enter(string path, string name, bool list)
    {
        var inside = Join(path, name);
        if (name.Length > 0) Note(inside, single: list);
        return list && inside.Length > 0 ? inside + "[]" : inside;
    }

    private void Note(string path, bool single)
    {
        if (path.Count(c => c == '.') >= Deepest) return;
        var listed = single && !path.Contains("[]", StringComparison.Ordinal);
        if (!_paths.TryGetValue(path, out var before)) _paths[path] = listed;
        else if (listed && !before) _paths[path] = true;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : name.Length == 0 ? path : path + "." + name;
}
