namespace Claque.Validation;

/// <summary>Work account by account on several threads, with results in the order of the accounts.</summary>
internal static class Rows
{
    private const int ActsPerChunk = 1 << 13;

    /// <summary>Runs <paramref name="work"/> on ranges of accounts and joins what they give in order.</summary>
    /// <param name="acts">The acts; ranges are cut so that each holds about the same number.</param>
    /// <param name="threads">Threads; 0 for all.</param>
    /// <param name="scratch">Makes what a thread needs for itself.</param>
    /// <param name="work">From (inclusive), to (exclusive), the thread's own scratch; gives the results of the range.</param>
    /// <param name="stop">Stops the work.</param>
    public static (List<TResult> Results, IReadOnlyList<TScratch> Scratches) Run<TScratch, TResult>(
        SharedActs acts, int threads, Func<TScratch> scratch, Func<int, int, TScratch, List<TResult>> work, CancellationToken stop)
        where TScratch : class
    {
        var chunks = Chunks(acts);
        var results = new List<TResult>[chunks.Count];
        var scratches = new List<TScratch>();
        var parallel = new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads };
        Parallel.For(
            0,
            chunks.Count,
            parallel,
            () =>
            {
                var own = scratch();
                lock (scratches) scratches.Add(own);
                return own;
            },
            (c, _, own) =>
            {
                results[c] = work(chunks[c].From, chunks[c].To, own);
                return own;
            },
            _ => { });
        return ([.. results.SelectMany(part => part)], scratches);
    }

    private static List<(int From, int To)> Chunks(SharedActs acts)
    {
        var chunks = new List<(int From, int To)>();
        for (var (from, to) = (0, 0); from < acts.Busy; from = to)
        {
            while (to < acts.Busy && (to == from || acts.AccountStarts[to + 1] - acts.AccountStarts[from] <= ActsPerChunk)) to++;
            chunks.Add((from, to));
        }

        return chunks;
    }
}
