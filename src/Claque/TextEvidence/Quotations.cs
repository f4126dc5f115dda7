using System.Buffers;
using System.Text;
using Claque.Text;

namespace Claque.TextEvidence;

/// <summary>A stretch of a text between quotation marks, the marks included, in bytes.</summary>
internal readonly record struct Quotation(int Start, int End);

/// <summary>Finds what stands between quotation marks, in any of the usual scripts, and between marks that are never closed.</summary>
internal static class Quotations
{
    private static readonly SearchValues<byte> Leads = SearchValues.Create([(byte)'"', (byte)'\'', (byte)'&', 0xC2, 0xE2, 0xE3]);

    /// <summary>The first quotation at or after <paramref name="from"/>.</summary>
    public static bool TryFind(ReadOnlySpan<byte> text, int from, out Quotation quotation)
    {
        for (var at = from; at < text.Length;)
        {
            var next = text[at..].IndexOfAny(Leads);
            if (next < 0) break;
            at += next;
            var mark = MarkAt(text, at, out var length);
            if (mark != 0 && Opens(text, at, length, mark))
            {
                var body = at + length;
                // Marks doubled by a careless export count once.
                while (MarkAt(text, body, out var again) == mark && mark == '"') body += again;
                var end = FindEnd(text, body, mark);
                if (end > 0)
                {
                    quotation = new Quotation(at, end);
                    return true;
                }
            }

            at += length;
        }

        quotation = default;
        return false;
    }

    /// <summary>True when a letter or digit stands right before.</summary>
    public static bool IsWordBefore(ReadOnlySpan<byte> text, int at)
    {
        if (at == 0) return false;
        Rune.DecodeLastFromUtf8(text[..at], out var rune, out _);
        // Between characters of scripts without spaces there is nothing but the mark.
        return Rune.IsLetterOrDigit(rune) && (CharTable.Entry(rune.Value) & CharTable.Unspaced) == 0;
    }

    private static bool IsWordAt(ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length) return false;
        Rune.DecodeFromUtf8(text[at..], out var rune, out _);
        return Rune.IsLetterOrDigit(rune) && (CharTable.Entry(rune.Value) & CharTable.Unspaced) == 0;
    }

    /// <summary>The quotation mark at a place; 0 when there is none.</summary>
    private static int MarkAt(ReadOnlySpan<byte> text, int at, out int length)
    {
        length = 1;
        if (at >= text.Length) return 0;
        if (text[at] == '&')
        {
            if (!text[at..].StartsWith("&quot;"u8)) return 0;
            length = 6;
            return '"';
        }

        if (text[at] is (byte)'"' or (byte)'\'') return text[at];
        if (text[at] < 0x80) return 0;
        Rune.DecodeFromUtf8(text[at..], out var rune, out length);
        return rune.Value is 0x201C or 0x201D or 0x201E or 0x201F or 0xAB or 0xBB or 0x2039 or 0x203A or 0x2018 or 0x2019 or 0x201A
            or 0x300C or 0x300D or 0x300E or 0x300F ? rune.Value : 0;
    }

    private static bool Opens(ReadOnlySpan<byte> text, int at, int length, int mark) => mark switch
    {
        0x300D or 0x300F or 0x203A => false,
        // A closing mark opens a quotation only the other way round, »so«; an apostrophe never does after a letter.
        0xBB or 0x201D => !IsWordBefore(text, at) && at + length < text.Length && text[at + length] != ' ',
        '\'' or 0x2018 or 0x2019 or 0x201A => !IsWordBefore(text, at) && (IsWordAt(text, at + length) || StartsHandle(text, at + length)),
        _ => !IsWordBefore(text, at),
    };

    private static bool StartsHandle(ReadOnlySpan<byte> text, int at) => at < text.Length && text[at] is (byte)'@' or (byte)'#';

    /// <summary>Where the quotation that begins here ends; 0 when the mark turns out to be none.</summary>
    private static int FindEnd(ReadOnlySpan<byte> text, int body, int mark)
    {
        var single = mark is '\'' or 0x2018 or 0x2019 or 0x201A;
        for (var at = body; at < text.Length;)
        {
            var next = text[at..].IndexOfAny(Leads);
            if (next < 0) break;
            at += next;
            var found = MarkAt(text, at, out var length);
            if (Closes(mark, found) && !(single && IsWordAt(text, at + length))) return at + length;
            at += length;
        }

        return single || mark is 0xBB or 0x201D ? 0 : text.Length;
    }

    private static bool Closes(int opening, int mark) => opening switch
    {
        '"' => mark is '"' or 0x201D,
        0x201C or 0x201F => mark is 0x201D or '"' or 0x201C,
        0x201E => mark is 0x201C or 0x201D or '"',
        0x201D => mark is 0x201D,
        0xAB => mark is 0xBB,
        0xBB => mark is 0xAB,
        0x2039 => mark is 0x203A,
        0x300C => mark is 0x300D,
        0x300E => mark is 0x300F,
        '\'' => mark is '\'' or 0x2019,
        0x2018 or 0x2019 => mark is 0x2019 or '\'',
        0x201A => mark is 0x2018 or 0x2019,
        _ => false,
    };
}
