using Claque.Text.Prose;

namespace Claque.Statements.Grammar;

/// <summary>A sentence with every quotation in it folded to one unit, so that what stands around a quotation can be read.</summary>
internal sealed class Sentence(Unit[] units, int paragraph)
{
    /// <summary>Words, signs and quotations in order; never empty.</summary>
    public Unit[] Units { get; } = units;

    /// <summary>Index of its paragraph.</summary>
    public int Paragraph { get; } = paragraph;

    /// <summary>True when it is one quotation and nothing else but signs.</summary>
    public bool IsBareQuote { get; } = Array.Exists(units, unit => unit.Role == Role.Quote)
        && Array.TrueForAll(units, unit => unit.Role is Role.Quote or Role.Sign or Role.Conjunction);

    /// <summary>The sentences of a text, quotations folded, in order.</summary>
    public static List<Sentence> Of(ParsedText text)
    {
        var document = text.Document;
        var sentences = new List<Sentence>(document.Sentences.Count);
        var builder = new SentenceBuilder(text);
        for (var p = 0; p < document.Paragraphs.Count; p++)
            builder.Add(document.Paragraphs[p], depth: 0, p, sentences);
        return sentences;
    }

    /// <summary>The words and signs of a stretch, no quotation folded, with their roles.</summary>
    public static Unit[] Over(ParsedText text, TextSpan stretch)
    {
        var sentences = new List<Sentence>();
        new SentenceBuilder(text).Add(stretch, depth: 9, 0, sentences);
        return sentences.Count == 1 ? sentences[0].Units : [.. sentences.SelectMany(sentence => sentence.Units)];
    }

    /// <summary>The sentences inside one quotation, those inside it folded.</summary>
    public static List<Sentence> Inside(ParsedText text, Quotation quotation)
    {
        var sentences = new List<Sentence>();
        new SentenceBuilder(text).Add(quotation.Inner, quotation.Depth + 1, 0, sentences);
        return sentences;
    }
}

/// <summary>Folds quotations and cuts what is left into sentences.</summary>
internal sealed class SentenceBuilder(ParsedText parsed)
{
    private readonly Document document = parsed.Document;
    private readonly List<Unit> units = [];

    /// <summary>Adds the sentences of a stretch whose quotations have this depth.</summary>
    public void Add(TextSpan stretch, int depth, int paragraph, List<Sentence> to)
    {
        var (text, tokens, quotations) = (document.Text, document.Tokens, document.Quotations);
        var quote = FirstQuotation(stretch.Start);
        units.Clear();
        for (var at = document.TokenAt(stretch.Start); at < tokens.Count && tokens[at].Start < stretch.End;)
        {
            while (quote < quotations.Count && (quotations[quote].Span.Start < tokens[at].Start || quotations[quote].Depth != depth)
                && quotations[quote].Span.Start <= tokens[at].Start) quote++;
            if (quote < quotations.Count && quotations[quote].Span.Start == tokens[at].Start && quotations[quote].Depth == depth
                && quotations[quote].Span.End <= stretch.End)
            {
                var span = quotations[quote].Span;
                units.Add(new Unit { Start = span.Start, End = span.End, Word = Lexemes.None, Role = Role.Quote, Quote = quote, OpensWithVerb = OpensWithVerb(at + 1) });
                while (at < tokens.Count && tokens[at].Start < span.End) at++;
                if (EndsAfterQuote(quotations[quote], at, stretch.End)) Close(paragraph, to);
                continue;
            }

            AddWord(text, at);
            at++;
            if (parsed.EndsAt(tokens[at - 1].End)) Close(paragraph, to);
        }

        Close(paragraph, to);
    }

    private bool OpensWithVerb(int token)
    {
        if (token >= document.Tokens.Count || document.Tokens[token].Kind != TokenKind.Word || !char.IsLower(document.Text[document.Tokens[token].Start])) return false;
        var word = parsed.Word(token);
        return word.Closed is Role.Be or Role.Have or Role.Modal or Role.Do || (word.Closed is null && word.Entry is { Verb: > 0, Noun: 0, Adjective: 0 } entry && (entry.Form & (VerbForm.Past | VerbForm.Third)) != 0);
    }

