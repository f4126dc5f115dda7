namespace Claque.Text.Prose;

/// <summary>Finds what stands between quotation marks.</summary>
public static class Quotations
{
    /// <summary>The quotations in order of their beginning, an outer one before those inside it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="paragraphs">Its paragraphs.</param>
    /// <remarks>
    /// Known marks: “ ”, „ “, « », » «, 「 」, 『 』, straight doubles, '' and ``, ‹ ›, and singles where they stand at the edge of
    /// words. A quotation ends with its paragraph; when it was not closed and the next paragraph opens with a mark, that one
    /// continues it. An apostrophe is no mark. O(tokens).
    /// </remarks>
    public static List<Quotation> Of(string text, IReadOnlyList<Token> tokens, IReadOnlyList<TextSpan> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(paragraphs);
        var found = new List<Quotation>();
        var at = 0;
        var unclosed = false;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var from = at;
            while (at < tokens.Count && tokens[at].Start < paragraphs[p].End) at++;
            // ‘ at the head of this paragraph and of the next: one speech in several paragraphs.
            var goesOn = p + 1 < paragraphs.Count && text[paragraphs[p].Start] == '‘' && text[paragraphs[p + 1].Start] == '‘';
            unclosed = OfParagraph(new Marks(text, tokens, from, at, goesOn), paragraphs[p].End, unclosed, found);
        }

        found.Sort((a, b) => a.Span.CompareTo(b.Span));
        return found;
    }

    // True when a quotation of the paragraph stayed open.
    private static bool OfParagraph(Marks marks, int paragraphEnd, bool continues, List<Quotation> found)
    {
        var open = new List<(int Token, char Close, bool Continues)>();
        for (var i = marks.From; i < marks.To; i++)
        {
            if (open.Count > 0 && marks.Closes(i, open[^1].Close))
            {
                Add(open.Count - 1, i, found);
                open.RemoveAt(open.Count - 1);
            }
            else if (open.Count > 1 && marks.Closes(i, open[^2].Close))
            {
                // The outer one ends while the inner is open: the inner mark was none.
                open.RemoveAt(open.Count - 1);
                Add(open.Count - 1, i, found);
                open.RemoveAt(open.Count - 1);
            }
            else if (open.Count < 2 && marks.Opens(i, open.Count > 0 ? open[^1].Close : default) is var close and not default(char))
            {
                open.Add((i, close, continues && i == marks.From));
            }
        }

        if (open.Count == 0 || (Marks.IsSingle(open[0].Close) && !(marks.GoesOn && open[0].Token == marks.From))) return false;
        var token = marks.Tokens[open[0].Token];
        found.Add(new Quotation(new(token.Start, paragraphEnd), new(token.End, paragraphEnd), 0, open[0].Continues, IsClosed: false));
        return true;

        void Add(int depth, int close, List<Quotation> to)
        {
            var (first, last) = (marks.Tokens[open[depth].Token], marks.Tokens[close]);
            if (first.End < last.Start)
                to.Add(new Quotation(new(first.Start, last.End), new(first.End, last.Start), depth, open[depth].Continues, IsClosed: true));
        }
    }

    /// <summary>Which tokens of a paragraph may open or close a quotation.</summary>
    private readonly record struct Marks(string Text, IReadOnlyList<Token> Tokens, int From, int To, bool GoesOn)
    {
        private const char Double = '"', Single = '\'';

        public static bool IsSingle(char close) => close is Single or '’' or '‹' or '›';

        /// <summary>The mark that will close what this token opens; 0 when it opens nothing.</summary>
        public char Opens(int at, char within)
        {
            var sign = Sign(at);
            var close = sign switch
            {
                '“' => '”',
                '„' => '“',
                '«' => '»',
                '»' => '«',
                '「' => '」',
                '『' => '』',
                '‹' => '›',
                '‘' => '’',
                Double or Single or '`' => sign == '`' ? (Tokens[at].Length == 2 ? Double : Single) : sign,
                '”' when within == default => '”',
                _ => default,
            };
            if (close == default || close == within) return default;
            return BeginsWord(at) && (!IsSingle(close) || HasClose(at, close) || (GoesOn && at == From)) ? close : default;
        }

        public bool Closes(int at, char close)
        {
            var sign = Sign(at);
            if (close == Double ? sign is Double or '”' : sign == close) return EndsWord(at);
            // “ … “ and „ … ” are typed by mistake and by habit.
            if (close is '”' && sign == '“') return Tokens[at - 1].End == Tokens[at].Start && (at + 1 == To || Tokens[at + 1].Start > Tokens[at].End);
            return close is '“' && sign == '”' ? EndsWord(at) : close is '”' && sign == Double && EndsWord(at);
        }

        // '' counts as a double mark.
        private char Sign(int at)
        {
            var token = Tokens[at];
            if (token.Kind != TokenKind.Sign) return default;
            var sign = Text[token.Start];
            return sign == Single && token.Length == 2 ? Double : sign is '＂' ? Double : sign;
        }

        private bool BeginsWord(int at) =>
            at + 1 < To && Tokens[at].End < Text.Length && !char.IsWhiteSpace(Text[Tokens[at].End])
            && (at == From || Tokens[at - 1].End < Tokens[at].Start || Tokens[at - 1].Kind == TokenKind.Sign);

        private bool EndsWord(int at) => at > From && !(Tokens[at - 1].End < Tokens[at].Start && at + 1 < To && Tokens[at + 1].Start == Tokens[at].End
            && Tokens[at + 1].Kind != TokenKind.Sign);

        // A single mark opens only when its partner stands behind a word before the paragraph ends: not in 'tis or the boys' room.
        private bool HasClose(int at, char close)
        {
            for (var i = at + 2; i < To; i++)
                if (Sign(i) == close && Tokens[i - 1].End == Tokens[i].Start
                    && (i + 1 == To || Tokens[i + 1].Start > Tokens[i].End || Tokens[i + 1].Kind == TokenKind.Sign)) return true;
            return false;
        }
    }
}
