using System.CommandLine;
using Claque.Cases;
using Claque.Cli.Commands;
using Claque.Cli.Terminal;
using Claque.Reading;

namespace Claque.Cli.Detecting;

/// <summary>What a detection runs on: a case, or a file read as it stands.</summary>
internal sealed class DetectionInput : IDisposable
{
    private static ReadOnlySpan<byte> DatabaseMark => "SQLite format 3\0"u8;

    private readonly InputFile? _file;

    private DetectionInput(string name, IPostSource posts, CaseFile? opened, InputFile? file) =>
        (Name, Posts, Case, _file) = (name, posts, opened, file);

    /// <summary>What to call it.</summary>
    public string Name { get; }

    /// <summary>The posts.</summary>
    public IPostSource Posts { get; }

    /// <summary>The case; null for a file.</summary>
    public CaseFile? Case { get; }

    /// <summary>The file as opened for reading row by row; null for a case.</summary>
    public FilePosts? File => Posts as FilePosts;

    /// <summary>What reading the file had to say, as sentences; known once the posts were read.</summary>
    public IReadOnlyList<string> Notes => File?.Notes ?? [];

    /// <summary>Opens a case or a file, told apart by its first bytes.</summary>
    /// <exception cref="InputException">Neither; or reading options were given for a case.</exception>
    public static DetectionInput Open(string argument, ReadingOptions reading, ParseResult parsed, Screen screen)
    {
        var file = InputFile.Of(argument, screen, reading.DuckDb(parsed));
        if (!IsCase(file.Path)) return new DetectionInput(file.Name, new FilePosts(file.Path, file.Name, reading.Read(parsed, screen)), null, file);
        file.Dispose();
        if (reading.AnyGiven(parsed))
            throw new InputException($"{argument} is a case: its posts are read already. Give the options on how to read a file to 'claque import'.");
        var opened = CaseFile.Open(argument);
        return new DetectionInput(argument, opened.Posts(), opened, null);
    }

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        Case?.Dispose();
        _file?.Dispose();
    }

    private static bool IsCase(string path)
    {
        Span<byte> head = stackalloc byte[16];
        using var stream = System.IO.File.OpenRead(path);
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(DatabaseMark);
    }
}
