using Claque.Articles;
using Claque.Articles.Extraction;

namespace Claque.Tests.Articles;

/// <summary>Pages on which the names of elements say nothing, or the wrong thing.</summary>
public sealed class HardPageTests
{
    private const string Fourth = "A builder from Velm, whose offer was the lowest of four, is to take the piles out before the winter, and will store the old clock of the pier in a shed.";
    private static readonly string Article = $"{Pages.First}\n\n{Pages.Second}\n\n{Pages.Third}\n\n{Fourth}";

    [Fact]
    public void Comments_longer_than_the_article_are_known_by_their_heading() =>
        Text(Title + Paragraphs("p") + "<div class='x1'><h3>40 Comments</h3>" + Many(40, i => $"<div><b>reader{i}</b><p>I have lived here for {i} years, and, honestly, I never saw anything like it, although my neighbour, who knows everybody, says otherwise.</p></div>") + "</div>").ShouldBe(Article);

    [Fact]
    public void Teasers_with_more_text_than_the_article_do_not_follow_the_headline() =>
        Text("<div class='x1'>" + Many(25, i => $"<div><a href='/{i}'>The town sells its {i}th mill</a><p>After long talks the council, which had met {i} times, agreed on Monday to a price, high as it was, that nobody in the town had expected.</p></div>") + "</div><div class='x2'>" + Title + Paragraphs("p") + "</div>").ShouldBe(Article);

    [Theory]
    [InlineData("<form action='/x'>", "</form>")]
    [InlineData("<div class='page-with-sidebar modal'>", "</div>")]
    [InlineData("<div style='display:none'>", "</div>")]
    [InlineData("<div aria-hidden='true'>", "</div>")]
    public void What_holds_headline_and_text_is_the_article_whatever_its_name(string open, string close) =>
        Text($"{open}{Title}<div class='x3'>{Paragraphs("p")}</div>{close}<div class='x9'>{Consent}</div>").ShouldBe(Article);

    [Fact]
    public void A_text_in_several_boxes_is_read_whole() =>
        Text($"<div class='x1'>{Title}<div><div><p>{Pages.First}</p><p>{Pages.Second}</p></div></div><div><div><p>{Pages.Third}</p></div></div><div><div><p>{Fourth}</p></div></div></div>").ShouldBe(Article);

    [Theory]
    [InlineData("<div><div><p>", "</p></div></div>")]
    [InlineData("<div>", "</div>")]
    [InlineData("", "<br><br>")]
    public void A_paragraph_is_one_in_whatever_it_is_wrapped(string open, string close) =>
        Text($"{Title}<div class='x3'>{Paragraph(open, close)}</div>").ShouldBe(Article);

    [Fact]
    public void A_text_in_boxes_of_one_name_beside_each_other_is_read_whole() =>
        Text($"<main>{Title}<div class='part'><p>{Pages.First}</p><p>{Pages.Second}</p></div><div class='x8'>{Many(3, i => $"<a href='/{i}'>Mill number {i} sold in Velm after long talks</a>")}</div><div class='part'><p>{Pages.Third}</p><p>{Fourth}</p></div></main>").ShouldBe(Article);

    [Fact]
    public void The_next_article_on_a_page_is_another() =>
        Text($"<div><article>{Title}{Paragraphs("p")}</article><article><h2>Mill sold in Velm</h2>{Consent}</article></div>").ShouldBe(Article);

    [Fact]
    public void A_heading_over_other_articles_in_the_midst_does_not_end_the_text() =>
        Text($"<div>{Title}<p>{Pages.First}</p><p>{Pages.Second}</p><h4>Related</h4><ul><li><a href='/1'>Mill sold in Velm after long talks</a></li></ul><p>{Pages.Third}</p><p>{Fourth}</p></div>").ShouldBe(Article);

    [Fact]
    public void A_headline_in_other_words_than_the_pages_title_is_still_the_headline() =>
        Text("<div class='x3'>" + Title.Replace("Council closes the old ferry pier", "Council closes ferry pier for good", StringComparison.Ordinal) + Paragraphs("p") + $"</div><div class='x9'>{Consent}{Consent}</div>").ShouldBe(Article);

