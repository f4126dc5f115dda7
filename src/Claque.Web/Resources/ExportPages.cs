using System.IO.Compression;
using Claque.Cases;
using Claque.Reading;
using Claque.Reports;
using Claque.Reports.Exports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/export</c>: a run, and what was found among articles, for other programs.</summary>
internal static class ExportPages
{
    private static readonly ExportFormat[] Formats =
    [
        new("csv", "CSV", "Pairs and accounts as tables for spreadsheets, in a zip file.", "zip"),
        new("gexf", "GEXF", "The network for Gephi.", "gexf"),
        new("graphml", "GraphML", "The network for most graph programs.", "graphml"),
        new("json", "JSON", "Everything that the run found, for other programs.", "json"),
        new("stix", "STIX 2.1", "The groups with accounts and exhibits, for threat-intelligence platforms.", "stix.json"),
    ];

    private static readonly ExportFormat[] OfArticles =
    [
        new("articles-csv", "CSV", "Articles, families, who took from whom, bylines and their pairs as tables, in a zip file.", "articles.zip"),
        new("articles-graphml", "GraphML", "The families as a graph: articles and what is missing, with the evidence of each tie.", "families.graphml"),
        new("articles-json", "JSON", "All of it, as the pages have it.", "articles.json"),
    ];

    private const string ArticleWarning =
        "Pseudonyms stand for bylines, and numbers for ids and addresses of articles. Headlines and outlets stay as they were published: whoever searches for them finds the article and who signed it. "
        + "Texts of articles are not in these exports. Claims side by side are exported on their own page.";

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/export.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, request))));
        app.MapGet("/export/file", (HttpRequest request) => Export(bench, request));
    }

    private static ExportPage Page(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var model = request.Run(file) is { } run ? open.Known.Run(run) : null;
        var decided = new Decided(file.Decisions());
        return new ExportPage(
            model is null && file.Look.ArticleCount > 0 ? [] : Formats, file.Look.PostCount, model?.Standings.Length ?? 0, model?.Pairs.Length ?? 0, model?.Groups.Length ?? 0,
            model?.Groups.Count(group => decided.Of(group.Key).IsDismissed) ?? 0, file.Info.Pseudonymise,
            "Tables and graphs hold every pair that was kept, for context: the column tier says which are named. An account or a tie without it is no finding. Pseudonyms hide accounts from those who have not the case: the case holds the key. Texts of posts are not in these exports but for JSON's objects; whoever searches for a quoted text may find the account behind it.",
            file.Look.ArticleCount > 0 ? OfArticles : [], file.Look.ArticleCount, ArticlePages.Lineage(open, file)?.Families.Count, PersonaPages.Kept(open, file)?.Pairs.Count, ArticleWarning);
    }

    private static IResult Export(Bench bench, HttpRequest request)
    {
        var format = Formats.Concat(OfArticles).FirstOrDefault(format => format.Name == request.Text("format"))
            ?? throw new InputException($"format has \"{request.Text("format")}\", expected {string.Join(", ", Formats.Concat(OfArticles).Select(one => one.Name))}.");
        var bytes = bench.Case.Read(file =>
        {
            var hide = request.Text("pseudonymise") switch { "" => file.Info.Pseudonymise, "0" => false, _ => true };
            if (OfArticles.Contains(format)) return Written(bench, new ArticleExport(bench.Case, file, hide, request.Text("dismissed") == "1"), format.Name);
            var run = request.RequiredRun(file);
            var export = CaseExports.Of(file, run.Number, hide, new ReportStamp(bench.Now, bench.Version), request.Text("dismissed") == "1");
            return Written(file, export, hide, format.Name);
        });
        return Results.File(bytes, "application/octet-stream", Path.ChangeExtension(bench.Case.Name, format.File));
    }

    private static byte[] Written(Bench bench, ArticleExport export, string format)
    {
        using var output = new MemoryStream();
        switch (format)
        {
            case "articles-csv": export.WriteTables(output); break;
            case "articles-graphml": export.WriteGraph(output); break;
            default: export.WriteJson(output, bench.Version); break;
        }

        return output.ToArray();
    }

    private static byte[] Written(CaseFile file, CaseExport export, bool pseudonymise, string format)
    {
        using var output = new MemoryStream();
        switch (format)
        {
            case "csv":
                using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
                {
                    using (var pairs = zip.CreateEntry("pairs.csv").Open()) CsvExport.WritePairs(export.Pairs, pairs);
                    using (var accounts = zip.CreateEntry("accounts.csv").Open()) CsvExport.WriteAccounts(export.Accounts, accounts);
                }

                break;
            case "gexf": GexfExport.Write(export, output); break;
            case "graphml": GraphmlExport.Write(export, output); break;
            case "stix": StixExport.Write(export.Case, export.Run, CaseExports.Evidence(file, export, pseudonymise), output); break;
            default: JsonExport.Write(export, output); break;
        }

        return output.ToArray();
    }
}
