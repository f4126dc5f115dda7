using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>The report in sentences, each group with a link.</summary>
internal static class SummarySection
{
    private const int MostGroups = 20;

    public static void Write(MarkupWriter page, ReportModel model)
    {
        page.Add($"<section aria-labelledby=\"summary\"><h2 id=\"summary\">Summary</h2>\n");
        page.Add($"<p>{Data(model)}</p>\n");
        var groups = model.GroupsOverAll.ToArray();
        if (groups.Length == 0)
        {
            page.Add($"<p>{(model.GroupsByBehaviour.Any() ? "No group was found over all behaviours; see the groups by behaviour." : "No group was found.")} That is no proof that nobody coordinates: it says that these posts, looked at in this way, do not show it.</p>\n");
            WriteDismissed(page, model);
            page.Add($"</section>\n");
            return;
        }

        var found = model.GroupsFound ?? groups.Length;
        page.Add($"<p>{Amount.Of(found, "group", "groups")} of accounts {(model.Unvalidated ? "met the thresholds" : "acted together")}{(found > groups.Length ? $"; the {Amount.Count(groups.Length)} with the most evidence are shown" : "")}. {(model.Unvalidated ? "Whether by chance was not tested." : "How often that would be chance stands in the box above.")}</p>\n");
        var shown = groups.OrderBy(group => Claims.IsExplained(group.Group)).Take(MostGroups).ToLookup(group => Claims.IsExplained(group.Group));
        if (shown.Contains(true)) WriteHeading(page, shown[false].Count(), "without an explanation at hand: check the other readings beside each");
        WriteList(page, model, shown[false]);
        if (shown.Contains(true)) WriteHeading(page, shown[true].Count(), "with an explanation at hand: automation, a newsroom, a declared affiliation");
        WriteList(page, model, shown[true]);
        if (groups.Length > MostGroups)
            page.Add($"<p>{Amount.Of(groups.Length - MostGroups, "further group follows", "further groups follow")} under <a href=\"#groups\">Groups</a>.</p>\n");
        WriteDismissed(page, model);
        page.Add($"</section>\n");
    }

    private static void WriteHeading(MarkupWriter page, int groups, string which)
    {
        if (groups > 0) page.Add($"<h3>{Amount.Of(groups, "group", "groups")} {which}</h3>\n");
    }

    private static void WriteList(MarkupWriter page, ReportModel model, IEnumerable<ReportGroup> groups)
    {
        if (!groups.Any()) return;
        page.Add($"<ol class=\"findings\">\n");
        foreach (var group in groups)
            page.Add($"<li value=\"{group.Group.Number}\"><a href=\"#{Anchor.Group(group.Group)}\">Group {Anchor.Key(group.Group)}</a>: {GroupClaim.Short(group, model.Run)}</li>\n");
        page.Add($"</ol>\n");
    }

    /// <summary>How many groups the investigator left out: a reader must know that somebody chose.</summary>
    private static void WriteDismissed(MarkupWriter page, ReportModel model)
    {
        if (model.GroupsDismissed > 0)
            page.Add($"<p>{Amount.Of(model.GroupsDismissed, "further group", "further groups")} of the run {(model.GroupsDismissed == 1 ? "was" : "were")} looked at and dismissed by the investigator, and {(model.GroupsDismissed == 1 ? "is" : "are")} left out here. The case keeps {(model.GroupsDismissed == 1 ? "it with its reason" : "them with their reasons")}.</p>\n");
    }

    private static Fragment Data(ReportModel model)
    {
        var figures = model.Figures;
        if (figures.Posts == 0 || figures.FirstUs is not { } first || figures.LastUs is not { } last)
            return Fragment.Of($"The case holds no posts.");
        return Fragment.Of($"The case holds {Amount.Of(figures.Posts, "post", "posts")} by {Amount.Of(figures.Accounts, "account", "accounts")}, from {Amount.Of(model.Sources.Count(source => source.PostsNew + source.PostsKnown > 0), "file", "files")}, published between {Amount.Day(first)} and {Amount.Day(last)} (UTC).");
    }
}
