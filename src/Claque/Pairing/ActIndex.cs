using Claque.Columns;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>
/// The acts of one behaviour that can be part of a co-act, in two orders: by object and time, and by account. Everything the
/// kernel reads stands in plain columns; about 32 bytes an act.
/// </summary>
/// <remarks>
/// Accounts are renumbered by falling number of acts (<i>ranks</i>): the kernel counts a row's partners only below its own rank,
/// so that the counters of the busiest accounts stay together in the cache.
/// </remarks>
internal sealed class ActIndex
{
    private ActIndex(PairOptions options) => Windows = [.. options.Windows.Select(window => window.Ticks / TimeSpan.TicksPerMicrosecond)];

    /// <summary>The windows in µs, narrowest first.</summary>
    public long[] Windows { get; }

    /// <summary>Per act, by object and time: rank of the account.</summary>
    public int[] Ranks { get; private set; } = [];

    /// <summary>Per act: the object.</summary>
    public int[] Objects { get; private set; } = [];

    /// <summary>Per act: the post.</summary>
    public int[] Posts { get; private set; } = [];

    /// <summary>Per act: the time, µs.</summary>
    public long[] TimesUs { get; private set; } = [];

    /// <summary>Per act: the narrowest window that its clock supports, as an index into <see cref="Windows"/>.</summary>
    public byte[] Finest { get; private set; } = [];

    /// <summary>Per act: first act of the same object within the widest window.</summary>
    public int[] From { get; private set; } = [];

    /// <summary>Per act: one past the last act of the same object within the widest window.</summary>
    public int[] To { get; private set; } = [];

    /// <summary>Acts by rank, each account's in order of position: <c>Rows[RowStarts[r] .. RowStarts[r + 1]]</c>.</summary>
    public int[] Rows { get; private set; } = [];

    /// <summary>Where each rank's acts begin in <see cref="Rows"/>; one more than there are ranks.</summary>
    public int[] RowStarts { get; private set; } = [0];

    /// <summary>Account of each rank.</summary>
    public int[] AccountOfRank { get; private set; } = [];

    /// <summary>Per window: what was left out.</summary>
    public LeftOut[] LeftOut { get; private set; } = [];

    /// <summary>Number of acts kept.</summary>
    public int Count => Ranks.Length;

    /// <summary>Number of accounts kept.</summary>
    public int RankCount => AccountOfRank.Length;

    /// <summary>Sorts a trace's acts and drops those that cannot be part of a pair with the smallest weight asked for.</summary>
    public static ActIndex Of(Corpus corpus, Trace trace, PairOptions options, CancellationToken stop)
    {
        var index = new ActIndex(options);
        var acts = index.SortByObjectAndTime(corpus, trace, options, out var count);
        stop.ThrowIfCancellationRequested();
        var kept = Pruning.Prune(acts.AsSpan(0, count), index.Windows[^1], options.MinWeight, corpus.Accounts.Count);
        stop.ThrowIfCancellationRequested();
        index.Take(acts.AsSpan(0, kept), corpus.Accounts.Count);
        return index;
    }

    /// <summary>The acts by object and time, without hubs and without acts whose clock is too coarse for every window.</summary>
    private Act[] SortByObjectAndTime(Corpus corpus, Trace trace, PairOptions options, out int count)
    {
        var (acts, starts) = Scatter(corpus.Posts, trace);
        var (hubObjects, hubActs) = (0, 0L);
        var coarse = new long[Windows.Length];
        var seen = new int[corpus.Accounts.Count];
        count = 0;
        for (var o = 0; o + 1 < starts.Length; o++)
        {
            var here = acts.AsSpan(starts[o], starts[o + 1] - starts[o]);
            if (here.Length < 2) continue;
            if (options.MaxAccountsPerObject is { } limit && here.Length > limit && Accounts(here, seen, o + 1) > limit)
            {
                hubObjects++;
                hubActs += here.Length;
                continue;
            }

            SortByTime(here);
            foreach (var act in here)
            {
                for (var w = 0; w < act.Finest; w++) coarse[w]++;
                if (act.Finest < Windows.Length) acts[count++] = act;
            }
        }

        LeftOut = [.. coarse.Select(tooCoarse => new LeftOut(hubObjects, hubActs, tooCoarse))];
        return acts;
    }

