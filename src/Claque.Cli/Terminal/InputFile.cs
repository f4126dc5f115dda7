using Claque.Reading;

namespace Claque.Cli.Terminal;

/// <summary>A file to read; standard input is first written to a temporary file, so that it can be read as often as any other.</summary>
internal sealed class InputFile : IDisposable
{
    private readonly bool _temporary;

    private InputFile(string path, string name, bool temporary) => (Path, Name, _temporary) = (path, name, temporary);

    /// <summary>Where the bytes are.</summary>
    public string Path { get; }

    /// <summary>What to call it.</summary>
    public string Name { get; }

    /// <summary>The file of an argument, <c>-</c> for standard input.</summary>
    /// <exception cref="InputException">There is no such file.</exception>
    public static InputFile Of(string argument, Screen screen)
    {
        if (argument != "-")
        {
            if (Directory.Exists(argument)) throw new InputException($"{argument} is a folder. Name the files in it.");
            if (!File.Exists(argument)) throw new InputException($"{argument}: there is no such file.");
            return new InputFile(argument, System.IO.Path.GetFileName(argument), temporary: false);
        }

        var path = System.IO.Path.GetTempFileName();
        using var input = screen.In();
        using (var file = File.Create(path)) input.CopyTo(file);
        return new InputFile(path, "standard input", temporary: true);
    }

    /// <summary>Removes what was written for the while.</summary>
    public void Dispose()
    {
        if (_temporary) File.Delete(Path);
    }
}
