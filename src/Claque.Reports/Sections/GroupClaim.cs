using Claque.Cases;
using Claque.Reports.Markup;
using Claque.Reports.Wording;
using Claque.Validation;

namespace Claque.Reports.Sections;

/// <summary>What is claimed of a group, in one sentence and in a paragraph.</summary>
internal static class GroupClaim
{
    /// <summary>The claim in one line.</summary>
    public static Fragment Short(ReportGroup shown, RunView run)
    {
        var group = shown.Group;
        return Fragment.Of($"{Amount.Of(group.Members.Length, "account", "accounts")}. Two or more of them at a time {Did(group, run)}: {Objects(group)}, median gap {Amount.Duration(group.MedianGapS)}.{Label(group)}");
    }

    /// <summary>The claim with how dense the group is and when it acted.</summary>
    public static void Write(MarkupWriter page, ReportGroup shown, RunView run)
    {
        var group = shown.Group;
        var possible = (long)group.Members.Length * (group.Members.Length - 1) / 2;
        page.Add($"<p class=\"claim\">Of these {Amount.Of(group.Members.Length, "account", "accounts")}, two or more at a time {Did(group, run)}, on {Objects(group)} in all. ");
        page.Add($"{Amount.Of(group.PairCount, "pair", "pairs")} of them, of {Amount.Count(possible)} possible, did so on enough objects to be kept; half of these pairs have a median gap of {Amount.Duration(group.MedianGapS)} or less. ");
        page.Add($"The first of these posts is of {Amount.Time(group.FirstUs)}, the last of {Amount.Time(group.LastUs)}.</p>\n");
        if (Words.Tier(group.Tier) is { Length: > 0 } tier) page.Add($"<p>{tier}.</p>\n");
    }

    /// <summary>That a regular delay or a declared affiliation explains the group, where it does: a reader of the summary must not miss it.</summary>
    private static string Label(GroupView group) =>
        (Says(group, GroupReadings.RegularDelayStart) ? " Explained by a regular delay, as of feeds, schedulers and newsrooms." : "")
        + (Says(group, Affiliations.SentenceStart) ? " Explained by a declared affiliation." : "");

    private static bool Says(GroupView group, string start) => group.Readings.Any(reading => reading.StartsWith(start, StringComparison.Ordinal));

    private static string Objects(GroupView group)
    {
        var kinds = group.Behaviours.IsDefaultOrEmpty ? "" : Words.ObjectsOf(group.Behaviours);
        return Amount.Of(group.Objects, "object", "objects") + (kinds.Length > 0 ? $" ({kinds})" : "");
    }

    /// <summary>What they did together: on objects within a window, with texts on whichever day.</summary>
    private static string Did(GroupView group, RunView run)
    {
        var timed = group.Behaviours.IsDefaultOrEmpty ? [group.Behaviour] : group.Behaviours.Where(behaviour => behaviour != Words.CommonText).ToArray();
        const string texts = "published the same original text on whichever day";
        if (timed.Length == 0) return texts;
        var window = Amount.DurationInWords(timed.Max(behaviour => Words.WidestWindowS(run, behaviour)));
        return $"acted on the same object within {window}{(group.Behaviours.Contains(Words.CommonText) ? $" or {texts}" : "")}";
    }
}
