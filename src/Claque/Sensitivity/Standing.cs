using System.Collections.Immutable;
using Claque.TextEvidence;
using Claque.Validation;

namespace Claque.Sensitivity;

/// <summary>Two accounts with the q-value of what ties them, by timing or by texts.</summary>
internal readonly record struct Tie(int A, int B, double Q, Tier Tier);

/// <summary>What ties accounts under one setting.</summary>
internal sealed record Standing(ImmutableArray<Tie> Ties)
{
    /// <summary>The pairs of both tests, texts compared with the error rates of these options.</summary>
    public static Standing Of(Validated? timing, TextVerdict? texts, DetectionOptions options)
    {
        var (alpha, weak) = options.Validation is { } test ? (test.Alpha, test.WeakAlpha) : (options.Texts?.Alpha ?? 0, options.Texts?.WeakAlpha ?? 0);
        Tier TierOf(double q) => q <= alpha ? Tier.Named : q <= weak ? Tier.Weak : Tier.None;

        var byTexts = texts?.Pairs.Select(pair => new Tie(pair.A, pair.B, pair.Q, TierOf(pair.Q))).ToList() ?? [];
        var core = byTexts.Where(tie => tie.Tier == Tier.Named).SelectMany(tie => new[] { tie.A, tie.B }).ToHashSet();
        var q = texts?.Accounts.ToDictionary(account => account.Account, account => account.Q) ?? [];
        var joined = texts?.Joined.SelectMany(join => join.Members.Where(core.Contains)
            .Select(member => new Tie(Math.Min(join.Account, member), Math.Max(join.Account, member), q[join.Account], TierOf(q[join.Account])))) ?? [];
        return new Standing([.. timing?.Pairs.Select(pair => new Tie(pair.A, pair.B, pair.Q, pair.Tier)) ?? [], .. byTexts, .. joined]);
    }
}
