using System.Text.Json;
using Claque.Articles;
using Claque.Articles.Extraction;
using Claque.Tests.Articles;

namespace Claque.Benchmarks;

/// <summary>Scores the main text of pages, as they are and changed in ways that leave the article what it is.</summary>
internal static class PageScores
{
    /// <summary>Writes a Markdown row per change: of the pages at even places of the list, which no rule for changes 15 and later was made on, then of those at odd places.</summary>
    public static void Write(TextWriter to, string folder)
    {
        to.WriteLine("| pages | F1 | precision | recall | exact | below .5 | F1 even | F1 odd |\n|---|---|---|---|---|---|---|---|");
        var pages = ShingleScore.Pages(folder).ToList();
        foreach (var change in PageChanges.All)
        {
            var scores = new (double? Precision, double Recall, bool IsExact)[pages.Count];
            Parallel.For(0, pages.Count, i =>
            {
                var page = PageChanges.Made(change, pages[i], pages[(i + 1) % pages.Count]);
                scores[i] = ShingleScore.Of(page.Truth, ArticleText.MainTextOf(HtmlPage.Read(page.Html, page.Id, page.Url)));
            });
            var (f1, precision, recall, exact) = ShingleScore.Mean(scores);
            var (even, odd) = (Half(scores, 0), Half(scores, 1));
            to.WriteLine(FormattableString.Invariant($"| {change.Name} | {f1:0.000} | {precision:0.000} | {recall:0.000} | {exact:0.000} | {scores.Count(score => (score.Precision ?? 0) < .5 || score.Recall < .5)} | {even:0.000} | {odd:0.000} |"));
        }
    }

    /// <summary>Writes every page after every change, with its true text, as JSON lines: <c>change</c>, <c>id</c>, <c>url</c>, <c>html</c>, <c>truth</c>; for other tools.</summary>
    public static void WritePages(string folder, string to)
    {
        var pages = ShingleScore.Pages(folder).ToList();
        using var lines = new StreamWriter(to);
        foreach (var change in PageChanges.All)
            for (var i = 0; i < pages.Count; i++)
            {
                var page = PageChanges.Made(change, pages[i], pages[(i + 1) % pages.Count]);
                lines.WriteLine(JsonSerializer.Serialize(new { change = change.Name, id = page.Id, url = page.Url, html = page.Html, truth = page.Truth }));
            }
    }

    private static double Half((double? Precision, double Recall, bool IsExact)[] scores, int rest) => ShingleScore.Mean([.. scores.Where((_, i) => i % 2 == rest)]).F1;
}
