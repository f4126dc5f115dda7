using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace Claque.Tests.Web;

/// <summary>What was found among articles, and hours, as exhibits of a report that has no run.</summary>
public sealed class FindingExhibitTests
{
    private const string Varga = "Ilse Varga";

    // The sample with its studies is made once; each test has a copy.
    private static readonly Lazy<Task<byte[]>> Studied = new(Study);

    [Fact]
    public async Task Each_kind_of_finding_can_be_chosen_and_stands_in_the_report_in_the_chosen_order_with_its_comment()
    {
        await using var place = await Filled();
        var keys = await Keys(place);
        foreach (var key in keys) await Choose(place, key, $"My word on {key}.");
        var page = await place.Get("/report.json");
        page.GetProperty("exhibits").EnumerateArray().Select(one => one.GetProperty("finding").GetProperty("kind").GetString()).ShouldBe(
            ["a family of copies", "two versions of a text", "rival accounts side by side", "rival accounts side by side", "two bylines", "rhythm"]);
        page.GetProperty("run").ValueKind.ShouldBe(JsonValueKind.Null);

        await Put(place, [.. keys.Reverse()], pseudonymise: false);
        var html = await place.Text("/report/file.html");
        var places = keys.Select(key => html.IndexOf($"My word on {key}.", StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(at => at > 0);
        places.ShouldBe(places.OrderDescending());
        html.Split("<article class=\"exhibit\"").Length.ShouldBe(keys.Length + 1);
        html.ShouldContain("Earliest seen is not the origin.");
        html.ShouldContain(Varga);
        html.ShouldContain("<del>");
    }

    [Fact]
    public async Task A_page_says_that_what_it_shows_is_in_the_report_and_it_can_be_taken_out_again()
    {
        await using var place = await Filled();
        var key = (await Keys(place))[2];
        await Choose(place, key, "");
        (await Rows(place)).Count(row => row.GetProperty("choice").GetProperty("in_report").GetBoolean()).ShouldBe(1);
        (await place.Send(HttpMethod.Delete, "/api/report/exhibits/" + Uri.EscapeDataString(key))).Body.GetProperty("exhibits").GetArrayLength().ShouldBe(0);
        (await Rows(place)).ShouldAllBe(row => !row.GetProperty("choice").GetProperty("in_report").GetBoolean());
    }

    [Fact]
    public async Task A_chosen_pair_that_is_dismissed_is_out_of_the_report_which_says_so()
    {
        await using var place = await Filled();
        var keys = await Keys(place);
        await Choose(place, keys[0], "");
        await Choose(place, keys[4], "");
        (await place.Post("/api/decisions", new { action = "dismiss", group = keys[4], text = "a pen name, says the imprint", id = (int?)null })).Status.ShouldBe(HttpStatusCode.OK);
        var html = await place.Text("/report/preview.html");
        html.ShouldNotContain("Ilse Varga and Tomas Reil");
        html.ShouldContain("dismissed by the investigator");
        (await place.Get("/report.json")).GetProperty("exhibits")[1].GetProperty("finding").GetProperty("status").GetString().ShouldBe("dismissed");
    }

    [Fact]
    public async Task Pseudonyms_stand_for_bylines_and_holders_and_the_report_says_what_they_do_not_hide()
    {
        await using var place = await Filled();
        var keys = await Keys(place);
        await Put(place, [keys[4], keys[5], keys[0]], pseudonymise: true);
        var html = await place.Text("/report/file.html");
        html.ShouldNotContain("Varga");
        html.ShouldNotContain("Calder");
        html.ShouldContain("byline-");
        html.ShouldContain("whoever searches for a quoted text finds the article");

        await Put(place, [keys[2]], pseudonymise: false);
        var open = await place.Text("/report/file.html");
        await Put(place, [keys[2]], pseudonymise: true);
        var hidden = await place.Text("/report/file.html");
        open.ShouldContain("(named person)");
        open.ShouldNotContain("On the word of <bdi>source-");
        hidden.ShouldContain("On the word of <bdi>source-");
    }

    [Theory]
    [InlineData("family-000000000000")]
    [InlineData("versions-1-999")]
    [InlineData("versions-1-1")]
    [InlineData("claims-1-2-000000000000")]
    [InlineData("claims-1-1-000000000000")]
    [InlineData("hours-account-1")]
    [InlineData("hours-byline-000000000000")]
    [InlineData("something-else")]
    [InlineData("<script>")]
    public async Task What_the_case_does_not_have_cannot_be_chosen(string key)
    {
        await using var place = await Small();
        var (status, problem) = await place.Post("/api/report/exhibits", new { group = "", exhibit = key, text = "" });
        status.ShouldBe(HttpStatusCode.NotFound);
        problem.GetProperty("detail").GetString()!.ShouldContain("could be an exhibit");
    }

    [Fact]
    public async Task A_report_with_nothing_in_it_is_refused_with_what_to_do()
    {
        await using var place = await Small();
        using var answer = await place.Http.GetAsync("/report/file.html");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await place.Get("/report.json")).GetProperty("sentence").GetString()!.ShouldContain("Choose families");
    }

    [Fact]
    public async Task What_was_found_among_articles_is_exported_and_pseudonyms_and_dismissals_hold_there_too()
    {
        await using var place = await Filled();
        var keys = await Keys(place);
        (await place.Get("/export.json")).GetProperty("article_formats").GetArrayLength().ShouldBe(3);
        (await place.Text("/export/file?format=articles-json")).ShouldContain(Varga);
        var hidden = await place.Text("/export/file?format=articles-json&pseudonymise=1");
        hidden.ShouldNotContain("Varga");
        hidden.ShouldNotContain("Calder");
        (await place.Text("/export/file?format=articles-graphml")).ShouldContain("<graphml");
        (await Tables(place, "")).ShouldBe(["articles.csv", "byline-pairs.csv", "bylines.csv", "families.csv", "ties.csv"]);

        var families = (await place.Get("/export/file?format=articles-json")).GetProperty("families").GetArrayLength();
        await place.Post("/api/decisions", new { action = "dismiss", group = keys[0], text = "syndication", id = (int?)null });
        (await place.Get("/export/file?format=articles-json")).GetProperty("families").GetArrayLength().ShouldBe(families - 1);
        (await place.Get("/export/file?format=articles-json&dismissed=1")).GetProperty("families").GetArrayLength().ShouldBe(families);
    }

    [Fact]
    public async Task What_nobody_has_looked_for_is_not_exported_as_found_nowhere()
    {
        await using var place = await Small();
        (await place.Get("/export.json")).GetProperty("families").ValueKind.ShouldBe(JsonValueKind.Null);
        var before = await place.Get("/export/file?format=articles-json");
        before.GetProperty("families").ValueKind.ShouldBe(JsonValueKind.Null);
        before.GetProperty("pairs").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Tables(place, "")).ShouldBe(["articles.csv"]);
        await ArticlePlace.Study(place, "lineage");
        (await place.Get("/export.json")).GetProperty("families").GetInt32().ShouldBe(1);
        (await Tables(place, "")).ShouldBe(["articles.csv", "families.csv", "ties.csv"]);
    }

