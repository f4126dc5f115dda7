using System.Globalization;

namespace Claque.Text;

/// <summary>What one code point becomes and what it is, as an int: the new code point in 21 bits, the class above them.</summary>
internal static class CharTable
{
    /// <summary>The part of an entry that is the code point (or the place of a sequence).</summary>
    public const int CodeMask = (1 << 21) - 1;

    /// <summary>Belongs to a word: a letter, a digit, a mark on one.</summary>
    public const int Word = 1 << 21;

    /// <summary>May have to be ordered or joined with what stands before it.</summary>
    public const int Composes = 1 << 22;

    /// <summary>A script written without spaces: each character counts as a word.</summary>
    public const int Unspaced = 1 << 23;

    /// <summary>A Latin letter.</summary>
    public const int Latin = 1 << 24;

    /// <summary>A Cyrillic letter.</summary>
    public const int Cyrillic = 1 << 25;

    /// <summary>A Greek letter.</summary>
    public const int Greek = 1 << 26;

    /// <summary>Leaves no trace: invisible, or a vowel sign that may be left out.</summary>
    public const int Dropped = 1 << 27;

    /// <summary>Becomes several code points; the code is their place in <see cref="Sequence"/>.</summary>
    public const int Several = 1 << 28;

    /// <summary>An apostrophe or an underscore: part of a word only between two of its characters.</summary>
    public const int Joins = 1 << 29;

    /// <summary>A mark: part of a word, but no character to be counted.</summary>
    public const int Mark = 1 << 30;

    /// <summary>The table of folds behind the entries.</summary>
    public static readonly UnicodeFolds Folds = UnicodeFolds.Load();
    private static readonly int[]?[] Blocks = new int[0x110000 >> 8][];

    /// <summary>Entries of the first 128 code points.</summary>
    public static readonly int[] Ascii = [.. Enumerable.Range(0, 128).Select(Build)];

    /// <summary>The entry of a code point.</summary>
    public static int Entry(int code) => (Blocks[code >> 8] ?? BuildBlock(code >> 8))[code & 0xFF];

    /// <summary>What an entry with <see cref="Several"/> becomes, folded.</summary>
    public static ReadOnlySpan<int> Sequence(int entry) => Folds.Sequences[entry & CodeMask];

    /// <summary>True for tatweel, Arabic vowel signs and Hebrew points: written or left out at will.</summary>
    public static bool IsOptionalMark(int code) => code is 0x640 or (>= 0x64B and <= 0x65F) or 0x670
        or (>= 0x610 and <= 0x61A) or (>= 0x6D6 and <= 0x6DC) or (>= 0x6DF and <= 0x6E4) or 0x6E7 or 0x6E8
        or (>= 0x6EA and <= 0x6ED) or (>= 0x8D3 and <= 0x8FF) or (>= 0x591 and <= 0x5BD) or 0x5BF or 0x5C1 or 0x5C2
        or 0x5C4 or 0x5C5 or 0x5C7;

    /// <summary>One letter for the variants that keyboards and habits of Arabic, Persian, Kurdish and Urdu give; ı as i.</summary>
    public static int LetterVariant(int code) => code switch
    {
        0x64A or 0x649 or 0x626 => 0x6CC,
        0x643 => 0x6A9,
        0x622 or 0x623 or 0x625 or 0x671 => 0x627,
        0x629 or 0x6C0 or 0x6C1 or 0x6C2 or 0x6C3 or 0x6D5 or 0x6BE => 0x647,
        0x624 => 0x648,
        0x131 => 'i',
        _ => code,
    };

    private static int[] BuildBlock(int block)
    {
        // Built twice by two threads at worst, with the same content.
        var entries = new int[256];
        for (var i = 0; i < 256; i++) entries[i] = Build((block << 8) + i);
        return Blocks[block] = entries;
    }

    private static int Build(int code)
    {
        if (code == 0x130) return Classify('i');
        if (IsIgnorable(code)) return Dropped;
        if (Folds.Several.TryGetValue(code, out var place)) return Several | place;
        return Classify(Folds.Single.GetValueOrDefault(code, code));
    }

    private static bool IsIgnorable(int code) =>
        IsOptionalMark(code)
        || code is 0x34F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x20E3 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)
            or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF)
        || CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.Format;

    private static int Classify(int code)
    {
        if (IsOptionalMark(code)) return Dropped;
        code = LetterVariant(code);
        if (code is '\'' or '_' or 0x2019 or 0x2BC) return code | Joins;
        switch (CharUnicodeInfo.GetUnicodeCategory(code))
        {
            case UnicodeCategory.DecimalDigitNumber:
                // In invariant mode the decimal value is in the character data all the same.
                var digit = code < 0x10000
                    ? CharUnicodeInfo.GetDecimalDigitValue((char)code)
                    : CharUnicodeInfo.GetDecimalDigitValue(char.ConvertFromUtf32(code), 0);
                return (digit >= 0 ? '0' + digit : code) | Word;
            case UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber:
                return code | Word;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                return code | Word | Mark | (Folds.MayCompose(code) ? Composes : 0) | Script(code);
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter:
                return code | Word | (Folds.MayCompose(code) ? Composes : 0) | Script(code);
            default:
                return code;
        }
    }

    private static int Script(int code) => code switch
    {
        <= 0x24F or (>= 0x1E00 and <= 0x1EFF) or (>= 0x250 and <= 0x2AF) => Latin,
        (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF) => Greek,
        (>= 0x400 and <= 0x52F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0xA640 and <= 0xA69F) => Cyrillic,
        (>= 0xE00 and <= 0xEFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3005 and <= 0x3007)
            or (>= 0x3040 and <= 0x312F) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF)
            or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => Unspaced,
        _ => 0,
    };
}
