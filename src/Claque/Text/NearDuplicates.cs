namespace Claque.Text;

/// <summary>Clusters of texts that are nearly the same: connected by pairs whose token sets are alike enough. Exact, no sampling.</summary>
/// <remarks>
/// Likeness is Jaccard's: shared tokens over all tokens of the two. With tokens sorted by rarity, two sets that share at least
/// a ≥ 2 tokens share two among their (size - a + 2) rarest (Xiao, Wang, Lin, Yu 2008, "Efficient similarity joins for near
/// duplicate detection"; prefixes of more than one token: Wang, Li, Feng 2012, "Can we beat the prefix filtering?"). Short texts are
/// therefore looked up by the pairs of tokens in that prefix, long ones, which have too many pairs, by meeting in two of its
/// tokens; only sets that meet so and whose sizes allow it are compared. Three departures, all exact for clusters: tokens that
/// stand in one text only can meet nothing, so texts that differ in such tokens alone and have one size are looked up once (a
/// template with a serial number is one entry, however many copies it has); pairs that are connected already are not compared;
/// and stretches of a list that belong to the text's own cluster are passed over whole. Memory: 4 bytes a token and, for a
/// text of 20 words at 0.7, about 100 bytes.
/// </remarks>
public static class NearDuplicates
{
    /// <summary>The cluster of each text.</summary>
    /// <param name="sets">The texts; their token ids are renumbered by rarity.</param>
    /// <param name="similarity">Smallest Jaccard similarity of a pair, 0.5 to 1.</param>
    /// <returns>For each text the number of the first text in its cluster; a text alone has its own. Texts without tokens are alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The similarity does not lie between 0.5 and 1.</exception>
    public static int[] Clusters(TokenSets sets, double similarity, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        if (!(similarity >= 0.5 && similarity <= 1)) throw new ArgumentOutOfRangeException(nameof(similarity), similarity, "The similarity must lie between 0.5 and 1.");
        var join = new PrefixJoin(sets, similarity);
        join.Run(progress, stop);
        return join.Clusters();
    }

    /// <summary>True when the two sets are alike enough: <paramref name="shared"/> tokens of both over all tokens of the two.</summary>
    internal static bool AreAlike(int shared, int sizeA, int sizeB, double similarity) =>
        shared > 0 && (double)shared / (sizeA + sizeB - shared) >= similarity;
}
