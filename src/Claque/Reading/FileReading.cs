using Claque.Reading.Bytes;
using Claque.Text;

namespace Claque.Reading;

/// <summary>
/// Reading a file of posts in three steps: its bytes are cut into records, one block after the other; records become posts, several
/// blocks at once; what was counted is added up, block after block.
/// </summary>
internal abstract class FileReading(FileBytes file, Intake intake) : IPostReading
{
    private long _converted;
    private long _posts;
    private long _rejected;

    /// <summary>Counts of the whole file, as far as its batches were settled.</summary>
    public Intake Intake => intake;

    /// <summary>What messages call the file.</summary>
    protected string FileName => file.Name;

    /// <summary>The word for a record in messages, one and many.</summary>
    protected abstract (string One, string Many) Record { get; }

    /// <summary>True when the file is so short that a second thread would only cost.</summary>
    public bool IsShort => file.SampleIsWhole;

    /// <inheritdoc/>
    public abstract PostBatch NewBatch();

    /// <inheritdoc/>
    public bool Take(PostBatch batch)
    {
        var taken = (FileBatch)batch;
        taken.Reset();
        var more = Take(taken);
        taken.BytesRead = file.BytesRead;
        return more || taken.Broken is not null || taken.Failure is not null;
    }

    /// <inheritdoc/>
    public abstract void Read(PostBatch batch);

    /// <inheritdoc/>
    /// <exception cref="InputException">The file cannot be read on from here.</exception>
    public void Settle(PostBatch batch)
    {
        var taken = (FileBatch)batch;
        intake.TakeCounts(taken.Intake);
        (_converted, _posts, _rejected) = (_converted + taken.Converted, _posts + taken.Count, _rejected + taken.Rejects.Count);
        if (taken.Failure is { } failure) throw new InputException(failure);
        if (taken.Broken is { } why) throw BrokenOff(why);
    }

    /// <summary>What was assumed and counted, as sentences.</summary>
    public IEnumerable<string> Notes() =>
        [.. intake.Notes(), .. _converted > 0 ? [$"{Counted.Of(_converted, $"{Record.One} was", $"{Record.Many} were")} not UTF-8 and read as Windows-1252."] : Array.Empty<string>()];

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    /// <summary>Cuts the next records of the file; false at the end. A batch that says why the file broke off holds nothing else.</summary>
    protected abstract bool Take(FileBatch batch);

    /// <summary>What to say when the file breaks off: nothing that was read is lost.</summary>
    private InputException BrokenOff(string why)
    {
        var rows = Counted.Of(_posts, "post was", "posts were");
        var rejected = _rejected == 0 ? "" : $", {Counted.Of(_rejected, "row", "rows")} rejected";
        return new InputException($"{file.Name}: {why}. {rows} read before that{rejected}; the row at the break was left out. Copy or download the file again.");
    }
}
