namespace Claque.Reading.Tables;

/// <summary>Reads a table row by row: what <see cref="TableCutter"/> cuts, one after the other.</summary>
internal sealed class CsvReader
{
    private readonly TableCutter _cutter;
    private readonly CutRows _rows = new();
    private int _next;

    /// <param name="stream">UTF-8, or Windows-1252 where the cut says so; not disposed.</param>
    /// <param name="cut">How the table is cut.</param>
    /// <param name="blockBytes">Bytes read at a time.</param>
    /// <param name="mostBytes">Bytes that a row may take.</param>
    public CsvReader(Stream stream, TableCut cut, int blockBytes = 1 << 17, int mostBytes = TableReading.MostBytes)
    {
        _cutter = new TableCutter(stream, cut, blockBytes, mostBytes);
        for (var row = 0; row < cut.RowsBefore; row++) Next();
    }

    /// <summary>Number of fields in the row.</summary>
    public int Count => _rows.Count;

    /// <summary>First line of the row, from 1.</summary>
    public long Line => _rows.Line;

    /// <summary>The row as it stands in the file, or its beginning.</summary>
    public ReadOnlySpan<byte> Raw => _rows.Raw;

    /// <summary>A field as UTF-8, without its quotation marks. Valid until the next step.</summary>
    public ReadOnlySpan<byte> this[int index] => _rows[index];

    /// <summary>Goes to the next row.</summary>
    public CsvStep Next()
    {
        if (_next == _rows.RowCount)
        {
            _next = 0;
            if (!_cutter.Next(_rows)) return CsvStep.End;
        }

        _rows.Show(_next++);
        return _rows.Step;
    }
}
