using System.Text;
using System.Xml.Linq;
using Claque.Articles;
using Claque.Lineage;
using Claque.Reports.Lineage;

namespace Claque.Tests.Reports;

public sealed class LineageReportTests
{
    private static readonly string Body = string.Join(' ', Enumerable.Range(0, 12).Select(i =>
        $"Warden number {i} of the salt works in Carrowick counted {i * 7 + 3} barrows at the northern gate before the rain of that week washed out part {i} of the causeway."));

    private static readonly Lazy<(string Text, string Html)[]> Pages = new(() => [.. Hostile.Texts.Select(text => (text, Html(text)))]);

    [Fact]
    public void No_text_of_an_article_adds_an_element_or_a_link_to_the_page()
    {
        foreach (var written in Pages.Value)
        {
            var page = Hostile.ShouldDoNothing(written);
            page.QuerySelectorAll("h1").Length.ShouldBe(1);
        }
    }

    [Fact]
    public void No_control_or_direction_character_of_an_article_reaches_the_page()
    {
        foreach (var written in Pages.Value) Hostile.ShouldHideNothing(written);
    }

    [Fact]
    public void The_graph_is_well_formed_whatever_the_articles_hold()
    {
        foreach (var text in Hostile.Texts)
        {
            using var output = new MemoryStream();
            LineageExport.WriteGraphml(Lineages(text), output);
            output.Position = 0;
            XDocument.Load(output).Root!.Name.LocalName.ShouldBe("graphml");
        }
    }

    [Fact]
    public void The_page_names_the_earliest_seen_and_shows_each_edit() =>
        Html("plain").ShouldSatisfyAllConditions(
            html => html.ShouldContain("The origin may be an article that is not here."),
            html => html.ShouldContain("headline changed"),
            html => html.ShouldContain("<del>"),
            html => html.ShouldContain("What pages and texts say of their origin"),
            html => html.ShouldContain("2031-05-01 08:00:00 UTC"));

    private static string Html(string text)
    {
        using var output = new MemoryStream();
        LineageReport.Write(Lineages(text), new LineageOptions(), new ReportStamp(new DateTimeOffset(2031, 6, 1, 0, 0, 0, TimeSpan.Zero), "1.0"), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static Lineages Lineages(string text) => FamilyMaking.Of(
    [
        new Article { Id = "a" + text, Title = "One " + text, Outlet = "Gazette " + text, Byline = text, Url = text, Text = Body + " " + text, Published = new(2031, 5, 1, 8, 0, 0, TimeSpan.Zero) },
        new Article { Id = "b" + text, Title = "Two " + text, Outlet = "Beacon " + text, Byline = "By " + text, Url = text, Text = text + " " + Body.Replace("barrows", "barrels " + text, StringComparison.Ordinal) + " (Originally published in Gazette " + text + ")", Published = new(2031, 5, 2, 8, 0, 0, TimeSpan.Zero) },
    ], new PassageOptions(), new LineageOptions());
}
