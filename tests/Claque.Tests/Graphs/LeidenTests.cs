using Claque.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Graphs;

public sealed class LeidenTests
{
    [Fact]
    public void The_karate_club_reaches_the_best_known_modularity_or_stays_just_below_it()
    {
        var karate = KnownGraphs.Karate();
        karate.EdgeCount.ShouldBe(78);
        var qualities = Enumerable.Range(0, 50).Select(seed => Modularity.Of(karate, Leiden.Groups(karate, seed: (ulong)seed))).ToList();
        qualities.Min().ShouldBeGreaterThanOrEqualTo(0.4188);
        qualities.Max().ShouldBe(0.4198, 5e-5);
    }

    [Theory]
    [InlineData(6, 5)]
    [InlineData(10, 4)]
    public void In_a_ring_of_cliques_each_clique_is_a_group(int cliques, int size) =>
        Leiden.Groups(KnownGraphs.RingOfCliques(cliques, size)).ShouldBe(Enumerable.Range(0, cliques * size).Select(node => node / size));

    [Fact]
    public void A_higher_resolution_gives_smaller_groups()
    {
        // 40 cliques of 3: plain modularity joins neighbours (its known limit), a resolution of 6 keeps them apart.
        var ring = KnownGraphs.RingOfCliques(40, 3);
        Leiden.Groups(ring).Max().ShouldBeLessThan(39);
        Leiden.Groups(ring, resolution: 6).Max().ShouldBe(39);
    }

    [Fact]
    public void Two_parts_without_a_tie_are_never_in_one_group() =>
        Leiden.Groups(Graph.Of(5, [new(0, 3, 1), new(1, 2, 1)])).ShouldBe([0, 1, 1, 0, 2]);

    [Fact]
    public void Every_group_hangs_together() => Check((graph, resolution, seed) =>
    {
        var groups = Leiden.Groups(graph, resolution, seed);
        return Components.Within(graph, groups).SequenceEqual(groups);
    });

    [Fact]
    public void Every_group_of_large_thin_networks_hangs_together_where_Louvain_leaves_some_in_pieces()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var graph = KnownGraphs.Random(seed, 1000, 1200 + 100 * (int)seed);
            var groups = Leiden.Groups(graph, seed: seed);
            Components.Within(graph, groups).SequenceEqual(groups).ShouldBeTrue($"seed {seed}");
        }
    }

    [Fact]
    public void Modularity_is_never_below_that_of_every_account_alone() => Check((graph, resolution, seed) =>
        Modularity.Of(graph, Leiden.Groups(graph, resolution, seed), resolution)
        >= Modularity.Of(graph, [.. Enumerable.Range(0, graph.NodeCount)], resolution) - 1e-12);

    [Fact]
    public void No_account_would_gain_by_moving_alone() => Check((graph, resolution, seed) =>
    {
        var groups = Leiden.Groups(graph, resolution, seed);
        var quality = Modularity.Of(graph, groups, resolution);
        return Enumerable.Range(0, graph.NodeCount).All(node =>
            groups.Append(groups.Max() + 1).Distinct().Where(group => group < graph.NodeCount).All(group =>
            {
                var moved = (int[])groups.Clone();
                moved[node] = group;
                return Modularity.Of(graph, moved, resolution) <= quality + 1e-9;
            }));
    }, maxNodes: 16);

    [Fact]
    public void The_same_seed_gives_the_same_groups_numbered_by_first_member() => Check((graph, resolution, seed) =>
    {
        var groups = Leiden.Groups(graph, resolution, seed);
        return groups.SequenceEqual(Leiden.Groups(graph, resolution, seed))
            && groups.Distinct().SequenceEqual(Enumerable.Range(0, groups.Distinct().Count()));
    });

    [Fact]
    public void Doubling_all_weights_changes_nothing() => Check((graph, resolution, seed) =>
    {
        var doubled = Graph.Of(graph.NodeCount, [.. graph.Edges().Select(edge => edge with { Weight = 2 * edge.Weight })]);
        return Leiden.Groups(graph, resolution, seed).SequenceEqual(Leiden.Groups(doubled, resolution, seed));
    });

    [Fact]
    public void On_graphs_of_seven_accounts_the_best_of_all_groupings_is_found_nearly_always()
    {
        var missed = 0;
        for (var seed = 0UL; seed < 60; seed++)
        {
            var graph = KnownGraphs.Random(seed, 7, 12);
            var found = Enumerable.Range(0, 5).Max(run => Modularity.Of(graph, Leiden.Groups(graph, seed: (ulong)run)));
            if (found < Groupings(7).Max(groups => Modularity.Of(graph, groups)) - 1e-9) missed++;
        }

        missed.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Refinement_splits_groups_into_connected_parts_that_never_cross_them()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var graph = KnownGraphs.Random(seed, 40, 70);
            var random = new Claque.Statistics.Pcg32(seed);
            int[] groups = [.. Enumerable.Range(0, 40).Select(_ => random.Next(4))];
            var parts = LeidenLevel.Of(graph, 1).Refine(groups, 4, random);
            Enumerable.Range(0, 40).GroupBy(node => parts[node]).ShouldAllBe(part => part.Select(node => groups[node]).Distinct().Count() == 1);
            Components.Within(graph, parts).Distinct().Count().ShouldBe(parts.Distinct().Count());
        }
    }

    [Fact]
    public void Refinement_takes_apart_two_cliques_that_were_thrown_together()
    {
        var ring = KnownGraphs.RingOfCliques(8, 5);
        int[] thrownTogether = [.. Enumerable.Range(0, 40).Select(node => node / 10)];
        var parts = LeidenLevel.Of(ring, 1).Refine(thrownTogether, 4, new Claque.Statistics.Pcg32(3));
        Enumerable.Range(0, 40).GroupBy(node => parts[node]).ShouldAllBe(part => part.Select(node => node / 5).Distinct().Count() == 1);
    }

    [Fact]
    public void A_graph_without_edges_has_a_group_for_each_account_and_no_graph_has_none()
    {
        Leiden.Groups(Graph.Of(3, [])).ShouldBe([0, 1, 2]);
        Leiden.Groups(Graph.Of(0, [])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_resolution_that_is_not_above_0_is_refused(double resolution) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Leiden.Groups(KnownGraphs.Karate(), resolution));

    private static void Check(Func<Graph, double, ulong, bool> holds, int maxNodes = 80) =>
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(7919, 104729),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
            {
                var nodes = 1 + seed % maxNodes;
                var resolution = (seed / 97 % 4) switch { 0 => 0.5, 1 => 1.0, 2 => 1.0, _ => 2.5 };
                return holds(KnownGraphs.Random((ulong)seed, nodes, seed / 7 % 3 * nodes), resolution, (ulong)seed % 13);
            }));

    /// <summary>All ways to group n nodes, numbered by first member.</summary>
    private static IEnumerable<int[]> Groupings(int n)
    {
        return Extend([], 0);

        IEnumerable<int[]> Extend(int[] groups, int used) => groups.Length == n
            ? [groups]
            : Enumerable.Range(0, used + 1).SelectMany(group => Extend([.. groups, group], Math.Max(used, group + 1)));
    }
}
