using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Claque.Articles;
using Claque.Articles.Extraction;
using Claque.Articles.Provenance;
using Claque.Tests.Shared;

namespace Claque.Tests.Articles;

/// <summary>What docs/articles.md claims, measured on data that nobody of this project wrote.</summary>
public sealed partial class MeasuredArticleTests
{
    [DataFact("data/article_extraction")]
    public void The_main_text_of_the_benchmarks_pages_is_found()
    {
        var folder = RealData.Folder("data/article_extraction");
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ground-truth.json")));
        var scores = truth.RootElement.EnumerateObject().Select(page => Score(page.Value.GetProperty("articleBody").GetString()!, Found(folder, page.Name, page.Value.GetProperty("url").GetString()!))).ToList();
        var precision = scores.Where(score => score.Precision is not null).Average(score => score.Precision!.Value);
        var recall = scores.Average(score => score.Recall);
        (2 * precision * recall / (precision + recall)).ShouldBeGreaterThan(.970);
        scores.Average(score => score.IsExact ? 1.0 : 0).ShouldBeGreaterThan(.50);
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

    private static string Found(string folder, string page, string url)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "html", page + ".html.gz")), CompressionMode.Decompress), Encoding.UTF8);
        return ArticleText.MainTextOf(HtmlPage.Read(reader.ReadToEnd(), page, url));
    }

    // The measure of the benchmark: precision and recall over runs of four words of each page, averaged over pages.
    private static (double? Precision, double Recall, bool IsExact) Score(string truth, string found)
    {
        var (a, b) = (Runs(truth), Runs(found));
        double hit = 0, extra = 0, missed = 0;
        foreach (var run in a.Keys.Union(b.Keys))
        {
            var (x, y) = (a.GetValueOrDefault(run), b.GetValueOrDefault(run));
            hit += Math.Min(x, y);
            extra += Math.Max(0, y - x);
            missed += Math.Max(0, x - y);
        }

        return (hit + extra == 0 ? null : hit == 0 ? 0 : hit / (hit + extra), hit == 0 ? 0 : hit / (hit + missed), extra == 0 && missed == 0);
    }

    private static Dictionary<string, int> Runs(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(1, words.Count - 3); i++)
        {
            var run = string.Join(' ', words.Skip(i).Take(4));
            if (run.Length > 0) runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
