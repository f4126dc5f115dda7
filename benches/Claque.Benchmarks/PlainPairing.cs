using System.Globalization;

namespace Claque.Benchmarks;

/// <summary>
/// What a competent programmer writes in an afternoon: read lines, split, dictionaries of strings, a sorted list per object, a
/// sliding window and a hash set of objects per pair. The baseline that Claque is compared with.
/// </summary>
internal static class PlainPairing
{
    /// <summary>Reads the shares and writes the pairs with at least the weight; returns their number.</summary>
    public static int Run(string csv, string edges, long windowS, int minWeight)
    {
        var byObject = new Dictionary<string, List<(long Time, string Account)>>();
        var names = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(csv).Skip(1))
        {
            var cells = line.Split(',');
            if (!names.TryGetValue(cells[1], out var account)) names.Add(cells[1], account = cells[1]);
            if (!byObject.TryGetValue(cells[0], out var acts)) byObject.Add(cells[0], acts = []);
            acts.Add((long.Parse(cells[3], CultureInfo.InvariantCulture), account));
        }

        var weights = new Dictionary<(string, string), int>();
        var seen = new HashSet<(string, string)>();
        foreach (var acts in byObject.Values)
        {
            acts.Sort();
            seen.Clear();
            var low = 0;
            for (var i = 0; i < acts.Count; i++)
            {
                while (acts[i].Time - acts[low].Time > windowS) low++;
                for (var j = low; j < i; j++)
                {
                    var order = string.CompareOrdinal(acts[i].Account, acts[j].Account);
                    if (order == 0) continue;
                    var pair = order < 0 ? (acts[i].Account, acts[j].Account) : (acts[j].Account, acts[i].Account);
                    if (seen.Add(pair)) weights[pair] = weights.GetValueOrDefault(pair) + 1;
                }
            }
        }

        using var writer = new StreamWriter(edges);
        writer.WriteLine("account_a,account_b,weight");
        var kept = 0;
        foreach (var (pair, weight) in weights)
        {
            if (weight < minWeight) continue;
            writer.WriteLine($"{pair.Item1},{pair.Item2},{weight}");
            kept++;
        }

        return kept;
    }
}
