using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Claque.Pairing;

namespace Claque.Benchmarks;

/// <summary>What one way of pairing found, and what it took. Every rival prints the same fields, so that they can be compared.</summary>
/// <param name="CpuS">CPU seconds, user and system, of the fastest run.</param>
/// <param name="WallS">Wall seconds of that run.</param>
/// <param name="InputMb">Resident memory before the first run: the columns, and the runtime.</param>
/// <param name="PeakMb">Peak resident memory over all runs.</param>
/// <param name="Edges">Pairs found.</param>
/// <param name="Weights">Sum of their weights.</param>
/// <param name="Gaps">Sum of the gaps of their co-acts, seconds; -1 where not asked for.</param>
/// <param name="Checksum">Sum over the pairs of a number made of both accounts and the weight: see the SQL.</param>
/// <param name="Measures">The same of both accounts and every other measure; -1 where they were not asked for.</param>
internal sealed record PairsResult(double CpuS, double WallS, double InputMb, double PeakMb, long Edges, long Weights, long Gaps, long Checksum, long Measures = -1)
{
    public string ToJson() => JsonSerializer.Serialize(this);
}

/// <summary>Claque's pairing from encoded columns, measured in this process.</summary>
internal static class PairsRun
{
    public static PairsResult Measure(string path, long windowS, int minWeight, int runs)
    {
        var corpus = ShareFile.Encoded(path);
        var options = new PairOptions { Windows = [TimeSpan.FromSeconds(windowS)], MinWeight = minWeight, MaxAccountsPerObject = null };
        GC.Collect();
        ResetPeak();
        var inputMb = Memory("VmRSS:");
        PairsResult? best = null;
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            var (cpu, wall) = (Cpu(), Stopwatch.StartNew());
            var pairs = Pairing.Pairing.Within(corpus, corpus.Traces[0], options).Windows[0].Items;
            var result = new PairsResult(
                Cpu() - cpu, wall.Elapsed.TotalSeconds, inputMb, 0, pairs.Length, pairs.Sum(pair => (long)pair.Weight),
                pairs.Sum(pair => pair.SumGapUs) / 1_000_000, pairs.Sum(pair => Checksum(pair.A, pair.B, pair.Weight)), pairs.Sum(Measures));
            if (best == null || result.CpuS < best.CpuS) best = result;
        }

