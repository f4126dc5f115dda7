using Claque.Text.Prose;

namespace Claque.Statements.Grammar;

/// <summary>Adds to a statement the quotations that follow it without a cue of their own.</summary>
internal static class Continuations
{
    /// <summary>Looks behind a sentence: bare quotations in its paragraph, a block behind its colon, paragraphs that continue a quotation.</summary>
    public static void Add(Document document, List<Sentence> sentences, int at, List<Draft> drafts, int first)
    {
        for (var d = first; d < drafts.Count; d++)
        {
            var draft = drafts[d];
            if (draft.Rule == "block") Block(document, sentences, at, draft);
            else if (draft.EndsInQuote && IsLast(sentences[at], draft)) Bare(document, sentences, at, draft);
        }
    }

    // Nothing but signs and short adjuncts behind the quotation in its sentence, or the cue behind it.
    private static bool IsLast(Sentence sentence, Draft draft)
    {
        var end = Math.Max(draft.Content[^1].End, Math.Max(draft.CueSpans[^1].End, draft.Source.Count > 0 ? draft.Source[^1].End : 0));
        var units = sentence.Units;
        for (var i = units.Length - 1; i >= 0 && units[i].Start >= end; i--)
            if (units[i].Role == Role.Quote && units[i].End - units[i].Start > 25) return false;
        return true;
    }

    private static void Bare(Document document, List<Sentence> sentences, int at, Draft draft)
    {
        var paragraph = sentences[at].Paragraph;
        for (var i = at + 1; i < sentences.Count && sentences[i].IsBareQuote; i++)
        {
            var quote = Array.Find(sentences[i].Units, unit => unit.Role == Role.Quote);
            if (sentences[i].Paragraph != paragraph && !document.Quotations[quote.Quote].Continues && !IsAlone(sentences, i)) return;
            if (sentences[i].Paragraph > paragraph + 1) return;
            paragraph = sentences[i].Paragraph;
            draft.Content.Add(quote.Span);
        }
    }

    // A quotation that is a paragraph of its own.
    private static bool IsAlone(List<Sentence> sentences, int at) =>
        (at == 0 || sentences[at - 1].Paragraph != sentences[at].Paragraph) && (at + 1 == sentences.Count || sentences[at + 1].Paragraph != sentences[at].Paragraph);

    // "Ruiz said:" and the quotation in paragraphs of its own.
    private static void Block(Document document, List<Sentence> sentences, int at, Draft draft)
    {
        var paragraph = sentences[at].Paragraph;
        for (var i = at + 1; i < sentences.Count; i++)
        {
            var units = sentences[i].Units;
            if (sentences[i].Paragraph != paragraph && sentences[i].Paragraph != paragraph + 1) return;
            if (units[0].Role != Role.Quote) return;
            if (draft.Content.Count > 0 && sentences[i].Paragraph != paragraph && !document.Quotations[units[0].Quote].Continues) return;
            paragraph = sentences[i].Paragraph;
            draft.Content.Add(units[0].Span);
            if (!sentences[i].IsBareQuote) return;
        }
    }
}
