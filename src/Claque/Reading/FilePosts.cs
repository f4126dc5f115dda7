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

    /// <summary>Hands on the posts; keys are line numbers.</summary>
    /// <exception cref="InputException">The file cannot be read, or no row of it can be used.</exception>
    public void ReadAll(Action<PostRecord> each, CancellationToken stop)
    {
        using var stream = File.OpenRead(path);
        using var file = PostFiles.Open(stream, name, options);
        var post = new PostRecord();
        var rejects = new Dictionary<string, (long Count, RejectedRow First)>(StringComparer.Ordinal);
        var posts = 0L;
        for (var step = file.Reader.Read(post); step != ReadStep.End; step = file.Reader.Read(post))
        {
            if ((posts & 0xFFFF) == 0) stop.ThrowIfCancellationRequested();
            if (step == ReadStep.Post)
            {
                post.Key = post.Line;
                posts++;
                each(post);
            }
            else
            {
                var reject = file.Reader.Reject!;
                rejects[reject.Kind] = rejects.TryGetValue(reject.Kind, out var seen) ? (seen.Count + 1, seen.First) : (1, reject);
            }
        }

        if (posts == 0 && rejects.Count > 0)
        {
            var most = rejects.Values.MaxBy(reject => reject.Count);
            throw new InputException($"{name}: none of its {rejects.Values.Sum(reject => reject.Count):N0} rows can be used. Most often: {most.First.Reason}");
        }

        Notes =
        [
            .. file.Notes,
            .. rejects.OrderByDescending(reject => reject.Value.Count).ThenBy(reject => reject.Key, StringComparer.Ordinal)
                .Select(reject => $"{reject.Value.Count:N0} rows not usable: {reject.Key}. First: {reject.Value.First.Reason}"),
        ];
        CoarserClock = file.InferredPrecision;
    }
}
