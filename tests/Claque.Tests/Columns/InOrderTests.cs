using Claque.Columns;

namespace Claque.Tests.Columns;

public class InOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Pieces_come_in_the_order_of_the_stream_at_any_number_of_threads(int threads)
    {
        var next = 0;
        using var pieces = new InOrder<Piece>(() => new Piece(), piece => (piece.Number = next++) < 1000, Square, threads);
        var seen = new List<(int, long)>();
        while (pieces.Next() is { } piece) seen.Add((piece.Number, piece.Square));
        seen.ShouldBe(Enumerable.Range(0, 1000).Select(i => (i, (long)i * i)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(1, false)]
    [InlineData(3, false)]
    public void What_goes_wrong_with_a_piece_is_thrown_behind_the_pieces_before_it(int threads, bool whileTaking)
    {
        var next = 0;
        using var pieces = new InOrder<Piece>(
            () => new Piece(),
            piece =>
            {
                piece.Number = next++;
                return whileTaking && piece.Number == 20 ? throw new InvalidDataException("twenty") : piece.Number < 1000;
            },
            piece =>
            {
                if (!whileTaking && piece.Number == 20) throw new InvalidDataException("twenty");
                Square(piece);
            },
            threads);
        for (var i = 0; i < 20; i++) pieces.Next()!.Number.ShouldBe(i);
        Should.Throw<InvalidDataException>(() => pieces.Next()).Message.ShouldBe("twenty");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Steps_go_from_piece_to_piece_in_the_order_of_the_stream(int threads)
    {
        var (next, first, second) = (0, new List<long>(), new List<long>());
        using var pieces = new InOrder<Piece>(
            () => new Piece(),
            piece => (piece.Number = next++) < 500,
            Square,
            threads,
            piece => first.Add(piece.Square),
            piece => second.Add(first[piece.Number]));
        var seen = new List<long>();
        while (pieces.Next() is { } piece) seen.Add(second[piece.Number]);
        seen.ShouldBe(Enumerable.Range(0, 500).Select(i => (long)i * i));
        second.ShouldBe(seen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void No_piece_passes_a_step_that_went_wrong(int threads)
    {
        var (next, passed) = (0, new List<int>());
        using var pieces = new InOrder<Piece>(
            () => new Piece(),
            piece => (piece.Number = next++) < 500,
            Square,
            threads,
            piece =>
            {
                if (piece.Number == 20) throw new InvalidDataException("twenty");
            },
            piece => passed.Add(piece.Number));
        for (var i = 0; i < 20; i++) pieces.Next()!.Number.ShouldBe(i);
        for (var again = 0; again < 3; again++) Should.Throw<InvalidDataException>(() => pieces.Next()).Message.ShouldBe("twenty");
        passed.ShouldBe(Enumerable.Range(0, 20));
    }

    [Fact]
    public void A_reader_that_stops_early_leaves_no_thread_behind()
    {
        var (next, working) = (0, 0);
        var pieces = new InOrder<Piece>(() => new Piece(), piece => (piece.Number = next++) >= 0, piece =>
        {
            Interlocked.Increment(ref working);
            Square(piece);
            Interlocked.Decrement(ref working);
        }, 4);
        for (var i = 0; i < 10; i++) pieces.Next();
        pieces.Dispose();
        var taken = next;
        working.ShouldBe(0);
        Thread.Sleep(20);
        next.ShouldBe(taken);
    }

    private static void Square(Piece piece)
    {
        Thread.SpinWait(piece.Number % 7 * 200); // So that later pieces are ready before earlier ones.
        piece.Square = (long)piece.Number * piece.Number;
    }

    private sealed class Piece
    {
        public int Number { get; set; }
        public long Square { get; set; }
    }
}
