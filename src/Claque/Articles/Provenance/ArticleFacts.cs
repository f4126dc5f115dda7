using System.Collections.Immutable;
using Claque.Articles.Extraction;
using Claque.Articles.Phrases;
using Claque.Text.Prose;

namespace Claque.Articles.Provenance;

/// <summary>What is known about where an article comes from: what its page states, and what its text says.</summary>
/// <remarks>
/// A fact is stated when page or text say so about themselves; all else is inferred and marked so. What nobody says is not there: there is
/// no guessed author and no guessed date. Words inside quotation marks are other people's and give no facts.
/// </remarks>
public static class ArticleFacts
{
    /// <summary>All facts, by kind, stated before inferred, surest first. O(length).</summary>
    /// <param name="article">The article.</param>
    /// <param name="lists">The lists of agencies and outlets; the built-in ones when null.</param>
    public static ImmutableArray<ArticleFact> Of(Article article, PhraseLists? lists = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        var blocks = ArticleText.BlocksOf(article);
        var names = lists is null || lists == PhraseLists.BuiltIn ? KnownNames.BuiltIn : new KnownNames(lists);
        IEnumerable<ArticleFact> facts =
        [
            .. article.Facts,
            .. OfRecord(article),
            .. CreditFacts.Of(article.Text, blocks),
            .. WireFacts.Of(article, blocks, names),
            .. SelfReferences.Of(article, blocks, names),
            .. DateBounds.Of(article.Text, blocks),
        ];
        return [.. facts
            .DistinctBy(fact => (fact.Kind, fact.Value, fact.Stated, fact.Span))
            .OrderBy(fact => fact.Kind).ThenByDescending(fact => fact.Stated).ThenByDescending(fact => fact.Confidence).ThenBy(fact => fact.Span?.Start ?? -1)];
    }

    /// <summary>The fields that the article came with, where its page said nothing, and its byline line.</summary>
    private static IEnumerable<ArticleFact> OfRecord(Article article)
    {
        var has = article.Facts.Select(fact => (fact.Kind, fact.Stated)).ToHashSet();
        if (article.Outlet is { } outlet && !has.Contains((FactKind.Publisher, true))) yield return new ArticleFact(FactKind.Publisher, outlet, true, "record:outlet", .9);
        if (article.Title is { } title && !has.Contains((FactKind.Title, true))) yield return new ArticleFact(FactKind.Title, title, true, "record:title", .9);
        if (article.Byline is { } byline && !has.Contains((FactKind.Author, true))) yield return new ArticleFact(FactKind.Author, byline, true, "record:byline", .9);
        if (article.Published is { } at && !has.Contains((FactKind.Published, true))) yield return new ArticleFact(FactKind.Published, new PageTime(at, article.PublishedPrecision).ToString(), true, "record:published", .9);
        foreach (var block in ArticleText.BlocksOf(article).Where(block => block.Class == BlockClass.Byline))
        {
            var match = Lines.LinePatterns.Byline().Match(block.Span.In(article.Text).ToString());
            if (!match.Success) continue;
            var names = match.Groups["names"];
            var value = names.Value.Trim(' ', ',', '|', '-', '–', '—', '•', '.');
            if (value.Length > 2) yield return new ArticleFact(FactKind.Author, value, true, "text:byline", .85, new TextSpan(block.Span.Start + names.Index, block.Span.Start + names.Index + names.Length));
        }
    }
}
