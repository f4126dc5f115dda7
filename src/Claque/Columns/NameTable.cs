using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private const int AtOnce = 32;
    private const int SlotsThatGrowFast = 1 << 20;
    private const ulong FirstKey = 0xA0761D6478BD642F, SecondKey = 0xE7037ED1A0B428DB, LastKey = 0x9E3779B97F4A7C15;

    private byte[][] _blocks = new byte[4][];
    private int _blockCount;
    private readonly List<int> _ends = []; // Of blocks that are full: one behind the last name.
    private long[] _places = new long[1 << 4];
    private ulong[] _slots = NewSlots(1 << 5);
    private int _free = BlockSize;
    private int _used;

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
        var before = Count;
        var id = InternOne(name, Hash(name));
        added = Count > before;
        return id;
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

    /// <summary>The ids of many names, given now to those that are new: the same as one after the other, but faster.</summary>
    /// <param name="bytes">The bytes that hold the names.</param>
    /// <param name="names">Where each name stands in them.</param>
    /// <param name="hashes">Their <see cref="Hash(ReadOnlySpan{byte})"/>.</param>
    /// <param name="ids">As long as <paramref name="names"/>, or longer.</param>
    /// <remarks>
    /// A look-up waits for memory more than it computes. So it goes group by group: while the ids of one are given, the names that may be
    /// those of the next are fetched, and the slots of the one after.
    /// </remarks>
    internal void Intern(ReadOnlySpan<byte> bytes, ReadOnlySpan<(int Start, int Length)> names, ReadOnlySpan<ulong> hashes, Span<int> ids)
    {
        hashes = hashes[..names.Length];
        ids = ids[..names.Length];
        Span<ulong> entries = stackalloc ulong[2 * AtOnce];
        FetchSlots(hashes[..Math.Min(AtOnce, hashes.Length)]);
        for (var start = 0; start < hashes.Length; start += AtOnce)
        {
            var end = Math.Min(start + AtOnce, hashes.Length);
            FetchSlots(hashes[end..Math.Min(end + AtOnce, hashes.Length)]);
            for (var i = start; i < end; i++) entries[i & (2 * AtOnce - 1)] = FetchName(hashes[i], names[i].Length);
            if (start > 0) GiveIds(start - AtOnce, start, bytes, names, hashes, entries, ids);
            if (end == hashes.Length) GiveIds(start, end, bytes, names, hashes, entries, ids);
        }
    }

    private void GiveIds(int start, int end, ReadOnlySpan<byte> bytes, ReadOnlySpan<(int Start, int Length)> names, ReadOnlySpan<ulong> hashes, ReadOnlySpan<ulong> entries, Span<int> ids)
    {
        for (var i = start; i < end; i++)
        {
            var name = bytes.Slice(names[i].Start, names[i].Length);
            var entry = entries[i & (2 * AtOnce - 1)];
            ids[i] = entry != Empty && AreEqual(At((long)(entry & PlaceMask), out var id), name) ? id : InternOne(name, hashes[i]);
        }
    }

    private unsafe void FetchSlots(ReadOnlySpan<ulong> hashes)
    {
        if (!Sse.IsSupported) return;
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        var mask = (uint)_slots.Length - 1;
        foreach (var hash in hashes) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref slots, (uint)hash & mask)));
    }

    private int InternOne(ReadOnlySpan<byte> name, ulong hash)
    {
        var slot = Search(name, hash, out var id);
        return id >= 0 ? id : Add(name, hash, slot);
    }

    /// <summary>Begins to fetch the name that a name of this hash may be; gives its entry, or an empty one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe ulong FetchName(ulong hash, int length)
    {
        var slots = _slots;
        for (var slot = (int)(uint)hash & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            var entry = slots[slot];
            if (entry == Empty) return entry;
            // Another name may stand before this one: it is told by the part of the hash beside the place.
            if (((entry ^ hash) & ~PlaceMask) != 0) continue;
            var name = (byte*)Unsafe.AsPointer(ref At((long)(entry & PlaceMask)));
            if (!Sse.IsSupported) return entry;
            Sse.Prefetch0(name);
            Sse.Prefetch0(name + length); // A long one, or one that begins at the end of a line of the cache.
            return entry;
        }
    }

    /// <summary>The names as they lie in memory, block by block, to be kept and given to <see cref="OfBlocks"/> again.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Blocks()
    {
        for (var block = 0; block < _blockCount; block++)
            yield return _blocks[block].AsMemory(0, block < _ends.Count ? _ends[block] : _used);
    }

    /// <summary>A table of names from its <see cref="Blocks"/>.</summary>
    /// <exception cref="InvalidDataException">These are not the blocks of a table.</exception>
    public static NameTable OfBlocks(IEnumerable<byte[]> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var names = new NameTable();
        foreach (var block in blocks)
        {
            for (var at = 0; at < block.Length;)
            {
                var head = block.AsSpan(at);
                var length = head.Length < 5 ? -1 : head[4] < 255 ? head[4] : head.Length < 9 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(head[5..]);
                var whole = (length < 255 ? 5 : 9) + (long)length;
                if (length < 0 || whole > head.Length || BinaryPrimitives.ReadInt32LittleEndian(head) != names.Count)
                    throw new InvalidDataException($"Name {names.Count} is not where it should be.");
                if (names.Count == names._places.Length) names.GrowPlaces();
                names._places[names.Count++] = ((long)names._blockCount << BlockBits) + at;
                at += (int)whole;
            }

            names.AddBlock(block);
            names._ends.Add(block.Length);
        }

        names._free = BlockSize; // What is added goes to a new block.
        if (names.Count > names._slots.Length / 3 * 2) names.GrowSlots((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)names.Count * 2));
        else names.GrowSlots(names._slots.Length);
        return names;
    }

    /// <summary>Order of two names, byte by byte.</summary>
    public int Compare(int a, int b) => a == b ? 0 : Bytes(a).SequenceCompareTo(Bytes(b));

    private static ulong[] NewSlots(int length)
    {
        var slots = GC.AllocateUninitializedArray<ulong>(length);
        Array.Fill(slots, Empty);
        return slots;
    }

    /// <summary>A 64-bit hash, the same on every machine: 16 bytes at a time, multiply and fold.</summary>
    internal static ulong Hash(ReadOnlySpan<byte> name)
    {
        if (name.Length <= 8) return Hash(name.Length, 0, Tail(name));
        var h = 0UL;
        var last = BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]);
        var rest = name;
        while (rest.Length > 16)
        {
            h = Fold(BinaryPrimitives.ReadUInt64LittleEndian(rest) ^ h ^ FirstKey, BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]) ^ SecondKey);
            rest = rest[16..];
        }

        return Hash(name.Length, h ^ (rest.Length > 8 ? BinaryPrimitives.ReadUInt64LittleEndian(rest) : 0), last);
    }

    /// <summary>The hash of a name of 9 to 16 bytes by its first and its last 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Hash(int length, ulong first, ulong last)
    {
        var h = Fold(first ^ FirstKey, last ^ ((ulong)length * SecondKey));
        return (h ^ (h >> 32)) * LastKey;
    }

    /// <summary>Up to 8 bytes as a number.</summary>
    private static ulong Tail(ReadOnlySpan<byte> name) => name.Length switch
    {
        8 => BinaryPrimitives.ReadUInt64LittleEndian(name),
        >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(name) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << 32),
        > 0 => name[0] | ((ulong)name[name.Length / 2] << 8) | ((ulong)name[^1] << 16),
        _ => 0,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
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

            if ((entry & ~PlaceMask) == tag && AreEqual(At((long)(entry & PlaceMask), out id), name)) return slot;
        }
    }

    /// <summary>Equality of bytes; names are short, so that a call would take longer than the comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreEqual(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length is < 8 or > 16) return a.SequenceEqual(b);
        return a.Length == b.Length && BinaryPrimitives.ReadUInt64LittleEndian(a) == BinaryPrimitives.ReadUInt64LittleEndian(b)
            && BinaryPrimitives.ReadUInt64LittleEndian(a[^8..]) == BinaryPrimitives.ReadUInt64LittleEndian(b[^8..]);
    }

    /// <summary>Where a name's id, length and bytes lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte At(long place) => ref _blocks[(int)(place >> BlockBits)][(int)(place & (BlockSize - 1))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
        if (Count > _slots.Length / 3 * 2) GrowSlots(checked(_slots.Length * (_slots.Length < SlotsThatGrowFast ? 4 : 2)));
        return id;
    }

    /// <summary>Copies a name behind its id and length and gives the place. A name longer than a block gets a block of its own.</summary>
    private long Store(ReadOnlySpan<byte> name, int id)
    {
        var head = name.Length < 255 ? 5 : 9;
        if (_free + head + name.Length > BlockSize || _blockCount == 0)
        {
            if (_blockCount > _ends.Count) _ends.Add(_used);
            AddBlock(GC.AllocateUninitializedArray<byte>(Math.Max(BlockSize, head + name.Length)));
            _free = 0;
        }

        var block = _blocks[_blockCount - 1].AsSpan(_free);
        BinaryPrimitives.WriteInt32LittleEndian(block, id);
        block[4] = (byte)Math.Min(name.Length, 255);
        if (head > 5) BinaryPrimitives.WriteInt32LittleEndian(block[5..], name.Length);
        name.CopyTo(block[head..]);
        var place = ((long)(_blockCount - 1) << BlockBits) + _free;
        _used = _free + head + name.Length;
        _free = Math.Min(BlockSize, _used);
        return place;
    }

    private void AddBlock(byte[] block)
    {
        if (_blockCount == _blocks.Length) Array.Resize(ref _blocks, _blockCount * 2);
        _blocks[_blockCount++] = block;
    }

    private void GrowPlaces()
    {
        var grown = GC.AllocateUninitializedArray<long>(_places.Length + (_places.Length >> 1));
        _places.CopyTo(grown, 0);
        _places = grown;
    }

    /// <summary>So many slots. The names are hashed again in their order, which reads them one after the other; their slots are fetched first.</summary>
    private void GrowSlots(int length)
    {
        _slots = NewSlots(length);
        var mask = _slots.Length - 1;
        Span<ulong> hashes = stackalloc ulong[AtOnce];
        for (var start = 0; start < Count; start += AtOnce)
        {
            var some = hashes[..Math.Min(AtOnce, Count - start)];
            for (var i = 0; i < some.Length; i++) some[i] = Hash(At(_places[start + i], out _));
            FetchSlots(some);

            for (var i = 0; i < some.Length; i++)
            {
                var slot = (int)(uint)some[i] & mask;
                while (_slots[slot] != Empty) slot = (slot + 1) & mask;
                _slots[slot] = (some[i] & ~PlaceMask) | (ulong)_places[start + i];
            }
        }
    }
}
