using System.Runtime.CompilerServices;
using System.Text;

namespace Claque.Reading;

/// <summary>
/// A few thousand posts as a source hands them on: a column for each number and flag, and for each text its place in the bytes
/// it was read into, so that no text is copied or made a string on the way.
/// </summary>
/// <remarks>Filled by one thread, row by row through <see cref="Next"/> and <see cref="Keep"/>; then read by any. Used again after <see cref="Clear"/>.</remarks>
public class PostBatch
{
    private const int ManyPosts = 4096, ManyBytes = 1 << 18;
    private static readonly int FieldCount = Enum.GetValues<PostField>().Length;
    private static readonly int ListCount = Enum.GetValues<PostList>().Length;

    private readonly Piece[]?[] _fields = new Piece[FieldCount][];
    private readonly ListColumn?[] _lists = new ListColumn[ListCount];
    private readonly PostRecord _next;
    private long[] _keys, _lines, _times;
    private string[] _platforms;
    private Flags[] _flags;
    private byte[] _own = new byte[1024];
    private int _ownUsed;
    private bool _isOpen;

    /// <summary>Makes an empty batch.</summary>
    public PostBatch()
        : this(64)
    {
    }

    internal PostBatch(int room)
    {
        (_keys, _lines, _times, _platforms, _flags) = (new long[room], new long[room], new long[room], new string[room], new Flags[room]);
        _next = new PostRecord(this, 0);
        ClearRow(0);
    }

    /// <summary>What of a post is small.</summary>
    internal struct Flags
    {
        public byte Given;
        public TimePrecision Precision;
        public bool TimeFromId;
        public bool IsReshare;
    }

    /// <summary>A place in the bytes: from 0 on in the batch's own, below 0 (as ~start) in its block.</summary>
    internal readonly record struct Piece(int Start, int Length);

    /// <summary>A value of a list, with the column it stood in.</summary>
    internal record struct Entry(string Column, Piece Value);

    private sealed class ListColumn(int room)
    {
        public (int First, int Count)[] Rows = new (int, int)[room];
        public Entry[] Entries = new Entry[room];
        public int Used;
    }

    /// <summary>Number of posts.</summary>
    public int Count { get; private set; }

    /// <summary>True when the batch is large enough to be handed on.</summary>
    public bool IsFull => Count >= ManyPosts || _ownUsed >= ManyBytes;

    /// <summary>The bytes that values were cut from: a value that lies in them is kept as its place.</summary>
    internal byte[] Block { get; set; } = [];

    /// <summary>The record to fill for the post after the last one, empty; it joins the batch with <see cref="Keep"/>.</summary>
    public PostRecord Next()
    {
        if (Count == _keys.Length) Grow();
        if (_isOpen) ClearRow(Count); // What was filled last was not kept.
        else ClearNumbers(Count);
        _isOpen = true;
        _next.Show(this, Count);
        return _next;
    }

    /// <summary>Takes the post that was filled last into the batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Keep()
    {
        Count++;
        _isOpen = false;
    }

    /// <summary>The row for the post after the last one, without texts and values; it joins the batch with <see cref="KeepUsual"/>, or <see cref="Next"/> begins it anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Open()
    {
        if (Count == _keys.Length) Grow();
        if (_isOpen) ClearRow(Count);
        else _flags[Count] = default;
        _isOpen = true;
        return Count;
    }

    /// <summary>Takes the post of <see cref="Open"/> into the batch: its key is its line, its platform not known, its time was written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void KeepUsual(long line, long timeUs, TimePrecision precision)
    {
        var row = Count;
        (_keys[row], _lines[row], _times[row], _flags[row].Precision) = (line, line, timeUs, precision);
        SetPlatform(row, "");
        Keep();
    }

    /// <summary>Forgets all posts, keeps the memory.</summary>
    public void Clear()
    {
        var used = Math.Min(Count + 1, _keys.Length);
        foreach (var field in _fields) field?.AsSpan(0, used).Clear();
        foreach (var list in _lists)
        {
            if (list is null) continue;
            list.Rows.AsSpan(0, used).Clear();
            list.Used = 0;
        }

        (Count, _ownUsed, _isOpen) = (0, 0, false);
    }

    /// <summary>False when no post of the batch has this field; true also when one of a batch before had it.</summary>
    internal bool Has(PostField field) => _fields[(int)field] is not null;

    /// <summary>True when some post of the batch has a value in this list.</summary>
    internal bool Has(PostList list) => _lists[(int)list] is { Used: > 0 };

    /// <summary>The keys of all posts.</summary>
    internal ReadOnlySpan<long> Keys => _keys.AsSpan(0, Count);

    /// <summary>Their times, in microseconds since 1970.</summary>
    internal ReadOnlySpan<long> TimesUs => _times.AsSpan(0, Count);

    /// <summary>Their platforms.</summary>
    internal ReadOnlySpan<string> Platforms => _platforms.AsSpan(0, Count);

    /// <summary>The places of a field's values, row by row; empty when no post has it. See <see cref="BytesAt"/>.</summary>
    internal ReadOnlySpan<Piece> PlacesOf(PostField field) => _fields[(int)field].AsSpan(0, _fields[(int)field] is null ? 0 : Count);

    /// <summary>The values of a list, and which of them each row has; empty when no post has one.</summary>
    internal ReadOnlySpan<Entry> EntriesOf(PostList list, out ReadOnlySpan<(int First, int Count)> rows)
    {
        rows = _lists[(int)list] is { } column ? column.Rows.AsSpan(0, Count) : default;
        return _lists[(int)list] is { } values ? values.Entries.AsSpan(0, values.Used) : default;
    }

