using Claque.Statements;
using Claque.Statements.Grammar;
using Claque.Tests.Shared;
using Claque.Text.Prose;
using Xunit.Abstractions;

namespace Claque.Tests.Statements;

/// <summary>
/// Statements against annotated news (PolNeAR, the part not used for the rules). A statement is found when its content shares at least
/// half of the characters of both; one annotation matches one statement, the likest pairs first. Statements within others are left out,
/// for the annotation has one level. A statement or annotation is of a speech verb when its cue has a verb of
/// <c>Lexicons/speech-verbs.txt</c> or "according to". The floors lie a little under what docs/evaluation.md has.
/// </summary>
public sealed class AnnotatedNewsTests(ITestOutputHelper output)
{
    private sealed class Score
    {
        private int _kept, _right, _marked, _found;

        public void Kept(bool right) => (_kept, _right) = (_kept + 1, _right + (right ? 1 : 0));

        public void Wanted(bool found) => (_marked, _found) = (_marked + 1, _found + (found ? 1 : 0));

        public double Precision => _right / (double)_kept;

        public double Recall => _found / (double)_marked;

        public double F => 2 * Precision * Recall / (Precision + Recall);

        public override string ToString() => $"P {Precision:F3} R {Recall:F3} F {F:F3} of {_marked}";
    }

    [DataFact("data/polnear")]
    public void Statements_agree_with_annotators_as_often_as_documented()
    {
        Score quoted = new(), speech = new(), indirect = new(), all = new();
        var (sources, right) = (0, 0);
        foreach (var (_, text, marks) in AnnotatedArticle.Of(Path.Combine(RealData.Folder("data/polnear"), "dev.jsonl.gz")))
        {
            var found = Claque.Statements.Statements.Of(Document.Of(text)).Where(statement => statement.Parent < 0).ToList();
            var (ofFound, ofMarks) = Matched(found, marks);
            for (var i = 0; i < found.Count; i++)
            {
                Count(HasQuote(text, found[i].Content), IsSpeech(found[i]), score => score.Kept(ofFound[i] >= 0));
                if (ofFound[i] < 0) continue;
                sources++;
                if (AnnotatedArticle.SameSource(found[i].Source, marks[ofFound[i]].Source)) right++;
            }

            for (var m = 0; m < marks.Count; m++) Count(HasQuote(text, marks[m].Content), IsSpeech(marks[m].CueWords), score => score.Wanted(ofMarks[m] >= 0));
        }

        var measured = $"direct and mixed {quoted}; speech verbs {speech}; indirect with speech verbs {indirect}; all {all}; source {right / (double)sources:F3}";
        output.WriteLine(measured);
        quoted.F.ShouldBeGreaterThan(FloorQuoted, measured);
        speech.F.ShouldBeGreaterThan(FloorSpeech, measured);
        indirect.F.ShouldBeGreaterThan(FloorIndirect, measured);
        all.F.ShouldBeGreaterThan(FloorAll, measured);
        new[] { quoted, speech, indirect, all }.ShouldAllBe(score => score.Precision > 0.82, measured);
        (right / (double)sources).ShouldBeGreaterThan(0.93, measured);

        void Count(bool isQuoted, bool isSpeech, Action<Score> count)
        {
            if (isQuoted) count(quoted);
            if (isSpeech) count(speech);
            if (isSpeech && !isQuoted) count(indirect);
            count(all);
        }
    }

    private const double FloorQuoted = 0.855, FloorSpeech = 0.84, FloorIndirect = 0.77, FloorAll = 0.675;

    private static (int[] OfFound, int[] OfMarks) Matched(List<Statement> found, List<Marked> marks)
    {
        var pairs = from f in Enumerable.Range(0, found.Count) from m in Enumerable.Range(0, marks.Count) let like = AnnotatedArticle.Likeness(found[f].Content, marks[m].Content) where like >= 0.5 orderby like descending select (f, m);
        var (ofFound, ofMarks) = (Enumerable.Repeat(-1, found.Count).ToArray(), Enumerable.Repeat(-1, marks.Count).ToArray());
        foreach (var (f, m) in pairs)
            if (ofFound[f] < 0 && ofMarks[m] < 0) (ofFound[f], ofMarks[m]) = (m, f);
        return (ofFound, ofMarks);
    }

    private static bool IsSpeech(Statement statement) =>
        statement.Rule == "block" || statement.CueWord.StartsWith("according", StringComparison.Ordinal) || Cues.Speaks(statement.CueWord.Split(' ')[0]);

    private static bool IsSpeech(string cue) => cue.Contains("according to", StringComparison.Ordinal)
        || cue.Split([' ', ':', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => Lexemes.Of(word)).Any(word => word.Entry is { Verb: > 0, Lemma: { } lemma } && Cues.Speaks(lemma));

    private static bool HasQuote(string text, IReadOnlyList<TextSpan> spans) =>
        spans.Any(span => text.AsSpan(span.Start, span.Length) is var part && (part.IndexOfAny("“”\"«") >= 0 || part.Contains("''", StringComparison.Ordinal)));
}
