using System.Text.Json;
using Claque.Reading.Bytes;
using Claque.Reading.Tables;

namespace Claque.Reading.Json;

/// <summary>JSON objects as rows: a column for each dotted path.</summary>
internal static class JsonRows
{
    private const int MostRows = 500;

    /// <summary>The first objects of a file as a table of texts.</summary>
    public static TableSample Sample(FileBytes file, JsonPaths paths)
    {
        var rows = new List<string[]>();
        try
        {
            foreach (var value in FirstValues(file, paths))
                rows.Add([.. paths.Columns.Select(column => Cell(value, column) ?? "")]);
        }
        catch (Exception e) when (e is InputException or JsonException)
        {
            // The sample is cut somewhere; the reader reports real faults with their place.
        }

        return new TableSample(new TableCut((byte)',', (byte)'\n', false, false, true), paths.Columns, rows);
    }

    /// <summary>What a path leads to, as text; lists and objects as JSON; null when nothing.</summary>
    public static string? Cell(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(path, out var direct)) return Text(direct);
        foreach (var name in path.Split('.')) value = value.Part(name);
        return Text(value);
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array or JsonValueKind.Object => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.AsText(),
    };

    private static IEnumerable<JsonElement> FirstValues(FileBytes file, JsonPaths paths)
    {
        var stream = new MemoryStream(file.Sample);
        var isList = file.Sample.AsSpan().TrimStart(" \t\r\n"u8)[0] == '[';
        JsonSource source = paths.IsLines ? new JsonLines(stream) : new JsonStream(stream, file.Name, path => path.Length == 0 && isList);
        for (var count = 0; count < MostRows && source.Next() == JsonStep.Value; count++)
        {
            using var document = JsonDocument.Parse(source.Value);
            if (document.RootElement.ValueKind == JsonValueKind.Object) yield return document.RootElement;
        }
    }
}
