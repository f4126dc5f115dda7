using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Claque.Benchmarks;

/// <summary>The table of reading that <c>benches/run</c> measured. Each line of the input is a file, a program and what it printed, with tabs between.</summary>
internal static class ReadingTable
{
    private sealed record Row(string Path, string Program, ReadingResult? Result, string Why);

    /// <summary>Writes the table between its marks in a document. False when two programs read different things.</summary>
    public static bool Write(string measured, string document, string machine)
    {
        var files = File.ReadLines(measured).Select(line => line.Split('\t')).Select(cells =>
            cells[2].StartsWith('{') ? new Row(cells[0], cells[1], JsonSerializer.Deserialize<ReadingResult>(cells[2]), "") : new Row(cells[0], cells[1], null, cells[2])).GroupBy(row => row.Path).ToList();
        var differing = files.Where(rows => rows.Where(row => row.Result != null).DistinctBy(row => (row.Result!.Rows, row.Result.Accounts, row.Result.Objects, row.Result.Seconds)).Count() > 1).ToList();
        foreach (var rows in differing) Console.Error.WriteLine($"{rows.Key}: not all programs read the same rows, accounts, objects and times.");
        if (differing.Count > 0) return false;

        var text = new StringBuilder($"{machine}\n\n| table | program | CPU s | wall s | MB a second | peak MB | rows | accounts | objects | CPU of Claque | wall of Claque |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var rows in files)
        {
            var ours = rows.First(row => row.Program == "Claque").Result!;
            var mb = new FileInfo(rows.Key).Length / 1e6;
            foreach (var row in rows) text.Append(Line(row, mb, ours));
        }

        PairsTables.Between(document, "reading", text.ToString());
        return true;
    }

    private static string Line(Row row, double mb, ReadingResult ours)
    {
        var table = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(row.Path)}, {mb:0} MB");
        if (row.Result is not { } one) return $"| {table} | {row.Program} | {row.Why} | | | | | | | | |\n";
        var ratios = row.Program == "Claque" ? " | " : string.Create(CultureInfo.InvariantCulture, $"{one.CpuS / ours.CpuS:0.0} × | **{one.WallS / ours.WallS:0.0} ×**");
        return string.Create(CultureInfo.InvariantCulture, $"| {table} | {row.Program} | {one.CpuS:0.00} | {one.WallS:0.00} | {mb / one.WallS:0} | {one.PeakMb:0} | {one.Rows:N0} | {one.Accounts:N0} | {one.Objects:N0} | {ratios} |\n");
    }
}
