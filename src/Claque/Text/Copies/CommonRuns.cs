namespace Claque.Text.Copies;

/// <summary>A stretch that two texts have in common, in word numbers.</summary>
/// <param name="AStart">Its first word in one text.</param>
/// <param name="AEnd">One behind its last.</param>
/// <param name="BStart">Its first word in the other.</param>
/// <param name="BEnd">One behind its last.</param>
/// <param name="Matches">Words of it that are equal, in order.</param>
public readonly record struct CommonRun(int AStart, int AEnd, int BStart, int BEnd, int Matches)
{
    /// <summary>Words of its longer side.</summary>
    public int Length => Math.Max(AEnd - AStart, BEnd - BStart);
}

/// <summary>Finds the common stretches of two texts from places where they have a shingle in common.</summary>
public sealed class CommonRuns
{
    /// <summary>How far the score of an alignment may fall before it is given up.</summary>
    public const int Drop = 10;

    /// <summary>Words that must be equal in a stretch; fewer are a turn of phrase.</summary>
    public const int LeastMatches = 8;

    private readonly Alignment _alignment = new();
    private readonly List<CommonRun> _runs = [];

    /// <summary>The stretches, by place in <paramref name="a"/>; valid until the next call.</summary>
    /// <param name="a">One text.</param>
    /// <param name="b">The other.</param>
    /// <param name="seeds">Places of equal shingles, by place in <paramref name="a"/>.</param>
    /// <param name="leastWords">Shorter stretches are left out.</param>
    public IReadOnlyList<CommonRun> Of(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, ReadOnlySpan<(int A, int B)> seeds, int leastWords)
    {
        _runs.Clear();
        foreach (var (i, j) in seeds)
        {
            if (a[i] != b[j] || IsCovered(i, j)) continue;
            var ahead = _alignment.Extend(a, i, b, j, 1, Drop);
            var back = _alignment.Extend(a, i - 1, b, j - 1, -1, Drop);
            var run = new CommonRun(i - back.A, i + ahead.A, j - back.B, j + ahead.B, ahead.Matches + back.Matches);
            if (run.Matches >= LeastMatches && WordHashes.Length(a[run.AStart..run.AEnd]) >= leastWords
                && WordHashes.Length(b[run.BStart..run.BEnd]) >= leastWords) _runs.Add(run);
        }

        if (_runs.Count > 1) KeepBest();
        return _runs;
    }

    private bool IsCovered(int i, int j)
    {
        for (var k = _runs.Count - 1; k >= 0; k--)
            if (_runs[k].AStart <= i && i < _runs[k].AEnd && _runs[k].BStart <= j && j < _runs[k].BEnd) return true;
        return false;
    }

    // Text that repeats itself gives several stretches for one place: a stretch goes whose two sides lie within better ones.
    private void KeepBest()
    {
        var byWorth = _runs.Distinct().OrderByDescending(run => run.Matches).ThenBy(run => run.AStart).ThenBy(run => run.BStart).ToList();
        _runs.Clear();
        foreach (var run in byWorth)
        {
            var inA = _runs.Sum(other => Overlap(run.AStart, run.AEnd, other.AStart, other.AEnd));
            var inB = _runs.Sum(other => Overlap(run.BStart, run.BEnd, other.BStart, other.BEnd));
            if (inA * 2 < run.AEnd - run.AStart || inB * 2 < run.BEnd - run.BStart) _runs.Add(run);
        }

        _runs.Sort(static (x, y) => x.AStart != y.AStart ? x.AStart.CompareTo(y.AStart) : x.BStart.CompareTo(y.BStart));
    }

    private static int Overlap(int start, int end, int otherStart, int otherEnd) => Math.Max(0, Math.Min(end, otherEnd) - Math.Max(start, otherStart));
}
