using System.Numerics;
using System.Runtime.CompilerServices;

namespace Claque.Text;

/// <summary>Numbers by the hashes of their keys: a key is found from its parts, without making a text of them.</summary>
/// <remarks>
/// FNV-1a over UTF-16 code units (Fowler, Noll, Vo), 64 bits: the hash of a key is the same however it is parted. Keys are not kept; two known ones
/// never meet, and an unknown one meets a known one once in some 10¹⁵ times. Open addressing, at most half full, filled once.
/// </remarks>
internal sealed class KeyHashMap
{
    /// <summary>The hash of no characters; 0, which marks a free slot, is the hash of no key.</summary>
    public const ulong Empty = 0xCBF29CE484222325;

    private const ulong Prime = 0x100000001B3;

    private readonly Slot[] slots;
    private readonly int shift;

    /// <summary>Makes a map of distinct keys.</summary>
    public KeyHashMap(IReadOnlyCollection<KeyValuePair<string, double>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, entries.Count * 2))];
        shift = 64 - BitOperations.Log2((uint)slots.Length);
        foreach (var (key, value) in entries)
        {
            var hash = Over(Empty, key);
            var at = First(hash);
            for (; slots[at].Hash != 0; at = (at + 1) & (slots.Length - 1))
                if (slots[at].Hash == hash || hash == 0) throw new System.Diagnostics.UnreachableException($"The key {key} has the hash of another.");
            slots[at] = new Slot(hash, value);
        }
    }

    /// <summary>The hash of what was hashed before and a further part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Over(ulong hash, ReadOnlySpan<char> part)
    {
        foreach (var letter in part) hash = (hash ^ letter) * Prime;
        return hash;
    }

    /// <summary>The number of a key by its hash; 0 for an unknown one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ValueOr0(ulong hash)
    {
        for (var at = First(hash); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Hash == hash) return slot.Value;
            if (slot.Hash == 0) return 0;
        }
    }

    // The high bits of a product are the best mixed.
    private int First(ulong hash) => (int)((hash * 0x9E3779B97F4A7C15) >> shift);

    private readonly record struct Slot(ulong Hash, double Value);
}
