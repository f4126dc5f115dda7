using System.Net;
using System.Net.Sockets;
using System.Text;
using Claque.Articles;
using Claque.Articles.Extraction;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Articles;

public sealed class HtmlPageTests
{
    [Fact]
    public void The_main_text_of_a_page_is_its_paragraphs()
    {
        var article = HtmlPage.Read(Pages.Html, "pier.html");
        ArticleText.MainTextOf(article).ShouldBe($"{Pages.First}\n\n{Pages.Second}\n\n{Pages.Third}");
        (article.Title, article.Byline, article.Outlet).ShouldBe(("Council closes the old ferry pier", "Ana Maru", "Harbour News"));
        article.Published.ShouldBe(new DateTimeOffset(2024, 5, 3, 6, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_word_that_stands_where_nobody_is_named_is_no_author()
    {
        var article = HtmlPage.Read(Pages.Html.Replace("\"Ana Maru\"", "\"None\"", StringComparison.Ordinal).Replace("<p class=\"byline\">By Ana Maru</p>", "", StringComparison.Ordinal), "pier.html");
        article.Byline.ShouldBeNull();
        article.Facts.ShouldNotContain(fact => fact.Kind == FactKind.Author);
    }

    [Theory]
    [InlineData("Home", "site", "inside <nav>")]
    [InlineData("The pier at low tide.", "caption", "inside <figure>")]
    [InlineData("Fish prices rise for the third month in a row, says the market", "site", "inside <aside>")]
    [InlineData("By Ana Maru", "byline", "class or id \"byline\"")]
    [InlineData("Council closes the old ferry pier", "title", "the page's headline")]
    [InlineData("Share", "sharing", "class or id \"share-buttons\"")]
    public void What_is_not_the_article_is_kept_with_its_class_and_reason(string line, string kind, string reason)
    {
        var article = HtmlPage.Read(Pages.Html, "pier.html");
        var block = article.Blocks.Single(block => block.Span.In(article.Text).SequenceEqual(line));
        (block.Class.Word, block.Reason).ShouldBe((kind, reason));
    }

    [Fact]
    public void A_page_sends_nothing_and_runs_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var host = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var page = Pages.Html
            .Replace("<head>", $"<head><base href='{host}/'><link rel=stylesheet href='{host}/a.css'><link rel=import href='{host}/i.html'><script src='{host}/a.js'></script><meta http-equiv=refresh content='0;url={host}/r'>", StringComparison.Ordinal)
            .Replace("<body>", $"<body onload='document.title=1'><script>document.write('<p>{Pages.First} Written by a script.</p>')</script><img src='{host}/a.png' onerror='x()'><iframe src='{host}/f.html'></iframe><object data='{host}/o'></object><video src='{host}/v' autoplay></video><style>@import url({host}/s.css);</style>", StringComparison.Ordinal);
        var article = HtmlPage.Read(page, "pier.html");
        listener.Pending().ShouldBeFalse();
        article.Text.ShouldNotContain("Written by a script");
        ArticleText.BodyOf(article).Length.ShouldBe(3);
    }

    [Fact]
    public void A_million_nested_elements_keep_their_text()
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 1_000_000)) + Pages.First;
        var article = HtmlPage.Read(page, "deep.html");
        article.Text.ShouldContain(Pages.First);
        article.Notes.ShouldContain(note => note.Contains("nested deeper than", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<table>", "<b>x</b>", 100_000)]
    [InlineData("<table>", "<tr>x", 100_000)]
    [InlineData("", "<a href=\"x", 200_000)]
    [InlineData("", "<svg><!--", 200_000)]
    [InlineData("", "<", 500_000)]
    [InlineData("<font a=1><font a=2><font a=3><font a=4>", "<p>x", 100_000)]
    [InlineData("", "<b><p></b>", 50_000)]
    [InlineData("", "<script>", 200_000)]
    public void Markup_made_to_be_slow_is_read_in_time_that_grows_with_its_length(string before, string repeated, int times)
    {
        var builder = new StringBuilder(before);
        for (var i = 0; i < times; i++) builder.Append(repeated);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        HtmlPage.Read(builder.ToString(), "slow.html");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Any_tag_soup_gives_ordered_blocks_within_the_text()
    {
        var pieces = new[] { "<div>", "</div>", "<p>", "</p>", "<table>", "<td>", "</table>", "<b", "<!--", "-->", "<script>", "</script>", "\"", "'", ">", "<", "&amp;", "&#0;", "text, with words. ", "<li class=nav>", "<title>", "<h1>", "\uD800", "<svg>", "</body>", "<a href='", "<br>", "\n", "<body", "<select><option>" };
        var soups = Gen.ListOf(Gen.Elements(pieces)).Select(list => string.Concat(list)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithReplay(7, 11).WithMaxTest(300), Prop.ForAll(soups, soup =>
        {
            var article = HtmlPage.Read(soup, "soup.html");
            var end = 0;
            foreach (var block in article.Blocks)
            {
                block.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
                end = block.Span.End;
            }

            end.ShouldBeLessThanOrEqualTo(article.Text.Length);
        }));
    }

    [Fact]
    public void A_limit_that_cuts_a_page_says_so()
    {
        var article = HtmlPage.Read(Pages.Html, "pier.html", limits: new PageLimits { Characters = 600 });
        article.Notes.ShouldBe(["The page is longer than 600 characters; the rest was left out."]);
    }
}
