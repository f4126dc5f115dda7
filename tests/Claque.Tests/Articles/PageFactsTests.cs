using Claque.Articles;
using Claque.Articles.Extraction;
using Claque.Articles.Provenance;

namespace Claque.Tests.Articles;

/// <summary>Title, byline, date and outlet of pages that state little of themselves.</summary>
public sealed class PageFactsTests
{
    private static readonly string Paragraphs = $"<p>{Pages.First}</p><p>{Pages.Second}</p><p>{Pages.Third}</p>";

    [Theory]
    [InlineData("Council closes the old ferry pier - Harbour News", "Harbour News")]
    [InlineData("Council closes the old ferry pier | Money | Ostrel Post", "Ostrel Post")]
    [InlineData("Council closes the old ferry pier : 4 May 2024 : Ostrel Post", "Ostrel Post")]
    [InlineData("Ostrel Post: Council closes the old ferry pier", "Ostrel Post")]
    public void The_rest_of_a_title_names_the_outlet_by_inference_only(string title, string outlet)
    {
        var article = Read(title, "<h1>Council closes the old ferry pier</h1>" + Paragraphs);
        article.Outlet.ShouldBeNull();
        ArticleFacts.Of(article).Single(fact => fact.Kind == FactKind.Publisher).ShouldBe(new ArticleFact(FactKind.Publisher, outlet, false, "markup:title-rest", .65));
    }

    [Theory]
    [InlineData("Council closes the old ferry pier")]
    [InlineData("Council closes the old ferry pier - News")]
    [InlineData("Council closes the old ferry pier - 4 May 2024")]
    [InlineData("Mill sold in Velm - Harbour News")]
    public void A_title_without_a_site_in_it_names_no_outlet(string title) =>
        ArticleFacts.Of(Read(title, "<h1>Council closes the old ferry pier</h1>" + Paragraphs)).ShouldNotContain(fact => fact.Kind == FactKind.Publisher);

    [Fact]
    public void A_stated_outlet_leaves_none_to_infer_from_the_title() =>
        ArticleFacts.Of(HtmlPage.Read(Pages.Html, "page.html")).Where(fact => fact.Kind == FactKind.Publisher).ShouldNotContain(fact => fact.Rule == "markup:title-rest");

    [Fact]
    public void A_first_heading_that_names_a_section_is_not_the_title() =>
        Read("Council closes the old ferry pier", $"<h1>Harbour and market</h1><h2>Council closes the old ferry pier</h2>{Paragraphs}").Title.ShouldBe("Council closes the old ferry pier");

    [Theory]
    [InlineData("Ana Maru, Harbour News 8:42 a.m. May 4, 2024", "Ana Maru, Harbour News")]
    [InlineData("Ana Maru @anamaru", "Ana Maru")]
    [InlineData("Ana Maru —", "Ana Maru")]
    public void A_name_in_markup_ends_before_a_time_or_a_handle(string written, string name) =>
        Read("Pier", $"<span itemprop='author'>{written}</span>{Paragraphs}").Byline.ShouldBe(name);

    [Theory]
    [InlineData("By Ana Maru Saturday, May. 4, 2024")]
    [InlineData("By Ana Maru<br>Harbour Editor")]
    public void A_name_in_a_byline_ends_before_a_day_and_at_a_break(string line) =>
        Read("Council closes the old ferry pier", $"<h1>Council closes the old ferry pier</h1><div>{line}</div>{Paragraphs}").Byline.ShouldBe("Ana Maru");

    [Theory]
    [InlineData("Harbour News")]
    [InlineData("harbour.example")]
    public void An_author_who_is_the_outlet_is_nobodys_byline(string author)
    {
        var article = HtmlPage.Read($"<html><head><meta name='author' content='{author}'><meta property='og:site_name' content='Harbour News'></head><body>{Paragraphs}</body></html>", "facts.html");
        article.Byline.ShouldBeNull();
        article.Facts.ShouldContain(fact => fact.Kind == FactKind.Author && fact.Value == author);
    }

    [Theory]
    [InlineData("04.05.2024 13:36", "2024-05-04")]
    [InlineData("First posted: 08-13-10 05:18 PM", "2010-08-13")]
    [InlineData("27/10/2012 18:27", "2012-10-27")]
    [InlineData("2012年12月10日 10:41", "2012-12-10")]
    [InlineData("3/4/2024 10:41", null)]
    [InlineData("更新时间 2012年12月10日, 10:41", null)]
    [InlineData("13.13.2024 10:41", null)]
    public void A_date_in_digits_is_read_where_it_can_be_one_day_only_and_is_no_change(string line, string? day)
    {
        var article = Read("Council closes the old ferry pier", $"<h1>Council closes the old ferry pier</h1><div>{line}</div>{Paragraphs}");
        article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(day);
    }

    private static Article Read(string title, string body) => HtmlPage.Read($"<html><head><title>{title}</title></head><body>{body}</body></html>", "facts.html");
}
