using System.Collections.Immutable;
using System.Globalization;
using Claque.Cases;
using Claque.Reading;
using Claque.Reports.Charts;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>Where the posts come from, what could not be used, and what the clocks can tell.</summary>
internal static class DataSection
{
    private const int MostTallies = 15;
    private const int MostDays = 400;

    public static void Write(MarkupWriter page, ReportModel model)
    {
        page.Add($"<section aria-labelledby=\"data\"><h2 id=\"data\">The data and its gaps</h2>\n");
        page.Add($"<p>Only these posts were looked at. What the files do not hold (deleted posts, private accounts, other platforms, what the export left out) cannot show here.</p>\n");
        WriteSources(page, model);
        WriteGaps(page, model);
        WriteVolume(page, model.Figures);
        page.Add($"<div class=\"side\">\n");
        WriteTally(page, "Posts by language", "Language", model.Figures.Languages, model.Figures.Posts);
        WriteTally(page, "Posts by platform", "Platform", model.Figures.Platforms, model.Figures.Posts);
        WriteTally(page, "Posts by clock step", "Clock step", model.Figures.Precisions, model.Figures.Posts);
        page.Add($"</div>\n</section>\n");
    }

    private static void WriteSources(MarkupWriter page, ReportModel model)
    {
        Table.Write(
            page,
            "Imported files",
            [new("File"), new("Format"), new("Rows", true), new("New posts", true), new("Known", true), new("Rejected", true), new("First and last post"), new("Clock")],
            model.Sources.Select(source => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{new Said(source.FileName)}{(source.Complete ? "" : " (interrupted)")}"),
                Fragment.Of($"{new Said(source.Format)}"),
                .. ((long[])[source.RowsRead, source.PostsNew, source.PostsKnown, source.RowsRejected]).Select(count => source.HoldsArticles ? Fragment.Of($"–") : Fragment.Of($"{count}")),
                source.FirstUs is { } first && source.LastUs is { } last
                    ? Fragment.Of($"{Amount.Time(first)}<br>{Amount.Time(last)}")
                    : Fragment.Of($"no posts"),
                source.HoldsArticles ? Fragment.Of($"–") : Fragment.Of($"{Words.ClockStep(source.Precision)}"),
            ]));
        page.Add($"<details><summary>Hashes and column mapping of the files</summary>\n");
        foreach (var source in model.Sources)
            page.Add($"<p class=\"hash\">{new Said(source.FileName)}, {Amount.Bytes(source.Bytes)}<br>SHA-256 <code>{source.Sha256}</code><br>Columns: {(source.Mapping.Length > 0 ? source.Mapping : "as the format defines them")}</p>\n");
        page.Add($"</details>\n");
        var rejects = model.Sources.SelectMany(source => source.Rejects.Select(reject => (source, reject))).ToArray();
        if (rejects.Length == 0) return;
        Table.Write(
            page,
            "Rows that could not be used",
            [new("Reason"), new("Rows", true), new("File"), new("Example", Wide: true), new("Line", true)],
            rejects.Select(item => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{new Said(item.reject.Kind)}"),
                Fragment.Of($"{item.reject.Count}"),
                Fragment.Of($"{new Said(item.source.FileName)}"),
                Fragment.Of($"{new Said(item.reject.Example, 160)}"),
                Fragment.Of($"{item.reject.ExampleLine.ToString(CultureInfo.InvariantCulture)}"),
            ]));
    }

    private static void WriteGaps(MarkupWriter page, ReportModel model)
    {
        var gaps = Gaps(model).ToArray();
        if (gaps.Length == 0) return;
        page.Add($"<h3>Gaps</h3>\n<ul>\n");
        foreach (var gap in gaps) page.Add($"<li>{gap}</li>\n");
        page.Add($"</ul>\n");
    }

    private static IEnumerable<Fragment> Gaps(ReportModel model)
    {
        var rejected = model.Sources.Sum(source => source.RowsRejected);
        var read = model.Sources.Sum(source => source.RowsRead);
        if (rejected > 0) yield return Fragment.Of($"{Amount.Of(rejected, "row", "rows")} of {Amount.Count(read)} could not be used ({Amount.Share((double)rejected / Math.Max(1, read))}).");
        var known = model.Sources.Sum(source => source.PostsKnown);
        if (known > 0) yield return Fragment.Of($"{Amount.Of(known, "row repeats a post", "rows repeat posts")} that the case already had; each post counts once.");
        foreach (var source in model.Sources.Where(source => !source.Complete))
            yield return Fragment.Of($"The import of {new Said(source.FileName)} was interrupted: the rest of the file is missing from this report.");
        if (Coarse(model.Figures) is > 0 and var coarse)
            yield return Fragment.Of($"{Amount.Of(coarse, "post has", "posts have")} a clock that shows only whole minutes or less ({Amount.Share((double)coarse / Math.Max(1, model.Figures.Posts))}). Narrow windows cannot be used on them.");
        foreach (var layer in model.Run.Layers.Where(layer => layer.Refused.Length > 0))
            yield return Fragment.Of($"Window {Amount.Duration(layer.WindowS)} was not used for {Words.Objects(layer.Behaviour)}: {Sentence(layer.Refused)}");
        if (Volume.Of(model.Figures.PostsPerDay).EmptyDays is > 0 and var empty)
            yield return Fragment.Of($"{Amount.Of(empty, "day", "days")} between the first and the last post {(empty == 1 ? "has" : "have")} no post at all.");
    }

    private static long Coarse(CaseFigures figures) =>
        figures.Precisions.Where(tally => Enum.TryParse<TimePrecision>(tally.Name, ignoreCase: true, out var precision) && precision >= TimePrecision.Minute)
            .Sum(tally => tally.Count);

    private static void WriteVolume(MarkupWriter page, CaseFigures figures)
    {
        var volume = Volume.Of(figures.PostsPerDay);
        if (volume.Bars.IsEmpty) return;
        var title = volume.DaysPerBar == 1 ? "Posts per day (UTC)" : $"Posts per {volume.DaysPerBar} days (UTC)";
        page.Add($"<figure><figcaption>{title}</figcaption>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\">\n");
        VolumeChart.Write(page, volume, title);
        page.Add($"</div>\n<details><summary>The same as a table</summary>\n");
        Table.Write(
            page,
            "Posts by UTC day, days without posts left out",
            [new("Day"), new("Posts", true)],
            figures.PostsPerDay.Take(MostDays).Select(day => (IReadOnlyList<Fragment>)[Fragment.Of($"{Amount.Day(day.DayUs)}"), Fragment.Of($"{day.Posts}")]));
        if (figures.PostsPerDay.Length > MostDays) page.Add($"<p>{Amount.Of(figures.PostsPerDay.Length - MostDays, "later day is", "later days are")} left out of this table.</p>\n");
        page.Add($"</details></figure>\n");
    }

    private static void WriteTally(MarkupWriter page, string caption, string column, ImmutableArray<Tally> tallies, long posts)
    {
        if (tallies.IsDefaultOrEmpty) return;
        var rows = tallies.Take(MostTallies).Select(tally => (Name: tally.Name.Length > 0 ? tally.Name : "not given", tally.Count)).ToList();
        if (tallies.Length > MostTallies) rows.Add(($"{tallies.Length - MostTallies} others", tallies.Skip(MostTallies).Sum(tally => tally.Count)));
        Table.Write(
            page,
            caption,
            [new(column), new("Posts", true), new("Share", true)],
            rows.Select(row => (IReadOnlyList<Fragment>)
                [Fragment.Of($"{new Said(row.Name)}"), Fragment.Of($"{row.Count}"), Fragment.Of($"{Amount.Share((double)row.Count / Math.Max(1, posts))}")]));
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
