using Claque.Articles;
using Claque.Lineage;
using Claque.Simulation.Chains;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>Scores the typed edits between two versions against what was done.</summary>
internal static class EditScores
{
    /// <summary>Writes a Markdown row per kind.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="versions">How many pairs of versions.</param>
    /// <param name="seed">What they are drawn by.</param>
    /// <param name="articles">Articles to edit; invented ones when null.</param>
    public static void Write(TextWriter to, int versions, ulong seed, IReadOnlyList<Article>? articles)
    {
        var score = new SortedDictionary<EditKind, (int Done, int Seen, int Found, int Right)>();
        foreach (var known in articles is null ? EditSimulator.Invented(versions, seed) : Edited(articles, versions, seed)) Add(score, known);
        to.WriteLine("| edit | done | recall | found | precision |\n|---|---|---|---|---|");
        foreach (var (kind, row) in score)
            to.WriteLine(FormattableString.Invariant($"| {kind} | {row.Done} | {(double)row.Seen / Math.Max(1, row.Done):0.000} | {row.Found} | {(double)row.Right / Math.Max(1, row.Found):0.000} |"));
    }

    private static IEnumerable<KnownEdits> Edited(IReadOnlyList<Article> articles, int versions, ulong seed)
    {
        var random = new Pcg32(seed, 79);
        for (var i = 0; i < versions; i++)
        {
            var (one, other) = (articles[random.Next(articles.Count)], articles[random.Next(articles.Count)]);
            var added = ArticleWords.Of(other).Sentences.FirstOrDefault(sentence => sentence.Length > 60);
            if (one == other || added.Length == 0) continue;
            yield return EditSimulator.Of(one with { Text = one.Text.TrimEnd() + "\n\nThis article was originally published in the Velmora Gazette.", Title = one.Title ?? "A headline of some words", Byline = one.Byline ?? "Ana Maru" },
                "Another headline altogether", added.In(other.Text).ToString(), random);
        }
    }

    private static void Add(SortedDictionary<EditKind, (int Done, int Seen, int Found, int Right)> score, KnownEdits known)
    {
        var found = EditFinding.Of(ArticleWords.Of(known.Before), ArticleWords.Of(known.After), CueList.BuiltIn).Changes.ToList();
        foreach (var edit in found) Count(edit.Kind, 0, 0, 1, 0);
        foreach (var edit in known.Edits)
        {
            var at = found.FindIndex(other => other.Kind == edit.Kind && (edit.A is null && edit.B is null || Touch(edit.A, other.A) || Touch(edit.B, other.B)));
            Count(edit.Kind, 1, at >= 0 ? 1 : 0, 0, at >= 0 ? 1 : 0);
            if (at >= 0) found.RemoveAt(at);
        }

        void Count(EditKind kind, int done, int seen, int all, int right)
        {
            var row = score.GetValueOrDefault(kind);
            score[kind] = (row.Done + done, row.Seen + seen, row.Found + all, row.Right + right);
        }
    }

    private static bool Touch(Claque.Text.Prose.TextSpan? a, Claque.Text.Prose.TextSpan? b) => a is { } one && b is { } other && one.Start < other.End && other.Start < one.End;
}
