using System.Collections.Immutable;
using Claque.Reading.Bytes;
using Claque.Reading.Json;
using Claque.Reading.Tables;

namespace Claque.Reading.Formats;

/// <summary>The beginning of a file, looked at as a table or as JSON, and how the user wants it read.</summary>
internal sealed class FileSample(FileBytes file, ReadOptions options)
{
    /// <summary>The file.</summary>
    public FileBytes File { get; } = file;

    /// <summary>How the user wants it read.</summary>
    public ReadOptions Options { get; } = options;

    /// <summary>True when the text begins like JSON.</summary>
    public bool IsJson { get; } = file.Sample.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <summary>True when the user names columns.</summary>
    public bool NamesColumns => !Options.Map.IsEmpty || !Options.ObjectColumns.IsEmpty;

    /// <summary>As a table; of JSON, a column for each member.</summary>
    public TableSample Table => field ??= IsJson ? JsonRows.Sample(File, Json) : TableSample.Of(File, Options.Delimiter);

    /// <summary>As JSON: the members that occur.</summary>
    public JsonPaths Json => field ??= JsonPaths.Of(File);

    /// <summary>Names of columns, or of JSON members.</summary>
    public ImmutableArray<string> Columns => IsJson ? Json.Columns : Table.Columns;
}
