using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Claque.Text;

/// <summary>What is known of written forms, found by their characters without making a text of them.</summary>
/// <remarks>
/// Open addressing, at most half full, filled once. A dictionary does the same; it is asked some ten million times an hour of reading, mostly
/// before its code has been optimised, and this is so from the first call.
/// </remarks>
internal sealed class FormMap<T>
{
    // Form, hash and value side by side: one look at memory, not three.
    private readonly Slot[] slots;

    /// <summary>Makes a map of distinct forms.</summary>
    public FormMap(IReadOnlyCollection<KeyValuePair<string, T>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, entries.Count * 2));
        slots = new Slot[size];
        foreach (var (form, value) in entries) Put(form, value);
    }

    /// <summary>True when a form is known.</summary>
    /// <param name="form">Its characters, compared one by one.</param>
    /// <param name="value">What is known of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryGet(ReadOnlySpan<char> form, out T value)
    {
        var hash = Hash(form);
        for (var at = (int)hash & (slots.Length - 1); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Form is not { } known) break;
            if (slot.Hash != hash || !form.SequenceEqual(known)) continue;
            value = slot.Value;
            return true;
        }

        value = default!;
        return false;
    }

    private void Put(string form, T value)
    {
        var hash = Hash(form);
        var at = (int)hash & (slots.Length - 1);
        while (slots[at].Form is not null) at = (at + 1) & (slots.Length - 1);
        slots[at] = new Slot(form, hash, value);
    }

    private readonly record struct Slot(string? Form, uint Hash, T Value);

    // Four characters at a time; the last step brings the high bits down.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Hash(ReadOnlySpan<char> form)
    {
        var hash = (ulong)form.Length * 0x9E3779B97F4A7C15;
        var bytes = MemoryMarshal.AsBytes(form);
        while (bytes.Length >= 8)
        {
            hash = System.Numerics.BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(bytes)) * 0x9E3779B97F4A7C15, 29);
            bytes = bytes[8..];
        }

        for (var i = 0; i < bytes.Length; i += 2) hash = System.Numerics.BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ushort>(bytes[i..])) * 0x9E3779B97F4A7C15, 29);
        return (uint)(hash ^ (hash >> 32));
    }
}
