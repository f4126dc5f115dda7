using System.Text;
using Claque.Reading.Bytes;

namespace Claque.Reading;

/// <summary>A batch of posts of a file, with the rows between them that could not be used and what was counted.</summary>
/// <param name="intake">Rules and counts of this batch; the counts go to the file's when the batch is settled.</param>
/// <param name="fileName">What messages call the file.</param>
internal abstract class FileBatch(Intake intake, string fileName) : PostBatch
{
    private const int MostExcerpt = 500;

    /// <summary>Rules and counts.</summary>
    public Intake Intake { get; } = intake;

    /// <summary>The rows that could not be used; each stands before the post of that number.</summary>
    public List<(int Post, RejectedRow Row)> Rejects { get; } = [];

    /// <summary>Rows that were not UTF-8 and were taken for Windows-1252.</summary>
    public long Converted { get; set; }

    /// <summary>Bytes of the file read when the batch was taken.</summary>
    public long BytesRead { get; set; }

    /// <summary>Why nothing comes behind this batch although the file has not ended; null when that is not so.</summary>
    public string? Broken { get; set; }

    /// <summary>Why the file is not read on, as a whole sentence; null when that is not so.</summary>
    public string? Failure { get; set; }

    /// <summary>Forgets the posts and the counts.</summary>
    public void Reset()
    {
        Clear();
        Rejects.Clear();
        (Converted, Broken, Failure) = (0, null, null);
    }

    /// <summary>Rejects a row for what <see cref="Intake.Refuse"/> said last.</summary>
    public void Reject(long line, ReadOnlySpan<byte> raw) => Reject(line, Intake.RefusedKind, Intake.RefusedWhy, raw);

    /// <summary>Rejects a row.</summary>
    public void Reject(long line, string kind, string why, ReadOnlySpan<byte> raw) =>
        Rejects.Add((Count, new RejectedRow(line, kind, $"{fileName}({line}): {why}", Excerpt(raw))));

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