    internal ref long KeyOf(int row) => ref _keys[row];

    internal ref long LineOf(int row) => ref _lines[row];

    internal ref long TimeOf(int row) => ref _times[row];

    internal ref Flags FlagsOf(int row) => ref _flags[row];

    internal string PlatformOf(int row) => _platforms[row];

    internal void SetPlatform(int row, string platform)
    {
        // Nearly always the one that stood there before the batch was cleared: then nothing is written.
        if (!ReferenceEquals(_platforms[row], platform)) _platforms[row] = platform;
    }

    internal ReadOnlySpan<byte> ValueOf(int row, PostField field) => _fields[(int)field] is { } column ? BytesAt(column[row]) : default;

    internal int CountOf(int row, PostList list) => _lists[(int)list] is { } column ? column.Rows[row].Count : 0;

    internal ReadOnlySpan<byte> ValueOf(int row, PostList list, int index) => BytesAt(EntryOf(row, list, index).Value);

    internal string ColumnOf(int row, PostList list, int index) => EntryOf(row, list, index).Column;

    internal void Set(int row, PostField field, ReadOnlySpan<byte> value) => Put(row, field, Place(value));

    internal void Set(int row, PostField field, string? value) => Put(row, field, Place(value));

    internal void Add(int row, PostList list, ReadOnlySpan<byte> value, string column) => Add(row, list, Place(value), column);

    internal void Add(int row, PostList list, string? value, string column) => Add(row, list, Place(value), column);

    /// <summary>Sets a field to what stands in the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SetPlace(int row, PostField field, int start, int length) => Put(row, field, length == 0 ? default : new Piece(~start, length));

    /// <summary>Adds what stands in the block to a list.</summary>
    internal void AddPlace(int row, PostList list, int start, int length, string column) => Add(row, list, length == 0 ? default : new Piece(~start, length), column);

    /// <summary>Empties a row: the last one, or the only one.</summary>
    internal void ClearRow(int row)
    {
        ClearNumbers(row);
        foreach (var field in _fields)
            if (field is not null) field[row] = default;
        foreach (var list in _lists)
        {
            if (list is null) continue;
            list.Used -= list.Rows[row].Count;
            list.Rows[row] = default;
        }

        if (row == 0) _ownUsed = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ClearNumbers(int row)
    {
        (_keys[row], _lines[row], _times[row], _flags[row]) = (0, 0, 0, default);
        SetPlatform(row, "");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(int row, PostField field, Piece piece)
    {
        var column = _fields[(int)field];
        if (column is null)
        {
            if (piece.Length == 0) return;
            column = NewColumn(field);
        }

        column[row] = piece;
    }

    private Piece[] NewColumn(PostField field) => _fields[(int)field] = new Piece[_keys.Length];

    private void Add(int row, PostList list, Piece piece, string column)
    {
        _flags[row].Given |= (byte)(1 << (int)list);
        if (piece.Length == 0) return;
        var values = _lists[(int)list] ??= new ListColumn(_keys.Length);
        if (values.Used == values.Entries.Length) Array.Resize(ref values.Entries, values.Used * 2);
        ref var of = ref values.Rows[row];
        if (of.Count == 0) of.First = values.Used;
        of.Count++;
        ref var entry = ref values.Entries[values.Used++];
        if (!ReferenceEquals(entry.Column, column)) entry.Column = column; // Nearly always that of the entry before it was cleared.
        entry.Value = piece;
    }

    private ref readonly Entry EntryOf(int row, PostList list, int index)
    {
        var column = _lists[(int)list];
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)(column?.Rows[row].Count ?? 0), nameof(index));
        return ref column!.Entries[column.Rows[row].First + index];
    }

    /// <summary>What stands at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> BytesAt(Piece piece) =>
        piece.Start >= 0 ? _own.AsSpan(piece.Start, piece.Length) : Block.AsSpan(~piece.Start, piece.Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Piece Place(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return default;
        return Block.AsSpan().Overlaps(value, out var offset) ? new Piece(~offset, value.Length) : Copy(value);
    }

    private Piece Copy(ReadOnlySpan<byte> value)
    {
        var start = _ownUsed;
        // A value may be a slice of these very bytes, so it is copied before the old ones are let go.
        var to = _own;
        if (start + value.Length > _own.Length)
        {
            to = new byte[Math.Max(_own.Length * 2, start + value.Length)];
            _own.AsSpan(0, start).CopyTo(to);
        }

        value.CopyTo(to.AsSpan(start));
        (_own, _ownUsed) = (to, start + value.Length);
        return new Piece(start, value.Length);
    }

    private Piece Place(string? value)
    {
        if (string.IsNullOrEmpty(value)) return default;
        var (start, most) = (_ownUsed, Encoding.UTF8.GetMaxByteCount(value.Length));
        if (start + most > _own.Length) Array.Resize(ref _own, Math.Max(_own.Length * 2, start + most));
        var length = Encoding.UTF8.GetBytes(value, _own.AsSpan(start));
        _ownUsed += length;
        return new Piece(start, length);
    }

    private void Grow()
    {
        var room = _keys.Length * 2;
        Array.Resize(ref _keys, room);
        Array.Resize(ref _lines, room);
        Array.Resize(ref _times, room);
        Array.Resize(ref _platforms, room);
        Array.Resize(ref _flags, room);
        for (var field = 0; field < _fields.Length; field++)
            if (_fields[field] is not null) Array.Resize(ref _fields[field], room);
        foreach (var list in _lists)
            if (list is not null) Array.Resize(ref list.Rows, room);
    }
}
