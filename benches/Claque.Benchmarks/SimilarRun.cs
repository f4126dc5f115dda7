using System.Diagnostics;
using System.Globalization;
using System.Text;
using Claque.Text;
using Claque.Text.Similar;

namespace Claque.Benchmarks;

/// <summary>Near-duplicates among invented texts, or among the lines of a file; what they cost.</summary>
internal static class SimilarRun
{
    private const int SampleSize = 20_000;

    /// <summary>
    /// Prints a Markdown row: texts, likeness, threads, texts that are in a cluster with another, CPU seconds of making the texts and their sets and of the search, wall seconds of the search, peak memory;
    /// then whether a sample of texts gives what comparing every two gives.
    /// </summary>
    /// <param name="source">A number of texts to invent, or a file with a text a line.</param>
    /// <param name="similarity">Smallest likeness.</param>
    /// <param name="threads">Threads of the search.</param>
    /// <param name="output">Where the row goes.</param>
    public static void Print(string source, double similarity, int threads, TextWriter output)
    {
        var begun = PairsRun.Cpu();
        var (sets, sample) = (new TokenSets(), new TokenSets());
        foreach (var text in Texts(source))
        {
            sets.Add(text.Span);
            if (sample.Count < SampleSize) sample.Add(text.Span);
        }

        var reading = PairsRun.Cpu() - begun;
        (begun, var wall) = (PairsRun.Cpu(), Stopwatch.StartNew());
        var clusters = NearDuplicates.Clusters(sets, similarity, new SimilarOptions { Threads = threads });
        var searching = PairsRun.Cpu() - begun;
        wall.Stop();
        var joined = clusters.Where((first, text) => first != text).Count();
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        var found = NearDuplicates.Clusters(sample, similarity, new SimilarOptions { Threads = threads });
        var same = found.AsSpan().SequenceEqual(ByComparingAll(sample, similarity)) ? "equal" : "DIFFERENT";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {sets.Count:N0} | {similarity} | {threads} | {joined:N0} | {reading:0.0} | {searching:0.00} | {wall.Elapsed.TotalSeconds:0.00} | {peak:0} | {same} on {sample.Count:N0} |"));
    }

    /// <summary>The plain baseline: every two sets, sorted, are merged.</summary>
    public static int[] ByComparingAll(TokenSets sets, double similarity)
    {
        var tokens = Enumerable.Range(0, sets.Count).Select(text => sets[text].ToArray()).ToArray();
        foreach (var set in tokens) Array.Sort(set);
        var clusters = new UnionFind(tokens.Length);
        for (var a = 0; a < tokens.Length; a++)
        {
            for (var b = a + 1; b < tokens.Length; b++)
            {
                int shared = 0, i = 0, j = 0;
                while (i < tokens[a].Length && j < tokens[b].Length)
                {
                    var order = tokens[a][i].CompareTo(tokens[b][j]);
                    if (order == 0) shared++;
                    if (order <= 0) i++;
                    if (order >= 0) j++;
                }

                if (shared > 0 && (double)shared / (tokens[a].Length + tokens[b].Length - shared) >= similarity) clusters.Union(a, b);
            }
        }

        return [.. Enumerable.Range(0, tokens.Length).Select(clusters.Find)];
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Texts(string source)
    {
        if (int.TryParse(source, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            foreach (var text in new WordsTable(count, seed: 1).Texts()) yield return text;
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(source))
        {
            var text = TextForm.Normalise(line);
            var bytes = Encoding.UTF8.GetBytes(text);
            if (TextForm.CountWords(bytes) >= 4 && seen.Add(text)) yield return bytes;
        }
    }
}
