namespace Claque.Personas;

/// <summary>How alike the topics of bylines are: the cosine of their rarer words.</summary>
internal static class Topics
{
    private const int FrequentWordsLeftOut = 300;

    /// <summary>For each two bylines the likeness of their topics, 0 to 1. O(words + bylines² · words of a byline).</summary>
    public static float[][] Likeness(IReadOnlyList<StyleText> texts, IReadOnlyList<int> bylines, int count)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var totals = new List<int>();
        var counts = Enumerable.Range(0, count).Select(_ => new Dictionary<int, int>()).ToArray();
        for (var t = 0; t < texts.Count; t++)
        {
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

        return Cosines(Weighted(counts, totals));
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

    private static float[][] Cosines((int[] Ids, float[] Weights)[] vectors)
    {
        var size = vectors.Max(v => v.Ids.Length == 0 ? 0 : v.Ids[^1] + 1);
        var spread = new float[size];
        var likeness = vectors.Select(_ => new float[vectors.Length]).ToArray();
        for (var a = 0; a < vectors.Length; a++)
        {
            for (var i = 0; i < vectors[a].Ids.Length; i++) spread[vectors[a].Ids[i]] = vectors[a].Weights[i];
            for (var b = 0; b < a; b++)
            {
                var (ids, weights) = vectors[b];
                var sum = 0f;
                for (var i = 0; i < ids.Length; i++) sum += weights[i] * spread[ids[i]];
                likeness[a][b] = likeness[b][a] = sum;
            }

            foreach (var id in vectors[a].Ids) spread[id] = 0;
        }

        return likeness;
    }
}
