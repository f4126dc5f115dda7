using System.Text;
using System.Text.Unicode;

namespace Claque.Reading.Bytes;

/// <summary>How the characters of a file are written.</summary>
internal enum TextKind
{
    Utf8,
    Windows1252,
    Utf16LittleEndian,
    Utf16BigEndian,
}

/// <summary>Tells from the first bytes of a file how its characters are written.</summary>
internal static class TextKinds
{
    /// <summary>The kind and the length of its byte order mark.</summary>
    public static (TextKind Kind, int MarkBytes) Of(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith("\uFEFF"u8)) return (TextKind.Utf8, 3);
        if (sample is [0xFF, 0xFE, ..]) return (TextKind.Utf16LittleEndian, 2);
        if (sample is [0xFE, 0xFF, ..]) return (TextKind.Utf16BigEndian, 2);
        if (WithoutMark(sample) is { } wide) return (wide, 0);
        var (valid, invalid) = CountSequences(sample);
        return (invalid > valid ? TextKind.Windows1252 : TextKind.Utf8, 0);
    }

    /// <summary>The word shown to the user.</summary>
    public static string Word(TextKind kind, bool marked) => kind switch
    {
        TextKind.Utf8 => marked ? "UTF-8 with BOM" : "UTF-8",
        TextKind.Windows1252 => "Windows-1252",
        TextKind.Utf16LittleEndian => "UTF-16 LE",
        _ => "UTF-16 BE",
    };

    /// <summary>UTF-16 text in any Western file has a zero in every other byte.</summary>
    private static TextKind? WithoutMark(ReadOnlySpan<byte> sample)
    {
        var pairs = Math.Min(sample.Length, 4096) / 2;
        if (pairs < 4) return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < pairs; i++)
        {
            if (sample[2 * i] == 0) even++;
            if (sample[2 * i + 1] == 0) odd++;
        }

        if (odd * 5 > pairs * 2 && even * 20 < pairs) return TextKind.Utf16LittleEndian;
        if (even * 5 > pairs * 2 && odd * 20 < pairs) return TextKind.Utf16BigEndian;
        return null;
    }

    /// <summary>Sequences of several bytes that are UTF-8, and bytes that are not.</summary>
    private static (long Valid, long Invalid) CountSequences(ReadOnlySpan<byte> sample)
    {
        if (Utf8.IsValid(sample)) return (1, 0);
        var (valid, invalid) = (0L, 0L);
        while (!sample.IsEmpty)
        {
            var ascii = sample.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) break;
            sample = sample[ascii..];
            var status = Rune.DecodeFromUtf8(sample, out _, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData) break; // The sample was cut inside a character.
            if (status == System.Buffers.OperationStatus.Done) valid++;
            else invalid++;
            sample = sample[length..];
        }

        return (valid, invalid);
    }
}
