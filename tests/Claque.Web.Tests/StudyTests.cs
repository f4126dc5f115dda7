using System.Net;
using System.Text.Json;
using Claque.Web;

namespace Claque.Tests.Web;

/// <summary>Studies of articles: made as jobs, kept in the case, decided about.</summary>
public sealed class StudyTests
{
    private static string ThreeArticles =>
        ArticlePlace.Line("first", "Ferry Times", "2024-03-04T07:00:00Z", ArticlePlace.Prose("salt"))
        + ArticlePlace.Line("second", "Quay Post", "2024-03-05T07:00:00Z", ArticlePlace.Prose("salt") + " This article was originally published by the Ferry Times.")
        + ArticlePlace.Line("third", "Lenn Courier", "2024-03-06T07:00:00Z", "The bells of Lenn were taken down last week. Nobody had asked for it, and the smith who was to mend them had left the valley in autumn.");

    [Fact]
    public async Task What_a_study_found_is_there_at_once_when_the_case_is_opened_again()
    {
        await using var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place, ThreeArticles);
        (await place.Get("/lineage.json")).GetProperty("study").GetProperty("state").GetString().ShouldBe("none");
        await ArticlePlace.Study(place, "lineage");
        var before = await place.Text("/lineage.json");
        before.ShouldContain("family-");

        await using var again = await Workbench.Start(new WorkbenchOptions { Case = place.CasePath, Folder = place.Folder, Version = "0.1.0" }, CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        (await http.GetStringAsync(again.Url + "lineage.json")).ShouldBe(before);
    }

