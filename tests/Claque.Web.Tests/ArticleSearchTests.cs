using System.Text.Json;

namespace Claque.Tests.Web;

/// <summary>Full text over articles beside posts.</summary>
public sealed class ArticleSearchTests
{
    private static string Articles =>
        ArticlePlace.Line("wall", "Ferry Times", "2024-03-04T07:00:00Z", "The harbour wall was closed on Monday. " + ArticlePlace.Prose("salt") + " The HARBOUR master said so.")
        + ArticlePlace.Line("سد", "بندر امروز", "2024-03-05T07:00:00Z", "دیوار سد بندر روز دوشنبه بسته شد.")
        + ArticlePlace.Line("bells", "Quay Post", "2024-03-06T07:00:00Z", "The bells of Lenn were taken down.");

    [Fact]
    public async Task A_word_is_found_in_posts_and_articles_and_each_place_opens_its_own_words()
    {
        await using var place = await Filled();
        var page = await place.Get("/search.json?q=harbour");
        page.GetProperty("total").GetInt32().ShouldBe(120);
        page.GetProperty("articles_total").GetInt32().ShouldBe(1);
        page.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetProperty("count").GetInt32()).ShouldBe([120, 1]);
        var hit = page.GetProperty("articles")[0];
        hit.GetProperty("places").GetInt32().ShouldBe(2);
        var places = hit.GetProperty("snippets").EnumerateArray().ToList();
        places.Count.ShouldBe(2);
        foreach (var (snippet, word) in places.Zip(["harbour", "HARBOUR"]))
        {
            Marked(snippet).ShouldBe(word);
            var address = snippet.GetProperty("href").GetString()!.Split('?');
            var article = await place.Get($"{address[0]}.json?{address[1]}");
            string.Concat(article.GetProperty("blocks").EnumerateArray().Select(Marked)).ShouldBe(word);
        }
    }

    [Fact]
    public async Task Articles_are_found_in_any_script_and_in_either_spelling_of_yeh_and_kaf()
    {
        await using var place = await Filled();
        foreach (var query in new[] { "دیوار", "ديوار" })
            (await place.Get("/search.json?kind=article&q=" + Uri.EscapeDataString(query))).GetProperty("articles")[0].GetProperty("article").GetProperty("id").GetString().ShouldBe("سد");
    }

    [Fact]
    public async Task The_facet_of_kinds_narrows_to_posts_or_to_articles()
    {
        await using var place = await Filled();
        var articles = await place.Get("/search.json?kind=article&q=harbour");
        articles.GetProperty("posts").GetArrayLength().ShouldBe(0);
        articles.GetProperty("articles").GetArrayLength().ShouldBe(1);
        var posts = await place.Get("/search.json?kind=post&q=harbour");
        posts.GetProperty("articles").GetArrayLength().ShouldBe(0);
        posts.GetProperty("posts").GetArrayLength().ShouldBe(50);
        // What only posts have asks for posts.
        (await place.Get("/search.json?language=fa&q=harbour")).GetProperty("articles").GetArrayLength().ShouldBe(0);
        (await place.Http.GetAsync("/search.json?kind=star&q=harbour")).StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_query_is_a_table_of_posts_or_of_articles()
    {
        await using var place = await Filled();
        (await place.Text("/search.csv?q=harbour")).Split("\r\n").Length.ShouldBe(122);
        var articles = await place.Text("/search.csv?kind=article&q=harbour");
        articles.ShouldStartWith("number,id,title,outlet,byline,published,places,first_place,text\r\n1,wall,");
        articles.Split("\r\n").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_case_of_articles_alone_is_searched_and_a_headline_counts()
    {
        await using var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place, Articles);
        var page = await place.Get("/search.json?q=" + Uri.EscapeDataString("title bells"));
        page.GetProperty("searchable").GetBoolean().ShouldBeTrue();
        page.GetProperty("articles_total").GetInt32().ShouldBe(1);
        page.GetProperty("sentence").GetString().ShouldBe("1\u00A0article, best match first.");
        await ArticlePlace.Import(place, "more.jsonl", ArticlePlace.Line("fourth", "Tide Digest", "2024-03-07", "More bells, said the smith."));
        (await place.Get("/search.json?q=bells")).GetProperty("articles_total").GetInt32().ShouldBe(2);
    }

    private static async Task<Place> Filled()
    {
        var place = await Place.Open();
        await ArticlePlace.Import(place, "articles.jsonl", Articles);
        return place;
    }

    private static string Marked(JsonElement of) => string.Concat(of.GetProperty("parts").EnumerateArray().Where(part => part.GetProperty("kind").GetString() == "same").Select(part => part.GetProperty("text").GetString()));
}