    /// <summary>
    /// The acts by object, those of one object in the order of the source. Posts are read one after the other and acts written
    /// where they belong: a write does not wait for memory as a read does.
    /// </summary>
    private (Act[] Acts, int[] Starts) Scatter(PostColumns posts, Trace trace)
    {
        var starts = new int[trace.ObjectNames.Count + 1];
        foreach (var o in trace.Objects) starts[o + 1]++;
        for (var o = 0; o + 1 < starts.Length; o++) starts[o + 1] += starts[o];

        var finest = FinestPerPrecision();
        var acts = GC.AllocateUninitializedArray<Act>(trace.Count);
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        for (var i = 0; i < trace.Count; i++)
        {
            var (o, post) = (trace.Objects[i], trace.Posts[i]);
            acts[next[o]++] = new Act(o, posts.Accounts[post], post, finest[(int)posts.Precisions[post]], posts.TimesUs[post]);
        }

        return (acts, starts);
    }

    private static int Accounts(ReadOnlySpan<Act> acts, int[] seen, int mark)
    {
        var distinct = 0;
        foreach (var act in acts)
        {
            if (seen[act.Account] == mark) continue;
            seen[act.Account] = mark;
            distinct++;
        }

        return distinct;
    }

    /// <summary>By time; acts at the same moment by post, so that the order does not depend on the sort.</summary>
    private static void SortByTime(Span<Act> acts)
    {
        for (var i = 1; i < acts.Length; i++)
        {
            if (Order(acts[i - 1], acts[i]) <= 0) continue;
            acts.Sort(Order);
            return;
        }

        static int Order(Act x, Act y) => x.TimeUs != y.TimeUs ? x.TimeUs.CompareTo(y.TimeUs) : x.Post.CompareTo(y.Post);
    }

    /// <summary>Index of the narrowest supported window for each clock step.</summary>
    private byte[] FinestPerPrecision()
    {
        var finest = new byte[Enum.GetValues<TimePrecision>().Length];
        foreach (var precision in Enum.GetValues<TimePrecision>())
        {
            var needed = precision.NarrowestWindow.Ticks / TimeSpan.TicksPerMicrosecond;
            finest[(int)precision] = (byte)Windows.Count(window => window < needed);
        }

        return finest;
    }

    private void Take(ReadOnlySpan<Act> acts, int accountCount)
    {
        var degrees = new int[accountCount];
        foreach (var act in acts) degrees[act.Account]++;
        AccountOfRank = [.. Enumerable.Range(0, accountCount).Where(a => degrees[a] > 0).OrderByDescending(a => degrees[a]).ThenBy(a => a)];
        var rankOf = new int[accountCount];
        for (var rank = 0; rank < AccountOfRank.Length; rank++) rankOf[AccountOfRank[rank]] = rank;

        (Objects, Ranks, Posts) = (new int[acts.Length], new int[acts.Length], new int[acts.Length]);
        (TimesUs, Finest) = (new long[acts.Length], new byte[acts.Length]);
        for (var i = 0; i < acts.Length; i++)
        {
            (Objects[i], Ranks[i], Posts[i]) = (acts[i].Object, rankOf[acts[i].Account], acts[i].Post);
            (TimesUs[i], Finest[i]) = (acts[i].TimeUs, acts[i].Finest);
        }

        (Rows, RowStarts) = CountingSort.By(Ranks, AccountOfRank.Length);
        (From, To) = Windowing.Ranges(Objects, TimesUs, Windows[^1]);
    }
}
