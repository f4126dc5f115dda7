using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reports.Exports;
using Claque.Scale.Parquet;

namespace Claque.Cli.Commands;

/// <summary>Writes pairs and accounts as Parquet: the columns of the CSV tables, numbers as numbers.</summary>
internal static class ParquetTables
{
    private static readonly string[] Whole = ["weight", "co_acts", "posts_a", "posts_b", "a_first", "b_first"];
    private static readonly string[] Real = ["mean_gap_s", "median_gap_s", "p", "q", "window_s"];
    private static readonly string[] WholeOfAccounts = ["group", "ties", "weight", "joint_posts", "posts"];
    private static readonly string[] RealOfAccounts = ["q", "joint_share"];

    // Nobody opens Parquet in a spreadsheet, so that no cell needs a guard against being taken for a formula.
    private static readonly CsvOptions Plain = new() { SpreadsheetSafe = false };

    public static void Write(IEnumerable<PairView> pairs, IEnumerable<AccountRow> accounts, string folder, string? duckDb)
    {
        OutputFile.MakeFolder(folder, "--out");
        Table(Path.Combine(folder, "pairs.parquet"), stream => CsvExport.WritePairs(pairs, stream, Plain), duckDb, Whole, Real);
        Table(Path.Combine(folder, "accounts.parquet"), stream => CsvExport.WriteAccounts(accounts, stream, Plain), duckDb, WholeOfAccounts, RealOfAccounts);
    }

    private static void Table(string path, Action<Stream> write, string? duckDb, string[] whole, string[] real)
    {
        var csv = Path.GetTempFileName();
        try
        {
            using (var file = File.Create(csv)) write(file);
            ParquetFiles.FromCsv(csv, path, duckDb, whole, real);
        }
        finally
        {
            File.Delete(csv);
        }
    }
}
