using BenchmarkDotNet.Attributes;
using Claque.Text;

namespace Claque.Benchmarks;

/// <summary>Clusters of near-duplicates at 0.7, from texts in normal form: the search against comparing every two sets.</summary>
[MemoryDiagnoser]
public class SimilarBenchmarks
{
    private byte[][] _texts = null!;

    [Params(2_000, 10_000)]
    public int Texts { get; set; }

    [GlobalSetup]
    public void MakeTexts() => _texts = [.. new WordsTable(Texts, seed: 1).Texts().Select(text => text.ToArray())];

    [Benchmark]
    public int Search() => Joined(NearDuplicates.Clusters(Sets(), 0.7));

    [Benchmark(Baseline = true)]
    public int EveryTwoSets() => Joined(SimilarRun.ByComparingAll(Sets(), 0.7));

    private static int Joined(int[] clusters) => clusters.Where((first, text) => first != text).Count();

    private TokenSets Sets()
    {
        var sets = new TokenSets();
        foreach (var text in _texts) sets.Add(text);
        return sets;
    }
}
