using Claque.Articles;
using Claque.Articles.Extraction;
using Claque.Tests.Articles;

namespace Claque.Benchmarks;

/// <summary>Scores the main text of pages, as they are and changed in ways that leave the article what it is.</summary>
internal static class PageScores
{
    /// <summary>Writes a Markdown row per change.</summary>
    public static void Write(TextWriter to, string folder)
    {
        to.WriteLine("| pages | F1 | precision | recall | exact | below .5 |\n|---|---|---|---|---|---|");
        var pages = ShingleScore.Pages(folder).ToList();
        foreach (var (name, change) in PageChanges.All)
        {
            var scores = new (double? Precision, double Recall, bool IsExact)[pages.Count];
            Parallel.For(0, pages.Count, i =>
            {
                var html = change is null ? pages[i].Html : PageChanges.Made(pages[i].Html, change, pages[i].Truth);
                scores[i] = ShingleScore.Of(pages[i].Truth, ArticleText.MainTextOf(HtmlPage.Read(html, pages[i].Id, pages[i].Url)));
            });
            var (f1, precision, recall, exact) = ShingleScore.Mean(scores);
            to.WriteLine(FormattableString.Invariant($"| {name} | {f1:0.000} | {precision:0.000} | {recall:0.000} | {exact:0.000} | {scores.Count(score => (score.Precision ?? 0) < .5 || score.Recall < .5)} |"));
        }
    }
}
