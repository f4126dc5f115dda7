using Claque.Text.Similar;

namespace Claque.Text;

/// <summary>Clusters of texts that are nearly the same: connected by pairs whose token sets are alike enough. Exact, no sampling.</summary>
/// <remarks>
/// Likeness is Jaccard's: shared tokens over all tokens of the two. Equal sets, and such that differ in tokens of no other text only, are made one first; then
/// every set is entered in the lists of its rarest tokens, and each list is searched by itself (<see cref="ListSearch"/>), the lists of rare tokens first. Threads share
/// what is joined already and the result is what connects, so it is the same at any number of threads and in any order. Memory: 4 bytes a token and 4 a text for
/// the texts; some 40 bytes a text, 12 a word of the vocabulary and thread, and the lists, which are made in passes of 126 MB.
/// </remarks>
public static class NearDuplicates
{
    /// <summary>The cluster of each text.</summary>
    /// <param name="sets">The texts; their token ids are renumbered by rarity.</param>
    /// <param name="similarity">Smallest Jaccard similarity of a pair, 0.5 to 1.</param>
    /// <returns>For each text the number of the first text in its cluster; a text alone has its own. Texts without tokens are alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The similarity does not lie between 0.5 and 1.</exception>
    public static int[] Clusters(TokenSets sets, double similarity, IProgress<StageProgress>? progress = null, CancellationToken stop = default) =>
        Clusters(sets, similarity, new SimilarOptions { Threads = Environment.ProcessorCount }, progress, stop);

    /// <summary>The same, with settings that change nothing but time and memory.</summary>
    internal static int[] Clusters(TokenSets sets, double similarity, SimilarOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (!(similarity >= 0.5 && similarity <= 1)) throw new ArgumentOutOfRangeException(nameof(similarity), similarity, "The similarity must lie between 0.5 and 1.");
        var frequencies = sets.SortByRarity(options.Threads);
        var groups = SetGroups.Of(sets, frequencies, options.Threads);
        var joined = SimilarGroups.Find(groups, similarity, frequencies.Length, options, progress, stop);
        return groups.Clusters(joined, similarity);
    }

    /// <summary>True when two sets are alike enough: <paramref name="shared"/> tokens of both over all tokens of the two.</summary>
    /// <param name="sum">The sizes of the two, added.</param>
    internal static bool AreAlike(int shared, int sum, double similarity) => shared > 0 && (double)shared / (sum - shared) >= similarity;
}
