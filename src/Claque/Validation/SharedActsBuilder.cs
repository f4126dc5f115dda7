using Claque.Columns;
using Claque.Reading;
using Claque.Thinning;
using Claque.Tracing;

namespace Claque.Validation;

/// <summary>Sorts and thins out the acts of a trace until <see cref="SharedActs"/> remain.</summary>
internal sealed class SharedActsBuilder(Trace trace, PostColumns posts, ValidationOptions options, TestCensus? census)
{
    private readonly List<int> _starts = [0], _objects = [];
    private readonly List<long> _origins = [];
    private readonly int[] _seen = new int[1 + HighestAccount(posts, trace)];
    private Act[] _acts = [];
    private int _kept;
    private int _hubObjects;
    private long _hubActs, _repeated, _lone;

    public SharedActs Build(ReadOnlySpan<long> publishedUs)
    {
        var byObject = ObjectActs.Of(posts, trace, options.Threads == 0 ? Environment.ProcessorCount : options.Threads);
        _acts = byObject.Acts;
        for (var o = 0; o < byObject.Ends.Length; o++)
            Keep(o, _acts.AsSpan(byObject.Starts[o]..byObject.Ends[o]), publishedUs.IsEmpty ? PublicationTimes.None : publishedUs[o]);
        return Number();
    }

    /// <summary>Each account's acts in the order of the acts, from where each account begins.</summary>
    public static int[] ByAccount(int[] accounts, int[] accountStarts)
    {
        var next = accountStarts.AsSpan(0, accountStarts.Length - 1).ToArray();
        var acts = GC.AllocateUninitializedArray<int>(accounts.Length);
        for (var act = 0; act < accounts.Length; act++) acts[next[accounts[act]]++] = act;
        return acts;
    }

    /// <summary>Keeps the first act of each account on one object, when at least two accounts and not too many are there.</summary>
    private void Keep(int o, Span<Act> acts, long publishedUs)
    {
        SortByTime(acts);
        var (start, count) = (_kept, acts.Length);
        foreach (var act in acts)
        {
            if (_seen[act.Account] == o + 1) continue;
            _seen[act.Account] = o + 1;
            _acts[_kept++] = act;
        }

        var accounts = _kept - start;
        if (accounts < (census is null ? 2 : 1))
        {
            _lone += count;
            _kept = start;
            return;
        }

        if (accounts > (options.MaxAccountsPerObject ?? int.MaxValue))
        {
            (_hubObjects, _hubActs, _kept) = (_hubObjects + 1, _hubActs + count, start);
            return;
        }

        _repeated += count - accounts;
        _objects.Add(o);
        _starts.Add(_kept);
        _origins.Add(publishedUs == PublicationTimes.None ? _acts[start].TimeUs : publishedUs);
    }

    private static void SortByTime(Span<Act> acts)
    {
        var sorted = true;
        for (var i = 1; i < acts.Length && sorted; i++) sorted = acts[i - 1].TimeUs <= acts[i].TimeUs;
        if (sorted) return;
        // Acts at the same moment by post: which of them is an account's first must not depend on the sort.
        acts.Sort();
    }

    private SharedActs Number()
    {
        var counts = new int[_seen.Length];
        foreach (var act in _acts.AsSpan(0, _kept)) counts[act.Account]++;
        var ids = CountingSort.ByFalling(counts)[..counts.Count(count => count > 0)];
        if (census is not null) ids = [.. ids.OrderByDescending(IsComplete)];
        var accountStarts = new int[ids.Length + 1];
        var busy = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            accountStarts[i + 1] = accountStarts[i] + counts[ids[i]];
            if (counts[ids[i]] >= options.MinSittings && IsComplete(ids[i])) busy = i + 1;
        }

        var number = counts;
        for (var i = 0; i < ids.Length; i++) number[ids[i]] = i;
        return Fill(ids, number, accountStarts, busy);
    }

    private bool IsComplete(int account) => census is null || census.Complete[account];

    private SharedActs Fill(int[] ids, int[] number, int[] accountStarts, int busy)
    {
        int[] accounts = New<int>(), objectOf = New<int>(), keptPosts = New<int>();
        var (times, steps) = (New<long>(), New<byte>());
        for (var o = 0; o < _objects.Count; o++) objectOf.AsSpan(_starts[o], _starts[o + 1] - _starts[o]).Fill(o);
        var widestStep = options.Scales[^1].Window / 3;
        var tooCoarse = Array.ConvertAll(Enum.GetValues<TimePrecision>(), step => step >= TimePrecision.Minute && step.Step > widestStep);
        var coarse = 0L;
        for (var act = 0; act < _kept; act++)
        {
            var one = _acts[act];
            (accounts[act], keptPosts[act], times[act], steps[act]) = (number[one.Account], one.Post, one.TimeUs, (byte)one.Clock);
            if (tooCoarse[steps[act]]) coarse++;
        }

        return new SharedActs
        {
            Behaviour = trace.Behaviour,
            ObjectStarts = [.. _starts],
            Objects = [.. _objects],
            OriginsUs = [.. _origins],
            ObjectOf = objectOf,
            Accounts = accounts,
            TimesUs = times,
            Steps = steps,
            Posts = keptPosts,
            AccountIds = ids,
            AccountStarts = accountStarts,
            ActsByAccount = ByAccount(accounts, accountStarts),
            Busy = busy,
            LeftOut = census?.LeftOut ?? new ActsLeftOut(_hubObjects, _hubActs, _repeated, _lone, coarse),
            Census = census,
        };
    }

    private T[] New<T>() => GC.AllocateUninitializedArray<T>(_kept);

    private static int HighestAccount(PostColumns posts, Trace trace)
    {
        var highest = -1;
        foreach (var post in trace.Posts) highest = Math.Max(highest, posts.Accounts[post]);
        return highest;
    }
}
