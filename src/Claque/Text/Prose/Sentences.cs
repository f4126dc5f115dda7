namespace Claque.Text.Prose;

/// <summary>Cuts paragraphs into sentences.</summary>
public static class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(
        ("Mr Mrs Ms Dr Prof Sr Jr St Gen Lt Col Maj Capt Sgt Cpl Gov Sen Rep Reps Sens Hon Rev Msgr Pres Amb Adm Cmdr Det Supt Insp Inc Ltd Co Corp "
        + "Bros No Nos vs etc cf al ca approx dept est fig vol pp ed eds Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri "
        + "Ave Blvd Rd Mt Ft Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt "
        + "Va Wash Wis Wyo Herr Frau Dipl bzw Nr Str Mme Mlle Sra Srta Dra Ud Uds av núm").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentences in order, each within one paragraph, its closing quotation marks included.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="paragraphs">Its paragraphs.</param>
    /// <remarks>
    /// A stop, question or exclamation mark ends a sentence unless it belongs to an abbreviation or an initial, or the next word
    /// begins small (<c>“Why?” he asked</c>). A stop in a script without capitals always ends one. O(tokens).
    /// </remarks>
    public static List<TextSpan> Of(string text, IReadOnlyList<Token> tokens, IReadOnlyList<TextSpan> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(paragraphs);
        var sentences = new List<TextSpan>();
        var at = 0;
        foreach (var paragraph in paragraphs)
        {
            var first = at;
            while (at < tokens.Count && tokens[at].Start < paragraph.End)
            {
                var last = WithClosing(text, tokens, at, paragraph.End);
                if (Ends(text, tokens, at, last, paragraph.End))
                {
                    sentences.Add(new TextSpan(tokens[first].Start, tokens[last].End));
                    first = last + 1;
                }

                at = last + 1;
            }

            if (first < at) sentences.Add(new TextSpan(tokens[first].Start, tokens[at - 1].End));
        }

        return sentences;
    }

    // The index of the last closing mark that belongs to an end of sentence at this token, or the token itself.
    private static int WithClosing(string text, IReadOnlyList<Token> tokens, int at, int end)
    {
        var last = at;
        if (!IsStop(text, tokens[at])) return last;
        while (last + 1 < tokens.Count && tokens[last + 1].Start == tokens[last].End && tokens[last + 1].Start < end
            && (IsClosing(text, tokens[last + 1]) || IsStop(text, tokens[last + 1]))) last++;
        return last;
    }

    private static bool Ends(string text, IReadOnlyList<Token> tokens, int at, int last, int end)
    {
        if (!IsStop(text, tokens[at])) return EndsWithWord(text, tokens, at, end);
        if (text[tokens[at].Start] is '。' or '！' or '？' or '।' or '؟' or '۔') return true;
        if (last + 1 >= tokens.Count || tokens[last + 1].Start >= end) return true;
        if (tokens[last + 1].Start == tokens[last].End) return false;
        if (tokens[at].Length == 1 && text[tokens[at].Start] == '.' && last == at && IsAbbreviation(text, tokens, at)) return false;
        return MayBegin(text, tokens, last + 1);
    }

    // U.S. at the end of a sentence: its own stop ends the sentence only before a word that begins one for sure.
    private static bool EndsWithWord(string text, IReadOnlyList<Token> tokens, int at, int end) =>
        tokens[at].Kind == TokenKind.Word && text[tokens[at].End - 1] == '.' && at + 1 < tokens.Count && tokens[at + 1].Start < end
        && tokens[at + 1].Start > tokens[at].End && tokens[at + 1].Kind == TokenKind.Word
        && tokens[at + 1].In(text) is "The" or "A" or "An" or "In" or "On" or "At" or "He" or "She" or "It" or "They" or "We" or "But" or "And" or "This" or "That";

    private static bool IsAbbreviation(string text, IReadOnlyList<Token> tokens, int at)
    {
        if (at == 0 || tokens[at - 1].End != tokens[at].Start || tokens[at - 1].Kind != TokenKind.Word) return false;
        var word = tokens[at - 1].In(text);
        if (word.Length == 1) return char.IsUpper(word[0]) && (at < 2 || tokens[at - 2].Kind == TokenKind.Word || text[tokens[at - 2].Start] == '.');
        return Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static bool MayBegin(string text, IReadOnlyList<Token> tokens, int at)
    {
        var next = tokens[at];
        if (next.Kind == TokenKind.Sign && IsOpening(text, next) && at + 1 < tokens.Count) next = tokens[at + 1];
        return next.Kind != TokenKind.Word || !char.IsLower(text[next.Start]);
    }

    private static bool IsStop(string text, Token token) =>
        token.Kind == TokenKind.Sign && text[token.Start] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '۔';

    private static bool IsClosing(string text, Token token) =>
        token.Kind == TokenKind.Sign && text[token.Start] is '"' or '”' or '’' or '\'' or '»' or '“' or ')' or ']' or '」' or '』';

    private static bool IsOpening(string text, Token token) =>
        text[token.Start] is '"' or '“' or '‘' or '\'' or '«' or '»' or '„' or '(' or '[' or '`' or '「' or '『' or '—' or '–' or '-' or '•';
}
