using Claque.Reading;
using Claque.Statistics;
using Claque.Validation;

namespace Claque.Tests.Validation;

public sealed class CellsTests
{
    private static readonly TimeScale Minute = TimeScale.Minute;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    [InlineData(119, 1)]
    [InlineData(120, 2)]
    [InlineData(239, 2)]
    [InlineData(240, 3)]
    [InlineData(3839, 6)]
    [InlineData(3840, 7)]
    [InlineData(7439, 7)]
    [InlineData(7440, 8)]
    public void Cells_double_from_a_minute_until_they_would_reach_an_hour(long delayS, int cell) =>
        new Cells(Minute).Of(delayS * 1_000_000).ShouldBe(cell);

    [Fact]
    public void Each_cell_begins_where_the_one_before_it_ends()
    {
        var cells = new Cells(Minute);
        for (var cell = 0; cell < 20; cell++)
        {
            cells.StartUs(cell + 1).ShouldBe(cells.StartUs(cell) + cells.WidthUs(cell));
            cells.Of(cells.StartUs(cell)).ShouldBe(cell);
            cells.Of(cells.StartUs(cell + 1) - 1).ShouldBe(cell);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(4, 4)]
    [InlineData(4, 5)]
    [InlineData(7, 8)]
    [InlineData(1, 3)]
    public void The_chance_of_a_hit_is_the_share_of_draws_from_both_cells_that_hit(int cellA, int cellB)
    {
        var chances = new Chances(Minute);
        var random = new Pcg32(5);
        var hits = 0;
        const int draws = 200_000;
        for (var i = 0; i < draws; i++)
            if (Math.Abs(Draw(cellA) - Draw(cellB)) <= 60) hits++;

        chances.Of(cellA, cellB, (int)TimePrecision.Second).ShouldBe((double)hits / draws, 0.004);

        double Draw(int cell) => Math.Floor(chances.Cells.StartUs(cell) / 1e6 + random.NextDouble() * chances.Cells.WidthUs(cell) / 1e6);
    }

    [Fact]
    public void Cells_further_apart_than_the_window_have_no_chance() =>
        new Chances(Minute).Of(2, 4, (int)TimePrecision.Second).ShouldBe(0);
}
