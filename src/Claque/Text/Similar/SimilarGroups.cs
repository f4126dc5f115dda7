using System.Runtime.InteropServices;

namespace Claque.Text.Similar;

/// <summary>A group in the list of a token, with what the first comparison needs: lists are read from end to end, groups at random.</summary>
/// <param name="Bits">The bits of the group, folded to 64.</param>
/// <param name="Size">Tokens of the set.</param>
/// <param name="At">Place of the token in the set.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Entry(ulong Bits, int Group, int Size, int At);

/// <summary>Finds which groups of sets are alike, list by list.</summary>
internal static class SimilarGroups
{
    private const int EntriesAtOnce = 4096;

    /// <summary>The groups, merged where a chain of alike sets connects them.</summary>
    /// <param name="vocabulary">Number of tokens.</param>
    public static UnionFind Find(SetGroups groups, double similarity, int vocabulary, SimilarOptions options, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        var joined = new UnionFind(groups.Count);
        var likeness = new Likeness(similarity, groups.Largest);
        var lengths = TokenLists.Lengths(groups, likeness, vocabulary, options.Threads);
        var total = 0L;
        foreach (var length in lengths) total += length;
        using var searches = new ThreadLocal<ListSearch>(() => new ListSearch(groups, likeness, joined, vocabulary, options.Few));
        var parallel = new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = options.Threads };
        var done = 0L;
        for (var from = 0; from < vocabulary;)
        {
            var to = TokenLists.RangeFrom(lengths, from, options.MostEntries);
            var lists = TokenLists.Of(groups, likeness, lengths, from, to, options.Threads);
            var chunks = lists.Chunks(EntriesAtOnce);
            var next = -1;
            // From the rarest token on: what short lists have joined need not be compared in long ones.
            Parallel.For(0, options.Threads, parallel, _ =>
            {
                var search = searches.Value!;
                while (Interlocked.Increment(ref next) is var chunk && chunk < chunks.Count)
                {
                    stop.ThrowIfCancellationRequested();
                    for (var token = chunks[chunk].From; token < chunks[chunk].To; token++) search.Search(lists, token);
                    progress?.Report(new StageProgress("comparing texts", Interlocked.Add(ref done, chunks[chunk].Entries), total));
                }
            });
            from = to;
        }

        return joined;
    }
}