    private int FirstQuotation(int position)
    {
        int low = 0, high = document.Quotations.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Quotations[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void Close(int paragraph, List<Sentence> to)
    {
        if (units.Count == 0) return;
        var closed = units.ToArray();
        units.Clear();
        Tagger.Tag(closed);
        to.Add(new Sentence(closed, paragraph));
    }

    // “… .” The next word begins a sentence, unless it and those after it say who spoke: “Why?” Asher asked.
    private bool EndsAfterQuote(Quotation quotation, int next, int end)
    {
        var (text, tokens) = (document.Text, document.Tokens);
        var last = quotation.Inner.End - 1;
        while (last > quotation.Inner.Start && (char.IsWhiteSpace(text[last]) || text[last] is '\'' or '’' or '"' or '”')) last--;
        if (text[last] is not ('.' or '?' or '!' or '…')) return false;
        if (next >= tokens.Count || tokens[next].Start >= end) return true;
        var first = tokens[next];
        if (first.Kind == TokenKind.Word && char.IsLower(text[first.Start])) return false;
        if (first.Kind == TokenKind.Sign) return text[first.Start] is '"' or '“' or '‘' or '\'' or '«' or '„' or '`' or '(';
        for (var i = next; i < Math.Min(next + 7, tokens.Count) && tokens[i].Start < end; i++)
        {
            if (tokens[i].Kind == TokenKind.Sign && text[tokens[i].Start] == '.' && tokens[i].Start == tokens[i - 1].End) continue;
            if (tokens[i].Kind != TokenKind.Word) break;
            var entry = parsed.Word(i).Entry;
            // “We stay.” A court in the valley agreed: behind a full stop no phrase with an article says who spoke.
            if (text[last] == '.' && i == next && parsed.Word(i).Closed is Role.Determiner or Role.Not or Role.Preposition or Role.Subordinator) return true;
            if (char.IsLower(text[tokens[i].Start]) && parsed.Word(i).Closed is null && entry.VerbClass == 'C' && entry.Verb > 0 && (entry.Form & (VerbForm.Past | VerbForm.Third)) != 0)
                return i + 1 < tokens.Count && !(tokens[i + 1].Kind == TokenKind.Sign || tokens[i + 1].Start >= end
                    || parsed.Word(i + 1).Closed is Role.Preposition);
        }

        return true;
    }

    private void AddWord(string text, int at)
    {
        var token = document.Tokens[at];
        if (token.Kind == TokenKind.Sign)
        {
            units.Add(new Unit { Start = token.Start, End = token.End, Word = Sign(token.In(text)), Role = IsGenitive(text, at) ? Role.Possessive : Role.Sign, Quote = -1 });
            return;
        }

        var word = token.In(text);
        var cut = Clitic(word);
        if (cut > 0)
        {
            Add(token.Start, token.Start + cut, token.Kind, Lexemes.Of(word[..cut]));
            units.Add(new Unit { Start = token.Start + cut, End = token.End, Word = Lexemes.Of(word[cut..]), Role = ClitRole(word, cut), Quote = -1 });
            return;
        }

        Add(token.Start, token.End, token.Kind, parsed.Word(at));

        void Add(int start, int end, TokenKind kind, Lexeme lexeme) => units.Add(new Unit
        {
            Start = start,
            End = end,
            Word = lexeme,
            Quote = -1,
            Capital = char.IsUpper(text[start]),
            Role = kind == TokenKind.Number ? Role.Number : Role.Noun,
        });
    }

    // "the colonels’ prisons"
    private bool IsGenitive(string text, int at)
    {
        var token = document.Tokens[at];
        return text[token.Start] is '\'' or '’' && at > 0 && at + 1 < document.Tokens.Count && document.Tokens[at - 1].End == token.Start && text[token.Start - 1] is 's' or 'z'
            && document.Tokens[at + 1] is { Kind: TokenKind.Word } next && next.Start == token.End + 1 && text[token.End] == ' ';
    }

    // Where 's, 're, 've, 'll, 'd, 'm or a bare apostrophe begins; 0 when there is none.
    private static int Clitic(ReadOnlySpan<char> word)
    {
        var at = word.LastIndexOfAny('\'', '’');
        if (at <= 0 || word.Length - at > 3) return 0;
        var tail = word[(at + 1)..];
        return tail is "s" or "S" or "re" or "ve" or "ll" or "d" or "m" ? at : 0;
    }

    private static Role ClitRole(ReadOnlySpan<char> word, int cut)
    {
        if (word[cut..] is not ("'s" or "’s" or "'S" or "’S")) return Lexemes.Of(word[cut..]).Closed ?? Role.Possessive;
        return Lexemes.Of(word[..cut]).Lower is "he" or "she" or "it" or "that" or "there" or "what" or "who" or "here" or "where" or "how" or "let" or "this"
            ? Role.Be : Role.Possessive;
    }

    private static readonly Dictionary<char, Lexeme> Signs = ",.:;?!()[]-–—…/%$\"'“”‘’&@#*•|".ToDictionary(sign => sign, sign => new Lexeme(sign.ToString(), null, Lexemes.None.Entry));

    private static Lexeme Sign(ReadOnlySpan<char> sign)
    {
        // Any dash between words is one dash.
        if (sign[0] is '–' or '—' or '―' || (sign[0] == '-' && sign.Length > 1)) return Signs['—'];
        return Signs.TryGetValue(sign[0], out var known) ? known : new Lexeme(sign.ToString(), null, Lexemes.None.Entry);
    }
}
