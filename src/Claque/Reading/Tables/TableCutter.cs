using System.Runtime.CompilerServices;

namespace Claque.Reading.Tables;

/// <summary>Cuts a table of text into rows and fields, one block of bytes after the other, without looking at what is in them.</summary>
/// <remarks>
/// A field that begins with <c>"</c> runs to the closing <c>"</c>, over delimiters and line breaks; <c>""</c> inside means one;
/// what follows the closing mark belongs to the field. Elsewhere <c>"</c> is a sign like any other. Rows end with LF or CR LF,
/// in tables without any LF with CR. Empty lines are no rows. Where a quotation mark is never closed, or a row is longer than the
/// limit, its first line is passed over.
/// </remarks>
/// <param name="stream">UTF-8, or Windows-1252; not disposed.</param>
/// <param name="cut">Delimiter, line end, quotation marks.</param>
/// <param name="blockBytes">Bytes of a block, where no row is longer.</param>
/// <param name="mostBytes">Bytes that a row may take.</param>
internal sealed class TableCutter(Stream stream, TableCut cut, int blockBytes, int mostBytes)
{
    private const byte Quote = (byte)'"';
    private const int MostExcerpt = 2000;
    private byte[] _rest = [];
    private int _restLength;
    private long _nextLine = 1;
    private bool _ended;
    private bool _inLongRow;

    /// <summary>Why the stream broke off; null when it did not. The row at the break is left out: nobody knows how it goes on.</summary>
    public string? Broken { get; private set; }

    /// <summary>Cuts the next block; false at the end.</summary>
    public bool Next(CutRows rows)
    {
        var room = Math.Min(mostBytes, Math.Max(blockBytes, _restLength * 2));
        rows.Clear(cut.Windows1252, Math.Max(room, _restLength));
        _rest.AsSpan(0, _restLength).CopyTo(rows.Bytes);
        rows.End = _restLength;
        while (true)
        {
            Fill(rows, room);
            if (_inLongRow && !LeaveLongRow(rows)) return false;
            var at = Cut(rows);
            if (rows.RowCount == 0 && !_ended && at == 0)
            {
                room = (int)Math.Min(mostBytes, room * 2L);
                rows.Grow(room);
                continue;
            }

            KeepRest(rows, at);
            if (rows.RowCount > 0) return true;
            if (_ended && (_restLength == 0 || Broken is not null)) return false;
            rows.Clear(cut.Windows1252, room = Math.Max(room, _restLength));
            _rest.AsSpan(0, _restLength).CopyTo(rows.Bytes);
            rows.End = _restLength;
        }
    }

    private void Fill(CutRows rows, int room)
    {
        while (rows.End < room && !_ended)
        {
            try
            {
                var count = stream.Read(rows.Bytes, rows.End, room - rows.End);
                rows.End += count;
                _ended = count == 0;
            }
            catch (IOException broken)
            {
                (Broken, _ended) = (broken.Message, true);
            }
        }
    }

    private void KeepRest(CutRows rows, int from)
    {
        _restLength = rows.End - from;
        if (_rest.Length < _restLength) _rest = new byte[Math.Max(_restLength, blockBytes)];
        rows.Bytes.AsSpan(from, _restLength).CopyTo(_rest);
    }

    /// <summary>Drops what is left of a row that was too long; false when the file ends in it.</summary>
    private bool LeaveLongRow(CutRows rows)
    {
        while (true)
        {
            var length = rows.Bytes.AsSpan(0, rows.End).IndexOf(cut.LineEnd);
            if (length >= 0)
            {
                _inLongRow = false;
                _nextLine++;
                rows.Bytes.AsSpan(length + 1, rows.End - length - 1).CopyTo(rows.Bytes);
                rows.End -= length + 1;
                return true;
            }

            rows.End = 0;
            if (_ended) return false;
            Fill(rows, rows.Bytes.Length - FieldMarks.Slack);
        }
    }