        return best! with { PeakMb = Memory("VmHWM:") };
    }

    /// <summary>The plain way: acts of each object in a sorted list, a sliding window, a dictionary of pairs, a set of those seen on the object.</summary>
    public static PairsResult MeasurePlain(string path, long windowS, int minWeight)
    {
        var byObject = new List<List<(int Second, int Account)>>();
        foreach (var block in ShareFile.Blocks(path))
        {
            foreach (var share in block.Span)
            {
                while (byObject.Count <= share.Object) byObject.Add([]);
                byObject[share.Object].Add((share.Second, share.Account));
            }
        }

        var (inputMb, cpu, wall) = (Memory("VmRSS:"), Cpu(), Stopwatch.StartNew());
        var weights = new Dictionary<(int, int), int>();
        var seen = new HashSet<(int, int)>();
        foreach (var acts in byObject)
        {
            acts.Sort();
            seen.Clear();
            for (int i = 0, low = 0; i < acts.Count; i++)
            {
                while (acts[i].Second - acts[low].Second > windowS) low++;
                for (var j = low; j < i; j++)
                {
                    if (acts[i].Account == acts[j].Account) continue;
                    var pair = (Math.Min(acts[i].Account, acts[j].Account), Math.Max(acts[i].Account, acts[j].Account));
                    if (seen.Add(pair)) weights[pair] = weights.GetValueOrDefault(pair) + 1;
                }
            }
        }

        var kept = weights.Where(pair => pair.Value >= minWeight).ToList();
        return new PairsResult(
            Cpu() - cpu, wall.Elapsed.TotalSeconds, inputMb, Memory("VmHWM:"), kept.Count, kept.Sum(pair => (long)pair.Value), -1,
            kept.Sum(pair => Checksum(pair.Key.Item1, pair.Key.Item2, pair.Value)));
    }

    /// <summary>The same with the pairs handed on as they are found and not kept: what the kernel itself takes.</summary>
    public static PairsResult MeasureKernel(string path, long windowS, int minWeight, int threads, RowScan.Lanes lanes)
    {
        var corpus = ShareFile.Encoded(path);
        var options = new PairOptions { Windows = [TimeSpan.FromSeconds(windowS)], MinWeight = minWeight, MaxAccountsPerObject = null, Threads = threads };
        GC.Collect();
        ResetPeak();
        var (inputMb, cpu, wall) = (Memory("VmRSS:"), Cpu(), Stopwatch.StartNew());
        var index = ActIndex.Of(corpus, corpus.Traces[0], options, CancellationToken.None);
        Console.Error.WriteLine($"index: {Cpu() - cpu:0.00} CPU s, {wall.Elapsed.TotalSeconds:0.00} s");
        long edges = 0, weights = 0, gaps = 0, checksum = 0;
        Pairing.Pairing.ForEachChunk(
            index, options, lanes,
            (_, pairs) =>
            {
                var (weight, gap, check) = (0L, 0L, 0L);
                foreach (ref readonly var pair in CollectionsMarshal.AsSpan(pairs[0]))
                    (weight, gap, check) = (weight + pair.Weight, gap + pair.SumGapUs, check + Checksum(pair.A, pair.B, pair.Weight));
                Interlocked.Add(ref edges, pairs[0].Count);
                Interlocked.Add(ref weights, weight);
                Interlocked.Add(ref gaps, gap);
                Interlocked.Add(ref checksum, check);
            },
            null, "", CancellationToken.None);
        return new PairsResult(Cpu() - cpu, wall.Elapsed.TotalSeconds, inputMb, Memory("VmHWM:"), edges, weights, gaps / 1_000_000, checksum);
    }

    /// <summary>Pairs of acts on one object at most a window apart: what every method has to look at. Acts of one account included.</summary>
    public static long WindowPairs(string path, long windowS)
    {
        var corpus = ShareFile.Encoded(path);
        var trace = corpus.Traces[0];
        var (order, starts) = Columns.CountingSort.By(trace.Objects, trace.ObjectNames.Count);
        var pairs = 0L;
        for (var o = 0; o + 1 < starts.Length; o++)
        {
            for (int i = starts[o], low = i; i < starts[o + 1]; i++)
            {
                while (corpus.Posts.TimesUs[order[i]] - corpus.Posts.TimesUs[order[low]] > windowS * 1_000_000) low++;
                pairs += i - low;
            }
        }

        return pairs;
    }

    public static long Checksum(long a, long b, long weight) => (a % 46_337 * (b % 46_337) + weight * 7_919) % 1_000_003;

    // The tables have whole seconds, so a median gap has whole halves of one.
    private static long Measures(Pair pair) =>
        (pair.A % 46_337L * (pair.B % 46_337) + pair.CoActs * 7_919 + pair.PostsA * 104_729L + pair.PostsB * 224_737L + pair.SumGapUs / 1_000_000 * 350_377
            + (long)(2 * pair.MedianGapUs) / 1_000_000 * 479_909 + pair.AFirst * 611_953 + pair.BFirst * 746_773) % 1_000_003;

    public static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    /// <summary>A line of the kernel's account of this process, MB; 0 where there is none.</summary>
    public static double Memory(string line)
    {
        if (!File.Exists("/proc/self/status")) return 0;
        var value = File.ReadLines("/proc/self/status").First(one => one.StartsWith(line, StringComparison.Ordinal));
        return double.Parse(value[line.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture) / 1024;
    }

    public static void ResetPeak()
    {
        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (IOException)
        {
            // Where the peak cannot be set back it includes the making of the columns, which only makes it look larger.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }
}
