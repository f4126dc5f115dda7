using System.Collections.Immutable;

namespace Claque.Lineage;

/// <summary>Pairs the sentences of two versions of a text.</summary>
public static class SentenceAlignment
{
    /// <summary>Two sentences with a smaller share of common words are not versions of each other.</summary>
    public const double LeastLikeness = 0.5;

    private const int MostSentences = 2000, LeastRemains = 6;

    /// <summary>The sentences aligned in order, then those that moved.</summary>
    /// <remarks>
    /// Needleman and Wunsch over sentences with the Dice likeness of their words as gain, nothing for a gap; what is left over on both
    /// sides and alike moved. O(sentences of A × sentences of B), for the first 2,000 of each.
    /// </remarks>
    public static ImmutableArray<SentencePair> Of(ArticleWords a, ArticleWords b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (inA, inB) = (Sentences(a.WithLines), Sentences(b.WithLines));
        var likeness = new float[inA.Length, inB.Length];
        for (var i = 0; i < inA.Length; i++)
            for (var j = 0; j < inB.Length; j++) likeness[i, j] = Likeness(inA[i], inB[j]);
        var (ofA, ofB) = InOrder(likeness, inA.Length, inB.Length);
        var moved = Moved(likeness, ofA, ofB);
        return Listed(likeness, ofA, ofB, moved);
    }

    private static uint[][] Sentences(ArticleWords article) => [.. article.Sentences.Take(MostSentences).Select(sentence =>
    {
        var (first, end) = article.WordsIn(sentence);
        var words = article.Words.Hashes[first..end].ToArray();
        Array.Sort(words);
        return words;
    })];

    // Of two sorted lists.
    private static float Likeness(uint[] a, uint[] b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        if (shorter == 0 || (shorter * 3 < Math.Max(a.Length, b.Length) && shorter < LeastRemains)) return 0;
        int common = 0, i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) (common, i, j) = (common + 1, i + 1, j + 1);
            else if (a[i] < b[j]) i++;
            else j++;
        }

        var likeness = 2f * common / (a.Length + b.Length);
        if (likeness >= LeastLikeness) return likeness;
        // What is left of a sentence that was cut short.
        return shorter >= LeastRemains && common * 10 >= shorter * 9 ? (float)LeastLikeness : 0;
    }

    private static (int[] OfA, int[] OfB) InOrder(float[,] likeness, int n, int m)
    {
        var best = new float[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                best[i, j] = Math.Max(best[i + 1, j], best[i, j + 1]);
                if (likeness[i, j] > 0) best[i, j] = Math.Max(best[i, j], best[i + 1, j + 1] + likeness[i, j]);
            }
        }

        var (ofA, ofB) = (new int[n], new int[m]);
        Array.Fill(ofA, -1);
        Array.Fill(ofB, -1);
        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (likeness[i, j] > 0 && best[i, j] == best[i + 1, j + 1] + likeness[i, j]) (ofA[i], ofB[j], i, j) = (j, i, i + 1, j + 1);
            else if (best[i, j] == best[i + 1, j]) i++;
            else j++;
        }

        return (ofA, ofB);
    }

    private static HashSet<int> Moved(float[,] likeness, int[] ofA, int[] ofB)
    {
        var left = from i in Enumerable.Range(0, ofA.Length)
                   where ofA[i] < 0
                   from j in Enumerable.Range(0, ofB.Length)
                   where ofB[j] < 0 && likeness[i, j] > 0
                   orderby likeness[i, j] descending, i, j
                   select (i, j);
        var moved = new HashSet<int>();
        foreach (var (i, j) in left.ToList())
        {
            if (ofA[i] >= 0 || ofB[j] >= 0) continue;
            (ofA[i], ofB[j]) = (j, i);
            moved.Add(j);
        }

        return moved;
    }

    private static ImmutableArray<SentencePair> Listed(float[,] likeness, int[] ofA, int[] ofB, HashSet<int> moved)
    {
        var pairs = ImmutableArray.CreateBuilder<SentencePair>();
        var nextA = 0;
        for (var j = 0; j < ofB.Length; j++)
        {
            var i = ofB[j];
            if (i >= 0 && !moved.Contains(j))
            {
                AddDropped(i);
                nextA = i + 1;
            }

            pairs.Add(new SentencePair(i, j, i >= 0 ? likeness[i, j] : 0, moved.Contains(j)));
        }

        AddDropped(ofA.Length);
        return pairs.ToImmutable();

        void AddDropped(int end)
        {
            for (; nextA < end; nextA++)
                if (ofA[nextA] < 0) pairs.Add(new SentencePair(nextA, -1, 0, false));
        }
    }
}
