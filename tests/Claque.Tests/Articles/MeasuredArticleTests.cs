using System.IO.Compression;
using System.Text.Json;
using Claque.Articles;
using Claque.Articles.Extraction;
using Claque.Articles.Provenance;
using Claque.Tests.Shared;

namespace Claque.Tests.Articles;

/// <summary>What docs/articles.md claims, measured on data that nobody of this project wrote.</summary>
public sealed class MeasuredArticleTests
{
    [DataFact("data/article_extraction")]
    public void The_main_text_of_the_benchmarks_pages_is_found()
    {
        var folder = RealData.Folder("data/article_extraction");
        var score = ShingleScore.Mean([.. ShingleScore.Pages(folder).Select(page => ShingleScore.Of(page.Truth, ArticleText.MainTextOf(HtmlPage.Read(page.Html, page.Id, page.Url))))]);
        score.F1.ShouldBeGreaterThan(.972);
        score.Exact.ShouldBeGreaterThan(.50);
    }

    [DataFact("data/polnear")]
    public void Wire_credits_are_found_and_none_is_false()
    {
        var (found, missed, wrong) = (0, 0, 0);
        foreach (var name in (string[])["train.jsonl.gz", "dev.jsonl.gz"])
        {
            using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(RealData.Folder("data/polnear"), name)), CompressionMode.Decompress));
            while (lines.ReadLine() is { } line)
            {
                using var row = JsonDocument.Parse(line);
                var truth = row.RootElement.GetProperty("wire").GetString();
                var article = new Article { Id = "a", Text = row.RootElement.GetProperty("text").GetString()!, Title = row.RootElement.GetProperty("title").GetString() };
                var wires = ArticleFacts.Of(article).Where(fact => fact.Kind == FactKind.Wire).Select(fact => fact.Value).ToList();
                if (truth is null or "" or "None" or "NA") wrong += wires.Count > 0 ? 1 : 0;
                else if (wires.Contains(truth, StringComparer.OrdinalIgnoreCase)) found++;
                else missed++;
            }
        }

        wrong.ShouldBe(0);
        (found / (double)(found + missed)).ShouldBeGreaterThanOrEqualTo(.93);
    }
}
