using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Claque.Cases;
using Claque.Validation;

namespace Claque.Tests.Reports;

/// <summary>What any reader, also one who cannot see or use a mouse, needs from the page.</summary>
public sealed partial class PageTests
{
    private static readonly IDocument Page = Parse(Invented.Model());

    [Fact]
    public void Headings_go_down_one_level_at_a_time()
    {
        foreach (var page in new[] { Page, Parse(Invented.Tested()), Parse(Empty()) })
        {
            var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToArray();
            levels[0].ShouldBe(1);
            levels.Count(level => level == 1).ShouldBe(1);
            levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
        }
    }

    [Fact]
    public void The_page_has_a_language_one_main_part_and_a_way_past_the_opening()
    {
        Page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        Page.QuerySelectorAll("main").Length.ShouldBe(1);
        Page.Body!.FirstElementChild!.ClassName.ShouldBe("skip");
        Page.QuerySelectorAll(".scroll").ShouldAllBe(region => region.HasAttribute("tabindex") && region.HasAttribute("aria-label"));
        Page.QuerySelectorAll("svg:not([aria-hidden])").ShouldAllBe(svg => svg.HasAttribute("aria-label") || svg.HasAttribute("aria-labelledby"));
        Page.QuerySelectorAll("th").ShouldAllBe(head => head.HasAttribute("scope"));
    }

    [Fact]
    public void Groups_and_exhibits_can_be_cited()
    {
        Page.GetElementById("group-2")!.QuerySelector("h3")!.TextContent.ShouldStartWith("Group 2");
        Page.GetElementById("exhibit-1-2")!.QuerySelector("h5 a")!.GetAttribute("href").ShouldBe("#exhibit-1-2");
        Page.GetElementById("exhibit-text-1-1").ShouldNotBeNull();
        Page.QuerySelectorAll(".findings a").Select(link => link.GetAttribute("href")).ShouldBe(["#group-1", "#group-2", "#group-3"]);
    }

    [Fact]
    public void The_summary_lists_groups_with_an_innocent_explanation_after_the_others()
    {
        var model = Invented.Tested();
        var explained = model.Groups[0] with { Group = model.Groups[0].Group with { Readings = [GroupReadings.RegularDelayStart + "as feeds do."] } };
        var summary = Parse(model with { Groups = model.Groups.SetItem(0, explained) }).GetElementById("summary")!.ParentElement!;
        summary.QuerySelectorAll("h3").Select(heading => string.Join(' ', heading.TextContent.Replace('\u00A0', ' ').Split(' ').Take(2))).ShouldBe(["2 groups", "1 group"]);
        summary.QuerySelectorAll("li").Select(item => item.GetAttribute("value")).ShouldBe(["2", "3", "1"]);
        var many = Parse(model with { Groups = [.. Enumerable.Repeat(explained, 20), model.Groups[1]] }).GetElementById("summary")!.ParentElement!;
        many.QuerySelector("li")!.GetAttribute("value").ShouldBe("2", "twenty feeds do not push out the one group that nothing explains");
    }

    [Fact]
    public void A_run_without_p_values_says_prominently_that_it_has_no_error_rate()
    {
        var banners = Page.QuerySelectorAll(".banner.warn strong");
        banners.Length.ShouldBe(2);
        banners.ShouldAllBe(banner => banner.TextContent == "Unvalidated: no error rate.");
        Page.QuerySelector("header .banner.warn").ShouldNotBeNull();
        Page.Body!.TextContent.ShouldNotContain("q-value");
    }

    [Fact]
    public void A_tested_run_shows_its_error_control_instead()
    {
        var page = Parse(Invented.Tested());
        page.QuerySelectorAll(".warn").ShouldBeEmpty();
        page.QuerySelector("header .banner")!.TextContent.ShouldContain("false-discovery rate of 1 %");
        page.QuerySelectorAll("#group-1 th").Select(head => head.TextContent).ShouldContain("q");
        page.QuerySelector("#further-1")!.TextContent.ShouldBe("Self-audit");
    }

    [Fact]
    public void Surfaced_accounts_stand_apart_from_the_groups_and_are_said_to_be_no_finding()
    {
        var model = Invented.Tested() with
        {
            Surfaced = [new(Invented.Account(11), "at_publication", null, ["reshare"], "In 12 of 14 sittings."), new(Invented.Account(12), "lead", 1, ["link"], "Circle 1, 4 accounts: near the bar with 3 of them.")],
        };
        var section = Parse(model).GetElementById("surfaced")!.Closest("section")!;
        section.QuerySelector("strong")!.TextContent.ShouldBe("Nobody in this section is found to act in concert.");
        section.QuerySelectorAll("tbody th").Select(head => head.TextContent).ShouldBe([Invented.Account(11).Label, Invented.Account(12).Label]);
        Parse(Invented.Tested()).GetElementById("surfaced").ShouldBeNull();
    }

