using System.Collections.Immutable;
using Claque.Articles.Extraction;
using Claque.Articles.Lines;
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
        var record = OfRecord(article);
        var published = article.Facts.Concat(record).Where(fact => fact.Kind == FactKind.Published && fact.Stated).Select(fact => PageTime.Of(fact.Value)?.At).FirstOrDefault(at => at is not null);
        var site = article.Outlet is null ? article.Facts.FirstOrDefault(fact => fact is { Kind: FactKind.Publisher, Rule: "markup:title-rest" }) : null;
        var holder = site is null ? SiteNames.HolderOf(article, blocks, names) : null;
        IEnumerable<ArticleFact> facts =
        [
            .. article.Facts,
            .. record,
            .. CreditFacts.Of(article.Text, blocks),
            .. WireFacts.Of(article, blocks, names),
            .. holder is null ? [] : new[] { holder },
            .. SelfReferences.Of((site ?? holder) is { } known ? article with { Outlet = known.Value } : article, blocks, names),
            .. DateBounds.Of(article.Text, blocks, published),
        ];
        return [.. facts
            .DistinctBy(fact => (fact.Kind, fact.Value, fact.Stated, fact.Span))
            .OrderBy(fact => fact.Kind).ThenByDescending(fact => fact.Stated).ThenByDescending(fact => fact.Confidence).ThenBy(fact => fact.Span?.Start ?? -1)];
    }

    /// <summary>What the article's own lines say: title, byline, date; and the fields it came with, where neither page nor lines say the same.</summary>
    private static List<ArticleFact> OfRecord(Article article)
    {
        var lines = OfLines(article).ToList();
        var has = article.Facts.Where(fact => fact.Stated).Select(fact => fact.Kind).ToHashSet();
        foreach (var (kind, value, rule) in Fields(article))
            if (value is not null && !has.Contains(kind) && !lines.Exists(fact => fact.Kind == kind && fact.Value == value)) lines.Add(new ArticleFact(kind, value, true, rule, .9));
        return lines;
    }

    private static IEnumerable<(FactKind Kind, string? Value, string Rule)> Fields(Article article) =>
    [
        (FactKind.Publisher, article.Outlet, "record:outlet"),
        (FactKind.Title, article.Title, "record:title"),
        (FactKind.Author, article.Byline, "record:byline"),
        (FactKind.Published, article.Published is { } at ? new PageTime(at, article.PublishedPrecision).ToString() : null, "record:published"),
    ];

    private static IEnumerable<ArticleFact> OfLines(Article article)
    {
        foreach (var block in ArticleText.BlocksOf(article))
        {
            if (block.Class is not (BlockClass.Byline or BlockClass.Date or BlockClass.Title)) continue;
            var line = block.Span.In(article.Text).ToString();
            if (block.Class == BlockClass.Byline && WrittenDates.Of(line) is { } day) yield return new ArticleFact(FactKind.Published, day.ToString(), true, "text:byline-date", .75, block.Span);
            if (block.Class == BlockClass.Title) yield return new ArticleFact(FactKind.Title, line, true, "text:title", .85, block.Span);
            else if (block.Class == BlockClass.Byline && BylineNames.Of(line) is var (names, at)) yield return new ArticleFact(FactKind.Author, names, true, "text:byline", .85, new TextSpan(block.Span.Start + at, block.Span.Start + at + names.Length));
            else if (block.Class == BlockClass.Date && WrittenDates.Of(line) is { } date) yield return new ArticleFact(WrittenDates.IsChange(line) ? FactKind.Modified : FactKind.Published, date.ToString(), true, "text:date-line", .8, block.Span);
        }
    }
}
