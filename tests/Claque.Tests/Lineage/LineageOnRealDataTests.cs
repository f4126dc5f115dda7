using System.IO.Compression;
using System.Text.Json;
using Claque.Articles;
using Claque.Lineage;
using Claque.Tests.Shared;
using Microsoft.VisualBasic.FileIO;

namespace Claque.Tests.Lineage;

public sealed class LineageOnRealDataTests
{
    [DataFact("data/senate_press_releases")]
    public void Every_pair_of_press_releases_that_shares_shingles_by_brute_force_is_found() =>
        Recall("data/senate_press_releases", "releases_2006_02_03.jsonl.gz", row => row.GetProperty("id").GetString()!).ShouldBe(1);

    [DataFact("data/reuters_c50")]
    public void Every_pair_of_reports_that_shares_shingles_by_brute_force_is_found() =>
        Recall("data/reuters_c50", "c50_train.jsonl.gz", row => $"{row.GetProperty("split").GetString()}/{row.GetProperty("author").GetString()}/{row.GetProperty("file").GetString()}").ShouldBe(1);

    [DataFact("data/policy_diffusion")]
    public void Telling_words_in_common_tell_reuse_of_substance_from_formulas_of_law()
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(RealData.Folder("data/policy_diffusion"), "alignment_labels.csv.gz")), CompressionMode.Decompress));
        using var table = new TextFieldParser(text) { HasFieldsEnclosedInQuotes = true, Delimiters = [","] };
        var columns = table.ReadFields()!;
        var spans = new List<(bool IsSubstance, int Words)>();
        while (table.ReadFields() is { } row)
        {
            string Cell(string name) => row[Array.IndexOf(columns, name)];
            if (Cell("label") is "0" or "1") spans.Add((Cell("label") == "1", Substance.Of(Cell("left"), Cell("right"))));
        }

        spans.Count.ShouldBe(370);
        var pairs = from reuse in spans where reuse.IsSubstance from formula in spans where !formula.IsSubstance select reuse.Words > formula.Words ? 1 : reuse.Words == formula.Words ? .5 : 0;
        pairs.Average().ShouldBe(.969, .0005);
    }

    private static double Recall(string folder, string file, Func<JsonElement, string> id)
    {
        var articles = Lines(Path.Combine(RealData.Folder(folder), file)).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return new Article { Id = id(json.RootElement), Text = json.RootElement.GetProperty("text").GetString()! };
        }).ToList();
        var numbers = articles.Select((article, number) => (article.Id, number)).ToDictionary(both => both.Id, both => both.number);
        var found = PassageFinding.Of(articles, new PassageOptions()).Pairs.Select(pair => (pair.A, pair.B)).ToHashSet();
        var truth = Lines(Path.Combine(RealData.Folder(folder), "oracle_shingle5_pairs.csv.gz")).Skip(1).Select(line => line.Split(','))
            .Where(cells => numbers.ContainsKey(cells[0]) && numbers.ContainsKey(cells[1]))
            .Select(cells => (Math.Min(numbers[cells[0]], numbers[cells[1]]), Math.Max(numbers[cells[0]], numbers[cells[1]]))).ToList();
        truth.Count.ShouldBeGreaterThan(100);
        return (double)truth.Count(found.Contains) / truth.Count;
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
