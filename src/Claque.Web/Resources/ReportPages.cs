using System.Collections.Immutable;
using System.Text.Json;
using Claque.Cases;
using Claque.Reports;
using Claque.Reports.Exhibits;
using Claque.Reports.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/report</c>: the report as it is put together: exhibits of posts, articles and hours in their order, own text, preview and file.</summary>
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

    /// <summary>Keys of what was chosen for the report.</summary>
    public static HashSet<string> Chosen(CaseFile file) => [.. Draft(file).Exhibits.Select(chosen => chosen.Exhibit)];

    /// <summary>Whether something was chosen for the report, with the key to choose it by.</summary>
    public static Choice Choice(CaseFile file, string key) => new(key, Chosen(file).Contains(key));

    private static void Keep(Bench bench, Func<ReportDraft, ReportDraft> change) => bench.Case.Write(writer =>
    {
        var draft = change(Draft(writer));
        writer.Look.KeepDraft(JsonSerializer.Serialize(draft, ContractJson.Default.ReportDraft));
        return draft;
    });

    /// <exception cref="Refused">The run has no such group or exhibit, or the case nothing of this key.</exception>
    private static void Require(Bench bench, HttpRequest request, AddExhibit asked) => bench.Case.Read<object>(file =>
    {
        if (asked.Group.Length == 0)
            return new ChosenFindings(bench.Case, file, new ShownNames(null, [])).Of(asked.Exhibit) ?? throw Refused.NotFound($"The case has nothing of the key {asked.Exhibit} that could be an exhibit.");
        var run = request.RequiredRun(file);
        _ = bench.Case.Known.Run(run).Group(asked.Group);
        return file.Exhibit(run.Number, asked.Exhibit) ?? throw Refused.NotFound($"Run {run.Number} has no exhibit {asked.Exhibit}.");
    });

    private static RunView? RunOf(CaseFile file, HttpRequest request, ReportDraft draft) =>
        request.Text("run").Length == 0 && draft.Run is { } number ? file.Runs().FirstOrDefault(run => run.Number == number) ?? request.Run(file) : request.Run(file);

    private static ReportPage Page(Bench bench, HttpRequest request) => bench.Case.Read(file =>
    {
        var draft = Draft(file);
        var findings = new ChosenFindings(bench.Case, file, new ShownNames(null, []));
        if (RunOf(file, request, draft) is not { } run)
            return new ReportPage(draft, [.. draft.Exhibits.Select(chosen => Exhibit(file, null, findings, chosen))], null, [], 0, SentenceWithoutRun(file, draft));
        var model = bench.Case.Known.Run(run);
        var decided = new Decided(file.Decisions());
        var dismissed = model.Groups.Count(group => decided.Of(group.Key).IsDismissed);
        var shown = model.Groups.Where(group => !decided.Of(group.Key).IsDismissed && (!draft.OnlyKept || decided.Of(group.Key).Status == "kept")).ToList();
        return new ReportPage(
            draft, [.. draft.Exhibits.Select(chosen => Exhibit(file, model, findings, chosen))], Show.Run(run, model.Groups.Length),
            [.. shown.Select(group => GroupPages.Row(bench.Case, file, model, group, decided))], dismissed, Sentence(draft, shown.Count, dismissed));
    });

    private static string Sentence(ReportDraft draft, int shown, int dismissed)
    {
        var (ofPosts, others) = (draft.Exhibits.Count(chosen => chosen.Group.Length > 0), draft.Exhibits.Count(chosen => chosen.Group.Length == 0));
        var exhibits = ofPosts > 0 ? $"{Amount.Of(ofPosts, "exhibit", "exhibits")} of posts chosen; groups without a chosen one show their strongest" : "no exhibit of posts chosen: each group shows its strongest";
        var left = dismissed > 0 ? $" {Amount.Of(dismissed, "group is", "groups are")} left out as dismissed, and the report says so." : "";
        var further = others > 0 ? $" After the groups: {Amount.Of(others, "exhibit", "exhibits")} of articles or hours." : "";
        return $"The report shows {Amount.Of(shown, "group", "groups")}; {exhibits}.{further}{left}";
    }

    private static string SentenceWithoutRun(CaseFile file, ReportDraft draft) => (draft.Exhibits.Count, file.Look.ArticleCount) switch
    {
        (0, 0) => "Nothing was detected in this case yet. Detect first.",
        (0, _) => "Nothing was chosen yet. Choose families, versions, rows of rival accounts, pairs of bylines or hours on their pages; the report shows these.",
        (var chosen, _) => $"The report shows {Amount.Of(chosen, "exhibit", "exhibits")} of articles or hours, in this order.",
    };

    private static ReportExhibit Exhibit(CaseFile file, RunModel? model, ChosenFindings findings, DraftExhibit chosen)
    {
        if (chosen.Group.Length == 0)
            return new ReportExhibit(chosen.Exhibit, null, chosen.Text, null, findings.Of(chosen.Exhibit) is { } finding
                ? new ReportFinding(FindingSection.Kind(finding.Exhibit.Kind), Show.Whole(finding.Exhibit.Title), finding.Exhibit.Summary, finding.Href, finding.Status)
                : null);
        var group = model?.Groups.Concat(model.Single).FirstOrDefault(group => group.Key == chosen.Group);
        var found = model is null ? null : file.Exhibit(model.Run.Number, chosen.Exhibit);
        return new ReportExhibit(chosen.Exhibit, AccountPages.Link(group, new Decided(file.Decisions())), chosen.Text, found is null ? null : Show.Exhibit(found, inReport: true), null);
    }

    private static byte[] Write(Bench bench, HttpRequest request) => bench.Case.Read(file =>
    {
        var draft = Draft(file);
        var (hide, stamp) = (draft.Pseudonymise || file.Info.Pseudonymise, new ReportStamp(bench.Now, bench.Version));
        var (exhibits, dismissed) = Findings(bench.Case, file, draft, hide);
        string[] introduction = [.. draft.Introduction.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        using var html = new MemoryStream();
        if (RunOf(file, request, draft) is { } run)
        {
            var model = ReportModels.Of(file, run.Number, hide, new ReportComposition
            {
                Title = draft.Title,
                Introduction = [.. introduction],
                Exhibits = [.. draft.Exhibits.Where(chosen => chosen.Group.Length > 0).Select(chosen => new ChosenExhibit(chosen.Group, chosen.Exhibit, chosen.Text))],
                OnlyKept = draft.OnlyKept,
            });
            HtmlReport.Write(model with { Exhibits = exhibits, ExhibitsDismissed = dismissed }, stamp, html);
        }
        else if (!exhibits.IsEmpty)
        {
            ArticleReport.Write(
                new ArticleReportModel(file.Info, file.Sources(), exhibits) { Title = draft.Title, Introduction = [.. introduction], Dismissed = dismissed, Pseudonymised = hide }, stamp, html);
        }
        else
        {
            throw Refused.NotFound("There is nothing to report yet: no run, and no exhibit of articles was chosen.");
        }

        return html.ToArray();
    });

    /// <summary>The chosen exhibits that are not posts, and how many of those chosen were dismissed since.</summary>
    private static (ImmutableArray<FindingExhibit> Shown, int Dismissed) Findings(OpenCaseFile open, CaseFile file, ReportDraft draft, bool hide)
    {
        if (draft.Exhibits.All(chosen => chosen.Group.Length > 0)) return ([], 0);
        var findings = new ChosenFindings(open, file, ChosenFindings.Names(open, file, hide));
        var all = draft.Exhibits.Where(chosen => chosen.Group.Length == 0).Select(chosen => (chosen.Text, Finding: findings.Of(chosen.Exhibit))).Where(one => one.Finding is not null).ToList();
        return ([.. all.Where(one => one.Finding!.Status != "dismissed").Select(one => one.Finding!.Exhibit with { Comment = one.Text })], all.Count(one => one.Finding!.Status == "dismissed"));
    }
}
