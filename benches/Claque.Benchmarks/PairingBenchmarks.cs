using BenchmarkDotNet.Attributes;
using Claque.Columns;
using Claque.Pairing;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Benchmarks;

/// <summary>Pairing alone, from encoded columns: the kernel against a dictionary of pairs.</summary>
[MemoryDiagnoser]
public class PairingBenchmarks
{
    private Corpus _corpus = null!;

    [Params(100_000, 1_000_000)]
    public int Acts { get; set; }

    [GlobalSetup]
    public void MakeCorpus()
    {
        var (accounts, objects) = (new NameTable(), new NameTable());
        var rows = new SharesTable(Acts, seed: 1).Acts()
            .Select(act => (Object: objects.Intern("o" + act.Object), Account: accounts.Intern("a" + act.Account), TimeUs: act.Time * 1_000_000)).ToList();
        var precisions = new TimePrecision[rows.Count];
        Array.Fill(precisions, TimePrecision.Second);
        _corpus = new Corpus
        {
            Accounts = accounts,
            Posts = new PostColumns([.. rows.Select((_, i) => (long)i)], [.. rows.Select(r => r.Account)], [.. rows.Select(r => r.TimeUs)], precisions),
            Traces = [new Trace(Behaviour.Object, [.. rows.Select((_, i) => i)], [.. rows.Select(r => r.Object)], objects)],
            Notes = [],
        };
    }

    [Benchmark]
    public int Kernel() =>
        Pairing.Pairing.Within(_corpus, _corpus.Traces[0], new PairOptions { Windows = [TimeSpan.FromSeconds(60)], MinWeight = 2 }).Windows[0].Count;

    [Benchmark(Baseline = true)]
    public int DictionaryOfPairs()
    {
        var trace = _corpus.Traces[0];
        var byObject = new List<(long Time, int Account)>[trace.ObjectNames.Count];
        for (var i = 0; i < trace.Count; i++)
            (byObject[trace.Objects[i]] ??= []).Add((_corpus.Posts.TimesUs[trace.Posts[i]], _corpus.Posts.Accounts[trace.Posts[i]]));

        var weights = new Dictionary<(int, int), int>();
        var seen = new HashSet<(int, int)>();
        foreach (var acts in byObject)
        {
            acts.Sort();
            seen.Clear();
            for (int i = 0, low = 0; i < acts.Count; i++)
            {
                while (acts[i].Time - acts[low].Time > 60_000_000) low++;
                for (var j = low; j < i; j++)
                {
                    if (acts[i].Account == acts[j].Account) continue;
                    var pair = (Math.Min(acts[i].Account, acts[j].Account), Math.Max(acts[i].Account, acts[j].Account));
                    if (seen.Add(pair)) weights[pair] = weights.GetValueOrDefault(pair) + 1;
                }
            }
        }

        return weights.Count(pair => pair.Value >= 2);
    }
}
