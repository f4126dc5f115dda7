using Claque.Thinning;
using Claque.Tracing;

namespace Claque.Validation;

/// <summary>
/// The acts of one behaviour on objects that at least two accounts touched, sorted by (object, time): each account's first act
/// on each object. Accounts are renumbered by falling number of such acts, so that the busy ones lie close together.
/// </summary>
internal sealed class SharedActs
{
    /// <summary>The behaviour.</summary>
    public required Behaviour Behaviour { get; init; }

    /// <summary>Where the acts of each object begin; one longer than there are objects.</summary>
    public required int[] ObjectStarts { get; init; }

    /// <summary>Number of each object in the trace.</summary>
    public required int[] Objects { get; init; }

    /// <summary>When delays on each object begin: its publication where known, else its first share.</summary>
    public required long[] OriginsUs { get; init; }

    /// <summary>Object of each act, as an index into <see cref="Objects"/>.</summary>
    public required int[] ObjectOf { get; init; }

    /// <summary>Account of each act, renumbered.</summary>
    public required int[] Accounts { get; init; }

    /// <summary>Time of each act.</summary>
    public required long[] TimesUs { get; init; }

    /// <summary>Clock step of each act.</summary>
    public required byte[] Steps { get; init; }

    /// <summary>Post of each act.</summary>
    public required int[] Posts { get; init; }

    /// <summary>Id in the corpus of each renumbered account.</summary>
    public required int[] AccountIds { get; init; }

    /// <summary>Where each account's acts begin in <see cref="ActsByAccount"/>.</summary>
    public required int[] AccountStarts { get; init; }

    /// <summary>The acts of each account, by object.</summary>
    public required int[] ActsByAccount { get; init; }

    /// <summary>Accounts with at least this many acts come first; only they can form a pair with as many trials.</summary>
    public required int Busy { get; init; }

    /// <summary>What was left out.</summary>
    public required ActsLeftOut LeftOut { get; init; }

    /// <summary>What else there is, when these are not all shared acts but those that can be part of a result; else null.</summary>
    public TestCensus? Census { get; init; }

    /// <summary>Number of acts.</summary>
    public int Count => Accounts.Length;

    /// <summary>Number of accounts.</summary>
    public int AccountCount => AccountIds.Length;

    /// <summary>The acts of an account, by object.</summary>
    public ReadOnlySpan<int> ActsOf(int account) =>
        ActsByAccount.AsSpan(AccountStarts[account], AccountStarts[account + 1] - AccountStarts[account]);

    /// <summary>The acts of two accounts on the objects that both touched, by object.</summary>
    public List<(int A, int B)> InCommon(int accountA, int accountB)
    {
        var common = new List<(int A, int B)>();
        var ofA = ActsOf(accountA);
        var ofB = ActsOf(accountB);
        for (int i = 0, j = 0; i < ofA.Length && j < ofB.Length;)
        {
            var (a, b) = (ObjectOf[ofA[i]], ObjectOf[ofB[j]]);
            if (a == b) common.Add((ofA[i], ofB[j]));
            if (a <= b) i++;
            if (b <= a) j++;
        }

        return common;
    }

    /// <summary>The cell of each act at one scale.</summary>
    public int[] CellsAt(Cells cells)
    {
        var of = GC.AllocateUninitializedArray<int>(Count);
        for (var act = 0; act < of.Length; act++) of[act] = cells.Of(TimesUs[act] - OriginsUs[ObjectOf[act]]);
        return of;
    }

    /// <summary>Collects the shared acts of a trace. O(acts log acts) at worst, linear where the trace is in order of time.</summary>
    public static SharedActs Of(Trace trace, PostColumns posts, ReadOnlySpan<long> publishedUs, ValidationOptions options) =>
        new SharedActsBuilder(trace, posts, options, null).Build(publishedUs);

    /// <summary>The shared acts that were kept when a trace was thinned out, with what is known of the others.</summary>
    public static SharedActs Of(Trace thin, TestCensus census, PostColumns posts, ValidationOptions options) =>
        new SharedActsBuilder(thin, posts, options, census).Build(census.OriginsUs);

    /// <summary>The same acts at other times: same objects, accounts, cells' origins and clocks.</summary>
    /// <param name="timesUs">New time of each act, in the order of this; within an object they need not be sorted.</param>
    public SharedActs At(ReadOnlySpan<long> timesUs)
    {
        var times = timesUs.ToArray();
        var order = new int[Count];
        for (var act = 0; act < order.Length; act++) order[act] = act;
        for (var o = 0; o < Objects.Length; o++)
        {
            var (from, length) = (ObjectStarts[o], ObjectStarts[o + 1] - ObjectStarts[o]);
            times.AsSpan(from, length).Sort(order.AsSpan(from, length));
        }

        var accounts = Pick(Accounts, order);
        return new SharedActs
        {
            Behaviour = Behaviour,
            ObjectStarts = ObjectStarts,
            Objects = Objects,
            OriginsUs = OriginsUs,
            ObjectOf = ObjectOf,
            Accounts = accounts,
            TimesUs = times,
            Steps = Pick(Steps, order),
            Posts = Pick(Posts, order),
            AccountIds = AccountIds,
            AccountStarts = AccountStarts,
            ActsByAccount = SharedActsBuilder.ByAccount(accounts, AccountStarts),
            Busy = Busy,
            LeftOut = LeftOut,
        };

        static T[] Pick<T>(T[] column, int[] order)
        {
            var picked = new T[order.Length];
            for (var i = 0; i < picked.Length; i++) picked[i] = column[order[i]];
            return picked;
        }
    }
}

/// <summary>What was not tested, decided before any pair was looked at.</summary>
/// <param name="HubObjects">Objects with more accounts than the limit.</param>
/// <param name="HubActs">Acts on those objects.</param>
/// <param name="RepeatedActs">Further acts of an account on an object on which it had acted before.</param>
/// <param name="LoneActs">Acts on objects that no other account touched.</param>
/// <param name="CoarseActs">Acts whose clock step is too coarse for the widest scale.</param>
public sealed record ActsLeftOut(int HubObjects, long HubActs, long RepeatedActs, long LoneActs, long CoarseActs);
