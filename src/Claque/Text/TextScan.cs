using System.Buffers;
using System.Text;

namespace Claque.Text;

/// <summary>What stands in a text beside its words.</summary>
public enum TextMarkKind : byte
{
    /// <summary>A link that begins with http, https, www, t.co or pic.twitter.com.</summary>
    Link,

    /// <summary>A link that was cut off: it ends in "…". It says that a link was there, not which one.</summary>
    CutLink,

    /// <summary>@ and a handle.</summary>
    Mention,

    /// <summary># and a word.</summary>
    Hashtag,

    /// <summary>A character reference of HTML such as <c>&amp;amp;</c>.</summary>
    Reference,
}

/// <summary>A place in a text, in bytes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First byte, with the sign.</param>
/// <param name="Length">Bytes in all.</param>
/// <param name="ValueStart">First byte of the value: the link, the handle without @, the hashtag without #.</param>
public readonly record struct TextMark(TextMarkKind Kind, int Start, int Length, int ValueStart)
{
    /// <summary>First byte after it.</summary>
    public int End => Start + Length;

    /// <summary>The value in the text it was found in.</summary>
    public ReadOnlySpan<byte> ValueIn(ReadOnlySpan<byte> text) => text[ValueStart..End];
}

/// <summary>Finds links, mentions and hashtags in a text, by rules that need no list of domains.</summary>
/// <remarks>
/// A link ends at white space, a quotation mark, an angle or curly bracket, or a character of a script written without
/// spaces; punctuation at its end is not part of it, nor is a closing bracket that it did not open. A handle is letters,
/// digits and underscores, and dots, hyphens and one further @ between them (<c>@ann.example.org</c>, <c>@ann@example.org</c>);
/// a handle that begins with an ASCII character has no others. A sign that follows a letter or a digit is no sign, so
/// mail addresses are not mentions. A hashtag has at least one character that is no digit.
/// </remarks>
public static class TextScan
{
    private static readonly SearchValues<byte> Triggers = SearchValues.Create([(byte)'@', (byte)'#', (byte)':', (byte)'.', (byte)'&', 0xEF]);

    private static readonly SearchValues<byte> WordChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    private static readonly SearchValues<byte> PlainLinkChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?#[]@!$&'()*+,;=:%"u8);

    private static readonly byte[][] BareLinks = ["www."u8.ToArray(), "t.co/"u8.ToArray(), "pic.twitter.com/"u8.ToArray()];

