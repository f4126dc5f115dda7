using System.Collections.Immutable;
using Claque.Simulation;

namespace Claque.Evaluation;

/// <summary>The scores of all corpora of a laboratory, and what they come to together.</summary>
/// <param name="Options">What was run.</param>
/// <param name="Corpora">One per corpus, in the order of the options.</param>
public sealed record LaboratoryResult(LaboratoryOptions Options, ImmutableArray<CorpusScore> Corpora)
{
    /// <summary>The rules in the order of the tables, each with its nominal rates.</summary>
    public ImmutableArray<(string Rule, double? Nominal)> Levels =>
        [.. Corpora[0].Rules.SelectMany(rule => rule.Levels.Select(level => (rule.Rule, level.Nominal)))];

    /// <summary>What a rule does where nothing is planted.</summary>
    /// <param name="generator">The generator; null takes all together.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="nominal">One of its rates.</param>
    public QuietSummary Quiet(Generator? generator, string rule, double? nominal)
    {
        var levels = Of(generator, crews: false, rule, nominal);
        return new QuietSummary(Share.Sum(levels.Select(level => level.False)), new Share(levels.LongCount(level => level.False.Hits > 0), levels.Count));
    }

    /// <summary>What a rule does where crews are planted.</summary>
    /// <param name="generator">The generator; null takes all together.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="nominal">One of its rates.</param>
    public PlantedSummary Planted(Generator? generator, string rule, double? nominal)
    {
        var levels = Of(generator, crews: true, rule, nominal);
        var auc = Corpora.Where(corpus => Fits(corpus, generator, crews: true)).Select(corpus => RuleOf(corpus, rule).Auc).OfType<double>().ToList();
        return new PlantedSummary(
            levels.Count,
            MeanFalse([.. levels.Select(level => level.FalsePairs)]),
            MeanFalse([.. levels.Select(level => level.FalseAmongAccused)]),
            Share.Sum(levels.Select(level => level.False)),
            Share.Sum(levels.Select(level => new Share(level.Recall.Hits, level.Recall.Hits + level.False.Hits))),
            CrewMean([.. levels.SelectMany(level => level.Crews).Select(crew => crew.Found)]),
            auc.Count == 0 ? null : Confidence.Mean(auc));
    }

    /// <summary>Accounts of a role that a rule accuses.</summary>
    /// <param name="generator">The generator; null takes all together.</param>
    /// <param name="crews">True for corpora with crews, false for those without.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="nominal">One of its rates.</param>
    /// <param name="role">The role.</param>
    public Share Role(Generator? generator, bool crews, string rule, double? nominal, string role) =>
        Share.Sum(Of(generator, crews, rule, nominal).SelectMany(level => level.Roles).Where(share => share.Role == role).Select(share => share.Accused));

    /// <summary>The cells planted: parameters of crews and in how many crews, in order of first appearance.</summary>
    public IEnumerable<(string Cell, int Crews)> Cells(Generator? generator) =>
        Corpora.Where(corpus => Fits(corpus, generator, crews: true)).SelectMany(corpus => corpus.Rules[0].Levels[0].Crews)
            .GroupBy(crew => crew.Cell).Select(cell => (cell.Key, cell.Count()));

    /// <summary>Mean share of the members of crews of a cell that a rule accuses, with limits that take each crew as one observation.</summary>
    /// <param name="generator">The generator; null takes all together.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="nominal">One of its rates.</param>
    /// <param name="cell">The cell.</param>
    public Limited Power(Generator? generator, string rule, double? nominal, string cell) =>
        CrewMean([.. Of(generator, crews: true, rule, nominal).SelectMany(level => level.Crews).Where(crew => crew.Cell == cell).Select(crew => crew.Found)]);

    /// <summary>Accused pairs of a kind that the rule labels as explained, at its first rate, in corpora with crews and without.</summary>
    public Share Labels(Generator? generator, string rule, string kind) =>
        Share.Sum(Corpora.Where(corpus => generator is null || corpus.Generator == generator)
            .SelectMany(corpus => RuleOf(corpus, rule).Labels).Where(label => label.Kind == kind).Select(label => label.Labelled));

    /// <summary>The mean share of false ones over corpora. One false one among those accused is the least that can be.</summary>
    private static Limited MeanFalse(IReadOnlyList<Share> shares) => Confidence.Mean(
        [.. shares.Select(share => share.Value)],
        shares.Count == 0 ? 0 : shares.Average(share => 1.0 / (share.Of - share.Hits + 1)));

    private static Limited CrewMean(IReadOnlyCollection<Share> crews) =>
        Confidence.Wilson(crews.Count == 0 ? 0 : crews.Average(crew => crew.Value), crews.Count);

    private List<LevelScore> Of(Generator? generator, bool crews, string rule, double? nominal) =>
        [.. Corpora.Where(corpus => Fits(corpus, generator, crews)).Select(corpus => RuleOf(corpus, rule).Levels.Single(level => level.Nominal == nominal))];

    private static bool Fits(CorpusScore corpus, Generator? generator, bool crews) =>
        corpus.HasCrews == crews && (generator is null || corpus.Generator == generator);

    private static RuleScore RuleOf(CorpusScore corpus, string rule) => corpus.Rules.Single(one => one.Rule == rule);
}

/// <summary>What a rule does where nothing is planted.</summary>
/// <param name="False">Innocent accounts accused. Its limits hold if accounts were independent.</param>
/// <param name="Corpora">Corpora with any: the realised false-discovery rate, since whatever is found there is false. Its limits take each corpus as one observation.</param>
public sealed record QuietSummary(Share False, Share Corpora);

/// <summary>What a rule does where crews are planted. Means are over corpora, and limits take each corpus, or crew, as one observation.</summary>
/// <param name="Corpora">How many.</param>
/// <param name="FalsePairs">Mean share of the accused pairs that are not of one crew.</param>
/// <param name="FalseAccounts">Mean share of the accused accounts that are innocent.</param>
/// <param name="False">Innocent accounts accused.</param>
/// <param name="Precision">Accused accounts that were planted, feeds and newsrooms apart.</param>
/// <param name="Recall">Mean share of the members of a crew that are accused.</param>
/// <param name="Auc">Mean chance that a planted account has a higher score than an innocent one.</param>
public sealed record PlantedSummary(
    int Corpora, Limited FalsePairs, Limited FalseAccounts, Share False, Share Precision, Limited Recall, Limited? Auc);
