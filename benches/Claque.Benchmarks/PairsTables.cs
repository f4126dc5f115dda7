using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Claque.Benchmarks;

/// <summary>
/// Tables and a plot of what <c>benches/run</c> measured. Each line of the input is a kind (<c>rival</c> or <c>growth</c>), the names of the case
/// and of the program, and what the program printed (a sentence in brackets where it did not run), with tabs between.
/// </summary>
internal static class PairsTables
{
    private sealed record Row(string Kind, string Case, string Program, PairsResult? Result, string Why);

    /// <summary>Writes the tables between the marks of a document, and the plot beside it. False when two programs found different pairs.</summary>
    public static bool Write(string measured, string document, string plot, string machine)
    {
        var rows = File.ReadLines(measured).Select(line => line.Split('\t')).Select(cells =>
            cells[3].StartsWith('{')
                ? new Row(cells[0], cells[1], cells[2], JsonSerializer.Deserialize<PairsResult>(cells[3]), "")
                : new Row(cells[0], cells[1], cells[2], null, cells[3])).ToList();
        var rivals = rows.Where(row => row.Kind == "rival").GroupBy(row => row.Case).ToList();
        var differing = rivals.Where(ofCase => Differ([.. ofCase.Select(row => row.Result).OfType<PairsResult>()])).ToList();
        foreach (var ofCase in differing) Console.Error.WriteLine($"{ofCase.Key}: not all programs found the same pairs.");
        if (differing.Count > 0) return false;

        var growth = rows.Where(row => row.Kind == "growth").ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{machine}\n\n| table, window, weight | program | CPU s | wall s | peak MB | pairs | CPU of Claque |\n|---|---|---|---|---|---|---|\n");
        foreach (var ofCase in rivals)
        {
            var ours = ofCase.First(row => row.Program == "Claque").Result!;
            foreach (var row in ofCase) text.Append(Rival(row, ours));
        }

        text.Append("\n| table, window, weight | acts | window pairs | CPU s | CPU ns per act and window pair | wall s | input MB | peak MB | pairs |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var row in growth) text.Append(Growth(row));
        Between(document, "", text.ToString());
        File.WriteAllText(plot, Plot([.. growth.Where(row => row.Result != null)]));
        return true;
    }

    private static bool Differ(IReadOnlyList<PairsResult> ofCase) =>
        ofCase.DistinctBy(one => (one.Edges, one.Weights, one.Checksum)).Count() > 1
        || ofCase.Where(one => one.Gaps >= 0).DistinctBy(one => one.Gaps).Count() > 1
        || ofCase.Where(one => one.Measures >= 0).DistinctBy(one => one.Measures).Count() > 1;

    private static string Rival(Row row, PairsResult ours) => row.Result is { } one
        ? string.Create(CultureInfo.InvariantCulture, $"| {row.Case} | {row.Program} | {one.CpuS:0.00} | {one.WallS:0.00} | {(one.PeakMb > 0 ? one.PeakMb.ToString("0", CultureInfo.InvariantCulture) : "")} | {one.Edges:N0} | {(row.Program == "Claque" ? "" : $"**{one.CpuS / ours.CpuS:0.0} ×**")} |\n")
        : $"| {row.Case} | {row.Program} | {row.Why} | | | | |\n";

    private static string Growth(Row row)
    {
        var (acts, pairs) = Size(row);
        return row.Result is { } one
            ? string.Create(CultureInfo.InvariantCulture, $"| {row.Case} | {acts:N0} | {pairs:N0} | {one.CpuS:0.00} | {one.CpuS * 1e9 / (acts + pairs):0.0} | {one.WallS:0.00} | {one.InputMb:0} | {one.PeakMb:0} | {one.Edges:N0} |\n")
            : $"| {row.Case} | {acts:N0} | {pairs:N0} | {row.Why} | | | | | |\n";
    }

    /// <summary>Acts and window pairs stand in the place of the program: <c>acts/pairs</c>.</summary>
    private static (long Acts, long Pairs) Size(Row row)
    {
        var parts = row.Program.Split('/');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Puts a text between the marks of a part of the document.</summary>
    public static void Between(string document, string part, string text)
    {
        var begin = $"<!-- benches/run writes {part}{(part.Length > 0 ? " " : "")}from here -->\n";
        const string end = "<!-- to here -->\n";
        var old = File.ReadAllText(document);
        var from = old.IndexOf(begin, StringComparison.Ordinal);
        var to = from < 0 ? -1 : old.IndexOf(end, from, StringComparison.Ordinal);
        if (to < 0) throw new InvalidDataException($"{document} lacks the lines '{begin.Trim()}' and '{end.Trim()}', between which the tables go.");
        File.WriteAllText(document, old[..(from + begin.Length)] + text + old[to..]);
    }

    /// <summary>CPU seconds over window pairs, both logarithmic, one mark a row and the window as its colour.</summary>
    private static string Plot(IReadOnlyList<Row> rows)
    {
        const double left = 60, top = 20, width = 520, height = 300;
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 620 380\" font-family=\"sans-serif\" font-size=\"11\">\n<title>CPU seconds of pairing over acts and window pairs</title>\n<rect width=\"620\" height=\"380\" fill=\"#fff\"/>\n");
        var (x0, x1) = (5.5, Math.Max(7, rows.Select(row => Math.Log10(Total(row))).DefaultIfEmpty(7).Max()) + 0.2);
        var (y0, y1) = (-2.0, Math.Max(0, rows.Select(row => Math.Log10(row.Result!.CpuS)).DefaultIfEmpty(0).Max()) + 0.2);
        for (var power = 6; power <= x1; power++) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(power):0.0} {top}V{top + height}\" stroke=\"#ddd\"/><text x=\"{X(power):0.0}\" y=\"{top + height + 16}\" text-anchor=\"middle\">10{Superscript(power)}</text>\n");
        for (var power = -2; power <= y1; power++) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{left} {Y(power):0.0}H{left + width}\" stroke=\"#ddd\"/><text x=\"{left - 6}\" y=\"{Y(power) + 4:0.0}\" text-anchor=\"end\">{Math.Pow(10, power):0.##} s</text>\n");
        foreach (var row in rows)
        {
            var (x, y) = (X(Math.Log10(Total(row))), Y(Math.Log10(row.Result!.CpuS)));
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"4\" fill=\"#1b6ca8\"/><text x=\"{x + 7:0.0}\" y=\"{y + 12:0.0}\" fill=\"#444\" font-size=\"9\">{row.Case}</text>\n");
        }

        return svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + width / 2}\" y=\"{top + height + 36}\" text-anchor=\"middle\">acts + pairs of acts within the window</text>\n</svg>\n").ToString();

        static double Total(Row row) => Size(row).Acts + (double)Size(row).Pairs;
        double X(double log) => left + (log - x0) / (x1 - x0) * width;
        double Y(double log) => top + height - (log - y0) / (y1 - y0) * height;
        static string Superscript(int power) => string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
    }
}
