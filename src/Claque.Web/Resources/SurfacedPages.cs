using Claque.Cases;
using Claque.Reports.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/surfaced</c>: accounts that are worth a look and that nothing names. They are no findings and stand apart from all of these.</summary>
internal static class SurfacedPages
{
    private const int PageSize = 200;
    private const string Title = "Worth a look, no finding";

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/surfaced.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(file, request))));
        app.MapGet("/surfaced.csv", (HttpRequest request) => bench.Case.Read(file => Table.Of(
            "worth-a-look", ["account", "platform", "handle", "name", "tier", "circle", "behaviours", "why"],
            [.. Chosen(file, request).Shown.Select(one => (object?[])
                [one.Account.NativeId, one.Account.Platform, one.Account.Handle, one.Account.Name, one.Tier, one.Circle, string.Join(' ', one.Behaviours), one.Why])])));
    }

    /// <summary>Why an account is among them; none when it is not.</summary>
    public static IReadOnlyList<SurfacedRow> Of(CaseFile file, int run, long account) => [.. file.Surfaced(run).Where(one => one.Account.Number == account).Select(Row)];

    private static SurfacedPage Page(CaseFile file, HttpRequest request)
    {
        var (all, shown) = Chosen(file, request);
        var (accounts, next) = request.Page(shown, PageSize);
        return new SurfacedPage(
            Title, SurfacedWords.Meaning,
            [.. all.GroupBy(one => one.Tier).Select(tier => new SurfacedTier(tier.Key, SurfacedWords.Caption(tier.Key), Words.Tier(tier.Key) + ".", tier.Count()))],
            [.. accounts.Select(Row)], shown.Count, next);
    }

    private static (IReadOnlyList<SurfacedView> All, IReadOnlyList<SurfacedView> Shown) Chosen(CaseFile file, HttpRequest request)
    {
        IReadOnlyList<SurfacedView> all = request.Run(file) is { } run ? file.Surfaced(run.Number) : [];
        var tier = request.Text("tier");
        return (all, tier.Length == 0 ? all : [.. all.Where(one => one.Tier == tier)]);
    }

    private static SurfacedRow Row(SurfacedView one) => new(Show.Account(one.Account), one.Tier, one.Circle, one.Behaviours, one.Why);
}