    [Theory]
    [InlineData("<div class='meta'>By Ana Maru | May 4, 2024</div>")]
    [InlineData("<div class='toolbar'><span>By Ana Maru</span></div><p class='x'>4 May 2024</p>")]
    public void A_byline_under_the_headline_is_one_in_whatever_box(string line)
    {
        var article = HtmlPage.Read($"<html><head><title>Council closes the old ferry pier</title></head><body><p class='x0'>By Cor Tann</p>{Title}{line}<div class='x3'>{Paragraphs("p")}</div></body></html>", "hard.html");
        (article.Byline, article.Published).ShouldBe(("Ana Maru", new DateTimeOffset(2024, 5, 4, 0, 0, 0, TimeSpan.Zero)));
        ArticleText.MainTextOf(article).ShouldBe(Article);
    }

    [Fact]
    public void An_article_under_a_headline_of_its_own_in_a_box_of_its_own_is_another() =>
        Text($"<main><div class='story'>{Title}{Paragraphs("p")}</div><div class='story'><h1>Mill sold in Velm after long talks</h1>{Consent}</div></main>").ShouldBe(Article);

    [Fact]
    public void A_first_heading_over_a_part_of_the_text_that_names_its_subject_begins_no_other_article() =>
        Text($"<div>{Title}<p>{Pages.First}</p><p>{Pages.Second}</p><div><h1>What comes after the ferry</h1><p>{Pages.Third}</p><p>{Fourth}</p><p>{Fifth}</p></div></div>")
            .ShouldBe($"{Pages.First}\n\n{Pages.Second}\n\nWhat comes after the ferry\n\n{Pages.Third}\n\n{Fourth}\n\n{Fifth}");

    [Fact]
    public void What_stands_beside_a_link_in_a_small_box_is_no_paragraph() =>
        Text($"<div>{Title}<p>{Pages.First}</p><p>{Pages.Second}</p><div><div><a href='/1'>Mill sold in Velm after long talks</a></div><div>The council had met nine times before it agreed to the price.</div></div><p>{Pages.Third}</p><p>{Fourth}</p></div>").ShouldBe(Article);

    [Fact]
    public void A_short_line_beside_a_picture_is_a_caption() =>
        Text($"<div>{Title}<p>{Pages.First}</p><p>{Pages.Second}</p><div><div><img src='p.jpg'></div><div>The old pier of Ostrel, seen from the southern bank of the river</div></div><p>{Pages.Third}</p><p>{Fourth}</p></div>").ShouldBe(Article);

    [Fact]
    public void A_page_without_boxes_is_read_from_its_headline_to_the_end_of_its_paragraphs() =>
        Text(Links(12) + Title + Paragraph("", "<br><br>") + Links(20) + "Write to the editor, or come to see us in the harbour on any day but Sunday.<br><br>" + Links(6)).ShouldBe(Article);

    [Fact]
    public void A_short_article_is_not_lost_beside_long_terms_of_use() =>
        Text($"<div class='x1'>{Title}{Paragraphs("p")}</div><div class='x9'>{string.Concat(Enumerable.Repeat(Consent, 10))}</div>").ShouldBe(Article);

    private const string Fifth = "The market keeps its place on the quay, but the stalls that stood on the pier itself will be built anew beside the customs house, said the council.";

    private static string Links(int many) => Many(many, i => $"<a href='/{i}'>Mill number {i} sold in Velm after talks</a><br><br>");

    private const string Title = "<h1>Council closes the old ferry pier</h1>";
    private static readonly string Consent = Many(4, i => $"<p>We and our partners, of which there are {i}, store and read information on a device, such as cookies, and process personal data, with your consent, which you may refuse.</p>");

    private static string Paragraphs(string tag) => Paragraph($"<{tag}>", $"</{tag}>");

    private static string Paragraph(string open, string close) => string.Concat(new[] { Pages.First, Pages.Second, Pages.Third, Fourth }.Select(text => open + text + close));

    private static string Many(int times, Func<int, string> one) => string.Concat(Enumerable.Range(2, times).Select(one));

    private static string Text(string body) =>
        ArticleText.MainTextOf(HtmlPage.Read($"<html><head><title>Council closes the old ferry pier - Harbour News</title></head><body><nav><a href='/'>Home</a></nav>{body}<footer>Harbour News</footer></body></html>", "hard.html"));
}
