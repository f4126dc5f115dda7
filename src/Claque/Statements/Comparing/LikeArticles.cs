namespace Claque.Statements.Comparing;

/// <summary>Pairs of articles that are alike, without looking at every pair.</summary>
/// <remarks>
/// What two vectors have in common in the first, commonest words of one is at most the length of that part. So of each article only the words behind
/// its longest beginning shorter than the likeness wanted are indexed: a pair that is alike enough shares one of them. Exact. Bayardo, Ma, Srikant
/// 2007, doi:10.1145/1242572.1242591.
/// </remarks>
internal static class LikeArticles
{
    /// <summary>The pairs with a cosine of at least <paramref name="least"/>, by first and second article.</summary>
    public static List<(int A, int B, double Likeness)> Of(EventVector[] vectors, double least, CancellationToken stop)
    {
        var postings = new Dictionary<int, List<(int Article, double Weight)>>();
        var unindexed = new double[vectors.Length];
        var sums = new double[vectors.Length];
        var met = new List<int>();
        var pairs = new List<(int A, int B, double Likeness)>();
        for (var b = 0; b < vectors.Length; b++)
        {
            stop.ThrowIfCancellationRequested();
            var (words, weights) = vectors[b];
            for (var i = 0; i < words.Length; i++)
            {
                if (weights[i] == 0 || !postings.TryGetValue(words[i], out var list)) continue;
                foreach (var (a, weight) in list)
                {
                    if (sums[a] == 0) met.Add(a);
                    sums[a] += weight * weights[i];
                }
            }

            met.Sort();
            foreach (var a in met)
            {
                if (sums[a] + unindexed[a] >= least && vectors[a].Dot(vectors[b]) is var likeness && likeness >= least) pairs.Add((a, b, likeness));
                sums[a] = 0;
            }

            met.Clear();
            unindexed[b] = Index(b, vectors[b], least, postings);
        }

        pairs.Sort();
        return pairs;
    }

    // Indexes the words behind the beginning; returns the length of that beginning.
    private static double Index(int article, EventVector vector, double least, Dictionary<int, List<(int, double)>> postings)
    {
        double squares = 0, length = 0;
        for (var i = 0; i < vector.Words.Length; i++)
        {
            squares += vector.Weights[i] * vector.Weights[i];
            // A hair below the bound: rounding must not lose a pair.
            if (Math.Sqrt(squares) < least - 1e-9)
            {
                length = Math.Sqrt(squares);
                continue;
            }

            if (!postings.TryGetValue(vector.Words[i], out var list)) postings[vector.Words[i]] = list = [];
            list.Add((article, vector.Weights[i]));
        }

        return length;
    }
}
