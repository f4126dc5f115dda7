namespace Claque.Pairing;

/// <summary>The acts within the window of one of a row's own acts: those at which a co-act with it can be.</summary>
/// <param name="Act">The row's own act.</param>
/// <param name="From">First act within the window.</param>
/// <param name="Fresh">First of them that is not within the window of an earlier act of the row on the object.</param>
/// <param name="To">One past the last.</param>
/// <param name="RunFrom">Where the run of touching windows begins that this one ends, or is part of.</param>
/// <param name="Runs">How this run stands to others of the row on the object.</param>
internal readonly record struct Reach(int Act, int From, int Fresh, int To, int RunFrom, Runs Runs);

/// <summary>Whether a row's windows on one object all touch, so that a partner found in one of them cannot have been found elsewhere.</summary>
internal enum Runs
{
    /// <summary>They do.</summary>
    One,

    /// <summary>They do not, and this is the first reach of the object.</summary>
    FirstOfSeveral,

    /// <summary>They do not, and this is a later one.</summary>
    OneOfSeveral,
}

/// <summary>The reaches of one row at one window, in order of its acts. Filled anew for each row and window; for one thread.</summary>
internal sealed class RowReaches(ActIndex index)
{
    private Reach[] _reaches = new Reach[64];
    private int[] _own = new int[64];
    private int _count, _objectFrom;

    /// <summary>The reaches.</summary>
    public ReadOnlySpan<Reach> All => _reaches.AsSpan(0, _count);

    /// <summary>True when the row acted more than once on an object.</summary>
    public bool OwnRepeats { get; private set; }

    /// <summary>How many acts are in the reaches, each counted once where windows touch.</summary>
    public long FreshActs { get; private set; }

    /// <summary>Takes a row.</summary>
    public void Take(int row, int window)
    {
        (_count, _objectFrom, OwnRepeats, FreshActs) = (0, 0, false, 0);
        var isWidest = window == index.WindowsUs.Length - 1;
        foreach (var segment in index.SegmentsOf(row))
        {
            if (segment.IsOfOneAct && isWidest)
            {
                _objectFrom = _count;
                Add(new Reach(segment.Last, segment.From, segment.From, segment.To, segment.From, Runs.One));
            }
            else
            {
                TakeEach(segment, index.WindowsUs[window]);
            }
        }
    }

    /// <summary>Takes a segment own act by own act.</summary>
    private void TakeEach(Segment segment, long windowUs)
    {
        var count = 0;
        for (var act = segment.Last; act >= segment.From; act = index.Previous[act])
        {
            if (count == _own.Length) Array.Resize(ref _own, 2 * count);
            _own[count++] = act;
        }

        var low = segment.From;
        while (--count >= 0)
        {
            var act = _own[count];
            var time = index.Acts[act].TimeUs;
            low = FirstFrom(low, act, time - windowUs);
            Join(act, low, FirstAfter(act, segment.To, time + windowUs));
        }
    }

    /// <summary>Adds a reach, joined with those before it on the same object.</summary>
    private void Join(int act, int from, int to)
    {
        if (index.Previous[act] < 0)
        {
            _objectFrom = _count;
            Add(new Reach(act, from, from, to, from, Runs.One));
            return;
        }

        OwnRepeats = true;
        var before = _reaches[_count - 1];
        if (from <= before.To)
        {
            Add(new Reach(act, from, before.To, to, before.RunFrom, before.Runs == Runs.One ? Runs.One : Runs.OneOfSeveral));
            return;
        }

        if (before.Runs == Runs.One)
            for (var i = _objectFrom; i < _count; i++) _reaches[i] = _reaches[i] with { Runs = i == _objectFrom ? Runs.FirstOfSeveral : Runs.OneOfSeveral };
        Add(new Reach(act, from, from, to, from, Runs.OneOfSeveral));
    }

    private void Add(Reach reach)
    {
        if (_count == _reaches.Length) Array.Resize(ref _reaches, 2 * _count);
        _reaches[_count++] = reach;
        FreshActs += reach.To - reach.Fresh;
    }

    /// <summary>First act from a place on that is not before a time; one that is not stands at <paramref name="known"/>. Doubling steps back, then halving.</summary>
    private int FirstFrom(int low, int known, long timeUs)
    {
        for (var step = 1; known - step > low; step *= 2)
        {
            if (index.Acts[known - step].TimeUs < timeUs)
            {
                low = known - step + 1;
                break;
            }

            known -= step;
        }

        while (low < known)
        {
            var middle = low + (known - low) / 2;
            if (index.Acts[middle].TimeUs < timeUs) low = middle + 1;
            else known = middle;
        }

        return low;
    }

    /// <summary>First act after a time, before an end; one that is not after it stands at <paramref name="known"/>.</summary>
    private int FirstAfter(int known, int end, long timeUs)
    {
        for (var step = 1; known + step < end; step *= 2)
        {
            if (index.Acts[known + step].TimeUs > timeUs)
            {
                end = known + step;
                break;
            }

            known += step;
        }

        var low = known + 1;
        while (low < end)
        {
            var middle = low + (end - low) / 2;
            if (index.Acts[middle].TimeUs <= timeUs) low = middle + 1;
            else end = middle;
        }

        return low;
    }
}
