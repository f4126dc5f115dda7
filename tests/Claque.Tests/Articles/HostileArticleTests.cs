using System.Diagnostics;
using Claque.Articles;
using Claque.Articles.Extraction;
using Claque.Articles.Provenance;
using Claque.Text;

namespace Claque.Tests.Articles;

/// <summary>Pages and records that are written to be hard, or in another script, are read like others or refused in words.</summary>
public sealed class HostileArticleTests
{
    private static readonly string Paragraphs = $"<p>{Pages.First}</p><p>{Pages.Second}</p><p>{Pages.Third}</p>";

    [Theory]
    [InlineData("٢٠٢٤-٠١-٣١", "2024-01-31")]
    [InlineData("٣١.٠١.٢٠٢٤", "2024-01-31")]
    [InlineData("३१ January २०२४", "2024-01-31")]
    [InlineData("۱۴۰۲-۱۱-۱۱", null)] // A year of another calendar is no year of this one.
    public void A_date_line_is_read_in_the_digits_of_any_script(string line, string? day)
    {
        var article = HtmlPage.Read($"<html><body><article><h1>Council closes the old ferry pier</h1><p>{line}</p>{Paragraphs}</article></body></html>", "page.html");
        ArticleFacts.Of(article).Where(fact => fact.Kind == FactKind.Published).Select(fact => fact.Value).FirstOrDefault().ShouldBe(day);
    }

    [Fact]
    public void A_date_that_a_text_speaks_of_is_read_in_the_digits_of_any_script() =>
        ArticleFacts.Of(Article("The pier was closed on ٤ May ٢٠٢٤. It was sold on March ٣, 2024.")).Single(fact => fact.Kind == FactKind.NotBefore).Value.ShouldBe("2024-03-03");

    [Fact]
    public void A_line_of_nothing_but_days_takes_time_by_its_length()
    {
        var watch = Stopwatch.StartNew();
        ArticleFacts.Of(Article(string.Concat(Enumerable.Repeat("January 1, 2024 ", 20_000))));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("""{"@type":"NewsArticle","headline":"Pier \ud83d closed","author":{"name":"Ana Maru"}}""", "Pier \uFFFD closed")]
    [InlineData("""{"\ud83d and some more of it":1,"@type":"NewsArticle","headline":"Pier closed"}""", "Pier closed")]
    [InlineData("""{"@type":["\ud83d","NewsArticle"],"headline":"Pier closed"}""", "Pier closed")]
    public void Half_a_surrogate_pair_in_what_a_page_says_of_itself_spoils_nothing_else(string json, string headline) =>
        HtmlPage.Read($"<html><head><script type=\"application/ld+json\">{json}</script></head><body>{Paragraphs}</body></html>", "page.html").Title.ShouldBe(headline);

    [Theory]
    [InlineData("""{"id":"1","title":"Pier \ud83d","text":"The pier is closed \ude00 now."}""")]
    [InlineData("""[{"id":"1","title":"Pier \ud83d","text":"The pier is closed \ude00 now.","\ud83d and some more of it":"x"}]""")]
    public void Half_a_surrogate_pair_in_a_record_becomes_the_replacement_sign(string json)
    {
        var article = ReadFile(json + "\n", ".jsonl");
        (article.Title, article.Text).ShouldBe(("Pier \uFFFD", "The pier is closed \uFFFD now."));
    }

    [Theory]
    [InlineData("PHA+VGhlIHBpZXIgaXMgY2xvc2VkLjwvcD4=")]
    [InlineData("PHA+VGhlIHBpZXIgaXMgY2xvc2VkLjwvcD4")]
    [InlineData("PHA+VGhlIHBpZXIgaXMgY2xvc2VkLjwvcD4====")]
    [InlineData("!PHA+VGhlIHBp ZXIgaXMg\r\nY2xvc2VkLjwvcD4=A")]
    public void A_saved_page_whose_code_is_faulty_is_read_as_far_as_it_goes(string code) =>
        ReadFile(Saved("multipart/related", code), ".mhtml").Text.ShouldBe("The pier is closed.");

    [Fact]
    public void A_saved_page_with_an_endless_word_in_its_header_takes_no_time()
    {
        var watch = Stopwatch.StartNew();
        ReadFile(Saved("multipart/" + new string('x', 200_000), "PHA+VGhlIHBpZXIgaXMgY2xvc2VkLjwvcD4="), ".mhtml").Text.ShouldBe("The pier is closed.");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("""{"a":"\ud83d\ude00"}""", """{"a":"\ud83d\ude00"}""")]
    [InlineData("""{"a":"\\ud83d"}""", """{"a":"\\ud83d"}""")]
    [InlineData("""{"a":"\\\ud83d"}""", """{"a":"\\\uFFFD"}""")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""", """{"a":"\uFFFD\ud83d\ude00"}""")]
    [InlineData("""{"a":"\ude00\ud83"}""", """{"a":"\uFFFD\ud83"}""")]
    [InlineData("""{"a":"\uD7FF\uE000"}""", """{"a":"\uD7FF\uE000"}""")]
    public void Only_halves_of_surrogate_pairs_are_replaced(string json, string replaced) => HalfPairs.Replaced(json).ShouldBe(replaced);

    private static string Saved(string type, string code) =>
        $"Snapshot-Content-Location: https://harbour.example/pier\r\nMIME-Version: 1.0\r\nContent-Type: {type}; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n{code}\r\n--b--\r\n";

    private static Article ReadFile(string content, string ending)
    {
        var path = Path.Combine(Path.GetTempPath(), $"claque-{Guid.NewGuid():N}{ending}");
        File.WriteAllText(path, content);
        try
        {
            return ArticleFiles.Read(path).Single();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Article Article(string text) => HtmlPage.Read($"<html><body><article><h1>Council closes the old ferry pier</h1><p>{text}</p></article></body></html>", "page.html");
}
