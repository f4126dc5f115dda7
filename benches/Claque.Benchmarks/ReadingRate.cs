using System.Diagnostics;
using System.Globalization;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Benchmarks;

/// <summary>How fast a file of posts is read: into posts, and up to dense ids. By all threads that DOTNET_PROCESSOR_COUNT allows.</summary>
internal static class ReadingRate
{
    /// <summary>Writes a Markdown table: CPU seconds, wall seconds, MB a second, allocated MB; best of several runs of each.</summary>
    public static void Write(string path, int runs, TextWriter to)
    {
        var mb = new FileInfo(path).Length / 1e6;
        to.WriteLine($"{Path.GetFileName(path)}, {mb:0} MB");
        to.WriteLine();
        to.WriteLine("| what | CPU s | wall s | MB a CPU second | MB a second | allocated MB |");
        to.WriteLine("|---|---|---|---|---|---|");
        (string Name, Action Run)[] stages =
        [
            ("posts, one by one", () => Posts(path)),
            ("up to dense ids", () => Corpus.Encode(Source(path))),
        ];
        foreach (var (name, run) in stages)
        {
            var best = Enumerable.Range(0, runs).Select(_ => Measure(run)).MinBy(measured => measured.CpuS);
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {best.CpuS:0.00} | {best.WallS:0.00} | {mb / best.CpuS:0} | {mb / best.WallS:0} | {best.AllocatedMb:0} |"));
        }
    }

    private static void Posts(string path)
    {
        var posts = 0L;
        Source(path).ReadAll(_ => posts++, default);
    }

    private static FilePosts Source(string path) => new(path, Path.GetFileName(path), new ReadOptions());

    private static (double CpuS, double WallS, double AllocatedMb) Measure(Action run)
    {
        GC.Collect();
        var (cpu, clock, allocated) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        run();
        return ((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, clock.Elapsed.TotalSeconds, (GC.GetTotalAllocatedBytes() - allocated) / 1e6);
    }
}
