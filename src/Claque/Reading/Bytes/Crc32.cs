using System.Buffers.Binary;

namespace Claque.Reading.Bytes;

/// <summary>The check sum of ZIP archives, eight bytes at a time.</summary>
internal sealed class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = MakeTable();
    private uint _state = uint.MaxValue;

    /// <summary>Of all that was added.</summary>
    public uint Sum => ~_state;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (state, table) = (_state, Table);
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var (low, high) = (BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
            state = table[0x700 + (low & 0xFF)] ^ table[0x600 + (low >> 8 & 0xFF)] ^ table[0x500 + (low >> 16 & 0xFF)] ^ table[0x400 + (low >> 24)]
                ^ table[0x300 + (high & 0xFF)] ^ table[0x200 + (high >> 8 & 0xFF)] ^ table[0x100 + (high >> 16 & 0xFF)] ^ table[high >> 24];
        }

        foreach (var b in bytes) state = state >> 8 ^ table[(state ^ b) & 0xFF];
        _state = state;
    }

    /// <summary>Eight tables of 256: what a byte adds when 0 to 7 further ones follow it.</summary>
    private static uint[] MakeTable()
    {
        var table = new uint[8 * 256];
        for (var b = 0u; b < 256; b++)
        {
            var state = b;
            for (var bit = 0; bit < 8; bit++) state = (state & 1) != 0 ? state >> 1 ^ Polynomial : state >> 1;
            table[b] = state;
        }

        for (var i = 256; i < table.Length; i++) table[i] = table[i - 256] >> 8 ^ table[table[i - 256] & 0xFF];
        return table;
    }
}
