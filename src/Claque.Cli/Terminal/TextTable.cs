using System.Buffers;

namespace Claque.Cli.Terminal;

/// <summary>A table for the terminal: columns as wide as their widest cell, numbers to the right.</summary>
internal sealed class TextTable(params string[] headings)
{
    private static readonly SearchValues<char> FigureSigns = SearchValues.Create("0123456789.,-<");
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">Not as many cells as headings.</exception>
    public void Add(params string[] cells)
    {
        if (cells.Length != headings.Length) throw new ArgumentException($"{cells.Length} cells for {headings.Length} columns.", nameof(cells));
        _rows.Add(cells);
    }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>Writes the table, each line begun with <paramref name="indent"/> spaces.</summary>
    public void Write(TextWriter writer, int indent = 2)
    {
        var right = Enumerable.Range(0, headings.Length).Select(c => _rows.Count > 0 && _rows.All(row => IsNumber(row[c])) && _rows.Any(row => row[c].Length > 0)).ToArray();
        var widths = Enumerable.Range(0, headings.Length).Select(c => _rows.Select(row => row[c].Length).Append(headings[c].Length).Max()).ToArray();
        WriteRow(headings);
        foreach (var row in _rows) WriteRow(row);

        void WriteRow(string[] cells)
        {
            var line = string.Join("  ", cells.Select((cell, c) => right[c] ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c])));
            writer.WriteLine(new string(' ', indent) + line.TrimEnd());
        }
    }

    /// <summary>A figure, perhaps with a unit behind it; not a date, which only begins like one.</summary>
    private static bool IsNumber(string cell)
    {
        var figure = cell.AsSpan().TrimEnd(" sminh%MB".AsSpan());
        return cell is "" or "–" || (figure.Length > 0 && !figure.ContainsAnyExcept(FigureSigns));
    }
}
