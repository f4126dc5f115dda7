using Claque.Cases;
using Claque.Reading;

namespace Claque.Reports;

/// <summary>Takes a file of posts into a case: hash, open, import, refuse what holds no posts.</summary>
public static class FileImport
{
    /// <summary>Imports one file.</summary>
    /// <param name="to">The case.</param>
    /// <param name="file">The file.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="now">The time to write into the case.</param>
    /// <param name="stop">Stops the work; what was read is kept.</param>
    /// <exception cref="InputException">The file cannot be used, or not read to its end; what could be read is in the case.</exception>
    public static ImportReceipt Run(
        CaseFile to, FileToImport file, ReadOptions options, IProgress<StageProgress>? progress, DateTimeOffset now, CancellationToken stop)
    {
        var sha256 = FileHash.Sha256(file.Path, progress, stop);
        using var opened = file.Open(options);
        var mapping = string.Join(", ", opened.Mapping.Select(m => $"{m.Key}={m.Value}").Concat(Clock(file.Asked(options))));
        return to.Import(
            new ImportInput(file.Name, sha256, new FileInfo(file.Path).Length, opened.Format, mapping, opened.Reader, () => opened.InferredPrecision, () => opened.Notes),
            progress, now, stop);
    }

    /// <summary>The sentence for a file of which the case has no post; null when it has one.</summary>
    public static InputException? NothingUsable(SourceView source)
    {
        if (source.PostsNew + source.PostsKnown > 0) return null;
        return source.Rejects is [var most, ..]
            ? new InputException($"{source.FileName}: none of its {source.RowsRead:N0} rows can be used. Most often: {most.Example}")
            : new InputException($"{source.FileName} holds no posts: there is not one row after its header.");
    }

    /// <summary>How times were said to be written: part of the way in which a file is read, as the columns are.</summary>
    private static IEnumerable<string> Clock(ReadOptions asked)
    {
        if (asked.TimeFormat is { } format) yield return $"time-format={format}";
        if (asked.TimeZone is { } zone) yield return $"time-zone={zone}";
    }
}

/// <summary>A file to be imported.</summary>
/// <param name="Path">Where its bytes are.</param>
/// <param name="Name">What to call it.</param>
/// <param name="IsTemporary">True when its place has nothing to do with its name: no map lies beside it.</param>
public sealed record FileToImport(string Path, string Name, bool IsTemporary)
{
    /// <summary>Opens it for reading posts.</summary>
    /// <exception cref="InputException">It is not a file of posts.</exception>
    public OpenedFile Open(ReadOptions options) => IsTemporary ? PostFiles.Open(File.OpenRead(Path), Name, options) : PostFiles.Open(Path, options);

    /// <summary>The options with what a map beside the file says.</summary>
    public ReadOptions Asked(ReadOptions options) => options.Map.IsEmpty && !IsTemporary && MapFile.Beside(Path) is { } map ? map.Apply(options) : options;
}
