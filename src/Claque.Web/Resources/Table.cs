using System.Globalization;
using Claque.Reports.Exports;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary>A table as CSV, safe for spreadsheets: what <c>.csv</c> gives where a page has a table.</summary>
internal static class Table
{
    /// <summary>Sends the rows as a file.</summary>
    /// <param name="name">Name of the file, without ending.</param>
    /// <param name="columns">Headings.</param>
    /// <param name="rows">Rows; a text is a text, a number is written as a number, null is an empty cell.</param>
    public static IResult Of(string name, string[] columns, IEnumerable<object?[]> rows) => Results.Stream(async output =>
    {
        // Kestrel takes no synchronous writing; tables fit into memory.
        using var whole = new MemoryStream();
        Write(whole, columns, rows);
        whole.Position = 0;
        await whole.CopyToAsync(output);
    }, "text/csv; charset=utf-8", name + ".csv");

    /// <summary>Writes the rows.</summary>
    public static void Write(Stream output, string[] columns, IEnumerable<object?[]> rows)
    {
        using var csv = new CsvWriter(output, new CsvOptions(), columns);
        foreach (var row in rows)
        {
            foreach (var cell in row) Write(csv, cell);
            csv.EndRow();
        }
    }

    private static void Write(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case null: csv.Number(""); break;
            case string text: csv.Text(text); break;
            case double number: csv.Number(number.ToString("G9", CultureInfo.InvariantCulture)); break;
            case bool yes: csv.Number(yes ? "true" : "false"); break;
            case IFormattable number: csv.Number(number.ToString(null, CultureInfo.InvariantCulture)); break;
            default: csv.Text(cell.ToString() ?? ""); break;
        }
    }
}
