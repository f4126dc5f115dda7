using System.Collections.Immutable;
using Claque.Text;
using Claque.TextEvidence;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Leads;

/// <summary>
/// Finds circles of accounts of which every two come near the bar, though none, or not all, of their pairs reach it. One such pair is
/// chance: there are many. Three that close a triangle are rarely so.
/// </summary>
/// <remarks>
/// A pair near the bar has a p-value of at most t. With N accounts and T pairs tested by one kind of evidence, and S pairs that stand, a
/// pair is near the bar with chance x = t T / (N choose 2) or less, and chance closes (N choose 3) x³ + S (N - 2) x² triangles, were pairs
/// independent. t is set so that this comes to <see cref="ChanceTriangles"/>. Pairs that share an account are not independent,
/// so this is no error rate: what share of leads is innocent is measured (docs/evaluation.md).
/// </remarks>
public static class LeadCircles
{
    /// <summary>Triangles that chance would close in a corpus, were pairs independent.</summary>
    public const double ChanceTriangles = 1;

    private const double MostP = .05;

    /// <summary>The circles among accounts of which at least one does not stand by any evidence, largest first.</summary>
    /// <param name="validated">What the test of times says; null when none was made.</param>
    /// <param name="texts">What the test of texts says; null when none was made.</param>
    public static ImmutableArray<LeadCircle> Of(Validated? validated, TextVerdict? texts)
    {
        var standing = (validated?.Accounts.Where(account => account.Tier > Tier.Lead).Select(account => account.Account) ?? [])
            .Concat(texts?.Accounts.Where(account => account.Tier > Tier.Lead).Select(account => account.Account) ?? []).ToHashSet();
        var ties = Triangles(validated is null ? [] : Near(ByTimes(validated), validated.TestedAccounts, validated.Tests))
            .Concat(Triangles(texts is null ? [] : Near(ByTexts(texts), texts.TestedAccounts, texts.Tests)))
            .GroupBy(tie => (tie.A, tie.B)).OrderBy(same => same.Key)
            .Select(same => new LeadTie(same.Key.A, same.Key.B, same.Min(tie => tie.P), [.. same.SelectMany(tie => tie.Behaviours).Distinct().Order()], same.Any(tie => tie.Stands)))
            .ToList();
        if (ties.Count == 0) return [];
        var sets = new UnionFind(ties.Max(tie => tie.B) + 1);
        foreach (var tie in ties) sets.Union(tie.A, tie.B);
        return
        [
            .. ties.GroupBy(tie => sets.Find(tie.A))
                .Select(circle => (Ties: circle.ToImmutableArray(), Accounts: circle.SelectMany(tie => new[] { tie.A, tie.B }).Distinct().Order().ToImmutableArray()))
                .Where(circle => circle.Accounts.Any(account => !standing.Contains(account)))
                .OrderByDescending(circle => circle.Accounts.Length).ThenBy(circle => circle.Accounts[0])
                .Select((circle, i) => new LeadCircle(i + 1, circle.Accounts, [.. circle.Accounts.Where(account => !standing.Contains(account))], circle.Ties)),
        ];
    }

    private static IEnumerable<LeadTie> ByTimes(Validated validated) => validated.Pairs.Where(IsMoreThanTags).Select(pair => new LeadTie(
        pair.A, pair.B, pair.WeightedP, [.. (pair.Tier >= Tier.Weak ? pair.SeenIn : pair.Evidence.Select(evidence => evidence.Behaviour)).Order()], pair.Tier >= Tier.Weak));

    /// <summary>False for a pair near the bar by hashtags first of all: their times are compared on the clock, where a burst that everybody joins weighs.</summary>
    private static bool IsMoreThanTags(ValidatedPair pair) =>
        pair.Tier >= Tier.Weak || (!pair.Evidence.IsEmpty && pair.Evidence.MinBy(evidence => evidence.P)!.Behaviour != Behaviour.Hashtags);

    private static IEnumerable<LeadTie> ByTexts(TextVerdict texts) =>
        texts.Pairs.Select(pair => new LeadTie(pair.A, pair.B, pair.P, [Behaviour.CommonText], pair.Tier >= Tier.Weak));

    /// <summary>The pairs that stand, and those near the bar.</summary>
    private static List<LeadTie> Near(IEnumerable<LeadTie> pairs, int accounts, double tests)
    {
        var all = pairs.ToList();
        var bar = Bar(accounts, tests, all.Count(tie => tie.Stands));
        return [.. all.Where(tie => tie.Stands || tie.P <= bar)];
    }

    /// <summary>The largest p-value of a pair near the bar; at most 0.05.</summary>
    internal static double Bar(int accounts, double tests, int standing)
    {
        if (accounts < 3 || tests <= 0) return 0;
        var (n, low, high) = ((double)accounts, 0.0, MostP);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            var x = Math.Min(1, middle * tests / (n * (n - 1) / 2));
            if (n * (n - 1) * (n - 2) / 6 * x * x * x + standing * (n - 2) * x * x <= ChanceTriangles) low = middle;
            else high = middle;
        }

        return low;
    }

    /// <summary>The ties that are part of a triangle of which not all three stand.</summary>
    private static List<LeadTie> Triangles(List<LeadTie> ties)
    {
        var of = ties.SelectMany(tie => new[] { (Account: tie.A, Other: tie.B, Tie: tie), (Account: tie.B, Other: tie.A, Tie: tie) })
            .GroupBy(one => one.Account).ToDictionary(one => one.Key, one => one.ToDictionary(each => each.Other, each => each.Tie));
        var closed = new HashSet<LeadTie>();
        foreach (var tie in ties.Where(tie => !tie.Stands))
        {
            foreach (var (third, toThird) in of[tie.A])
            {
                if (!of[tie.B].TryGetValue(third, out var other)) continue;
                closed.UnionWith([tie, toThird, other]);
            }
        }

        return [.. ties.Where(closed.Contains)];
    }
}
