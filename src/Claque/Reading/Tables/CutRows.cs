using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Claque.Reading.Bytes;

namespace Claque.Reading.Tables;

/// <summary>What a step through a table found.</summary>
internal enum CsvStep
{
    /// <summary>A row.</summary>
    Row,

    /// <summary>A row above the limit of length, passed over.</summary>
    TooLong,

    /// <summary>A quotation mark that is never closed; the table goes on at the line after.</summary>
    OpenQuote,

    /// <summary>The end, of the file or of what can be read of it.</summary>
    End,
}

/// <summary>How a field stands in the bytes.</summary>
internal enum FieldKind : byte
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>In quotation marks, with <c>""</c> in it.</summary>
    Escaped,

    /// <summary>In quotation marks, and something behind them.</summary>
    QuotedThenMore,
}

/// <summary>Rows of a table, cut into fields: places in the bytes they were read into. Shows one row at a time.</summary>
internal sealed class CutRows
{
    private const byte Quote = (byte)'"';
    private Row[] _rows = new Row[256];
    private Field[] _fields = new Field[1024];
    private int _fieldCount;
    private int _current;
    private int _first;
    private byte[] _scratch = [];
    private int _scratchUsed;
    private bool _windows1252;
    private bool? _allUtf8;
    private bool _foreign;

    private record struct Row(int Start, int End, int FirstField, int Count, long Line, CsvStep Step);

    /// <summary>A field: its place in the bytes, and how it stands there.</summary>
    internal readonly record struct Field(int Start, int End, FieldKind Kind);

    /// <summary>The bytes; behind <see cref="End"/> there is room for <see cref="FieldMarks.Slack"/> more.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>One behind the last byte that was read.</summary>
    public int End { get; set; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>Rows shown so far that were not UTF-8 and were taken for Windows-1252.</summary>
    public int Converted { get; private set; }

    /// <summary>What the row is.</summary>
    public CsvStep Step => _rows[_current].Step;

    /// <summary>Number of fields in the row.</summary>
    public int Count { get; private set; }

    /// <summary>First line of the row, from 1.</summary>
    public long Line => _rows[_current].Line;

    /// <summary>The row as it stands in the file, or its beginning.</summary>
    public ReadOnlySpan<byte> Raw => Bytes.AsSpan(_rows[_current].Start, _rows[_current].End - _rows[_current].Start);

    /// <summary>A field as UTF-8, without its quotation marks. Valid until another row is shown.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            ref readonly var field = ref _fields[_first + index];
            var bytes = Bytes.AsSpan(field.Start, field.End - field.Start);
            return field.Kind == FieldKind.Plain && !_foreign ? bytes : Decode(bytes, field.Kind);
        }
    }

    /// <summary>True when the bytes of all rows are UTF-8, so that plain fields are what stands there.</summary>
    public bool AreUtf8 => !_windows1252 && (_allUtf8 ??= Utf8.IsValid(Bytes.AsSpan(0, RowCount == 0 ? 0 : _rows[RowCount - 1].End)));

    /// <summary>The fields of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Field> FieldsOf(int row) => _fields.AsSpan(_rows[row].FirstField, _rows[row].Count);

    /// <summary>What a row is.</summary>
    public CsvStep StepOf(int row) => _rows[row].Step;

    /// <summary>First line of a row.</summary>
    public long LineOf(int row) => _rows[row].Line;

    /// <summary>Forgets the rows from this one on.</summary>
    public void Truncate(int row) => RowCount = row;

    /// <summary>Shows a row; each once, in order.</summary>
    public void Show(int row)
    {
        ref readonly var shown = ref _rows[row];
        (_current, _first, Count, _scratchUsed) = (row, shown.FirstField, shown.Count, 0);
        if (Step != CsvStep.Row) return;
        if (_windows1252)
        {
            _foreign = !System.Text.Ascii.IsValid(Raw);
            return;
        }

        // Rows end with a sign of ASCII: all are UTF-8 when their bytes together are.
        _foreign = !AreUtf8 && !Utf8.IsValid(Raw);
        if (_foreign) Converted++;
    }

    /// <summary>Forgets the rows and makes room for bytes.</summary>
    public void Clear(bool windows1252, int room)
    {
        (_first, Count) = (0, 0);
        (RowCount, _fieldCount, _current, End, Converted, _windows1252, _allUtf8, _foreign) = (0, 0, 0, 0, 0, windows1252, null, false);
        if (Bytes.Length < room + FieldMarks.Slack) Bytes = GC.AllocateUninitializedArray<byte>(room + FieldMarks.Slack);
    }

    /// <summary>More room behind the bytes that were read.</summary>
    public void Grow(int room)
    {
        var grown = GC.AllocateUninitializedArray<byte>(room + FieldMarks.Slack);
        Bytes.AsSpan(0, End).CopyTo(grown);
        Bytes = grown;
    }

    /// <summary>Adds a field of the row that is to come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddField(int start, int end, FieldKind kind)
    {
        if (_fieldCount == _fields.Length) Array.Resize(ref _fields, _fieldCount * 2);
        _fields[_fieldCount++] = new Field(start, end, kind);
    }

    /// <summary>Forgets the fields of the row that is not to come.</summary>
    public void DropFields() => _fieldCount = RowCount == 0 ? 0 : _rows[RowCount - 1].FirstField + _rows[RowCount - 1].Count;

    /// <summary>Adds the row of the fields added last; an empty line is no row.</summary>
    public void AddRow(int start, int end, long line, CsvStep step = CsvStep.Row)
    {
        var first = RowCount == 0 ? 0 : _rows[RowCount - 1].FirstField + _rows[RowCount - 1].Count;
        var count = _fieldCount - first;
        if (step == CsvStep.Row && count == 1 && _fields[first].Start == _fields[first].End && (end == start || Bytes[start] != Quote))
        {
            _fieldCount = first;
            return;
        }

        if (RowCount == _rows.Length) Array.Resize(ref _rows, RowCount * 2);
        _rows[RowCount++] = new Row(start, end, first, count, line, step);
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
