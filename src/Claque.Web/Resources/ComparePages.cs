using Claque.Cases;
using Claque.Reports.Accounts;
using Claque.Statements.Names;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/compare</c>: which articles belong together, and rival accounts side by side.</summary>
internal static class ComparePages
{
    private const int MostOnBothSides = 40;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/compare.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, request))));
        app.MapGet("/compare/sides.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => SideViews.Of(bench.Case, file, Asked(bench.Case, file, request)))));
        app.MapGet("/compare/sides.csv", (HttpRequest request) => bench.Case.Read(file => Csv(bench.Case, file, request)));
        app.MapPost("/api/names", (NameCorrection asked) => TypedResults.Ok(Correct(bench.Case, asked)));
    }

    /// <summary>The articles of the sides, by number.</summary>
    /// <exception cref="Refused">A side is empty, an article stands on both, or there are too many.</exception>
    private static (List<int> Left, List<int> Right) Asked(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var shelf = open.Known.Shelf(file);
        var (left, right) = (Numbers(shelf, request.Text("left")), Numbers(shelf, request.Text("right")));
        if (left.Count == 0 || right.Count == 0) throw new Refused(StatusCodes.Status400BadRequest, "Each side needs an article, such as /compare?left=1&right=2,3.");
        if (left.Intersect(right).ToList() is [var both, ..]) throw new Refused(StatusCodes.Status400BadRequest, $"Article {both} is on both sides. Put it on one.");
        return left.Count + right.Count <= MostOnBothSides ? (left, right)
            : throw new Refused(StatusCodes.Status400BadRequest, $"{left.Count + right.Count} articles are chosen; at most {MostOnBothSides} are laid side by side on a page. Use claque compare for more.");
    }

    private static List<int> Numbers(Shelf shelf, string names) => [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(shelf.Number).Distinct()];

    private static ComparePage Page(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var shelf = open.Known.Shelf(file);
        var kept = open.Known.Study(file, SubjectStudy.Name, KeptJson.Default.KeptSubjects);
        return new ComparePage(
            StudyMaking.State(file, SubjectStudy.Name),
            [.. (kept?.Groups ?? []).OrderBy(group => group.Length > MostOnBothSides).Select((group, at) => new Subject(at + 1, [.. group.Select(shelf.Link)], Href(group)))],
            kept?.Alone ?? 0, [.. Numbers(shelf, request.Text("left")).Select(shelf.Link)], [.. Numbers(shelf, request.Text("right")).Select(shelf.Link)]);
    }

    // The first against the others; more than a page can hold have to be chosen from.
    private static string Href(int[] group) => group.Length > MostOnBothSides ? "" : FormattableString.Invariant($"/compare?left={group[0]}&right={string.Join(',', group[1..])}");

    private static NameCorrection Correct(OpenCaseFile open, NameCorrection asked)
    {
        var (a, b) = (asked.A.Trim(), asked.B.Trim());
        if (a.Length == 0 || b.Length == 0 || a == b) throw new Refused(StatusCodes.Status400BadRequest, "A correction is about two different written names.");
        open.Write(writer =>
        {
            writer.KeepNames(asked.Same ? new NameCorrections([(a, b)], []) : new NameCorrections([], [(a, b)]));
            return true;
        });
        open.Known.ForgetComparisons();
        return asked;
    }

    private static IResult Csv(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var comparison = SideViews.Comparison(open, file, Asked(open, file, request));
        using var whole = new MemoryStream();
        ComparisonCsv.Write(comparison, whole);
        return Results.File(whole.ToArray(), "text/csv; charset=utf-8", "side-by-side.csv");
    }
}
