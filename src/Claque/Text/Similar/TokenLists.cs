namespace Claque.Text.Similar;

/// <summary>For each token of a range the groups that it stands in near enough to the beginning, by rising size.</summary>
/// <remarks>
/// Two alike sets share a token among the first (tokens that a partner may lack + 1) of each, when the tokens of all sets stand in one order
/// (Chaudhuri, Ganti, Kaushik 2006, "A primitive operator for similarity joins in data cleaning"). Memory: 20 bytes an entry.
/// </remarks>
internal sealed class TokenLists
{
    private readonly int _first;
    private readonly int[] _starts;
    private readonly Entry[] _entries;

    private TokenLists(int first, int[] starts) => (_first, _starts, _entries) = (first, starts, GC.AllocateUninitializedArray<Entry>(starts[^1]));

    /// <summary>The entries of all lists.</summary>
    public Entry[] Entries => _entries;

    /// <summary>The places of a token's list among them.</summary>
    public (int From, int To) this[int token] => (_starts[token - _first], _starts[token - _first + 1]);

    /// <summary>Length of the list of each token.</summary>
    public static int[] Lengths(SetGroups groups, Likeness likeness, int vocabulary, int threads)
    {
        var parts = new int[threads][];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var lengths = parts[part] = new int[vocabulary];
            var end = (int)((part + 1L) * groups.Count / threads);
            for (var group = (int)((long)part * groups.Count / threads); group < end; group++)
                foreach (var token in groups.Prefix(group, likeness, out _)) lengths[token]++;
        });
        for (var part = 1; part < threads; part++)
            for (var token = 0; token < vocabulary; token++) parts[0][token] += parts[part][token];
        // One set has nothing to be compared with.
        foreach (ref var length in parts[0].AsSpan()) if (length == 1) length = 0;
        return parts[0];
    }

    /// <summary>The end of the range from a token on that has at most so many entries, or one token.</summary>
    public static int RangeFrom(ReadOnlySpan<int> lengths, int from, long mostEntries)
    {
        var to = from + 1;
        for (var entries = (long)lengths[from]; to < lengths.Length && entries + lengths[to] <= mostEntries; to++) entries += lengths[to];
        return to;
    }

    /// <summary>Makes the lists of a range of tokens: each thread those of a part of the range, so no two write to one place.</summary>
    public static TokenLists Of(SetGroups groups, Likeness likeness, ReadOnlySpan<int> lengths, int from, int to, int threads)
    {
        var starts = new int[to - from + 1];
        for (var token = from; token < to; token++) starts[token - from + 1] = starts[token - from] + lengths[token];
        var lists = new TokenLists(from, starts);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part => lists.Fill(groups, likeness, lists.Share(part, threads), lists.Share(part + 1, threads)));
        return lists;
    }

    /// <summary>Runs of tokens whose lists have about so many entries together.</summary>
    public List<(int From, int To, int Entries)> Chunks(int entries)
    {
        var chunks = new List<(int, int, int)>();
        for (int from = 0, to = 1; to < _starts.Length; to++)
        {
            if (_starts[to] - _starts[from] < entries && to + 1 < _starts.Length) continue;
            chunks.Add((_first + from, _first + to, _starts[to] - _starts[from]));
            from = to;
        }

        return chunks;
    }

    /// <summary>The token, counted from the first, where a thread's part of the entries begins.</summary>
    private int Share(int part, int parts)
    {
        if (part == parts) return _starts.Length - 1;
        var place = Array.BinarySearch(_starts, (int)((long)part * _starts[^1] / parts));
        return Math.Min(place < 0 ? ~place : place, _starts.Length - 1);
    }

    private void Fill(SetGroups groups, Likeness likeness, int from, int to)
    {
        var next = _starts.AsSpan(from..to).ToArray();
        var (low, count) = (_first + from, (uint)(to - from));
        for (var group = 0; group < groups.Count; group++)
        {
            var tokens = groups.Prefix(group, likeness, out var alone);
            if (tokens.IsEmpty || tokens[^1] < low) continue;
            for (var at = 0; at < tokens.Length; at++)
            {
                var token = tokens[at] - low;
                if ((uint)token < count && next[token] < _starts[from + token + 1]) _entries[next[token]++] = new Entry(groups[group].BitsLow ^ groups[group].BitsHigh, group, groups[group].Size, alone + at);
            }
        }
    }
}
