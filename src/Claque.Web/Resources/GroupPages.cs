using System.Globalization;
using Claque.Cases;
using Claque.Reports;
using Claque.Reports.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/groups</c>: the list of groups and the page of one.</summary>
internal static class GroupPages
{
    private const int MembersInRow = 5;
    private const int Shown = 100;

    private static readonly string[] NotClaimed =
    [
        "Inauthentic: that these accounts are not who they claim to be. Real people coordinate openly: parties, unions, fan clubs, newsrooms.",
        "Harmful: that what they spread is false or does damage. Claque does not judge content.",
        "Attributed: that a person or organisation stands behind them. No timing can tell who gave an order, or whether anyone did.",
    ];

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/groups.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => List(bench.Case, file, request))));
        app.MapGet("/groups.csv", (HttpRequest request) => bench.Case.Read(file => Csv(List(bench.Case, file, request))));
        app.MapGet("/groups/{key}.json", (string key, HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, key, request))));
    }

    /// <summary>A group as lists show it.</summary>
    public static GroupRow Row(OpenCaseFile open, CaseFile file, RunModel model, GroupView group, Decided decided)
    {
        var detail = model.Detail(group);
        var state = decided.Of(group.Key);
        return new GroupRow(
            group.Key, Show.Href(group), group.Number, group.Behaviour, Claims.Short(group, model.Run), group.Tier, Show.P(detail.Pairs.Max(pair => pair.Q)),
            Show.P(detail.Pairs.Min(pair => pair.P)), group.Members.Length, group.PairCount, Math.Round(group.Density, 4), group.Objects, group.Weight,
            Show.Seconds(group.MedianGapS), Show.Time(group.FirstUs), Show.Time(group.LastUs), group.Behaviours, open.Known.Languages(file, model, group), state.Status,
            state.Tags, state.Notes.Length, Claims.IsExplained(group), [.. group.Members.Take(MembersInRow).Select(member => Show.Account(member.Account))]);
    }

    private static GroupList List(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var filter = new GroupFilter(request.Text("status") is { Length: > 0 } asked ? asked : "all", request.Text("tier"), request.Text("behaviour"), request.Text("tag"), request.Text("sort"));
        var decided = new Decided(file.Decisions());
        if (request.Run(file) is not { } run) return new GroupList(null, [], 0, 0, filter, decided.Tags);
        var model = open.Known.Run(run);
        var rows = model.Groups.Select(group => Row(open, file, model, group, decided)).Where(row =>
            (filter.Status == "all" || row.Status == filter.Status) && (filter.Tier.Length == 0 || row.Tier == filter.Tier)
            && (filter.Behaviour.Length == 0 || row.Behaviours.Contains(filter.Behaviour)) && (filter.Tag.Length == 0 || row.Tags.Contains(filter.Tag)));
        List<GroupRow> sorted = [.. Sorted(rows, filter.Sort)];
        return new GroupList(Show.Run(run, model.Groups.Length), sorted, model.Groups.Length, sorted.Count, filter, decided.Tags);
    }

    private static IEnumerable<GroupRow> Sorted(IEnumerable<GroupRow> rows, string by) => by switch
    {
        "" or "number" => rows,
        "accounts" => rows.OrderByDescending(row => row.Accounts).ThenBy(row => row.Number),
        "objects" => rows.OrderByDescending(row => row.Objects).ThenBy(row => row.Number),
        "gap" => rows.OrderBy(row => row.MedianGapS).ThenBy(row => row.Number),
        "q" => rows.OrderBy(row => row.Q ?? 2).ThenBy(row => row.Number),
        "first" => rows.OrderBy(row => row.First, StringComparer.Ordinal).ThenBy(row => row.Number),
        "density" => rows.OrderByDescending(row => row.Density).ThenBy(row => row.Number),
        "tier" => rows.OrderBy(row => RunModel.Rank(row.Tier)).ThenBy(row => row.Number),
        _ => throw new Refused(StatusCodes.Status400BadRequest, $"sort={by} is not known. Sort by number, accounts, objects, gap, q, first, density or tier."),
    };

    private static IResult Csv(GroupList list) => Table.Of(
        "groups",
        ["key", "number", "tier", "p", "q", "accounts", "pairs", "density", "objects", "weight", "median_gap_s", "first", "last", "behaviours", "status", "tags", "explained", "sentence"],
        list.Groups.Select(row => (object?[])
        [
            row.Key, row.Number, row.Tier, row.P, row.Q, row.Accounts, row.Pairs, row.Density, row.Objects, row.Weight, row.MedianGapS, row.First, row.Last,
            string.Join(' ', row.Behaviours), row.Status, string.Join(' ', row.Tags), row.Explained, row.Sentence,
        ]));

    private static GroupPage Page(OpenCaseFile open, CaseFile file, string key, HttpRequest request)
    {
        var model = open.Known.Run(request.RequiredRun(file));
        var group = model.Group(key);
        var detail = model.Detail(group);
        var log = file.Decisions();
        var decided = new Decided(log);
        var draft = ReportPages.Draft(file);
        var members = GroupTables.Members(model, detail);
        var at = model.Groups.IndexOf(group);
        return new GroupPage(
            Show.Run(model.Run, model.Groups.Length), Row(open, file, model, group, decided), [Claims.Long(group, model.Run), Claims.Coordinated(group)],
            NotClaimed, group.Readings, Words.Tier(group.Tier) is { Length: > 0 } meaning ? meaning + "." : "", model.Run.ErrorControl, model.IsValidated,
            Alpha(model.Run), ExpectedFalse(model, group, detail), Show.P(detail.Pairs.Min(pair => pair.P)), Show.P(detail.Pairs.Max(pair => pair.Q)),
            PairsOf(detail, "named"), PairsOf(detail, "weak"), group.Members.Sum(member => member.JointPosts), group.Members.Sum(member => (long)member.Posts),
            Sensitivity(detail), [.. members.Take(Shown)], [.. GroupTables.Objects(detail).Take(Shown)], members.Count, detail.Objects.Length,
            GroupTables.Timeline(model, detail, null, null), detail.CoActs.Length, ByBehaviour(open, file, model, group, decided),
            DecisionPages.Shown(log.Where(decision => decision.GroupKey == group.Key).Reverse(), model, decided),
            [.. decided.Of(group.Key).Notes.Reverse().Select(note => new Note(note.Number, Show.Time(note.TimeUtc), note.Text))],
            draft.Exhibits.Count(exhibit => exhibit.Group == group.Key), at > 0 ? Show.Href(model.Groups[at - 1]) : null,
            at >= 0 && at + 1 < model.Groups.Length ? Show.Href(model.Groups[at + 1]) : null);
    }

    private static Sensitivity? Sensitivity(GroupDetail detail)
    {
        List<SensitivityView> outcomes = [.. detail.Sensitivity];
        return outcomes.Count == 0 ? null : new Sensitivity(
            StabilityText.Holds(outcomes), StabilityText.Caution,
            [.. outcomes.Select(one => new SensitivityRow(one.Kind, one.Setting, one.Members, one.Named, one.Weak, one.Parts, Show.P(one.Q) ?? one.Q, one.Holds))]);
    }

    private static IReadOnlyList<GroupRow> ByBehaviour(OpenCaseFile open, CaseFile file, RunModel model, GroupView group, Decided decided)
    {
        var members = group.Members.Select(member => member.Account.Number).ToHashSet();
        return group.Behaviour.Length > 0
            ? []
            : [.. model.Single.Where(other => other.Members.Any(member => members.Contains(member.Account.Number))).Select(other => Row(open, file, model, other, decided))];
    }

    private static int PairsOf(GroupDetail detail, string tier) => detail.Pairs.Where(pair => pair.Tier == tier).Select(pair => (pair.A, pair.B)).Distinct().Count();

    private static double? Alpha(RunView run) =>
        OptionsJson.Read(run.OptionsJson, options => options.GetProperty("alpha") is { ValueKind: System.Text.Json.JsonValueKind.Number } alpha ? alpha.GetDouble() : (double?)null, null);

    /// <summary>What the error rate means for one group: it holds over all that the run names, and says nothing of a single one.</summary>
    private static string ExpectedFalse(RunModel model, GroupView group, GroupDetail detail)
    {
        if (!model.IsValidated || Alpha(model.Run) is not { } alpha) return "";
        var (named, weak) = (PairsOf(detail, "named"), PairsOf(detail, "weak"));
        var rate = alpha.ToString("0.###", CultureInfo.InvariantCulture);
        return (named, weak) switch
        {
            (0, 0) => "None of its pairs stands at an error rate: a lead to check, not a finding.",
            (0, _) => $"{Amount.Of(weak, "pair stands", "pairs stand")} at the looser rate only. Of all pairs that stand so, at most {Amount.Share(5 * alpha)} are expected to be chance; none stands at the strict rate of {rate}.",
            _ => $"{Amount.Of(named, "pair of it is", "pairs of it are")} named. Of all pairs that the run names, at most {Amount.Share(alpha)} are expected to be chance; the rate holds over all of them together, not for this group by itself.",
        };
    }
}
