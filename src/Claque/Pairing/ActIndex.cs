using System.Runtime.CompilerServices;
using Claque.Columns;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>An act, and the acts of its object that are within the widest window of it.</summary>
/// <param name="Act">The act.</param>
/// <param name="Mark">First act within the window; its complement where the account acted on the object before.</param>
/// <param name="To">One past the last.</param>
internal readonly record struct Span(int Act, int Mark, int To)
{
    /// <summary>First act.</summary>
    public int From => Mark < 0 ? ~Mark : Mark;

    /// <summary>True where the account acted on the object before.</summary>
    public bool IsRepeat => Mark < 0;
}

/// <summary>
/// The acts of one behaviour that can be part of a co-act, by object and time; and, for each account, its own acts and where the
/// partners of each stand. Everything the kernel reads lies in plain columns: 16 bytes an act of the trace, and 24 more for each
/// that can be part of a co-act.
/// </summary>
/// <remarks>
/// Accounts are renumbered by falling number of acts (<i>ranks</i>): the kernel counts a row's partners only below its own rank,
/// so that the counters of the busiest accounts stay together in the cache.
/// </remarks>
internal sealed class ActIndex
{
    private readonly ObjectActs _objects;
    private readonly int[] _rankOf, _rowStarts;
    private readonly Span[] _spans;

    private ActIndex(ObjectActs objects, PairOptions options, int accountCount, bool postsRepeat)
    {
        (_objects, PostsRepeat) = (objects, postsRepeat);
        WindowsUs = InUs(options);
        var degrees = Degrees(objects, accountCount);
        AccountOfRank = ByFallingDegree(degrees);
        _rankOf = new int[accountCount];
        Array.Fill(_rankOf, -1);
        for (var rank = 0; rank < AccountOfRank.Length; rank++) _rankOf[AccountOfRank[rank]] = rank;

        var padded = objects.Acts.Length + RowScan.Padding;
        (Ranks, Previous) = (GC.AllocateUninitializedArray<int>(padded), GC.AllocateUninitializedArray<int>(padded));
        var tick = CoarsestTick(objects);
        GapsAreShort = WindowsUs[^1] / tick < 1L << CoActCode<uint>.GapBits;
        TickUs = GapsAreShort ? tick : 1;
        Ticks = GapsAreShort ? GC.AllocateUninitializedArray<uint>(padded) : [];
        _rowStarts = new int[RankCount + 1];
        var next = Places(degrees);
        _spans = GC.AllocateUninitializedArray<Span>(_rowStarts[^1]);
        objects.ForEachPart(part => Fill(part, next[part]));
    }

    /// <summary>The windows in µs, narrowest first.</summary>
    public long[] WindowsUs { get; }

    /// <summary>True when a post can be behind several acts.</summary>
    public bool PostsRepeat { get; }

    /// <summary>The acts by object and time, those of the objects of a part next to one another.</summary>
    public Act[] Acts => _objects.Acts;

    /// <summary>Per act: rank of the account. Longer than there are acts by <see cref="RowScan.Padding"/>.</summary>
    public int[] Ranks { get; }

    /// <summary>Per act: the act before it of the same account on the same object; -1 for none. As long as <see cref="Ranks"/>.</summary>
    public int[] Previous { get; }

    /// <summary>Microseconds of a tick: a second or a thousandth of one where all times are whole ones and gaps are short, else 1.</summary>
    public long TickUs { get; }

    /// <summary>True when the gap of any co-act is short enough for <see cref="CoActCode{TCode}"/> of uint, in the coarsest tick of all times.</summary>
    public bool GapsAreShort { get; }

    /// <summary>Per act where gaps are short: its time in ticks, modulo 2^32. As long as <see cref="Ranks"/>.</summary>
    public uint[] Ticks { get; }

    /// <summary>Account of each rank.</summary>
    public int[] AccountOfRank { get; }

    /// <summary>Rank of an account; -1 for one that was not kept.</summary>
    public int RankOf(int account) => (uint)account < (uint)_rankOf.Length ? _rankOf[account] : -1;

    /// <summary>What was left out.</summary>
    public required LeftOut LeftOut { get; init; }

    /// <summary>Number of accounts kept.</summary>
    public int RankCount => AccountOfRank.Length;

