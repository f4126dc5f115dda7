using System.Text;

namespace Claque.Text;

/// <summary>Writes parts of an address in one way: unreserved ASCII and letters as themselves, all else as it was meant, in upper-case hex.</summary>
internal static class PercentForm
{
    /// <summary>Writes a path, parameter or fragment; true when something changed.</summary>
    public static bool Write(ReadOnlySpan<byte> part, ByteBuffer to)
    {
        var changed = false;
        for (var at = 0; at < part.Length;)
        {
            var b = part[at];
            if (b < 0x80 && b > ' ' && b != '%' && b != 0x7F)
            {
                to.Add(b);
                at++;
            }
            else if (b >= 0x80 || (b == '%' && TryByte(part, at, out var first) && first >= 0x80))
            {
                changed |= WriteLetter(part, ref at, to);
            }
            else if (b == '%' && TryByte(part, at, out var value))
            {
                changed |= WriteAscii(value, part.Slice(at, 3), to);
                at += 3;
            }
            else
            {
                WriteHex(b, to);
                changed = true;
                at++;
            }
        }

        return changed;
    }

    /// <summary>Writes what stands behind the percent signs.</summary>
    public static void Decode(ReadOnlySpan<byte> part, ByteBuffer to)
    {
        for (var at = 0; at < part.Length;)
        {
            if (part[at] == '%' && TryByte(part, at, out var value))
            {
                to.Add(value);
                at += 3;
            }
            else
            {
                to.Add(part[at++]);
            }
        }
    }

    private static bool WriteAscii(byte value, ReadOnlySpan<byte> written, ByteBuffer to)
    {
        if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
        {
            to.Add(value);
            return true;
        }

        var start = to.Length;
        WriteHex(value, to);
        return !to.Bytes[start..].SequenceEqual(written);
    }

    /// <summary>One code point beyond ASCII, written raw or with percent signs: a letter is written raw, all else in hex.</summary>
    private static bool WriteLetter(ReadOnlySpan<byte> part, ref int at, ByteBuffer to)
    {
        Span<byte> bytes = stackalloc byte[4];
        Span<int> ends = stackalloc int[4];
        int count = 0, from = at;
        while (count < 4 && from < part.Length)
        {
            byte value;
            if (part[from] >= 0x80) (value, from) = (part[from], from + 1);
            else if (part[from] == '%' && TryByte(part, from, out value) && value >= 0x80) from += 3;
            else break;
            ends[count] = from;
            bytes[count++] = value;
        }

        var status = Rune.DecodeFromUtf8(bytes[..count], out var rune, out var length);
        var start = to.Length;
        var end = ends[length - 1];
        if (status == System.Buffers.OperationStatus.Done && (CharTable.Entry(rune.Value) & (CharTable.Word | CharTable.Several)) != 0) to.Add(bytes[..length]);
        else foreach (var value in bytes[..length]) WriteHex(value, to);
        var changed = !to.Bytes[start..].SequenceEqual(part[at..end]);
        at = end;
        return changed;
    }

    private static bool TryByte(ReadOnlySpan<byte> part, int at, out byte value)
    {
        value = 0;
        if (at + 2 >= part.Length || !char.IsAsciiHexDigit((char)part[at + 1]) || !char.IsAsciiHexDigit((char)part[at + 2])) return false;
        value = (byte)((Hex(part[at + 1]) << 4) | Hex(part[at + 2]));
        return true;
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static void WriteHex(byte value, ByteBuffer to)
    {
        to.Add((byte)'%');
        to.Add((byte)"0123456789ABCDEF"[value >> 4]);
        to.Add((byte)"0123456789ABCDEF"[value & 15]);
    }
}
