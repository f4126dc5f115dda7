using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExcelDataReader;

namespace Claque.Reading.Bytes;

/// <summary>The first sheet of an Excel workbook with anything in it, as CSV in UTF-8.</summary>
/// <remarks>
/// Excel keeps 15 digits of a number. A longer one, as ids of posts are, is no longer what it was; it is written with an exponent, so that it is
/// refused like a rounded id in a table rather than taken for another id. A cell of text keeps all its digits.
/// </remarks>
internal sealed partial class WorkbookBytes : ReadOnlyStream
{
    private const double MostExact = 1e15;
    private const int MostRows = 1 << 20; // What Excel can hold.
    private const int MostColumns = 1 << 14;
    private readonly IExcelDataReader _sheets;
    private readonly MemoryStream _row = new();
    private readonly StringBuilder _line = new();
    private int _rows;

    /// <exception cref="InputException">Not to be read, or no sheet has anything in it.</exception>
    public WorkbookBytes(Stream file, string name)
    {
        // The reader asks for the encoding of old workbooks, also where it is never used.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            _sheets = ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            while (_sheets.RowCount == 0 || _sheets.FieldCount == 0)
                if (!_sheets.NextResult()) throw new InputException($"{name} is an Excel workbook without anything in its sheets.");
        }
        catch (Exception e) when (e is not InputException)
        {
            throw new InputException($"{name} is an Excel workbook that cannot be read ({e.Message}). Save the sheet as CSV (UTF-8).", e);
        }

        if (_sheets.FieldCount > MostColumns)
            throw new InputException($"{name}: the sheet '{Sheet}' says that it has {_sheets.FieldCount:N0} columns, more than Excel can hold. Save the sheet as CSV (UTF-8).");
    }

    /// <summary>Sheets in the workbook.</summary>
    public int SheetCount => _sheets.ResultsCount;

    /// <summary>Name of the sheet that is read.</summary>
    public string Sheet => _sheets.Name;

    /// <exception cref="BrokenStreamException">Damaged. Everything before was handed out.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_row.Position == _row.Length)
            if (!NextRow()) return 0;
        return _row.Read(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _sheets.Dispose();
        base.Dispose(disposing);
    }

    private bool NextRow()
    {
        try
        {
            if (!_sheets.Read()) return false;
            WriteLine();
        }
        catch (Exception e) when (e is not BrokenStreamException)
        {
            throw new BrokenStreamException("the workbook is damaged");
        }

        if (++_rows > MostRows) throw new BrokenStreamException("the sheet says that it has more rows than Excel can hold");
        _row.SetLength(0);
        _row.Write(Encoding.UTF8.GetBytes(_line.ToString()));
        _row.Position = 0;
        return true;
    }

    /// <summary>A row that has a form but nothing in it, as spreadsheets keep behind a table, becomes an empty line.</summary>
    private void WriteLine()
    {
        _line.Clear();
        var empty = true;
        for (var i = 0; i < _sheets.FieldCount; i++)
        {
            if (i > 0) _line.Append(',');
            var text = Text(i);
            empty &= text.Length == 0;
            AddCell(text);
        }

        if (empty) _line.Clear();
        _line.Append('\n');
    }

    private void AddCell(string text)
    {
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0) _line.Append(text);
        else _line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private string Text(int column) => _sheets.GetValue(column) switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        DateTime time => Time(time, _sheets.GetNumberFormatString(column) ?? ""),
        TimeSpan clock => clock.ToString("c", CultureInfo.InvariantCulture),
        double number => Math.Abs(number) >= MostExact ? number.ToString("E14", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>What of a format stands for no part of a time: its language or colour, and words in it.</summary>
    [GeneratedRegex("""\[[^\]]*\]|"[^"]*"|\\.""")]
    private static partial Regex BesidesLetters();

    /// <summary>As exact as the cell shows it: a day, a time of day, or both.</summary>
    private static string Time(DateTime time, string format)
    {
        var letters = BesidesLetters().Replace(format, "");
        var (hasDay, hasClock) = (letters.AsSpan().IndexOfAny("dDyY") >= 0, letters.AsSpan().IndexOfAny("hHsS") >= 0);
        if (hasDay && !hasClock && time.TimeOfDay == TimeSpan.Zero) return time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var clock = time.Millisecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fff";
        return time.ToString(hasClock && !hasDay ? clock : $"yyyy-MM-dd {clock}", CultureInfo.InvariantCulture);
    }
}
