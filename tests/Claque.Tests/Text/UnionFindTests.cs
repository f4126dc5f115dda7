using Claque.Statistics;
using Claque.Text;

namespace Claque.Tests.Text;

public sealed class UnionFindTests
{
    [Fact]
    public void Threads_that_merge_at_once_give_the_sets_of_one_thread()
    {
        const int members = 20_000;
        var random = new Pcg32(1);
        var unions = Enumerable.Range(0, members * 3 / 4).Select(_ => (random.Next(members), random.Next(members))).ToArray();
        var (one, many) = (new UnionFind(members), new UnionFind(members));
        foreach (var (a, b) in unions) one.Union(a, b);
        Parallel.ForEach(unions, union => many.Union(union.Item1, union.Item2));
        for (var member = 0; member < members; member++) many.Find(member).ShouldBe(one.Find(member));
        one.Find(members - 1).ShouldBeLessThan(members - 1, "most members are in one large set");
    }
}
