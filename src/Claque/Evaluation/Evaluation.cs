using System.Collections.Immutable;
using Claque.Evaluation.Rules;
using Claque.Reading;
using Claque.Simulation;
using Claque.Statistics;

namespace Claque.Evaluation;

/// <summary>What is known about an account of a simulated or labelled corpus.</summary>
/// <param name="Account">The account.</param>
/// <param name="Role"><c>organic</c>, <c>crew</c>, the name of a decoy, or <c>background</c> where nothing is known.</param>
/// <param name="Crew">Which planted crew; empty for all others.</param>
public sealed record TrueAccount(string Account, string Role, string Crew);

/// <summary>What a result says about an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Tier"><c>named</c>, <c>weak</c>, <c>lead</c>, <c>at_publication</c> or empty.</param>
/// <param name="Explained">The label of an explained co-action; empty when there is none.</param>
public sealed record JudgedAccount(string Account, string Tier, string Explained)
{
    /// <summary>The account's q-value; null where the result has none.</summary>
    public double? Q { get; init; }
}

/// <summary>How accounts of one role fared.</summary>
public sealed record RoleScore(string Role, bool Planted, bool Explained, Share Flagged, Share LabelledExplained)
{
    /// <summary>Flagged accounts per 1,000 of the role.</summary>
    public double PerThousand => 1000 * Flagged.Value;
}

/// <summary>A result at one tier against the truth.</summary>
/// <param name="Tier">Tiers counted as flagged: <c>named</c>, <c>named+weak</c>, <c>at_publication</c> or <c>lead</c>.</param>
/// <param name="Recall">Planted accounts that were flagged.</param>
/// <param name="Precision">Flagged accounts, explained decoys and real background apart, that were planted.</param>
/// <param name="FalsePerThousand">Flagged accounts per 1,000 that are neither planted nor truly co-acting by automation or affiliation.</param>
/// <param name="Roles">By role, by name.</param>
/// <param name="Crews">By crew, by name.</param>
public sealed record TierScore(
    string Tier, Share Recall, Share Precision, double FalsePerThousand, Share False, ImmutableArray<RoleScore> Roles, ImmutableArray<RoleScore> Crews)
{
    /// <summary>Share of the flagged accounts that should not have been: one minus precision.</summary>
    public double RealisedFdr => RealisedShare.Value;

    /// <summary>The same with its limits.</summary>
    public Share RealisedShare => new(Precision.Of - Precision.Hits, Precision.Of);
}

/// <summary>What a nominal false-discovery rate turned out to be, by the q-values of a result.</summary>
/// <param name="Nominal">The rate asked for.</param>
/// <param name="RealisedFdr">Accounts with a q-value of at most that, planted or innocent, that were innocent.</param>
/// <param name="Recall">Planted accounts with such a q-value.</param>
/// <param name="False">Innocent accounts with such a q-value.</param>
public sealed record RateScore(double Nominal, Share RealisedFdr, Share Recall, Share False);

/// <summary>A result against the truth whatever the tier: by q-values, and by the order of accounts.</summary>
/// <param name="Rates">At 1, 5 and 10 %; empty when the result has no q-values.</param>
/// <param name="Auc">The chance that a planted account is ranked before an innocent one; null where there are none of either.</param>
public sealed record RankScore(ImmutableArray<RateScore> Rates, double? Auc);

/// <summary>Scores a result against a known truth.</summary>
public static class Evaluation
{
    /// <summary>
    /// Decoys that truly co-act, by automation or affiliation: flagging them is right when the label says why. They count
    /// neither as found nor as false.
    /// </summary>
    private static readonly ImmutableArray<string> ExplainedRoles = [.. Decoy.All.Where(decoy => decoy.Explained).Select(decoy => decoy.Name)];

    /// <summary>True for roles that truly co-act, by automation or affiliation.</summary>
    public static bool IsExplained(string role) => ExplainedRoles.Contains(role);

    /// <summary>True for roles of which flagging anybody is a mistake.</summary>
    public static bool IsInnocent(string role) => role is not (Simulated.Planted or Simulated.Background) && !IsExplained(role);

    /// <summary>Tiers that are no findings: scored by themselves, where a result has them, and never counted with the others.</summary>
    private static readonly ImmutableArray<string> Surfaced = ["at_publication", "lead"];

