using System.Collections.Immutable;

namespace Claque.TextEvidence;

/// <summary>What the test did and what it can mean, as plain sentences for a report.</summary>
public static class TextSentences
{
    /// <summary>What the test cannot tell.</summary>
    public static ImmutableArray<string> Limits { get; } =
    [
        "The test says that texts have one source, not who wrote them, on whose order, or that the accounts are not genuine.",
        "Pages with ready-made posts, newsletters and press releases give the same traces as a group that works from a list.",
        "A text behind a short link may be the headline of a page; such texts count for little, so newsrooms that share more than an agency are missed too.",
        "Texts that a good part of a crowd repeats, and texts repeated at unrelated times, are set aside: a large group that hides among them is missed.",
        "Paraphrases that change more than about a third of the words are not seen as one text.",
    ];

    /// <summary>What was read, set aside and tested, what was found, and at which rates independent people meet.</summary>
    public static ImmutableArray<string> Summary(TextVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return
        [
            $"Of {verdict.Intake.Posts:N0} posts, {verdict.Intake.Kept:N0} gave a text of at least {verdict.Options.MinWords} words of its author's own; "
                + $"{verdict.Intake.Reshares:N0} only pass on another post, {verdict.Intake.Short:N0} are shorter, {verdict.Intake.Quoted:N0} quote most of what they say.",
            .. verdict.Classes.Where(count => count.Texts > 0).Select(count => $"{count.Texts:N0} different texts ({count.Posts:N0} posts): {count.Class.Reason}."),
            $"Texts of more than {verdict.AccountsPerText:N0} accounts are not compared.",
            verdict.Abstained.Length > 0
                ? $"Nothing was tested. {verdict.Abstained}"
                : $"{verdict.Tests:N0} pairs of {verdict.TestedAccounts:N0} accounts were tested: all that have {verdict.Options.MinTexts} texts of their own, whatever they say.",
            $"{verdict.NamedPairs:N0} pairs and {verdict.NamedAccounts:N0} accounts are named at an error rate of {verdict.Options.Alpha:0.##%}: "
                + $"at most {verdict.ExpectedFalsePairs:0.##} of these pairs and {verdict.ExpectedFalseAccounts:0.##} of these accounts are expected to be there by chance.",
            $"Independent people are reckoned to publish the same text in {PerMillion(verdict.Options.BaseRate.Plain)} of a million pairs of texts without links and in "
                + $"{PerMillion(verdict.Options.BaseRate.Linked)} with links, and one text more with a chance of {verdict.Options.BaseRate.Further:0.##}."
                + (verdict.Tests == 0 ? "" : $" Among the accounts of this corpus that are not named it is {PerMillion(verdict.OwnPlain)} and {PerMillion(verdict.OwnLinked)}. Of the two reckonings the one that accuses less is taken."),
        ];
    }

    /// <summary>What the texts in common of some pairs may be besides concert, most specific first. No pairs, no sentences.</summary>
    public static ImmutableArray<string> OtherReadings(IReadOnlyCollection<TextPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count == 0) return [];
        var readings = ImmutableArray.CreateBuilder<string>();
        if (pairs.Count(pair => pair.AlwaysFirst is not null) is > 0 and var led)
            readings.Add($"In {led:N0} of {pairs.Count:N0} pairs with texts in common one account published every one of them first: the other may copy it without its knowledge.");
        if (Mostly(pair => pair.IsMostlyLinked)) readings.Add("Most of these posts have links: the texts may be headlines of the pages, or come from one feed.");
        if (Mostly(pair => pair.IsCircle)) readings.Add("A closed circle publishes most of these texts: a mailing list, a newsletter or one author may be behind them.");
        readings.Add("Texts in common may have a common source that these posts do not show: a press release, a template, a petition, a saying.");
        return readings.ToImmutable();

        bool Mostly(Func<TextPair, bool> holds) => 2 * pairs.Count(holds) >= pairs.Count;
    }

    private static string PerMillion(double rate) => (rate * 1e6).ToString("0.##");
}
