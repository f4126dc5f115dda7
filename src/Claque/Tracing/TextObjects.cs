using Claque.Text;

namespace Claque.Tracing;

/// <summary>The texts as objects: the same text after normalisation, and clusters of near-duplicates.</summary>
internal sealed class TextObjects(TraceOptions options)
{
    private readonly Acts _acts = new(Behaviour.Text);
    private readonly TokenSets? _sets = options.Wants(Behaviour.SimilarText) ? new TokenSets() : null;
    private int[] _ids = [];

    /// <summary>Adds the texts of a batch of posts.</summary>
    /// <param name="names">Their names (<see cref="TextNames"/>), with the rows of their posts.</param>
    /// <param name="words">Their words; empty where no near-duplicates are looked for.</param>
    /// <param name="places">Place of the post of each row.</param>
    public void Add(NameList names, TokenBatch words, ReadOnlySpan<int> places)
    {
        if (_ids.Length < names.Count) _ids = new int[names.Count];
        names.Intern(_acts.Names, _ids);
        if (_sets is not null) words.Number(_sets.Vocabulary);
        for (var i = 0; i < names.Count; i++)
        {
            // Numbers are given by first appearance: the next one is that of a new text.
            if (_sets is not null && _ids[i] == _sets.Count) _sets.Add(words[i]);
            _acts.Add(places[names.Rows[i]], _ids[i]);
        }
    }

    /// <summary>The traces asked for. Texts that no other is like have no similar-text object; they are counted.</summary>
    public IEnumerable<Trace> Take(Tally alone, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        var texts = _acts.Take();
        if (options.Wants(Behaviour.Text)) yield return texts;
        if (_sets == null) yield break;
        var clusters = NearDuplicates.Clusters(_sets, options.Similarity, progress, stop);
        yield return Similar(texts.Posts, texts.Objects, clusters, alone);
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
            if (postsOf[cluster] > 1) similar.Add(posts[act], similar.Names.Intern(_acts.Names.Bytes(cluster)));
            else alone.Count++;
        }

        return similar.Take();
    }
}
