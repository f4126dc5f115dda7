using System.Collections.Immutable;
using System.Globalization;
using Claque.Evaluation;
using Claque.Evaluation.Rules;
using Claque.Simulation;

namespace Claque.Reports.Scores;

/// <summary>How much of planted crews is found.</summary>
internal static class PowerSections
{
    private static readonly string Claque = ClaqueRule.NameOf(Evidence.Either);

    /// <summary>The crews of every corpus, rule by rule.</summary>
    public static ReportSection Standing(LaboratoryResult result, ImmutableArray<Generator?> generators, ImmutableArray<(string Rule, double? Nominal)> rules)
    {
        var cells = result.Options.Crews.Select(Plants.CellOf).Distinct().ToList();
        var others = rules.Where(rule => !LaboratorySections.IsPart(rule.Rule)).Skip(1).ToList();
        return new ReportSection("Power: share of the members of a crew that is found",
        [
            new Paragraph("Crews are written members × joint acts × jitter, -c camouflage in percent, -p participation in percent, then what they share when it is not links."),
            .. generators.Select(g => new ReportTable(
                $"Share of members accused, {Figures.Of(g)}",
                [
                    new("Crew"), new("Crews", true), new("Claque, 1\u202F%, with limits", true), new("Claque, 5\u202F%", true),
                    .. others.Select(rule => new ReportColumn(rule.Rule, true)),
                ],
                [
                    .. result.Cells(g).Where(cell => cells.Contains(cell.Cell)).OrderBy(cell => cells.IndexOf(cell.Cell)).Select(cell => (ImmutableArray<string>)
                    [
                        cell.Cell, cell.Crews.ToString(CultureInfo.InvariantCulture),
                        Figures.Ratio(result.Power(g, Claque, .01, cell.Cell)), Figures.Ratio(result.Power(g, Claque, .05, cell.Cell).Value),
                        .. others.Select(rule => Figures.Ratio(result.Power(g, rule.Rule, rule.Nominal, cell.Cell).Value)),
                    ]),
                ])),
        ]);
    }

    /// <summary>Power over size, joint acts, jitter and camouflage, all generators together; null where the crews planted span no surface.</summary>
    public static ReportSection? Surface(LaboratoryResult result)
    {
        var planted = result.Cells(null).ToDictionary(cell => cell.Cell, cell => cell.Crews);
        var plain = result.Options.Crews.Concat(result.Options.Dealt).Where(crew => planted.ContainsKey(Plants.CellOf(crew)) && IsPlain(crew)).DistinctBy(Plants.CellOf).ToList();
        var columns = plain.Select(crew => (crew.Jitter, crew.Camouflage)).Distinct().Order().ToList();
        var rows = plain.Select(crew => (crew.Size, crew.JointActs)).Distinct().Order().ToList();
        if (columns.Count < 2 || rows.Count < 2) return null;
        return new ReportSection("Power surface",
        [
            new ReportTable(
                "Share of members named by Claque at 1\u202F%, all generators together; in brackets the number of crews",
                [new("Members × joint acts"), .. columns.Select(column => new ReportColumn($"{Jitter(column.Jitter)}, camouflage {Figures.Percent(column.Camouflage)}", true))],
                [
                    .. rows.Select(row => (ImmutableArray<string>)
                    [
                        string.Create(CultureInfo.InvariantCulture, $"{row.Size} × {row.JointActs}"),
                        .. columns.Select(column => plain.FirstOrDefault(crew =>
                            (crew.Size, crew.JointActs, crew.Jitter, crew.Camouflage) == (row.Size, row.JointActs, column.Jitter, column.Camouflage)) is { } crew ? Cell(Plants.CellOf(crew)) : "–"),
                    ]),
                ]),
        ]);

        string Cell(string cell) => $"{Figures.Ratio(result.Power(null, Claque, .01, cell).Value)} ({planted[cell].ToString(CultureInfo.InvariantCulture)})";
    }

    private static bool IsPlain(Crew crew) =>
        crew is { Participation: 1, Launcher: false, Edits: TextEdits.None } && crew.Behaviours is [var only] && only == Tracing.Behaviour.Link;

    private static string Jitter(TimeSpan jitter) => Wording.Amount.Duration(jitter.TotalSeconds);
}
