namespace Claque.Pairing;

/// <summary>
/// Counts, account by account, on how many objects each partner of a smaller rank co-acted within the widest window, and keeps
/// the partners that reach the smallest weight. One row of counters a thread, never a table of pairs.
/// </summary>
/// <remarks>
/// Row-wise accumulation as in sparse matrix products: Gustavson 1978, doi:10.1145/355791.355796. A row costs the acts within
/// the windows of its own acts. The counters carry the number of the object that touched them last, so that several acts of
/// either side on one object count once.
/// </remarks>
internal sealed class PairKernel(ActIndex index, int minWeight)
{
    private const long ScansPerChunk = 1 << 21;

    /// <summary>All pairs of ranks (row, partner), partner below row, in order of row and of first touch.</summary>
    public (int Row, int Partner)[] Run(IProgress<StageProgress>? progress, string stage, CancellationToken stop)
    {
        var chunks = Chunks();
        var found = new List<(int, int)>[chunks.Count];
        using var counters = new ThreadLocal<Counters>(() => new Counters(index.RankCount));
        var done = 0L;
        var options = new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, chunks.Count, options, c =>
        {
            var mine = counters.Value!;
            var pairs = new List<(int, int)>();
            for (var row = chunks[c].From; row < chunks[c].To; row++) Count(row, mine, pairs);
            found[c] = pairs;
            progress?.Report(new StageProgress(stage, Interlocked.Add(ref done, chunks[c].To - chunks[c].From), index.RankCount));
        });
        return [.. found.SelectMany(pairs => pairs)];
    }

    private sealed class Counters(int ranks)
    {
        public readonly (int Stamp, int Weight)[] Of = new (int, int)[ranks];
        public readonly List<int> Touched = [];
        public int Stamp;
    }

    private void Count(int row, Counters counters, List<(int, int)> pairs)
    {
        var ranks = index.Ranks;
        var of = counters.Of.AsSpan(0, row);
        var lastObject = -1;
        foreach (var act in index.Rows.AsSpan(index.RowStarts[row], index.RowStarts[row + 1] - index.RowStarts[row]))
        {
            if (index.Objects[act] != lastObject)
            {
                lastObject = index.Objects[act];
                counters.Stamp++;
            }

            var stamp = counters.Stamp;
            foreach (var partner in ranks.AsSpan(index.From[act], index.To[act] - index.From[act]))
            {
                if ((uint)partner >= (uint)of.Length) continue;
                ref var counter = ref of[partner];
                if (counter.Stamp == stamp) continue;
                if (counter.Weight == 0) counters.Touched.Add(partner);
                counter = (stamp, counter.Weight + 1);
            }
        }

        foreach (var partner in counters.Touched)
        {
            if (of[partner].Weight >= minWeight) pairs.Add((row, partner));
            of[partner].Weight = 0;
        }

        counters.Touched.Clear();
        // A stamp is used once in the life of a thread's counters; long before it could come round again they start afresh.
        if (counters.Stamp < int.MaxValue / 2) return;
        Array.Clear(counters.Of);
        counters.Stamp = 0;
    }

    private List<(int From, int To)> Chunks()
    {
        var chunks = new List<(int, int)>();
        var (from, scans) = (0, 0L);
        for (var row = 0; row < index.RankCount; row++)
        {
            for (var i = index.RowStarts[row]; i < index.RowStarts[row + 1]; i++) scans += index.To[index.Rows[i]] - index.From[index.Rows[i]];
            if (scans < ScansPerChunk && row + 1 < index.RankCount) continue;
            chunks.Add((from, row + 1));
            (from, scans) = (row + 1, 0);
        }

        return chunks;
    }
}
