using Claque.Articles;
using Claque.Articles.Lines;

namespace Claque.Tests.Articles;

public sealed class TextLinesTests
{
    [Theory]
    [InlineData("Home » World » Ostrel", "breadcrumb")]
    [InlineData("Harbour Council Votes To Close The Old Ferry Pier", "title")]
    [InlineData("Three members walked out before the vote was taken on Tuesday night", "standfirst")]
    [InlineData("By Ana Maru in OSTREL,", "byline")]
    [InlineData("3 May 2024", "date")]
    [InlineData("The old ferry pier at Ostrel. (Photo: Harbour News)", "caption")]
    [InlineData(Pages.First, "body")]
    [InlineData("Mayor Bo Lin Opens New Fish Market Near The Harbour", "inserted_link")]
    [InlineData(Pages.Second, "body")]
    [InlineData("Sign up for our newsletter and get the latest news delivered to your inbox.", "newsletter")]
    [InlineData("Related articles", "related")]
    [InlineData("Fish Prices Rise For Third Month", "related")]
    [InlineData("By Cor Tann", "related_byline")]
    [InlineData("Ana Maru is Harbour News's correspondent in Ostrel.", "author_bio")]
    [InlineData("This article was originally published in the Ostrel Courier on 2 May 2024.", "credit")]
    [InlineData("Leave a comment", "comment")]
    [InlineData("Great article, thanks for the report! I always knew it.", "comment")]
    public void Each_line_of_a_saved_text_is_what_a_reader_takes_it_for(string line, string expected)
    {
        var blocks = TextLines.Classify(Pages.Text);
        blocks.Single(block => block.Span.In(Pages.Text).SequenceEqual(line)).Class.Word.ShouldBe(expected);
    }

    [Fact]
    public void No_character_of_a_text_that_is_not_blank_is_left_without_a_class()
    {
        var covered = new bool[Pages.Text.Length];
        foreach (var block in TextLines.Classify(Pages.Text))
            for (var i = block.Span.Start; i < block.Span.End; i++) covered[i] = true;
        Enumerable.Range(0, covered.Length).Where(i => !covered[i] && !char.IsWhiteSpace(Pages.Text[i])).ShouldBeEmpty();
    }

    [Fact]
    public void The_body_is_the_paragraphs_and_nothing_else()
    {
        var article = new Article { Id = "a", Text = Pages.Text };
        ArticleText.BodyOf(article).Select(span => span.In(Pages.Text).ToString()).ShouldBe([Pages.First, Pages.Second, Pages.Third]);
    }

    [Fact]
    public void A_dateline_is_kept_apart_from_its_paragraph()
    {
        var text = $"OSTREL, May 3 (AP) — {Pages.First}\n{Pages.Second}";
        var blocks = TextLines.Classify(text);
        blocks[0].Class.ShouldBe(BlockClass.Dateline);
        blocks[0].Span.In(text).ToString().ShouldBe("OSTREL, May 3 (AP) —");
        blocks[1].Span.In(text).ToString().ShouldBe(Pages.First);
    }

    [Fact]
    public void A_plain_text_without_any_site_stays_whole()
    {
        var text = $"{Pages.First}\n\n{Pages.Second}\n\n{Pages.Third}";
        TextLines.Classify(text).ShouldAllBe(block => block.Class == BlockClass.Body);
        TextLines.Classify("").ShouldBeEmpty();
    }

    [Fact]
    public void A_line_on_three_different_pages_of_one_host_is_the_sites()
    {
        const string promise = "Harbour News has told the story of this coast since the first boat left it, and will go on telling it.";
        var articles = new[] { "fish", "storm", "market" }.Select(word => new Article
        {
            Id = word,
            Url = $"https://harbour.example/{word}",
            Text = $"{Pages.First.Replace("pier", word, StringComparison.Ordinal)}\nA {word} was all that anybody in the town spoke of for the whole of the week, and then of nothing else.\n{promise}",
        }).ToList();
        SiteTemplates.Learn(articles).ShouldAllBe(article => article.Blocks.Single(block => article.Text.Substring(block.Span.Start, block.Span.Length) == promise).Class == BlockClass.Template);
        SiteTemplates.Learn(articles.Take(2).ToList()).ShouldAllBe(article => ArticleText.BodyOf(article).Length == 3);
    }

    [Fact]
    public void Three_copies_of_one_article_on_a_host_teach_no_template()
    {
        var articles = Enumerable.Range(1, 3).Select(i => new Article { Id = $"{i}", Url = $"https://harbour.example/{i}", Text = $"{Pages.First}\n{Pages.Second}\n{Pages.Third}" }).ToList();
        SiteTemplates.Learn(articles).ShouldAllBe(article => ArticleText.BodyOf(article).Length == 3);
    }
}
