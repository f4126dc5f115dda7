using System.Text.Json;
using Claque.Cases;
using Claque.Reading;

namespace Claque.Reports.Exports;

/// <summary>An imported file as JSON, the same in every command and export.</summary>
public static class SourceJson
{
    /// <summary>Writes one file.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="source">The file.</param>
    /// <param name="wasComplete">Whether the case had all of it before; null where that was not asked.</param>
    public static void Write(Utf8JsonWriter json, SourceView source, bool? wasComplete = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(source);
        json.WriteStartObject();
        json.WriteNumber("number", source.Number);
        json.WriteString("file", source.FileName);
        json.WriteString("sha256", source.Sha256);
        json.WriteNumber("bytes", source.Bytes);
        json.WriteString("format", source.Format);
        json.WriteString("mapping", source.Mapping);
        json.WriteNumber("rows_read", source.RowsRead);
        json.WriteNumber("posts_new", source.PostsNew);
        json.WriteNumber("posts_known", source.PostsKnown);
        json.WriteNumber("rows_rejected", source.RowsRejected);
        json.WriteBoolean("complete", source.Complete);
        if (wasComplete is { } before) json.WriteBoolean("was_complete", before);
        json.WriteString("first", source.FirstUs is { } first ? Number.Iso(first) : null);
        json.WriteString("last", source.LastUs is { } last ? Number.Iso(last) : null);
        json.WriteString("time_precision", source.Precision.Word);
        json.WriteStartArray("rejects");
        foreach (var reject in source.Rejects)
        {
            json.WriteStartObject();
            json.WriteString("kind", reject.Kind);
            json.WriteNumber("count", reject.Count);
            json.WriteString("example", reject.Example);
            json.WriteNumber("example_line", reject.ExampleLine);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in source.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
