using Claque.Articles;
using Claque.Lineage;
using Claque.Text.Prose;

namespace Claque.Personas;

/// <summary>Makes articles ready for measuring style: only what its writer wrote, once, is left.</summary>
/// <remarks>
/// Left out, in this order of naming: what is not the article's own prose (<see cref="ArticleText.BodyOf"/>), then closed quotations,
/// then passages shared with other articles. A passage shared by two bylines is left out of both, since nothing shows whose
/// it is; one that a byline repeats is kept in the earlier article and left out of the later.
/// </remarks>
public static class BylineArticles
{
    /// <summary>The articles that have a byline, in their order, with what was left out of each counted.</summary>
    /// <param name="articles">The articles; those without a byline give passages to strip, and nothing else.</param>
    /// <param name="options">What counts as a passage.</param>
    /// <param name="stop">Stops the search for passages.</param>
    public static IReadOnlyList<BylineArticle> Of(IReadOnlyList<Article> articles, PassageOptions options, CancellationToken stop = default) =>
        [.. OfAll(articles, options, stop).Where(article => article.Byline.Length > 0)];

    /// <summary>The same of all articles; those without a byline have an empty one.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="options">What counts as a passage.</param>
    /// <param name="stop">Stops the search for passages.</param>
    public static IReadOnlyList<BylineArticle> OfAll(IReadOnlyList<Article> articles, PassageOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(options);
        var bylines = articles.Select(article => article.Byline?.Trim() ?? "").ToArray();
        var shared = Shared(articles, bylines, PassageFinding.Of(articles, options, stop: stop));
        var texts = new StyleText[articles.Count];
        Parallel.For(0, texts.Length, new ParallelOptions { CancellationToken = stop }, i => texts[i] = StyleText.Of(articles[i].Text, shared[i], body: ArticleText.BodyOf(articles[i])));
        return [.. Enumerable.Range(0, texts.Length).Select(i => new BylineArticle(articles[i].Id, bylines[i], articles[i].Published, texts[i]) { Source = articles[i].Text })];
    }

    private static List<TextSpan>[] Shared(IReadOnlyList<Article> articles, string[] bylines, Passages passages)
    {
        var shared = articles.Select(_ => new List<TextSpan>()).ToArray();
        foreach (var pair in passages.Pairs)
        {
            var isOneByline = bylines[pair.A].Length > 0 && bylines[pair.A] == bylines[pair.B];
            // Without a time the article that came first in the input counts as the earlier.
            var isAEarlier = articles[pair.A].Published is not { } a || articles[pair.B].Published is not { } b || a <= b;
            foreach (var passage in pair.Passages.Where(passage => passage.IsCopy || passage.Class == PassageClass.Template))
            {
                if (!isOneByline || !isAEarlier) shared[pair.A].Add(passage.A);
                if (!isOneByline || isAEarlier) shared[pair.B].Add(passage.B);
            }
        }

        return shared;
    }
}
