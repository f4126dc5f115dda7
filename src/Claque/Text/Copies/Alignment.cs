namespace Claque.Text.Copies;

/// <summary>Grows a seed of equal words into the longest worthwhile stretch, over changed, dropped and added words.</summary>
/// <remarks>
/// Gapped X-drop extension: 1 for an equal word, -1 for a changed, dropped or added one; a path is given up where it falls
/// <c>drop</c> below the best so far, and the stretch ends at the best. Zhang, Berman, Wiehe, Miller 1999, "Post-processing long pairwise
/// alignments"; Altschul et al. 1997. O(length × drop), O(length) where the texts are equal. Buffers are kept; one for each thread.
/// </remarks>
public sealed class Alignment
{
    private const int Lost = int.MinValue / 2;

    // After so many equal words in a row at the best score no other path is worth keeping.
    private const int Settled = 8;

    private Cell[] _before = [];
    private Cell[] _now = [];

    /// <summary>Words taken from either text and how many of them are equal.</summary>
    public readonly record struct Extension(int A, int B, int Matches);

    private record struct Cell(int Score, int Matches, int Run);

    /// <summary>Extends from a pair of places, the first to be compared.</summary>
    /// <param name="a">One text.</param>
    /// <param name="i">A place in it; may lie one outside.</param>
    /// <param name="b">The other.</param>
    /// <param name="j">A place in it; may lie one outside.</param>
    /// <param name="step">1 forwards, -1 backwards.</param>
    /// <param name="drop">How far the score may fall below the best; above 0.</param>
    public Extension Extend(ReadOnlySpan<uint> a, int i, ReadOnlySpan<uint> b, int j, int step, int drop)
    {
        var walk = new Walk(a, i, step > 0 ? a.Length - i : i + 1, b, j, step > 0 ? b.Length - j : j + 1, step, drop);
        if (_now.Length < walk.InB + 2) (_before, _now) = (new Cell[walk.InB + 64], new Cell[walk.InB + 64]);
        do Slide(ref walk);
        while (Gapped(ref walk));
        return new Extension(walk.BestA, walk.BestB, walk.BestMatches);
    }

    // Equal words, one after the other.
    private static void Slide(ref Walk walk)
    {
        while (walk.A < walk.InA && walk.B < walk.InB && walk.AreEqual(walk.A, walk.B))
        {
            walk.A++;
            walk.B++;
            walk.Score++;
            walk.Matches++;
        }

        walk.Note(walk.A, walk.B, walk.Score, walk.Matches);
    }

    // Rows of the table of all paths, as far as one is alive. True when a path settled and the walk stands at its end.
    private bool Gapped(ref Walk walk)
    {
        int low = walk.B, high = walk.B;
        _before[low] = new Cell(walk.Score, walk.Matches, 0);
        while (high < walk.InB && walk.Score - (high + 1 - walk.B) >= walk.Best - walk.Drop)
        {
            high++;
            _before[high] = new Cell(walk.Score - (high - walk.B), walk.Matches, 0);
        }

        for (var row = walk.A + 1; row <= walk.InA; row++)
        {
            if (Row(ref walk, row, ref low, ref high)) return true;
            if (low > high) return false;
            (_before, _now) = (_now, _before);
        }

        return false;
    }

    private bool Row(ref Walk walk, int row, ref int low, ref int high)
    {
        var (before, now) = (_before, _now);
        int first = int.MaxValue, last = -1;
        var left = new Cell(Lost, 0, 0);
        for (var column = low; column <= walk.InB; column++)
        {
            var up = column <= high ? before[column] : new Cell(Lost, 0, 0);
            var corner = column > low && column - 1 <= high ? before[column - 1] : new Cell(Lost, 0, 0);
            var cell = Best(corner, up, left, column > 0 && corner.Score > Lost && walk.AreEqual(row - 1, column - 1));
            if (cell.Score < walk.Best - walk.Drop)
            {
                cell = new Cell(Lost, 0, 0);
                if (column > high) break;
            }
            else
            {
                first = Math.Min(first, column);
                last = column;
                walk.Note(row, column, cell.Score, cell.Matches);
                if (cell.Run >= Settled && cell.Score == walk.Best)
                {
                    (walk.A, walk.B, walk.Score, walk.Matches) = (row, column, cell.Score, cell.Matches);
                    return true;
                }
            }

            now[column] = left = cell;
        }

        (low, high) = last < 0 ? (1, 0) : (first, last);
        return false;
    }

    private static Cell Best(Cell corner, Cell up, Cell left, bool equal)
    {
        var best = equal
            ? new Cell(corner.Score + 1, corner.Matches + 1, corner.Run + 1)
            : corner with { Score = corner.Score - 1, Run = 0 };
        if (up.Score - 1 > best.Score) best = up with { Score = up.Score - 1, Run = 0 };
        if (left.Score - 1 > best.Score) best = left with { Score = left.Score - 1, Run = 0 };
        return best;
    }

    /// <summary>Where the extension stands, and the best place so far; counted in words from the start.</summary>
    private ref struct Walk(ReadOnlySpan<uint> a, int i, int inA, ReadOnlySpan<uint> b, int j, int inB, int step, int drop)
    {
        private readonly ReadOnlySpan<uint> _a = a;
        private readonly ReadOnlySpan<uint> _b = b;

        public readonly int InA = inA, InB = inB, Drop = drop;

        public int A, B, Score, Matches, Best, BestA, BestB, BestMatches;

        public readonly bool AreEqual(int fromA, int fromB) => _a[i + (step * fromA)] == _b[j + (step * fromB)];

        public void Note(int atA, int atB, int score, int matches)
        {
            if (score <= Best) return;
            (Best, BestA, BestB, BestMatches) = (score, atA, atB, matches);
        }
    }
}
