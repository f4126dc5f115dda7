using Claque.Cases;
using Claque.Reports.Charts;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>The synchronised timeline of a group: figure, legend, closest moments, and the same as a table.</summary>
internal static class TimelineSection
{
    private static readonly TimelineLimits Limits = new();

    public static void Write(MarkupWriter page, ReportGroup shown, RunView run)
    {
        if (shown.Timeline.IsEmpty) return;
        var (id, key) = (Anchor.Group(shown.Group), Anchor.Key(shown.Group));
        var figure = TimelineFigure.Of(shown, run, Limits);
        var title = $"Timeline of group {key}";
        page.Add($"<h4>Timeline<span class=\"vh\"> of group {key}</span></h4>\n");
        page.Add($"<figure>\n<figcaption>Each row is an account, each mark a post (UTC), each shape what was shared. A band stands behind posts of several accounts that follow one another within the window.{LeftOut(figure)}</figcaption>\n");
        page.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\">\n");
        TimelineChart.Write(page, figure, id + "-line", title);
        page.Add($"</div>\n");
        WriteLegend(page, figure);
        WriteTable(page, shown, figure, key);
        page.Add($"</figure>\n");
        WriteMoments(page, figure, key);
    }

    private static string LeftOut(TimelineFigure figure)
    {
        List<string> parts = [];
        if (figure.RowsLeftOut > 0) parts.Add(Amount.Of(figure.RowsLeftOut, "account is", "accounts are") + " left out");
        if (figure.ObjectsLeftOut > 0) parts.Add(Amount.Of(figure.ObjectsLeftOut, "object is", "objects are") + " left out, spread evenly over time");
        if (figure.Others.Length > 0) parts.Add(Amount.Of(figure.Others.Length, "other object is", "other objects are") + " drawn as grey strokes without bands");
        if (figure.PointsLeftOut > 0) parts.Add(Amount.Of(figure.PointsLeftOut, "post is", "posts are") + " not drawn (among them those of the accounts and objects left out)");
        return parts.Count == 0 ? "" : " To stay readable, " + Words.And(parts) + ".";
    }

    private static void WriteLegend(MarkupWriter page, TimelineFigure figure)
    {
        page.Add($"<ul class=\"legend\">\n");
        for (var place = 0; place < figure.Marked.Length; place++)
        {
            var item = figure.Marked[place];
            page.Add($"<li>{TimelineChart.Swatch(place)} <span><span class=\"kind\">{new Said(item.Object.Behaviour)}</span> {new Said(item.Object.Name, 90)}</span></li>\n");
        }

        if (figure.Others.Length > 0)
            page.Add($"<li>{TimelineChart.Swatch(Marks.Count)} <span>{Amount.Of(figure.Others.Length, "other object", "other objects")}</span></li>\n");
        page.Add($"</ul>\n");
    }

    private static void WriteMoments(MarkupWriter page, TimelineFigure figure, string key)
    {
        if (figure.Moments.IsEmpty) return;
        var moments = figure.Moments.Take(Limits.Moments).ToArray();
        var fullS = moments.Max(moment => (moment.LastUs - moment.FirstUs) / 1e6);
        page.Add($"<h4>Closest moments<span class=\"vh\"> of group {key}</span></h4>\n");
        page.Add($"<p>The moments with the most accounts, of {Amount.Count(figure.Moments.Length)}. Each strip starts at the first post and is {Amount.DurationInWords(fullS)} wide; each stroke is a post.</p>\n");
        Table.Write(
            page,
            $"Closest moments of group {key}",
            [new("First post"), new("Accounts", true), new("Posts", true), new("From first to last", true), new("Second by second"), new("Shared", Wide: true)],
            moments.Select(moment => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{Amount.Time(moment.FirstUs)}"),
                Fragment.Of($"{moment.Accounts}"),
                Fragment.Of($"{moment.Points.Length}"),
                Fragment.Of($"{Amount.Duration((moment.LastUs - moment.FirstUs) / 1e6)}"),
                MomentStrip.Of(moment, fullS),
                Fragment.Of($"{Words.Same(moment.Object.Behaviour)}: {new Said(moment.Object.Name, 120)}"),
            ]),
            underHeading: true);
    }

    private static void WriteTable(MarkupWriter page, ReportGroup shown, TimelineFigure figure, string key)
    {
        var places = figure.Marked.Select((item, place) => (item.Object, place)).ToDictionary(item => item.Object, item => item.place);
        var points = shown.Timeline.OrderBy(point => point.TimeUs).ThenBy(point => point.Account.Number)
            .ThenBy(point => point.Behaviour, StringComparer.Ordinal).ThenBy(point => point.ObjectName, StringComparer.Ordinal).ToArray();
        page.Add($"<details><summary>The same as a table ({Amount.Of(points.Length, "post", "posts")})</summary>\n");
        if (points.Length > Limits.TableRows)
            page.Add($"<p>The first {Amount.Count(Limits.TableRows)}; the export holds the rest.</p>\n");
        Table.Write(
            page,
            $"Posts on the timeline of group {key}",
            [new("Time"), new("Account"), new("Shape"), new("Shared", Wide: true)],
            points.Take(Limits.TableRows).Select(point => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{Amount.Time(point.TimeUs)}"),
                Fragment.Of($"{new Said(point.Account.Label, 80)}"),
                TimelineChart.Swatch(places.GetValueOrDefault(TimelineFigure.ObjectOf(point), Marks.Count)),
                Fragment.Of($"{Words.Same(point.Behaviour)}: {new Said(point.ObjectName, 90)}"),
            ]));
        page.Add($"</details>\n");
    }
}
