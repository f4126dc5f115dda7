using System.Runtime.ExceptionServices;

namespace Claque.Columns;

/// <summary>
/// Works on the pieces of a stream with several threads and hands them out in the order of the stream: the same at any number
/// of threads, one included.
/// </summary>
/// <remarks>
/// Pieces are taken one after the other, worked on at once, and used again after they were handed out, so memory is a few
/// pieces. The thread that asks for pieces works too while its next one is not ready. What a thread throws is thrown by
/// <see cref="Next"/> where that piece would have come, and again by every call behind it. Steps that need the order of the stream
/// may follow the work: each goes from piece to piece, on any thread, while another is at another piece.
/// </remarks>
internal sealed class InOrder<T> : IDisposable
    where T : class
{
    private readonly Func<T> _make;
    private readonly Func<T, bool> _take;
    private readonly Action<T>[] _stages; // The work, and the steps behind it.
    private readonly Thread[] _threads;
    private readonly int _most;
    private readonly object _turn = new(); // Held while a piece is taken.
    private readonly object _gate = new(); // Guards what follows.
    private readonly Queue<Slot> _free = new();
    private readonly Queue<Slot> _order = new();
    private Slot? _out;
    private int _made;
    private long _version;
    private bool _ended;
    private bool _started;

    /// <param name="make">Makes an empty piece.</param>
    /// <param name="take">Fills a piece with what comes next in the stream; false at the end. One call at a time, on any thread.</param>
    /// <param name="work">Works on a piece; several at once.</param>
    /// <param name="threads">Threads, with the one that asks; 1 or more.</param>
    /// <param name="steps">Done with each piece after the work and one another, each with one piece at a time, in the order of the stream.</param>
    public InOrder(Func<T> make, Func<T, bool> take, Action<T> work, int threads, params ReadOnlySpan<Action<T>> steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        (_make, _take, _stages) = (make, take, [work, .. steps]);
        _threads = [.. Enumerable.Range(1, threads - 1).Select(_ => new Thread(WorkOn) { IsBackground = true })];
        _most = 2 * threads;
    }

    private sealed class Slot(T item)
    {
        public T Item { get; } = item;
        public int Done { get; set; } // Stages.
        public bool Busy { get; set; }
        public ExceptionDispatchInfo? Failure { get; set; }
    }

    /// <summary>The next piece, worked on; null at the end. The one before may be used again from now on.</summary>
    public T? Next()
    {
        if (_out is not null) GiveBack(_out);
        _out = null;
        while (true)
        {
            long seen;
            lock (_gate)
            {
                if (_order.TryPeek(out var head) && IsReady(head))
                {
                    head.Failure?.Throw(); // It stays where it is, so that no piece passes the step that went wrong.
                    _out = _order.Dequeue();
                    return _out.Item;
                }

                if (_ended && _order.Count == 0) return null;
                seen = _version;
            }

            StartOnce();
            if (!TryOne(waitForTurn: false)) WaitFor(seen);
        }
    }

    /// <summary>Ends the threads; they finish the piece they are at.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            Changed();
        }

        if (!_started) return;
        foreach (var thread in _threads) thread.Join();
    }

    /// <summary>The first piece is worked on by the one who asks: a short stream starts no thread.</summary>
    private void StartOnce()
    {
        if (_started || _made == 0) return;
        _started = true;
        foreach (var thread in _threads) thread.Start();
    }

    private void WorkOn()
    {
        while (true)
        {
            long seen;
            lock (_gate)
            {
                if (_ended) return;
                seen = _version;
            }

            if (!TryOne(waitForTurn: true)) WaitFor(seen);
        }
    }

    private bool IsReady(Slot slot) => !slot.Busy && (slot.Done == _stages.Length || slot.Failure is not null);

    /// <summary>Goes on with a piece, or takes one and works on it; false when it is not one's turn, no piece is free or the stream has ended.</summary>
    private bool TryOne(bool waitForTurn)
    {
        if (NextStep() is { } waiting)
        {
            Run(waiting);
            return true;
        }

        if (waitForTurn) Monitor.Enter(_turn);
        else if (!Monitor.TryEnter(_turn)) return false;
        Slot? slot;
        try
        {
            slot = Take();
        }
        finally
        {
            Monitor.Exit(_turn);
        }

        if (slot is null) return false;
        Run(slot);
        return true;
    }

    /// <summary>The first piece whose next step all pieces before it have behind them.</summary>
    private Slot? NextStep()
    {
        if (_stages.Length == 1) return null;
        lock (_gate)
        {
            var least = _stages.Length;
            foreach (var slot in _order)
            {
                if (slot is { Busy: false, Failure: null, Done: > 0 } && slot.Done < least)
                {
                    slot.Busy = true;
                    return slot;
                }

                least = Math.Min(least, slot.Done);
            }

            return null;
        }
    }

    private void Run(Slot slot)
    {
        if (slot.Failure is null) slot.Failure = FailureOf(() => _stages[slot.Done](slot.Item));
        lock (_gate)
        {
            slot.Busy = false;
            if (slot.Failure is null) slot.Done++;
            Changed();
        }
    }

    private Slot? Take()
    {
        Slot slot;
        lock (_gate)
        {
            if (_ended || (_free.Count == 0 && _made == _most)) return null;
            if (_free.Count == 0) _made++;
            slot = _free.Count > 0 ? _free.Dequeue() : new Slot(_make());
        }

        var more = true;
        var failure = FailureOf(() => more = _take(slot.Item));
        lock (_gate)
        {
            _ended |= !more || failure is not null;
            (slot.Done, slot.Busy, slot.Failure) = (0, true, failure);
            if (more || failure is not null) _order.Enqueue(slot);
            Changed();
        }

        return more || failure is not null ? slot : null;
    }

    private static ExceptionDispatchInfo? FailureOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e)
        {
            return ExceptionDispatchInfo.Capture(e);
        }
    }

    private void GiveBack(Slot slot)
    {
        lock (_gate)
        {
            _free.Enqueue(slot);
            Changed();
        }
    }

    private void Changed()
    {
        _version++;
        Monitor.PulseAll(_gate);
    }

    private void WaitFor(long seen)
    {
        lock (_gate)
        {
            if (_version == seen) Monitor.Wait(_gate);
        }
    }
}
