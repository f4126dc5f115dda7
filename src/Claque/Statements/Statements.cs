using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Statements;

/// <summary>Finds who says what in a text.</summary>
public static class Statements
{
    /// <summary>Below this confidence a candidate is not reported at all.</summary>
    public const double Least = 0.62;

    /// <summary>The statements of a document, in order of their first span, those inside others behind them.</summary>
    /// <param name="document">An English text.</param>
    /// <returns>Statements with spans into the document; each names its rule and how often that rule is right. Empty text, empty list.</returns>
    /// <remarks>A rule grammar without parser or model; O(length).</remarks>
    public static IReadOnlyList<Statement> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var drafts = Candidates(document);
        return Assembling.Of(document, Assembling.WithoutDoubles(drafts.FindAll(draft => draft.Confidence >= Least)));
    }

    /// <summary>All candidates with their confidence, before any is left out: what the measuring of rules looks at.</summary>
    internal static List<Draft> Candidates(Document document)
    {
        var drafts = new List<Draft>();
        var sentences = Sentence.Of(document);
        for (var i = 0; i < sentences.Count; i++)
        {
            var first = drafts.Count;
            new SentenceReader(document, sentences[i], i, drafts).Read();
            Continuations.Add(document, sentences, i, drafts, first);
        }

        drafts.RemoveAll(draft => draft.Content.Count == 0);
        foreach (var draft in drafts) draft.Confidence = Cues.Confidence(draft);
        MarkNested(drafts);
        foreach (var draft in drafts) draft.Confidence = Cues.Confidence(draft);
        return drafts;
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
