using Claque.Conformance;
using Claque.Evaluation.Rules;
using Claque.Simulation;
using Claque.Tests.Shared;
using Claque.Tracing;
using static Claque.Tests.Shared.Posts;

namespace Claque.Tests.Evaluation;

/// <summary>The field's usual rules against the plainest way to reckon them.</summary>
public sealed class RuleTests
{
    private static readonly Corpus Small = Corpus.Encode(
        Simulator.Simulate(new SimulationOptions { Accounts = 60, Days = 7, Decoys = [Decoy.EarlyBirds, Decoy.Newsroom], Crews = Plants.Parse("6x8x30s"), Seed = 11 }).AsSource());

    [Fact]
    public void CooRTweet_keeps_the_edges_that_the_package_puts_over_its_threshold()
    {
        var network = CoorTweet.Network(CoorTweet.DetectGroups(CoorTweetRule.SharesOf(Small), TimeSpan.FromSeconds(10), 2));
        var expected = network.Edges.Where(edge => edge.Full.OverThreshold).Select(edge => new AccountPair(edge.From, edge.To)).Order().ToArray();
        expected.Length.ShouldBeGreaterThan(10);
        new CoorTweetRule().Judge(Small).Levels.ShouldHaveSingleItem().Pairs.ShouldBe(expected);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void The_60_second_rule_counts_different_objects_as_a_double_loop_does(int minObjects)
    {
        var acts = Acts();
        var weights = Pairs(acts).Where(pair => pair.X.Object == pair.Y.Object && Math.Abs(pair.X.TimeUs - pair.Y.TimeUs) <= 60_000_000)
            .GroupBy(pair => new AccountPair(pair.X.Account, pair.Y.Account)).ToDictionary(g => g.Key, g => g.Select(pair => pair.X.Object).Distinct().Count());
        var expected = weights.Where(pair => pair.Value >= minObjects).Select(pair => pair.Key).Order().ToArray();
        expected.ShouldNotBeEmpty();
        var verdict = new WindowRule(TimeSpan.FromSeconds(60), minObjects).Judge(Small);
        verdict.Levels.ShouldHaveSingleItem().Pairs.ShouldBe(expected);
        verdict.Scores.Max().ShouldBe(weights.Values.Max());
    }

    [Fact]
    public void The_cosine_rule_keeps_the_pairs_that_dense_vectors_put_in_the_top_half_percent()
    {
        var rows = Acts().GroupBy(act => act.Account).Where(row => row.Count() > 10)
            .ToDictionary(row => row.Key, row => row.GroupBy(act => act.Object).ToDictionary(g => g.Key, g => (double)g.Count()));
        var users = rows.Values.SelectMany(row => row.Keys).GroupBy(o => o).ToDictionary(g => g.Key, g => g.Count());
        foreach (var row in rows.Values)
            foreach (var o in row.Keys) row[o] *= Math.Log((1.0 + rows.Count) / (1 + users[o])) + 1;
        var cosines = (from a in rows.Keys from b in rows.Keys where a < b select (Pair: new AccountPair(a, b), Cosine: Cosine(rows[a], rows[b])))
            .Where(pair => pair.Cosine > 0).OrderByDescending(pair => pair.Cosine).ToList();
        var kept = cosines.Take((int)Math.Ceiling(.005 * cosines.Count)).Select(pair => pair.Pair).Order().ToArray();
        kept.Length.ShouldBeGreaterThan(3);
        var verdict = new CosineRule().Judge(Small);
        verdict.Levels.ShouldHaveSingleItem().Pairs.ShouldBe(kept);
        verdict.Scores.Max().ShouldBe(cosines[0].Cosine, 1e-12);

        static double Cosine(Dictionary<int, double> a, Dictionary<int, double> b) =>
            a.Sum(cell => cell.Value * b.GetValueOrDefault(cell.Key)) / Math.Sqrt(a.Values.Sum(x => x * x) * b.Values.Sum(x => x * x));
    }

    [Theory]
    [InlineData(1, 3, 4, 10)]
    [InlineData(3, 3, 4, 10)]
    [InlineData(2, 7, 6, 10)]
    [InlineData(4, 7, 6, 10)]
    [InlineData(5, 20, 30, 200)]
    public void The_hypergeometric_tail_is_the_share_of_all_choices(int common, int a, int b, int population)
    {
        var choices = Enumerable.Range(0, Math.Min(a, b) + 1).Select(k => Choose(a, k) * Choose(population - a, b - k)).ToArray();
        Math.Exp(new HypergeometricTail(population).LogChance(common, a, b)).ShouldBe(choices.Skip(common).Sum() / choices.Sum(), 1e-9);

        static double Choose(int n, int k) => k < 0 || k > n ? 0 : Enumerable.Range(1, k).Aggregate(1.0, (c, i) => c * (n - k + i) / i);
    }

    [Fact]
    public void The_hypergeometric_rule_accuses_by_Benjamini_and_Hochberg_over_all_pairs()
    {
        var acts = Acts();
        var shared = acts.GroupBy(act => act.Object).Where(o => o.Select(act => act.Account).Distinct().Count() > 1).Select(o => o.Key).ToHashSet();
        var objects = acts.Where(act => shared.Contains(act.Object)).GroupBy(act => act.Account).ToDictionary(g => g.Key, g => g.Select(act => act.Object).ToHashSet());
        var tail = new HypergeometricTail(shared.Count);
        var p = (from a in objects.Keys from b in objects.Keys where a < b select (Pair: new AccountPair(a, b), P: Math.Exp(tail.LogChance(objects[a].Intersect(objects[b]).Count(), objects[a].Count, objects[b].Count))))
            .OrderBy(pair => pair.P).ToList();
        var last = Enumerable.Range(0, p.Count).Last(i => p[i].P * p.Count / (i + 1) <= .05);
        var level = new HypergeometricRule().Judge(Small).Levels.Single(level => level.Nominal == .05);
        level.Pairs.ShouldBe(p.Take(last + 1).Select(pair => pair.Pair).Order());
        level.Accounts.ShouldBe(level.Pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Order());
    }

    [Fact]
    public void Claque_accuses_at_1_percent_exactly_whom_it_names()
    {
        var findings = Detection.Run(
            Simulator.Simulate(new SimulationOptions { Accounts = 80, Days = 7, Decoys = [Decoy.Newsroom], Crews = Plants.Parse("8x12x1min,8x8x20min-text"), Seed = 5 }).AsSource(),
            new DetectionOptions());
        var named = findings.Validated!.Accounts.Where(account => account.Tier == Claque.Validation.Tier.Named).Select(account => account.Account)
            .Union(findings.Texts!.Accounts.Where(account => account.Tier == Claque.Validation.Tier.Named).Select(account => account.Account)).Order().ToArray();
        named.Length.ShouldBeGreaterThan(15);
        ClaqueRule.Of(findings, Evidence.Either).Levels[0].Accounts.ShouldBe(named);
    }

    [Fact]
    public void Texts_that_are_alike_in_words_count_once_not_also_as_similar()
    {
        var corpus = Corpus.Encode(new ListSource(
            Post("1", "ann", "2024-05-01T08:00:00Z", "the harbour gate opens again tonight", links: []),
            Post("2", "bob", "2024-05-01T08:00:05Z", "the harbour gate opens again tonight", links: [])));
        corpus.Traces.Length.ShouldBe(2);
        new WindowRule(TimeSpan.FromSeconds(60), 2).Judge(corpus).Levels[0].Pairs.ShouldBeEmpty();
        new WindowRule(TimeSpan.FromSeconds(60), 1).Judge(corpus).Levels[0].Pairs.ShouldHaveSingleItem();
    }

    private static List<(int Account, string Object, long TimeUs)> ActsByName() =>
    [
        .. from trace in Small.Traces
           where trace.Behaviour != Behaviour.SimilarText
           from i in Enumerable.Range(0, trace.Count)
           select (Small.Posts.Accounts[trace.Posts[i]], $"{trace.Behaviour} {trace.ObjectNames[trace.Objects[i]]}", Small.Posts.TimesUs[trace.Posts[i]]),
    ];

    private static List<(int Account, int Object, long TimeUs)> Acts()
    {
        var acts = ActsByName();
        var numbers = acts.Select(act => act.Object).Distinct().Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i);
        return [.. acts.Select(act => (act.Account, numbers[act.Object], act.TimeUs))];
    }

    private static IEnumerable<((int Account, int Object, long TimeUs) X, (int Account, int Object, long TimeUs) Y)> Pairs(List<(int Account, int Object, long TimeUs)> acts)
    {
        for (var i = 0; i < acts.Count; i++)
            for (var j = i + 1; j < acts.Count; j++)
                if (acts[i].Account != acts[j].Account) yield return (acts[i], acts[j]);
    }
}
