namespace Claque.Text.Copies;

/// <summary>A place where two runs of words differ: words of one stand where words of the other do; either side may be empty.</summary>
/// <param name="AStart">First word on one side.</param>
/// <param name="AEnd">One behind the last.</param>
/// <param name="BStart">First word on the other.</param>
/// <param name="BEnd">One behind the last.</param>
public readonly record struct WordChange(int AStart, int AEnd, int BStart, int BEnd);

/// <summary>The fewest words to drop and add that make one run of words into another.</summary>
/// <remarks>Myers 1986, "An O(ND) difference algorithm and its variations". Beyond <see cref="MostChanges"/> the rest is one change.</remarks>
public static class WordDiff
{
    /// <summary>Words dropped and added after which the rest counts as one change.</summary>
    public const int MostChanges = 800;

    /// <summary>The changes in order. O((n + m) × changes).</summary>
    public static List<WordChange> Of(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var start = a.CommonPrefixLength(b);
        int endA = a.Length, endB = b.Length;
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) (endA, endB) = (endA - 1, endB - 1);
        var changes = new List<WordChange>();
        if (start == endA || start == endB)
        {
            if (start < endA || start < endB) changes.Add(new WordChange(start, endA, start, endB));
            return changes;
        }

        foreach (var change in Middle(a[start..endA], b[start..endB]))
            changes.Add(new WordChange(change.AStart + start, change.AEnd + start, change.BStart + start, change.BEnd + start));
        return changes;
    }

    private static List<WordChange> Middle(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var most = Math.Min(a.Length + b.Length, MostChanges);
        var reach = new int[(2 * most) + 2];
        var history = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && reach[most + k - 1] < reach[most + k + 1]) ? reach[most + k + 1] : reach[most + k - 1] + 1;
                var y = x - k;
                while (x < a.Length && y >= 0 && y < b.Length && a[x] == b[y]) (x, y) = (x + 1, y + 1);
                reach[most + k] = x;
                if (x >= a.Length && y >= b.Length) return Trace(history, most, d, k, a.Length, b.Length);
            }

            history.Add(reach[(most - d)..(most + d + 1)]);
        }

        return [new WordChange(0, a.Length, 0, b.Length)];
    }

    // Back along the diagonals; neighbouring steps become one change.
    private static List<WordChange> Trace(List<int[]> history, int most, int d, int k, int x, int y)
    {
        var changes = new List<WordChange>();
        for (; d > 0; d--)
        {
            var before = history[d - 1];
            int At(int diagonal) => Math.Abs(diagonal) <= d - 1 ? before[diagonal + d - 1] : -1;
            var down = k == -d || (k != d && At(k - 1) < At(k + 1));
            k += down ? 1 : -1;
            var fromX = At(k);
            var fromY = fromX - k;
            var (toX, toY) = down ? (fromX, fromY + 1) : (fromX + 1, fromY);
            if (changes.Count > 0 && changes[^1] is var last && last.AStart == toX && last.BStart == toY)
                changes[^1] = new WordChange(fromX, last.AEnd, fromY, last.BEnd);
            else changes.Add(new WordChange(fromX, toX, fromY, toY));
        }

        changes.Reverse();
        return changes;
    }
}
