using System.Collections.Immutable;
using System.Text.Json;
using Claque.Cases;
using Claque.Tracing;

namespace Claque.Reports;

/// <summary>Fills the report of a run from the case.</summary>
public static class ReportModels
{
    private const int GroupsShown = 50;
    private const int PairsShown = 20;
    private const int ExhibitsShown = 12;

    /// <summary>What the report of a run shows: all groups that are not dismissed, the strongest with their exhibits.</summary>
    /// <param name="of">The case.</param>
    /// <param name="number">Number of the run.</param>
    /// <param name="pseudonymise">True to replace accounts by keyed hashes.</param>
    /// <param name="composition">What the investigator chose and wrote; null for nothing.</param>
    public static ReportModel Of(CaseFile of, int number, bool pseudonymise, ReportComposition? composition = null)
    {
        var chosen = composition ?? new ReportComposition();
        var run = of.Runs().Single(run => run.Number == number);
        var (overall, single, dismissed) = Undismissed(of, run, chosen);
        var shown = InOrder(overall, chosen).Take(GroupsShown).ToList();
        var pairs = PairsInside(of, run, shown);
        // Groups of single behaviours stand in one table; their evidence is that of the groups over all behaviours.
        var listed = single.Select(group => new ReportGroup(group, [], 0, [], 0, []));
        var settings = of.Sensitivity(number).ToLookup(outcome => outcome.Group);
        var model = new ReportModel(of.Info, of.Figures(), of.Sources(), run, [.. shown.Select(group => Filled(of, number, group, pairs[group], chosen) with { Sensitivity = [.. settings[group.Number]] }), .. listed])
        {
            GroupsFound = overall.Count > GroupsShown ? overall.Count : null,
            GroupsDismissed = dismissed,
            Surfaced = of.Surfaced(number),
            Sections = IsTested(run) ? [StabilityText.AuditSection([.. of.Audits().Where(audit => audit.Run == number)], AuditCommand(of, number))] : [],
            Title = chosen.Title,
            Introduction = chosen.Introduction,
            Commands = Commands(of, run),
        };
        return pseudonymise ? Pseudonymised.Of(model, of.Pseudonyms) : model;
    }

    /// <summary>The groups that the report may show, over all behaviours and of single ones, and how many were dismissed.</summary>
    private static (List<GroupView> Overall, List<GroupView> Single, int Dismissed) Undismissed(CaseFile of, RunView run, ReportComposition chosen)
    {
        var decided = new Decided(of.Decisions());
        var found = of.Groups(run.Number);
        var left = found.Where(group => decided.Of(group.Key).IsDismissed).ToList();
        var hidden = left.SelectMany(group => group.Members).Select(member => member.Account.Number).ToHashSet();
        var single = run.Layers.Select(layer => layer.Behaviour).Distinct().SelectMany(behaviour => of.Groups(run.Number, behaviour))
            .Where(group => !decided.Of(group.Key).IsDismissed && !group.Members.All(member => hidden.Contains(member.Account.Number)));
        var overall = found.Where(group => !decided.Of(group.Key).IsDismissed && (!chosen.OnlyKept || decided.Of(group.Key).Status == "kept"));
        return (overall.ToList(), single.ToList(), left.Count);
    }

    /// <summary>Groups of chosen exhibits in the order of these, then the others in theirs.</summary>
    private static IEnumerable<GroupView> InOrder(List<GroupView> groups, ReportComposition chosen)
    {
        var places = chosen.Exhibits.Select(exhibit => exhibit.GroupKey).Distinct().Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        return groups.OrderBy(group => places.GetValueOrDefault(group.Key, int.MaxValue));
    }

    private static ReportGroup Filled(CaseFile of, int run, GroupView group, List<PairView> pairs, ReportComposition chosen)
    {
        var exhibits = of.ExhibitsOfGroup(run, group.Behaviour, group.Number, int.MaxValue);
        var own = chosen.Exhibits.Where(exhibit => exhibit.GroupKey == group.Key)
            .Select(exhibit => of.Exhibit(run, exhibit.Key) is { } found ? found with { Comment = exhibit.Comment } : null).OfType<ExhibitView>().ToList();
        var labels = group.Members.ToDictionary(member => member.Account.Number, member => member.Account);
        return new ReportGroup(
            group, [.. pairs.Take(PairsShown)], pairs.Count, own.Count > 0 ? [.. own] : [.. exhibits.Take(ExhibitsShown)], exhibits.Length,
            [.. of.Timeline(run, group.Behaviour, group.Number).Select(point => new TimelineAct(labels[point.Account], point.TimeUs, point.Behaviour, point.ObjectName))]);
    }

    /// <summary>One pass over the pairs of the run at the widest window of each behaviour: those whose two accounts lie in one of the groups.</summary>
    private static Dictionary<GroupView, List<PairView>> PairsInside(CaseFile of, RunView run, List<GroupView> groups)
    {
        var inside = groups.ToDictionary(group => group, _ => new List<PairView>());
        var groupsOf = groups.SelectMany(group => group.Members.Select(member => (member.Account.Number, group))).ToLookup(x => x.Number, x => x.group);
        var pairs = run.Layers.GroupBy(layer => layer.Behaviour)
            .SelectMany(layers => of.Pairs(run.Number, layers.Key, layers.Max(layer => layer.WindowS), PairOrder.Evidence));
        foreach (var pair in pairs.OrderBy(pair => Array.IndexOf(TierWords.Firmest, pair.Tier)))
            foreach (var group in groupsOf[pair.A.Number].Intersect(groupsOf[pair.B.Number]))
                inside[group].Add(pair);
        return inside;
    }

    private static ImmutableArray<string> Commands(CaseFile of, RunView run)
    {
        var name = Shell.Word(Path.GetFileName(of.Info.Path));
        return
        [
            $"claque import {string.Join(' ', of.Sources().Select(source => Shell.Word(source.FileName)))} --case {name}",
            $"claque detect {name} {RunCommand.Options(run.OptionsJson)}{Settings(of, run)}",
            $"claque report {name} --run {run.Number}",
        ];
    }

    private static bool IsTested(RunView run)
    {
        using var options = JsonDocument.Parse(run.OptionsJson);
        return options.RootElement.TryGetProperty("alpha", out var alpha) && alpha.ValueKind == JsonValueKind.Number;
    }

    private static string AuditCommand(CaseFile of, int run) =>
        $"claque audit {Shell.Word(Path.GetFileName(of.Info.Path))}{(of.LatestRun().Number == run ? "" : $" --run {run}")}";

    /// <summary>The option on other settings, where the run looked at them or not against the default.</summary>
    private static string Settings(CaseFile of, RunView run)
    {
        var acts = run.Layers.Where(layer => layer.Behaviour != Behaviour.CommonText.Name).DistinctBy(layer => layer.Behaviour).Sum(layer => layer.Acts);
        var isDefault = acts <= Claque.Sensitivity.Sensitivity.CheapActs;
        return of.Sensitivity(run.Number).Length > 0 == isDefault || of.Groups(run.Number).IsEmpty || !IsTested(run) ? "" : $" --sensitivity {(isDefault ? "off" : "on")}";
    }
}
