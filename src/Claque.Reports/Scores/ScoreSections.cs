using System.Collections.Immutable;
using Claque.Evaluation;
using Claque.Reports.Wording;
using Claque.Simulation;

namespace Claque.Reports.Scores;

/// <summary>The tables of one result against its truth.</summary>
public static class ScoreSections
{
    /// <summary>The whole page.</summary>
    /// <param name="name">What the result is called.</param>
    /// <param name="scores">At each tier.</param>
    /// <param name="rank">By q-values and by the order of accounts.</param>
    /// <param name="usual">The field's usual rules on the same posts; empty when they were not run.</param>
    /// <param name="command">The command that repeats it.</param>
    /// <param name="claqueVersion">By which version it was scored.</param>
    public static SectionPage Page(
        string name, IReadOnlyList<TierScore> scores, RankScore rank, IReadOnlyList<RuleScore> usual, string command, string claqueVersion)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(rank);
        ArgumentNullException.ThrowIfNull(usual);
        var sections = ImmutableArray.CreateBuilder<ReportSection>();
        sections.Add(Tiers(scores, rank));
        if (Rates(rank) is { } rates) sections.Add(rates);
        if (Usual(usual) is { } rules) sections.Add(rules);
        sections.Add(Roles(scores));
        if (!scores[0].Crews.IsEmpty) sections.Add(Crews(scores));
        sections.Add(new ReportSection("How to repeat it", [new CommandBlock(command)]));
        return new SectionPage(
            $"{name} against its truth",
            "Planted accounts are to be found, innocent ones to be left alone. Feed bots and newsrooms, which do act together, count neither as found nor as false; nor does real background, of which nothing is known.",
            sections.ToImmutable(), claqueVersion);
    }

    private static ReportSection Tiers(IReadOnlyList<TierScore> scores, RankScore rank) => new("Scores",
    [
        new ReportTable(
            "In brackets the 95 % limits by Wilson, which hold if accounts were independent",
            [new("Tier"), new("Planted accounts found", true), new("Precision", true), new("Realised false-discovery rate", true), new("Innocent accounts accused per 1,000", true)],
            [
                .. scores.Select(score => (ImmutableArray<string>)
                    [
                        score.Tier, Figures.Counted(score.Recall), score.False.Of == 0 ? "–" : Figures.Counted(score.Precision),
                        score.False.Of == 0 ? "–" : Figures.Counted(score.RealisedShare), Figures.PerThousandWithLimits(score.False),
                    ]),
            ]),
        new Paragraph(rank.Auc is { } auc
            ? $"AUC {Figures.Ratio(auc)}: the chance that a planted account is ranked before an innocent one."
            : NoInnocents(scores)),
    ]);

    /// <summary>Why there is no AUC.</summary>
    private static string NoInnocents(IReadOnlyList<TierScore> scores) => scores[0].False.Of == 0
        ? "The truth knows no innocent account, so nothing can be said about false ones: only recall was measured."
        : "No AUC: nobody was planted.";

    /// <summary>The realised rates by q-values; null when the result has none.</summary>
    public static ReportSection? Rates(RankScore rank)
    {
        ArgumentNullException.ThrowIfNull(rank);
        return rank.Rates.IsEmpty ? null : new ReportSection("Realised false-discovery rates by q-value",
        [
            new ReportTable(
                "Accounts with a q-value of at most the stated rate, whatever their tier",
                [new("Stated rate", true), new("Realised", true), new("Planted accounts found", true), new("Innocent per 1,000", true)],
                [
                    .. rank.Rates.Select(rate => (ImmutableArray<string>)
                        [
                            Figures.Rate(rate.Nominal), rate.False.Of == 0 ? "–" : Figures.Counted(rate.RealisedFdr), Figures.Counted(rate.Recall),
                            Figures.PerThousandWithLimits(rate.False),
                        ]),
                ]),
        ]);
    }

    /// <summary>The field's usual rules; null when they were not run.</summary>
    public static ReportSection? Usual(IReadOnlyList<RuleScore> usual)
    {
        ArgumentNullException.ThrowIfNull(usual);
        return usual.Count == 0 ? null : new ReportSection("The usual rules on the same posts",
        [
            new ReportTable(
                "What the field's usual rules accuse in the same posts",
                [new("Rule"), new("Stated rate", true), new("Planted accounts found", true), new("False among the accused", true), new("Innocent per 1,000", true), new("AUC", true)],
                [
                    .. usual.SelectMany(rule => rule.Levels.Select(level => (ImmutableArray<string>)
                    [
                        rule.Rule, Figures.Rate(level.Nominal), Figures.Counted(level.Recall), Figures.Counted(level.FalseAmongAccused),
                        Figures.PerThousandWithLimits(level.False), rule.Auc is { } auc ? Figures.Ratio(auc) : "–",
                    ])),
                ]),
        ]);
    }

    private static ReportSection Roles(IReadOnlyList<TierScore> scores) => new("By role",
    [
        .. scores.Select(score => new ReportTable(
            $"Tier {score.Tier}",
            [new("Role"), new("Accounts", true), new("Accused", true), new("Per 1,000", true), new("Labelled explained", true)],
            [
                .. score.Roles.Select(role => (ImmutableArray<string>)
                [
                    role.Role == Simulated.Background ? role.Role + " (nothing is known)" : role.Explained ? role.Role + " (do act together)" : role.Role,
                    Amount.Count(role.Flagged.Of), Amount.Count(role.Flagged.Hits), Figures.PerThousandWithLimits(role.Flagged),
                    role.Flagged.Hits > 0 ? Figures.Percent(role.LabelledExplained.Value) : "–",
                ]),
            ])),
    ]);

    private static ReportSection Crews(IReadOnlyList<TierScore> scores) => new("By crew",
    [
        new ReportTable(
            "Members found, at each tier",
            [new("Crew"), new("Members", true), .. scores.Select(score => new ReportColumn(score.Tier, true))],
            [
                .. scores[0].Crews.Select((crew, i) => (ImmutableArray<string>)
                    [crew.Role, Amount.Count(crew.Flagged.Of), .. scores.Select(score => Figures.Percent(score.Crews[i].Flagged.Value))]),
            ]),
    ]);
}
