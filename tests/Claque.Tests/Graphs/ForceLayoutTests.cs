using Claque.Graphs;
using Claque.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Graphs;

public sealed class ForceLayoutTests
{
    [Fact]
    public void The_same_graph_gets_the_same_picture()
    {
        var graph = TwoCliques(600);
        Placed(graph).ShouldBe(Placed(graph));
    }

    [Fact]
    public async Task The_picture_does_not_depend_on_the_number_of_threads()
    {
        var graph = Chain(5000);
        var options = new LayoutOptions { Steps = 4 };
        var (many, one) = (Placed(graph, options), Array.Empty<(float, float)>());
        // A thread that is alone in its scheduler runs every block of the parallel loop itself.
        await Task.Factory.StartNew(
            () => one = Placed(graph, options), CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
        one.ShouldBe(many);
    }

    [Fact]
    public void Tied_nodes_lie_nearer_to_each_other_than_others()
    {
        var places = Placed(TwoCliques(20));
        var (inside, across) = (Distances(places, (a, b) => (a < 10) == (b < 10)), Distances(places, (a, b) => (a < 10) != (b < 10)));
        inside.ShouldBeLessThan(0.6 * across);
    }

    [Fact]
    public void Parts_that_have_nothing_to_do_with_each_other_do_not_overlap()
    {
        var edges = Enumerable.Range(0, 30).SelectMany(part => Enumerable.Range(1, 3 + (part % 5)).Select(i => new Edge(10 * part, (10 * part) + i, 1))).ToArray();
        var places = Placed(Graph.Of(300, edges));
        for (var part = 0; part < 30; part++)
        {
            var members = Enumerable.Range(0, 4 + (part % 5)).Select(i => places[(10 * part) + i]).ToList();
            var (x, y) = ((members.Min(p => p.X) + members.Max(p => p.X)) / 2, (members.Min(p => p.Y) + members.Max(p => p.Y)) / 2);
            var radius = members.Max(p => Math.Sqrt(Square(p.X - x) + Square(p.Y - y)));
            for (var other = 0; other < 300; other++)
                if (other / 10 != part) Math.Sqrt(Square(places[other].X - x) + Square(places[other].Y - y)).ShouldBeGreaterThan(radius, $"node {other} lies in part {part}");
        }
    }

    [Fact]
    public void Every_node_has_a_place_of_its_own_between_minus_one_and_one() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(11, 13).WithMaxTest(60),
        Prop.ForAll(Gen.Choose(0, 60).SelectMany(n => Gen.Choose(0, 3 * n).Select(m => (n, m))).ToArbitrary(), size =>
        {
            var random = new Pcg32((ulong)((1000 * size.n) + size.m));
            var edges = Enumerable.Range(0, size.m).Select(_ => new Edge(random.Next(size.n), random.Next(size.n), 1 + random.Next(9))).ToArray();
            var places = Placed(Graph.Of(size.n, edges));
            places.ShouldAllBe(place => float.IsFinite(place.X) && float.IsFinite(place.Y) && Math.Abs(place.X) <= 1 && Math.Abs(place.Y) <= 1);
            places.Distinct().Count().ShouldBe(size.n);
        }));

    [Fact]
    public void Without_nodes_there_is_nothing_to_place_and_one_node_lies_in_the_middle()
    {
        Placed(Graph.Of(0, [])).ShouldBeEmpty();
        Placed(Graph.Of(1, [])).ShouldBe([(0f, 0f)]);
    }

    [Fact]
    public void A_span_that_does_not_fit_is_refused() =>
        Should.Throw<ArgumentException>(() => ForceLayout.Place(Graph.Of(2, []), new LayoutOptions(), new float[1], new float[2]));

    [Fact]
    public void The_tree_with_theta_zero_adds_up_what_a_double_loop_adds_up() => TreeAgainstLoop(theta: 0, within: 1e-9);

    [Fact]
    public void The_tree_with_the_usual_theta_is_within_a_few_percent_of_a_double_loop() => TreeAgainstLoop(theta: 0.9, within: 0.08);

    [Fact]
    public void Points_at_one_place_push_others_with_their_number()
    {
        double[] x = [0, 0, 0, 2], y = [0, 0, 0, 0];
        var tree = new ForceTree();
        tree.Build(x, y);
        tree.Repulsion(2, 0, 0, new int[ForceTree.StackSize]).X.ShouldBe(1.5, 1e-9);
    }

    private static void TreeAgainstLoop(double theta, double within)
    {
        var random = new Pcg32(5);
        var (x, y) = (new double[400], new double[400]);
        for (var i = 0; i < x.Length; i++) (x[i], y[i]) = (random.NextNormal() * 10, random.NextNormal() * 10);
        var tree = new ForceTree();
        tree.Build(x, y);
        var (differs, size) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (plainX, plainY) = (0.0, 0.0);
            for (var j = 0; j < x.Length; j++)
            {
                if (j == i) continue;
                var square = Square(x[i] - x[j]) + Square(y[i] - y[j]);
                (plainX, plainY) = (plainX + ((x[i] - x[j]) / square), plainY + ((y[i] - y[j]) / square));
            }

            var (treeX, treeY) = tree.Repulsion(x[i], y[i], theta, new int[ForceTree.StackSize]);
            differs += Math.Sqrt(Square(treeX - plainX) + Square(treeY - plainY));
            size += Math.Sqrt(Square(plainX) + Square(plainY));
        }

        (differs / size).ShouldBeLessThan(within);
    }

    private static double Square(double value) => value * value;

    private static Graph TwoCliques(int nodes)
    {
        var half = nodes / 2;
        var edges = new List<Edge> { new(0, half, 1) };
        for (var side = 0; side < 2; side++)
            for (var i = 0; i < half; i++)
                for (var step = 1; step <= Math.Min(6, half - 1); step++) edges.Add(new Edge((side * half) + i, (side * half) + ((i + step) % half), 1));
        return Graph.Of(nodes, [.. edges]);
    }

    private static Graph Chain(int nodes) => Graph.Of(nodes, [.. Enumerable.Range(1, nodes - 1).Select(node => new Edge(node - 1, node, 1))]);

    private static (float X, float Y)[] Placed(Graph graph, LayoutOptions? options = null)
    {
        var (x, y) = (new float[graph.NodeCount], new float[graph.NodeCount]);
        ForceLayout.Place(graph, options ?? new LayoutOptions(), x, y);
        return [.. x.Zip(y)];
    }

    private static double Distances((float X, float Y)[] places, Func<int, int, bool> counts) =>
        (from a in Enumerable.Range(0, places.Length) from b in Enumerable.Range(0, a) where counts(a, b) select Math.Sqrt(Square(places[a].X - places[b].X) + Square(places[a].Y - places[b].Y))).Average();
}
