using System.Collections.Immutable;
using Claque.Reading.Bytes;
using Claque.Reading.Formats;

namespace Claque.Reading;

/// <summary>Opens files of posts in any known format.</summary>
public static class PostFiles
{
    /// <summary>All formats that are read: known shapes first, then any table and any JSON.</summary>
    public static IReadOnlyList<FormatDescription> Formats { get; } =
        [.. FormatTable.All.Select(format => new FormatDescription(format.Name, format.Description, format.RecognisedBy))];

    /// <summary>Recognises a file and makes its reader. Where the options name no columns, a map beside the file counts.</summary>
    /// <exception cref="InputException">No such file, no posts in it, or the options do not fit it.</exception>
    public static OpenedFile Open(string path, ReadOptions options)
    {
        var name = Path.GetFileName(path);
        var (with, notes) = WithMapBeside(path, options);
        return Open(new FileBytes(OpenFile(path), name, owned: true), with, notes);
    }

    /// <summary>Recognises a stream and makes its reader.</summary>
    /// <param name="stream">Seekable; read from where it stands. It stays open and must not be used before the reader is disposed.</param>
    /// <param name="displayName">What messages call it.</param>
    /// <exception cref="InputException">No posts in it, or the options do not fit it.</exception>
    public static OpenedFile Open(Stream stream, string displayName, ReadOptions options)
    {
        if (!stream.CanSeek) throw new ArgumentException("The stream must be seekable: its beginning is read twice.", nameof(stream));
        return Open(new FileBytes(stream, displayName, owned: false), options, []);
    }

    /// <summary>What a file looks like and what would be read from it. A file whose columns are not recognised gives a result with the problem in it.</summary>
    /// <param name="rows">Number of rows to show.</param>
    /// <exception cref="InputException">No such file, or not a table or JSON.</exception>
    public static Inspection Inspect(string path, ReadOptions options, int rows = 5)
    {
        var (with, notes) = WithMapBeside(path, options);
        return Inspector.Inspect(new FileBytes(OpenFile(path), Path.GetFileName(path), owned: true), with, rows, notes);
    }

    /// <summary>What a stream looks like and what would be read from it.</summary>
    /// <exception cref="InputException">Not a table or JSON.</exception>
    public static Inspection Inspect(Stream stream, string displayName, ReadOptions options, int rows = 5)
    {
        if (!stream.CanSeek) throw new ArgumentException("The stream must be seekable: its beginning is read twice.", nameof(stream));
        return Inspector.Inspect(new FileBytes(stream, displayName, owned: false), options, rows, []);
    }

    private static OpenedFile Open(FileBytes file, ReadOptions options, ImmutableArray<string> notes)
    {
        try
        {
            var sample = new FileSample(file, options);
            var format = FormatTable.Choose(sample).Format;
            return new OpenedFile(file, format, format.Open(sample), notes);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static (ReadOptions Options, ImmutableArray<string> Notes) WithMapBeside(string path, ReadOptions options)
    {
        if (!options.Map.IsEmpty || MapFile.Beside(path) is not { } map) return (options, []);
        return (map.Apply(options), [$"Columns are taken as {Path.GetFileName(MapFile.PathFor(path))} says."]);
    }

    private static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path)) throw new InputException($"{path} is a folder. Name the files in it.");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path} does not exist.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be opened: {e.Message}", e);
        }
    }
}

/// <summary>A format as help and documents show it.</summary>
/// <param name="Name">The word for <c>--format</c>.</param>
/// <param name="Description">What it is and where it comes from.</param>
/// <param name="RecognisedBy">What it is told by.</param>
public sealed record FormatDescription(string Name, string Description, string RecognisedBy);
