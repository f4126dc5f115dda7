using Claque.Columns;

namespace Claque.Tests.Columns;

public sealed class SelectionTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(24, 10)]
    [InlineData(25, 10)]
    [InlineData(25, 1)]
    [InlineData(1000, 3)]
    [InlineData(1000, 1_000_000)]
    public void Every_place_holds_what_sorting_puts_there(int count, int different)
    {
        var random = new Random(7);
        var numbers = Enumerable.Range(0, count).Select(_ => (long)random.Next(different) << 30).ToArray();
        var sorted = numbers.Order().ToArray();
        for (var n = 0; n < count; n++)
        {
            var moved = numbers.ToArray();
            Assert.Equal(sorted[n], Selection.Nth(moved, n));
            Assert.True(moved.AsSpan(0, n).ToArray().All(number => number <= moved[n]));
            Assert.Equal(sorted, moved.Order());
        }
    }

    /// <summary>The largest stand in the middle, where the pivot is looked for.</summary>
    [Fact]
    public void Contrived_input_is_sorted_after_a_while()
    {
        var numbers = Enumerable.Range(0, 20_000).Select(i => (long)Math.Min(i, 20_000 - i)).ToArray();
        var sorted = numbers.Order().ToArray();
        Assert.Equal(sorted[10_000], Selection.Nth(numbers, 10_000));
    }
}
