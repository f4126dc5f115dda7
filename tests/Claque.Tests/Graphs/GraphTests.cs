using Claque.Graphs;

namespace Claque.Tests.Graphs;

public sealed class GraphTests
{
    [Fact]
    public void Weights_of_repeated_edges_are_added_and_loops_are_ignored()
    {
        var graph = Graph.Of(3, [new(0, 1, 2), new(1, 0, 3), new(1, 1, 9), new(2, 1, 1)]);

        graph.Edges().ShouldBe([new Edge(0, 1, 5), new Edge(1, 2, 1)]);
        (graph.NodeCount, graph.EdgeCount, graph.StrengthOf(1)).ShouldBe((3, 2, 6));
        graph.NeighboursOf(1).ToArray().ShouldBe([0, 2]);
    }

    [Fact]
    public void The_order_in_which_edges_are_given_changes_no_bit_of_a_weight()
    {
        Edge[] edges = [new(0, 1, 0.1), new(0, 1, 0.2), new(1, 0, 0.3), new(0, 1, 0.7)];
        Graph.Of(2, edges).WeightsOf(0)[0].ShouldBe(Graph.Of(2, [.. edges.Reverse()]).WeightsOf(1)[0]);
    }

    [Theory]
    [InlineData(0, 3, 1.0)]
    [InlineData(-1, 0, 1.0)]
    [InlineData(0, 1, 0.0)]
    [InlineData(0, 1, -2.0)]
    [InlineData(0, 1, double.NaN)]
    public void An_edge_outside_the_graph_or_without_weight_is_refused(int a, int b, double weight) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Graph.Of(3, [new Edge(a, b, weight)]));

    [Fact]
    public void Components_are_numbered_by_first_member_and_an_isolated_node_is_one() =>
        Components.Of(Graph.Of(6, [new(4, 0, 1), new(1, 3, 1), new(3, 5, 1)])).ShouldBe([0, 1, 2, 1, 0, 1]);

    [Fact]
    public void A_group_whose_members_meet_only_outside_falls_into_parts() =>
        Components.Within(Graph.Of(3, [new(0, 1, 1), new(1, 2, 1)]), [0, 1, 0]).ShouldBe([0, 1, 2]);

    [Fact]
    public void Modularity_of_two_cliques_with_one_tie_is_as_computed_by_hand()
    {
        // Two triangles joined by one edge: 6 of 7 edges inside, each side has half of the strength: 6/7 - 2 * (1/2)².
        var graph = Graph.Of(6, [new(0, 1, 1), new(1, 2, 1), new(0, 2, 1), new(3, 4, 1), new(4, 5, 1), new(3, 5, 1), new(2, 3, 1)]);
        Modularity.Of(graph, [0, 0, 0, 1, 1, 1]).ShouldBe(6.0 / 7 - 0.5, 1e-12);
        Modularity.Of(graph, [0, 0, 0, 1, 1, 1], resolution: 2).ShouldBe(6.0 / 7 - 1, 1e-12);
        Modularity.Of(graph, new int[6]).ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Modularity_of_a_graph_without_edges_is_0() => Modularity.Of(Graph.Of(2, []), [0, 1]).ShouldBe(0);
}
