using System.Text;
using Claque.Reading.Bytes;

namespace Claque.Reading;

/// <summary>What all readers of files share: places in messages, running numbers, and the end of a broken file.</summary>
internal abstract class FilePostReader(FileBytes file, Intake intake) : IPostReader
{
    private const int MostExcerpt = 500;
    private long _posts;
    private long _rejected;

    /// <inheritdoc/>
    public RejectedRow? Reject { get; private set; }

    /// <inheritdoc/>
    public long BytesRead => file.BytesRead;

    /// <summary>Rules and counts.</summary>
    protected Intake Intake => intake;

    /// <inheritdoc/>
    public ReadStep Read(PostRecord post)
    {
        post.Clear();
        Reject = null;
        var step = ReadRow(post);
        if (step == ReadStep.Post) post.Key = ++_posts;
        else if (step == ReadStep.Rejected) _rejected++;
        return step;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        DisposeParts();
        file.Dispose();
    }

    /// <summary>Notes that only this reader can make.</summary>
    public virtual IEnumerable<string> Notes() => [];

    /// <summary>Reads the next row into a cleared record.</summary>
    protected abstract ReadStep ReadRow(PostRecord post);

    /// <summary>Gives back what the reader took.</summary>
    protected virtual void DisposeParts()
    {
    }

    /// <summary>Rejects a row for what <see cref="Intake.Refuse"/> said last.</summary>
    protected ReadStep RejectRow(long line, ReadOnlySpan<byte> raw) => RejectRow(line, intake.RefusedKind, intake.RefusedWhy, raw);

    /// <summary>Rejects a row.</summary>
    protected ReadStep RejectRow(long line, string kind, string why, ReadOnlySpan<byte> raw)
    {
        Reject = new RejectedRow(line, kind, $"{file.Name}({line}): {why}", Excerpt(raw));
        return ReadStep.Rejected;
    }

    /// <summary>What to say when the file breaks off: nothing that was read is lost.</summary>
    protected InputException BrokenOff(string why)
    {
        var rows = Intake.Count(_posts, "post was", "posts were");
        var rejected = _rejected == 0 ? "" : $", {Intake.Count(_rejected, "row", "rows")} rejected";
        return new InputException($"{file.Name}: {why}. {rows} read before that{rejected}; the row at the break was left out. Copy or download the file again.");
    }

    /// <summary>The first 500 characters of a row.</summary>
    private static string Excerpt(ReadOnlySpan<byte> raw)
    {
        var beginning = raw[..Math.Min(raw.Length, MostExcerpt * 4)];
        string text;
        if (System.Text.Unicode.Utf8.IsValid(raw))
        {
            text = Encoding.UTF8.GetString(beginning).TrimEnd('\uFFFD');
        }
        else
        {
            var utf8 = new byte[Windows1252.MostBytes(beginning.Length)];
            text = Encoding.UTF8.GetString(utf8, 0, Windows1252.ToUtf8(beginning, utf8));
        }

        if (text.Length <= MostExcerpt) return text;
        return text[..(char.IsHighSurrogate(text[MostExcerpt - 1]) ? MostExcerpt - 1 : MostExcerpt)];
    }
}
