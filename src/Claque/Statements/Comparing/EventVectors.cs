namespace Claque.Statements.Comparing;

/// <summary>An article as a vector of length 1 over words: rare words weigh more, names and figures half as much again.</summary>
/// <param name="Words">Numbers of its words, ascending.</param>
/// <param name="Weights">Their weights; the squares add up to 1, unless there is no word.</param>
internal readonly record struct EventVector(int[] Words, double[] Weights)
{
    /// <summary>Cosine with another; of sums of vectors, the sum of all cosines.</summary>
    public double Dot(EventVector other)
    {
        double sum = 0;
        for (int i = 0, k = 0; i < Words.Length && k < other.Words.Length;)
        {
            if (Words[i] == other.Words[k]) sum += Weights[i++] * other.Weights[k++];
            else if (Words[i] < other.Words[k]) i++;
            else k++;
        }

        return sum;
    }

    /// <summary>The sum of two vectors.</summary>
    public EventVector Plus(EventVector other)
    {
        var (words, weights) = (new List<int>(Words.Length + other.Words.Length), new List<double>(Words.Length + other.Words.Length));
        for (int i = 0, k = 0; i < Words.Length || k < other.Words.Length;)
        {
            var mine = k == other.Words.Length || (i < Words.Length && Words[i] <= other.Words[k]);
            var both = mine && k < other.Words.Length && Words[i] == other.Words[k];
            words.Add(mine ? Words[i] : other.Words[k]);
            weights.Add((mine ? Weights[i] : 0) + (both || !mine ? other.Weights[k] : 0));
            if (mine) i++;
            if (both || !mine) k++;
        }

        return new EventVector([.. words], [.. weights]);
    }

    /// <summary>The vectors of articles. O(words).</summary>
    public static EventVector[] Of(EventWords words) => Array.ConvertAll(words.Articles, article => Weighed(article, words));

    private static EventVector Weighed(ArticleWord[] article, EventWords words)
    {
        var weights = Array.ConvertAll(article, word => word.Weight * Math.Log(((words.Articles.Length + 1.0) / words.Frequency[word.Number]) + 0.5) * (words.Particular[word.Number] ? 1.5 : 1));
        var norm = Math.Sqrt(weights.Sum(weight => weight * weight));
        return new EventVector([.. article.Select(word => word.Number)], [.. weights.Select(weight => norm == 0 ? 0 : weight / norm)]);
    }
}
