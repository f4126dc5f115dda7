using Claque.Tracing;

namespace Claque.Tests.Tracing;

public sealed class NumberColumnTests
{
    private const int Block = 1 << 15;

    [Fact]
    public void Numbers_come_back_as_they_were_added_whether_or_not_they_are_equally_far_apart()
    {
        long[] all =
        [
            .. Enumerable.Range(0, Block).Select(i => 5L + i), // By one,
            .. Enumerable.Repeat(7L, Block), // the same,
            .. Enumerable.Range(0, Block).Select(i => -3L * i), // falling,
            .. Enumerable.Range(0, Block).Select(i => i == Block - 1 ? 0L : i), // but for the last,
            .. Enumerable.Range(0, Block).Select(i => i == 0 ? 9L : i), // but for the first,
            .. Enumerable.Range(0, Block).Select(i => i == 777 ? 9L : i), // but for one in between,
            .. Enumerable.Range(0, Block).Select(i => i * 7919L % 1009), // anyhow,
            .. Enumerable.Range(0, 100).Select(i => (long)i), // and not a whole block.
        ];
        var (single, spans) = (new NumberColumn<long>(), new NumberColumn<long>());
        foreach (var number in all) single.Add(number);
        foreach (var part in all.Chunk(1000)) spans.Add(part);

        Enumerable.Range(0, all.Length).Select(i => single[i]).ShouldBe(all);
        spans.Take().ShouldBe(all);
        single.Take().ShouldBe(all);
        single.Count.ShouldBe(0);
    }

    [Fact]
    public void A_column_that_was_taken_begins_anew()
    {
        var column = new NumberColumn<byte>();
        for (var i = 0; i < Block + 1; i++) column.Add((byte)3);
        column.Take();
        column.Add((byte)4);
        column.Take().ShouldBe([4]);
    }

    [Fact]
    public void A_column_of_line_numbers_allocates_no_block_for_each()
    {
        var column = new NumberColumn<long>();
        column.Add(0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var line = 1L; line < 20 * Block; line++) column.Add(line);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Block);
    }
}
