using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Statements;

/// <summary>Finds who says what in a text.</summary>
public static class Statements
{
    /// <summary>Below this confidence a candidate with quoted words is not reported at all.</summary>
    public const double LeastQuoted = 0.4;

    /// <summary>The same for verbs of speech without a quotation.</summary>
    public const double LeastOfSpeech = 0.48;

    /// <summary>The same for all others.</summary>
    public const double Least = 0.52;

    /// <summary>The same for words that characterise: describe, call, portray, "for its supporters". They are what rival accounts differ in.</summary>
    public const double LeastOfCharacter = 0.3;

    /// <summary>The same for inserts in which the writer argues or is told ("it is, I would argue, the best"; "they are, residents told me, paid"): annotators of news seldom met one.</summary>
    public const double LeastOfOwn = 0.15;

    /// <summary>The same for quoted speech within a statement ("she said her boss told her to “sign or go”"): annotators marked one level only, which tells nothing of the inner one.</summary>
    public const double LeastOfInner = 0.05;

    /// <summary>The same for who counts ("the inspector counted 150 beds") and what is found in quoted words ("the court found it to be “no party”"), which annotators of speech seldom marked.</summary>
    public const double LeastOfCount = 0.02;

    private static readonly Odds Measured = Odds.Of("evidence.txt");

