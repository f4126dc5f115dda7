using System.Collections.Frozen;
using Claque.Articles.Extraction;
using Claque.Articles.Lines;
using Claque.Text.Prose;

namespace Claque.Articles.Files;

/// <summary>Makes articles of records: named values from a table or a JSON object.</summary>
internal static class RecordFields
{
    /// <summary>Names of columns and members → field; the first that a record has counts.</summary>
    private static readonly (string Field, string[] Names)[] Known =
    [
        ("id", ["id", "article_id", "articleid", "stories_id", "story_id", "guid", "uuid", "doc_id"]),
        ("text", ["text", "body", "content", "article", "article_text", "articlebody", "full_text", "fulltext", "story_text", "maintext"]),
        ("html", ["html", "raw_html", "page_html"]),
        ("title", ["title", "headline", "article_title"]),
        ("url", ["url", "link", "article_url", "canonical_url"]),
        ("outlet", ["outlet", "media_name", "publisher", "publication", "newspaper", "site_name", "source_name", "source", "media", "domain"]),
        ("byline", ["byline", "author", "authors", "journalist"]),
        ("published", ["published", "publish_date", "published_at", "date_published", "datepublished", "publication_date", "pub_date", "pubdate", "date"]),
        ("modified", ["modified", "date_modified", "datemodified", "updated", "updated_at"]),
        ("seen", ["seen", "seendate", "indexed_date", "crawled", "crawl_date", "fetched", "archived"]),
        ("language", ["language", "lang"]),
    ];

    private static readonly FrozenDictionary<string, (string Field, int Rank)> ByName =
        Known.SelectMany(field => field.Names.Select((name, rank) => KeyValuePair.Create(name, (field.Field, rank)))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The field of a column or member, and how good the name is for it (0 best); null when it is none.</summary>
    public static (string Field, int Rank)? Field(string name) =>
        ByName.TryGetValue(name.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_'), out var field) ? field : null;

    /// <summary>True when columns of these names are a table of articles rather than of posts: titles and outlets, and nobody's account.</summary>
    public static bool IsArticleTable(IReadOnlyCollection<string> columns)
    {
        var names = columns.Select(column => column.Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        if (names.Overlaps(["account", "account_id", "user", "user_id", "username", "author_id", "subreddit", "handle", "screen_name", "post_id"])) return false;
        var outlet = names.Overlaps(["outlet", "media_name", "publisher", "publication", "newspaper", "byline"]) || (names.Contains("domain") && names.Contains("seendate"));
        return outlet && names.Overlaps(["title", "headline", "text"]);
    }

    /// <summary>The article of a record; null when it has neither text nor title.</summary>
    /// <param name="value">The value of a field, or null.</param>
    public static Article? Make(Func<string, string?> value, string fallbackId, string file, ArticleOptions options)
    {
        var (text, title) = (Value("text"), Value("title"));
        var url = Value("url");
        var id = Value("id") ?? url ?? fallbackId;
        if (text is null && Value("html") is { } html) return Stamped(HtmlPage.Read(html, id, url, options.Phrases, options.Limits));
        if ((text ?? title) is not { } shown) return null;
        var article = new Article { Id = id, Text = shown, Url = url, Title = title };
        if (text is null) article = article with { Blocks = [new ArticleBlock(BlockClass.Title, "the record has a title and no text", new TextSpan(0, shown.Length))] };
        return WithLines(Stamped(article), options.Phrases);

        string? Value(string field) => value(field) is { } found && !string.IsNullOrWhiteSpace(found) ? field == "text" ? found : found.Trim() : null;

        Article Stamped(Article article)
        {
            var published = PageTime.Of(Value("published"));
            var facts = article.Facts;
            if (PageTime.Of(Value("seen")) is { } seen) facts = facts.Add(new ArticleFact(FactKind.Seen, seen.ToString(), true, "record:seen", .95));
            if (PageTime.Of(Value("modified")) is { } modified) facts = facts.Add(new ArticleFact(FactKind.Modified, modified.ToString(), true, "record:modified", .9));
            return article with
            {
                File = file,
                Outlet = Value("outlet") ?? article.Outlet,
                Byline = Value("byline") ?? article.Byline,
                Language = Value("language") ?? article.Language,
                Title = title ?? article.Title,
                Published = published?.At ?? article.Published,
                PublishedPrecision = published?.Precision ?? article.PublishedPrecision,
                Facts = facts,
            };
        }
    }

    /// <summary>The article with its lines told apart, and title and byline from them where it came without.</summary>
    public static Article WithLines(Article article, LinePhrases phrases)
    {
        if (article.Blocks.IsDefaultOrEmpty) article = article with { Blocks = TextLines.Classify(article.Text, article.Title, article.Byline, phrases) };
        string? Of(BlockClass kind) => article.Blocks.FirstOrDefault(block => block.Class == kind) is { } block ? block.Span.In(article.Text).ToString().Trim() : null;
        var date = Of(BlockClass.Date) is { } written && !WrittenDates.IsChange(written) ? WrittenDates.Of(written) : null;
        return article with
        {
            Title = article.Title ?? Of(BlockClass.Title),
            Byline = article.Byline ?? (Of(BlockClass.Byline) is { } line ? BylineNames.Of(line)?.Names : null),
            Published = article.Published ?? date?.At,
            PublishedPrecision = article.Published is null && date is not null ? date.Value.Precision : article.PublishedPrecision,
        };
    }
}
