using System.Collections.Immutable;
using Claque.Reading.Bytes;
using Claque.Reading.Formats;

namespace Claque.Reading;

/// <summary>A file of posts, recognised and ready to be read.</summary>
public sealed class OpenedFile : IDisposable
{
    private readonly FileBytes _file;
    private readonly Prepared _prepared;
    private readonly ImmutableArray<string> _notes;

    internal OpenedFile(FileBytes file, PostFormat format, Prepared prepared, ImmutableArray<string> notes)
    {
        (_file, _prepared, _notes) = (file, prepared, file.Note is { } note ? [note, .. notes] : notes);
        (Format, Description) = (format.Name, format.Description);
    }

    /// <summary>The word for <c>--format</c>.</summary>
    public string Format { get; }

    /// <summary>The format in one line.</summary>
    public string Description { get; }

    /// <summary>Field → column or JSON member, in the order of <see cref="ReadOptions.Fields"/>; list fields may come several times.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Mapping => _prepared.Mapping;

    /// <summary>The column separator, or <c>tab</c>; null for JSON.</summary>
    public string? Delimiter => _prepared.Delimiter;

    /// <summary>How characters are written: <c>UTF-8</c>, <c>UTF-8 with BOM</c>, <c>UTF-16 LE</c>, <c>UTF-16 BE</c>, <c>Windows-1252</c>.</summary>
    public string Encoding => _file.Encoding;

    /// <summary>True when the file is packed, with gzip or ZIP or as a workbook.</summary>
    public bool Compressed => _file.Packing != Packing.None;

    /// <summary>Bytes as stored.</summary>
    public long Length => _file.Length;

    /// <summary>Reads the posts one by one. It is disposed with this file.</summary>
    public IPostReader Reader => field ??= new FilePostReader(_prepared.Reading, _prepared.Reading.IsShort ? 1 : PostSources.Threads);

    /// <summary>Reads the posts in batches; instead of <see cref="Reader"/>.</summary>
    internal FileReading Reading => _prepared.Reading;

    /// <summary>What was assumed and counted, as sentences. Complete once the reader came to the end.</summary>
    public ImmutableArray<string> Notes => [.. _notes, .. _prepared.Notes, .. _prepared.Reading.Notes()];

    /// <summary>Records that are no posts, by kind. Complete once the reader came to the end.</summary>
    public ImmutableArray<SkippedRecords> Skipped => _prepared.Reading.Intake.Skipped;

    /// <summary>
    /// The coarsest clock step on which all times read from the time column fall: times written finer than this are only that
    /// exact. Null below 20 such times or when some fall within a second. Valid at the end; does not concern posts whose
    /// <see cref="PostRecord.TimeFromId"/> is true.
    /// </summary>
    public TimePrecision? InferredPrecision => _prepared.Reading.Intake.Coarsest;

    /// <inheritdoc/>
    public void Dispose() => Reader.Dispose();
}
