using System.Text;
using System.Text.Json;
using Claque.Reading;
using Claque.Text;

namespace Claque.Cli.Personas;

/// <summary>Reads files with one JSON object a line.</summary>
internal static class JsonLines
{
    /// <summary>Each line as made by <paramref name="make"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="expected">What a line should hold, for the message.</param>
    /// <param name="make">Makes the value; null when the line lacks a field.</param>
    /// <exception cref="InputException">A line is no JSON object or lacks a field.</exception>
    public static List<T> Read<T>(string path, string name, string expected, Func<JsonElement, T?> make)
        where T : class
    {
        var items = new List<T>();
        var number = 0;
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            items.Add(OfLine(line, $"{name}({number})", expected, make));
        }

        return items.Count > 0 ? items : throw new InputException($"{name} is empty. Expected lines such as {expected}.");
    }

    /// <summary>A text field, numbers as written; null when it is missing.</summary>
    public static string? Field(JsonElement row, string name) => row.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;

    /// <summary>A list of texts; null when it is missing or holds something else.</summary>
    public static IReadOnlyList<string>? Texts(JsonElement row, string name) =>
        row.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : null;

    private static T OfLine<T>(string line, string place, string expected, Func<JsonElement, T?> make)
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(HalfPairs.Replaced(line));
            if (json.RootElement.ValueKind == JsonValueKind.Object && make(json.RootElement) is { } made) return made;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new InputException($"{place}: this line is {(line.Length > 60 ? line[..60] + "…" : line)}, expected {expected}.");
    }
}