    [Fact]
    public async Task A_study_that_further_articles_have_left_behind_says_so()
    {
        await using var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place, ThreeArticles);
        await ArticlePlace.Study(place, "lineage");
        await ArticlePlace.Import(place, "more.jsonl", ArticlePlace.Line("fourth", "Tide Digest", "2024-03-07", ArticlePlace.Prose("rope")));
        var study = (await place.Get("/lineage.json")).GetProperty("study");
        study.GetProperty("state").GetString().ShouldBe("behind");
        study.GetProperty("sentence").GetString()!.ShouldContain("3 articles");
        await ArticlePlace.Study(place, "lineage");
        (await place.Get("/lineage.json")).GetProperty("study").GetProperty("state").GetString().ShouldBe("made");
    }

    [Fact]
    public async Task A_family_is_dismissed_with_a_reason_under_a_key_of_its_members()
    {
        await using var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place, ThreeArticles);
        await ArticlePlace.Study(place, "lineage");
        var family = (await place.Get("/lineage.json")).GetProperty("families")[0];
        var key = family.GetProperty("key").GetString()!;
        (await place.Post("/api/decisions", new { action = "dismiss", group = key, text = "", id = (int?)null })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await place.Post("/api/decisions", new { action = "dismiss", group = key, text = "syndication, says its imprint", id = (int?)null })).Status.ShouldBe(HttpStatusCode.OK);
        (await place.Get($"/lineage/{key}.json")).GetProperty("family").GetProperty("status").GetString().ShouldBe("dismissed");
        var decision = (await place.Get("/decisions.json")).GetProperty("decisions")[0];
        decision.GetProperty("sentence").GetString().ShouldBe("Dismissed a family of 2 articles: syndication, says its imprint");
        decision.GetProperty("href").GetString().ShouldBe("/lineage/" + key);
        await ArticlePlace.Study(place, "lineage");
        (await place.Get($"/lineage/{key}.json")).GetProperty("family").GetProperty("status").GetString().ShouldBe("dismissed");
    }

    [Fact]
    public async Task Two_articles_are_compared_before_anything_was_studied_and_the_page_says_so()
    {
        await using var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place, ThreeArticles);
        var page = await place.Get("/versions.json?a=first&b=second");
        page.GetProperty("relation").GetString().ShouldBe("near duplicate");
        page.GetProperty("sentence").GetString()!.ShouldContain("between these two alone");
        (await place.Get("/versions.json?a=1&b=3")).GetProperty("relation").GetString().ShouldNotBe("near duplicate");
    }

    [Fact]
    public async Task A_name_that_the_user_corrects_is_kept_in_the_case()
    {
        await using var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place,
            ArticlePlace.Line("one", "Ferry Times", "2024-03-04", "The Harbour Union met on Monday. The Harbour Union said that the quay is safe. About 300 people came.")
            + ArticlePlace.Line("two", "Quay Post", "2024-03-05", "The Dock League met on Monday. The Dock League said that the quay is closed. About 900 people came."));
        (await Names(place)).ShouldContain(name => name == "Dock League");
        (await place.Post("/api/names", new { a = "Harbour Union", b = "Dock League", same = true })).Status.ShouldBe(HttpStatusCode.OK);
        (await Names(place)).Count(name => name is "Dock League" or "Harbour Union").ShouldBe(1);
        (await place.Post("/api/names", new { a = "Harbour Union", b = "Harbour Union", same = true })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_hostile_article_is_text_with_its_hidden_characters_spelled_out()
    {
        await using var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place, ArticlePlace.Line("evil", "<b>Outlet</b>", "2024-03-04", Hostile.Script + "\n\n" + Hostile.Bidi + "\n\n" + Hostile.Huge));
        var page = await place.Get("/articles/1.json?at=0-8,4-900000,x-y");
        var parts = page.GetProperty("blocks").EnumerateArray().SelectMany(block => block.GetProperty("parts").EnumerateArray()).ToList();
        parts.ShouldContain(part => part.GetProperty("kind").GetString() == "code" && part.GetProperty("text").GetString() == "U+202E");
        parts.ShouldContain(part => part.GetProperty("text").GetString()!.Contains("<script>", StringComparison.Ordinal));
        page.GetProperty("article").GetProperty("outlet").GetString().ShouldBe("<b>Outlet</b>");
    }

    [Fact]
    public async Task Studies_of_a_case_without_articles_are_refused_with_a_sentence()
    {
        await using var place = await Place.Open();
        foreach (var name in new[] { "lineage", "subjects", "personas", "changes" })
        {
            var (status, problem) = await place.Post("/api/studies/" + name);
            status.ShouldBe(HttpStatusCode.Conflict);
            problem.GetProperty("detail").GetString()!.ShouldContain("no articles");
        }

        (await place.Get("/personas/accounts.json")).GetProperty("study").GetProperty("of").GetString().ShouldBe("posts");
        (await place.Post("/api/studies/stars")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Several_files_that_wait_are_imported_together_and_posts_that_link_to_an_article_are_joined()
    {
        await using var place = await Place.Open();
        await place.Drop("one.jsonl", JsonSerializer.Serialize(new { id = "story", url = "https://harbour0.example/story-0", outlet = "Harbour", title = "The wall", text = ArticlePlace.Prose("wall") }) + "\n");
        await place.Drop("two.txt", "A second article\nBy Bea Lund\n\n" + ArticlePlace.Prose("pier"));
        var (_, job) = await place.Post("/api/files/import");
        await place.Idle();
        (await place.Get($"/jobs/{job.GetProperty("id").GetString()}.json")).GetProperty("state").GetString().ShouldBe("done");
        (await place.Get("/files.json")).GetProperty("files").GetArrayLength().ShouldBe(0);
        (await place.Get("/shell.json")).GetProperty("case").GetProperty("articles").GetInt32().ShouldBe(2);
        (await place.Get("/articles/1.json")).GetProperty("posts_total").GetInt64().ShouldBeGreaterThan(5);
        (await place.Get("/articles/1.json")).GetProperty("posts")[0].GetProperty("links")[0].GetString().ShouldBe("https://harbour0.example/story-0");
    }

    [Fact]
    public async Task Preparing_can_be_cancelled_and_asked_for_again()
    {
        await using var place = await Place.Open();
        (await place.Post("/api/case/prepare")).Status.ShouldBe(HttpStatusCode.OK);
        await place.Idle();
        var jobs = (await place.Get("/jobs.json")).GetProperty("jobs").EnumerateArray().ToList();
        jobs.Count(job => job.GetProperty("kind").GetString() == "prepare").ShouldBe(1, "What is prepared is not prepared again.");
        (await place.Get("/shell.json")).GetProperty("case").GetProperty("searchable").GetBoolean().ShouldBeTrue();
    }

    private static async Task<List<string?>> Names(Place place) =>
        [.. (await place.Get("/compare/sides.json?left=1&right=2")).GetProperty("names").EnumerateArray().Select(name => name.GetProperty("name").GetString())];
}
