using System.Collections.Immutable;
using Claque.Reading;

namespace Claque.Tracing;

/// <summary>Gives numbers to what the tracers found, batch after batch, and makes columns and acts of it, without keeping any post.</summary>
internal sealed class TraceMaker
{
    private const int Ahead = 16;
    private const int Many = 1_000_000;
    private const byte FromId = 0x80;
    private readonly TraceOptions _options;
    private readonly IProgress<StageProgress>? _progress;
    private readonly Tallies _tallies;
    private readonly AccountTable _accounts = new();
    private readonly PostIds? _postIds;
    private readonly NumberColumn<long> _postKeys = new();
    private readonly NumberColumn<int> _postAccounts = new();
    private readonly NumberColumn<long> _times = new();
    private readonly NumberColumn<byte> _precisions = new(); // With FromId where the time came from the id.
    private readonly Dictionary<Behaviour, Acts> _acts = [];
    private readonly SortedSet<string> _columnsSeen = new(StringComparer.Ordinal);
    private readonly TextObjects? _texts;
    private int[] _numbers = [];
    private int[] _accountOf = [];
    private byte[] _precisionsOfBatch = [];
    private long _read;
    private bool _hasTexts;

    public TraceMaker(bool postsAreDistinct, TraceOptions options, IProgress<StageProgress>? progress)
    {
        (_options, _progress) = (options, progress);
        CheckBehaviours(options);
        _postIds = postsAreDistinct ? null : new PostIds(_postAccounts);
        _tallies = new Tallies(options);
        _texts = options.Wants(Behaviour.Text) || options.Wants(Behaviour.SimilarText) ? new TextObjects(options) : null;
    }

    /// <summary>Says how far the reading is.</summary>
    public void Count(PostTracer batch)
    {
        _progress?.Report(new StageProgress("reading posts", _read, null));
        _read += batch.Posts.Count;
    }

    /// <summary>Takes over what posts did, behind <see cref="AddPosts"/>. In the order of the batches, on any thread.</summary>
    public void AddActs(PostTracer batch)
    {
        foreach (var (behaviour, names) in batch.Names) ActsOf(behaviour).Add(names, batch.Places);
        foreach (var (column, names) in batch.Columns)
        {
            _columnsSeen.Add(column);
            if (names is not null) ActsOf(Behaviour.OfColumn(column)).Add(names, batch.Places);
        }

        _texts?.Add(batch.Texts, batch.Words, batch.Places);
        _hasTexts |= batch.HasTexts;
    }

    /// <summary>The corpus. Times that did not come from ids are taken for no finer than the clock, where that is known to be coarser.</summary>
    public Corpus Take(TimePrecision? clock, CancellationToken stop)
    {
        _progress?.Report(new StageProgress("reading posts", _read, _read));
        var (simple, posts) = TakeColumns(clock);
        var texts = _texts?.Take(_tallies.AloneTexts, _progress, stop) ?? [];
        var traces = simple.Concat(texts).Where(trace => trace.Count > 0).OrderBy(trace => trace.Behaviour).ToImmutableArray();
        CheckColumns(traces);
        return new Corpus
        {
            Accounts = _accounts.Names(),
            Posts = posts,
            Traces = traces,
            HasTexts = _hasTexts,
            Notes = [.. _tallies.Notes],
        };
    }

    /// <summary>
    /// Numbers the accounts of a batch, and finds the place of each of its posts: the one it had before where it comes again. In the
    /// order of the batches, on any thread, while another batch is at <see cref="AddActs"/>.
    /// </summary>
    public void AddPosts(PostTracer batch)
    {
        _tallies.TakeCounts(batch.Tallies);
        var (posts, ids) = (batch.Posts, batch.Accounts);
        if (_accountOf.Length < posts.Count) (_accountOf, _numbers, _precisionsOfBatch) = (new int[posts.Count * 2], new int[posts.Count * 2], new byte[posts.Count * 2]);
        _accounts.Intern(posts.Platforms, ids, _numbers);
        var next = _postKeys.Count;
        if (_postIds is not null && !AreNew(batch, next))
        {
            AddSome(batch);
            return;
        }

        for (var i = 0; i < ids.Count; i++) batch.Places[ids.Rows[i]] = next + i;
        if (ids.Count < posts.Count) AddRows(batch);
        else AddAll(posts);
    }

