using System.Text;
using Claque.Text.Prose;

namespace Claque.Personas;

/// <summary>A text made ready for measuring style: what other people said, what was copied, and what is not its own prose, is left out.</summary>
/// <remarks>
/// Closed quotations and the spans given are dropped. What is left is held twice: as words and signs, and as running letters
/// with digits as <c>0</c>, folded quotation marks and dashes, and single spaces.
/// </remarks>
public sealed class StyleText
{
    private readonly string _lower;
    private readonly (int Start, int Length)[] _words;

    private StyleText(string lower, (int, int)[] words, string letters) => (_lower, _words, Letters) = (lower, words, letters);

    /// <summary>The running letters of what is left.</summary>
    public string Letters { get; }

    /// <summary>Number of words and signs that are left.</summary>
    public int Count => _words.Length;

    /// <summary>Number of words that are left, signs and numbers not counted.</summary>
    public int Words { get; private init; }

    /// <summary>Words that stood in quotations.</summary>
    public int QuotedWords { get; private init; }

    /// <summary>Words that stood in the spans to strip, quotations not counted.</summary>
    public int StrippedWords { get; private init; }

    /// <summary>Words that are not the article's own prose: headline, byline, captions, the site. Counted as nothing else.</summary>
    public int OutsideWords { get; private init; }

    /// <summary>The quotations that were left out, in order.</summary>
    internal IReadOnlyList<TextSpan> Quotations { get; private init; } = [];

    /// <summary>The shared passages and the other text that were left out.</summary>
    internal IReadOnlyList<TextSpan> LeftOut { get; private init; } = [];

    /// <summary>One word or sign in lower case, by its place in the order of the text.</summary>
    public ReadOnlySpan<char> this[int index] => _lower.AsSpan(_words[index].Start, _words[index].Length);

    /// <summary>Where a word or sign stands in the original text.</summary>
    public TextSpan Place(int index) => new(_words[index].Start, _words[index].Start + _words[index].Length);

    /// <summary>All that was left out, in order and without overlap: quotations, shared passages, what is not the text's own prose.</summary>
    public IReadOnlyList<TextSpan> Dropped => Joined([.. Quotations, .. LeftOut]);

    /// <summary>A text without what was left out of it; a line ends where one ended there.</summary>
    /// <param name="text">The text that this was made of.</param>
    public string Without(string text) => Without(text, Dropped);

    /// <summary>A text without some stretches of it; a line ends where one ended there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dropped">The stretches, in order and without overlap.</param>
    public static string Without(string text, IEnumerable<TextSpan> dropped)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(dropped);
        var rest = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in dropped)
        {
            rest.Append(text, at, span.Start - at).Append(span.In(text).ContainsAny('\n', '\r') ? "\n\n" : " ");
            at = span.End;
        }

        return rest.Append(text, at, text.Length - at).ToString().Trim();
    }

    /// <summary>Cleans a text. O(length).</summary>
    /// <param name="text">The text as stored.</param>
    /// <param name="strip">Passages to leave out, such as copied ones, in any order.</param>
    /// <param name="keepQuotations">True to keep what stands between quotation marks.</param>
    /// <param name="body">The text's own prose, in order and without overlap; null when all of it is.</param>
    public static StyleText Of(string text, IReadOnlyList<TextSpan>? strip = null, bool keepQuotations = false, IReadOnlyList<TextSpan>? body = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = Tokens.Of(text);
        var dropped = new List<TextSpan>();
        if (!keepQuotations)
            foreach (var quotation in Text.Prose.Quotations.Of(text, tokens, Paragraphs.Of(text)))
                if (quotation is { Depth: 0, IsClosed: true }) dropped.Add(quotation.Span);
        var quotes = Joined(dropped);
        var copies = Joined(strip ?? []);
        var outside = body is null ? [] : Outside(text.Length, body);
        var lower = text.ToLowerInvariant();
        var kept = new List<(int, int)>(tokens.Count);
        int words = 0, quoted = 0, stripped = 0, beside = 0, q = 0, c = 0, o = 0;
        foreach (var token in tokens)
        {
            if (In(outside, ref o, token.Start)) { if (token.Kind == TokenKind.Word) beside++; continue; }
            if (In(quotes, ref q, token.Start)) { if (token.Kind == TokenKind.Word) quoted++; continue; }
            if (In(copies, ref c, token.Start)) { if (token.Kind == TokenKind.Word) stripped++; continue; }
            if (token.Kind == TokenKind.Word) words++;
            if (token.Kind != TokenKind.Number) kept.Add((token.Start, token.Length));
        }

        return new StyleText(lower, [.. kept], FoldedLetters(text, Joined([.. quotes, .. copies, .. outside])))
        {
            Words = words,
            QuotedWords = quoted,
            StrippedWords = stripped,
            OutsideWords = beside,
            Quotations = quotes,
            LeftOut = Joined([.. copies, .. outside]),
        };
    }

    private static bool In(List<TextSpan> spans, ref int at, int position)
    {
        while (at < spans.Count && spans[at].End <= position) at++;
        return at < spans.Count && spans[at].Start <= position;
    }

    private static List<TextSpan> Outside(int length, IReadOnlyList<TextSpan> body)
    {
        var outside = new List<TextSpan>();
        var at = 0;
        foreach (var span in body)
        {
            if (span.Start > at) outside.Add(new TextSpan(at, span.Start));
            at = Math.Max(at, span.End);
        }

        if (at < length) outside.Add(new TextSpan(at, length));
        return outside;
    }

    private static List<TextSpan> Joined(IEnumerable<TextSpan> spans)
    {
        var joined = new List<TextSpan>();
        foreach (var span in spans.Order())
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End) joined[^1] = new TextSpan(joined[^1].Start, Math.Max(joined[^1].End, span.End));
            else joined.Add(span);
        }

        return joined;
    }

    private static string FoldedLetters(string text, List<TextSpan> dropped)
    {
        var folded = new char[text.Length + 2];
        folded[0] = ' ';
        int length = 1, d = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (d < dropped.Count && at >= dropped[d].Start)
            {
                at = dropped[d].End - 1;
                d++;
                if (folded[length - 1] != ' ') folded[length++] = ' ';
                continue;
            }

            var c = Folded(text[at]);
            if (c != ' ' || folded[length - 1] != ' ') folded[length++] = c;
        }

        return new string(folded, 0, length);
    }

    private static char Folded(char c) => c switch
    {
        >= 'a' and <= 'z' => c,
        '“' or '”' or '„' or '«' or '»' or '＂' => '"',
        '‘' or '’' or '`' or 'ʼ' => '\'',
        '–' or '—' or '‐' or '‑' => '-',
        _ => char.IsWhiteSpace(c) ? ' ' : char.IsDigit(c) ? '0' : c,
    };
}
