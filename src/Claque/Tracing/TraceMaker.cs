using System.Collections.Immutable;
using Claque.Columns;
using Claque.Reading;

namespace Claque.Tracing;

/// <summary>Turns posts into columns and acts, one post after the other, without keeping any post.</summary>
internal sealed class TraceMaker
{
    private const int ProgressEvery = 1 << 16;

    // Posts wait in a queue while the names they will look up are fetched from memory, slots first and then the names in them:
    // a look-up that has to wait for memory twice costs more than all the rest of a post.
    private const int Queue = 16;

    private readonly TraceOptions _options;
    private readonly IProgress<StageProgress>? _progress;
    private readonly Tallies _tallies;
    private readonly ObjectKeys _keys = new();
    private readonly NameTable _accounts = new();
    private readonly PostIds? _postIds;
    private readonly Column<long> _postKeys = new();
    private readonly Column<int> _postAccounts = new();
    private readonly Column<long> _times = new();
    private readonly Column<TimePrecision> _precisions = new();
    private readonly Column<bool> _timesFromIds = new();
    private readonly PostTracer _tracer;
    private readonly PostRecord[] _queue = [.. Enumerable.Range(0, Queue).Select(_ => new PostRecord())];
    private long _read;
    private long _done;

    public TraceMaker(bool postsAreDistinct, TraceOptions options, IProgress<StageProgress>? progress)
    {
        (_options, _progress) = (options, progress);
        CheckBehaviours(options);
        _postIds = postsAreDistinct ? null : new PostIds();
        _tallies = new Tallies(options);
        _tracer = new PostTracer(options, _tallies, _keys);
    }

    public void Add(PostRecord post)
    {
        if ((_read & (ProgressEvery - 1)) == 0) _progress?.Report(new StageProgress("reading posts", _read, null));
        if (_read - _done == Queue) DoNext();
        var queued = _queue[_read++ % Queue];
        queued.CopyFrom(post);
        _accounts.PrefetchSlot(AccountKey(queued));
        _tracer.PrefetchSlot(queued);
        if (_read - _done <= Queue / 2) return;
        var halfway = _queue[(_read - 1 - Queue / 2) % Queue];
        _accounts.PrefetchName(AccountKey(halfway));
        _tracer.PrefetchName(halfway);
    }

    private void DoNext()
    {
        var post = _queue[_done++ % Queue];
        var key = AccountKey(post);
        if (key.IsEmpty)
        {
            _tallies.WithoutAccount.Count++;
            return;
        }

        var account = _accounts.Intern(key);
        if (IsRepeat(post, account, out var place))
        {
            _tallies.Repeats.Count++;
        }
        else
        {
            _postKeys.Add(post.Key);
            _postAccounts.Add(account);
            _times.Add(post.TimeUs);
            _precisions.Add(post.Precision);
            _timesFromIds.Add(post.TimeFromId);
        }

        _tracer.Trace(post, place);
    }

    /// <summary>The key of the post's account; empty when it has none.</summary>
    private ReadOnlySpan<byte> AccountKey(PostRecord post)
    {
        var id = post[PostField.Account].Trim(" \t\r\n"u8);
        return id.IsEmpty ? id : _keys.Account(post.Platform, id);
    }

    /// <summary>The corpus. Times that did not come from ids are taken for no finer than the clock, where that is known to be coarser.</summary>
    public Corpus Take(TimePrecision? clock, CancellationToken stop)
    {
        while (_done < _read) DoNext();
        _progress?.Report(new StageProgress("reading posts", _read, _read));
        var traces = _tracer.Take(_progress, stop).Where(trace => trace.Count > 0).OrderBy(trace => trace.Behaviour).ToImmutableArray();
        CheckColumns(traces);
        return new Corpus
        {
            Accounts = ObjectKeys.AccountNames(_accounts),
            Posts = new PostColumns(_postKeys.Take(), _postAccounts.Take(), _times.Take(), Coarsened(clock)),
            Traces = traces,
            HasTexts = _tracer.HasTexts,
            Notes = [.. _tallies.Notes],
        };
    }

    private TimePrecision[] Coarsened(TimePrecision? clock)
    {
        var precisions = _precisions.Take();
        for (var post = 0; post < precisions.Length; post++)
            if (clock is { } step && !_timesFromIds[post] && precisions[post] < step) precisions[post] = step;
        return precisions;
    }

    /// <summary>True when this account's post of this id was there before; its place then, or the next free one.</summary>
    private bool IsRepeat(PostRecord post, int account, out int place)
    {
        var next = _postKeys.Count;
        place = _postIds is null || !post.Has(PostField.Id) ? next : _postIds.FirstPlace(account, post[PostField.Id], next);
        return place != next;
    }

    private static void CheckBehaviours(TraceOptions options)
    {
        foreach (var behaviour in options.Behaviours ?? [])
        {
            if (Behaviour.BuiltIn.Contains(behaviour) || behaviour.Name.StartsWith("column:", StringComparison.Ordinal)) continue;
            throw new InputException($"There is no behaviour '{behaviour}'. Use {string.Join(", ", Behaviour.BuiltIn)}, or column:NAME for a column of your own.");
        }
    }

    private void CheckColumns(ImmutableArray<Trace> traces)
    {
        foreach (var behaviour in _options.Behaviours ?? [])
        {
            if (Behaviour.BuiltIn.Contains(behaviour) || traces.Any(trace => trace.Behaviour == behaviour)) continue;
            var seen = _tracer.ColumnsSeen;
            throw new InputException($"Behaviour '{behaviour}': no post has a value in that column. "
                + (seen.Count == 0 ? "The data have no further columns mapped as objects." : $"The columns with values are {string.Join(", ", seen)}."));
        }
    }
}
