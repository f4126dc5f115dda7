using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Claque.Tests.Articles;

/// <summary>The measure of the article extraction benchmark: precision and recall over runs of four words of each page, averaged over pages.</summary>
internal static partial class ShingleScore
{
    /// <summary>A page of the benchmark with its true text.</summary>
    internal sealed record Page(string Id, string Url, string Html, string Truth);

    /// <summary>The pages of a folder.</summary>
    public static IEnumerable<Page> Pages(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ground-truth.json")));
        foreach (var page in truth.RootElement.EnumerateObject())
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "html", page.Name + ".html.gz")), CompressionMode.Decompress), Encoding.UTF8);
            yield return new Page(page.Name, page.Value.GetProperty("url").GetString()!, reader.ReadToEnd(), page.Value.GetProperty("articleBody").GetString()!);
        }
    }

    /// <summary>How much of the text found is true, how much of the true text is found, and whether they are equal.</summary>
    public static (double? Precision, double Recall, bool IsExact) Of(string truth, string found)
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

    /// <summary>F1 of the averages, the averages, and the share of pages that are exactly right.</summary>
    public static (double F1, double Precision, double Recall, double Exact) Mean(IReadOnlyCollection<(double? Precision, double Recall, bool IsExact)> scores)
    {
        var precision = scores.Where(score => score.Precision is not null).Average(score => score.Precision!.Value);
        var recall = scores.Average(score => score.Recall);
        return (2 * precision * recall / (precision + recall), precision, recall, scores.Average(score => score.IsExact ? 1.0 : 0));
    }

    /// <summary>The runs of four words of a text.</summary>
    public static Dictionary<string, int> Runs(string text)
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
