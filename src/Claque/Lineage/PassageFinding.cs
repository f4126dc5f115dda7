using System.Collections.Immutable;
using Claque.Articles;
using Claque.Text.Copies;

namespace Claque.Lineage;

/// <summary>Finds what articles have in common.</summary>
public static class PassageFinding
{
    /// <summary>All passages of all pairs of articles, classed; the same at any number of threads.</summary>
    /// <param name="articles">The articles, of any language and script.</param>
    /// <param name="options">What counts.</param>
    /// <remarks>
    /// A common run of 8 words or more is always seen, one with changed words from about five equal words in a row on. Memory beyond
    /// the texts: 16 bytes a word while the index is built, then 16 bytes for every word of a shared run and 12 for every word of
    /// an article that has a pair.
    /// </remarks>
    public static Passages Of(IReadOnlyList<Article> articles, PassageOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default) =>
        Of(articles, options, new ArticleWords?[articles.Count], progress, stop);

    /// <summary>The same, with a place for each article where its words are kept for later stages.</summary>
    internal static Passages Of(IReadOnlyList<Article> articles, PassageOptions options, ArticleWords?[] kept, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(options);
        var index = ShingleIndex.Of(articles.Count, i => articles[i].Text, i => ArticleParts.ProseOf(articles[i]), options.Shingles, progress, stop);
        var common = CopySearch.Of(index, i => Cut(i).Words, options.LeastWords, options.Shingles.Length, progress, stop);
        var outlets = Outlets.Of(articles);
        var pairs = new ArticlePair[common.Count];
        Parallel.For(0, pairs.Length, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            pairs[i] = new PassageClassing(index, outlets, options).Of(common[i], Cut(common[i].A), Cut(common[i].B)));
        return new Passages(articles, [.. pairs], Notes(index));

        // Made twice by two threads at worst, with the same content.
        ArticleWords Cut(int i) => kept[i] ??= ArticleWords.Of(articles[i]);
    }

    private static ImmutableArray<string> Notes(ShingleIndex index) => index.Capped == 0
        ? []
        : [$"{index.Capped:N0} runs of words stand in more than {index.MaxTexts:N0} articles each; of those articles each was compared with the next {ShingleIndex.Reach} by these runs, not with all."];
}
