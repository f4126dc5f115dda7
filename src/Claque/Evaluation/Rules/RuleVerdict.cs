using System.Collections.Immutable;
using Claque.Tracing;

namespace Claque.Evaluation.Rules;

/// <summary>A rule that says of accounts that they act in concert: one of the field's usual rules, to stand beside Claque's test.</summary>
public interface IAccusationRule
{
    /// <summary>What tables call it.</summary>
    string Name { get; }

    /// <summary>What it does, with its settings, in a sentence.</summary>
    string Description { get; }

    /// <summary>Applies the rule to the acts of a corpus.</summary>
    RuleVerdict Judge(Corpus corpus, CancellationToken stop = default);
}

/// <summary>What a rule says of a corpus.</summary>
/// <param name="Levels">What it accuses, at each nominal rate it knows; one level for a rule that states no rate.</param>
/// <param name="Scores">One per account, higher for more suspect; for comparisons whatever the threshold.</param>
public sealed record RuleVerdict(ImmutableArray<RuleLevel> Levels, ImmutableArray<double> Scores)
{
    /// <summary>Accused accounts that the rule labels as explained, by number.</summary>
    public ImmutableHashSet<int> ExplainedAccounts { get; init; } = [];

    /// <summary>Accused pairs that the rule labels as explained.</summary>
    public ImmutableHashSet<AccountPair> ExplainedPairs { get; init; } = [];

    /// <summary>A verdict at a single level, in which the accounts of the pairs are accused.</summary>
    internal static RuleVerdict Of(IEnumerable<AccountPair> pairs, double[] scores) => new([RuleLevel.Of(null, pairs)], [.. scores]);
}

/// <summary>What a rule accuses at one nominal rate.</summary>
/// <param name="Nominal">The false-discovery rate that it claims; null when it claims none.</param>
/// <param name="Pairs">Pairs accused, sorted.</param>
/// <param name="Accounts">Accounts accused, sorted.</param>
public sealed record RuleLevel(double? Nominal, ImmutableArray<AccountPair> Pairs, ImmutableArray<int> Accounts)
{
    /// <summary>The level at which the accounts of these pairs, and perhaps others, are accused.</summary>
    internal static RuleLevel Of(double? nominal, IEnumerable<AccountPair> pairs, IEnumerable<int>? others = null)
    {
        ImmutableArray<AccountPair> sorted = [.. pairs.Distinct().Order()];
        return new RuleLevel(nominal, sorted, [.. sorted.SelectMany(pair => new[] { pair.A, pair.B }).Concat(others ?? []).Distinct().Order()]);
    }
}

/// <summary>Two accounts by number, the smaller first.</summary>
public readonly record struct AccountPair : IComparable<AccountPair>
{
    /// <summary>Makes the pair, in either order.</summary>
    public AccountPair(int one, int other) => (A, B) = one < other ? (one, other) : (other, one);

    /// <summary>The smaller number.</summary>
    public int A { get; }

    /// <summary>The larger number.</summary>
    public int B { get; }

    /// <summary>By A, then B.</summary>
    public int CompareTo(AccountPair other) => A != other.A ? A.CompareTo(other.A) : B.CompareTo(other.B);
}

/// <summary>The field's usual rules, at the settings in which they are used.</summary>
public static class UsualRules
{
    /// <summary>CooRTweet's defaults, 60 s and two or ten objects, TF-IDF cosine, and the hypergeometric test.</summary>
    public static ImmutableArray<IAccusationRule> All { get; } =
        [new CoorTweetRule(), new WindowRule(TimeSpan.FromSeconds(60), 2), new WindowRule(TimeSpan.FromSeconds(60), 10), new CosineRule(), new HypergeometricRule()];
}
