using System.Globalization;
using Claque.Cases;
using Claque.Reports.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/search</c>: full text over posts and articles, in any script, with facets that narrow it.</summary>
internal static class SearchPages
{
    private const int PageSize = 50;
    private const int ArticlesOnPage = 20;
    private const int ArticlesBesidePosts = 5;
    private static readonly string[] OfPosts = ["account", "language", "day", "group", "behaviour"];

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/search.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, request))));
        app.MapGet("/search.csv", (HttpRequest request) => bench.Case.Read(file => Csv(bench.Case, file, request)));
    }

    private static SearchPage Page(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var (query, kind) = (request.Text("q"), Kind(request));
        if (!file.Look.IsSearchable)
            return new SearchPage(query, [], 0, false, null, [], [], [], [], [], false, open.IsWritable
                ? "The index of texts is being made; search again in a moment."
                : "The texts of this case are not indexed and the file cannot be written. Open a copy that can be written.", [], [], 0);
        var found = Found.Of(open, file, request);
        var articles = file.Look.FindArticles(query);
        var decided = new Decided(file.Decisions());
        var (posts, nextPost) = request.Page<long>(kind == "article" ? [] : found.Posts, PageSize);
        var (shown, nextArticle) = kind == "article" ? request.Page(articles, ArticlesOnPage) : ([.. articles.Take(IsOfPosts(request) ? 0 : ArticlesBesidePosts)], null);
        var facets = kind == "article" ? null : found;
        return new SearchPage(
            query, [.. posts.Select(number => Hit(file, found, decided, query, number))], found.Posts.Count, found.IsLeast, nextPost ?? nextArticle,
            facets?.Facet("language", found.ByLanguage(), language => Found.Language(found.Columns.LanguageNames[language])) ?? [],
            facets?.Facet("day", found.ByDay(), day => (Found.Day(day), Found.Day(day))) ?? [],
            facets?.Facet("account", found.ByAccount(), account => (account.ToString(CultureInfo.InvariantCulture), file.Account(account).Label)) ?? [],
            facets?.Facet("group", found.ByGroup(), number => found.Model?.Groups.FirstOrDefault(group => group.Number == number) is { } group ? (group.Key, $"group {number}") : ("", "no group")) ?? [],
            facets?.Behaviours() ?? [], true, Sentence(file, query, kind, found, articles.Count), Kinds(kind, found.Posts.Count, articles.Count),
            [.. shown.Select(number => FoundArticles.Hit(open.Known.Shelf(file), file, query, number))], articles.Count);
    }

    /// <summary><c>post</c>, <c>article</c>, or empty for both. Whoever narrows by what only posts have asks for posts.</summary>
    private static string Kind(HttpRequest request) => request.Text("kind") switch
    {
        "" => IsOfPosts(request) ? "post" : "",
        "post" or "article" => request.Text("kind"),
        var other => throw new Refused(StatusCodes.Status400BadRequest, $"kind={other} is not known. Search kind=post or kind=article, or both without it."),
    };

    private static bool IsOfPosts(HttpRequest request) => request.Text("kind") == "post" || OfPosts.Any(name => request.Text(name).Length > 0);

    private static IReadOnlyList<Facet> Kinds(string kind, long posts, long articles) => articles == 0 && kind.Length == 0 ? [] :
        [new Facet("post", "posts", posts, kind == "post"), new Facet("article", "articles", articles, kind == "article")];

    private static string Sentence(CaseFile file, string query, string kind, Found found, int articles)
    {
        var (hasPosts, hasArticles) = (file.Look.PostCount > 0, file.Look.ArticleCount > 0);
        if (query.Trim().Length == 0) return $"Write a word or several: {(hasPosts ? hasArticles ? "posts and articles" : "posts" : "articles")} that hold every one of them are found, in any script.";
        var ofPosts = (found.Posts.Count, found.IsLeast) switch
        {
            (0, _) => "No post holds every one of these words.",
            (var count, true) => $"{Amount.Count(count)} posts or more; the first {Amount.Count(count)} are shown, in the order in which they were imported. Add a word to narrow it.",
            (var count, _) when found.IsRanked => $"{Amount.Of(count, "post", "posts")}, best match first.",
            (var count, _) => $"{Amount.Of(count, "post", "posts")}, in the order in which they were imported.",
        };
        var ofArticles = articles == 0 ? "No article holds every one of these words." : $"{Amount.Of(articles, "article", "articles")}, best match first.";
        return (hasPosts && kind != "article", hasArticles && kind != "post") switch
        {
            (true, true) => ofArticles + " " + ofPosts,
            (false, true) => ofArticles,
            _ => ofPosts,
        };
    }

    private static IResult Csv(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var kind = Kind(request);
        if (kind == "article" || (kind.Length == 0 && file.Look.PostCount == 0))
            return Table.Of(
                "search-articles", ["number", "id", "title", "outlet", "byline", "published", "places", "first_place", "text"],
                [.. file.Look.FindArticles(request.Text("q")).Select(number => FoundArticles.Hit(open.Known.Shelf(file), file, request.Text("q"), number)).Select(hit => (object?[])
                [
                    hit.Article.Number, hit.Article.Id, hit.Article.Title, hit.Article.Outlet, hit.Article.Byline, hit.Article.Published ?? "", hit.Places,
                    hit.Snippets.Count > 0 ? hit.Snippets[0].Href : hit.Article.Href, string.Concat(hit.Snippets.Take(1).SelectMany(snippet => snippet.Parts).Select(part => part.Text)),
                ])]);
        return Table.Of("search", PostPages.Columns, [.. Found.Of(open, file, request).Posts.Select(file.Post).Select(PostPages.Cells)]);
    }

    private static SearchHit Hit(CaseFile file, Found found, Decided decided, string query, long number)
    {
        var post = file.Post(number);
        var marked = file.Look.Highlighted(query, number) is { } text ? Show.Parts(Stretches(text)) : Show.Parts(Show.Cut(post.Text));
        return new SearchHit(Show.Post(post, marked), AccountPages.Link(found.Model?.GroupOf((int)post.Account.Number), decided));
    }

    /// <summary>The text in stretches, those between the two marks being what was found; cut like every text.</summary>
    private static List<Stretch> Stretches(string marked)
    {
        var (stretches, left) = (new List<Stretch>(), 2000);
        foreach (var part in marked.Split('\uFDD0'))
        {
            var end = part.IndexOf('\uFDD1', StringComparison.Ordinal);
            if (end >= 0) Add(part[..end], true);
            Add(part[(end + 1)..], false);
        }

        return stretches;

        void Add(string text, bool found)
        {
            var shown = Show.Cut(text, left);
            if (shown.Length > 0) stretches.Add(new Stretch(shown, found));
            left -= shown.Length;
        }
    }
}
