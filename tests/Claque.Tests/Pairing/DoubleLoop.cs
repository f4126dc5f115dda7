using Claque.Pairing;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Tests.Pairing;

/// <summary>The plain reference: every act against every other.</summary>
internal static class DoubleLoop
{
    public static List<Pair> Pairs(Corpus corpus, Trace trace, TimeSpan window, int minWeight, int? hubLimit = null)
    {
        var posts = corpus.Posts;
        var acts = Enumerable.Range(0, trace.Count)
            .Select(i => (Object: trace.Objects[i], Post: trace.Posts[i], Account: posts.Accounts[trace.Posts[i]], Time: posts.TimesUs[trace.Posts[i]]))
            .Where(act => posts.Precisions[act.Post].NarrowestWindow <= window)
            .ToList();
        if (hubLimit is { } limit)
        {
            var hubs = acts.GroupBy(act => act.Object).Where(o => o.Select(act => act.Account).Distinct().Count() > limit).Select(o => o.Key).ToHashSet();
            acts.RemoveAll(act => hubs.Contains(act.Object));
        }

        var coActs = new Dictionary<(int, int), List<(int Object, int PostA, int PostB, long Gap)>>();
        foreach (var x in acts)
        {
            foreach (var y in acts)
            {
                if (x.Object != y.Object || x.Account >= y.Account || Math.Abs(y.Time - x.Time) > window.TotalMicroseconds) continue;
                if (!coActs.TryGetValue((x.Account, y.Account), out var list)) coActs.Add((x.Account, y.Account), list = []);
                list.Add((x.Object, x.Post, y.Post, y.Time - x.Time));
            }
        }

        return [.. coActs.Select(pair => Measured(pair.Key.Item1, pair.Key.Item2, pair.Value)).Where(p => p.Weight >= minWeight).OrderBy(p => p.A).ThenBy(p => p.B)];
    }

    private static Pair Measured(int a, int b, List<(int Object, int PostA, int PostB, long Gap)> coActs)
    {
        var gaps = coActs.Select(c => Math.Abs(c.Gap)).Order().ToList();
        var n = gaps.Count;
        return new Pair(
            a, b,
            coActs.Select(c => c.Object).Distinct().Count(),
            n,
            coActs.Select(c => c.PostA).Distinct().Count(),
            coActs.Select(c => c.PostB).Distinct().Count(),
            gaps.Sum(),
            (gaps[(n - 1) / 2] + gaps[n / 2]) / 2.0,
            coActs.Count(c => c.Gap > 0),
            coActs.Count(c => c.Gap < 0));
    }
}