    /// <summary>Cuts all rows that end in the block; gives the place behind them.</summary>
    private int Cut(CutRows rows)
    {
        var marks = new FieldMarks(rows.Bytes, 0, rows.End, cut.Delimiter, cut.LineEnd);
        var start = 0;
        while (start < rows.End)
        {
            var end = CutRow(rows, start, ref marks, out var lineEnds, out var openQuote);
            if (end < 0)
            {
                rows.DropFields();
                var isFull = rows.End - start >= mostBytes;
                if (!isFull && (!_ended || Broken is not null)) return start;
                start = PassOver(rows, start, isFull && !openQuote ? CsvStep.TooLong : CsvStep.OpenQuote);
                marks.Seek(start);
                continue;
            }

            rows.AddRow(start, end, _nextLine);
            _nextLine += lineEnds;
            start = Math.Min(end + 1, rows.End);
        }

        return start;
    }

    /// <summary>Finds the fields of a row; gives the place of its end, or -1 when it goes on behind the block.</summary>
    private int CutRow(CutRows rows, int start, ref FieldMarks marks, out int lineEnds, out bool openQuote)
    {
        var bytes = rows.Bytes.AsSpan(0, rows.End);
        var (isFinal, quoting, lineEnd) = (_ended && Broken is null, cut.Quoting, cut.LineEnd);
        (lineEnds, openQuote) = (0, false);
        var at = start;
        while (true)
        {
            var quoted = at < bytes.Length && bytes[at] == Quote && quoting;
            var (fieldStart, kind, close) = (at, FieldKind.Plain, at);
            if (quoted)
            {
                close = ClosingQuote(bytes, at + 1, isFinal, ref marks, out kind, out var passed);
                openQuote = close < 0;
                if (openQuote) return -1;
                if (passed) lineEnds += bytes[(at + 1)..close].Count(lineEnd);
                (fieldStart, at) = (at + 1, close + 1);
            }

            var mark = marks.Next();
            if (mark < 0 && !isFinal) return -1;
            var fieldEnd = mark < 0 ? bytes.Length : mark;
            var rowEnds = mark < 0 || bytes[fieldEnd] == lineEnd;
            var contentEnd = rowEnds && fieldEnd > at && bytes[fieldEnd - 1] == '\r' ? fieldEnd - 1 : fieldEnd;
            if (quoted && contentEnd > at) (fieldStart, kind) = (fieldStart - 1, FieldKind.QuotedThenMore);
            else if (quoted) contentEnd = close;
            rows.AddField(fieldStart, contentEnd, kind);
            at = fieldEnd + 1;
            if (!rowEnds) continue;
            if (mark >= 0) lineEnds++;
            return fieldEnd;
        }
    }

    /// <summary>Place of the mark that closes a quoted field; -1 when it is not in the block or cannot be told from a doubled one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ClosingQuote(ReadOnlySpan<byte> bytes, int from, bool isFinal, ref FieldMarks marks, out FieldKind kind, out bool passed)
    {
        (kind, passed) = (FieldKind.Plain, false);
        while (true)
        {
            var mark = marks.NextQuote(from, ref passed);
            if (mark < 0) return -1;
            if (mark + 1 == bytes.Length) return isFinal ? mark : -1;
            if (bytes[mark + 1] != Quote) return mark;
            kind = FieldKind.Escaped;
            from = mark + 2;
        }
    }

    /// <summary>Leaves a row that cannot be read: the whole line, or with an open quotation mark its first line only.</summary>
    private int PassOver(CutRows rows, int start, CsvStep why)
    {
        var line = rows.Bytes.AsSpan(start, rows.End - start);
        var length = line.IndexOf(cut.LineEnd);
        rows.AddRow(start, start + Math.Min(MostExcerpt, length < 0 ? line.Length : length), _nextLine, why);
        if (length < 0)
        {
            _inLongRow = true;
            return rows.End;
        }

        _nextLine++;
        return start + length + 1;
    }
}
