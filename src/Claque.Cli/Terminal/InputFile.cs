using Claque.Reading;
using Claque.Scale;
using Claque.Scale.Parquet;

namespace Claque.Cli.Terminal;

/// <summary>
/// A file to read; standard input, and the rows of a Parquet file or of a table on a cluster, are first written to a temporary file, so that they can be read as
/// often as any other.
/// </summary>
internal sealed class InputFile : IDisposable
{
    private InputFile(string path, string name, bool temporary) => (Path, Name, IsTemporary) = (path, name, temporary);

    /// <summary>Where the bytes are.</summary>
    public string Path { get; }

    /// <summary>What to call it.</summary>
    public string Name { get; }

    /// <summary>True for what was written for the while: nothing can be saved beside it.</summary>
    public bool IsTemporary { get; }

    /// <summary>The file of an argument, <c>-</c> for standard input.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="screen">Has standard input.</param>
    /// <param name="duckDb">DuckDB's library, for Parquet files; null for that of the environment.</param>
    /// <exception cref="InputException">There is no such file, or no library to read it with.</exception>
    public static InputFile Of(string argument, Screen screen, string? duckDb = null)
    {
        Check(argument);
        if (ClusterTable.IsAddress(argument)) return OfRows(argument, csv => ClusterTable.ToCsv(argument, csv));
        if (argument != "-") return ParquetFiles.IsParquet(argument) ? OfRows(System.IO.Path.GetFileName(argument), csv => ParquetFiles.ToCsv(argument, csv, duckDb)) : new InputFile(argument, System.IO.Path.GetFileName(argument), temporary: false);

        var path = System.IO.Path.GetTempFileName();
        using var input = screen.In();
        using (var file = File.Create(path)) input.CopyTo(file);
        return new InputFile(path, "standard input", temporary: true);
    }

    private static InputFile OfRows(string name, Action<string> write)
    {
        var rows = new InputFile(System.IO.Path.GetTempFileName(), name, temporary: true);
        try
        {
            write(rows.Path);
            return rows;
        }
        catch (InputException)
        {
            rows.Dispose();
            throw;
        }
    }

    /// <summary>Refuses what is not a file; <c>-</c> and tables of a cluster pass.</summary>
    /// <exception cref="InputException">A folder, or nothing of that name.</exception>
    public static void Check(string argument)
    {
        if (argument == "-" || ClusterTable.IsAddress(argument)) return;
        if (Directory.Exists(argument)) throw new InputException($"{argument} is a folder. Name the files in it.");
        if (!File.Exists(argument)) throw new InputException($"{argument}: there is no such file. Check the name and the folder.");
    }

    /// <summary>Removes what was written for the while.</summary>
    public void Dispose()
    {
        if (IsTemporary) File.Delete(Path);
    }
}
