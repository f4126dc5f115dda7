using Claque.Cases;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>The groups: claim, figures, members, other readings, timeline, pairs, exhibits.</summary>
internal static class GroupSection
{
    private const int MostMembers = 100;

    public static void WriteAll(MarkupWriter page, ReportModel model)
    {
        page.Add($"<section aria-labelledby=\"groups\"><h2 id=\"groups\">Groups</h2>\n");
        var groups = model.GroupsOverAll.ToArray();
        if (groups.Length == 0) page.Add($"<p>The run found no group over all behaviours.</p>\n");
        foreach (var group in groups) Write(page, group, model);
        page.Add($"</section>\n");
    }

    public static void WriteByBehaviour(MarkupWriter page, ReportModel model)
    {
        page.Add($"<section aria-labelledby=\"by-behaviour\"><h2 id=\"by-behaviour\">Groups by behaviour</h2>\n");
        page.Add($"<p>The same accounts looked at one behaviour at a time. A group that appears under several behaviours rests on more than one kind of evidence.</p>\n");
        Table.Write(
            page,
            "Groups of single behaviours",
            [new("Group"), new("Behaviour"), new("Accounts", true), new("Pairs", true), new("Objects", true), new("Median gap", true), new("Shares members with")],
            model.GroupsByBehaviour.Select(shown => (IReadOnlyList<Fragment>)
            [
                HasDetail(shown)
                    ? Fragment.Of($"<a href=\"#{Anchor.Group(shown.Group)}\">{Anchor.Key(shown.Group)}</a>")
                    : Fragment.Of($"<span id=\"{Anchor.Group(shown.Group)}\">{Anchor.Key(shown.Group)}</span>"),
                Fragment.Of($"{new Said(shown.Group.Behaviour)}"),
                Fragment.Of($"{shown.Group.Members.Length}"),
                Fragment.Of($"{shown.Group.PairCount}"),
                Fragment.Of($"{shown.Group.Objects}"),
                Fragment.Of($"{Amount.Duration(shown.Group.MedianGapS)}"),
                Overlaps(shown.Group, model),
            ]));
        foreach (var shown in model.GroupsByBehaviour.Where(HasDetail)) Write(page, shown, model);
        page.Add($"</section>\n");
    }

    private static bool HasDetail(ReportGroup shown) => !(shown.Pairs.IsEmpty && shown.Exhibits.IsEmpty && shown.Timeline.IsEmpty);

    private static Fragment Overlaps(GroupView group, ReportModel model)
    {
        var members = group.Members.Select(member => member.Account.Number).ToHashSet();
        var links = model.GroupsOverAll
            .Select(other => (other.Group, Common: other.Group.Members.Count(member => members.Contains(member.Account.Number))))
            .Where(other => other.Common > 0)
            .Select(other => Fragment.Of($"<a href=\"#{Anchor.Group(other.Group)}\">group {Anchor.Key(other.Group)}</a> ({other.Common} of {group.Members.Length})"))
            .ToArray();
        return links.Length == 0 ? Fragment.Of($"no group over all behaviours") : Fragment.Join(", ", links);
    }

    private static void Write(MarkupWriter page, ReportGroup shown, ReportModel model)
    {
        var group = shown.Group;
        var (id, key) = (Anchor.Group(group), Anchor.Key(group));
        page.Add($"<section class=\"group\" id=\"{id}\" aria-labelledby=\"{id}-t\">\n<h3 id=\"{id}-t\"><a class=\"here\" href=\"#{id}\">Group {key}</a> <span class=\"sub\">{Amount.Of(group.Members.Length, "account", "accounts")}</span></h3>\n");
        GroupClaim.Write(page, shown, model.Run);
        WriteFigures(page, shown);
        WriteReadings(page, group, key);
        WriteMembers(page, group, key);
        TimelineSection.Write(page, shown, model.Run);
        WritePairs(page, shown, model, key);
        SensitivitySection.Write(page, shown, key);
        ExhibitSection.Write(page, shown, model.Pseudonymised);
        page.Add($"</section>\n");
    }

