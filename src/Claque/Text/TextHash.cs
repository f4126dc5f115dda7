using System.Buffers.Binary;

namespace Claque.Text;

/// <summary>A 128-bit hash of a text, the same on every machine; not one to keep secrets with.</summary>
/// <remarks>
/// Two lanes of multiply and fold over 8 bytes at a time. Among n texts the chance that any two share it by accident is about
/// n² / 2¹²⁹: below 10⁻²² for ten million.
/// </remarks>
internal static class TextHash
{
    public static (ulong High, ulong Low) Of(ReadOnlySpan<byte> text)
    {
        var high = Fold((ulong)text.Length ^ 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93);
        var low = Fold((ulong)text.Length ^ 0xC2B2AE3D27D4EB4F, 0xFF51AFD7ED558CCD);
        for (; text.Length >= 8; text = text[8..]) Mix(BinaryPrimitives.ReadUInt64LittleEndian(text), ref high, ref low);
        Span<byte> rest = stackalloc byte[8];
        rest.Clear();
        text.CopyTo(rest);
        Mix(BinaryPrimitives.ReadUInt64LittleEndian(rest), ref high, ref low);
        return (high, low);
    }

    private static void Mix(ulong word, ref ulong high, ref ulong low)
    {
        high = Fold(high ^ word, 0xE7037ED1A0B428DB) + word;
        low = Fold(low + word, 0x8EBC6AF09C88C6E3) ^ word;
    }

    private static ulong Fold(ulong a, ulong b)
    {
        var top = Math.BigMul(a ^ 0xA0761D6478BD642F, b, out var bottom);
        return top ^ bottom;
    }
}
