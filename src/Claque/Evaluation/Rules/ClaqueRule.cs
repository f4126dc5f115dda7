using System.Collections.Immutable;

namespace Claque.Evaluation.Rules;

/// <summary>Which of Claque's tests are looked at.</summary>
public enum Evidence
{
    /// <summary>An account is accused when either test accuses it, each at the nominal rate by itself: what Claque reports.</summary>
    Either,

    /// <summary>The test of timing alone.</summary>
    Timing,

    /// <summary>The test of texts in common alone.</summary>
    Texts,

    /// <summary>Who is together at publication again and again: a lead that names nobody, without a stated rate.</summary>
    AtPublication,

    /// <summary>Who is one of a circle near the bar: a lead that names nobody, without a stated rate.</summary>
    Leads,
}

/// <summary>What Claque found, in the form in which the usual rules answer, so that all are scored by the same ruler.</summary>
public static class ClaqueRule
{
    /// <summary>The nominal false-discovery rates looked at: 1 % names, 5 % is weak, 10 % is shown for its realised rate only.</summary>
    public static ImmutableArray<double> Rates { get; } = [.01, .05, .10];

    /// <summary>What tables call it.</summary>
    public static string NameOf(Evidence evidence) => evidence switch
    {
        Evidence.Timing => "Claque, timing alone",
        Evidence.Texts => "Claque, texts alone",
        Evidence.AtPublication => "Claque, at publication (surfaced)",
        Evidence.Leads => "Claque, leads (surfaced)",
        _ => "Claque",
    };

    /// <summary>The verdict in findings of a detection with both tests.</summary>
    /// <remarks>
    /// A pair is accused at a rate when its q-value, the largest of its own and its accounts', is at most that. An account is accused with
    /// its pairs, or when it joins a group by texts. Its score is the smaller of its p-values.
    /// </remarks>
    public static RuleVerdict Of(Findings findings, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (evidence == Evidence.AtPublication) return AtPublication(findings);
        if (evidence == Evidence.Leads) return Leads(findings);
        var timing = evidence == Evidence.Texts ? null : findings.Validated;
        var texts = evidence == Evidence.Timing ? null : findings.Texts;
        var scores = new double[findings.Corpus.Accounts.Count];
        foreach (var account in timing?.Accounts ?? []) Raise(account.Account, account.P);
        foreach (var account in texts?.Accounts ?? []) Raise(account.Account, account.P);
        var joined = (texts?.Joined ?? []).Select(join => join.Account).ToHashSet();
        var joiners = (texts?.Accounts ?? []).Where(account => joined.Contains(account.Account)).ToList();
        var byTexts = (texts?.Accounts ?? []).Where(account => account.Tier > Validation.Tier.None).Select(account => account.Account).ToHashSet();
        return new RuleVerdict(
            [
                .. Rates.Select(rate => RuleLevel.Of(
                    rate,
                    (timing?.Pairs ?? []).Where(pair => pair.Q <= rate).Select(pair => new AccountPair(pair.A, pair.B))
                        .Concat((texts?.Pairs ?? []).Where(pair => pair.Q <= rate).Select(pair => new AccountPair(pair.A, pair.B))),
                    joiners.Where(account => account.Q <= rate).Select(account => account.Account))),
            ],
            [.. scores])
        {
            ExplainedAccounts = [.. (timing?.Accounts ?? []).Where(account => account.IsExplained && !byTexts.Contains(account.Account)).Select(account => account.Account)],
            ExplainedPairs = [.. (timing?.Pairs ?? []).Where(pair => pair.IsExplained).Select(pair => new AccountPair(pair.A, pair.B))],
        };

        void Raise(int account, double p) => scores[account] = Math.Max(scores[account], -Math.Log10(Math.Max(p, 1e-300)));
    }

    private static RuleVerdict AtPublication(Findings findings)
    {
        var scores = new double[findings.Corpus.Accounts.Count];
        var (pairs, moments) = (findings.Validated?.AtPublication ?? [], findings.Validated?.SameMoments ?? []);
        foreach (var (account, p) in pairs.SelectMany(pair => new[] { (pair.A, pair.P), (pair.B, pair.P) }).Concat(moments.Select(one => (one.Account, one.P))))
            scores[account] = Math.Max(scores[account], -Math.Log10(Math.Max(p, 1e-300)));
        return new RuleVerdict([RuleLevel.Of(null, pairs.Select(pair => new AccountPair(pair.A, pair.B)), moments.Select(one => one.Account))], [.. scores]);
    }

    /// <summary>Only the accounts that do not stand by themselves, and the pairs near the bar among them.</summary>
    private static RuleVerdict Leads(Findings findings)
    {
        var scores = new double[findings.Corpus.Accounts.Count];
        foreach (var account in findings.Leads.SelectMany(circle => circle.Leads)) scores[account] = 1;
        var pairs = findings.Leads.SelectMany(circle => circle.Ties).Where(tie => scores[tie.A] + scores[tie.B] == 2).Select(tie => new AccountPair(tie.A, tie.B));
        return new RuleVerdict([RuleLevel.Of(null, pairs, findings.Leads.SelectMany(circle => circle.Leads))], [.. scores]);
    }
}
