namespace Claque.Validation;

/// <summary>Which accounts act together for a reason that needs no arrangement object by object, or that is declared.</summary>
public static class Explanations
{
    /// <summary>
    /// The label of each account that has one: a regular delay in all its firmest pairs by timing, or, where it has none, towards an
    /// account that no window reaches, and in both cases only where texts do not tie it; a declared affiliation that all its partners share. Both, where both are so.
    /// </summary>
    public static IReadOnlyDictionary<int, string> Of(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var labels = new SortedDictionary<int, string>();
        var byTexts = findings.Texts?.Accounts.Where(account => account.Tier > Tier.None).Select(account => account.Account).ToHashSet() ?? [];
        foreach (var account in findings.Validated?.Accounts ?? [])
            if (account.IsExplained && !byTexts.Contains(account.Account)) labels[account.Account] = GroupReadings.RegularDelayLabel;
        var tiers = findings.Validated?.Accounts.ToDictionary(account => account.Account, account => account.Tier) ?? [];
        foreach (var account in findings.Validated?.RegularDelays.SelectMany(pair => new[] { pair.A, pair.B }) ?? [])
            if (tiers.GetValueOrDefault(account) < Tier.Weak && !byTexts.Contains(account)) labels[account] = GroupReadings.RegularDelayLabel;
        foreach (var (account, name) in Affiliated(findings))
            labels[account] = (labels.TryGetValue(account, out var label) ? label + "; " : "") + Affiliations.Label + name;
        return labels;
    }

    private static IEnumerable<(int Account, string Name)> Affiliated(Findings findings)
    {
        if (findings.Options.Affiliations.Count == 0) yield break;
        var partners = Ties(findings).SelectMany(tie => new[] { tie, (A: tie.B, B: tie.A) }).ToLookup(tie => tie.A, tie => tie.B);
        foreach (var account in partners)
            if (Of(account.Key) is { } name && account.All(partner => Of(partner) == name)) yield return (account.Key, name);

        string? Of(int account) => findings.Options.Affiliations.Of(findings.Corpus.Accounts[account]);
    }

    /// <summary>Two accounts that any evidence ties at some tier.</summary>
    private static IEnumerable<(int A, int B)> Ties(Findings findings) =>
        (findings.Validated?.Pairs.Where(pair => pair.Tier >= Tier.Weak).Select(pair => (pair.A, pair.B)) ?? [])
        .Concat(findings.Texts?.Pairs.Where(pair => pair.Tier >= Tier.Weak).Select(pair => (pair.A, pair.B)) ?? [])
        .Concat(findings.Texts?.Joined.Where(join => join.Tier >= Tier.Weak).SelectMany(join => join.Members.Select(member => (join.Account, member))) ?? []);
}
