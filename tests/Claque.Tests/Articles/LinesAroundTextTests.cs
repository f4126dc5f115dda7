using Claque.Articles;
using Claque.Articles.Extraction;

namespace Claque.Tests.Articles;

/// <summary>Lines before, between and behind the paragraphs that their form gives away, whatever their box is called.</summary>
public sealed class LinesAroundTextTests
{
    private const string Head = "<html><head><title>Council closes the old ferry pier</title></head><body>";
    private const string Title = "<h1>Council closes the old ferry pier</h1>";
    private const string Remark = "I always knew that this pier would come down one day, and so did all of my neighbours in the harbour, but nobody would listen to any of us.";
    private static readonly string Article = string.Join("\n\n", Pages.First, Pages.Second, Pages.Third);
    private static readonly string Paragraphs = $"<p>{Pages.First}</p><p>{Pages.Second}</p><p>{Pages.Third}</p>";

    [Theory]
    [InlineData("In Velm")]
    [InlineData("A lire aussi")]
    public void A_link_behind_a_label_is_no_sentence_of_the_text(string label) =>
        Text($"<div>{Title}<p>{Pages.First}</p><p>{label}: <a href='/1'>Mill sold to a buyer from the north</a></p><p>{Pages.Second}</p><p>{Pages.Third}</p></div>").ShouldBe(Article);

    [Fact]
    public void A_last_line_that_begins_with_the_authors_name_says_who_that_is() =>
        Of($"<div>{Title}<p>By Ana Maru</p>{Paragraphs}<p>Ana Maru minds the harbour desk and keeps two boats of her own in Velm.</p></div>").ShouldBe((Article, BlockClass.AuthorBio));

    [Fact]
    public void What_the_author_asks_at_the_end_of_a_conversation_belongs_to_it() =>
        Text($"<div>{Title}<p>By Ana Maru</p>{Paragraphs}<p>Ana Maru: And what will become of the market once the pier is gone?</p></div>").ShouldEndWith("once the pier is gone?");

    [Fact]
    public void A_sentence_beside_a_picture_is_its_caption_where_paragraphs_are_of_another_kind() =>
        Text($"<div>{Title}<p>{Pages.First}</p><div><img src='pier.jpg'><div>The pier lay under water for most of last winter.</div></div><p>{Pages.Second}</p><p>{Pages.Third}</p></div>").ShouldBe(Article);

    [Fact]
    public void A_heading_as_long_as_a_sentence_before_the_text_sums_it_up() =>
        Of($"<div>{Title}<h2>Three members walked out before the vote was taken on Tuesday night in Ostrel</h2>{Paragraphs}</div>").ShouldBe((Article, BlockClass.Standfirst));

    [Fact]
    public void A_line_with_date_and_time_before_the_text_is_no_part_of_it_in_any_language()
    {
        var article = Read($"<div>{Title}<p>Poste d'Ostrel | 04.05.2024 à 13h36 | Par Ana Maru</p>{Paragraphs}</div>");
        ArticleText.MainTextOf(article).ShouldBe(Article);
        article.Published.ShouldBe(new DateTimeOffset(2024, 5, 4, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_date_with_a_time_right_above_the_headline_is_that_of_the_article() =>
        Read($"<p>Harbour desk May 4, 2024, 6:37 PM</p>{Title}{Paragraphs}").Published.ShouldBe(new DateTimeOffset(2024, 5, 4, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("<h3>15 » Comentarios ¿Quieres comentar?</h3>")]
    [InlineData("<div>10 réactions</div>")]
    public void Comments_under_a_count_of_them_may_be_longer_than_the_article(string heading) =>
        Text($"<div>{Title}{Paragraphs}{heading}{Many(12, i => $"<p>{i} {Remark}</p>")}</div>").ShouldBe(Article);

    [Fact]
    public void A_heading_of_comments_on_a_page_without_boxes_ends_the_text_and_hides_nothing_before_it() =>
        Text($"<a href='/'>Home</a><br><br>{Title}{Lines}<br><br>Leave a comment<br><br>{Remark}").ShouldBe(Article);

    [Fact]
    public void Short_lines_that_repeat_between_paragraphs_are_those_of_a_thread() =>
        Text($"{Title}{Lines}{Many(6, i => $"<br><br>Reader{i}<br><br>on May {i}, 3:2{i} PM<br><br>{i} {Remark}<br><br>Answer")}").ShouldBe(Article);

    [Fact]
    public void The_speakers_of_a_conversation_make_no_thread() =>
        Text($"{Title}{Lines}{Many(6, i => $"<br><br>Vant<br><br>{i} {Remark}<br><br>Maru<br><br>{i} {Pages.Third}")}").Length.ShouldBeGreaterThan(Article.Length + (12 * 130));

    private static readonly string Lines = string.Join("<br><br>", Pages.First, Pages.Second, Pages.Third);

    private static string Many(int count, Func<int, string> one) => string.Concat(Enumerable.Range(0, count).Select(one));

    private static Article Read(string body) => HtmlPage.Read(Head + body + "</body></html>", "around.html");

    private static string Text(string body) => ArticleText.MainTextOf(Read(body));

    /// <summary>The main text, and the class of the one line that is neither text nor title nor byline.</summary>
    private static (string Text, BlockClass Class) Of(string body)
    {
        var article = Read(body);
        return (ArticleText.MainTextOf(article), article.Blocks.Single(block => block.Class is not (BlockClass.Body or BlockClass.Title or BlockClass.Byline)).Class);
    }
}
