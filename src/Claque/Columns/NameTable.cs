using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Claque.Columns;

/// <summary>Turns names into dense ids, 0-based by first appearance, and back. Names are UTF-8 and compared byte by byte.</summary>
/// <remarks>
/// The bytes lie in blocks that never move, each name behind its id and length; a table of slots with open addressing holds part
/// of the hash and the place of the name side by side. A look-up thus touches two places in memory, which is what it costs. No
/// object per name: memory is the bytes of the names plus 25 to 35 bytes for each.
/// </remarks>
public sealed class NameTable
{
    private const int BlockBits = 20;
    private const int BlockSize = 1 << BlockBits;
    private const int PlaceBits = 40;
    private const ulong PlaceMask = (1UL << PlaceBits) - 1;
    private const ulong Empty = ulong.MaxValue;

    private readonly List<byte[]> _blocks = [];
    private long[] _places = new long[1 << 4];
    private ulong[] _slots = NewSlots(1 << 5);
    private int _free = BlockSize;

    /// <summary>Number of names.</summary>
    public int Count { get; private set; }

    /// <summary>The name of an id.</summary>
    public string this[int id] => Encoding.UTF8.GetString(Bytes(id));

    /// <summary>The name of an id as UTF-8. Stays valid.</summary>
    public ReadOnlySpan<byte> Bytes(int id)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)id, (uint)Count, nameof(id));
        return At(_places[id], out _);
    }

    /// <summary>The id of a name, given now if it is new.</summary>
    public int Intern(ReadOnlySpan<byte> name) => Intern(name, out _);

    /// <summary>The id of a name, given now if it is new.</summary>
    public int Intern(ReadOnlySpan<byte> name, out bool added)
    {
        var hash = Hash(name);
        var slot = Search(name, hash, out var id);
        added = id < 0;
        return added ? Add(name, hash, slot) : id;
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
        Search(name, Hash(name), out var id);
        return id;
    }

    /// <summary>Begins to fetch the slot of a name that will be looked up soon: a look-up waits for memory more than it computes.</summary>
    public unsafe void PrefetchSlot(ReadOnlySpan<byte> name)
    {
        if (!Sse.IsSupported) return;
        fixed (ulong* slot = &_slots[(int)(uint)Hash(name) & (_slots.Length - 1)]) Sse.Prefetch0(slot);
    }

    /// <summary>Begins to fetch the name that stands in the slot, once the slot itself is there.</summary>
    public unsafe void PrefetchName(ReadOnlySpan<byte> name)
    {
        if (!Sse.IsSupported) return;
        var entry = _slots[(int)(uint)Hash(name) & (_slots.Length - 1)];
        if (entry == Empty) return;
        var place = (long)(entry & PlaceMask);
        fixed (byte* start = &_blocks[(int)(place >> BlockBits)][(int)(place & (BlockSize - 1))]) Sse.Prefetch0(start);
    }

    /// <summary>Order of two names, byte by byte.</summary>
    public int Compare(int a, int b) => a == b ? 0 : Bytes(a).SequenceCompareTo(Bytes(b));

    private static ulong[] NewSlots(int length)
    {
        var slots = GC.AllocateUninitializedArray<ulong>(length);
        Array.Fill(slots, Empty);
        return slots;
    }

    /// <summary>A 64-bit hash, the same on every machine: 8 bytes at a time, multiply and fold.</summary>
    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        const ulong k = 0x9E3779B97F4A7C15;
        var h = (ulong)name.Length * k;
        while (name.Length >= 8)
        {
            h = Fold(h ^ BinaryPrimitives.ReadUInt64LittleEndian(name));
            name = name[8..];
        }

        if (!name.IsEmpty)
        {
            ulong tail = 0;
            for (var i = name.Length - 1; i >= 0; i--) tail = (tail << 8) | name[i];
            h = Fold(h ^ tail);
        }

        return (h ^ (h >> 32)) * k;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong x)
    {
        var high = Math.BigMul(x ^ 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, out var low);
        return high ^ low;
    }

    /// <summary>Slot of the name and its id; for an unknown name the slot it would take and -1.</summary>
    private int Search(ReadOnlySpan<byte> name, ulong hash, out int id)
    {
        var mask = _slots.Length - 1;
        var tag = hash & ~PlaceMask;
        for (var slot = (int)(uint)hash & mask; ; slot = (slot + 1) & mask)
        {
            var entry = _slots[slot];
            if (entry == Empty)
            {
                id = -1;
                return slot;
            }

            if ((entry & ~PlaceMask) == tag && At((long)(entry & PlaceMask), out id).SequenceEqual(name)) return slot;
        }
    }

    private ReadOnlySpan<byte> At(long place, out int id)
    {
        var block = _blocks[(int)(place >> BlockBits)].AsSpan((int)(place & (BlockSize - 1)));
        id = BinaryPrimitives.ReadInt32LittleEndian(block);
        return block[4] < 255 ? block.Slice(5, block[4]) : block.Slice(9, BinaryPrimitives.ReadInt32LittleEndian(block[5..]));
    }

    private int Add(ReadOnlySpan<byte> name, ulong hash, int slot)
    {
        if (Count == _places.Length) GrowPlaces();
        var id = Count++;
        _places[id] = Store(name, id);
        _slots[slot] = (hash & ~PlaceMask) | (ulong)_places[id];
        if (Count > _slots.Length / 3 * 2) GrowSlots();
        return id;
    }

    /// <summary>Copies a name behind its id and length and gives the place. A name longer than a block gets a block of its own.</summary>
    private long Store(ReadOnlySpan<byte> name, int id)
    {
        var head = name.Length < 255 ? 5 : 9;
        if (_free + head + name.Length > BlockSize || _blocks.Count == 0)
        {
            _blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(BlockSize, head + name.Length)));
            _free = 0;
        }

        var block = _blocks[^1].AsSpan(_free);
        BinaryPrimitives.WriteInt32LittleEndian(block, id);
        block[4] = (byte)Math.Min(name.Length, 255);
        if (head > 5) BinaryPrimitives.WriteInt32LittleEndian(block[5..], name.Length);
        name.CopyTo(block[head..]);
        var place = ((long)(_blocks.Count - 1) << BlockBits) + _free;
        _free = Math.Min(BlockSize, _free + head + name.Length);
        return place;
    }

    private void GrowPlaces()
    {
        var grown = GC.AllocateUninitializedArray<long>(_places.Length + (_places.Length >> 1));
        _places.CopyTo(grown, 0);
        _places = grown;
    }

    /// <summary>Twice the slots. The names are hashed again in their order, which reads them one after the other.</summary>
    private void GrowSlots()
    {
        _slots = NewSlots(checked(_slots.Length * 2));
        var mask = _slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var hash = Hash(At(_places[i], out _));
            var slot = (int)(uint)hash & mask;
            while (_slots[slot] != Empty) slot = (slot + 1) & mask;
            _slots[slot] = (hash & ~PlaceMask) | (ulong)_places[i];
        }
    }
}
