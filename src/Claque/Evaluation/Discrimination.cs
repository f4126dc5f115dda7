namespace Claque.Evaluation;

/// <summary>How well scores part the planted from the innocent, whatever the threshold.</summary>
public static class Discrimination
{
    /// <summary>The chance that a planted account has a higher score than an innocent one; equal scores count half.</summary>
    /// <param name="planted">Scores of planted accounts, in any order.</param>
    /// <param name="innocent">Scores of innocent accounts, in any order.</param>
    /// <returns>0 to 1, .5 for scores that say nothing; null when either is empty.</returns>
    /// <remarks>The area under the ROC curve by the ranks of Mann and Whitney. O(n log n).</remarks>
    public static double? Auc(IReadOnlyCollection<double> planted, IReadOnlyCollection<double> innocent)
    {
        ArgumentNullException.ThrowIfNull(planted);
        ArgumentNullException.ThrowIfNull(innocent);
        if (planted.Count == 0 || innocent.Count == 0) return null;
        var all = planted.Select(score => (Score: score, Planted: true)).Concat(innocent.Select(score => (Score: score, Planted: false)))
            .OrderBy(one => one.Score).ToList();
        var wins = 0.0;
        long below = 0;
        for (int start = 0, end; start < all.Count; start = end)
        {
            for (end = start; end < all.Count && all[end].Score == all[start].Score; end++) { }
            long here = all.Skip(start).Take(end - start).LongCount(one => one.Planted), others = end - start - here;
            wins += here * (below + others / 2.0);
            below += others;
        }

        return wins / ((double)planted.Count * innocent.Count);
    }
}