    /// <summary>True when no post of the batch can have come before; their ids are then noted from a place on.</summary>
    private bool AreNew(PostTracer batch, int place) => !batch.Posts.Has(PostField.Id)
        || (batch.Accounts.Count == batch.Posts.Count && batch.IdNames.Count == 0 && _postIds!.NoteAll(batch.IdNumbers[..batch.Posts.Count], place));

    private void AddSome(PostTracer batch)
    {
        var (posts, ids) = (batch.Posts, batch.Accounts);
        for (var i = 0; i < ids.Count; i++) _accountOf[ids.Rows[i]] = _numbers[i];
        _postIds!.LookUp(batch.IdNames, _accountOf);
        var name = 0;
        for (var i = 0; i < ids.Count; i++)
        {
            if (i + Ahead < ids.Count && batch.IdNumbers[ids.Rows[i + Ahead]] is >= 0 and var soon) _postIds.Prefetch(_numbers[i + Ahead], soon);
            var row = ids.Rows[i];
            var isName = name < batch.IdNames.Count && batch.IdNames.Rows[name] == row;
            batch.Places[row] = PlaceOf(_numbers[i], batch.IdNumbers[row], isName ? name++ : -1);
            if (batch.Places[row] == _postKeys.Count) AddPost(posts, row, _numbers[i]);
            else _tallies.Repeats.Count++;
        }
    }

    private void AddRows(PostTracer batch)
    {
        for (var i = 0; i < batch.Accounts.Count; i++) AddPost(batch.Posts, batch.Accounts.Rows[i], _numbers[i]);
    }

    private void AddAll(PostBatch posts)
    {
        _postKeys.Add(posts.Keys);
        _postAccounts.Add(_numbers.AsSpan(0, posts.Count));
        _times.Add(posts.TimesUs);
        var precisions = _precisionsOfBatch.AsSpan(0, posts.Count);
        for (var row = 0; row < precisions.Length; row++) precisions[row] = PrecisionOf(posts.FlagsOf(row));
        _precisions.Add(precisions);
    }

    private int PlaceOf(int account, long idNumber, int idName)
    {
        var next = _postKeys.Count;
        if (idName >= 0) return _postIds!.FirstPlaceOfName(idName, next);
        return idNumber >= 0 ? _postIds!.FirstPlace(account, idNumber, next) : next;
    }

    private void AddPost(PostBatch posts, int row, int account)
    {
        _postKeys.Add(posts.KeyOf(row));
        _postAccounts.Add(account);
        _times.Add(posts.TimeOf(row));
        _precisions.Add(PrecisionOf(posts.FlagsOf(row)));
    }

    private static byte PrecisionOf(in PostBatch.Flags flags) => (byte)((byte)flags.Precision | (flags.TimeFromId ? FromId : 0));

    /// <summary>Long columns are copied into one array each by all threads, which mostly wait for memory that is new.</summary>
    private (Trace[] Traces, PostColumns Posts) TakeColumns(TimePrecision? clock)
    {
        var (keys, accounts, times, precisions) = (Array.Empty<long>(), Array.Empty<int>(), Array.Empty<long>(), Array.Empty<TimePrecision>());
        var acts = _acts.Values.ToArray();
        var traces = new Trace[acts.Length];
        var columns = Enumerable.Range(0, acts.Length).Select(i => (Action)(() => traces[i] = acts[i].Take())).Concat(
            [() => keys = _postKeys.Take(), () => times = _times.Take(), () => accounts = _postAccounts.Take(), () => precisions = Coarsened(clock)]).ToArray();
        if (_postKeys.Count >= Many) Parallel.Invoke(columns);
        else Array.ForEach(columns, column => column());
        return (traces, new PostColumns(keys, accounts, times, precisions));
    }

    private Acts ActsOf(Behaviour behaviour)
    {
        if (!_acts.TryGetValue(behaviour, out var acts)) _acts[behaviour] = acts = new Acts(behaviour);
        return acts;
    }

    private TimePrecision[] Coarsened(TimePrecision? clock)
    {
        var taken = _precisions.Take();
        var precisions = new TimePrecision[taken.Length];
        for (var post = 0; post < taken.Length; post++)
        {
            var precision = (TimePrecision)(taken[post] & ~FromId);
            precisions[post] = clock is { } step && taken[post] < FromId && precision < step ? step : precision;
        }

        return precisions;
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
            throw new InputException($"Behaviour '{behaviour}': no post has a value in that column. "
                + (_columnsSeen.Count == 0 ? "The data have no further columns mapped as objects." : $"The columns with values are {string.Join(", ", _columnsSeen)}."));
        }
    }
}
