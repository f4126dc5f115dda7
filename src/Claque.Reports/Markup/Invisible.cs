using System.Globalization;
using System.Text;

namespace Claque.Reports.Markup;

/// <summary>
/// Tells which characters of an untrusted text must be shown as a code instead of being let act: controls, direction
/// controls, zero-width and filler characters, broken surrogates.
/// </summary>
/// <remarks>
/// Three uses are ordinary spelling and stay: a zero-width (non-)joiner between two letters of a joining script, as
/// Persian and the scripts of India write it; a zero-width joiner inside an emoji; one variation selector after a visible
/// character.
/// </remarks>
internal static class Invisible
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The code point at a place, how many chars it takes, and whether it is a broken surrogate.</summary>
    public static int CodePoint(ReadOnlySpan<char> text, int at, out int length, out bool broken)
    {
        broken = Rune.DecodeFromUtf16(text[at..], out var rune, out length) != System.Buffers.OperationStatus.Done;
        if (!broken) return rune.Value;
        length = 1;
        return text[at];
    }

    /// <summary>True when the code point must be shown as a code.</summary>
    /// <param name="code">The code point.</param>
    /// <param name="before">The one before it, 0 at the start.</param>
    /// <param name="after">The one after it, 0 at the end.</param>
    public static bool IsShown(int code, int before, int after)
    {
        if (code is '\n' or '\t') return false;
        if (code < 0x300) return code is < 0x20 or (>= 0x7F and < 0xA0) or 0xAD;
        if (IsVariationSelector(code)) return before <= 0x20 || IsVariationSelector(before) || IsFormat(before);
        if (code is ZeroWidthNonJoiner or ZeroWidthJoiner && Joins(before) && Joins(after)) return false;
        if (code == ZeroWidthJoiner && IsPictogram(before) && IsPictogram(after)) return false;
        return IsFiller(code) || IsFormat(code) || IsNonCharacter(code)
            || Category(code) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
    }

    /// <summary>True for a mark that stacks on the letter before it.</summary>
    public static bool IsStacking(int code) =>
        code >= 0x300 && Category(code) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        && !IsVariationSelector(code);

    private static UnicodeCategory Category(int code) => CharUnicodeInfo.GetUnicodeCategory(code);

    // Number signs and end-of-verse marks are formats to Unicode, and yet are seen.
    private static bool IsFormat(int code) =>
        code is not ((>= 0x600 and <= 0x605) or 0x6DD or 0x70F or 0x890 or 0x891 or 0x8E2 or 0x110BD or 0x110CD)
        && code > 0 && Category(code) == UnicodeCategory.Format;

    private static bool IsFiller(int code) => code is 0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;

    private static bool IsNonCharacter(int code) => (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsVariationSelector(int code) =>
        code is (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsPictogram(int code) =>
        code > 0 && (Category(code) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol || code == 0xFE0F);

    private static bool Joins(int code) =>
        code is (>= 0x600 and <= 0xDFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x18AF) or (>= 0xFB50 and <= 0xFDCF)
            or (>= 0xFDF0 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        && (Rune.IsLetter(new Rune(code)) || Category(code) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
