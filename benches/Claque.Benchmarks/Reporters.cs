using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Claque.Articles;
using Claque.Lineage;
using Claque.Personas;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>Reports of fifty writers of one agency (Reuter_50_50, the training part): near-duplicates left out, the rest cleaned as <c>claque personas</c> does.</summary>
internal sealed class Reporters
{
    private const int RunWords = 5;
    private const double Jaccard = 0.2;
    private const double Containment = 0.5;

    private readonly IReadOnlyList<BylineArticle> _clean;

    private Reporters(IReadOnlyList<BylineArticle> clean, Dictionary<string, StyleText[]> byWriter, Dictionary<StyleText, DateTimeOffset> times) => (_clean, ByWriter, Times) = (clean, byWriter, times);

    /// <summary>The texts of each writer.</summary>
    public IReadOnlyDictionary<string, StyleText[]> ByWriter { get; }

    /// <summary>When each was published, as far as order goes: the agency numbered its reports as they came.</summary>
    public IReadOnlyDictionary<StyleText, DateTimeOffset> Times { get; }

    /// <summary>Every second writer by name: the even ones are for tuning, the odd ones for reporting.</summary>
    public string[] Half(bool reported) => [.. ByWriter.Keys.Order(StringComparer.Ordinal).Where((_, i) => i % 2 == 1 == reported)];

    /// <summary>Reads them.</summary>
    /// <param name="folder">The folder with <c>reuters_c50</c>.</param>
    public static Reporters Read(string folder)
    {
        var rows = Lines(Path.Combine(folder, "reuters_c50", "c50_train.jsonl.gz")).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(row => (Writer: row.GetProperty("author").GetString()!, Text: row.GetProperty("text").GetString()!, Number: int.Parse(row.GetProperty("file").GetString()!.TrimEnd([.. "newsML.txt"]), CultureInfo.InvariantCulture))).ToArray();
        var isCopy = Copies([.. rows.Select(row => row.Text)]);
        var kept = rows.Where((_, i) => !isCopy[i]).ToArray();
        var articles = kept.Select((row, i) => new Article { Id = i.ToString(CultureInfo.InvariantCulture), Text = row.Text, Byline = row.Writer }).ToArray();
        var clean = BylineArticles.Of(articles, new PassageOptions());
        return new Reporters(
            clean,
            clean.GroupBy(article => article.Byline, StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.Select(article => article.Text).ToArray(), StringComparer.Ordinal),
            clean.ToDictionary(article => article.Text, article => DateTimeOffset.UnixEpoch.AddMinutes(kept[int.Parse(article.Id, CultureInfo.InvariantCulture)].Number)));
    }

    /// <summary>The lines of a packed file.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>Some of a writer's texts, drawn without replacement, in the order drawn.</summary>
    public StyleText[] Draw(string writer, int count, Pcg32 random)
    {
        var all = (StyleText[])ByWriter[writer].Clone();
        random.Shuffle<StyleText>(all);
        return all[..Math.Min(count, all.Length)];
    }

    /// <summary>A writer's reports with their sources.</summary>
    public IEnumerable<BylineArticle> Signed(string writer) => _clean.Where(article => article.Byline == writer);

    /// <summary>Texts as the articles of a byline.</summary>
    public static IEnumerable<BylineArticle> Under(string byline, IEnumerable<StyleText> texts) =>
        texts.Select((text, i) => new BylineArticle($"{byline}-{i:000}", byline, null, text));

    /// <summary>For each writer the others, nearest on topic first, by all their texts.</summary>
    public Dictionary<string, string[]> Nearest(string[] writers)
    {
        var study = PersonaStudy.Of([.. writers.SelectMany(writer => Under(writer, ByWriter[writer]))], PersonaOptions.Default with { Rounds = 0, MinArticles = int.MaxValue });
        var topics = study.Pairs.SelectMany(pair => new[] { (pair.A, pair.B, pair.Topic), (A: pair.B, B: pair.A, pair.Topic) }).ToLookup(pair => pair.A);
        return Enumerable.Range(0, study.Bylines.Count).ToDictionary(b => study.Bylines[b].Byline,
            b => topics[b].OrderByDescending(pair => pair.Topic).ThenBy(pair => pair.B).Select(pair => study.Bylines[pair.B].Byline).ToArray(), StringComparer.Ordinal);
    }

    // The later of two texts that share a fifth of their runs of five words, or half of the runs of one.
    private static bool[] Copies(string[] texts)
    {
        var runs = texts.Select(Runs).ToArray();
        var where = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var isCopy = new bool[texts.Length];
        for (var t = 0; t < texts.Length; t++)
        {
            var shared = new Dictionary<int, int>();
            foreach (var run in runs[t])
            {
                if (!where.TryGetValue(run, out var before)) where[run] = before = [];
                foreach (var other in before) shared[other] = shared.GetValueOrDefault(other) + 1;
                before.Add(t);
            }

            isCopy[t] = shared.Any(s => s.Value >= Jaccard * (runs[t].Count + runs[s.Key].Count - s.Value) || s.Value >= Containment * Math.Min(runs[t].Count, runs[s.Key].Count));
        }

        return isCopy;
    }

    private static HashSet<string> Runs(string text)
    {
        var words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - RunWords + 1)).Select(i => string.Join(' ', words, i, RunWords))];
    }
}
