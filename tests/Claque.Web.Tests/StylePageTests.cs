using System.Net;
using System.Text.Json;
using Claque.Articles;
using Claque.Cases;
using Claque.Personas;
using Claque.Personas.Hands;
using Claque.Reports.Personas;

namespace Claque.Tests.Web;

/// <summary>Where the style changes within a text, and whether two texts are of one hand: the pages say what the engine says.</summary>
public sealed class StylePageTests(ArticlePlace articles) : IClassFixture<ArticlePlace>
{
    private const string OneHand = "byline=Ilse%20Varga&b=42";

    private Place Place => articles.Place;

    [Fact]
    public async Task Changes_of_style_are_those_that_the_engine_finds_in_all_articles_together()
    {
        using var file = CaseFile.OpenReadOnly(Place.CasePath);
        var changes = StyleChanges.Of([.. file.Articles().Select(article => new HandsText(article.Id, [.. ArticleText.BodyOf(article).Select(span => span.In(article.Text).ToString())]))], HandsOptions.Default);
        var changed = changes.Answers.Index().First(answer => answer.Item.Changes.Contains(true)).Index;
        var page = await Place.Get($"/articles/{changed + 1}/changes.json");
        page.GetProperty("sentence").GetString().ShouldBe(HandsWords.Sentence(changes.Answers[changed]));
        page.GetProperty("bar").GetString()!.ShouldStartWith(HandsWords.OfBar(changes.Kind, changes.Bar));
        var breaks = page.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetProperty("after")).Where(after => after.ValueKind == JsonValueKind.Object).ToList();
        breaks.Select(one => one.GetProperty("answer").GetString()).ShouldBe(changes.Answers[changed].Changes.Select(change => change switch { true => "change", false => "none", null => "open" }));
        breaks.First(one => one.GetProperty("answer").GetString() == "change").GetProperty("signs").GetArrayLength().ShouldBeGreaterThan(1);
        (await Place.Get("/personas/changes.json")).GetProperty("texts")[0].GetProperty("changes").GetString().ShouldNotBeNullOrEmpty("Those with changes come first.");
        (await Place.Get($"/articles/{changed + 1}.json")).GetProperty("changes").GetString().ShouldBe(HandsWords.Sentence(changes.Answers[changed]));
    }

    [Fact]
    public async Task A_paragraph_that_others_have_too_says_so_where_its_breaks_are_read()
    {
        var notes = (await Place.Get("/articles/1/changes.json")).GetProperty("paragraphs")[0].GetProperty("shared").EnumerateArray().ToList();
        notes.ShouldContain(note => note.GetProperty("text").GetString() == "Orvania Today (verbatim)" && note.GetProperty("href").GetString() == "/versions?a=1&b=2");
    }

    [Fact]
    public async Task The_list_narrows_to_the_articles_of_a_byline()
    {
        var page = await Place.Get("/personas/changes.json?byline=Ruth%20Calder");
        page.GetProperty("total").GetInt64().ShouldBe(25);
        page.GetProperty("texts").EnumerateArray().ShouldAllBe(text => text.GetProperty("article").GetProperty("byline").GetString() == "Ruth Calder");
    }

    [Fact]
    public async Task An_answer_on_two_texts_is_what_claque_verify_gives_for_the_problems_of_the_page()
    {
        var shown = (await Place.Get("/personas/verify.json?" + OneHand)).GetProperty("answer");
        var problems = (await Place.Text("/personas/verify.jsonl?" + OneHand)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(row => new VerificationProblem(row.GetProperty("id").GetString()!, row.GetProperty("language").GetString()!, [.. row.GetProperty("known").EnumerateArray().Select(known => known.GetString()!)], row.GetProperty("unknown").GetString()!)).ToList();
        var verification = Verification.Of(problems, VerificationOptions.Strict)[0];
        var answer = verification.Answers[0];
        shown.GetProperty("verdict").GetString().ShouldBe(PersonaWords.Of(answer.Verdict));
        shown.GetProperty("log_ratio").GetDouble().ShouldBe(answer.LogRatio!.Value, 1e-4);
        shown.GetProperty("rival").GetString().ShouldBe(answer.Rival!.Id);
        shown.GetProperty("reference").GetString().ShouldBe(VerifyWords.OfReference(verification));
        answer.LogRatio.Value.ShouldBeGreaterThan(answer.Rival.LogRatio, "The two names are of one hand in this invented case.");
        problems.Select(problem => problem.Id).ShouldNotContain("Tomas Reil", "Who signed the text asked about is no reference.");
    }

    [Fact]
    public async Task One_article_against_one_gets_no_answer_and_says_what_it_would_need()
    {
        var answer = (await Place.Get("/personas/verify.json?a=16&b=43")).GetProperty("answer");
        answer.GetProperty("verdict").GetString().ShouldBe("abstain");
        answer.GetProperty("needs").GetString()!.ShouldContain("all articles by Ilse Varga");
        (await Place.Get("/personas/verify.json?a=16&b=43")).GetProperty("bar").GetString()!.ShouldContain("a ratio of 100 : 1");
    }

    [Theory]
    [InlineData("/personas/verify.json?a=16&b=16", HttpStatusCode.BadRequest)]
    [InlineData("/personas/verify.csv?a=16", HttpStatusCode.BadRequest)]
    [InlineData("/personas/verify.json?a=16&b=9000", HttpStatusCode.NotFound)]
    [InlineData("/personas/verify.jsonl?byline=Nobody&b=16", HttpStatusCode.NotFound)]
    public async Task A_question_that_cannot_be_put_says_why(string path, HttpStatusCode status)
    {
        using var answer = await Place.Http.GetAsync(path);
        answer.StatusCode.ShouldBe(status);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_text_in_another_language_gets_an_answer_neither_on_the_page_nor_as_a_file()
    {
        await using var place = await Place.Open(withCase: false);
        var german = string.Concat(Enumerable.Range(0, 60).Select(i => $"Der Rat des Hafens hat gestern in der {i}. Sitzung beschlossen, die alte Fähre über den Fluss wieder fahren zu lassen. "));
        await ArticlePlace.Fill(place, ArticlePlace.Sample + ArticlePlace.Line("faehre", "Hafenblatt", "2024-03-05", german, " Jens Falk "));
        await ArticlePlace.Study(place, "personas");
        var page = await place.Get("/personas/verify.json?byline=Ilse%20Varga&b=faehre");
        page.GetProperty("answer").ValueKind.ShouldBe(JsonValueKind.Null);
        page.GetProperty("problem").GetString()!.ShouldContain("another language");
        foreach (var form in new[] { "csv", "jsonl" })
        {
            using var file = await place.Http.GetAsync($"/personas/verify.{form}?byline=Ilse%20Varga&b=faehre");
            file.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await file.Content.ReadAsStringAsync()).ShouldContain("another language");
        }
    }

    [Fact]
    public async Task A_page_whose_study_was_never_made_has_no_answer_and_offers_to_make_it()
    {
        await using var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place, ArticlePlace.Line("first", "Ferry Times", "2024-03-04T07:00:00Z", ArticlePlace.Prose("salt")) + ArticlePlace.Line("second", "Quay Post", "2024-03-05", ArticlePlace.Prose("rope")));
        (await place.Get("/articles/1/changes.json")).GetProperty("study").GetProperty("state").GetString().ShouldBe("none");
        (await place.Get("/articles/1.json")).GetProperty("changes").GetString().ShouldBe("");
        (await place.Get("/personas/verify.json?a=1&b=2")).GetProperty("answer").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
