using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

/// <summary>One case: what speaks for and against it, and whether annotators marked it.</summary>
internal sealed record MeasuredCase(string[] Evidence, bool Marked);

/// <summary>
/// Measures the odds in <c>evidence.txt</c> and <c>ends.txt</c> on annotated articles: logistic regression, one key at a time, each shift drawn
/// towards none (a normal prior). Same articles, same odds: no randomness, a fixed number of rounds.
/// </summary>
internal static class OddsMeasuring
{
    private const int Rounds = 25;

    /// <summary>Candidates, marked when an annotation shares half of the characters of both contents and its cue or its source.</summary>
    public static SortedDictionary<string, (int Found, int Marked, double Shift)> OfCandidates(IReadOnlyList<AnnotatedArticle> articles)
    {
        var drafts = articles.Select(article => (Article: article, Drafts: Claque.Statements.Statements.Candidates(Document.Of(article.Text)))).ToList();
        var measured = Measured();
        // Which candidate lies within another depends on which are sure, hence on the odds: measured three times.
        for (var round = 0; round < 2; round++)
        {
            var odds = new Odds(measured.ToDictionary(row => row.Key, row => row.Value.Shift));
            foreach (var (_, candidates) in drafts) Claque.Statements.Statements.Weigh(candidates, odds);
            measured = Measured();
        }

        return measured;

        SortedDictionary<string, (int Found, int Marked, double Shift)> Measured() =>
            Of([.. drafts.SelectMany(pair => pair.Drafts.Select(draft => new MeasuredCase([.. Evidence.Of(draft).Distinct()], IsMarked(pair.Article, draft))))], strength: 3, least: 5);
    }

    /// <summary>Places where an annotated content goes on or ends, of all contents that begin where a rule begins one.</summary>
    public static SortedDictionary<string, (int Found, int Marked, double Shift)> OfEnds(IReadOnlyList<AnnotatedArticle> articles) =>
        Of([.. articles.SelectMany(Ends)], strength: 2, least: 4);

    public static bool IsMarked(AnnotatedArticle article, Draft draft) => article.Marks.Exists(mark =>
        AnnotatedArticle.Likeness(draft.Content, mark.Content) >= 0.5
        && (mark.Cue.Count == 0 || AnnotatedArticle.Shared(draft.CueSpans, mark.Cue) > 0 || AnnotatedArticle.SameSource(draft.Source, mark.Source)));

    private static IEnumerable<MeasuredCase> Ends(AnnotatedArticle article)
    {
        var starts = article.Marks.GroupBy(mark => mark.Content[0].Start).ToDictionary(group => group.Key, group => group.First());
        foreach (var sentence in new ParsedText(Document.Of(article.Text)).Sentences)
        {
            var units = sentence.Units;
            var groups = VerbGroup.Of(units);
            for (var i = 0; i + 1 < units.Length; i++)
            {
                if (units[i].Role != Role.Noun && !groups.Exists(group => group.Main == i)) continue;
                var complement = Complement.Of(units, groups, i + 1, passive: false);
                if (complement.Content.IsEmpty || Begun(starts, units, complement.Content.Start) is not { } mark) continue;
                var rule = complement.Rule.Split('-')[0];
                var (start, last) = (complement.Content.Start, Boundary.Last(units, complement.Content.Start));
                var end = start;
                while (end < units.Length && units[end].Start < mark.Content[0].End) end++;
                for (var at = start + 1; at < last && at <= end; at++)
                    if (Boundary.IsPlace(units, at)) yield return new MeasuredCase([.. Boundary.Keys(units, groups, start, at, last, rule).Distinct()], at == end);
            }
        }
    }

    // Annotators take "that", "to" and "of" into the content or leave them out.
    private static Marked? Begun(Dictionary<int, Marked> starts, Unit[] units, int start)
    {
        if (starts.TryGetValue(units[start].Start, out var mark)) return mark;
        if (start + 1 < units.Length && units[start].Lower is "that" or "to" or "as" && starts.TryGetValue(units[start + 1].Start, out mark)) return mark;
        return start > 0 && units[start - 1].Lower is "that" or "to" or "as" or "of" && starts.TryGetValue(units[start - 1].Start, out mark) ? mark : null;
    }

    private static SortedDictionary<string, (int Found, int Marked, double Shift)> Of(List<MeasuredCase> cases, double strength, int least)
    {
        var met = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < cases.Count; i++)
        {
            foreach (var key in cases[i].Evidence)
            {
                if (!met.TryGetValue(key, out var list)) met[key] = list = [];
                list.Add(i);
            }
        }

        var rows = met.Where(pair => pair.Value.Count >= least).ToList();
        var (sums, shifts, start) = (new double[cases.Count], new double[rows.Count], 0.0);
        int[] all = [.. Enumerable.Range(0, cases.Count)];
        for (var round = 0; round < Rounds; round++)
        {
            start += Step(cases, all, sums, 0, 1e-6);
            for (var row = 0; row < rows.Count; row++) shifts[row] += Step(cases, rows[row].Value, sums, shifts[row], strength);
        }

        var measured = new SortedDictionary<string, (int Found, int Marked, double Shift)>(StringComparer.Ordinal) { [Odds.Start] = (cases.Count, cases.Count(one => one.Marked), Math.Round(start, 2)) };
        for (var row = 0; row < rows.Count; row++)
            measured[rows[row].Key] = (rows[row].Value.Count, rows[row].Value.Count(i => cases[i].Marked), Math.Round(shifts[row], 2));
        return measured;
    }

    // One step of Newton for one key; its cases move along.
    private static double Step(List<MeasuredCase> cases, IReadOnlyList<int> met, double[] sums, double shift, double strength)
    {
        double slope = -strength * shift, bend = strength;
        foreach (var i in met)
        {
            var share = 1 / (1 + Math.Exp(-sums[i]));
            slope += (cases[i].Marked ? 1 : 0) - share;
            bend += share * (1 - share);
        }

        var step = Math.Clamp(slope / bend, -1, 1);
        foreach (var i in met) sums[i] += step;
        return step;
    }
}
