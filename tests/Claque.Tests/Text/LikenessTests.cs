using Claque.Text;
using Claque.Text.Similar;

namespace Claque.Tests.Text;

public sealed class LikenessTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.6)]
    [InlineData(0.7)]
    [InlineData(2 / 3.0)]
    [InlineData(0.9)]
    [InlineData(1)]
    public void No_alike_pair_lies_outside_the_bounds_and_each_bound_is_reached(double similarity)
    {
        const int largest = 40;
        var likeness = new Likeness(similarity, largest);
        for (var b = 1; b <= largest; b++)
        {
            var alike = Enumerable.Range(1, b).SelectMany(a => Enumerable.Range(1, a).Select(shared => (A: a, Shared: shared)))
                .Where(pair => NearDuplicates.AreAlike(pair.Shared, pair.A + b, similarity)).ToList();
            likeness.Smallest(b).ShouldBe(alike.Min(pair => pair.A));
            likeness.MayMiss(b).ShouldBe(alike.Max(pair => b - pair.Shared));
            likeness.MayDiffer(b).ShouldBeGreaterThanOrEqualTo(alike.Max(pair => pair.A + b - 2 * pair.Shared));
            foreach (var ofSize in alike.GroupBy(pair => pair.A))
            {
                likeness.Needed(ofSize.Key + b).ShouldBe(ofSize.Min(pair => pair.Shared));
                likeness.MayMiss(ofSize.Key).ShouldBeGreaterThanOrEqualTo(ofSize.Max(pair => pair.A - pair.Shared));
            }
        }
    }
}
