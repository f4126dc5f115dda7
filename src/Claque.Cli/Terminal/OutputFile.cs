using Claque.Reading;

namespace Claque.Cli.Terminal;

/// <summary>A file that a command writes: refused before the work begins where it cannot be written.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a target that cannot be written or that is one of the files read; null and <c>-</c> pass.</summary>
    /// <param name="target">Where to write.</param>
    /// <param name="option">The option that named it.</param>
    /// <param name="inputs">The files that the command reads.</param>
    /// <exception cref="InputException">A folder, in a folder that is not there, not writable, or an input.</exception>
    public static void Check(string? target, string option, params IEnumerable<string> inputs)
    {
        if (target is null or "-") return;
        if (target.Length == 0) throw new InputException($"{option} has an empty name, expected a file to write.");
        if (Directory.Exists(target)) throw new InputException($"{option}: {target} is a folder, expected a file to write. Add a file name.");
        var full = Path.GetFullPath(target);
        if (inputs.Any(input => input != "-" && Path.GetFullPath(input) == full))
            throw new InputException($"{option}: {target} is the file that is read, and would be lost. Give another name.");
        if (Path.GetDirectoryName(full) is { } folder && !Directory.Exists(folder))
            throw new InputException($"{option}: there is no folder {Path.GetDirectoryName(target)}. Make it first, or write elsewhere.");
        var isNew = !File.Exists(target);
        using (Opened(target, FileMode.OpenOrCreate)) { }
        if (isNew) File.Delete(target);
    }

    /// <summary>Makes a folder where there is none.</summary>
    /// <exception cref="InputException">It cannot be made, or a file has its name.</exception>
    public static void MakeFolder(string target, string option)
    {
        if (File.Exists(target)) throw new InputException($"{option}: {target} is a file, expected a folder. Give another name.");
        try
        {
            Directory.CreateDirectory(target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"{option}: the folder \"{target}\" cannot be made: {e.Message} Check the rights on its parent, or write elsewhere.", e);
        }
    }

    /// <summary>Opens it for writing; what it held is gone.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static FileStream Create(string target) => Opened(target, FileMode.Create);

    /// <summary>Writes it whole; <c>-</c> is standard output.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string target, Screen screen, Action<Stream> content)
    {
        if (target == "-")
        {
            using var memory = new MemoryStream();
            content(memory);
            screen.Out.Write(System.Text.Encoding.UTF8.GetString(memory.ToArray()));
            return;
        }

        using var file = Create(target);
        content(file);
    }

    private static FileStream Opened(string target, FileMode mode)
    {
        try
        {
            return new FileStream(target, mode, FileAccess.Write, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{target} cannot be written: {e.Message} Check the rights on it and its folder, or write elsewhere.", e);
        }
    }
}
