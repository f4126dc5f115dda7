using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Claque.Reading;
using Claque.Tracing;
using CsvHelper;
using CsvHelper.Configuration;

namespace Claque.Benchmarks;

/// <summary>What one program read of a table of shares, and what it took. Every rival prints the same fields, so that they can be compared.</summary>
/// <param name="CpuS">CPU seconds, user and system, of the run with the least wall time.</param>
/// <param name="WallS">Wall seconds of that run.</param>
/// <param name="PeakMb">Peak resident memory over all runs.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Accounts">Distinct accounts.</param>
/// <param name="Objects">Distinct objects.</param>
/// <param name="Seconds">Sum of all times, seconds since 1970.</param>
internal sealed record ReadingResult(double CpuS, double WallS, double PeakMb, long Rows, long Accounts, long Objects, long Seconds)
{
    public string ToJson() => JsonSerializer.Serialize(this);
}

/// <summary>A CSV of shares (account_id, object_id, the time as last column) read up to dense ids, by Claque and by CsvHelper.</summary>
internal static class ReadingRun
{
    /// <summary>Claque: all columns of posts, repeats by account and id merged, ids by first appearance.</summary>
    public static ReadingResult Claque(string path, int runs) => Best(runs, () =>
    {
        var corpus = Corpus.Encode(new FilePosts(path, Path.GetFileName(path), new ReadOptions()));
        var acts = corpus.Traces.Single();
        return () => (acts.Count, corpus.Accounts.Count, acts.ObjectNames.Count, corpus.Posts.TimesUs.Sum(us => us / 1_000_000));
    });

    /// <summary>CsvHelper's rows, and a dictionary for the numbers of each kind of name.</summary>
    public static ReadingResult CsvHelper(string path, int runs) => Best(runs, () =>
    {
        var (accounts, objects) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        var (ofRow, onRow, times) = (new List<int>(), new List<int>(), new List<long>());
        using var reader = new StreamReader(path, new FileStreamOptions { BufferSize = 1 << 20 });
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BufferSize = 1 << 16 });
        csv.Read();
        csv.ReadHeader();
        var (account, obj, time) = (csv.GetFieldIndex("account_id"), csv.GetFieldIndex("object_id"), csv.HeaderRecord!.Length - 1);
        while (csv.Read())
        {
            ofRow.Add(NumberOf(accounts, csv.GetField(account)!));
            onRow.Add(NumberOf(objects, csv.GetField(obj)!));
            times.Add(SecondsOf(csv.GetField(time)!));
        }

        return () => (ofRow.Count, accounts.Count, objects.Count, times.Sum());
    });

    private static ReadingResult Best(int runs, Func<Func<(long Rows, long Accounts, long Objects, long Seconds)>> read)
    {
        ReadingResult? best = null;
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            var (cpu, wall) = (PairsRun.Cpu(), Stopwatch.StartNew());
            var sums = read();
            var (cpuS, wallS) = (PairsRun.Cpu() - cpu, wall.Elapsed.TotalSeconds);
            var (rows, accounts, objects, seconds) = sums();
            if (best == null || wallS < best.WallS) best = new ReadingResult(cpuS, wallS, 0, rows, accounts, objects, seconds);
        }

        return best! with { PeakMb = PairsRun.Memory("VmHWM:") };
    }

    private static int NumberOf(Dictionary<string, int> numbers, string name)
    {
        if (!numbers.TryGetValue(name, out var number)) numbers.Add(name, number = numbers.Count);
        return number;
    }

    private static long SecondsOf(string time) => long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        ? seconds
        : DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds();
}
