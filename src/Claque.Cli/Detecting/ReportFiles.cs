using System.Collections.Immutable;
using System.Text.Json;
using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reports;
using Claque.Tracing;

namespace Claque.Cli.Detecting;

/// <summary>Fills the report of a run from the case and writes it.</summary>
internal static class ReportFiles
{
    private const int GroupsShown = 50;
    private const int PairsShown = 20;
    private const int ExhibitsShown = 12;

    /// <summary>Writes the report of a run.</summary>
    public static void Write(CaseFile of, int run, string path, bool pseudonymise, Screen screen)
    {
        var model = Model(of, run);
        if (pseudonymise) model = Pseudonymised.Of(model, of.Pseudonyms);
        using var output = OutputFile.Create(path);
        HtmlReport.Write(model, new ReportStamp(screen.Now, App.Version), output);
    }

    private static ReportModel Model(CaseFile of, int number)
    {
        var run = of.Runs().Single(run => run.Number == number);
        var overall = of.Groups(number);
        var single = run.Layers.Select(layer => layer.Behaviour).Distinct().SelectMany(behaviour => of.Groups(number, behaviour));
        var shown = overall.Take(GroupsShown).ToList();
        var pairs = PairsInside(of, run, shown);
        var settings = of.Sensitivity(number).ToLookup(outcome => outcome.Group);
        // Groups of single behaviours stand in one table; their evidence is that of the groups over all behaviours.
        var listed = single.Select(group => new ReportGroup(group, [], 0, [], 0, []));
        return new ReportModel(of.Info, of.Figures(), of.Sources(), run, [.. shown.Select(group => Filled(of, number, group, pairs[group]) with { Sensitivity = [.. settings[group.Number]] }), .. listed])
        {
            Sections = IsTested(run) ? [StabilityText.AuditSection([.. of.Audits().Where(audit => audit.Run == number)], AuditCommand(of, number))] : [],
            GroupsFound = overall.Length > GroupsShown ? overall.Length : null,
            Commands = Commands(of, run),
        };
    }

    private static bool IsTested(RunView run)
    {
        using var options = JsonDocument.Parse(run.OptionsJson);
        return options.RootElement.TryGetProperty("alpha", out var alpha) && alpha.ValueKind == JsonValueKind.Number;
    }

    private static string AuditCommand(CaseFile of, int run) =>
        $"claque audit {Shell.Word(Path.GetFileName(of.Info.Path))}{(of.LatestRun().Number == run ? "" : $" --run {run}")}";

    private static ReportGroup Filled(CaseFile of, int run, GroupView group, List<PairView> pairs)
    {
        var exhibits = of.ExhibitsOfGroup(run, group.Behaviour, group.Number, int.MaxValue);
        var labels = group.Members.ToDictionary(member => member.Account.Number, member => member.Account);
        return new ReportGroup(
            group, [.. pairs.Take(PairsShown)], pairs.Count, [.. exhibits.Take(ExhibitsShown)], exhibits.Length,
            [.. of.Timeline(run, group.Behaviour, group.Number).Select(point => new Reports.TimelineAct(labels[point.Account], point.TimeUs, point.Behaviour, point.ObjectName))]);
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

    /// <summary>The option on other settings, where the run looked at them or not against the default.</summary>
    private static string Settings(CaseFile of, RunView run)
    {
        var acts = run.Layers.Where(layer => layer.Behaviour != Behaviour.CommonText.Name).DistinctBy(layer => layer.Behaviour).Sum(layer => layer.Acts);
        var isDefault = acts <= Claque.Sensitivity.Sensitivity.CheapActs;
        return of.Sensitivity(run.Number).Length > 0 == isDefault || of.Groups(run.Number).IsEmpty || !IsTested(run) ? "" : $" --sensitivity {(isDefault ? "off" : "on")}";
    }
}
