using System.Collections.Immutable;
using Claque.Text;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Leads;

/// <summary>An account that is worth a look and that nothing names.</summary>
/// <param name="Account">The account.</param>
/// <param name="Tier"><see cref="Tier.AtPublication"/> or <see cref="Tier.Lead"/>.</param>
/// <param name="Circle">Number of its circle; null at publication.</param>
/// <param name="Behaviours">Where it shows.</param>
/// <param name="Why">What was seen, in a sentence.</param>
public sealed record SurfacedAccount(int Account, Tier Tier, int? Circle, ImmutableArray<Behaviour> Behaviours, string Why)
{
    /// <summary>All of them: those at publication by account, then the leads by circle and account.</summary>
    public static ImmutableArray<SurfacedAccount> Of(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var byTexts = findings.Texts?.Accounts.Where(account => account.Tier >= Tier.Weak).Select(account => account.Account).ToHashSet() ?? [];
        var moments = findings.Validated?.SameMoments.ToLookup(one => one.Account);
        return
        [
            .. (findings.Validated?.Accounts ?? []).Where(account => account.Tier == Tier.AtPublication && !byTexts.Contains(account.Account))
                .Select(account => new SurfacedAccount(account.Account, Tier.AtPublication, null, account.Behaviours, WhyAtPublication(account, [.. moments![account.Account]]))),
            .. findings.Leads.SelectMany(circle => circle.Leads.Select(account => Lead(circle, account))),
        ];
    }

    private static string WhyAtPublication(ValidatedAccount account, ImmutableArray<MomentAccount> moments) => moments.IsEmpty
        ? $"With {Accounts(account.Partners)} in the first minutes after publication, again and again."
        : string.Join(" ", moments.Select(one =>
            $"{one.Behaviour}: in {one.Joint:N0} of {one.Sittings:N0} sittings somebody else shared the same, rarest object in the same moment; {one.Expected:0.#} would be expected at a rate far above the usual. {Accounts(one.Company.Length)} shared those moments with it."));

    private static SurfacedAccount Lead(LeadCircle circle, int account)
    {
        var own = circle.Ties.Where(tie => tie.A == account || tie.B == account).ToList();
        var standing = circle.Accounts.Length - circle.Leads.Length;
        return new SurfacedAccount(
            account, Tier.Lead, circle.Number, [.. own.SelectMany(tie => tie.Behaviours).Distinct().Order()],
            $"Circle {circle.Number}, {Accounts(circle.Accounts.Length)}{(standing == 0 ? "" : $", {standing:N0} of which stand by themselves")}: near the bar with {own.Count:N0} of them.");
    }

    private static string Accounts(int count) => Counted.Of(count, "account", "accounts");
}
