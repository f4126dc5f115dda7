using System.Collections.Immutable;
using Claque.Grouping;
using Claque.TextEvidence;
using Claque.Tracing;

namespace Claque.Validation;

/// <summary>What a group may be besides a concerted operation, as sentences that stand beside it.</summary>
public static class GroupReadings
{
    /// <summary>The label of accounts whose acting together needs nothing but a regular delay.</summary>
    public const string RegularDelayLabel = "regular delay";

    /// <summary>What stands beside a group most of whose pairs keep a regular delay.</summary>
    public const string RegularDelaySentence =
        RegularDelayStart + "most of these accounts keep a delay of their own whatever the object, or a constant distance from one another, as feeds, schedulers and newsrooms do, and accounts that automatically pass on what another posts. Nothing needs to be arranged object by object.";

    /// <summary>How that sentence begins, in runs of every version.</summary>
    public const string RegularDelayStart = "Explained by a regular delay: ";

    /// <summary>The firmest tier of a pair inside the group; none where no test was made.</summary>
    public static Tier TierOf(Group group, Validated? validated, TextVerdict? texts) =>
        TimingInside(group, validated).Select(pair => pair.Tier).Concat(TextsInside(group, texts).Select(pair => pair.Tier)).DefaultIfEmpty(Tier.None).Max();

    /// <summary>The sentences: those that the acts suggest first, then those that always remain open.</summary>
    /// <param name="group">A group of the findings, over all behaviours or of one.</param>
    /// <param name="findings">What was found.</param>
    public static ImmutableArray<string> Of(Group group, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var (validated, texts) = (findings.Validated, findings.Texts);
        var pairs = TimingInside(group, validated).ToList();
        var seen = pairs.SelectMany(pair => pair.Evidence.Where(evidence => evidence.Seen)).ToList();
        var common = TextsInside(group, texts).ToList();
        var sentences = ImmutableArray.CreateBuilder<string>();
        if (findings.Options.Affiliations.MostOf(group, findings.Corpus) is { } most) sentences.Add(Affiliations.Sentence(most, group.Members.Length));
        if (pairs.Count > 0 && pairs.Count(pair => pair.IsExplained) * 2 >= pairs.Count)
            sentences.Add(RegularDelaySentence);
        if (Mostly(Readings.CommonTrigger))
            sentences.Add("A common trigger is possible: accounts outside the group acted at the same moments, so an app alert, a newsletter or a broadcast may have woken all of them.");
        if (Mostly(Readings.EarlyReaders))
            sentences.Add("Most joint acts fall into the first two minutes after publication: very fast readers, automation, or a launch by the accounts themselves.");
        sentences.AddRange(TextSentences.OtherReadings(common));
        if (seen.Count + common.Count > 0) sentences.Add(SeenIn(seen, common.Count > 0));

        sentences.Add("Not excluded by these data: accounts of one person, office or publisher that say so openly; a shared scheduling tool; a private alert that only these accounts receive.");
        return sentences.ToImmutable();

        static string SeenIn(List<PairEvidence> seen, bool texts)
        {
            var behaviours = seen.Select(evidence => evidence.Behaviour).Concat(texts ? [Behaviour.CommonText] : []).Distinct().Order().ToList();
            return behaviours.Count > 1
                ? $"Seen in {behaviours.Count} behaviours ({string.Join(", ", behaviours)}); text, similar-text and common-text rest on the same words and are not independent."
                : $"Seen in one behaviour only ({behaviours[0]}); no second, independent one agrees.";
        }

        bool Mostly(Readings reading) => seen.Count > 0 && seen.Count(evidence => evidence.Readings.HasFlag(reading)) * 2 >= seen.Count;
    }

    private static IEnumerable<ValidatedPair> TimingInside(Group group, Validated? validated)
    {
        var members = group.Members.Select(member => member.Account).ToHashSet();
        return validated?.Pairs.Where(pair => pair.Tier >= Tier.Weak && members.Contains(pair.A) && members.Contains(pair.B)) ?? [];
    }

    private static IEnumerable<TextPair> TextsInside(Group group, TextVerdict? texts)
    {
        if (!group.Behaviours.Contains(Behaviour.CommonText)) return [];
        var members = group.Members.Select(member => member.Account).ToHashSet();
        return texts?.Pairs.Where(pair => pair.Tier >= Tier.Weak && members.Contains(pair.A) && members.Contains(pair.B)) ?? [];
    }
}
