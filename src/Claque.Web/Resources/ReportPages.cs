using System.Text.Json;
using Claque.Cases;
using Claque.Reports;
using Claque.Reports.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/report</c>: the report as it is put together: exhibits in their order, own text, preview and file.</summary>
internal static class ReportPages
{
    private static readonly ReportDraft Empty = new("", "", [], false, false, null);

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/report.json", (HttpRequest request) => TypedResults.Ok(Page(bench, request)));
        app.MapPut("/api/report", (ReportDraft draft, HttpRequest request) =>
        {
            Keep(bench, _ => draft);
            return TypedResults.Ok(Page(bench, request));
        });
        app.MapPost("/api/report/exhibits", (AddExhibit asked, HttpRequest request) =>
        {
            Require(bench, request, asked);
            Keep(bench, draft => draft.Exhibits.Any(exhibit => exhibit.Exhibit == asked.Exhibit)
                ? draft
                : draft with { Exhibits = [.. draft.Exhibits, new DraftExhibit(asked.Exhibit, asked.Group, asked.Text)] });
            return TypedResults.Ok(Page(bench, request));
        });
        app.MapDelete("/api/report/exhibits/{exhibit}", (string exhibit, HttpRequest request) =>
        {
            Keep(bench, draft => draft with { Exhibits = [.. draft.Exhibits.Where(chosen => chosen.Exhibit != exhibit)] });
            return TypedResults.Ok(Page(bench, request));
        });
        app.MapGet("/report/preview.html", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Guard.ReportPolicy;
            return Results.Bytes(Write(bench, http.Request), "text/html; charset=utf-8");
        });
        app.MapGet("/report/file.html", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Guard.ReportPolicy;
            return Results.File(Write(bench, http.Request), "text/html; charset=utf-8", Path.ChangeExtension(bench.Case.Name, ".html"));
        });
    }

    /// <summary>The draft in the case; an empty one when there is none.</summary>
    public static ReportDraft Draft(CaseFile file) => file.Look.Draft() is { } json
        ? JsonSerializer.Deserialize(json, ContractJson.Default.ReportDraft) ?? Empty
        : Empty with { Pseudonymise = file.Info.Pseudonymise };

    private static void Keep(Bench bench, Func<ReportDraft, ReportDraft> change) => bench.Case.Write(writer =>
    {
        var draft = change(Draft(writer));
        writer.Look.KeepDraft(JsonSerializer.Serialize(draft, ContractJson.Default.ReportDraft));
        return draft;
    });

    /// <exception cref="Refused">The run has no such group or exhibit.</exception>
    private static void Require(Bench bench, HttpRequest request, AddExhibit asked) => bench.Case.Read(file =>
    {
        var run = request.RequiredRun(file);
        _ = bench.Case.Known.Run(run).Group(asked.Group);
        return file.Exhibit(run.Number, asked.Exhibit) ?? throw Refused.NotFound($"Run {run.Number} has no exhibit {asked.Exhibit}.");
    });

    private static RunView? RunOf(CaseFile file, HttpRequest request, ReportDraft draft) =>
        request.Text("run").Length == 0 && draft.Run is { } number ? file.Runs().FirstOrDefault(run => run.Number == number) ?? request.Run(file) : request.Run(file);

    private static ReportPage Page(Bench bench, HttpRequest request) => bench.Case.Read(file =>
    {
        var draft = Draft(file);
        if (RunOf(file, request, draft) is not { } run) return new ReportPage(draft, [], null, [], 0, "Nothing was detected in this case yet. Detect first.");
        var model = bench.Case.Known.Run(run);
        var decided = new Decided(file.Decisions());
        var dismissed = model.Groups.Count(group => decided.Of(group.Key).IsDismissed);
        var shown = model.Groups.Where(group => !decided.Of(group.Key).IsDismissed && (!draft.OnlyKept || decided.Of(group.Key).Status == "kept")).ToList();
        return new ReportPage(
            draft, [.. draft.Exhibits.Select(chosen => Exhibit(file, model, decided, chosen))], Show.Run(run, model.Groups.Length),
            [.. shown.Select(group => GroupPages.Row(bench.Case, file, model, group, decided))], dismissed, Sentence(draft, shown.Count, dismissed));
    });

    private static string Sentence(ReportDraft draft, int shown, int dismissed)
    {
        var exhibits = draft.Exhibits.Count > 0 ? $"{Amount.Of(draft.Exhibits.Count, "exhibit", "exhibits")} chosen; groups without a chosen one show their strongest" : "no exhibit chosen: each group shows its strongest";
        var left = dismissed > 0 ? $" {Amount.Of(dismissed, "group is", "groups are")} left out as dismissed, and the report says so." : "";
        return $"The report shows {Amount.Of(shown, "group", "groups")}; {exhibits}.{left}";
    }

    private static ReportExhibit Exhibit(CaseFile file, RunModel model, Decided decided, DraftExhibit chosen)
    {
        var group = model.Groups.Concat(model.Single).FirstOrDefault(group => group.Key == chosen.Group);
        var found = file.Exhibit(model.Run.Number, chosen.Exhibit);
        return new ReportExhibit(chosen.Exhibit, AccountPages.Link(group, decided), chosen.Text, found is null ? null : Show.Exhibit(found, inReport: true));
    }

    private static byte[] Write(Bench bench, HttpRequest request) => bench.Case.Read(file =>
    {
        var draft = Draft(file);
        var run = RunOf(file, request, draft) ?? throw Refused.NotFound("Nothing was detected in this case yet. Detect first.");
        var model = ReportModels.Of(file, run.Number, draft.Pseudonymise || file.Info.Pseudonymise, new ReportComposition
        {
            Title = draft.Title,
            Introduction = [.. draft.Introduction.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Exhibits = [.. draft.Exhibits.Select(chosen => new ChosenExhibit(chosen.Group, chosen.Exhibit, chosen.Text))],
            OnlyKept = draft.OnlyKept,
        });
        using var html = new MemoryStream();
        HtmlReport.Write(model, new ReportStamp(bench.Now, bench.Version), html);
        return html.ToArray();
    });
}
