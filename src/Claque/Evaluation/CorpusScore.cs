using System.Collections.Immutable;
using Claque.Columns;
using Claque.Evaluation.Rules;
using Claque.Simulation;
using Claque.Statistics;

namespace Claque.Evaluation;

/// <summary>One simulated corpus and how each rule did on it.</summary>
/// <param name="Generator">The simulator.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="HasCrews">True when crews were planted.</param>
/// <param name="Posts">Number of posts.</param>
/// <param name="Rules">One per rule, in the order in which they ran.</param>
public sealed record CorpusScore(Generator Generator, ulong Seed, bool HasCrews, int Posts, ImmutableArray<RuleScore> Rules);

/// <summary>How a rule did on one corpus.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Levels">At each nominal rate it knows.</param>
/// <param name="Auc">The chance that a planted account has a higher score than an innocent one; null with nothing planted.</param>
/// <param name="Labels">Accused pairs by what they truly are, and how many of them the rule labels as explained; at the first level.</param>
public sealed record RuleScore(string Rule, ImmutableArray<LevelScore> Levels, double? Auc, ImmutableArray<LabelScore> Labels);

/// <summary>How a rule did at one level.</summary>
/// <param name="Nominal">The rate it claims; null for none.</param>
/// <param name="False">Innocent accounts accused.</param>
/// <param name="Recall">Planted accounts accused.</param>
/// <param name="FalsePairs">Accused pairs that are not of one crew; pairs among feeds and newsrooms are left apart.</param>
/// <param name="Roles">Accounts accused by role, by name of the role.</param>
/// <param name="Crews">Members accused, by crew.</param>
public sealed record LevelScore(
    double? Nominal, Share False, Share Recall, Share FalsePairs, ImmutableArray<RoleShare> Roles, ImmutableArray<CrewShare> Crews)
{
    /// <summary>Share of the accused accounts, feeds and newsrooms apart, that are innocent; 0 when nobody is accused.</summary>
    public Share FalseAmongAccused => new(False.Hits, False.Hits + Recall.Hits);
}

/// <summary>Accounts accused of one role.</summary>
public sealed record RoleShare(string Role, Share Accused);

/// <summary>Members accused of one crew.</summary>
/// <param name="Cell">Its parameters, as <see cref="Plants.CellOf"/> writes them.</param>
/// <param name="Found">Members accused.</param>
public sealed record CrewShare(string Cell, Share Found);

/// <summary>Accused pairs of one kind.</summary>
/// <param name="Kind"><c>feed-bots</c>, <c>newsroom</c> or <c>crew</c>.</param>
/// <param name="Labelled">How many were labelled as explained.</param>
public sealed record LabelScore(string Kind, Share Labelled);

/// <summary>Scores verdicts on a simulated corpus.</summary>
internal sealed class CorpusScoring
{
    private readonly string[] _role;
    private readonly string[] _crew;
    private readonly (string Role, int[] Accounts)[] _byRole;
    private readonly (string Cell, int[] Accounts)[] _byCrew;
    private readonly int[] _planted;
    private readonly int[] _innocent;
    private readonly int _silentInnocent;
    private readonly Dictionary<string, int> _silent;

    /// <summary>Looks the accounts of a corpus up in the truth. Accounts that never posted count as not accused.</summary>
    public CorpusScoring(NameTable accounts, ImmutableArray<SimulatedAccount> truth, ImmutableArray<Crew> crews)
    {
        (_role, _crew) = (new string[accounts.Count], new string[accounts.Count]);
        Array.Fill(_role, Simulated.Background);
        Array.Fill(_crew, "");
        _silent = [];
        foreach (var account in truth)
        {
            var number = accounts.Find(System.Text.Encoding.UTF8.GetBytes(account.AccountId));
            if (number >= 0) (_role[number], _crew[number]) = (account.Role, account.Crew);
            else _silent[account.Role] = _silent.GetValueOrDefault(account.Role) + 1;
        }

        var all = Enumerable.Range(0, accounts.Count).ToList();
        _byRole = [.. all.GroupBy(a => _role[a]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToArray()))];
        _byCrew = [.. crews.Select(crew => (Plants.CellOf(crew), all.Where(a => _crew[a] == crew.Name).ToArray()))];
        _planted = [.. all.Where(a => _role[a] == Simulated.Planted)];
        _innocent = [.. all.Where(a => Evaluation.IsInnocent(_role[a]))];
        _silentInnocent = _silent.Where(role => Evaluation.IsInnocent(role.Key)).Sum(role => role.Value);
    }

    public RuleScore Score(string rule, RuleVerdict verdict) => new(
        rule,
        [.. verdict.Levels.Select(Level)],
        Discrimination.Auc([.. _planted.Select(a => verdict.Scores[a])], [.. _innocent.Select(a => verdict.Scores[a]), .. Enumerable.Repeat(0.0, _silentInnocent)]),
        [.. new[] { Decoy.FeedBots.Name, Decoy.Newsroom.Name, Simulated.Planted }.Select(kind => Label(kind, verdict))]);

    private LevelScore Level(RuleLevel level)
    {
        var accused = level.Accounts.ToHashSet();
        return new LevelScore(
            level.Nominal,
            Among(_innocent) + new Share(0, _silentInnocent),
            Among(_planted) + new Share(0, _silent.GetValueOrDefault(Simulated.Planted)),
            new Share(level.Pairs.LongCount(IsFalse), level.Pairs.LongCount(pair => IsFalse(pair) || IsTrue(pair))),
            [.. _byRole.Select(role => new RoleShare(role.Role, Among(role.Accounts) + new Share(0, _silent.GetValueOrDefault(role.Role))))],
            [.. _byCrew.Select(crew => new CrewShare(crew.Cell, Among(crew.Accounts)))]);

        Share Among(int[] accounts) => new(accounts.LongCount(accused.Contains), accounts.Length);
    }

    private LabelScore Label(string kind, RuleVerdict verdict)
    {
        var pairs = verdict.Levels[0].Pairs.Where(pair => kind == Simulated.Planted ? IsTrue(pair) : _role[pair.A] == kind && _role[pair.B] == kind).ToList();
        return new LabelScore(kind, new Share(pairs.LongCount(verdict.ExplainedPairs.Contains), pairs.Count));
    }

    private bool IsTrue(AccountPair pair) => _crew[pair.A].Length > 0 && _crew[pair.A] == _crew[pair.B];

    private bool IsFalse(AccountPair pair) => !IsTrue(pair) && !(Evaluation.IsExplained(_role[pair.A]) && Evaluation.IsExplained(_role[pair.B]));
}
