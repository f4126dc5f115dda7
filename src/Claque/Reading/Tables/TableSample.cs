using System.Collections.Immutable;
using System.Text;
using Claque.Reading.Bytes;

namespace Claque.Reading.Tables;

/// <summary>The beginning of a file read as a table: how it is cut, its column names and first rows.</summary>
internal sealed class TableSample
{
    private const int MostRows = 5000;
    private const int MostOpenQuotes = 100;
    private const int MostRowsBefore = 30;
    private static readonly byte[] Delimiters = [(byte)',', (byte)';', (byte)'\t', (byte)'|'];

    /// <summary>Makes a sample of rows that were cut elsewhere.</summary>
    public TableSample(TableCut cut, ImmutableArray<string> columns, IReadOnlyList<string[]> rows) =>
        (Cut, Columns, Rows) = (cut, columns, rows);

    private double _agree = 1;

    /// <summary>How the file is cut into rows and fields.</summary>
    public TableCut Cut { get; }

    /// <summary>Names of the columns as they stand in the first row; nameless ones are called <c>column 3</c>.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>First rows that have as many fields as there are columns.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Reads the sample of a file as a table.</summary>
    /// <param name="delimiter">As the user gave it; null to find it.</param>
    public static TableSample Of(FileBytes file, string? delimiter)
    {
        var cut = new TableCut(0, LineEnd(file.Sample), file.Kind == TextKind.Windows1252, RowsBefore: 0, Quoting: true);
        if (ExcelLine(file.Sample) is { } announced) cut = cut with { Delimiter = announced, RowsBefore = 1 };
        if (delimiter is not null) cut = cut with { Delimiter = ReadOptions.ParseDelimiter(delimiter) };
        if (cut.Delimiter != 0) return Best(file, cut, out _);
        return Delimiters.Select(candidate => Best(file, cut with { Delimiter = candidate }, out var score) is var sample ? (sample, score) : default)
            .MaxBy(x => x.score).sample;
    }

    /// <summary>
    /// Reads the sample with quotation marks as CSV has them, and where rows do not fit also as plain signs. Plain they are when
    /// more rows fit that way and most fields that begin with a mark do not end with one.
    /// </summary>
    private static TableSample Best(FileBytes file, TableCut cut, out double score)
    {
        if (cut.RowsBefore == 0) cut = cut with { RowsBefore = HeaderRow(file, cut) };
        var quoted = Read(file, cut, out score);
        if (quoted.Columns.Length < 2 || quoted._agree == 1 || !file.Sample.AsSpan().Contains((byte)'"')) return quoted;
        var plain = Read(file, cut with { Quoting = false }, out var plainScore);
        var marked = plain.Rows.SelectMany(row => row).Concat(plain.Columns).Where(field => field.StartsWith('"')).ToList();
        if (plainScore <= score || marked.Count(field => field.Length > 1 && field.EndsWith('"')) * 2 > marked.Count) return quoted;
        score = plainScore;
        return plain;
    }

    /// <summary>
    /// The place of the header among the rows: the first one, unless it has no usual name for times or accounts, and one of the next few has both and is wider
    /// than all before it, without the empty fields that spreadsheets put behind short rows. Programs that watch the media say above it what was asked and when.
    /// </summary>
    private static int HeaderRow(FileBytes file, TableCut cut)
    {
        var reader = new CsvReader(new MemoryStream(file.Sample), cut);
        var widest = 0;
        for (var row = 0; row <= MostRowsBefore && reader.Next() == CsvStep.Row; row++)
        {
            if (reader.Count > widest && ColumnNames.HasTimeAndAccount(Fields(reader))) return row;
            widest = Math.Max(widest, Filled(reader));
        }

        return 0;
    }

    private static int Filled(CsvReader row)
    {
        var filled = row.Count;
        while (filled > 0 && row[filled - 1].IsEmpty) filled--;
        return filled;
    }

    /// <param name="score">How well the rows agree: share of rows as wide as the first, and the width.</param>
    private static TableSample Read(FileBytes file, TableCut cut, out double score)
    {
        var reader = new CsvReader(new MemoryStream(file.Sample), cut);
        var rows = new List<string[]>();
        var (columns, seen, open) = (ImmutableArray<string>.Empty, 0, 0);
        for (var step = reader.Next(); step != CsvStep.End && seen < MostRows; step = reader.Next())
        {
            if (step != CsvStep.Row)
            {
                seen++;
                if (++open > MostOpenQuotes) break;
                continue;
            }

            if (columns.IsEmpty)
            {
                columns = [.. Fields(reader).Select((name, i) => name.Trim() is { Length: > 0 } trimmed ? trimmed : $"column {i + 1}")];
                continue;
            }

            seen++;
            if (reader.Count == columns.Length) rows.Add(Fields(reader));
        }

        // The sample may end inside a row.
        if (!file.SampleIsWhole && seen > rows.Count) seen--;
        var agree = seen == 0 ? 1 : rows.Count / (double)seen;
        score = columns.Length < 2 ? 0 : agree + Math.Min(columns.Length, 100) / 1000.0;
        return new TableSample(cut, columns, rows) { _agree = agree };
    }

    private static string[] Fields(CsvReader reader)
    {
        var fields = new string[reader.Count];
        for (var i = 0; i < fields.Length; i++) fields[i] = Encoding.UTF8.GetString(reader[i]);
        return fields;
    }

    /// <summary>True when the file begins with a line that names the delimiter.</summary>
    public static bool NamesDelimiter(FileBytes file) => ExcelLine(file.Sample) is not null;

    private static byte LineEnd(ReadOnlySpan<byte> sample) =>
        sample.Contains((byte)'\n') || !sample.Contains((byte)'\r') ? (byte)'\n' : (byte)'\r';

    /// <summary>Excel may announce the delimiter in a line of its own: <c>sep=;</c>.</summary>
    private static byte? ExcelLine(ReadOnlySpan<byte> sample) =>
        sample.Length > 6 && Ascii.EqualsIgnoreCase(sample[..4], "sep=") && sample[5] is (byte)'\r' or (byte)'\n' ? sample[4] : null;
}

/// <summary>How a table is cut into rows and fields.</summary>
/// <param name="Delimiter">Between fields.</param>
/// <param name="LineEnd">LF, or CR.</param>
/// <param name="Windows1252">True when bytes from 0x80 on are Windows-1252.</param>
/// <param name="RowsBefore">Rows before the header: <c>sep=;</c>, or what a program says of its export.</param>
/// <param name="Quoting">False when a quotation mark is a sign like any other.</param>
internal sealed record TableCut(byte Delimiter, byte LineEnd, bool Windows1252, int RowsBefore, bool Quoting)
{
    /// <summary>The delimiter as it is shown: the sign, or <c>tab</c>.</summary>
    public string Shown => Delimiter == '\t' ? "tab" : ((char)Delimiter).ToString();
}
