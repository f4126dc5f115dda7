using System.Runtime.InteropServices;
using System.Text;
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
            JsonMember[] members = [.. paths.Columns.Select(column => new JsonMember(column))];
            foreach (var value in FirstValues(file, paths))
                rows.Add([.. members.Select(member => Cell(value, member, out var cell) ? Encoding.UTF8.GetString(cell) : "")]);
        }
        catch (Exception e) when (e is InputException or JsonException or InvalidOperationException)
        {
            // The sample is cut somewhere; the reader reports real faults with their place.
        }

        return new TableSample(new TableCut((byte)',', (byte)'\n', false, 0, true), paths.Columns, rows);
    }

    /// <summary>What a member holds, as UTF-8 text; lists and objects as JSON; false when nothing.</summary>
    public static bool Cell(JsonElement value, JsonMember member, out ReadOnlySpan<byte> cell)
    {
        var found = member.In(value);
        cell = found.ValueKind switch
        {
            JsonValueKind.Array or JsonValueKind.Object => JsonMarshal.GetRawUtf8Value(found),
            JsonValueKind.True => "true"u8,
            JsonValueKind.False => "false"u8,
            _ => found.Utf8(),
        };
        return !cell.IsEmpty;
    }

    private static IEnumerable<JsonElement> FirstValues(FileBytes file, JsonPaths paths)
    {
        var stream = new MemoryStream(file.Sample);
        var isList = file.Sample.AsSpan().TrimStart(" \t\r\n"u8)[0] == '[';
        JsonSource source = paths.IsLines ? new JsonLines(stream) : new JsonStream(stream, file.Name, path => path.Length == 0 && isList);
        for (var count = 0; count < MostRows && source.Next() == JsonStep.Value; count++)
        {
            using var document = JsonDocument.Parse(JsonReading.AsUtf8(source.Value, out _));
            if (document.RootElement.ValueKind == JsonValueKind.Object) yield return document.RootElement;
        }
    }
}

/// <summary>A member of JSON objects by its dotted path; a member of that very name, dots included, comes first.</summary>
internal sealed class JsonMember(string path)
{
    private readonly byte[] _whole = Encoding.UTF8.GetBytes(path);
    private readonly byte[][] _names = [.. path.Split('.').Select(Encoding.UTF8.GetBytes)];

    /// <summary>The path as written.</summary>
    public string Path => path;

    /// <summary>What it leads to; of kind Undefined when nothing.</summary>
    public JsonElement In(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(_whole, out var direct)) return direct;
        if (_names.Length == 1) return default;
        foreach (var name in _names)
            value = value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var inner) ? inner : default;
        return value;
    }
}
