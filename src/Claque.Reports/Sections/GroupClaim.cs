using Claque.Cases;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>What is claimed of a group, in one sentence and in a paragraph.</summary>
internal static class GroupClaim
{
    /// <summary><c>8 accounts shared 6 links and texts within 60 s of one another; the typical gap is 11 s.</c></summary>
    public static Fragment Short(ReportGroup shown, RunView run)
    {
        var group = shown.Group;
        return Fragment.Of($"{Amount.Of(group.Members.Length, "account", "accounts")} acted on {Objects(group)} within {Window(group, run)} of one another; the median gap is {Amount.Duration(group.MedianGapS)}.");
    }

    /// <summary>The claim with how dense the group is and when it acted.</summary>
    public static void Write(MarkupWriter page, ReportGroup shown, RunView run)
    {
        var group = shown.Group;
        var possible = (long)group.Members.Length * (group.Members.Length - 1) / 2;
        page.Add($"<p class=\"claim\">These {Amount.Of(group.Members.Length, "account", "accounts")} acted on {Objects(group)} within {Window(group, run)} of one another. ");
        page.Add($"{Amount.Of(group.PairCount, "pair", "pairs")} of them, of {Amount.Count(possible)} possible, did so often enough to be kept; the median gap is {Amount.Duration(group.MedianGapS)}. ");
        page.Add($"The first of these posts is of {Amount.Time(group.FirstUs)}, the last of {Amount.Time(group.LastUs)}.</p>\n");
        if (Words.Tier(group.Tier) is { Length: > 0 } tier) page.Add($"<p>Standing: {tier}.</p>\n");
    }

    private static string Objects(GroupView group)
    {
        var kinds = group.Behaviours.IsDefaultOrEmpty ? "" : Words.ObjectsOf(group.Behaviours);
        return Amount.Of(group.Objects, "object", "objects") + " in common" + (kinds.Length > 0 ? $" ({kinds})" : "");
    }

    private static string Window(GroupView group, RunView run) =>
        Amount.DurationInWords(
            group.Behaviours.IsDefaultOrEmpty
                ? Words.WidestWindowS(run, group.Behaviour)
                : group.Behaviours.Max(behaviour => Words.WidestWindowS(run, behaviour)));
}