    /// <summary>Puts the marks of a text into <paramref name="marks"/>, which is cleared first, in order and without overlap.</summary>
    public static void Find(ReadOnlySpan<byte> text, List<TextMark> marks)
    {
        marks.Clear();
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny(Triggers);
            if (next < 0) return;
            at += next;
            var from = marks.Count > 0 ? marks[^1].End : 0;
            if (TryMark(text, at, from, out var mark))
            {
                marks.Add(mark);
                at = mark.End;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>True when a text passes on another post in the old way: it begins with <c>RT @handle:</c>.</summary>
    public static bool IsReshare(ReadOnlySpan<byte> text)
    {
        text = TrimStart(text);
        if (text.Length < 6 || !text.StartsWith("RT"u8)) return false;
        var rest = TrimStart(text[2..]);
        if (rest.Length == text.Length - 2 || rest.IsEmpty || rest[0] != '@') return false;
        var end = HandleEnd(rest, 1);
        if (end == 1) return false;
        rest = TrimStart(rest[end..]);
        return !rest.IsEmpty && rest[0] == ':';
    }

    private static bool TryMark(ReadOnlySpan<byte> text, int at, int from, out TextMark mark)
    {
        mark = default;
        return text[at] switch
        {
            (byte)'@' => TryMention(text, at, 1, ref mark),
            (byte)'#' => TryHashtag(text, at, 1, ref mark),
            (byte)':' => TrySchemeLink(text, at, from, ref mark),
            (byte)'.' => TryBareLink(text, at, from, ref mark),
            (byte)'&' => TryReference(text, at, ref mark),
            // Fullwidth ＠ and ＃.
            _ when text[at..].StartsWith("＠"u8) => TryMention(text, at, 3, ref mark),
            _ when text[at..].StartsWith("＃"u8) => TryHashtag(text, at, 3, ref mark),
            _ => false,
        };
    }

    private static bool TryMention(ReadOnlySpan<byte> text, int at, int sign, ref TextMark mark)
    {
        if (FollowsWord(text, at)) return false;
        var end = HandleEnd(text, at + sign);
        mark = new TextMark(TextMarkKind.Mention, at, end - at, at + sign);
        return end > at + sign;
    }

    private static int HandleEnd(ReadOnlySpan<byte> text, int start)
    {
        var end = RunEnd(text, start);
        if (end == start) return start;
        var foreign = false;
        while (end < text.Length && text[end] is (byte)'.' or (byte)'-' or (byte)'@')
        {
            if (text[end] == '@' && foreign) break;
            var next = RunEnd(text, end + 1);
            if (next == end + 1) break;
            foreign |= text[end] == '@';
            end = next;
        }

        return end;
    }

    /// <summary>The end of a run of letters, digits and underscores; a run that begins in ASCII stays in it.</summary>
    private static int RunEnd(ReadOnlySpan<byte> text, int start)
    {
        var ascii = start < text.Length && text[start] < 0x80;
        var at = start;
        while (at < text.Length)
        {
            var length = WordCharLength(text, at, out _);
            if (length == 0 || (ascii && length > 1)) break;
            at += length;
        }

        return at;
    }

    private static bool TryHashtag(ReadOnlySpan<byte> text, int at, int sign, ref TextMark mark)
    {
        if (FollowsWord(text, at)) return false;
        var plain = text[(at + sign)..].IndexOfAnyExcept(WordChars);
        var end = plain < 0 ? text.Length : at + sign + plain;
        var onlyDigits = !text[(at + sign)..end].ContainsAnyExceptInRange((byte)'0', (byte)'9');
        while (end < text.Length)
        {
            var length = HashtagCharLength(text, end, out var digit);
            if (length == 0) break;
            onlyDigits &= digit;
            end += length;
        }

        mark = new TextMark(TextMarkKind.Hashtag, at, end - at, at + sign);
        return !onlyDigits;
    }

    private static bool TrySchemeLink(ReadOnlySpan<byte> text, int at, int from, ref TextMark mark)
    {
        if (!text[at..].StartsWith("://"u8)) return false;
        var before = text[from..at];
        var scheme = EndsWith(before, "https"u8) ? 5 : EndsWith(before, "http"u8) ? 4 : 0;
        return scheme > 0 && TryLink(text, at - scheme, at + 3, ref mark);
    }

    private static bool TryBareLink(ReadOnlySpan<byte> text, int at, int from, ref TextMark mark)
    {
        // www. / t.co / pic.twitter.com
        if (at == from || (text[at - 1] | 0x20) is not ('w' or 't' or 'c')) return false;
        foreach (var beginning in BareLinks)
        {
            var head = beginning.AsSpan().IndexOf((byte)'.');
            var start = at - head;
            if (start < from || text.Length - start < beginning.Length || FollowsWord(text, start)) continue;
            if (start > from && text[start - 1] is (byte)'.' or (byte)'/' or (byte)'@') continue;
            if (EndsWith(text.Slice(start, beginning.Length), beginning)) return TryLink(text, start, start + beginning.Length, ref mark);
        }

        return false;
    }

    private static bool TryLink(ReadOnlySpan<byte> text, int start, int body, ref TextMark mark)
    {
        var plain = text[body..].IndexOfAnyExcept(PlainLinkChars);
        var end = plain < 0 ? text.Length : body + plain;
        while (end < text.Length)
        {
            var length = LinkCharLength(text, end);
            if (length == 0) break;
            end += length;
        }

        var raw = text[start..end];
        var cut = raw.EndsWith("…"u8);
        end = start + WithoutClosing(raw).Length;
        if (end <= body) return false;
        mark = new TextMark(cut ? TextMarkKind.CutLink : TextMarkKind.Link, start, end - start, start);
        return true;
    }

    /// <summary>A link without the punctuation that closes the sentence around it.</summary>
    public static ReadOnlySpan<byte> WithoutClosing(ReadOnlySpan<byte> link)
    {
        while (!link.IsEmpty)
        {
            switch (link[^1])
            {
                case (byte)'.' or (byte)',' or (byte)';' or (byte)':' or (byte)'!' or (byte)'?' or (byte)'\'' or (byte)'"' or (byte)'*'
                    or (byte)'&' or (byte)'~':
                case (byte)')' when link.Count((byte)')') > link.Count((byte)'('):
                case (byte)']' when link.Count((byte)']') > link.Count((byte)'['):
                    link = link[..^1];
                    continue;
            }

            Rune.DecodeLastFromUtf8(link, out var last, out var length);
            // … ’ ” » and the full stops of Arabic and Urdu.
            if (last.Value is not (0x2026 or 0x2018 or 0x2019 or 0x201C or 0x201D or 0xBB or 0x60C or 0x61B or 0x61F or 0x6D4)) break;
            link = link[..^length];
        }

        return link;
    }

    private static bool TryReference(ReadOnlySpan<byte> text, int at, ref TextMark mark)
    {
        var end = text[at..Math.Min(text.Length, at + 10)].IndexOf((byte)';');
        if (end < 2) return false;
        foreach (var b in text.Slice(at + 1, end - 1))
            if (!char.IsAsciiLetterOrDigit((char)b) && b != '#') return false;
        mark = new TextMark(TextMarkKind.Reference, at, end + 1, at);
        return true;
    }

    private static bool EndsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> ascii) =>
        text.Length >= ascii.Length && Ascii.EqualsIgnoreCase(text[^ascii.Length..], ascii);

    private static bool FollowsWord(ReadOnlySpan<byte> text, int at)
    {
        if (at == 0) return false;
        var before = text[at - 1];
        if (before < 0x80) return char.IsAsciiLetterOrDigit((char)before) || before == '_';
        Rune.DecodeLastFromUtf8(text[..at], out var rune, out _);
        // Between characters of scripts without spaces nothing but the sign says that a new word begins.
        var entry = CharTable.Entry(rune.Value);
        return (entry & CharTable.Word) != 0 && (entry & CharTable.Unspaced) == 0;
    }

    private static int WordCharLength(ReadOnlySpan<byte> text, int at, out bool digit)
    {
        var b = text[at];
        digit = b is >= (byte)'0' and <= (byte)'9';
        if (b < 0x80) return digit || char.IsAsciiLetter((char)b) || b == '_' ? 1 : 0;
        Rune.DecodeFromUtf8(text[at..], out var rune, out var length);
        return (CharTable.Entry(rune.Value) & (CharTable.Word | CharTable.Several)) != 0 ? length : 0;
    }

    private static int HashtagCharLength(ReadOnlySpan<byte> text, int at, out bool digit)
    {
        var length = WordCharLength(text, at, out digit);
        if (length > 0 || text[at] < 0x80) return length;
        // The invisible joiner that Persian words are written with, and vowel signs, do not end a hashtag.
        Rune.DecodeFromUtf8(text[at..], out var rune, out length);
        digit = true;
        return rune.Value is 0x200C or 0x200D || CharTable.IsOptionalMark(rune.Value) ? length : 0;
    }

    private static int LinkCharLength(ReadOnlySpan<byte> text, int at)
    {
        var b = text[at];
        if (b < 0x80)
            return b <= ' ' || b == 0x7F || b is (byte)'"' or (byte)'<' or (byte)'>' or (byte)'{' or (byte)'}' or (byte)'|' or (byte)'\\' or (byte)'^' or (byte)'`' ? 0 : 1;
        Rune.DecodeFromUtf8(text[at..], out var rune, out var length);
        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune.Value is 0xAB or 0xBB or (>= 0x2000 and <= 0x200F) or (>= 0x2028 and <= 0x202F)
            or (>= 0x2066 and <= 0x2069) or (>= 0x2018 and <= 0x201F) or (>= 0x3000 and <= 0x303F) or (>= 0xFF00 and <= 0xFF0F) or (>= 0xFF1A and <= 0xFF20) or (>= 0xFF5B and <= 0xFF65) or 0xFEFF or 0xFFFD) return 0;
        return (CharTable.Entry(rune.Value) & CharTable.Unspaced) != 0 ? 0 : length;
    }

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8);
}
