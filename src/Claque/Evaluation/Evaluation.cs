using System.Collections.Immutable;
using Claque.Reading;
using Claque.Simulation;

namespace Claque.Evaluation;

/// <summary>What is known about an account of a simulated or labelled corpus.</summary>
/// <param name="Account">The account.</param>
/// <param name="Role"><c>organic</c>, <c>crew</c>, or the name of a decoy.</param>
/// <param name="Crew">Which planted crew; empty for all others.</param>
public sealed record TrueAccount(string Account, string Role, string Crew);

/// <summary>What a result says about an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Tier"><c>named</c>, <c>weak</c>, <c>lead</c>, <c>at_publication</c> or empty.</param>
/// <param name="Explained">The label of an explained co-action; empty when there is none.</param>
public sealed record JudgedAccount(string Account, string Tier, string Explained);

/// <summary>A share with its 95 % limits.</summary>
/// <param name="Hits">How many.</param>
/// <param name="Of">Of how many.</param>
/// <remarks>The limits are Wilson's 1927 score interval, which stays inside 0 to 1 and behaves at 0 hits.</remarks>
public readonly record struct Share(long Hits, long Of)
{
    private const double Z = 1.959963984540054;

    /// <summary>The share; 0 of 0 is 0.</summary>
    public double Value => Of == 0 ? 0 : (double)Hits / Of;

    /// <summary>Lower 95 % limit; 0 when there is nothing to count.</summary>
    public double Low => Limit(-1);

    /// <summary>Upper 95 % limit; 1 when there is nothing to count.</summary>
    public double High => Of == 0 ? 1 : Limit(+1);

    private double Limit(int sign)
    {
        if (Of == 0) return 0;
        var centre = Value + Z * Z / (2 * Of);
        var half = Z * Math.Sqrt(Value * (1 - Value) / Of + Z * Z / (4.0 * Of * Of));
        return Math.Clamp((centre + sign * half) / (1 + Z * Z / Of), 0, 1);
    }
}

/// <summary>How accounts of one role fared.</summary>
public sealed record RoleScore(string Role, bool Planted, bool Explained, Share Flagged, Share LabelledExplained)
{
    /// <summary>Flagged accounts per 1,000 of the role.</summary>
    public double PerThousand => 1000 * Flagged.Value;
}

/// <summary>A result at one tier against the truth.</summary>
/// <param name="Tier">Tiers counted as flagged: <c>named</c>, or <c>named+weak</c>.</param>
/// <param name="Recall">Planted accounts that were flagged.</param>
/// <param name="Precision">Flagged accounts, explained decoys apart, that were planted.</param>
/// <param name="FalsePerThousand">Flagged accounts per 1,000 that are neither planted nor truly co-acting by automation or affiliation.</param>
/// <param name="Roles">By role, by name.</param>
/// <param name="Crews">By crew, by name.</param>
public sealed record TierScore(
    string Tier, Share Recall, Share Precision, double FalsePerThousand, Share False, ImmutableArray<RoleScore> Roles, ImmutableArray<RoleScore> Crews)
{
    /// <summary>Share of the flagged accounts that should not have been: one minus precision.</summary>
    public double RealisedFdr => Precision.Of == 0 ? 0 : 1 - Precision.Value;
}

/// <summary>Scores a result against a known truth.</summary>
public static class Evaluation
{
    /// <summary>
    /// Decoys that truly co-act, by automation or affiliation: flagging them is right when the label says why. They count
    /// neither as found nor as false.
    /// </summary>
    private static readonly ImmutableArray<string> ExplainedRoles = [.. Decoy.All.Where(decoy => decoy.Explained).Select(decoy => decoy.Name)];

    /// <summary>Scores at <c>named</c> and at <c>named+weak</c>.</summary>
    /// <param name="judged">The result; accounts it does not mention were not flagged.</param>
    /// <param name="truth">Every account of the corpus once.</param>
    /// <exception cref="InputException">The result has an account that the truth does not know.</exception>
    public static ImmutableArray<TierScore> Score(IReadOnlyList<JudgedAccount> judged, IReadOnlyList<TrueAccount> truth)
    {
        var byAccount = new Dictionary<string, JudgedAccount>(StringComparer.Ordinal);
        foreach (var account in judged) byAccount[account.Account] = account;
        var known = truth.Select(t => t.Account).ToHashSet(StringComparer.Ordinal);
        if (byAccount.Keys.FirstOrDefault(account => !known.Contains(account)) is { } stranger)
            throw new InputException($"The result has the account \"{stranger}\", which the truth does not list. Both must come from the same posts.");

        return [At("named", "named"), At("named+weak", "named", "weak")];

        TierScore At(string name, params string[] tiers)
        {
            var rows = truth.Select(t => (Truth: t, Judged: byAccount.GetValueOrDefault(t.Account))).ToList();
            bool Flagged((TrueAccount Truth, JudgedAccount? Judged) row) => row.Judged is { } j && tiers.Contains(j.Tier);
            var planted = rows.Where(row => row.Truth.Role == Simulated.Planted).ToList();
            var innocent = rows.Where(row => row.Truth.Role != Simulated.Planted && !ExplainedRoles.Contains(row.Truth.Role)).ToList();
            var (found, wrong) = (planted.LongCount(Flagged), innocent.LongCount(Flagged));
            var falsely = new Share(wrong, innocent.Count);
            return new TierScore(
                name, new Share(found, planted.Count), new Share(found, found + wrong), 1000 * falsely.Value, falsely,
                [.. rows.GroupBy(row => row.Truth.Role).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Role(g.Key, g))],
                [.. planted.GroupBy(row => row.Truth.Crew).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Role(g.Key, g))]);

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
}
