using System.Collections.Immutable;
using System.Text;
using Claque.Cases;
using Claque.Reports.Exhibits;
using Claque.Statements;

namespace Claque.Tests.Reports;

/// <summary>Exhibits that are not posts: in both reports, whatever their texts hold, and under pseudonyms.</summary>
public sealed class FindingExhibitTests
{
    private static readonly Lazy<(string Text, string Html)[]> Pages = new(() => [.. Hostile.Texts.SelectMany(text => new[] { (text, WithoutRun(text)), (text, WithRun(text)) })]);

    [Fact]
    public void No_text_of_an_exhibit_adds_an_element_that_acts_or_a_link_out_of_the_page()
    {
        foreach (var written in Pages.Value)
        {
            var page = Hostile.ShouldDoNothing(written);
            page.QuerySelectorAll("h1").Length.ShouldBe(1);
            page.QuerySelectorAll($"#{FindingSectionId} article.exhibit, section[aria-labelledby={FindingSectionId}] article.exhibit").Length.ShouldBe(2);
        }
    }

    [Fact]
    public void No_control_or_direction_character_of_an_exhibit_reaches_the_page()
    {
        foreach (var written in Pages.Value) Hostile.ShouldHideNothing(written);
    }

    [Fact]
    public void A_report_without_exhibits_is_the_same_as_before_there_were_any()
    {
        var html = Written(output => HtmlReport.Write(Hostile.Model("plain"), Stamp, output));
        html.ShouldNotContain($"id=\"{FindingSectionId}\"");
        html.ShouldNotContain(".versions");
    }

    [Fact]
    public void Under_pseudonyms_bylines_and_named_holders_are_hashes_and_the_writer_and_quotations_stay()
    {
        var names = new ShownNames(new Pseudonyms("0123456789abcdef"u8), ["Ada Marrow", "Ada", "Marrow"]);
        names.Byline("Ada Marrow").ShouldStartWith("byline-");
        names.Holder("Harbour Union", SourceKind.NamedOrganisation).ShouldStartWith("source-");
        names.Holder("Ada Marrow", SourceKind.NamedPerson).ShouldBe(names.Byline("Ada Marrow"));
        names.Holder("the writer", SourceKind.Writer).ShouldBe("the writer");
        names.Holder("critics", SourceKind.AnonymousGroup).ShouldBe("critics");
        names.InSentence("credits Ada Marrow, not Adaline; ADA MARROW.").ShouldBe($"credits {names.Byline("Ada Marrow")}, not Adaline; {names.Byline("Ada Marrow")}.");
        new ShownNames(null, ["Ada Marrow"]).InSentence("credits Ada Marrow").ShouldBe("credits Ada Marrow");
    }

    private const string FindingSectionId = "findings";

    private static ReportStamp Stamp => new(new DateTimeOffset(2031, 6, 1, 0, 0, 0, TimeSpan.Zero), "1.0");

    private static string WithRun(string text) => Written(output => HtmlReport.Write(Hostile.Model(text) with { Exhibits = Exhibits(text), ExhibitsDismissed = 1 }, Stamp, output));

    private static string WithoutRun(string text) => Written(output => ArticleReport.Write(
        new ArticleReportModel(Hostile.Model(text).Case, Hostile.Model(text).Sources, Exhibits(text)) { Title = text, Introduction = [text], Dismissed = 2, Pseudonymised = true }, Stamp, output));

    private static ImmutableArray<FindingExhibit> Exhibits(string s) =>
    [
        new(FindingKind.Family, s, s,
        [
            new FactsBlock([("Name", s)]), new FamilyBlock([new(s, DateTimeOffset.UnixEpoch), new(s, null)], [s], [new(0, false, 1, true), new(0, true, 1, false)]),
            new ReportTable("Table", [new("A"), new(s, true)], [[s, s]]), new VersionsBlock([new(s, "kept " + s, false), new("", s, true)], 3),
        ]) { Comment = s },
        new(FindingKind.Claims, s, s, [new SidesBlock(s, [new(s, s, s)], []), new HoursBlock(s, [.. Enumerable.Range(0, 168)]), new Paragraph(s)]),
    ];

    private static string Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
