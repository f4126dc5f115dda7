using System.Collections.Immutable;
using System.Globalization;
using Claque.Evaluation;
using Claque.Evaluation.Rules;
using Claque.Reports.Wording;
using Claque.Simulation;

namespace Claque.Reports.Scores;

/// <summary>The tables of a laboratory: Claque and the field's usual rules on corpora whose truth is known.</summary>
public static class LaboratorySections
{
    private static readonly string Claque = ClaqueRule.NameOf(Evidence.Either);

    /// <summary>The whole page.</summary>
    /// <param name="result">The scores.</param>
    /// <param name="command">The command that repeats them.</param>
    /// <param name="claqueVersion">By which version they were made.</param>
    public static SectionPage Page(LaboratoryResult result, string command, string claqueVersion)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new SectionPage("How often the innocent are accused, and how often crews are found", Lead(result), Of(result, command), claqueVersion);
    }

    /// <summary>The sections of the page.</summary>
    public static ImmutableArray<ReportSection> Of(LaboratoryResult result, string command)
    {
        ArgumentNullException.ThrowIfNull(result);
        var sections = ImmutableArray.CreateBuilder<ReportSection>();
        if (result.Options.QuietCorpora > 0) sections.Add(Quiet(result));
        if (result.Options.CrewCorpora > 0 && (result.Options.Crews.Length > 0 || result.Options.Dealt.Length > 0))
        {
            sections.Add(Planted(result));
            sections.Add(PowerSections.Standing(result, Generators(result), Firsts(result)));
            if (PowerSections.Surface(result) is { } surface) sections.Add(surface);
        }

        sections.Add(Decoys(result));
        sections.Add(Labels(result));
        sections.Add(Reading(result));
        sections.Add(new ReportSection("How to repeat it", [new CommandBlock(command)]));
        return sections.ToImmutable();
    }

    /// <summary>The generators, and all of them together where there are several.</summary>
    private static ImmutableArray<Generator?> Generators(LaboratoryResult result) =>
        result.Options.Generators.Length > 1 ? [.. result.Options.Generators.Select(g => (Generator?)g), null] : [.. result.Options.Generators.Select(g => (Generator?)g)];

    /// <summary>Each rule at its first rate: the one that accuses.</summary>
    private static ImmutableArray<(string Rule, double? Nominal)> Firsts(LaboratoryResult result) => [.. result.Levels.DistinctBy(level => level.Rule)];

    /// <summary>True for one of Claque's two tests by itself.</summary>
    internal static bool IsPart(string rule) => rule == ClaqueRule.NameOf(Evidence.Timing) || rule == ClaqueRule.NameOf(Evidence.Texts);

    private static string Lead(LaboratoryResult result)
    {
        var options = result.Options;
        var generators = options.Generators.Length > 1 ? "each of two generators written apart" : $"the {Figures.Of(options.Generators[0])}";
        return string.Create(CultureInfo.InvariantCulture, $"{options.QuietCorpora} simulated corpora with nothing planted and {options.CrewCorpora} with crews, of {generators}; {Amount.Count(options.Accounts)} ordinary accounts and {options.Days} days each, {Decoys(options)}; seeds from {options.Seed} and from {options.Seed + LaboratoryOptions.CrewSeeds}.");
    }

    private static string Decoys(LaboratoryOptions options) =>
        options.Decoys.Length == Decoy.All.Length ? $"all {Decoy.All.Length} kinds of innocent look-alikes" : options.Decoys.IsEmpty ? "no look-alikes" : $"look-alikes: {string.Join(", ", options.Decoys.Select(decoy => decoy.Name))}";

    private static ReportSection Quiet(LaboratoryResult result)
    {
        var generators = Generators(result);
        return new ReportSection("Nothing planted: whoever is accused is innocent",
        [
            new ReportTable(
                "Innocent accounts accused per 1,000, and corpora in which anybody is; in brackets the 95 % limits",
                [
                    new("Rule"), new("Stated rate", true),
                    .. generators.SelectMany(g => new ReportColumn[] { new($"Per 1,000, {Figures.Of(g)}", true), new($"Corpora with any, {Figures.Of(g)}", true) }),
                ],
                [
                    .. result.Levels.Select(level => (ImmutableArray<string>)
                    [
                        level.Rule, Figures.Rate(level.Nominal),
                        .. generators.Select(g => result.Quiet(g, level.Rule, level.Nominal))
                            .SelectMany(quiet => new[] { Figures.PerThousandWithLimits(quiet.False), Figures.Corpora(quiet.Corpora) }),
                    ]),
                ]),
            new Paragraph(Innocent(result, generators)),
        ]);
    }

    private static string Innocent(LaboratoryResult result, ImmutableArray<Generator?> generators) => "Innocent accounts: " + string.Join(
        ", ", generators.Select(g => $"{Amount.Count(result.Quiet(g, Claque, .01).False.Of)} ({Figures.Of(g)})")) + ". Feed bots and newsrooms, which do act together, count neither as found nor as false.";

    private static ReportSection Planted(LaboratoryResult result) => new("Crews planted: how many of the accused are innocent",
    [
        .. Generators(result).Select(g => new ReportTable(
            $"{Capital(Figures.Of(g))}, {result.Planted(g, Claque, .01).Corpora} corpora, {result.Cells(g).Sum(cell => cell.Crews)} crews",
            [
                new("Rule"), new("Stated rate", true), new("False pairs", true), new("False accounts", true), new("False per 1,000 innocent", true),
                new("Precision", true), new("Recall", true), new("AUC", true),
            ],
            [
                .. result.Levels.Select(level =>
                {
                    var planted = result.Planted(g, level.Rule, level.Nominal);
                    return (ImmutableArray<string>)
                    [
                        level.Rule, Figures.Rate(level.Nominal), Figures.Percent(planted.FalsePairs), Figures.Percent(planted.FalseAccounts),
                        Figures.PerThousand(planted.False), planted.Precision.Of == 0 ? "–" : Figures.Ratio(planted.Precision.Value),
                        Figures.Ratio(planted.Recall), Figures.Ratio(planted.Auc),
                    ];
                }),
            ])),
    ]);

    private static ReportSection Decoys(LaboratoryResult result)
    {
        var crews = result.Options.CrewCorpora > 0;
        var firsts = Firsts(result).Where(level => !IsPart(level.Rule)).ToList();
        var roles = result.Options.Decoys.Select(decoy => decoy.Name).Prepend(Simulated.Organic).ToList();
        return new ReportSection("Who is accused: ordinary people and look-alikes",
        [
            .. Generators(result).Select(g => new ReportTable(
                $"Accounts accused per 1,000 of their kind, {Figures.Of(g)}, {(crews ? "with crews present" : "nothing planted")}",
                [
                    new("Kind"), new("Accounts", true), new($"{Claque}, 1\u202F%, with limits", true),
                    .. firsts.Skip(1).Select(level => new ReportColumn(level.Rule, true)),
                ],
                [
                    .. roles.Select(role =>
                    {
                        var own = result.Role(g, crews, Claque, .01, role);
                        return (ImmutableArray<string>)
                        [
                            Evaluation.Evaluation.IsExplained(role) ? role + " (do act together)" : role,
                            Amount.Count(own.Of), Figures.PerThousandWithLimits(own),
                            .. firsts.Skip(1).Select(level => Figures.PerThousand(result.Role(g, crews, level.Rule, level.Nominal, role))),
                        ];
                    }),
                ])),
        ]);
    }

    private static ReportSection Labels(LaboratoryResult result) => new("Labels: who is explained by regular delays",
    [
        new Paragraph("Feed bots and newsrooms are to be found and labelled; crews must not be labelled. Pairs named by timing, in all corpora."),
        new ReportTable(
            "Named pairs that carry the label",
            [new("Pairs of"), .. Generators(result).Select(g => new ReportColumn(Capital(Figures.Of(g)), true))],
            [
                .. new[] { Decoy.FeedBots.Name, Decoy.Newsroom.Name, Simulated.Planted }.Select(kind => (ImmutableArray<string>)
                [
                    kind == Simulated.Planted ? "one crew" : kind,
                    .. Generators(result).Select(g => Figures.Counted(result.Labels(g, ClaqueRule.NameOf(Evidence.Timing), kind))),
                ]),
            ]),
    ]);

    private static ReportSection Reading(LaboratoryResult result) => new("How to read this",
    [
        new Paragraph("Limits are at 95 %. Limits per 1,000 accounts are those of Wilson and hold if accounts were independent, which they are not: the limits by corpora take each corpus as one observation. With nothing planted, the share of corpora in which anybody is accused is the realised false-discovery rate."),
        new Paragraph("With crews planted, false pairs and false accounts are mean shares of the accused over the corpora; a pair is true when both are of one crew. Their limits are Student's over corpora, and never below the limit of \"corpora with any\" times what a single false one would make of the share. Recall and power are mean shares of a crew's members; their limits take each crew as one observation. AUC is the chance that a planted account is ranked before an innocent one."),
        new Paragraph("Claque accuses at 1\u202F%: by its test of timing or by its test of texts, each at that rate by itself. At 5\u202F% it says weak; 10\u202F% is shown for its realised rate only. Leads at publication name nobody, and no rate is promised for them: they surface accounts that share first minutes with one another again and again."),
        .. result.Options.Rules.Select(rule => new Paragraph($"{rule.Name}: {rule.Description}.")),
        new Paragraph("The usual rules take the acts of all behaviours in one table. Error rates on simulated data hold for simulated data; real life has look-alikes that nobody simulated."),
    ]);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
