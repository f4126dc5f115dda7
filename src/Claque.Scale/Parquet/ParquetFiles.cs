using Claque.Reading;

namespace Claque.Scale.Parquet;

/// <summary>Parquet files in and out, by way of CSV and DuckDB's library, which the user supplies.</summary>
public static class ParquetFiles
{
    /// <summary>Names the library where no path is given.</summary>
    public const string Variable = "CLAQUE_DUCKDB";

    /// <summary>True when a file begins as a Parquet file does.</summary>
    public static bool IsParquet(string path)
    {
        try
        {
            Span<byte> head = stackalloc byte[4];
            using var stream = File.OpenRead(path);
            // What is read of a pipe is gone for whoever reads it afterwards.
            return stream.CanSeek && stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("PAR1"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads it says why it cannot be read.
            return false;
        }
    }

    /// <summary>Writes the rows of a Parquet file as CSV, in their order; times in UTC.</summary>
    /// <param name="path">The Parquet file.</param>
    /// <param name="csv">The file to write.</param>
    /// <param name="library">DuckDB's library; null takes <see cref="Variable"/>.</param>
    /// <exception cref="InputException">There is no library, or the file cannot be read.</exception>
    public static void ToCsv(string path, string csv, string? library)
    {
        using var database = DuckDb.Open(Library(library, $"{path} is a Parquet file."));
        database.Run("SET preserve_insertion_order = true");
        // Zones need an extension that some builds leave out; without it there are no times with a zone to begin with.
        try
        {
            database.Run("SET TimeZone = 'UTC'");
        }
        catch (InputException)
        {
        }

        database.Run($"COPY (SELECT * FROM read_parquet({DuckDb.Quoted(path)})) TO {DuckDb.Quoted(csv)} (FORMAT csv, HEADER true)");
    }

    /// <summary>Writes the rows of a CSV as a Parquet file.</summary>
    /// <param name="csv">The CSV, with a header.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="library">DuckDB's library; null takes <see cref="Variable"/>.</param>
    /// <param name="whole">Columns of whole numbers; empty cells become null.</param>
    /// <param name="real">Columns of real numbers; empty cells become null. All others are text.</param>
    /// <exception cref="InputException">There is no library, or the file cannot be written.</exception>
    public static void FromCsv(string csv, string path, string? library, IEnumerable<string> whole, IEnumerable<string> real)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(real);
        using var database = DuckDb.Open(Library(library, "Parquet files are written with DuckDB."));
        // All cells are read as text first: an id such as 007 must not become a number.
        var numbers = whole.Select(column => (column, Type: "BIGINT")).Concat(real.Select(column => (column, Type: "DOUBLE")))
            .Select(one => $"CAST(NULLIF(\"{one.column}\", '') AS {one.Type}) AS \"{one.column}\"");
        var source = $"read_csv({DuckDb.Quoted(csv)}, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', nullstr = '\\0')";
        database.Run($"COPY (SELECT * REPLACE ({string.Join(", ", numbers)}) FROM {source}) TO {DuckDb.Quoted(path)} (FORMAT parquet, COMPRESSION zstd)");
    }

    private static string Library(string? given, string why) =>
        given ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null) ?? throw new InputException($"{why} Claque does this with DuckDB's library, which you supply: download libduckdb for your system from https://duckdb.org/install and name it with --duckdb PATH or in {Variable}. Or save the table as CSV.");
}
