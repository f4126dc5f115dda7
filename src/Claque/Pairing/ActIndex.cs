using System.Runtime.InteropServices;
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
        var acts = index.SortByObjectAndTime(corpus, trace, options);
        stop.ThrowIfCancellationRequested();
        var kept = Pruning.Prune(CollectionsMarshal.AsSpan(acts), index.Windows[^1], options.MinWeight, corpus.Accounts.Count);
        stop.ThrowIfCancellationRequested();
        index.Take(CollectionsMarshal.AsSpan(acts)[..kept], corpus.Accounts.Count);
        return index;
    }

    private List<Act> SortByObjectAndTime(Corpus corpus, Trace trace, PairOptions options)
    {
        var posts = corpus.Posts;
        var (order, starts) = CountingSort.By(trace.Objects, trace.ObjectNames.Count);
        var finest = FinestPerPrecision();
        var coarse = new long[Windows.Length];
        var (hubObjects, hubActs) = (0, 0L);

        var kept = new List<Act>(trace.Count);
        var seen = new int[corpus.Accounts.Count];
        var times = new long[16];
        for (var o = 0; o + 1 < starts.Length; o++)
        {
            var acts = order.AsSpan(starts[o], starts[o + 1] - starts[o]);
            if (acts.Length < 2) continue;
            if (options.MaxAccountsPerObject is { } limit && acts.Length > limit && Accounts(acts, o) > limit)
            {
                hubObjects++;
                hubActs += acts.Length;
                continue;
            }

            if (times.Length < acts.Length) times = new long[Math.Max(times.Length * 2, acts.Length)];
            SortByTime(acts, times.AsSpan(0, acts.Length));
            foreach (var act in acts)
            {
                var post = trace.Posts[act];
                var first = finest[(int)posts.Precisions[post]];
                for (var w = 0; w < first; w++) coarse[w]++;
                if (first < Windows.Length) kept.Add(new Act(o, posts.Accounts[post], post, first, posts.TimesUs[post]));
            }
        }

        LeftOut = [.. coarse.Select(acts => new LeftOut(hubObjects, hubActs, acts))];
        return kept;

        int Accounts(ReadOnlySpan<int> acts, int mark)
        {
            var distinct = 0;
            foreach (var act in acts)
            {
                ref var last = ref seen[posts.Accounts[trace.Posts[act]]];
                if (last == mark + 1) continue;
                last = mark + 1;
                distinct++;
            }

            return distinct;
        }

        void SortByTime(Span<int> acts, Span<long> keys)
        {
            var sorted = true;
            for (var i = 0; i < acts.Length; i++)
            {
                keys[i] = posts.TimesUs[trace.Posts[acts[i]]];
                sorted &= i == 0 || keys[i] >= keys[i - 1];
            }

            if (sorted) return;
            keys.Sort(acts);
            // Acts at the same moment stand in the order of the source, whatever the sort did with them.
            for (var i = 0; i < acts.Length;)
            {
                var end = i + 1;
                while (end < acts.Length && keys[end] == keys[i]) end++;
                if (end - i > 1) acts[i..end].Sort();
                i = end;
            }
        }
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
