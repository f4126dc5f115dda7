using System.Collections.Immutable;
using Claque.Pairing;
using Claque.Reading;
using Claque.Thinning;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Tests.Thinning;

/// <summary>Thins out acts by plain loops over all pairs of acts: what an engine elsewhere must find.</summary>
public sealed class PlainThinning : IThinning
{
    private sealed record Act(int Number, int Object, int Account, long TimeUs, TimePrecision Step);

    private sealed record Draft(Trace Trace, List<Act> Acts, List<Act> Firsts, Dictionary<int, long> Origins, HashSet<(int, int)> Tied, HashSet<int> Marked);

    /// <summary>Share of the acts for the test that were left out, over all behaviours of the last call.</summary>
    public double LeftOut { get; private set; }

    public ImmutableArray<ThinTrace> Thin(Corpus corpus, PairOptions pairing, ValidationOptions? test, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        var drafts = corpus.Traces.Select(trace => Look(corpus, trace, pairing, test!)).ToList();
        var complete = drafts.SelectMany(draft => draft.Marked).ToHashSet();
        ImmutableArray<ThinTrace> thin = [.. drafts.Select(draft => Thinned(corpus, draft, pairing, test!, complete))];
        LeftOut = 1 - thin.Sum(trace => trace.ForTest!.Count) / (double)thin.Sum(trace => trace.Census!.Acts);
        return thin;
    }

