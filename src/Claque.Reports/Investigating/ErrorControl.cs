using Claque.Leads;
using Claque.TextEvidence;
using Claque.Validation;

namespace Claque.Reports;

/// <summary>The sentences on error control that stand in every output.</summary>
public static class ErrorControl
{
    /// <summary>At which error rate accounts are named, how many tests that reckons with, how many may be false; by timing and by texts.</summary>
    public static string Sentence(Findings findings) => findings.Texts is { Abstained: "" } texts
        ? $"{Timing(findings.Validated)} Texts in common, tested by themselves at the same rate over {texts.Tests:N0} pairs: "
            + $"{texts.NamedAccounts:N0} accounts named, of which at most {texts.ExpectedFalseAccounts:0.##} are expected to be false."
        : Timing(findings.Validated);

    private static string Timing(Validated? validated) => validated switch
    {
        null => "Unvalidated: no error rate. No test was made; these pairs and groups may be chance.",
        { Tests: 0 } => "Timing: no pair of accounts had enough chances to act together to be tested, so nobody is named by it.",
        _ => $"Named by timing at a false-discovery rate of {validated.Alpha:P0} over {validated.Tests:N0} tested pairs and {validated.TestedAccounts:N0} accounts: "
            + $"{validated.NamedPairs:N0} pairs named, of which at most {validated.ExpectedFalsePairs:0.##} are expected to be false; "
            + $"{validated.NamedAccounts:N0} accounts named, of which at most {validated.ExpectedFalseAccounts:0.##} are expected to be false.",
    };

    /// <summary>What was tested, per behaviour, and what the test of texts set aside.</summary>
    public static IEnumerable<string> Details(Findings findings)
    {
        foreach (var sentence in findings.Texts is { } texts ? TextSentences.Summary(texts) : []) yield return sentence;
        if (findings.Validated is { RegularDelays: { IsEmpty: false } delays })
            yield return $"{delays.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Count():N0} accounts act at a constant distance from one another, "
                + $"further apart than any window (regular delay, as of feeds): {delays.Select(pair => (pair.A, pair.B)).Distinct().Count():N0} pairs. They are labelled, not named for it.";
        foreach (var sentence in Surfaced(findings)) yield return sentence;
        foreach (var behaviour in findings.Validated?.Behaviours ?? [])
        {
            if (behaviour.Windows.IsEmpty)
            {
                yield return behaviour.Refused.IsEmpty
                    ? $"{behaviour.Behaviour}: timing not tested, no two accounts have an object in common."
                    : $"{behaviour.Behaviour}: timing not tested, the clock of these posts is too coarse for every window.";
                continue;
            }

            var windows = string.Join(", ", behaviour.Windows.Select(window => Durations.Write(window)));
            yield return $"{behaviour.Behaviour}: {behaviour.Tests:N0} pairs tested{(behaviour.TestsCounted ? "" : " (upper bound)")} at {windows}; {Origin(behaviour)}.";
        }
    }

    /// <summary>How many are surfaced without being found, and where there is nothing to compare them with.</summary>
    private static IEnumerable<string> Surfaced(Findings findings)
    {
        var surfaced = SurfacedAccount.Of(findings);
        if (surfaced.Count(one => one.Tier == Tier.Lead) is > 0 and var leads)
            yield return $"{leads:N0} accounts are leads: of {findings.Leads.Length:N0} circles near the bar. No error rate, no finding, and not counted among the named.";
        if (surfaced.Count(one => one.Tier == Tier.AtPublication) is > 0 and var early)
            yield return $"{early:N0} accounts are surfaced as together at publication. It remains open whether they read very fast, are automated, or launch what they share; it is no finding, and they are not counted among the named.";
        foreach (var behaviour in findings.Validated?.Behaviours ?? [])
        {
            var company = findings.Validated!.SameMoments.Count(one => one.Behaviour == behaviour.Behaviour);
            if (company > 0 && 2 * company >= behaviour.MomentTests)
                yield return $"{behaviour.Behaviour}: {company:N0} of {behaviour.MomentTests:N0} accounts with enough sittings are together at publication. These posts hold no public to compare them with; who else shared the same things, and when these were published, would be needed to tell a launch from an audience.";
        }
    }

    private static string Origin(TestedBehaviour behaviour) =>
        behaviour.Behaviour == Tracing.Behaviour.Hashtags ? "times are compared within fixed cells of the clock"
        : behaviour.PublicationKnown ? "delays count from known publication times"
        : "delays count from the first share seen";
}
