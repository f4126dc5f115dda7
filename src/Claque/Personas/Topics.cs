namespace Claque.Personas;

/// <summary>The rarer words of bylines or articles, as unit vectors: what they write about.</summary>
internal sealed class Topics
{
    private const int FrequentWordsLeftOut = 300;
    private readonly (int[] Ids, float[] Weights)[] _vectors;

    private Topics((int[], float[])[] vectors) => _vectors = vectors;

    /// <summary>The topics of bylines. O(words).</summary>
    /// <param name="texts">The cleaned texts.</param>
    /// <param name="bylines">For each text its byline, 0-based and dense.</param>
    /// <param name="count">Number of bylines.</param>
    /// <param name="stop">Ends the work between two texts.</param>
    public static Topics Of(IReadOnlyList<StyleText> texts, IReadOnlyList<int> bylines, int count, CancellationToken stop = default)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var totals = new List<int>();
        var counts = Enumerable.Range(0, count).Select(_ => new Dictionary<int, int>()).ToArray();
        for (var t = 0; t < texts.Count; t++)
        {
            stop.ThrowIfCancellationRequested();
            var own = counts[bylines[t]];
            for (var i = 0; i < texts[t].Count; i++)
            {
                var word = texts[t][i];
                if (!char.IsLetter(word[0])) continue;
                if (!lookup.TryGetValue(word, out var id))
                {
                    id = totals.Count;
                    lookup[word] = id;
                    totals.Add(0);
                }

                totals[id]++;
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(own, id, out _)++;
            }
        }

        return new Topics(Weighted(counts, totals));
    }

    /// <summary>For each two the likeness of their topics, 0 to 1; of one with itself 0. O(bylines² · words of one).</summary>
    public float[][] Likeness(CancellationToken stop = default) => Likeness([.. Enumerable.Range(0, _vectors.Length)], stop);

    /// <summary>The likeness of one with each; with itself 1 where it has rarer words. O(bylines · words of one).</summary>
    public float[] LikenessTo(int one)
    {
        var weights = _vectors[one].Ids.Zip(_vectors[one].Weights).ToDictionary(word => word.First, word => word.Second);
        return [.. _vectors.Select(other => other.Ids.Zip(other.Weights).Sum(word => weights.GetValueOrDefault(word.First) * word.Second))];
    }

    /// <summary>The same of some of them, in the order given.</summary>
    public float[][] Likeness(int[] some, CancellationToken stop = default)
    {
        var spread = new float[some.Max(one => _vectors[one].Ids.Length == 0 ? 0 : _vectors[one].Ids[^1] + 1)];
        var likeness = some.Select(_ => new float[some.Length]).ToArray();
        for (var a = 0; a < some.Length; a++)
        {
            stop.ThrowIfCancellationRequested();
            var own = _vectors[some[a]];
            for (var i = 0; i < own.Ids.Length; i++) spread[own.Ids[i]] = own.Weights[i];
            for (var b = 0; b < a; b++)
            {
                var (ids, weights) = _vectors[some[b]];
                var sum = 0f;
                for (var i = 0; i < ids.Length; i++) sum += weights[i] * spread[ids[i]];
                likeness[a][b] = likeness[b][a] = sum;
            }

            foreach (var id in own.Ids) spread[id] = 0;
        }

        return likeness;
    }

    private static (int[] Ids, float[] Weights)[] Weighted(Dictionary<int, int>[] counts, List<int> totals)
    {
        var frequent = Enumerable.Range(0, totals.Count).OrderByDescending(id => totals[id]).ThenBy(id => id).Take(FrequentWordsLeftOut).ToHashSet();
        var spread = new int[totals.Count];
        foreach (var own in counts) foreach (var id in own.Keys) spread[id]++;
        var vectors = new (int[], float[])[counts.Length];
        for (var b = 0; b < counts.Length; b++)
        {
            var kept = counts[b].Where(c => spread[c.Key] > 1 && !frequent.Contains(c.Key)).OrderBy(c => c.Key).ToArray();
            var weights = kept.Select(c => (float)((1 + Math.Log(c.Value)) * Math.Log((double)counts.Length / spread[c.Key]))).ToArray();
            var length = (float)Math.Sqrt(weights.Sum(w => (double)w * w));
            if (length > 0) for (var i = 0; i < weights.Length; i++) weights[i] /= length;
            vectors[b] = ([.. kept.Select(c => c.Key)], weights);
        }

        return vectors;
    }
}
