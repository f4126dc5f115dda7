using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Claque.Columns;

namespace Claque.Tracing;

/// <summary>Names of one batch of posts, bytes, places and hashes, with the row that each belongs to. Used again.</summary>
internal sealed class NameList
{
    private byte[] _bytes = new byte[1 << 12];
    private int[] _rows = new int[256];
    private (int Start, int Length)[] _places = new (int, int)[256];
    private ulong[] _hashes = new ulong[256];
    private int _used;

    /// <summary>Number of names.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of all names.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _used);

    /// <summary>Where each name stands in them.</summary>
    public ReadOnlySpan<(int Start, int Length)> Places => _places.AsSpan(0, Count);

    /// <summary>The hash that a <see cref="NameTable"/> looks each up by.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>The row in the batch that each belongs to, rising.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>A name.</summary>
    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(_places[index].Start, _places[index].Length);

    public void Clear() => (Count, _used) = (0, 0);

    /// <summary>The ids of all in a table, given now to those that are new.</summary>
    public void Intern(NameTable table, Span<int> ids) => table.Intern(Bytes, Places, Hashes, ids);

    public void Add(int row, ReadOnlySpan<byte> name)
    {
        var (at, start) = (Count, _used);
        if (at == _rows.Length) Grow();
        if (start + name.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + name.Length));
        _hashes[at] = Copy(name, _bytes.AsSpan(start));
        (_rows[at], _places[at]) = (row, (start, name.Length));
        (Count, _used) = (at + 1, start + name.Length);
    }

    /// <summary>Copies a name and gives its hash. Most are short: a call would take longer than the copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Copy(ReadOnlySpan<byte> name, Span<byte> to)
    {
        if (name.Length is <= 8 or > 16)
        {
            name.CopyTo(to);
            return NameTable.Hash(name);
        }

        var (first, last) = (BinaryPrimitives.ReadUInt64LittleEndian(name), BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]));
        BinaryPrimitives.WriteUInt64LittleEndian(to, first);
        BinaryPrimitives.WriteUInt64LittleEndian(to[(name.Length - 8)..], last);
        return NameTable.Hash(name.Length, first, last);
    }

    private void Grow()
    {
        Array.Resize(ref _rows, Count * 2);
        Array.Resize(ref _places, Count * 2);
        Array.Resize(ref _hashes, Count * 2);
    }
}
