using Claque.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/decisions</c>: keep, dismiss, note, tag, undo; and the log of all of it.</summary>
internal static class DecisionPages
{
    private const int PageSize = 100;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/decisions.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Log(bench.Case, file, request))));
        app.MapGet("/decisions.csv", (HttpRequest request) => bench.Case.Read(file => Table.Of(
            "decisions", ["number", "time", "action", "group", "group_number", "text", "about", "undone_by", "sentence"],
            [.. All(bench.Case, file, request).Select(decision => (object?[])
                [decision.Number, decision.Time, decision.Action, decision.Group, decision.GroupNumber, decision.Text, decision.Undoes, decision.UndoneBy, decision.Sentence])])));
        app.MapPost("/api/decisions", (DecisionRequest asked, HttpRequest request) =>
        {
            var group = bench.Case.Read(file => bench.Case.Known.Run(request.RequiredRun(file)).Group(asked.Group));
            return TypedResults.Ok(Made(bench, request, writer => writer.Decide(new DecisionToMake(asked.Action, group, asked.Text, asked.Id), bench.Now)));
        });
        app.MapPost("/api/decisions/undo", (Undo asked, HttpRequest request) =>
            TypedResults.Ok(Made(bench, request, writer => writer.Undo(asked.Decision, bench.Now))));
    }

    /// <summary>Decisions as pages show them.</summary>
    public static IReadOnlyList<Decision> Shown(IEnumerable<DecisionView> decisions, RunModel? model, Decided decided)
    {
        var numbers = model?.Groups.ToDictionary(group => group.Key, group => group.Number) ?? [];
        return [.. decisions.Select(decision =>
        {
            var number = numbers.TryGetValue(decision.GroupKey, out var known) ? known : (int?)null;
            var undoneBy = decided.UndoneBy(decision.Number);
            return new Decision(
                decision.Number, Show.Time(decision.TimeUtc), decision.Action, decision.GroupKey, number, "/groups/" + decision.GroupKey, decision.Text,
                Sentence(decision, number is { } shown ? $"group {shown}" : $"a group of {decision.Members.Length} accounts that this run does not have"),
                undoneBy is null && decision.Action != DecisionWords.Undo, decision.Action == DecisionWords.Undo ? decision.About : null, undoneBy);
        })];
    }

    private static string Sentence(DecisionView decision, string group) => decision.Action switch
    {
        DecisionWords.Keep => $"Kept {group}",
        DecisionWords.Dismiss => $"Dismissed {group}: {decision.Text}",
        DecisionWords.Reopen => $"Reopened {group}",
        DecisionWords.Note => $"Noted on {group}: {decision.Text}",
        DecisionWords.RemoveNote => $"Removed note {decision.About} of {group}",
        DecisionWords.Tag => $"Tagged {group} as {decision.Text}",
        DecisionWords.Untag => $"Took the tag {decision.Text} from {group}",
        DecisionWords.Undo => $"Took back decision {decision.About} on {group}",
        _ => decision.Action,
    };

    private static Decision Made(Bench bench, HttpRequest request, Func<CaseFile, DecisionView> make)
    {
        var made = bench.Case.Write(make);
        return bench.Case.Read(file => Shown([made], Model(bench.Case, file, request), new Decided(file.Decisions()))[0]);
    }

    private static RunModel? Model(OpenCaseFile open, CaseFile file, HttpRequest request) => request.Run(file) is { } run ? open.Known.Run(run) : null;

    /// <summary>All decisions, newest first.</summary>
    private static IReadOnlyList<Decision> All(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var log = file.Decisions();
        return Shown(log.Reverse(), Model(open, file, request), new Decided(log));
    }

    private static DecisionLog Log(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var all = All(open, file, request);
        var (decisions, next) = request.Page(all, PageSize);
        return new DecisionLog(decisions, next, all.Count);
    }
}