    [Fact]
    public void A_tested_run_that_found_nothing_is_not_called_unvalidated()
    {
        var tested = Invented.Tested();
        Parse(tested with { Groups = [] }).QuerySelectorAll(".warn").ShouldBeEmpty();
        Parse(Invented.Model() with { Groups = [] }).QuerySelectorAll(".banner.warn").Length.ShouldBe(2);
    }

    [Fact]
    public void The_earlier_post_stands_first_and_the_gap_is_said_in_words()
    {
        var swapped = Page.GetElementById("exhibit-1-3")!;
        swapped.QuerySelector("h5 .sub")!.TextContent.ShouldBe("the same link, 12\u00A0seconds later");
        swapped.QuerySelectorAll(".when").Select(time => time.TextContent[..23]).ShouldBe(["2031-05-04 04:00:29 UTC", "2031-05-04 04:00:41 UTC"]);
        Page.GetElementById("exhibit-1-4")!.QuerySelector("h5 .sub")!.TextContent.ShouldBe("the same link, in the same minute");
    }

    [Fact]
    public void An_exhibit_names_file_and_line_of_both_posts() =>
        Page.GetElementById("exhibit-1-1")!.QuerySelectorAll(".from").Select(from => from.TextContent.Split("Post id")[0])
            .ShouldBe(["Source: veyra-may-week1.csv, line 1017", "Source: veyra-may-week1.csv, line 1034"]);

    [Fact]
    public void A_report_under_pseudonyms_leaves_out_ids_and_addresses_of_posts_and_says_so()
    {
        var page = Parse(Invented.Model() with { Pseudonymised = true });
        page.Body!.TextContent.ShouldNotContain("Post id");
        page.Body.TextContent.ShouldNotContain("x.example");
        page.Body.TextContent.ShouldContain("Accounts are shown under pseudonyms");
    }

    [Fact]
    public void A_case_without_groups_says_that_this_proves_little()
    {
        var page = Parse(Empty());
        page.GetElementById("summary")!.ParentElement!.TextContent.ShouldContain("No group was found. That is no proof that nobody coordinates");
    }

    [Fact]
    public void Every_number_left_out_is_said()
    {
        Page.GetElementById("summary")!.ParentElement!.TextContent.ShouldContain("5\u00A0groups of accounts met the thresholds; the 3 with the most evidence are shown");
        Page.GetElementById("group-1")!.TextContent.ShouldContain("The 12 strongest of 31 pairs");
        Page.GetElementById("group-1")!.TextContent.ShouldContain("4 of 142.");
        Page.GetElementById("data")!.ParentElement!.TextContent.ShouldContain("The import of jetstream-lorn.jsonl.gz was interrupted");
    }

    [Fact]
    public void Text_stands_out_from_its_ground_by_four_and_a_half_to_one_in_light_and_dark()
    {
        var css = Page.QuerySelector("style")!.TextContent;
        var colours = Pair().Matches(css).ToDictionary(match => match.Groups[1].Value, match => (Light: match.Groups[2].Value, Dark: match.Groups[3].Value));
        foreach (var (ink, ground) in new[] { ("ink", "paper"), ("ink", "panel"), ("soft", "paper"), ("soft", "panel"), ("link", "paper"), ("link", "panel"), ("ink", "mark"), ("warn", "paper"), ("warn", "panel"), ("ink", "warn-panel") })
        {
            Contrast(colours[ink].Light, colours[ground].Light).ShouldBeGreaterThanOrEqualTo(4.5, ink + " on " + ground);
            Contrast(colours[ink].Dark, colours[ground].Dark).ShouldBeGreaterThanOrEqualTo(4.5, ink + " on dark " + ground);
        }

        var series = Series().Matches(css).Select(match => match.Groups[1].Value).Append(colours["bar"].Light).ToArray();
        series.Length.ShouldBe(11);
        foreach (var colour in series[..10])
        {
            Contrast(colour, colours["paper"].Light).ShouldBeGreaterThanOrEqualTo(3, colour);
            Contrast(colour, colours["paper"].Dark).ShouldBeGreaterThanOrEqualTo(3, colour);
        }
    }

    private static ReportModel Empty() => new(
        Invented.Case with { Question = "" }, new CaseFigures(0, 0, null, null, [], [], [], []), [], Invented.Run with { Layers = [], Notes = [], OptionsJson = "" }, []);

    private static IDocument Parse(ReportModel model) => new HtmlParser().ParseDocument(ReportApprovalTests.Html(model));

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"\.c\d \{ --c: (#[0-9a-f]{6})")]
    private static partial Regex Series();
}
