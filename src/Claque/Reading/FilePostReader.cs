using Claque.Columns;

namespace Claque.Reading;

/// <summary>Hands out the posts of a file and the rows that are none, one after the other.</summary>
internal sealed class FilePostReader : IPostReader
{
    private readonly FileReading _reading;
    private readonly InOrder<PostBatch> _batches;
    private FileBatch? _batch;
    private int _post;
    private int _reject;
    private long _posts;

    /// <param name="reading">Disposed with this reader.</param>
    /// <param name="threads">Threads that share the work.</param>
    public FilePostReader(FileReading reading, int threads)
    {
        _reading = reading;
        _batches = new InOrder<PostBatch>(reading.NewBatch, reading.Take, reading.Read, threads);
    }

    /// <inheritdoc/>
    public RejectedRow? Reject { get; private set; }

    /// <inheritdoc/>
    public long BytesRead => _batch?.BytesRead ?? 0;

    /// <inheritdoc/>
    public ReadStep Read(PostRecord post)
    {
        ArgumentNullException.ThrowIfNull(post);
        Reject = null;
        while (true)
        {
            if (_batch is { } batch)
            {
                if (_reject < batch.Rejects.Count && batch.Rejects[_reject].Post == _post)
                {
                    Reject = batch.Rejects[_reject++].Row;
                    return ReadStep.Rejected;
                }

                if (_post < batch.Count)
                {
                    post.Show(batch, _post++);
                    post.Key = ++_posts;
                    return ReadStep.Post;
                }
            }

            if (_batches.Next() is not FileBatch next) return ReadStep.End;
            (_batch, _post, _reject) = (next, 0, 0);
            _reading.Settle(next);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _batches.Dispose();
        _reading.Dispose();
    }
}
