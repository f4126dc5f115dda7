using System.Globalization;
using Claque.Cases;
using Claque.Reading;
using Claque.Reports.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/overview</c>: the case in figures, how good its data are, and what was found.</summary>
internal static class OverviewPages
{
    private const int FindingsShown = 10;
    private const int ObjectsShown = 10;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/overview.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, request))));
        app.MapGet("/overview.csv", () => bench.Case.Read(file => Table.Of(
            "posts-per-day", ["day", "posts"], bench.Case.Known.Summary(file).Figures.PostsPerDay.Select(day => (object?[])[Day(day.DayUs), day.Posts]))));
    }

    private static OverviewPage Page(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var (figures, health) = open.Known.Summary(file);
        var sources = file.Sources();
        var run = request.Run(file);
        var model = run is null ? null : open.Known.Run(run);
        var decided = new Decided(file.Decisions());
        // As in the report: those that nothing explains first, so that no feed stands before them.
        var left = model?.Groups.Where(group => !decided.Of(group.Key).IsDismissed).OrderBy(Claims.IsExplained).ToList() ?? [];
        return new OverviewPage(
            file.Info.Question, figures.Posts, (int)figures.Accounts, Show.TimeOrNull(figures.FirstUs), Show.TimeOrNull(figures.LastUs),
            [.. figures.PostsPerDay.Select(day => new DayRow(Day(day.DayUs), day.Posts))], Show.Tallies(figures.Platforms), Show.Tallies(figures.Languages),
            [.. (model?.TopObjects ?? []).Take(ObjectsShown).Select(stat => Object(model!, stat))], Health(figures, health, sources),
            [.. sources.Select(source => Show.Receipt(source, file.Look.ArticlesOf(source.Number)))], run is null ? null : Show.Run(run, model!.Groups.Length), run?.ErrorControl ?? "",
            model?.IsValidated ?? false, [.. left.Take(FindingsShown).Select(group => GroupPages.Row(open, file, model!, group, decided))],
            model?.Groups.Length ?? 0, (model?.Groups.Length ?? 0) - left.Count, run?.Notes ?? [], [.. (run?.Layers ?? []).Select(Layer)], run is null ? 0 : file.Surfaced(run.Number).Length);
    }

    private static string Day(long timeUs) => Show.Time(timeUs)[..10];

    /// <summary>An object with a link to a group that shares it, where there is one.</summary>
    private static TopObject Object(RunModel model, ObjectStat stat)
    {
        var first = model.CoActs.First(coAct => coAct.Object == stat.Object.Number);
        var group = model.GroupOf(first.A);
        return new TopObject(
            stat.Object.Behaviour, Show.Cut(stat.Object.Name, 300), stat.Accounts, stat.CoActs,
            group is not null ? Show.Href(group) : $"/accounts/{first.A.ToString(CultureInfo.InvariantCulture)}");
    }

    private static Layer Layer(LayerView layer) => new(
        layer.Behaviour, layer.WindowS, layer.Acts, (int)layer.Accounts, (int)layer.Objects, (int)layer.Pairs, layer.HubObjects, layer.HubActs,
        layer.CoarseActs, layer.Refused);

    private static Health Health(CaseFigures figures, DataHealth health, IReadOnlyCollection<SourceView> sources)
    {
        var coarse = figures.Precisions.Where(tally => tally.Name is "minute" or "hour" or "day").Sum(tally => tally.Count);
        var (rejected, known) = (sources.Sum(source => source.RowsRejected), sources.Sum(source => source.PostsKnown));
        var incomplete = sources.Count(source => !source.Complete);
        var gapS = (health.GapToUs - health.GapFromUs) / 1e6 ?? 0;
        return new Health(
            Show.Tallies(figures.Precisions), coarse, rejected, known, health.WithoutId, health.WithoutText, health.TimesFromId, gapS,
            Show.TimeOrNull(health.GapFromUs), Show.TimeOrNull(health.GapToUs), incomplete, [.. Sentences().Select(said => new Finding(said.Text, said.Href))]);

        IEnumerable<(string Text, string Href)> Sentences()
        {
            if (figures.Posts == 0) yield break;
            if (coarse > 0) yield return ($"{Amount.Of(coarse, "post has", "posts have")} a time no finer than the minute: windows that such a clock cannot support are refused for {(coarse == 1 ? "it" : "them")}.", "/sources");
            if (rejected > 0) yield return ($"{Amount.Of(rejected, "row", "rows")} could not be used; each is kept with its reason.", "/sources");
            if (known > 0) yield return ($"{Amount.Of(known, "row", "rows")} brought a post that the case already had.", "/sources");
            if (health.WithoutId > 0) yield return ($"{Amount.Of(health.WithoutId, "post has", "posts have")} no id: repeats among {(health.WithoutId == 1 ? "it" : "them")} cannot be told.", "/sources");
            if (health.WithoutText > 0) yield return ($"{Amount.Of(health.WithoutText, "post has", "posts have")} no text.", "/sources");
            if (health.TimesFromId > 0) yield return ($"The times of {Amount.Of(health.TimesFromId, "post", "posts")} were restored from {(health.TimesFromId == 1 ? "its id" : "their ids")}, to the millisecond or finer.", "/sources");
            if (incomplete > 0) yield return ($"{Amount.Of(incomplete, "file was", "files were")} not read to the end.", "/sources");
            if (gapS >= 86_400 && health.GapFromUs is { } from) yield return ($"The longest time without any post is {Amount.DurationInWords(gapS)}, from {Amount.Time(from, TimePrecision.Minute)}: was nothing published, or nothing collected?", "/overview");
        }
    }
}
