using System.Collections.Immutable;

namespace Claque.Reading;

/// <summary>The posts of one file, read straight from it.</summary>
/// <param name="path">Where the file is.</param>
/// <param name="name">What to call it in messages.</param>
/// <param name="options">How to read it.</param>
public sealed class FilePosts(string path, string name, ReadOptions options) : IPostSource
{
    /// <summary>False: a table of shares has a line for each object, so an id may come again.</summary>
    public bool PostsAreDistinct => false;

    /// <summary>What was assumed, left out or not readable, as sentences; known once the posts were read.</summary>
    public ImmutableArray<string> Notes { get; private set; } = [];

    /// <summary>The clock step of the whole file where it is coarser than single times showed; known once the posts were read.</summary>
    public TimePrecision? CoarserClock { get; private set; }

    /// <summary>Begins to read; keys are line numbers.</summary>
    /// <exception cref="InputException">The file cannot be read, or at the end: no row of it can be used.</exception>
    public IPostReading Begin(CancellationToken stop)
    {
        var stream = File.OpenRead(path);
        try
        {
            return new Reading(this, stream, PostFiles.Open(stream, name, options), stop);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private sealed class Reading(FilePosts source, FileStream stream, OpenedFile file, CancellationToken stop) : IPostReading
    {
        private readonly Dictionary<string, (long Count, RejectedRow First)> _rejects = new(StringComparer.Ordinal);
        private long _posts;

        public bool IsWorthThreads => !file.Reading.IsShort;

        public PostBatch NewBatch() => file.Reading.NewBatch();

        public bool Take(PostBatch batch)
        {
            stop.ThrowIfCancellationRequested();
            return file.Reading.Take(batch);
        }

        public void Read(PostBatch batch) => file.Reading.Read(batch);

        public void Settle(PostBatch batch)
        {
            file.Reading.Settle(batch);
            _posts += batch.Count;
            foreach (var (_, row) in ((FileBatch)batch).Rejects)
                _rejects[row.Kind] = _rejects.TryGetValue(row.Kind, out var seen) ? (seen.Count + 1, seen.First) : (1, row);
        }

        public void End()
        {
            if (_posts == 0 && _rejects.Count > 0)
            {
                var most = _rejects.Values.MaxBy(reject => reject.Count);
                throw new InputException($"{source.Name}: none of its {_rejects.Values.Sum(reject => reject.Count):N0} rows can be used. Most often: {most.First.Reason}");
            }

            source.Notes =
            [
                .. file.Notes,
                .. _rejects.OrderByDescending(reject => reject.Value.Count).ThenBy(reject => reject.Key, StringComparer.Ordinal)
                    .Select(reject => $"{reject.Value.Count:N0} rows not usable: {reject.Key}. First: {reject.Value.First.Reason}"),
            ];
            source.CoarserClock = file.InferredPrecision;
        }

        public void Dispose()
        {
            file.Dispose();
            stream.Dispose();
        }
    }

    private string Name => name;
}
