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
            if (draft.Rule is "block" or "block-document") Block(document, sentences, at, draft);
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

    /// <summary>A bare quotation behind a sentence in which somebody speaks, or behind one that goes on about who spoke: “She ran the mill. ‘It was ours.’”</summary>
    public static void Follow(Document document, List<Sentence> sentences, int at, List<Draft> drafts, Odds? odds)
    {
        if (at == 0 || !sentences[at].IsBareQuote) return;
        var quote = Array.Find(sentences[at].Units, unit => unit.Role == Role.Quote).Span;
        var apart = sentences[at - 1].Paragraph != sentences[at].Paragraph;
        // A speech in several paragraphs of its own is that of who recalls something right before it.
        if (apart && !IsAlone(sentences, at)) return;
        var speaker = apart && !BeginsSpeech(document, sentences, at) ? null : apart ? Recalls(drafts, at - 1) : Speaker(drafts, at - 1);
        if (speaker is null && at > 1 && !apart && sentences[at - 2].Paragraph == sentences[at].Paragraph && Speaker(drafts, at - 2) is { } earlier && GoesOnAbout(sentences[at - 1], sentences[at - 2], earlier)) speaker = earlier;
        if (speaker is null && Acting(document, sentences, at, apart) is { } acting)
        {
            Evidence.Gather(acting, odds, acting.How.ToString());
            drafts.Add(acting);
        }

        if (speaker is null || speaker.Content.Contains(quote)) return;
        var draft = new Draft { Rule = "quote-follows", Cue = speaker.Cue, Sentence = at, Source = [.. speaker.Source], CueSpans = [.. speaker.CueSpans], Content = [quote], IsQuoted = true, EndsInQuote = true };
        Evidence.Gather(draft, odds, speaker.Rule);
        drafts.Add(draft);
    }

    // "The baker shrugged. “We stay.”": who does something right before it, in this paragraph or in one that ends so.
    private static Draft? Acting(Document document, List<Sentence> sentences, int at, bool apart)
    {
        var units = sentences[at - 1].Units;
        if (units.Length > LongestBeat || Array.Exists(units, unit => unit.Role == Role.Quote)) return null;
        var groups = VerbGroup.Of(units);
        var (main, subject) = Leading(units, groups);
        if (main < 0 || groups[main].IsPassive || !IsPerson(units, subject.Source)) return null;
        var quote = Array.Find(sentences[at].Units, unit => unit.Role == Role.Quote);
        if (document.Quotations[quote.Quote].Inner.Length < ShortestAlone) return null;
        var (source, cue) = (new TextSpan(units[subject.Source.Start].Start, units[subject.Source.End - 1].End), units[groups[main].Main]);
        return new Draft { Rule = apart ? "quote-beside-apart" : "quote-beside", Cue = cue.Lemma, Sentence = at, Source = [source], CueSpans = [cue.Span], Content = [quote.Span], IsQuoted = true, EndsInQuote = true };
    }

    // The verb of the sentence with its subject, which opens it or follows a phrase: "Her brother, who drives a bus, put it plainly", "Asked about the cellar, he laughed".
    private static (int Group, Subject Subject) Leading(Unit[] units, List<VerbGroup> groups)
    {
        var subjects = new Subjects(units, groups);
        for (var g = 0; g < groups.Count; g++)
        {
            var subject = subjects.Of(g);
            if (!groups[g].IsFinite || subject.Source.IsEmpty || subject.How is not (SubjectRule.Before or SubjectRule.Inserted)) continue;
            if (subject.Source.Start == 0 || (g == 1 && units[0].Lower is "asked" or "pressed" or "told" && units[subject.Source.Start - 1].Is(","))) return (g, subject);
            if (!(units[0].Lower is "asked" or "pressed" or "told")) return (-1, default);
        }

        return (-1, default);
    }

    private const int LongestBeat = 30, ShortestAlone = 8;

    private static bool IsPerson(Unit[] units, Run source)
    {
        if (source.Length == 1 && units[source.Start].Lower is "he" or "she") return true;
        var head = Array.FindIndex(units, source.Start, source.Length, unit => unit.Role is Role.Noun or Role.Name);
        while (head >= 0 && head + 1 < source.End && units[head + 1].Role is Role.Noun or Role.Name) head++;
        return head >= source.Start && (units[head].Role == Role.Name || units[head].Word.Entry is { NounClass: 'p', IsPlural: false });
    }

    // Who is the first to speak in a sentence, the writer left out.
    private static Draft? Speaker(List<Draft> drafts, int sentence)
    {
        var d = drafts.Count;
        while (d > 0 && drafts[d - 1].Sentence >= sentence) d--;
        for (; d < drafts.Count; d++)
            if (drafts[d].Sentence == sentence && drafts[d] is { Source.Count: > 0, IsOwn: false } && Cues.Speaks(drafts[d].CueWord) && drafts[d].Rule is "clause-before" or "that" or "clause" or "question" or "quote-before" or "mixed-before" or "quote" or "clause-late" or "as") return drafts[d];
        return null;
    }

    // True for the first of two or more paragraphs of one quotation.
    private static bool BeginsSpeech(Document document, List<Sentence> sentences, int at)
    {
        var quote = Array.Find(sentences[at].Units, unit => unit.Role == Role.Quote);
        return IsAlone(sentences, at) && !document.Quotations[quote.Quote].Continues && at + 1 < sentences.Count && sentences[at + 1].IsBareQuote
            && document.Quotations[Array.Find(sentences[at + 1].Units, unit => unit.Role == Role.Quote).Quote].Continues;
    }

    // The one who tells something in a sentence: "one of them recalled the foreman".
    private static Draft? Recalls(List<Draft> drafts, int sentence) => Speaker(drafts, sentence)
        ?? drafts.FindLast(draft => draft.Sentence == sentence && draft is { Source.Count: > 0, IsOwn: false, Rule: "object" or "preposition" or "ing" } && Cues.Speaks(draft.CueWord));

    private static bool GoesOnAbout(Sentence sentence, Sentence before, Draft speaker)
    {
        if (sentence.Units[0].Lower is "he" or "she" or "his" or "her") return true;
        var named = Array.FindLast(before.Units, unit => unit.Role == Role.Name && speaker.Source[0].Contains(unit.Start));
        return named.Role == Role.Name && Array.Exists(sentence.Units[..Math.Min(4, sentence.Units.Length)], unit => unit.Lower == named.Lower);
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
