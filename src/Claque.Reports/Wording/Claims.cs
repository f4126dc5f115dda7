using System.Collections.Immutable;
using Claque.Cases;
using Claque.Validation;

namespace Claque.Reports.Wording;

/// <summary>What is claimed of a group, as plain text: the same words in reports and in the workbench.</summary>
internal static class Claims
{
    /// <summary>The claim in one line.</summary>
    public static string Short(GroupView group, RunView run) =>
        $"{Amount.Of(group.Members.Length, "account", "accounts")}. Two or more of them at a time {Did(group, run)}: {Objects(group)}, median gap {Amount.Duration(group.MedianGapS)}.{Label(group)}";

    /// <summary>The claim with how dense the group is and when it acted.</summary>
    public static string Long(GroupView group, RunView run)
    {
        var possible = (long)group.Members.Length * (group.Members.Length - 1) / 2;
        return $"Of these {Amount.Of(group.Members.Length, "account", "accounts")}, two or more at a time {Did(group, run)}, on {Objects(group)} in all. "
            + $"{Amount.Of(group.PairCount, "pair", "pairs")} of them, of {Amount.Count(possible)} possible, did so on enough objects to be kept; half of these pairs have a median gap of {Amount.Duration(group.MedianGapS)} or less.";
    }

    /// <summary>What the group shows of coordination: what was measured, and no more than its tier bears.</summary>
    public static string Coordinated(GroupView group) =>
        group.Tier is not ("named" or "weak") ? "Coordinated: not shown. The posts below are real, but no error rate stands behind this group. A lead to check, not a finding."
        : IsOfTexts(group) ? "Coordinated: they published the same original texts, again and again, at whatever time. The posts below show it."
        : "Coordinated: they did the same thing at nearly the same time, again and again. The posts below show it.";

    /// <summary>True when a regular delay or a declared affiliation explains the group.</summary>
    public static bool IsExplained(GroupView group) => Says(group, GroupReadings.RegularDelayStart) || Says(group, Affiliations.SentenceStart);

    /// <summary>That a regular delay or a declared affiliation explains the group, where it does: a reader of the summary must not miss it.</summary>
    private static string Label(GroupView group) =>
        (Says(group, GroupReadings.RegularDelayStart) ? " Explained by a regular delay, as of feeds, schedulers and newsrooms." : "")
        + (Says(group, Affiliations.SentenceStart) ? " Explained by a declared affiliation." : "");

    /// <summary>True when only texts in common tie the group, whose times were not tested.</summary>
    private static bool IsOfTexts(GroupView group) => Behaviours(group).All(behaviour => behaviour == Words.CommonText);

    private static ImmutableArray<string> Behaviours(GroupView group) => group.Behaviours.IsDefaultOrEmpty ? [group.Behaviour] : group.Behaviours;

    private static bool Says(GroupView group, string start) => group.Readings.Any(reading => reading.StartsWith(start, StringComparison.Ordinal));

    private static string Objects(GroupView group)
    {
        var kinds = group.Behaviours.IsDefaultOrEmpty ? "" : Words.ObjectsOf(group.Behaviours);
        return Amount.Of(group.Objects, "object", "objects") + (kinds.Length > 0 ? $" ({kinds})" : "");
    }

    /// <summary>What they did together: on objects within a window, with texts on whichever day.</summary>
    private static string Did(GroupView group, RunView run)
    {
        const string texts = "published the same original text on whichever day";
        if (IsOfTexts(group)) return texts;
        var timed = Behaviours(group).Where(behaviour => behaviour != Words.CommonText);
        var window = Amount.DurationInWords(timed.Max(behaviour => Words.WidestWindowS(run, behaviour)));
        return $"acted on the same object within {window}{(group.Behaviours.Contains(Words.CommonText) ? $" or {texts}" : "")}";
    }
}