    private static void WriteFigures(MarkupWriter page, ReportGroup shown)
    {
        var group = shown.Group;
        var joint = group.Members.Sum(member => (long)member.JointPosts);
        var posts = group.Members.Sum(member => (long)member.Posts);
        page.Add($"<dl class=\"figures\">\n");
        Figure(Amount.Count(group.Members.Length), "accounts");
        Figure(Amount.Count(group.Objects), "objects in common");
        Figure(Amount.Duration(group.MedianGapS), "median gap of its pairs");
        Figure(Amount.Share(group.Density), "of possible pairs are tied");
        Figure($"{Amount.Count(joint)} of {Amount.Count(posts)}", $"of their posts are joint ({Amount.Share(posts == 0 ? 0 : (double)joint / posts)})");
        if (shown.Pairs.Where(pair => pair.Q is not null).Select(pair => pair.Q).Max() is { } q) Figure(Amount.Probability(q), "largest q-value of the pairs shown");
        page.Add($"</dl>\n");

        void Figure(string value, string what) => page.Add($"<div><dt>{what}</dt><dd>{value}</dd></div>\n");
    }

    private static void WriteReadings(MarkupWriter page, GroupView group, string key)
    {
        page.Add($"<div class=\"readings\"><h4>Other readings to rule out<span class=\"vh\"> for group {key}</span></h4>\n<ul>\n");
        foreach (var reading in group.Readings) page.Add($"<li>{reading}</li>\n");
        if (group.Readings.IsDefaultOrEmpty)
            page.Add($"<li>The run recorded none. The general ones stand under <a href=\"#limits\">Limits</a>.</li>\n");
        page.Add($"</ul></div>\n");
    }

    private static void WriteMembers(MarkupWriter page, GroupView group, string key)
    {
        page.Add($"<h4>Members<span class=\"vh\"> of group {key}</span></h4>\n");
        if (group.Members.Length > MostMembers)
            page.Add($"<p>The first {Amount.Count(MostMembers)} of {Amount.Count(group.Members.Length)}; the export holds all.</p>\n");
        Table.Write(
            page,
            $"Members of group {key}",
            [new("Account"), new("Name"), new("Tied to", true), new("Joint posts", true), new("All posts", true), new("Joint share", true)],
            group.Members.Take(MostMembers).Select(member => (IReadOnlyList<Fragment>)
            [
                Account(member.Account),
                member.Account.Name.Length > 0 ? Fragment.Of($"{new Said(member.Account.Name, 80)}") : Fragment.Of($"–"),
                Fragment.Of($"{member.Ties}"),
                Fragment.Of($"{member.JointPosts}"),
                Fragment.Of($"{member.Posts}"),
                Fragment.Of($"{Amount.Share(member.JointShare)}"),
            ]),
            underHeading: true);
    }

    private static void WritePairs(MarkupWriter page, ReportGroup shown, ReportModel model, string key)
    {
        if (shown.Pairs.IsEmpty) return;
        page.Add($"<h4>Pairs<span class=\"vh\"> of group {key}</span></h4>\n");
        if (shown.PairsTotal > shown.Pairs.Length)
            page.Add($"<p>The {Amount.Count(shown.Pairs.Length)} strongest of {Amount.Count(shown.PairsTotal)} pairs, counted per behaviour and window; the export holds all.</p>\n");
        List<Column> columns =
            [new("Accounts", Wide: true), new("Behaviour"), new("Window", true), new("Objects", true), new("Co-acts", true), new("Posts", true), new("Median gap", true), new("Mean gap", true), new("Who was first", true)];
        if (!model.Unvalidated) columns.AddRange([new("p", true), new("q", true), new("Tier")]);
        Table.Write(page, $"Pairs of group {key}", columns, shown.Pairs.Select(pair => PairRow(pair, !model.Unvalidated)), underHeading: true);
    }

    private static List<Fragment> PairRow(PairView pair, bool tested)
    {
        List<Fragment> row =
        [
            Fragment.Of($"{Account(pair.A)} <span class=\"amp\">and</span> {Account(pair.B)}"),
            Fragment.Of($"{new Said(pair.Behaviour)}"),
            Fragment.Of($"{Amount.Duration(pair.WindowS)}"),
            Fragment.Of($"{pair.Weight}"),
            Fragment.Of($"{pair.CoActs}"),
            Fragment.Of($"{pair.PostsA} / {pair.PostsB}"),
            Fragment.Of($"{Amount.Duration(pair.MedianGapS)}"),
            Fragment.Of($"{Amount.Duration(pair.MeanGapS)}"),
            Fragment.Of($"{pair.AFirst} / {pair.BFirst}"),
        ];
        if (tested) row.AddRange([Fragment.Of($"{Amount.Probability(pair.P)}"), Fragment.Of($"{Amount.Probability(pair.Q)}"), Fragment.Of($"{pair.Tier.Replace('_', ' ')}")]);
        return row;
    }

    private static Fragment Account(AccountView account) => Fragment.Of($"{new Said(account.Label, 80)}");
}
