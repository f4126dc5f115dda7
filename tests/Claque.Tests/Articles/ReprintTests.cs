using Claque.Articles;
using Claque.Articles.Provenance;

namespace Claque.Tests.Articles;

/// <summary>A newspaper's article on another site, under another heading, as a reader saves it as plain text.</summary>
public sealed class ReprintTests
{
    private static readonly string Text = string.Join("\r\n\r\n",
    [
        "Home » World » Ostrel", "OSTREL REGIME DESTROYS HISTORIC PIER AND ROBS TWO HUNDRED FAMILIES", "Corrupt council ignores the people", "By Ana Maru, Ostrel Courier", "May 4, 2024",
        "The old ferry pier in better times. Photo: Ostrel Courier", Pages.First, "Mayor’s Secret Yacht: What They Do Not Tell You", Pages.Second, "READ MORE: Ten Lies Of The Ostrel Council", Pages.Third,
        "A clerk told the Guardian that the report had been ready for a year, and that nobody had opened it in all that time.", "Subscribe to our newsletter and never miss the truth",
        "Originally published at ostrelcourier.example", "Related Articles", "Fish Market Robbed By Council Men Again", "By Cor Tann", "Why The West Wants Your Harbour", "By Staff Writer",
        "Ana Maru is the Courier’s harbour correspondent.", "© 2024 Truth Harbour. All rights reserved.", "Leave a Reply", "Your email address will not be published.",
    ]) + "\r\n";

    private static readonly Article Reprint = new() { Id = "reprint", Text = Text };

    [Theory]
    [InlineData("Home » World » Ostrel", "breadcrumb")]
    [InlineData("OSTREL REGIME DESTROYS HISTORIC PIER AND ROBS TWO HUNDRED FAMILIES", "title")]
    [InlineData("Corrupt council ignores the people", "standfirst")]
    [InlineData("By Ana Maru, Ostrel Courier", "byline")]
    [InlineData("May 4, 2024", "date")]
    [InlineData("The old ferry pier in better times. Photo: Ostrel Courier", "caption")]
    [InlineData("Mayor’s Secret Yacht: What They Do Not Tell You", "inserted_link")]
    [InlineData("READ MORE: Ten Lies Of The Ostrel Council", "related")]
    [InlineData("Subscribe to our newsletter and never miss the truth", "newsletter")]
    [InlineData("Originally published at ostrelcourier.example", "credit")]
    [InlineData("Fish Market Robbed By Council Men Again", "related")]
    [InlineData("By Cor Tann", "related_byline")]
    [InlineData("Ana Maru is the Courier’s harbour correspondent.", "author_bio")]
    [InlineData("Leave a Reply", "comment")]
    public void Every_line_has_its_class(string line, string expected)
    {
        var block = ArticleText.BlocksOf(Reprint).Single(block => block.Span.In(Text).SequenceEqual(line));
        block.Class.Word.ShouldBe(expected);
    }

    [Fact]
    public void The_body_is_the_newspapers_paragraphs_in_the_file_as_it_stands() =>
        ArticleText.BodyOf(Reprint).Select(span => span.In(Text).ToString()).ShouldBe([Pages.First, Pages.Second, Pages.Third, "A clerk told the Guardian that the report had been ready for a year, and that nobody had opened it in all that time."]);

    [Fact]
    public void Its_author_date_credit_and_the_paper_that_it_speaks_for_are_facts_with_their_places()
    {
        var facts = ArticleFacts.Of(Reprint);
        facts.Single(fact => fact.Kind == FactKind.Author).Value.ShouldBe("Ana Maru");
        facts.Single(fact => fact.Kind == FactKind.Published).Value.ShouldBe("2024-05-04");
        facts.Single(fact => fact.Kind == FactKind.Credit).Value.ShouldBe("ostrelcourier.example");
        facts.Single(fact => fact.Kind == FactKind.Publisher).ShouldSatisfyAllConditions(fact => fact.Value.ShouldBe("Truth Harbour"), fact => fact.Stated.ShouldBeFalse());
        facts.Single(fact => fact.Kind == FactKind.SelfReference).ShouldSatisfyAllConditions(fact => fact.Value.ShouldBe("Guardian"), fact => fact.Stated.ShouldBeFalse());
    }
}
