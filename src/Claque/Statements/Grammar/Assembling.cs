using Claque.Text.Prose;

namespace Claque.Statements.Grammar;

/// <summary>Makes statements of drafts: order, kinds, and which lies within which.</summary>
internal static class Assembling
{
    /// <summary>The statements in order of place.</summary>
    public static List<Statement> Of(Document document, List<Draft> drafts)
    {
        var ordered = drafts.OrderBy(draft => First(draft)).ThenByDescending(draft => Last(draft)).ToList();
        var statements = new List<Statement>(ordered.Count);
        for (var i = 0; i < ordered.Count; i++)
        {
            var draft = ordered[i];
            statements.Add(new Statement
            {
                Kind = KindOf(document, draft),
                Source = draft.Source,
                Cue = draft.CueSpans,
                Content = draft.Content,
                Parent = ParentOf(ordered, i),
                Rule = draft.Rule,
                Confidence = draft.Confidence,
                CueWord = draft.Cue,
            });
        }

        return statements;
    }

    /// <summary>Of two drafts of one sentence with nearly the same content, only the surer.</summary>
    public static List<Draft> WithoutDoubles(List<Draft> drafts)
    {
        var kept = new List<Draft>(drafts.Count);
        foreach (var draft in drafts.OrderBy(draft => draft.Sentence).ThenByDescending(draft => draft.Confidence))
        {
            var twice = false;
            for (var i = kept.Count - 1; i >= 0 && kept[i].Sentence >= draft.Sentence - 1 && !twice; i--) twice = Overlap(kept[i].Content, draft.Content) >= 0.7 && !IsTold(kept[i], draft) && !IsTold(draft, kept[i]);
            if (!twice) kept.Add(draft);
        }

        return kept;
    }

    // "said his boss warned him that it would “end badly”": quoted words within what is said, with a speaker and a cue of their own.
    private static bool IsTold(Draft outer, Draft inner) => inner is { IsQuoted: true, Source.Count: > 0 } && Cues.Speaks(inner.CueWord)
        && outer.Content.Exists(content => content.Contains(inner.CueSpans[0]) && content.Contains(inner.Source[0]));

    private static double Overlap(List<TextSpan> a, List<TextSpan> b)
    {
        int common = 0, all = 0;
        foreach (var x in a)
        {
            all += x.Length;
            foreach (var y in b) common += Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start));
        }

        foreach (var y in b) all += y.Length;
        return common == 0 ? 0 : common / (double)(all - common);
    }

    private static int First(Draft draft) => Math.Min(draft.Content[0].Start, Math.Min(draft.CueSpans[0].Start, draft.Source.Count > 0 ? draft.Source[0].Start : int.MaxValue));

    private static int Last(Draft draft) => Math.Max(draft.Content[^1].End, draft.CueSpans[^1].End);

    // The nearest earlier statement whose content holds the cue.
    private static int ParentOf(List<Draft> ordered, int at)
    {
        var cue = ordered[at].CueSpans[0];
        for (var i = at - 1; i >= 0 && i > at - 40; i--)
            if (ordered[i].Content.Exists(content => content.Contains(cue))) return i;
        return -1;
    }

    /// <summary>Direct when all of the content lies in quotation marks, mixed when some does.</summary>
    public static StatementKind KindOf(Document document, Draft draft)
    {
        if (draft.Rule == "block") return StatementKind.Direct;
        var some = false;
        var all = true;
        foreach (var content in draft.Content)
        {
            var inside = 0;
            foreach (var quotation in document.Quotations)
            {
                if (quotation.Depth > 0 || !quotation.Span.Overlaps(content)) continue;
                inside += Math.Min(quotation.Span.End, content.End) - Math.Max(quotation.Span.Start, content.Start);
            }

            some |= inside > 0;
            all &= inside >= content.Length - 2;
        }

        return all ? StatementKind.Direct : some ? StatementKind.Mixed : StatementKind.Indirect;
    }
}
