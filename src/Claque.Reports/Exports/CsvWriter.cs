using System.Buffers;
using System.Text;

namespace Claque.Reports.Exports;

/// <summary>How CSV is written.</summary>
public sealed record CsvOptions
{
    /// <summary>
    /// True to put an apostrophe before texts that a spreadsheet would run as a formula (those that begin with
    /// <c>= + - @</c>, their full-width forms, tab or a line end). Numbers are never changed. Default true.
    /// </summary>
    public bool SpreadsheetSafe { get; init; } = true;

    /// <summary>True to begin with a byte order mark, by which old spreadsheets recognise UTF-8. Default false.</summary>
    public bool ByteOrderMark { get; init; }
}

/// <summary>Writes CSV as in RFC 4180, in UTF-8: comma, double quotes, CRLF. Ids are always quoted, numbers never.</summary>
internal sealed class CsvWriter : IDisposable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private readonly StreamWriter _output;
    private readonly CsvOptions _options;
    private bool _inRow;

    public CsvWriter(Stream output, CsvOptions options, params ReadOnlySpan<string> header)
    {
        _options = options;
        _output = new StreamWriter(output, new UTF8Encoding(options.ByteOrderMark), bufferSize: 1 << 16, leaveOpen: true);
        foreach (var title in header) Number(title);
        EndRow();
    }

    /// <summary>A cell of text.</summary>
    public void Text(string text) => Cell(text, always: false);

    /// <summary>A cell that holds an id: quoted, so that readers that look at quotes keep it as text.</summary>
    public void Id(string id) => Cell(id, always: true);

    /// <summary>A cell that holds a number or nothing.</summary>
    public void Number(string number)
    {
        Separate();
        _output.Write(number);
    }

    public void EndRow()
    {
        _output.Write("\r\n");
        _inRow = false;
    }

    public void Dispose() => _output.Dispose();

    private void Cell(string text, bool always)
    {
        Separate();
        // No spreadsheet can hold NUL, and many readers stop at it.
        if (text.Contains('\0')) text = text.Replace('\0', '\uFFFD');
        var prefix = _options.SpreadsheetSafe && text.Length > 0 && StartsFormula(text[0]) ? "'" : "";
        if (!always && !text.AsSpan().ContainsAny(Quoted))
        {
            _output.Write(prefix);
            _output.Write(text);
            return;
        }

        _output.Write('"');
        _output.Write(prefix);
        _output.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        _output.Write('"');
    }

    private void Separate()
    {
        if (_inRow) _output.Write(',');
        _inRow = true;
    }

    private static bool StartsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
