using Claque.Articles;
using Claque.Articles.Extraction;
using Claque.Articles.Provenance;

namespace Claque.Tests.Articles;

public sealed class ArticleFactsTests
{
    [Theory]
    [InlineData("This article was originally published in the Ostrel Courier on 2 May 2024.", "the Ostrel Courier")]
    [InlineData("This piece first appeared on Coast Watch.", "Coast Watch")]
    [InlineData("Originally posted at harbour.example", "harbour.example")]
    [InlineData("Reprinted with permission from The Northern Mail.", "The Northern Mail")]
    [InlineData("Republished with permission of Coast Watch under a Creative Commons licence.", "Coast Watch")]
    [InlineData("The post Council closes pier appeared first on Harbour News.", "Harbour News")]
    [InlineData("Read the rest at Harbour News", "Harbour News")]
    [InlineData("h/t Coast Watch", "Coast Watch")]
    public void A_credit_names_where_the_text_was_first(string line, string expected)
    {
        var text = $"{Pages.First}\n{Pages.Second}\n{line}";
        var fact = ArticleFacts.Of(new Article { Id = "a", Text = text }).Single(fact => fact.Kind == FactKind.Credit);
        (fact.Value, fact.Stated).ShouldBe((expected, true));
        text[fact.Span!.Value.Start..fact.Span.Value.End].ShouldEndWith(expected);
    }

    [Theory]
    [InlineData("The study was originally published in the Journal of Piers, and the council read it with care in the winter.")]
    [InlineData("“This article was originally published in the Ostrel Courier,” the mayor said of the leaflet, and held it up for all to see.")]
    public void What_is_said_of_another_text_is_no_credit(string line) =>
        ArticleFacts.Of(new Article { Id = "a", Text = $"{Pages.First}\n{line}\n{Pages.Third}" }).ShouldNotContain(fact => fact.Kind == FactKind.Credit);

    [Theory]
    [InlineData("OSTREL (AP) — ", "AP")]
    [InlineData("NEW OSTREL, May 3 (UPI) — ", "UPI")]
    [InlineData("Dec 29 (Reuters) - ", "Reuters")]
    [InlineData("Ostrel (AFP) – ", "AFP")]
    public void A_dateline_with_an_agency_is_a_wire_credit(string dateline, string agency)
    {
        var fact = ArticleFacts.Of(new Article { Id = "a", Text = dateline + Pages.First }).Single(fact => fact.Kind == FactKind.Wire);
        (fact.Value, fact.Stated).ShouldBe((agency, true));
    }

    [Fact]
    public void A_bracket_that_is_no_agency_is_no_wire_credit() =>
        ArticleFacts.Of(new Article { Id = "a", Text = "OSTREL (Harbour News) — " + Pages.First }).ShouldNotContain(fact => fact.Kind == FactKind.Wire);

    [Fact]
    public void Speaking_of_another_outlet_as_of_ones_own_is_a_lead_and_only_inferred()
    {
        var text = $"{Pages.First}\nA clerk told the Guardian that the report had been ready for a year, and nobody had opened it.";
        var elsewhere = ArticleFacts.Of(new Article { Id = "a", Text = text, Url = "https://harbour.example/pier" }).Single(fact => fact.Kind == FactKind.SelfReference);
        (elsewhere.Value, elsewhere.Stated).ShouldBe(("Guardian", false));
        ArticleFacts.Of(new Article { Id = "a", Text = text, Url = "https://www.theguardian.com/pier" }).ShouldNotContain(fact => fact.Kind == FactKind.SelfReference);
        ArticleFacts.Of(new Article { Id = "a", Text = text }).ShouldNotContain(fact => fact.Kind == FactKind.SelfReference);
    }

    [Fact]
    public void Dates_in_the_text_bound_when_it_was_written()
    {
        var text = $"{Pages.First}\nThe pier was closed on 3 May 2024 for the first time. The council will meet again on 14 June 2024.\n{Pages.Third}";
        var facts = ArticleFacts.Of(new Article { Id = "a", Text = text });
        facts.Single(fact => fact.Kind == FactKind.NotBefore).Value.ShouldBe("2024-05-03");
        facts.Single(fact => fact.Kind == FactKind.NotAfter).Value.ShouldBe("2024-06-14");
        facts.Where(fact => fact.Kind is FactKind.NotBefore or FactKind.NotAfter).ShouldAllBe(fact => !fact.Stated);
    }

    [Fact]
    public void Who_is_not_named_stays_unnamed()
    {
        var facts = ArticleFacts.Of(new Article { Id = "a", Text = $"{Pages.First}\n{Pages.Second}" });
        facts.ShouldNotContain(fact => fact.Kind == FactKind.Author || fact.Kind == FactKind.Published || fact.Kind == FactKind.Publisher);
    }

    [Fact]
    public void A_host_is_an_inferred_publisher_never_a_stated_one()
    {
        var article = HtmlPage.Read($"<html><body><p>{Pages.First}</p></body></html>", "a", "https://www.harbour.example/pier");
        article.Outlet.ShouldBeNull();
        var fact = ArticleFacts.Of(article).Single(fact => fact.Kind == FactKind.Publisher);
        (fact.Value, fact.Stated).ShouldBe(("harbour.example", false));
    }

    [Theory]
    [InlineData("2024-05-03", "2024-05-03")]
    [InlineData("2024-05-03T08:00:00+02:00", "2024-05-03T06:00:00Z")]
    [InlineData("2024-05-03T23:30:00", "2024-05-03")]
    [InlineData("20240503T031500Z", "2024-05-03T03:15:00Z")]
    [InlineData("Fri, 03 May 2024 08:00:00 GMT", "2024-05-03T08:00:00Z")]
    [InlineData("3/5/2024", null)]
    public void A_time_is_known_as_finely_as_it_is_written(string written, string? expected) => PageTime.Of(written)?.ToString().ShouldBe(expected);
}
