using System.Text.Unicode;
using Claque.Reading.Bytes;

namespace Claque.Reading.Tables;

/// <summary>What a step through a table found.</summary>
internal enum CsvStep
{
    /// <summary>A row.</summary>
    Row,

    /// <summary>A row above the limit of length; the reader stands behind it.</summary>
    TooLong,

    /// <summary>A quotation mark that is never closed; the reader stands at the line after.</summary>
    OpenQuote,

    /// <summary>The end, of the file or of what can be read of it.</summary>
    End,
}

/// <summary>Reads the rows of a table of text with constant memory and no object per row or field.</summary>
/// <remarks>
/// A field that begins with <c>"</c> runs to the closing <c>"</c>, over delimiters and line breaks; <c>""</c> inside means one;
/// what follows the closing mark belongs to the field. Elsewhere <c>"</c> is a sign like any other. Rows end with LF or CR LF,
/// in tables without any LF with CR. Empty lines are no rows.
/// </remarks>
internal sealed class CsvReader
{
    private const byte Quote = (byte)'"';
    private const int MostExcerpt = 2000;
    private readonly BlockBuffer _buffer;
    private readonly byte _delimiter;
    private readonly byte _lineEnd;
    private readonly bool _windows1252;
    private readonly bool _quoting;

    private (int Start, int End, FieldKind Kind)[] _fields = new (int, int, FieldKind)[16];
    private byte[] _scratch = [];
    private int _scratchUsed;
    private bool _foreign;
    private int _rowStart;
    private int _rowEnd;
    private long _nextLine = 1;
    private int _lineEnds;
    private byte[]? _longRow;

    private enum FieldKind : byte
    {
        Plain,
        Escaped,
        QuotedThenMore,
    }

    /// <param name="stream">UTF-8, or Windows-1252 where said so; not disposed.</param>
    /// <param name="delimiter">Between fields.</param>
    /// <param name="windows1252">True when every byte from 0x80 on is Windows-1252.</param>
    /// <param name="lineEnd">LF, or CR for tables of old Macs.</param>
    /// <param name="quoting">False for tables in which a quotation mark is a sign like any other.</param>
    public CsvReader(
        Stream stream, byte delimiter, bool windows1252 = false, byte lineEnd = (byte)'\n', bool quoting = true, int blockBytes = 1 << 20, int mostBytes = 16 << 20)
    {
        _buffer = new BlockBuffer(stream, blockBytes, mostBytes);
        (_delimiter, _windows1252, _lineEnd, _quoting) = (delimiter, windows1252, lineEnd, quoting);
    }

    /// <summary>Number of fields in the row.</summary>
    public int Count { get; private set; }

    /// <summary>First line of the row, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Why the stream broke off; null when it did not.</summary>
    public string? Broken => _buffer.Broken;

    /// <summary>Rows that were not UTF-8 and were taken for Windows-1252.</summary>
    public long Converted { get; private set; }

    /// <summary>The row as it stands in the file, or its beginning.</summary>
    public ReadOnlySpan<byte> Raw => _longRow ?? _buffer.Bytes.AsSpan(_rowStart, _rowEnd - _rowStart);

