using System.Text;
using Claque.Text;

namespace Claque.TextEvidence;

/// <summary>What a post says in its author's own words: without what it quotes and without what it passes on. Keeps its buffers; one for each thread.</summary>
/// <remarks>
/// Left out are stretches of four words or more between quotation marks of any script (shorter ones are names and irony; a
/// double mark that is never closed quotes to the end; single marks around a whole text are taken for an export's), and everything from <c>RT @handle</c> or <c>MT @handle</c> on. The rest is
/// brought into normal form by <see cref="TextForm"/>. The rules know no language and no list.
/// </remarks>
internal sealed class OwnWords
{
    private const int QuotedWords = 4;

    private readonly TextForm _form = new();
    private readonly ByteBuffer _own = new();
    private readonly List<TextMark> _ownMarks = [];

    /// <summary>Links, mentions and hashtags of the text read last.</summary>
    public List<TextMark> Marks { get; } = [];

    /// <summary>The part of the text read last that <see cref="Marks"/> count from.</summary>
    public Range Body { get; private set; }

    /// <summary>Words of the text read last, quoted ones included.</summary>
    public int AllWords { get; private set; }

    /// <summary>Words of its own.</summary>
    public int Words { get; private set; }

    /// <summary>True when the text ends in <c>via @handle</c>, as share buttons write it.</summary>
    public bool SaysVia { get; private set; }

    /// <summary>Reads a text and gives its own words in normal form, valid until the next call.</summary>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> text)
    {
        Body = Unwrapped(text);
        text = text[Body];
        TextScan.Find(text, Marks);
        SaysVia = EndsInVia(text);
        var kept = WithoutOthersWords(text);
        if (kept.Length == text.Length)
        {
            var all = _form.Normalise(text, Marks);
            AllWords = Words = CountWords(all);
            return all;
        }

        AllWords = CountWords(_form.Normalise(text, Marks));
        TextScan.Find(kept, _ownMarks);
        var own = _form.Normalise(kept, _ownMarks);
        Words = CountWords(own);
        return own;
    }

    /// <summary>Words of a text in normal form; in scripts without spaces two characters count as one.</summary>
    public static int CountWords(ReadOnlySpan<byte> normalised)
    {
        var unspaced = 0;
        for (var at = 0; at < normalised.Length;)
        {
            if (normalised[at] < 0x80)
            {
                at++;
                continue;
            }

            Rune.DecodeFromUtf8(normalised[at..], out var rune, out var length);
            at += length;
            if ((CharTable.Entry(rune.Value) & (CharTable.Unspaced | CharTable.Mark)) == CharTable.Unspaced) unspaced++;
        }

        return TextForm.CountWords(normalised) - unspaced + unspaced / 2;
    }

    /// <summary>Single marks around a whole text are an export's, unless they go around another post: <c>'@handle: …'</c>.</summary>
    private static Range Unwrapped(ReadOnlySpan<byte> text)
    {
        var start = text.Length - text.TrimStart(" \t\r\n"u8).Length;
        var end = text.TrimEnd(" \t\r\n"u8).Length;
        if (end - start < 3 || text[start] != '\'' || text[end - 1] != '\'') return Range.All;
        var inside = text[(start + 1)..(end - 1)];
        var word = inside.IndexOf((byte)' ');
        var quotesPost = inside[0] == '@' && word > 0 && inside[word - 1] == ':';
        return quotesPost || inside.IndexOf(" '"u8) >= 0 ? Range.All : (start + 1)..(end - 1);
    }

    private bool EndsInVia(ReadOnlySpan<byte> text)
    {
        for (var i = Marks.Count - 1; i >= 0; i--)
        {
            var mark = Marks[i];
            if (mark.Kind is not TextMarkKind.Mention) continue;
            var before = text[..mark.Start].TrimEnd((byte)' ');
            if (!EndsInWord(before, "via"u8)) return false;
            // Only links and tags may follow.
            var at = mark.End;
            foreach (var later in Marks.Skip(i + 1))
            {
                if (HasLetter(text[at..later.Start])) return false;
                at = later.End;
            }

            return !HasLetter(text[at..]);
        }

        return false;
    }

    private ReadOnlySpan<byte> WithoutOthersWords(ReadOnlySpan<byte> text)
    {
        var end = Relayed(text);
        _own.Clear();
        var at = 0;
        while (at < end && Quotations.TryFind(text[..end], at, out var quotation))
        {
            var words = CountWords(_form.Normalise(text[quotation.Start..quotation.End]));
            if (words >= QuotedWords)
            {
                _own.Add(text[at..quotation.Start]);
                _own.Add(" | "u8);
            }
            else
            {
                _own.Add(text[at..quotation.End]);
            }

            at = quotation.End;
        }

        if (at == 0 && end == text.Length) return text;
        _own.Add(text[at..end]);
        return _own.Bytes;
    }

    /// <summary>Where the words of another post begin that this one passes on; the end of the text when it does not.</summary>
    private int Relayed(ReadOnlySpan<byte> text)
    {
        foreach (var mark in Marks)
        {
            if (mark.Kind is not TextMarkKind.Mention) continue;
            var before = text[..mark.Start].TrimEnd((byte)' ');
            if (EndsInWord(before, "RT"u8, exact: true) || EndsInWord(before, "MT"u8, exact: true)) return before.Length - 2;
        }

        return text.Length;
    }

    private static bool EndsInWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, bool exact = false)
    {
        if (text.Length < word.Length) return false;
        var end = text[^word.Length..];
        if (exact ? !end.SequenceEqual(word) : !Ascii.EqualsIgnoreCase(end, word)) return false;
        return text.Length == word.Length || !Quotations.IsWordBefore(text, text.Length - word.Length);
    }

    private static bool HasLetter(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf8(text, out var rune, out var length);
            if (Rune.IsLetterOrDigit(rune)) return true;
            text = text[length..];
        }

        return false;
    }
}
