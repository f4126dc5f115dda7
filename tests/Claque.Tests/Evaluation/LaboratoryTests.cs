using Claque.Evaluation;
using Claque.Evaluation.Rules;
using Claque.Simulation;
using Claque.Tests.Shared;
using static Claque.Tests.Shared.Posts;

namespace Claque.Tests.Evaluation;

public sealed class LaboratoryTests
{
    private static readonly LaboratoryOptions Tiny = new()
    {
        QuietCorpora = 2,
        CrewCorpora = 2,
        Accounts = 80,
        Days = 7,
        Seed = 31,
        Decoys = [Decoy.EarlyBirds, Decoy.Newsroom],
        Crews = Plants.Parse("8x15x1min-c0"),
        Dealt = Plants.Parse("4x5x2min-c0,4x8x30s-c50-p60,4x6x1min"),
        DealtPerCorpus = 2,
    };

    private static readonly LaboratoryResult Result = Laboratory.Run(Tiny);

    [Fact]
    public void The_corpora_are_those_that_simulate_makes_with_the_same_seeds()
    {
        Result.Corpora.Select(corpus => (corpus.Generator, corpus.Seed, corpus.HasCrews)).ShouldBe(
        [
            (Generator.First, 31ul, false), (Generator.First, 32, false), (Generator.First, 10_031, true), (Generator.First, 10_032, true),
            (Generator.Second, 31, false), (Generator.Second, 32, false), (Generator.Second, 10_031, true), (Generator.Second, 10_032, true),
        ]);
        Result.Corpora[4].Posts.ShouldBe(Simulator.Simulate(new SimulationOptions { Accounts = 80, Days = 7, Seed = 31, Decoys = Tiny.Decoys, Generator = Generator.Second }).Posts.Length);
    }

    [Fact]
    public void The_same_options_give_the_same_scores() =>
        System.Text.Json.JsonSerializer.Serialize(Laboratory.Run(Tiny).Corpora).ShouldBe(System.Text.Json.JsonSerializer.Serialize(Result.Corpora));

    [Fact]
    public void Cells_are_dealt_in_turn_beside_the_standing_crews()
    {
        Result.Cells(Generator.First).ShouldBe([("8x15x1min-c0", 2), ("4x5x2min-c0", 2), ("4x8x30s-c50-p60", 1), ("4x6x1min-c50", 1)], ignoreOrder: true);
        Result.Cells(null).Sum(cell => cell.Crews).ShouldBe(12);
    }

    [Fact]
    public void A_tight_crew_is_found_and_the_careless_rule_accuses_early_birds()
    {
        Result.Power(null, "Claque", .01, "8x15x1min-c0").Value.ShouldBeGreaterThan(.9);
        Result.Quiet(null, "60 s ≥ 2", null).Corpora.ShouldBe(new Share(4, 4));
        Result.Role(null, crews: false, "60 s ≥ 2", null, "early-birds").Value.ShouldBeGreaterThan(.8);
        Result.Quiet(Generator.First, "Claque", .01).False.Of.ShouldBe(2 * InnocentsOf(Generator.First));
        Result.Quiet(Generator.Second, "Claque", .01).False.Of.ShouldBe(2 * InnocentsOf(Generator.Second));
        Result.Planted(null, "Claque", .01).Auc!.Value.Value.ShouldBeGreaterThan(.8);
    }

    private static int InnocentsOf(Generator generator) =>
        Simulator.Simulate(new SimulationOptions { Accounts = 80, Days = 7, Seed = 31, Decoys = Tiny.Decoys, Generator = generator }).Truth.Count(account => account.Role != "newsroom");

    [Fact]
    public void A_pair_is_true_within_one_crew_and_left_apart_among_newsrooms()
    {
        TrueAccount[] truth = [new("ann", "crew", "one"), new("bob", "crew", "one"), new("cem", "crew", "two"), new("dag", "newsroom", ""), new("eva", "feed-bots", ""), new("fay", "organic", ""), new("gil", "background", "")];
        // ann and bob, ann and cem, dag and eva, dag and fay, ann and gil share a link each.
        TestPost[] posts = [.. new[] { "ann bob", "ann cem", "dag eva", "dag fay", "ann gil" }.SelectMany((pair, i) => pair.Split(' ').Select(account => Post($"{account}{i}", account, links: [$"https://example.org/{i}"])))];
        var score = Laboratory.Judge(new ListSource(posts), truth, [new WindowRule(TimeSpan.FromSeconds(60), 1)]).ShouldHaveSingleItem().Levels[0];
        score.FalsePairs.ShouldBe(new Share(3, 4));
        score.False.ShouldBe(new Share(1, 1));
        score.Recall.ShouldBe(new Share(3, 3));
    }

    [Fact]
    public void Every_crew_can_be_read_back_from_its_cell()
    {
        foreach (var cell in new[] { "8x15x10min-c50", "4x5x30s-c0-p60", "8x8x1h-c90-link+text-light", "8x8x90s-c50-text-paraphrase-launch" })
            Plants.CellOf(Plants.Parse(cell)[0]).ShouldBe(cell);
        LaboratoryOptions.Grid.Select(Plants.CellOf).ShouldBeUnique();
        LaboratoryOptions.Grid.Length.ShouldBe(81);
    }
}
