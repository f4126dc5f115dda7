using System.Globalization;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Benchmarks;

/// <summary>The test of timing beside pairing alone, both from encoded columns: all behaviours, default windows.</summary>
internal static class TestRun
{
    /// <summary>Prints a Markdown row: acts, CPU seconds of pairing and of the test, ratio of both together to pairing alone.</summary>
    public static void Print(string path, int runs, TextWriter output)
    {
        var corpus = path.EndsWith(".csv", StringComparison.Ordinal) ? Corpus.Encode(new FilePosts(path, path, new ReadOptions())) : ShareFile.Encoded(path);
        var options = new DetectionOptions();
        var test = Detection.TestOf(corpus, options)!;
        var (pairing, testing) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < runs; run++)
        {
            var begun = PairsRun.Cpu();
            foreach (var trace in corpus.Traces) Pairing.Pairing.Within(corpus, trace, options.Pairing);
            pairing = Math.Min(pairing, PairsRun.Cpu() - begun);
            begun = PairsRun.Cpu();
            Validation.Validation.Test(corpus, test);
            testing = Math.Min(testing, PairsRun.Cpu() - begun);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {corpus.Traces.Sum(trace => trace.Count):N0} | {corpus.Traces.Length} | {pairing:0.000} | {testing:0.000} | **{(pairing + testing) / pairing:0.00}** |"));
    }
}
