using System.Text.Json;
using Claque.Cases;
using Claque.Reading;

namespace Claque.Cli.Terminal;

/// <summary>An imported file as JSON, the same in every command.</summary>
internal static class SourceJson
{
    public static void Write(Utf8JsonWriter json, SourceView source, bool? wasComplete = null)
    {
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
        json.WriteString("first", source.FirstUs is { } first ? Times.Iso(first) : null);
        json.WriteString("last", source.LastUs is { } last ? Times.Iso(last) : null);
        json.WriteString("time_precision", source.Precision.Word);
        json.WriteStartArray("rejected");
        foreach (var reject in source.Rejects)
        {
            json.WriteStartObject();
            json.WriteString("kind", reject.Kind);
            json.WriteNumber("count", reject.Count);
            json.WriteNumber("first_line", reject.ExampleLine);
            json.WriteString("example", reject.Example);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in source.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
