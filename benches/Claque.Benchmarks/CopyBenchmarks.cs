using BenchmarkDotNet.Attributes;
using Claque.Text.Copies;

namespace Claque.Benchmarks;

/// <summary>Common passages of articles: the index and the search, against comparing every two by their sets of shingles.</summary>
[MemoryDiagnoser]
public class CopyBenchmarks
{
    private string[] _texts = null!;

    [Params(500, 2_000)]
    public int Articles { get; set; }

    [GlobalSetup]
    public void MakeTexts() => _texts = [.. new ArticlesFile(Articles, words: 600, seed: 1).Texts()];

    [Benchmark]
    public int IndexAndAlign()
    {
        var options = new ShingleOptions();
        var words = new WordHashes?[Articles];
        var index = ShingleIndex.Of(Articles, i => _texts[i], options);
        return CopySearch.Of(index, i => words[i] ??= WordHashes.Of(_texts[i]), leastWords: 12, options.Length).Count;
    }

    [Benchmark(Baseline = true)]
    public int EveryTwoSets()
    {
        var sets = _texts.Select(text =>
        {
            var words = text.Split(' ');
            return Enumerable.Range(0, words.Length - 4).Select(i => string.Join(' ', words[i..(i + 5)])).ToHashSet();
        }).ToArray();
        var pairs = 0;
        for (var a = 0; a < sets.Length; a++)
            for (var b = a + 1; b < sets.Length; b++)
                if (sets[a].Count(sets[b].Contains) >= 8) pairs++;
        return pairs;
    }
}