    private static async Task<Place> Filled()
    {
        var studied = await Studied.Value;
        return await Place.Open(path => File.WriteAllBytes(path, studied));
    }

    private static async Task<Place> Small()
    {
        var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place, ArticlePlace.Line("a", "Ferry Times", "2024-03-04", ArticlePlace.Prose("salt")) + ArticlePlace.Line("b", "Quay Post", "2024-03-05", ArticlePlace.Prose("rope")));
        return place;
    }

    private static async Task<byte[]> Study()
    {
        var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place, ArticlePlace.Sample);
        foreach (var study in new[] { "lineage", "personas" }) await ArticlePlace.Study(place, study);
        return await place.Close();
    }

    /// <summary>A key of each kind: family, versions, a row of claims, a row of figures, bylines, hours.</summary>
    private static async Task<string[]> Keys(Place place)
    {
        var family = (await place.Get("/lineage.json")).GetProperty("families")[0].GetProperty("href").GetString();
        var sides = await place.Get("/compare/sides.json?left=11&right=12");
        var claims = (await Rows(place)).First(row => row.GetProperty("left").EnumerateArray().Concat(row.GetProperty("right").EnumerateArray()).Any(claim => claim.GetProperty("holder_kind").GetString() == "named person"));
        return
        [
            Key(await place.Get(family + ".json")), Key(await place.Get("/versions.json?a=1&b=3")), Key(claims), Key(sides.GetProperty("figures")[0]),
            Key(await place.Get("/personas/pair.json?a=Ilse%20Varga&b=Tomas%20Reil")), Key(await place.Get("/personas/byline.json?name=Ruth%20Calder")),
        ];
    }

    private static async Task<List<JsonElement>> Rows(Place place) => [.. (await place.Get("/compare/sides.json?left=11&right=12")).GetProperty("rows").EnumerateArray()];

    private static string Key(JsonElement of) => of.GetProperty("choice").GetProperty("exhibit").GetString()!;

    private static async Task Choose(Place place, string exhibit, string text) =>
        (await place.Post("/api/report/exhibits", new { group = "", exhibit, text })).Status.ShouldBe(HttpStatusCode.OK);

    private static async Task Put(Place place, string[] keys, bool pseudonymise) => (await place.Send(HttpMethod.Put, "/api/report", new
    {
        title = "Who wrote it first",
        introduction = "",
        exhibits = keys.Select(key => new { exhibit = key, group = "", text = $"My word on {key}." }),
        pseudonymise,
        only_kept = false,
        run = (int?)null,
    })).Status.ShouldBe(HttpStatusCode.OK);

    private static async Task<string[]> Tables(Place place, string more)
    {
        using var zip = new ZipArchive(await place.Http.GetStreamAsync("/export/file?format=articles-csv" + more));
        return [.. zip.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal)];
    }
}
