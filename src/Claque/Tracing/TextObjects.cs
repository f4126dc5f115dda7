using System.Buffers;
using System.Buffers.Text;
using Claque.Text;

namespace Claque.Tracing;

/// <summary>The texts as objects: the same text after normalisation, and clusters of near-duplicates.</summary>
/// <remarks>
/// A text of up to 160 bytes is its own name. A longer one is named by its first 120 bytes and a 128-bit hash of the
/// whole (<see cref="TextHash"/>), so two long texts with one beginning stay two, and the table of names stays small.
/// </remarks>
internal sealed class TextObjects(TraceOptions options)
{
    private const int LongestName = 160, ExcerptLength = 120;
    private static readonly StandardFormat HashFormat = new('x', 16);

    private readonly Acts _acts = new(Behaviour.Text);
    private readonly TokenSets? _sets = options.Wants(Behaviour.SimilarText) ? new TokenSets() : null;
    private readonly byte[] _name = new byte[LongestName];

    /// <summary>The name of a text in normal form; valid until the next call.</summary>
    public ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> normalised)
    {
        if (normalised.Length <= LongestName) return normalised;
        var cut = ExcerptLength;
        while ((normalised[cut] & 0xC0) == 0x80) cut--;
        normalised[..cut].CopyTo(_name);
        var end = cut;
        foreach (var b in "… "u8) _name[end++] = b;
        var (high, low) = TextHash.Of(normalised);
        Utf8Formatter.TryFormat(high, _name.AsSpan(end), out _, HashFormat);
        Utf8Formatter.TryFormat(low, _name.AsSpan(end + 16), out _, HashFormat);
        end += 32;
        return _name.AsSpan(0, end);
    }

    /// <summary>Adds the text of a post.</summary>
    public void Add(int post, ReadOnlySpan<byte> normalised)
    {
        var text = _acts.Names.Intern(NameOf(normalised), out var added);
        if (added) _sets?.Add(normalised);
        _acts.Add(post, text);
    }

    /// <summary>The traces asked for. Texts that no other is like have no similar-text object; they are counted.</summary>
    public IEnumerable<Trace> Take(Tally alone, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        var (posts, texts) = _acts.Take();
        if (options.Wants(Behaviour.Text)) yield return new Trace(Behaviour.Text, posts, texts, _acts.Names);
        if (_sets == null) yield break;
        var clusters = NearDuplicates.Clusters(_sets, options.Similarity, progress, stop);
        yield return Similar(posts, texts, clusters, alone);
    }

    private Trace Similar(int[] posts, int[] texts, int[] clusters, Tally alone)
    {
        var postsOf = new int[clusters.Length];
        var lastPost = new int[clusters.Length];
        Array.Fill(lastPost, -1);
        for (var act = 0; act < posts.Length; act++)
        {
            ref var last = ref lastPost[clusters[texts[act]]];
            if (last != posts[act]) postsOf[clusters[texts[act]]]++;
            last = posts[act];
        }

        var similar = new Acts(Behaviour.SimilarText);
        for (var act = 0; act < posts.Length; act++)
        {
            var cluster = clusters[texts[act]];
            if (postsOf[cluster] > 1) similar.Add(posts[act], _acts.Names.Bytes(cluster));
            else alone.Count++;
        }

        var (keptPosts, objects) = similar.Take();
        return new Trace(Behaviour.SimilarText, keptPosts, objects, similar.Names);
    }
}