    /// <summary>A field as UTF-8, without its quotation marks. Valid until the next step.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            var (start, end, kind) = _fields[index];
            var bytes = _buffer.Bytes.AsSpan(start, end - start);
            return kind == FieldKind.Plain && !_foreign ? bytes : Decode(bytes, kind);
        }
    }

    /// <summary>Goes to the next row.</summary>
    public CsvStep Next()
    {
        (_scratchUsed, _longRow) = (0, null);
        while (true)
        {
            (_rowStart, _rowEnd, Count, Line) = (_buffer.Start, _buffer.Start, 0, _nextLine);
            if (_buffer.Start == _buffer.End && !Refill()) return CsvStep.End;
            if (!Scan(final: false, out var openQuote))
            {
                if (_buffer.Full) return PassOver(openQuote ? CsvStep.OpenQuote : CsvStep.TooLong);
                if (Refill()) continue;
                if (_buffer.Broken is not null) return CsvStep.End; // Nobody knows how the last row goes on.
                if (!Scan(final: true, out openQuote)) return PassOver(CsvStep.OpenQuote);
            }

            _nextLine += _lineEnds;
            if (Count == 1 && _fields[0].Start == _fields[0].End && Raw is not [Quote, ..]) continue;
            CheckText();
            return CsvStep.Row;
        }
    }

    private bool Refill()
    {
        var added = _buffer.Fill();
        (_rowStart, _rowEnd) = (_buffer.Start, _buffer.Start);
        return added;
    }

    /// <summary>Finds the fields of the row at the start of the buffer; false when it goes on behind the buffer's end.</summary>
    private bool Scan(bool final, out bool openQuote)
    {
        var bytes = _buffer.Bytes.AsSpan(0, _buffer.End);
        var at = _buffer.Start;
        (Count, _lineEnds, openQuote) = (0, 0, false);
        while (true)
        {
            var quoted = at < bytes.Length && bytes[at] == Quote && _quoting;
            var (start, kind, close) = (at, FieldKind.Plain, at);
            if (quoted)
            {
                close = ClosingQuote(bytes, at + 1, final, out kind);
                openQuote = close < 0;
                if (openQuote) return false;
                _lineEnds += bytes[(at + 1)..close].Count(_lineEnd);
                (start, at) = (at + 1, close + 1);
            }

            var length = bytes[at..].IndexOfAny(_delimiter, _lineEnd);
            if (length < 0 && !final) return false;
            var fieldEnd = length < 0 ? bytes.Length : at + length;
            var rowEnds = length < 0 || bytes[fieldEnd] == _lineEnd;
            var contentEnd = rowEnds && fieldEnd > at && bytes[fieldEnd - 1] == '\r' ? fieldEnd - 1 : fieldEnd;
            if (quoted && contentEnd > at) (start, kind) = (start - 1, FieldKind.QuotedThenMore);
            else if (quoted) contentEnd = close;
            AddField(start, contentEnd, kind);
            at = fieldEnd + 1;
            if (!rowEnds) continue;
            (_rowStart, _rowEnd) = (_buffer.Start, fieldEnd);
            if (length >= 0) _lineEnds++;
            _buffer.Start = Math.Min(at, _buffer.End);
            return true;
        }
    }

    /// <summary>Place of the mark that closes a quoted field; -1 when it is not in the buffer or cannot be told from a doubled one.</summary>
    private static int ClosingQuote(ReadOnlySpan<byte> bytes, int from, bool final, out FieldKind kind)
    {
        kind = FieldKind.Plain;
        while (true)
        {
            var offset = bytes[from..].IndexOf(Quote);
            if (offset < 0) return -1;
            var mark = from + offset;
            if (mark + 1 == bytes.Length) return final ? mark : -1;
            if (bytes[mark + 1] != Quote) return mark;
            kind = FieldKind.Escaped;
            from = mark + 2;
        }
    }

    private void AddField(int start, int end, FieldKind kind)
    {
        if (Count == _fields.Length) Array.Resize(ref _fields, Count * 2);
        _fields[Count++] = (start, end, kind);
    }

    /// <summary>Leaves a row that cannot be read: the whole line, or with an open quotation mark its first line only.</summary>
    private CsvStep PassOver(CsvStep why)
    {
        Count = 0;
        var length = _buffer.Unread.IndexOf(_lineEnd);
        _longRow = _buffer.Unread[..Math.Min(MostExcerpt, length < 0 ? _buffer.Unread.Length : length)].ToArray();
        while (length < 0)
        {
            _buffer.Start = _buffer.End;
            if (!_buffer.Fill()) return why;
            length = _buffer.Unread.IndexOf(_lineEnd);
        }

        _buffer.Start += length + 1;
        _nextLine++;
        return why;
    }

    private void CheckText()
    {
        _foreign = _windows1252 ? !System.Text.Ascii.IsValid(Raw) : !Utf8.IsValid(Raw);
        if (_foreign && !_windows1252) Converted++;
    }

    private ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> bytes, FieldKind kind)
    {
        var most = _foreign ? Windows1252.MostBytes(bytes.Length) : bytes.Length;
        if (_scratch.Length - _scratchUsed < most) (_scratch, _scratchUsed) = (new byte[Math.Max(most, 4096)], 0);
        var target = _scratch.AsSpan(_scratchUsed);
        var plain = target[..bytes.Length];
        var used = kind == FieldKind.Plain ? CopyPlain(bytes, plain) : Unquote(bytes, plain, kind == FieldKind.Escaped ? 0 : 1);
        if (_foreign) used = Windows1252.ToUtf8(target[..used].ToArray(), target);
        _scratchUsed += used;
        return target[..used];
    }

    private static int CopyPlain(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        bytes.CopyTo(target);
        return bytes.Length;
    }

    /// <summary>Copies a quoted field with <c>""</c> made <c>"</c>; what follows its closing mark is copied as it stands.</summary>
    private static int Unquote(ReadOnlySpan<byte> bytes, Span<byte> target, int from)
    {
        var (used, i) = (0, from);
        while (i < bytes.Length)
        {
            var doubled = bytes[i] == Quote && i + 1 < bytes.Length && bytes[i + 1] == Quote;
            if (bytes[i] == Quote && !doubled)
            {
                bytes[(i + 1)..].CopyTo(target[used..]);
                return used + bytes.Length - i - 1;
            }

            target[used++] = bytes[i];
            i += doubled ? 2 : 1;
        }

        return used;
    }
}