    /// <summary>Scores at <c>named</c> and at <c>named+weak</c>, then those surfaced as <c>at_publication</c> and as <c>lead</c>, each alone, where there are any.</summary>
    /// <param name="judged">The result; accounts it does not mention were not flagged.</param>
    /// <param name="truth">Every account of the corpus once.</param>
    /// <exception cref="InputException">The result has an account that the truth does not know.</exception>
    public static ImmutableArray<TierScore> Score(IReadOnlyList<JudgedAccount> judged, IReadOnlyList<TrueAccount> truth)
    {
        var byAccount = ByAccount(judged, truth);
        return
        [
            At(byAccount, truth, "named", "named"), At(byAccount, truth, "named+weak", "named", "weak"),
            .. Surfaced.Where(tier => judged.Any(account => account.Tier == tier)).Select(tier => At(byAccount, truth, tier, tier)),
        ];
    }

    /// <summary>Scores by q-values and by the order of accounts.</summary>
    /// <param name="judged">The result; accounts it does not mention, and those without a q-value, come last.</param>
    /// <param name="truth">Every account of the corpus once.</param>
    /// <remarks>Where no account has a q-value the tiers give the order.</remarks>
    /// <exception cref="InputException">The result has an account that the truth does not know.</exception>
    public static RankScore Rank(IReadOnlyList<JudgedAccount> judged, IReadOnlyList<TrueAccount> truth)
    {
        var byAccount = ByAccount(judged, truth);
        var hasQ = judged.Any(account => account.Q is not null);
        var planted = truth.Where(t => t.Role == Simulated.Planted).Select(t => byAccount.GetValueOrDefault(t.Account)).ToList();
        var innocent = truth.Where(t => IsInnocent(t.Role)).Select(t => byAccount.GetValueOrDefault(t.Account)).ToList();
        return new RankScore(
            hasQ ? [.. ClaqueRule.Rates.Select(At)] : [],
            Discrimination.Auc([.. planted.Select(Position)], [.. innocent.Select(Position)]));

        double Position(JudgedAccount? account) =>
            hasQ ? -(account?.Q ?? 2) : account?.Tier switch { "named" => 2, "weak" => 1, _ => 0 };

        RateScore At(double rate)
        {
            var (found, wrong) = (planted.LongCount(Passes), innocent.LongCount(Passes));
            return new RateScore(rate, new Share(wrong, found + wrong), new Share(found, planted.Count), new Share(wrong, innocent.Count));

            bool Passes(JudgedAccount? account) => account?.Q <= rate;
        }
    }

    private static Dictionary<string, JudgedAccount> ByAccount(IReadOnlyList<JudgedAccount> judged, IReadOnlyList<TrueAccount> truth)
    {
        var byAccount = new Dictionary<string, JudgedAccount>(StringComparer.Ordinal);
        foreach (var account in judged) byAccount[account.Account] = account;
        var known = truth.Select(t => t.Account).ToHashSet(StringComparer.Ordinal);
        if (byAccount.Keys.FirstOrDefault(account => !known.Contains(account)) is { } stranger)
            throw new InputException($"The result has the account \"{stranger}\", which the truth does not list. Both must come from the same posts.");
        return byAccount;
    }

    private static TierScore At(Dictionary<string, JudgedAccount> byAccount, IReadOnlyList<TrueAccount> truth, string name, params string[] tiers)
    {
        var rows = truth.Select(t => (Truth: t, Judged: byAccount.GetValueOrDefault(t.Account))).ToList();
        var planted = rows.Where(row => row.Truth.Role == Simulated.Planted).ToList();
        var innocent = rows.Where(row => IsInnocent(row.Truth.Role)).ToList();
        var (found, wrong) = (planted.LongCount(Flagged), innocent.LongCount(Flagged));
        var falsely = new Share(wrong, innocent.Count);
        return new TierScore(
            name, new Share(found, planted.Count), new Share(found, found + wrong), 1000 * falsely.Value, falsely,
            [.. rows.GroupBy(row => row.Truth.Role).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Role(g.Key, g))],
            [.. planted.GroupBy(row => row.Truth.Crew).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Role(g.Key, g))]);

        bool Flagged((TrueAccount Truth, JudgedAccount? Judged) row) => row.Judged is { } j && tiers.Contains(j.Tier);

        RoleScore Role(string role, IEnumerable<(TrueAccount Truth, JudgedAccount? Judged)> members)
        {
            var all = members.ToList();
            var flagged = all.Where(Flagged).ToList();
            return new RoleScore(
                role, all[0].Truth.Role == Simulated.Planted, ExplainedRoles.Contains(role), new Share(flagged.Count, all.Count),
                new Share(flagged.LongCount(row => row.Judged!.Explained.Length > 0), flagged.Count));
        }
    }
}