    /// <summary>The statements of a document, in order of their first span, those inside others behind them.</summary>
    /// <param name="document">An English text.</param>
    /// <returns>Statements with spans into the document; each names its rule and how often that rule is right. Empty text, empty list.</returns>
    /// <remarks>A rule grammar without parser or model; O(length).</remarks>
    public static IReadOnlyList<Statement> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Of(new ParsedText(document));
    }

    internal static IReadOnlyList<Statement> Of(ParsedText text)
    {
        var drafts = Candidates(text, Measured);
        Weigh(drafts, static draft => Odds.Share(Evidence.Sum(draft, Measured)));
        return Kept(text.Document, drafts);
    }

    /// <summary>The statements among weighed candidates.</summary>
    internal static IReadOnlyList<Statement> Kept(Document document, List<Draft> drafts)
    {
        var kept = Assembling.WithoutDoubles(drafts.FindAll(Holds));
        kept.AddRange(drafts.FindAll(draft => !Holds(draft) && IsInner(draft) && kept.Exists(outer => outer.Content.Exists(content => content.Contains(draft.CueSpans[0])))));
        return Assembling.Of(document, kept);
    }

    // "used to say, ‘A bomb has no address’" in somebody's words; "had warned her that they would “sell” her" in what she said.
    private static bool IsInner(Draft draft) => IsReportedInside(draft) || (draft.IsQuoted && Cues.Speaks(draft.CueWord)
        && (draft.Inside ? draft.Rule is "colon" || draft.Rule.EndsWith("quote", StringComparison.Ordinal) : draft.IsNested && draft.Confidence >= LeastOfInner && draft.Rule is "that" or "clause" or "passive-by" or "quote"));

    // “Ruiz used to say they were for foxes”: somebody else's words, reported by who speaks.
    private static bool IsReportedInside(Draft draft) => draft is { Inside: true, IsOwn: false, Rule: "clause" or "that" or "infinitive-clause" or "infinitive-that", CueWord: "say" or "tell", Source.Count: > 0 } && draft.Confidence >= (draft.Rule[0] == 'i' ? LeastOfCount : LeastOfInner);

    /// <summary>True for a candidate that is sure enough to be reported.</summary>
    internal static bool Holds(Draft draft) => IsAlwaysKept(draft) || draft.Confidence >= LeastOf(draft);

    // Said so plainly that a low share only tells that annotators of news seldom met it.
    private static bool IsAlwaysKept(Draft draft) => draft.Rule is "perspective" or "noun-copula" or "quote-follows" or "quote-beside" or "according-insert" or "framed-before" or "framed-behind" or "framed-insert" or "block-document" or "colon-document" || draft.Cue is "put at";

    private static double LeastOf(Draft draft)
    {
        if (Cues.Characterises(draft)) return LeastOfCharacter;
        if (draft.IsCount || (draft is { IsQuoted: true, Rule: "to", CueWord: "find", Inside: false })) return LeastOfCount;
        if (draft is { Rule: "object", CueWord: "deny", Inside: false }) return LeastOfCharacter;
        if ((draft.IsOwn || draft.IsToldToWriter) && !draft.Inside && draft.Rule is "clause-before" or "clause-parenthesis" or "passive-by") return LeastOfOwn;
        // "It has been alleged that …": nobody's word, and said to be.
        if (draft is { Rule: "passive-that", Source.Count: 0, CueWord: "allege" or "claim" or "report" or "rumour" or "rumor" or "say" or "suggest", Inside: false }) return LeastOfCharacter;
        var speaks = Cues.Speaks(draft.CueWord);
        return draft.IsQuoted || draft.Rule == "block" ? LeastQuoted : speaks || draft.Cue == "according to" ? LeastOfSpeech : Least;
    }

    /// <summary>All candidates with the keys of their evidence, before any is weighed or left out: what the measuring of rules looks at.</summary>
    internal static List<Draft> Candidates(Document document) => Candidates(new ParsedText(document), null);

    private static List<Draft> Candidates(ParsedText text, Odds? odds)
    {
        var drafts = new List<Draft>();
        var (document, sentences) = (text.Document, text.Sentences);
        for (var i = 0; i < sentences.Count; i++)
        {
            var first = drafts.Count;
            new SentenceReader(document, sentences[i], i, drafts, odds).Read();
            Continuations.Follow(document, sentences, i, drafts, odds);
            Continuations.Add(document, sentences, i, drafts, first);
        }

        Inside(text, drafts, odds);
        drafts.RemoveAll(draft => draft.Content.Count == 0);
        return drafts;
    }

    /// <summary>Sets the confidence of candidates with keys by a table of what was measured.</summary>
    internal static void Weigh(List<Draft> drafts, Odds measured) => Weigh(drafts, draft => measured.Share(Evidence.Of(draft)));

    private static void Weigh(List<Draft> drafts, Func<Draft, double> share)
    {
        foreach (var draft in drafts)
        {
            draft.IsNested = false;
            draft.Confidence = Math.Round(share(draft), 3);
        }

        MarkNested(drafts);
        foreach (var draft in drafts) draft.Confidence = Math.Round(share(draft), 3);
    }

    private const int ShortestInside = 16;

    // What speech itself reports: children of the statement that quotes it.
    private static void Inside(ParsedText text, List<Draft> drafts, Odds? odds)
    {
        var document = text.Document;
        for (var q = 0; q < document.Quotations.Count; q++)
        {
            var quotation = document.Quotations[q];
            if (quotation.Depth > 0 || quotation.Inner.Length < ShortestInside) continue;
            var first = drafts.Count;
            var sentences = text.Inside(q);
            for (var i = 0; i < sentences.Count; i++)
            {
                var from = drafts.Count;
                new SentenceReader(document, sentences[i], 1_000_000 + (q * 1000) + i, drafts, odds).Read();
                Continuations.Add(document, sentences, i, drafts, from);
            }

            for (var d = first; d < drafts.Count; d++) drafts[d].Inside = true;
        }
    }

    private static void MarkNested(List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var cue = drafts[i].CueSpans[0];
            for (var k = i - 1; k >= 0 && drafts[k].Sentence == drafts[i].Sentence; k--) Mark(drafts[k], drafts[i], cue);
            for (var k = i + 1; k < drafts.Count && drafts[k].Sentence == drafts[i].Sentence; k++) Mark(drafts[k], drafts[i], cue);
        }

        static void Mark(Draft outer, Draft inner, Claque.Text.Prose.TextSpan cue) =>
            inner.IsNested |= outer.Confidence >= Least && outer.Content.Exists(content => content.Contains(cue));
    }
}
