using System.Collections.Immutable;
using Claque.Columns;
using Claque.Reading;

namespace Claque.Tracing;

/// <summary>
/// The posts of a source as columns of numbers: who, when, how finely; and, per behaviour, which objects. Names are dense ids
/// by first appearance, so the same source gives the same numbers.
/// </summary>
public sealed class Corpus
{
    /// <summary>The accounts, by id.</summary>
    public required NameTable Accounts { get; init; }

    /// <summary>The posts, in the order of the source.</summary>
    public required PostColumns Posts { get; init; }

    /// <summary>One trace per behaviour that has acts, in the order of <see cref="Behaviour"/>.</summary>
    public required ImmutableArray<Trace> Traces { get; init; }

    /// <summary>True when posts have texts of their own, long enough to compare or not.</summary>
    public bool HasTexts { get; init; }

    /// <summary>What was counted while reading: repeats merged, keys left out, and why.</summary>
    public required ImmutableArray<CorpusNote> Notes { get; init; }

    /// <summary>Reads all posts of a source and turns them into columns and acts.</summary>
    /// <remarks>
    /// One pass over the source: posts are read and their objects named by all threads at once; numbers are given in the order of the
    /// posts, to those of one batch while the one before gets those of its objects. The acts of a trace stand in the order of their posts. Where posts may come again
    /// (<see cref="IPostSource.PostsAreDistinct"/>), the same account and id is the same post. Memory: 21 bytes a post, 8 an act,
    /// the names, and 4 bytes a word of the distinct texts where similar-text is looked at.
    /// </remarks>
    /// <exception cref="InputException">A behaviour asked for does not exist, or no post has the column it names.</exception>
    public static Corpus Encode(IPostSource source, TraceOptions? options = null, IProgress<StageProgress>? progress = null, CancellationToken stop = default) =>
        EncodeBy(PostSources.Threads, source, options ?? new TraceOptions(), progress, stop);

    private const int Many = 1_000_000;

    /// <summary>The same with a given number of threads, which changes nothing but the time.</summary>
    internal static Corpus EncodeBy(int threads, IPostSource source, TraceOptions options, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        if (source is IKeepsCorpus keeper && keeper.Kept(options) is { } kept) return kept;
        var corpus = Make(threads, source, options, progress, stop);
        // Reading leaves its blocks and outgrown columns behind; pairing is about to ask for as much memory again.
        if (corpus.Posts.Count >= Many) GC.Collect();
        (source as IKeepsCorpus)?.Keep(corpus, options);
        return corpus;
    }

    private static Corpus Make(int threads, IPostSource source, TraceOptions options, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        var maker = new TraceMaker(source.PostsAreDistinct, options, progress);
        using var reading = source.Begin(stop);
        using var batches = new InOrder<PostTracer>(() => new PostTracer(options, reading.NewBatch()), batch => reading.Take(batch.Posts), Trace, threads, maker.AddPosts, maker.AddActs);
        while (batches.Next() is { } batch)
        {
            stop.ThrowIfCancellationRequested();
            reading.Settle(batch.Posts);
            maker.Count(batch);
        }

        reading.End();
        return maker.Take(source.CoarserClock, stop);

        void Trace(PostTracer batch)
        {
            reading.Read(batch.Posts);
            batch.Trace();
        }
    }
}

/// <summary>Something counted while posts became acts.</summary>
/// <param name="Count">How many.</param>
/// <param name="What">What it is, as a sentence part: <c>posts that came again with the same id</c>.</param>
public sealed record CorpusNote(long Count, string What);

/// <summary>The posts as columns of equal length.</summary>
public sealed class PostColumns
{
    /// <summary>Makes the columns; the arrays are taken over, not copied.</summary>
    public PostColumns(long[] keys, int[] accounts, long[] timesUs, TimePrecision[] precisions)
    {
        if (accounts.Length != keys.Length || timesUs.Length != keys.Length || precisions.Length != keys.Length)
            throw new ArgumentException("The columns of posts must have one length.");
        (Keys, Accounts, TimesUs, Precisions) = (keys, accounts, timesUs, precisions);
    }

    /// <summary>Number of posts.</summary>
    public int Count => Keys.Length;

    /// <summary>The key that finds the post in its source.</summary>
    public long[] Keys { get; }

    /// <summary>Id of the account.</summary>
    public int[] Accounts { get; }

    /// <summary>Microseconds since 1970-01-01T00:00:00Z.</summary>
    public long[] TimesUs { get; }

    /// <summary>Clock step of each time.</summary>
    public TimePrecision[] Precisions { get; }
}

/// <summary>One behaviour's acts: which post touched which object. Account and time of an act are those of its post.</summary>
public sealed class Trace
{
    /// <summary>Makes a trace; the arrays are taken over, not copied.</summary>
    public Trace(Behaviour behaviour, int[] posts, int[] objects, NameTable objectNames)
    {
        if (posts.Length != objects.Length) throw new ArgumentException("The columns of acts must have one length.");
        (Behaviour, Posts, Objects, ObjectNames) = (behaviour, posts, objects, objectNames);
    }

    /// <summary>The behaviour.</summary>
    public Behaviour Behaviour { get; }

    /// <summary>Number of acts.</summary>
    public int Count => Posts.Length;

    /// <summary>Post of each act, by its place in <see cref="PostColumns"/>. No (post, object) comes twice.</summary>
    public int[] Posts { get; }

    /// <summary>Object of each act.</summary>
    public int[] Objects { get; }

    /// <summary>What the objects are called: a canonical link, a post id, a text.</summary>
    public NameTable ObjectNames { get; }
}
