using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Claque.Columns;

/// <summary>Reads whole numbers written in decimal digits, eight digits at a time.</summary>
internal static class Digits
{
    /// <summary>The most digits of which every number fits.</summary>
    public const int Most = 19;

    private const ulong Zeros = 0x3030_3030_3030_3030;
    private static ReadOnlySpan<uint> Powers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>The number that 1 to <see cref="Most"/> digits write; false when something else stands among them, or nothing or too much.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out ulong number)
    {
        number = 0;
        if (text.Length < 8) return TryReadFew(text, out number);
        if (text.Length > Most) return false;
        var rest = text;
        while (rest.Length >= 8)
        {
            if (!TryReadEight(BinaryPrimitives.ReadUInt64LittleEndian(rest), out var eight)) return false;
            number = number * 100_000_000 + eight;
            rest = rest[8..];
        }

        if (rest.IsEmpty) return true;
        // The last eight again, those that were read before made zeros.
        var read = 8 * (8 - rest.Length);
        var last = (BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]) >> read << read) | (Zeros >> (64 - read));
        if (!TryReadEight(last, out var few)) return false;
        number = number * Powers[rest.Length] + few;
        return true;
    }

    private static bool TryReadFew(ReadOnlySpan<byte> text, out ulong number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if ((uint)(digit - '0') > 9) return false;
            number = number * 10 + (uint)(digit - '0');
        }

        return text.Length > 0;
    }

    /// <summary>Eight digits as a number, all at once: pairs of neighbours become one, three times over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadEight(ulong signs, out ulong number)
    {
        var digits = signs ^ Zeros;
        number = (digits * 10 + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
        number = (number * 100 + (number >> 16)) & 0x0000_FFFF_0000_FFFF;
        number = (number * 10_000 + (number >> 32)) & 0xFFFF_FFFF;
        return (((digits + 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080) == 0;
    }
}
