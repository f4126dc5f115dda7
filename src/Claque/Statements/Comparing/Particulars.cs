namespace Claque.Statements.Comparing;

/// <summary>Tells two events of one kind apart by who, where, when and how many: the names, dates and figures of their articles.</summary>
/// <remarks>
/// Two fires share their words, and the names of their country. So two groups are looked at by themselves: a name or figure weighs by its rarity within the
/// two, and one that all their articles have weighs nothing. Articles of one event still share names and figures across the groups; those of two events
/// share them within each. Chance shares more among few articles, so that small groups must share more.
/// One at a time: it counts in arrays of its own.
/// </remarks>
internal sealed class Particulars(EventWords words)
{
    /// <summary>Groups with fewer articles are not told apart: what one article leaves out says too little.</summary>
    public const int FewestArticles = 3;

    private readonly ArticleWord[][] articles = Array.ConvertAll(words.Articles, article => Array.FindAll(article, word => words.Particular[word.Number]));
    private readonly int[] frequency = new int[words.Frequency.Length];
    private readonly double[] left = new double[words.Frequency.Length];
    private readonly double[] right = new double[words.Frequency.Length];

    /// <summary>True when two groups share too little to be of one event; false when one of them is too small to say.</summary>
    public bool Differ(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        var smaller = Math.Min(a.Count, b.Count);
        return smaller >= FewestArticles && Shared(a, b) < LeastShared(smaller);
    }

    /// <summary>The names, dates and figures that at least half of one group's articles have and none of another's, the commonest first, at most eight.</summary>
    public IReadOnlyList<string> Own(IReadOnlyList<int> group, IReadOnlyList<int> other)
    {
        var theirs = other.SelectMany(article => articles[article]).Select(word => word.Number).ToHashSet();
        return [.. group.SelectMany(article => articles[article]).CountBy(word => word.Number).Where(pair => 2 * pair.Value >= group.Count && !theirs.Contains(pair.Key))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(8).Select(pair => words.Forms[pair.Key])];
    }

    /// <summary>What two groups must share to be of one event, by the number of articles of the smaller one: 0.103 for three, towards 0.07 for many.</summary>
    public static double LeastShared(int smaller) => 0.07 + (0.1 / smaller);

    /// <summary>The mean cosine of an article of one group with an article of the other, over names and figures weighted by rarity within the two. O(names).</summary>
    public double Shared(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        var met = new List<int>();
        Count(a, met);
        Count(b, met);
        Add(a, left, a.Count + b.Count);
        Add(b, right, a.Count + b.Count);
        met.Sort();
        double sum = 0;
        foreach (var word in met)
        {
            sum += left[word] * right[word];
            (frequency[word], left[word], right[word]) = (0, 0, 0);
        }

        return sum / ((double)a.Count * b.Count);
    }

    private void Count(IReadOnlyList<int> group, List<int> met)
    {
        foreach (var article in group)
            foreach (var word in articles[article])
                if (frequency[word.Number]++ == 0) met.Add(word.Number);
    }

    // A word that only one article has ties it to none, and takes no part in its length.
    private void Add(IReadOnlyList<int> group, double[] into, int all)
    {
        foreach (var article in group)
        {
            var weights = Array.ConvertAll(articles[article], word => Weight(word, all));
            var length = Math.Sqrt(weights.Sum(static weight => weight * weight));
            if (length == 0) continue;
            for (var i = 0; i < weights.Length; i++) into[articles[article][i].Number] += weights[i] / length;
        }
    }

    private double Weight(ArticleWord word, int all) => frequency[word.Number] == 1 ? 0 : word.Weight * Math.Log((double)all / frequency[word.Number]);
}
