using Claque.Graphs;
using Claque.Statistics;

namespace Claque.Tests.Graphs;

public sealed class SpanningTreesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_chance_of_an_edge_is_its_share_of_the_weight_of_all_trees_written_out(int n)
    {
        var random = new Pcg32(17, (ulong)n);
        for (var round = 0; round < 20; round++)
        {
            var scores = Scores(random, n);
            var chances = SpanningTrees.Marginals(scores);
            var expected = new double[n, n];
            var total = 0.0;
            foreach (var parents in AllTrees(n))
            {
                var weight = Math.Exp(Enumerable.Range(0, n).Where(child => parents[child] >= 0).Sum(child => scores[parents[child], child]));
                total += weight;
                for (var child = 0; child < n; child++) expected[parents[child] < 0 ? child : parents[child], child] += weight;
            }

            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) chances[i, j].ShouldBe(expected[i, j] / total, 1e-9);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_best_tree_is_the_best_of_all_trees_written_out(int n)
    {
        var random = new Pcg32(29, (ulong)n);
        for (var round = 0; round < 40; round++)
        {
            var gains = Scores(random, n);
            double Gain(int[] parents) => Enumerable.Range(0, n).Sum(child => gains[parents[child] < 0 ? child : parents[child], child]);
            var best = SpanningTrees.Best(gains);
            AllTrees(n).ShouldContain(parents => parents.SequenceEqual(best));
            Gain(best).ShouldBe(AllTrees(n).Max(Gain), 1e-9);
        }
    }

    [Fact]
    public void Scores_of_any_size_give_chances_and_never_anything_else()
    {
        var chances = SpanningTrees.Marginals(new double[,] { { 0, 900, -900 }, { -900, 0, 900 }, { -900, -900, 0 } });
        foreach (var chance in chances) chance.ShouldBeInRange(0, 1);
        chances[0, 1].ShouldBe(1, 1e-6);
    }

    private static double[,] Scores(Pcg32 random, int n)
    {
        var scores = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) scores[i, j] = 2 * random.NextNormal();
        return scores;
    }

    private static IEnumerable<int[]> AllTrees(int n)
    {
        var parents = new int[n];
        return From(0);

        IEnumerable<int[]> From(int child)
        {
            if (child == n)
            {
                if (parents.Count(parent => parent < 0) == 1 && Enumerable.Range(0, n).All(ReachesRoot)) yield return parents.ToArray();
                yield break;
            }

            for (var parent = -1; parent < n; parent++)
            {
                if (parent == child) continue;
                parents[child] = parent;
                foreach (var tree in From(child + 1)) yield return tree;
            }
        }

        bool ReachesRoot(int node)
        {
            for (var steps = 0; steps <= n; steps++)
            {
                if (parents[node] < 0) return true;
                node = parents[node];
            }

            return false;
        }
    }
}
