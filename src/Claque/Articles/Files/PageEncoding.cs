using System.Text;
using System.Text.RegularExpressions;

namespace Claque.Articles.Files;

/// <summary>Turns the bytes of a page into text.</summary>
internal static partial class PageEncoding
{
    /// <summary>By byte order mark, then as UTF-8 if it is that, then by what the header or the page says, then as Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? stated = null)
    {
        if (bytes.StartsWith([(byte)0xEF, (byte)0xBB, (byte)0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith([(byte)0xFF, (byte)0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith([(byte)0xFE, (byte)0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (IsUtf8(bytes)) return Encoding.UTF8.GetString(bytes);
        var named = stated ?? (Stated().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)])) is { Success: true } match ? match.Groups[1].Value : null);
        return (Named(named) ?? Named("windows-1252") ?? Encoding.Latin1).GetString(bytes);
    }

    /// <summary>False for what is no text in any encoding, such as a picture: more than one sign in fifty of its beginning is a control character or undecodable.</summary>
    public static bool IsText(string decoded)
    {
        var begin = decoded.AsSpan(0, Math.Min(decoded.Length, 4096));
        var strange = 0;
        foreach (var letter in begin)
            if (letter is (< ' ' and not ('\t' or '\n' or '\r' or '\f')) or '\uFFFD') strange++;
        return strange * 50 <= begin.Length;
    }

    // A cut inside a character at the very end is no reason to take the page for something else.
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        while (end > 0 && bytes.Length - end < 3 && (bytes[end - 1] & 0xC0) == 0x80) end--;
        if (end > 0 && bytes[end - 1] >= 0xC0) end--;
        else end = bytes.Length;
        return System.Text.Unicode.Utf8.IsValid(bytes[..end]);
    }

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var bare = name.Trim(' ', '"', '\'').ToLowerInvariant();
        if (bare is "utf-8" or "utf8" or "us-ascii" or "ascii" or "iso-8859-1" or "latin1") bare = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(bare) ?? Encoding.GetEncoding(bare);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([\w-]{2,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stated();
}
