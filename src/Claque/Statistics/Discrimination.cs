namespace Claque.Statistics;

/// <summary>How well scores part one kind from another, whatever the threshold.</summary>
public static class Discrimination
{
    /// <summary>The chance that one of the first kind has a higher score than one of the second; equal scores count half.</summary>
    /// <param name="positives">Scores of the first kind, in any order.</param>
    /// <param name="negatives">Scores of the second kind, in any order.</param>
    /// <returns>0 to 1, .5 for scores that say nothing; null when either is empty.</returns>
    /// <remarks>The area under the ROC curve by the ranks of Mann and Whitney. O(n log n).</remarks>
    public static double? Auc(IReadOnlyCollection<double> positives, IReadOnlyCollection<double> negatives)
    {
        ArgumentNullException.ThrowIfNull(positives);
        ArgumentNullException.ThrowIfNull(negatives);
        if (positives.Count == 0 || negatives.Count == 0) return null;
        var all = positives.Select(score => (Score: score, Positive: true)).Concat(negatives.Select(score => (Score: score, Positive: false)))
            .OrderBy(one => one.Score).ToList();
        var wins = 0.0;
        long below = 0;
        for (int start = 0, end; start < all.Count; start = end)
        {
            for (end = start; end < all.Count && all[end].Score == all[start].Score; end++) { }
            long here = all.Skip(start).Take(end - start).LongCount(one => one.Positive), others = end - start - here;
            wins += here * (below + others / 2.0);
            below += others;
        }

        return wins / ((double)positives.Count * negatives.Count);
    }
}
