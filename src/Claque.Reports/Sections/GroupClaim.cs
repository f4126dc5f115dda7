using Claque.Cases;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>What is claimed of a group, in one sentence and in a paragraph.</summary>
internal static class GroupClaim
{
    /// <summary>The claim in one line.</summary>
    public static Fragment Short(ReportGroup shown, RunView run) => Fragment.Of($"{Claims.Short(shown.Group, run)}");

    /// <summary>The claim with how dense the group is and when it acted.</summary>
    public static void Write(MarkupWriter page, ReportGroup shown, RunView run)
    {
        var group = shown.Group;
        page.Add($"<p class=\"claim\">{Claims.Long(group, run)} ");
        page.Add($"The first of these posts is of {Amount.Time(group.FirstUs)}, the last of {Amount.Time(group.LastUs)}.</p>\n");
        if (Words.Tier(group.Tier) is { Length: > 0 } tier) page.Add($"<p>{tier}.</p>\n");
    }
}
