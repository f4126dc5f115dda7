using Claque.Columns;

namespace Claque.Reading;

/// <summary>Posts in a fixed order, to be read any number of times: a case, or files.</summary>
public interface IPostSource
{
    /// <summary>True when every post comes once; false when an id may come again, with further objects or as a plain repeat.</summary>
    bool PostsAreDistinct { get; }

    /// <summary>
    /// The clock step of all times that did not come from ids, where reading the posts showed it to be coarser than each time by
    /// itself; null when nothing is to be corrected. Known once the posts were read.
    /// </summary>
    TimePrecision? CoarserClock => null;

    /// <summary>Begins to read, always in the same order.</summary>
    IPostReading Begin(CancellationToken stop);
}

/// <summary>One reading of a source, batch after batch. The work is cut so that several threads can share it and the result is the same.</summary>
public interface IPostReading : IDisposable
{
    /// <summary>A batch for this reading.</summary>
    PostBatch NewBatch() => new();

    /// <summary>Fills a batch with what comes next; false at the end. One call at a time, on any thread.</summary>
    bool Take(PostBatch batch);

    /// <summary>Makes posts of what was taken, where that needs no knowledge of other batches. On any thread.</summary>
    void Read(PostBatch batch)
    {
    }

    /// <summary>Counts what a batch brought. In the order of the batches, on one thread.</summary>
    void Settle(PostBatch batch)
    {
    }

    /// <summary>True when <see cref="Read"/> is most of the work, so that several threads are worth their cost.</summary>
    bool IsWorthThreads => false;

    /// <summary>Called once, behind the last batch.</summary>
    void End()
    {
    }
}

/// <summary>Reading a source post by post.</summary>
public static class PostSources
{
    /// <summary>Threads that share the work of reading.</summary>
    internal static int Threads => Environment.ProcessorCount;

    /// <summary>Hands every post to <paramref name="each"/>, always in the same order. The record is used again after each call.</summary>
    public static void ReadAll(this IPostSource source, Action<PostRecord> each, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(each);
        using var reading = source.Begin(stop);
        using var batches = new InOrder<PostBatch>(reading.NewBatch, reading.Take, reading.Read, reading.IsWorthThreads ? Threads : 1);
        var post = new PostRecord();
        while (batches.Next() is { } batch)
        {
            stop.ThrowIfCancellationRequested();
            reading.Settle(batch);
            for (var row = 0; row < batch.Count; row++)
            {
                post.Show(batch, row);
                each(post);
            }
        }

        reading.End();
    }
}

/// <summary>A reading of posts that are filled in one by one.</summary>
/// <param name="fill">Fills an empty record with the next post; false at the end.</param>
/// <param name="stop">Stops the reading.</param>
/// <param name="end">Gives back what the reading took.</param>
public sealed class PostByPost(Func<PostRecord, bool> fill, CancellationToken stop, Action? end = null) : IPostReading
{
    private bool _ended;

    /// <inheritdoc/>
    public bool Take(PostBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        stop.ThrowIfCancellationRequested();
        batch.Clear();
        while (!_ended && !batch.IsFull)
        {
            _ended = !fill(batch.Next());
            if (!_ended) batch.Keep();
        }

        return batch.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => end?.Invoke();
}