    private static Draft Look(Corpus corpus, Trace trace, PairOptions pairing, ValidationOptions test)
    {
        var rules = new TrialRules(test);
        var acts = Enumerable.Range(0, trace.Count).Select(i => new Act(
            i, trace.Objects[i], corpus.Posts.Accounts[trace.Posts[i]], corpus.Posts.TimesUs[trace.Posts[i]], corpus.Posts.Precisions[trace.Posts[i]])).ToList();
        var published = test.Published.Of(trace.Behaviour).ToArray();
        var firsts = new List<Act>();
        var origins = new Dictionary<int, long>();
        foreach (var on in Shared(acts, pairing))
        {
            origins[on.Key] = published.Length > 0 && published[on.Key] != PublicationTimes.None ? published[on.Key] : on.Min(act => act.TimeUs);
            firsts.AddRange(on.GroupBy(act => act.Account).Select(own => own.OrderBy(act => act.TimeUs).ThenBy(act => act.Number).First()));
        }

        var (window, fine) = (Us(pairing.Windows[^1]), acts.Where(act => act.Step.NarrowestWindow <= pairing.Windows[^1]).ToList());
        var tied = Pairs(Shared(fine, pairing with { MaxAccountsPerObject = null }).Where(on => Accounts(acts, on.Key) <= (pairing.MaxAccountsPerObject ?? int.MaxValue)),
            (x, y) => Math.Abs(x.TimeUs - y.TimeUs) <= window).Where(pair => pair.Value >= pairing.MinWeight).Select(pair => pair.Key).ToHashSet();
        var named = Pairs(firsts.GroupBy(act => act.Object), (x, y) =>
            (rules.Supported[(int)x.Step] && rules.Supported[(int)y.Step] && Math.Abs(x.TimeUs - y.TimeUs) <= rules.WindowUs)
            || (IsEarly(rules, origins, x) && IsEarly(rules, origins, y))).Where(pair => pair.Value >= test.MinSittings).Select(pair => pair.Key);
        var steady = firsts.GroupBy(act => act.Account).Where(own => KeepsDelay([.. own.Select(act => act.TimeUs - origins[act.Object])])).Select(own => own.Key);
        return new Draft(trace, acts, firsts, origins, tied, [.. named.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).Concat(steady)]);
    }

    private static ThinTrace Thinned(Corpus corpus, Draft draft, PairOptions pairing, ValidationOptions test, HashSet<int> complete)
    {
        var tied = draft.Tied.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).ToHashSet();
        var hubs = draft.Acts.GroupBy(act => act.Object).Where(on => Accounts(draft.Acts, on.Key) > (pairing.MaxAccountsPerObject ?? int.MaxValue)).ToList();
        var hubObjects = hubs.Select(on => on.Key).ToHashSet();
        var paired = draft.Acts.GroupBy(act => act.Object).Where(on => on.Count() >= 2 && !hubObjects.Contains(on.Key)).SelectMany(on => on).ToList();
        var leftOut = pairing.Windows.Select(window => new LeftOut(hubs.Count, hubs.Sum(on => on.Count()), paired.Count(act => act.Step.NarrowestWindow > window)));
        var witnessed = draft.Firsts.GroupBy(act => act.Object).Where(on => on.Count(act => draft.Marked.Contains(act.Account)) >= 2).Select(on => on.Key).ToHashSet();
        return new ThinTrace(
            draft.Trace,
            Part(draft.Trace, draft.Acts.Where(act => tied.Contains(act.Account) && !hubObjects.Contains(act.Object))),
            [.. leftOut],
            Part(draft.Trace, draft.Firsts.Where(act => complete.Contains(act.Account) || witnessed.Contains(act.Object))),
            Census(corpus, draft, test, complete, hubs.Sum(on => on.Count()), hubs.Count));
    }

    private static TestCensus Census(Corpus corpus, Draft draft, ValidationOptions test, HashSet<int> complete, int hubActs, int hubObjects)
    {
        var rules = new TrialRules(test);
        var early = draft.Firsts.Where(act => IsEarly(rules, draft.Origins, act)).ToLookup(act => act.Object);
        var crowded = early.Where(on => on.Count() >= 2).SelectMany(on => on).ToLookup(act => act.Account);
        var acts = draft.Firsts.ToLookup(act => act.Account);
        var (trials, counted, tested) = Tests(corpus, draft, test, rules, acts);
        return new TestCensus
        {
            Acts = draft.Firsts.Count,
            Accounts = acts.Count,
            Objects = draft.Origins.Count,
            LeftOut = new ActsLeftOut(
                hubObjects, hubActs, draft.Acts.Count(act => draft.Origins.ContainsKey(act.Object)) - draft.Firsts.Count,
                draft.Acts.Count(act => Accounts(draft.Acts, act.Object) < 2),
                draft.Firsts.Count(act => act.Step >= TimePrecision.Minute && act.Step.Step > test.Scales[^1].Window / 3)),
            ActsByStep = [.. Enum.GetValues<TimePrecision>().Select(step => draft.Firsts.LongCount(act => act.Step == step))],
            Complete = [.. Enumerable.Range(0, corpus.Accounts.Count).Select(complete.Contains)],
            OriginsUs = [.. Enumerable.Range(0, draft.Trace.ObjectNames.Count).Select(o => draft.Origins.GetValueOrDefault(o))],
            EarlyOnObject = [.. Enumerable.Range(0, draft.Trace.ObjectNames.Count).Select(o => early[o].Count())],
            EarlyActs = early.Sum(on => on.Count()),
            EarlyTogether = crowded.Sum(own => own.Count()),
            EarlyAccounts = crowded.Count(own => own.Count() >= test.MinSittings),
            Trials = trials,
            TestsCounted = counted,
            Tested = tested,
            Busy = acts.Count(own => own.Count() >= test.MinSittings),
        };
    }

    private static (long Trials, bool Counted, long[] Tested) Tests(Corpus corpus, Draft draft, ValidationOptions test, TrialRules rules, ILookup<int, Act> acts)
    {
        var tested = new long[corpus.Accounts.Count];
        var fine = draft.Firsts.Where(act => rules.Supported[(int)act.Step]).ToList();
        if (fine.Count == 0) return (0, true, tested);
        var reach = rules.Reach(fine.Max(act => act.Step));
        var pairs = Pairs(fine.Where(act => acts[act.Account].Count() >= test.MinSittings).GroupBy(act => act.Object), (x, y) =>
        {
            var (first, second) = (Cell(rules, draft.Origins, x), Cell(rules, draft.Origins, y));
            if (first > second) (first, second) = (second, first);
            return second - first < reach[Math.Min(first, reach.Length - 1)];
        });
        var trials = pairs.Values.Sum(count => (long)count);
        var counted = trials <= (long)test.MaxTrialsCountedPerAct * Math.Max(1, draft.Firsts.Count);
        foreach (var ((a, b), count) in pairs)
        {
            var weight = counted ? TrialRules.TenthsOf(count, test.MinSittings) : count;
            tested[a] += weight;
            tested[b] += weight;
        }

        return (trials, counted, tested);
    }

    private static int Cell(TrialRules rules, Dictionary<int, long> origins, Act act)
    {
        var delay = act.TimeUs - origins[act.Object];
        var cell = 0;
        while (cell < rules.FirstFullCell && delay >= TrialRules.FirstCellUs << cell) cell++;
        return cell + (delay >= rules.FullCellsFromUs ? (int)((delay - rules.FullCellsFromUs) / rules.FullCellUs) : 0);
    }

    private static bool IsEarly(TrialRules rules, Dictionary<int, long> origins, Act act) =>
        rules.EarlyUs[(int)act.Step] > 0 && act.TimeUs - origins[act.Object] < rules.EarlyUs[(int)act.Step];

    private static bool KeepsDelay(long[] delays)
    {
        if (delays.Length < TrialRules.DelayObjects) return false;
        Array.Sort(delays);
        var (share, least, steadiness) = TrialRules.Delay;
        var median = delays[delays.Length / 2];
        var apart = delays.Select(delay => Math.Abs(delay - median)).Order().ToArray();
        return apart[(int)Math.Ceiling(share * apart.Length) - 1] <= Math.Max(least, median / steadiness);
    }

    private static Dictionary<(int, int), int> Pairs(IEnumerable<IGrouping<int, Act>> objects, Func<Act, Act, bool> together)
    {
        var pairs = new Dictionary<(int, int), int>();
        foreach (var on in objects)
        {
            var here = on.ToArray();
            var met = new HashSet<(int, int)>();
            foreach (var x in here)
                foreach (var y in here)
                    if (x.Account < y.Account && together(x, y)) met.Add((x.Account, y.Account));
            foreach (var pair in met) pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }

    private static List<IGrouping<int, Act>> Shared(List<Act> acts, PairOptions pairing) => acts.GroupBy(act => act.Object)
        .Where(on => on.Select(act => act.Account).Distinct().Count() is var accounts && accounts >= 2 && accounts <= (pairing.MaxAccountsPerObject ?? int.MaxValue)).ToList();

    private static int Accounts(List<Act> acts, int o) => AccountsByObject.GetValue(acts, all =>
        all.GroupBy(act => act.Object).ToDictionary(on => on.Key, on => on.Select(act => act.Account).Distinct().Count())).GetValueOrDefault(o);

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<List<Act>, Dictionary<int, int>> AccountsByObject = [];

    private static Trace Part(Trace trace, IEnumerable<Act> kept)
    {
        int[] numbers = [.. kept.Select(act => act.Number).Order()];
        return new Trace(trace.Behaviour, [.. numbers.Select(i => trace.Posts[i])], [.. numbers.Select(i => trace.Objects[i])], trace.ObjectNames);
    }

    private static long Us(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;
}
