using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

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
    /// <summary>How many reaches before it is needed one is asked for.</summary>
    public const int Ahead = 6;

    private Reach[] _reaches = new Reach[64];
    private int _count, _objectFrom;

    /// <summary>The reaches.</summary>
    public ReadOnlySpan<Reach> All => _reaches.AsSpan(0, _count);

    /// <summary>How many acts are in the reaches, once in each.</summary>
    public long ActCount { get; private set; }

    /// <summary>Takes a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(int row, int window)
    {
        (_count, _objectFrom, ActCount) = (0, 0, 0);
        var spans = index.SpansOf(row);
        if (window == index.WindowsUs.Length - 1)
        {
            foreach (ref readonly var span in spans) Add(span.Act, span.From, span.To, span.IsRepeat);
            return;
        }

        var windowUs = index.WindowsUs[window];
        foreach (ref readonly var span in spans)
        {
            var time = index.Acts[span.Act].TimeUs;
            Add(span.Act, FirstFrom(span.From, span.Act, time - windowUs), FirstAfter(span.Act, span.To, time + windowUs), span.IsRepeat);
        }
    }

    /// <summary>Adds a reach, joined with those before it on the same object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int act, int from, int to, bool isRepeat)
    {
        if (!isRepeat)
        {
            _objectFrom = _count;
            Add(new Reach(act, from, from, to, from, Runs.One));
            return;
        }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(in Reach reach)
    {
        if (_count == _reaches.Length) Array.Resize(ref _reaches, 2 * _count);
        _reaches[_count++] = reach;
        ActCount += reach.To - reach.From;
    }

    /// <summary>Asks for a reach before it is needed: where windows hold few acts, waiting for memory is most of the work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int at, bool withTicks = false)
    {
        if (!Sse.IsSupported || at >= _count) return;
        const int line = 16, most = 4 * line;
        var last = Math.Min(_reaches[at].To, _reaches[at].From + most) - 1;
        for (var act = _reaches[at].From; act < last; act += line) PrefetchAct(act, withTicks);
        PrefetchAct(last, withTicks);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void PrefetchAct(int act, bool withTicks)
    {
        // A hint needs no pinned memory: nothing is read, and an address that has moved only wastes the hint.
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(index.Ranks), act)));
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(index.Previous), act)));
        if (withTicks) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(index.Ticks), act)));
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
