using Claque.Cases;
using Claque.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/shell.json</c> and <c>/</c>: what every page needs, and where everything begins.</summary>
internal static class ShellPages
{
    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/shell.json", () => TypedResults.Ok(Shell(bench)));
        app.MapGet("/start.json", () => TypedResults.Ok(Start(bench)));
        app.MapGet("/.json", () => TypedResults.Ok(Start(bench)));
    }

    public static Shell Shell(Bench bench) => new(
        bench.Version, Case(bench), bench.Current is { } open ? open.Read(Runs) : [], bench.Work.States,
        [.. Tracing.Behaviour.BuiltIn.Select(behaviour => Show.Behaviour(behaviour.Name))], Show.Tiers);

    public static IReadOnlyList<RunBrief> Runs(CaseFile file) => [.. file.Runs().Select(run => Show.Run(run, file.Look.GroupCount(run.Number)))];

    private static StartPage Start(Bench bench) => new(
        bench.Version, Case(bench), [.. PostFiles.Formats.Select(format => new Format(format.Name, format.Description, format.RecognisedBy)), .. StagedArticles.Formats],
        [.. bench.Files.All.Select(file => FilePages.View(bench, file))], bench.Work.States, bench.Options.Folder, Cases(bench.Options.Folder), Demo.FolderIn(bench.Options.Folder));

    private static CaseBrief? Case(Bench bench) => bench.Current?.Read(file =>
    {
        var (info, look) = (file.Info, file.Look);
        var run = file.Runs() is [.., var last] ? last.Number : 0;
        var decided = new Decided(file.Decisions());
        var groups = run == 0 ? [] : file.Groups(run);
        return new CaseBrief(
            bench.Current.Name, bench.Current.FullPath, info.Question, Show.Time(info.CreatedUtc), info.Pseudonymise, bench.Current.IsWritable, look.PostCount,
            (int)look.AccountCount, file.Sources().Length, look.IsSearchable, groups.Length, groups.Count(group => decided.Of(group.Key).IsDismissed), look.ArticleCount);
    });

    private static IReadOnlyList<string> Cases(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.claque").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Take(100)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
