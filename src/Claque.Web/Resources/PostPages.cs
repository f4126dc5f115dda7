using Claque.Cases;
using Claque.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/posts/{number}</c>: one post with all its fields, where it came from, and the exhibits it stands in.</summary>
internal static class PostPages
{
    private const int ExhibitsShown = 20;
    private const int MostCharacters = 100_000;

    /// <summary>Headings of a table of posts.</summary>
    public static readonly string[] Columns = ["number", "time", "precision", "account", "platform", "handle", "post_id", "language", "text", "links", "url", "file", "line"];

    public static void Map(WebApplication app, Bench bench) =>
        app.MapGet("/posts/{number:long}.json", (long number, HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, number, request))));

    /// <summary>A post as a row of a table.</summary>
    public static object?[] Cells(PostView post) =>
    [
        post.Number, Show.Time(post.TimeUs), post.Precision.Word, post.Account.NativeId, post.Account.Platform, post.Account.Handle, post.NativeId, post.Language,
        post.Text, string.Join(' ', post.Links), post.Url, post.SourceFile, post.Line,
    ];

    private static PostPage Page(OpenCaseFile open, CaseFile file, long number, HttpRequest request)
    {
        var found = file.Look.Details(number) ?? throw Refused.NotFound($"The case has no post {number}.");
        var inReport = ReportPages.Draft(file).Exhibits.Select(exhibit => exhibit.Exhibit).ToHashSet();
        return new PostPage(
            Show.Post(found.Post), Show.Whole(Show.Cut(found.Post.Text, MostCharacters)), found.ReshareOf, found.ReplyTo, found.QuoteOf, found.Client, found.IsReshare,
            found.TimeFromId, found.Hashtags, found.Mentions, found.Media, found.SourceSha256,
            [.. Exhibits(open, file, found.Post, request).Select(exhibit => Show.Exhibit(exhibit, inReport.Contains(exhibit.Key)))]);
    }

    private static IEnumerable<ExhibitView> Exhibits(OpenCaseFile open, CaseFile file, PostView post, HttpRequest request)
    {
        if (request.Run(file) is not { } run) return [];
        var model = open.Known.Run(run);
        return model.CoActsOf((int)post.Account.Number).Where(coAct => coAct.PostA == post.Number || coAct.PostB == post.Number)
            .OrderBy(coAct => Math.Abs(coAct.TimeAUs - coAct.TimeBUs)).Take(ExhibitsShown).Select(coAct => GroupTables.View(file, model, coAct));
    }
}
