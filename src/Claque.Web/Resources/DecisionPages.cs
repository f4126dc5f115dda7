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
            var decision = bench.Case.Read(file => About(bench.Case, file, asked, request));
            return TypedResults.Ok(Made(bench, request, writer => writer.Decide(decision, bench.Now)));
        });
        app.MapPost("/api/decisions/undo", (Undo asked, HttpRequest request) =>
            TypedResults.Ok(Made(bench, request, writer => writer.Undo(asked.Decision, bench.Now))));
    }

    /// <summary>Notes that stand, newest first.</summary>
    public static IReadOnlyList<Note> Notes(GroupState state) => [.. state.Notes.Reverse().Select(note => new Note(note.Number, Show.Time(note.TimeUtc), note.Text))];

    /// <summary>What a decision is about: a group of accounts, a family of articles or a pair of bylines, by its key.</summary>
    /// <exception cref="Refused">There is none such.</exception>
    private static DecisionToMake About(OpenCaseFile open, CaseFile file, DecisionRequest asked, HttpRequest request)
    {
        if (asked.Group.StartsWith("family-", StringComparison.Ordinal))
        {
            var shelf = open.Known.Shelf(file);
            var (family, _) = LineagePages.Find(ArticlePages.Lineage(open, file), asked.Group);
            return new DecisionToMake(asked.Action, family.Key, [.. family.Members.Select(number => shelf.Of(number).Id).Order(StringComparer.Ordinal)], asked.Text, asked.Id);
        }

        if (asked.Group.StartsWith("bylines-", StringComparison.Ordinal))
        {
            var pair = PersonaPages.Kept(open, file)?.Pairs.FirstOrDefault(pair => pair.Key == asked.Group) ?? throw Refused.NotFound($"There is no pair of bylines {asked.Group}.");
            return new DecisionToMake(asked.Action, pair.Key, [pair.A, pair.B], asked.Text, asked.Id);
        }

        return new DecisionToMake(asked.Action, open.Known.Run(request.RequiredRun(file)).Group(asked.Group), asked.Text, asked.Id);
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
                decision.Number, Show.Time(decision.TimeUtc), decision.Action, decision.GroupKey, number, Href(decision), decision.Text, Sentence(decision, Name(decision, number)),
                undoneBy is null && decision.Action != DecisionWords.Undo, decision.Action == DecisionWords.Undo ? decision.About : null, undoneBy);
        })];
    }

    private static string Href(DecisionView decision) => decision.GroupKey.Split('-')[0] switch
    {
        "family" => "/lineage/" + decision.GroupKey,
        "bylines" => PersonaPages.Href(decision.Members[0], decision.Members[^1]),
        _ => "/groups/" + decision.GroupKey,
    };

    private static string Name(DecisionView decision, int? number) => decision.GroupKey.Split('-')[0] switch
    {
        "family" => $"a family of {decision.Members.Length} articles",
        "bylines" => $"the pair {decision.Members[0]} and {decision.Members[^1]}",
        _ => number is { } shown ? $"group {shown}" : $"a group of {decision.Members.Length} accounts that this run does not have",
    };

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
