using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Claque.Columns;

/// <summary>Turns names into dense ids, 0-based by first appearance, and back. Names are UTF-8 and compared byte by byte.</summary>
/// <remarks>
/// One arena of bytes, one offset per name and an open-addressing table of ids: no object per name. Memory is the bytes of the
/// names plus 8 to 24 bytes for each.
/// </remarks>
public sealed class NameTable
{
    private byte[] _bytes = new byte[1 << 12];
    private long[] _ends = new long[1 << 8];
    private uint[] _hashes = new uint[1 << 8];
    private int[] _slots;
    private long _used;

    /// <summary>Makes an empty table.</summary>
    public NameTable() => _slots = NewSlots(1 << 9);

    /// <summary>Number of names.</summary>
    public int Count { get; private set; }

    /// <summary>The name of an id.</summary>
    public string this[int id] => Encoding.UTF8.GetString(Bytes(id));

    /// <summary>The name of an id as UTF-8. Valid until the next <see cref="Intern(ReadOnlySpan{byte})"/>.</summary>
    public ReadOnlySpan<byte> Bytes(int id)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)id, (uint)Count, nameof(id));
        var start = id == 0 ? 0 : _ends[id - 1];
        return new ReadOnlySpan<byte>(_bytes, checked((int)start), (int)(_ends[id] - start));
    }

    /// <summary>The id of a name, given now if it is new.</summary>
    public int Intern(ReadOnlySpan<byte> name) => Intern(name, out _);

    /// <summary>The id of a name, given now if it is new.</summary>
    public int Intern(ReadOnlySpan<byte> name, out bool added)
    {
        var hash = Hash(name);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var id = _slots[slot];
            if (id < 0)
            {
                added = true;
                return Add(name, hash, slot);
            }

            if (_hashes[id] == hash && Bytes(id).SequenceEqual(name))
            {
                added = false;
                return id;
            }
        }
    }

    /// <summary>The id of a name, given now if it is new.</summary>
    public int Intern(string name)
    {
        var most = Encoding.UTF8.GetMaxByteCount(name.Length);
        Span<byte> bytes = most <= 512 ? stackalloc byte[512] : new byte[most];
        return Intern(bytes[..Encoding.UTF8.GetBytes(name, bytes)]);
    }

    /// <summary>The id of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var hash = Hash(name);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var id = _slots[slot];
            if (id < 0) return -1;
            if (_hashes[id] == hash && Bytes(id).SequenceEqual(name)) return id;
        }
    }

    /// <summary>Order of two names, byte by byte.</summary>
    public int Compare(int a, int b) => a == b ? 0 : Bytes(a).SequenceCompareTo(Bytes(b));

    private static int[] NewSlots(int length)
    {
        var slots = GC.AllocateUninitializedArray<int>(length);
        Array.Fill(slots, -1);
        return slots;
    }

    /// <summary>A 32-bit hash, the same on every machine: 8 bytes at a time, multiply and fold.</summary>
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        const ulong k = 0x9E3779B97F4A7C15;
        var h = (ulong)name.Length * k;
        while (name.Length >= 8)
        {
            h = Fold(h ^ MemoryMarshal.Read<ulong>(name));
            name = name[8..];
        }

        if (!name.IsEmpty)
        {
            ulong tail = 0;
            for (var i = name.Length - 1; i >= 0; i--) tail = (tail << 8) | name[i];
            h = Fold(h ^ tail);
        }

        return (uint)(h ^ (h >> 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong x)
    {
        var high = Math.BigMul(x ^ 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, out var low);
        return high ^ low;
    }

    private int Add(ReadOnlySpan<byte> name, uint hash, int slot)
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
            Array.Resize(ref _hashes, _hashes.Length * 2);
        }

        if (_used + name.Length > _bytes.Length) GrowBytes(_used + name.Length);
        name.CopyTo(_bytes.AsSpan((int)_used));
        _used += name.Length;
        var id = Count++;
        _ends[id] = _used;
        _hashes[id] = hash;
        _slots[slot] = id;
        if (Count * 2L > _slots.Length) GrowSlots();
        return id;
    }

    private void GrowBytes(long needed)
    {
        if (needed > Array.MaxLength) throw new InvalidOperationException($"The names take more than {Array.MaxLength:N0} bytes.");
        var length = Math.Min(Array.MaxLength, Math.Max(needed, _bytes.Length * 2L));
        Array.Resize(ref _bytes, (int)length);
    }

    private void GrowSlots()
    {
        _slots = NewSlots((int)BitOperations.RoundUpToPowerOf2((uint)_slots.Length + 1));
        var mask = _slots.Length - 1;
        for (var id = 0; id < Count; id++)
        {
            var slot = (int)_hashes[id] & mask;
            while (_slots[slot] >= 0) slot = (slot + 1) & mask;
            _slots[slot] = id;
        }
    }
}
