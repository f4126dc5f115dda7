using Claque.Reading;
using Claque.Thinning;
using Claque.Tracing;

namespace Claque.Validation;

/// <summary>Sorts and thins out the acts of a trace until <see cref="SharedActs"/> remain.</summary>
internal sealed class SharedActsBuilder(Trace trace, PostColumns posts, ValidationOptions options, TestCensus? census)
{
    private readonly List<int> _starts = [0], _objects = [];
    private readonly List<long> _origins = [];
    private int[] _posts = [], _accounts = [];
    private int _kept;
    private int _hubObjects;
    private long _hubActs, _repeated, _lone;

    public SharedActs Build(ReadOnlySpan<long> publishedUs)
    {
        var (byObject, starts) = SortByObject();
        (_posts, _accounts) = (new int[byObject.Length], new int[byObject.Length]);
        var seen = new int[1 + Highest(posts.Accounts)];
        for (var o = 0; o + 1 < starts.Length; o++)
            Keep(o, byObject.AsSpan(starts[o], starts[o + 1] - starts[o]), seen, publishedUs.IsEmpty ? PublicationTimes.None : publishedUs[o]);

        Array.Resize(ref _posts, _kept);
        Array.Resize(ref _accounts, _kept);
        return Number();
    }

    /// <summary>Each account's acts in the order of the acts, from where each account begins.</summary>
    public static int[] ByAccount(int[] accounts, int[] accountStarts)
    {
        var next = accountStarts.AsSpan(0, accountStarts.Length - 1).ToArray();
        var acts = new int[accounts.Length];
        for (var act = 0; act < accounts.Length; act++) acts[next[accounts[act]]++] = act;
        return acts;
    }

    private (int[] Acts, int[] Starts) SortByObject()
    {
        var starts = new int[trace.ObjectNames.Count + 1];
        foreach (var o in trace.Objects) starts[o + 1]++;
        for (var o = 0; o + 1 < starts.Length; o++) starts[o + 1] += starts[o];
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        var sorted = new int[trace.Count];
        for (var act = 0; act < trace.Count; act++) sorted[next[trace.Objects[act]]++] = trace.Posts[act];
        return (sorted, starts);
    }

    /// <summary>Keeps the first act of each account on one object, when at least two accounts and not too many are there.</summary>
    private void Keep(int o, Span<int> postsOfObject, int[] seen, long publishedUs)
    {
        SortByTime(postsOfObject);
        var start = _kept;
        foreach (var post in postsOfObject)
        {
            var account = posts.Accounts[post];
            if (seen[account] == o + 1) continue;
            seen[account] = o + 1;
            (_posts[_kept], _accounts[_kept++]) = (post, account);
        }

        var accounts = _kept - start;
        if (accounts < (census is null ? 2 : 1))
        {
            _lone += postsOfObject.Length;
            _kept = start;
            return;
        }

        if (accounts > (options.MaxAccountsPerObject ?? int.MaxValue))
        {
            (_hubObjects, _hubActs, _kept) = (_hubObjects + 1, _hubActs + postsOfObject.Length, start);
            return;
        }

        _repeated += postsOfObject.Length - accounts;
        _objects.Add(o);
        _starts.Add(_kept);
        _origins.Add(publishedUs == PublicationTimes.None ? posts.TimesUs[_posts[start]] : publishedUs);
    }

    private void SortByTime(Span<int> postsOfObject)
    {
        var sorted = true;
        for (var i = 1; i < postsOfObject.Length && sorted; i++)
            sorted = posts.TimesUs[postsOfObject[i - 1]] <= posts.TimesUs[postsOfObject[i]];
        if (sorted) return;
        // Acts at the same moment by post: which of them is an account's first must not depend on the sort.
        var times = new (long TimeUs, int Post)[postsOfObject.Length];
        for (var i = 0; i < times.Length; i++) times[i] = (posts.TimesUs[postsOfObject[i]], postsOfObject[i]);
        times.AsSpan().Sort(postsOfObject);
    }

    private SharedActs Number()
    {
        var counts = new int[1 + Highest(posts.Accounts)];
        foreach (var account in _accounts) counts[account]++;
        var ids = Enumerable.Range(0, counts.Length).Where(account => counts[account] > 0).OrderByDescending(IsComplete).ThenByDescending(account => counts[account]).ToArray();
        var number = counts;
        var accountStarts = new int[ids.Length + 1];
        var busy = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            accountStarts[i + 1] = accountStarts[i] + counts[ids[i]];
            if (counts[ids[i]] >= options.MinSittings && IsComplete(ids[i])) busy = i + 1;
        }

        for (var i = 0; i < ids.Length; i++) number[ids[i]] = i;
        for (var act = 0; act < _accounts.Length; act++) _accounts[act] = number[_accounts[act]];
        return Fill(ids, accountStarts, busy);
    }

    private bool IsComplete(int account) => census is null || census.Complete[account];

    private SharedActs Fill(int[] ids, int[] accountStarts, int busy)
    {
        var objectOf = new int[_kept];
        for (var o = 0; o < _objects.Count; o++) objectOf.AsSpan(_starts[o], _starts[o + 1] - _starts[o]).Fill(o);
        var times = new long[_kept];
        var steps = new byte[_kept];
        var widestStep = options.Scales[^1].Window / 3;
        var coarse = 0L;
        for (var act = 0; act < _kept; act++)
        {
            var precision = posts.Precisions[_posts[act]];
            (times[act], steps[act]) = (posts.TimesUs[_posts[act]], (byte)precision);
            if (precision >= TimePrecision.Minute && precision.Step > widestStep) coarse++;
        }

        return new SharedActs
        {
            Behaviour = trace.Behaviour,
            ObjectStarts = [.. _starts],
            Objects = [.. _objects],
            OriginsUs = [.. _origins],
            ObjectOf = objectOf,
            Accounts = _accounts,
            TimesUs = times,
            Steps = steps,
            Posts = _posts,
            AccountIds = ids,
            AccountStarts = accountStarts,
            ActsByAccount = ByAccount(_accounts, accountStarts),
            Busy = busy,
            LeftOut = census?.LeftOut ?? new ActsLeftOut(_hubObjects, _hubActs, _repeated, _lone, coarse),
            Census = census,
        };
    }

    private static int Highest(ReadOnlySpan<int> accounts)
    {
        var highest = -1;
        foreach (var account in accounts) highest = Math.Max(highest, account);
        return highest;
    }
}
