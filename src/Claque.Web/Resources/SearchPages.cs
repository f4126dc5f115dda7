using System.Globalization;
using Claque.Cases;
using Claque.Reports.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/search</c>: full text over the posts, in any script, with facets that narrow it.</summary>
internal static class SearchPages
{
    private const int PageSize = 50;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/search.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, request))));
        app.MapGet("/search.csv", (HttpRequest request) => bench.Case.Read(file => Table.Of(
            "search", PostPages.Columns, [.. Found.Of(bench.Case, file, request).Posts.Select(file.Post).Select(PostPages.Cells)])));
    }

    private static SearchPage Page(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var query = request.Text("q");
        if (!file.Look.IsSearchable)
            return new SearchPage(query, [], 0, false, null, [], [], [], [], [], false, open.IsWritable
                ? "The index of texts is being made; search again in a moment."
                : "The texts of this case are not indexed and the file cannot be written. Open a copy that can be written.");
        var found = Found.Of(open, file, request);
        var decided = new Decided(file.Decisions());
        var (posts, next) = request.Page(found.Posts, PageSize);
        return new SearchPage(
            query, [.. posts.Select(number => Hit(file, found, decided, query, number))], found.Posts.Count, found.IsLeast, next,
            found.Facet("language", found.ByLanguage(), language => Found.Language(found.Columns.LanguageNames[language])),
            found.Facet("day", found.ByDay(), day => (Found.Day(day), Found.Day(day))),
            found.Facet("account", found.ByAccount(), account => (account.ToString(CultureInfo.InvariantCulture), file.Account(account).Label)),
            found.Facet("group", found.ByGroup(), number => found.Model?.Groups.FirstOrDefault(group => group.Number == number) is { } group ? (group.Key, $"group {number}") : ("", "no group")),
            found.Behaviours(), true, Sentence(query, found));
    }

    private static string Sentence(string query, Found found) => (query.Trim().Length, found.Posts.Count, found.IsLeast) switch
    {
        (0, _, _) => "Write a word or several: posts that hold every one of them are found, in any script.",
        (_, 0, _) => "No post holds every one of these words.",
        (_, var count, true) => $"{Amount.Count(count)} posts or more; the first {Amount.Count(count)} are shown, in the order in which they were imported. Add a word to narrow it.",
        (_, var count, _) when found.IsRanked => $"{Amount.Of(count, "post", "posts")}, best match first.",
        (_, var count, _) => $"{Amount.Of(count, "post", "posts")}, in the order in which they were imported.",
    };

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
