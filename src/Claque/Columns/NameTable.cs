using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Claque.Columns;

/// <summary>Turns names into dense ids, 0-based by first appearance, and back. Names are UTF-8 and compared byte by byte.</summary>
/// <remarks>
/// The bytes lie in blocks that never move, each name behind its length; a table of slots with open addressing holds the hash
/// and the id side by side, so that a wrong slot is passed over without a look at the name. No object per name: memory is the
/// bytes of the names plus 20 to 30 bytes for each.
/// </remarks>
public sealed class NameTable
{
    private const int BlockBits = 20;
    private const int BlockSize = 1 << BlockBits;
    private const ulong Empty = ulong.MaxValue;

    private readonly List<byte[]> _blocks = [];
    private long[] _starts = new long[1 << 4];
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
        return At(_starts[id]);
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
            var entry = _slots[slot];
            if (entry == Empty)
            {
                added = true;
                return Add(name, hash, slot);
            }

            if ((uint)(entry >> 32) == hash && At(_starts[(int)(uint)entry]).SequenceEqual(name))
            {
                added = false;
                return (int)(uint)entry;
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
            var entry = _slots[slot];
            if (entry == Empty) return -1;
            if ((uint)(entry >> 32) == hash && At(_starts[(int)(uint)entry]).SequenceEqual(name)) return (int)(uint)entry;
        }
    }

    /// <summary>Order of two names, byte by byte.</summary>
    public int Compare(int a, int b) => a == b ? 0 : Bytes(a).SequenceCompareTo(Bytes(b));

    private static ulong[] NewSlots(int length)
    {
        var slots = GC.AllocateUninitializedArray<ulong>(length);
        Array.Fill(slots, Empty);
        return slots;
    }

    /// <summary>A 32-bit hash, the same on every machine: 8 bytes at a time, multiply and fold.</summary>
    private static uint Hash(ReadOnlySpan<byte> name)
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

        return (uint)(h ^ (h >> 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong x)
    {
        var high = Math.BigMul(x ^ 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, out var low);
        return high ^ low;
    }

    private ReadOnlySpan<byte> At(long start)
    {
        var block = _blocks[(int)(start >> BlockBits)].AsSpan((int)(start & (BlockSize - 1)));
        var length = block[0] < 255 ? block[0] : BinaryPrimitives.ReadInt32LittleEndian(block[1..]);
        return block.Slice(block[0] < 255 ? 1 : 5, length);
    }

    private int Add(ReadOnlySpan<byte> name, uint hash, int slot)
    {
        if (Count == _starts.Length) Array.Resize(ref _starts, _starts.Length + (_starts.Length >> 1));
        var id = Count++;
        _starts[id] = Store(name);
        _slots[slot] = ((ulong)hash << 32) | (uint)id;
        if (Count > _slots.Length / 4 * 3L) GrowSlots();
        return id;
    }

    /// <summary>Copies a name behind its length and gives where. A name longer than a block gets a block of its own.</summary>
    private long Store(ReadOnlySpan<byte> name)
    {
        var head = name.Length < 255 ? 1 : 5;
        if (_free + head + name.Length > BlockSize || _blocks.Count == 0)
        {
            _blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(BlockSize, head + name.Length)));
            _free = 0;
        }

        var block = _blocks[^1].AsSpan(_free);
        block[0] = (byte)Math.Min(name.Length, 255);
        if (head > 1) BinaryPrimitives.WriteInt32LittleEndian(block[1..], name.Length);
        name.CopyTo(block[head..]);
        var start = ((long)(_blocks.Count - 1) << BlockBits) + _free;
        _free = Math.Min(BlockSize, _free + head + name.Length);
        return start;
    }

    private void GrowSlots()
    {
        var old = _slots;
        _slots = NewSlots(checked(old.Length * 2));
        var mask = _slots.Length - 1;
        foreach (var entry in old)
        {
            if (entry == Empty) continue;
            var slot = (int)(entry >> 32) & mask;
            while (_slots[slot] != Empty) slot = (slot + 1) & mask;
            _slots[slot] = entry;
        }
    }
}
