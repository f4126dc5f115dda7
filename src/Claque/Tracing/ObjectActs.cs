using System.Runtime.CompilerServices;

namespace Claque.Tracing;

/// <summary>The acts of a trace, object by object. Those still looked at stand at the front of their object's place.</summary>
internal sealed class ObjectActs
{
    private const int LeastActsPerPart = 1 << 15;

    private ObjectActs(Act[] acts, int[] starts, int[] parts) => (Acts, Starts, Ends, Parts) = (acts, starts, starts[1..], parts);

    /// <summary>The acts.</summary>
    public Act[] Acts { get; }

    /// <summary>Where the acts of each object begin; one more than there are objects.</summary>
    public int[] Starts { get; }

    /// <summary>One past the last act of each object that is still looked at.</summary>
    public int[] Ends { get; }

    /// <summary>Objects cut into runs of about as many acts, one for each thread: part p is from <c>Parts[p]</c> to below <c>Parts[p + 1]</c>.</summary>
    public int[] Parts { get; }

    /// <summary>Number of parts.</summary>
    public int PartCount => Parts.Length - 1;

    /// <summary>The acts of a trace by object, those of one object in the order of the trace.</summary>
    /// <remarks>A counting sort, each thread with counts of its own: stable, so the result does not depend on their number. Linear.</remarks>
    public static ObjectActs Of(PostColumns posts, Trace trace, int threads)
    {
        var parts = Math.Clamp(trace.Count / LeastActsPerPart, 1, threads);
        var next = new int[parts][];
        Parallel.For(0, parts, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (p) =>
        {
            var counts = new int[trace.ObjectNames.Count];
            foreach (var o in trace.Objects.AsSpan(From(p)..From(p + 1))) counts[o]++;
            next[p] = counts;
        });
        var starts = new int[trace.ObjectNames.Count + 1];
        for (int o = 0, at = 0; o < starts.Length; o++)
        {
            starts[o] = at;
            if (o + 1 == starts.Length) break;
            foreach (var counts in next) (counts[o], at) = (at, at + counts[o]);
        }

        var acts = GC.AllocateUninitializedArray<Act>(trace.Count);
        Parallel.For(0, parts, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (p) =>
        {
            var places = next[p];
            var (from, end) = (From(p), From(p + 1));
            for (var i = from; i < end; i++)
            {
                var post = trace.Posts[i];
                acts[places[trace.Objects[i]]++] = new Act(posts.Accounts[post], post, posts.TimesUs[post], posts.Precisions[post]);
            }
        });
        return new ObjectActs(acts, starts, Cut(starts, parts));

        int From(int part) => (int)((long)trace.Count * part / parts);
    }

    /// <summary>Does something with each part, on as many threads.</summary>
    public void ForEachPart(Action<int> work) => Parallel.For(0, PartCount, work);

    private static int[] Cut(int[] starts, int parts)
    {
        var cuts = new int[parts + 1];
        cuts[parts] = starts.Length - 1;
        for (var p = 1; p < parts; p++)
        {
            var at = Array.BinarySearch(starts, (int)((long)starts[^1] * p / parts));
            cuts[p] = Math.Clamp(at < 0 ? ~at : at, cuts[p - 1], starts.Length - 1);
        }

        return cuts;
    }
}