    /// <summary>Sorts a trace's acts and drops those that cannot be part of a pair with the smallest weight asked for, and those whose clock is too coarse for the narrowest window.</summary>
    public static ActIndex Of(Corpus corpus, Trace trace, PairOptions options, CancellationToken stop)
    {
        var (accounts, windows) = (corpus.Accounts.Count, InUs(options));
        var fine = Enum.GetValues<TimePrecision>().Select(clock => clock.NarrowestWindow <= options.Windows[0]).ToArray();
        var acts = ObjectActs.Of(corpus.Posts, trace, options.ThreadCount);
        stop.ThrowIfCancellationRequested();
        var leftOut = Ordering.Of(acts, () => new Ordering(fine, options.MaxAccountsPerObject, accounts));
        Pruning.Prune(acts, windows[^1], options.MinWeight, accounts, stop);
        return new ActIndex(acts, options, accounts, Repeat(trace.Posts)) { LeftOut = leftOut };
    }

    /// <summary>The acts of a row's account, in order, each with the acts within the widest window of it.</summary>
    public ReadOnlySpan<Span> SpansOf(int rank) => _spans.AsSpan(_rowStarts[rank].._rowStarts[rank + 1]);

    /// <summary>The object of an act.</summary>
    public int ObjectOf(int act)
    {
        // Objects without acts begin where the next one does, so the last of those that begin here is meant.
        var (low, high) = (0, _objects.Starts.Length - 1);
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (_objects.Starts[middle] <= act) low = middle;
            else high = middle;
        }

        return low;
    }

    private static long[] InUs(PairOptions options) => [.. options.Windows.Select(window => window.Ticks / TimeSpan.TicksPerMicrosecond)];

    private static long CoarsestTick(ObjectActs objects)
    {
        var ticks = new long[objects.PartCount];
        objects.ForEachPart([MethodImpl(MethodImplOptions.AggressiveOptimization)] (part) =>
        {
            var tick = 1_000_000L;
            for (var o = objects.Parts[part]; o < objects.Parts[part + 1] && tick > 1; o++)
                foreach (var act in objects.Acts.AsSpan(objects.Starts[o]..objects.Ends[o]))
                    while (act.TimeUs % tick != 0) tick /= 1000;
            ticks[part] = tick;
        });
        return ticks.Min();
    }

    private static bool Repeat(int[] posts)
    {
        for (var i = 1; i < posts.Length; i++)
            if (posts[i] <= posts[i - 1]) return true;
        return false;
    }

    /// <summary>Per part: the number of acts of each account.</summary>
    private static int[][] Degrees(ObjectActs objects, int accountCount)
    {
        var degrees = new int[objects.PartCount][];
        objects.ForEachPart([MethodImpl(MethodImplOptions.AggressiveOptimization)] (part) =>
        {
            var own = new int[accountCount];
            for (var o = objects.Parts[part]; o < objects.Parts[part + 1]; o++)
                foreach (var act in objects.Acts.AsSpan(objects.Starts[o]..objects.Ends[o])) own[act.Account]++;
            degrees[part] = own;
        });
        return degrees;
    }

    private static int[] ByFallingDegree(int[][] degrees)
    {
        var all = new int[degrees[0].Length];
        foreach (var own in degrees)
            for (var account = 0; account < all.Length; account++) all[account] += own[account];
        return CountingSort.ByFalling(all)[..all.Count(degree => degree > 0)];
    }

    /// <summary>Per part: where the acts of each rank go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[][] Places(int[][] degrees)
    {
        var next = degrees.Select(_ => new int[RankCount]).ToArray();
        var at = 0;
        for (var rank = 0; rank < RankCount; rank++)
        {
            _rowStarts[rank] = at;
            for (var part = 0; part < next.Length; part++) (next[part][rank], at) = (at, checked(at + degrees[part][AccountOfRank[rank]]));
        }

        _rowStarts[RankCount] = at;
        return next;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int part, int[] next)
    {
        var ranks = GC.AllocateUninitializedArray<(int LastAct, int Next)>(RankCount);
        for (var rank = 0; rank < ranks.Length; rank++) ranks[rank] = (-1, next[rank]);
        for (var o = _objects.Parts[part]; o < _objects.Parts[part + 1]; o++)
        {
            var (start, end) = (_objects.Starts[o], _objects.Ends[o]);
            for (int act = start, low = start, high = start; act < end; act++)
            {
                var time = Acts[act].TimeUs;
                while (time - Acts[low].TimeUs > WindowsUs[^1]) low++;
                while (high < end && Acts[high].TimeUs - time <= WindowsUs[^1]) high++;
                var rank = _rankOf[Acts[act].Account];
                ref var row = ref ranks[rank];
                var previous = row.LastAct >= start ? row.LastAct : -1;
                (Ranks[act], Previous[act]) = (rank, previous);
                if (GapsAreShort) Ticks[act] = unchecked((uint)(time / TickUs));
                _spans[row.Next] = new Span(act, previous < 0 ? low : ~low, high);
                row = (act, row.Next + 1);
            }
        }
    }
}
