using System.Text.Json;

namespace Claque.Tests.Cli;

public sealed class ExtractTests
{
    private const string First = "The harbour council of Ostrel voted on Tuesday to close the old ferry pier, after a report found that its piles had rotted through.";
    private const string Second = "The ferry company moved its boats to the southern quay two years ago, and a spokesman said that it would not appeal against the vote.";

    private const string Page = $"""
        <html><head><link rel="canonical" href="https://harbour.example/pier"><meta property="og:site_name" content="Harbour News"></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Council closes the pier</h1><p>By Ana Maru</p><p>{First}</p><p>{Second}</p></article></body></html>
        """;

    [Fact]
    public void A_page_becomes_json_whose_spans_point_into_its_text()
    {
        using var desk = new Desk();
        using var json = JsonDocument.Parse(desk.Done("extract", desk.Write("pier.html", Page), "--json", "-"));
        var page = json.RootElement[0];
        page.GetProperty("title").GetString().ShouldBe("Council closes the pier");
        page.GetProperty("outlet").GetString().ShouldBe("Harbour News");
        page.GetProperty("body").GetString().ShouldBe($"{First}\n\n{Second}");
        var text = page.GetProperty("text").GetString()!;
        page.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("class").GetString() == "body")
            .Select(block => text[block.GetProperty("start").GetInt32()..block.GetProperty("end").GetInt32()]).ShouldBe([First, Second]);
        page.GetProperty("facts").EnumerateArray().ShouldContain(fact => fact.GetProperty("kind").GetString() == "author" && fact.GetProperty("value").GetString() == "Ana Maru" && fact.GetProperty("stated").GetBoolean());
    }

    [Fact]
    public void The_terminal_shows_the_article_and_on_request_every_line_with_its_reason()
    {
        using var desk = new Desk();
        var path = desk.Write("pier.html", Page);
        desk.Done("extract", path).ShouldContain("Not the article: 1 title, 1 byline, 1 site (--all shows them)");
        desk.Done("extract", path, "--all").ShouldContain("site            Home  [inside <nav>]");
    }

    [Fact]
    public void Articles_live_in_a_case_beside_the_posts_that_link_to_them()
    {
        using var desk = new Desk();
        var posts = desk.Write("posts.csv", "post_id,account_id,created_at,text,link\n1,ann,2024-05-03T08:00:00Z,Read this,https://www.harbour.example/pier?utm_source=x\n2,bob,2024-05-03T09:00:00Z,Or that,https://harbour.example/other\n");
        var receipt = desk.Done("import", posts, desk.Write("pier.html", Page), "--case", desk["harbour.claque"]);
        receipt.ShouldContain("1 article new");
        receipt.ShouldContain("1 posts of the case link to 1 of its articles.");
        desk.Done("info", desk["harbour.claque"]).ShouldContain("articles   1; 1 posts link to 1 of them");
        using var json = JsonDocument.Parse(desk.Done("extract", desk["harbour.claque"], "--json", "-"));
        json.RootElement[0].GetProperty("body").GetString().ShouldBe($"{First}\n\n{Second}");
    }

    [Theory]
    [InlineData("no.html", null, "There is no file")]
    [InlineData("empty.html", "", "is empty: 0 bytes.")]
    [InlineData("blank.html", "<html><body><script>x</script></body></html>", "the page shows no text.")]
    [InlineData("bad.jsonl", "no json\n", "bad.jsonl(1): this line is not a JSON object.")]
    public void What_is_no_article_is_refused_with_one_sentence(string name, string? content, string expected)
    {
        using var desk = new Desk();
        if (content is not null) desk.Write(name, content);
        var ran = desk.Run("extract", desk[name]);
        ran.Exit.ShouldBe(1);
        ran.Error.ShouldContain(expected);
    }
}
