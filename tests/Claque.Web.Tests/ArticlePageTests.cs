using System.Text.Json;
using Claque.Cases;
using Claque.Lineage;
using Claque.Statements.Comparing;

namespace Claque.Tests.Web;

/// <summary>The pages of articles, on the sample that comes with Claque.</summary>
public sealed class ArticlePageTests(ArticlePlace articles) : IClassFixture<ArticlePlace>
{
    private Place Place => articles.Place;

    [Theory]
    [InlineData("/articles.json", "ArticleList")]
    [InlineData("/articles/1.json?at=4-40", "ArticlePage")]
    [InlineData("/lineage.json", "LineagePage")]
    [InlineData("/lineage/1.json", "FamilyPage")]
    [InlineData("/versions.json?a=1&b=3", "VersionsPage")]
    [InlineData("/compare.json?left=11&right=12", "ComparePage")]
    [InlineData("/compare/sides.json?left=11&right=12", "Sides")]
    [InlineData("/personas.json", "PersonasPage")]
    [InlineData("/personas/byline.json?name=Ruth%20Calder", "BylinePage")]
    [InlineData("/personas/pair.json?a=Tomas%20Reil&b=Ilse%20Varga", "PersonaPairPage")]
    [InlineData("/personas/changes.json", "StyleChangesPage")]
    [InlineData("/articles/1/changes.json", "ArticleChangesPage")]
    [InlineData("/personas/verify.json?byline=Anton%20Pell&b=42", "VerifyPage")]
    public async Task A_page_answers_with_the_properties_of_its_interface(string path, string name)
    {
        var page = await Place.Get(path);
        page.EnumerateObject().Select(property => property.Name).ShouldBe(ContractTests.InterfaceOf(name));
    }

    [Theory]
    [InlineData("/articles.csv", "number,id,title")]
    [InlineData("/articles/2.csv", "kind,value,stated")]
    [InlineData("/lineage.csv", "key,number,title")]
    [InlineData("/lineage/1.csv", "from,to,directed")]
    [InlineData("/versions.csv?a=1&b=3", "kind,before,after")]
    [InlineData("/compare/sides.csv?left=11&right=12", "entity,aspect,relation")]
    [InlineData("/personas/byline.csv?name=Ruth%20Calder", "article,id,published")]
    [InlineData("/personas/bylines.csv", "byline,articles,words")]
    [InlineData("/personas.csv", "a,b,log_lr,two_hands_chance,q,verdict")]
    [InlineData("/personas/pair.csv?a=Tomas%20Reil&b=Ilse%20Varga", "feature,family,contribution")]
    [InlineData("/personas/changes.csv", "number,id,byline,paragraphs,changes_after")]
    [InlineData("/articles/1/changes.csv", "text,after_paragraph,change,chance,reason,for,against")]
    [InlineData("/personas/verify.csv?byline=Anton%20Pell&b=42", "problem,score,log_lr,verdict,reason,rival")]
    public async Task Every_table_has_a_csv_twin(string path, string headings)
    {
        var lines = (await Place.Text(path)).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith(headings);
        lines.Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_families_are_those_that_the_engine_finds()
    {
        using var file = CaseFile.OpenReadOnly(Place.CasePath);
        var found = FamilyMaking.Of(file.Articles(), new PassageOptions(), new LineageOptions());
        var shown = (await Place.Get("/lineage.json")).GetProperty("families").EnumerateArray().ToList();
        shown.Count.ShouldBe(found.Families.Length);
        shown.ShouldNotBeEmpty();
        for (var i = 0; i < shown.Count; i++)
        {
            var page = await Place.Get(shown[i].GetProperty("href").GetString() + ".json");
            page.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("number").GetInt32() - 1).Order().ShouldBe(found.Families[i].Members);
            page.GetProperty("edges").EnumerateArray().Select(edge => (edge.GetProperty("from").GetInt32() - 1, edge.GetProperty("to").GetInt32() - 1, edge.GetProperty("directed").GetBoolean()))
                .ShouldBe(found.Families[i].Edges.Select(edge => (edge.From, edge.To, edge.IsDirected)));
        }
    }

    [Fact]
    public async Task Every_place_of_a_fact_an_edit_and_a_claim_opens_its_own_words()
    {
        var versions = await Place.Get("/versions.json?a=1&b=3");
        foreach (var edit in versions.GetProperty("edits").EnumerateArray())
            foreach (var (text, href) in new[] { ("before", "href_a"), ("after", "href_b") })
                if (edit.GetProperty(href).GetString() is { Length: > 0 } address) (await Marked(address)).ShouldBe(edit.GetProperty(text).GetString());
        var sides = await Place.Get("/compare/sides.json?left=11&right=12");
        foreach (var claim in sides.GetProperty("rows").EnumerateArray().SelectMany(row => row.GetProperty("left").EnumerateArray()).Take(5))
            (await Marked(claim.GetProperty("href").GetString()!)).ShouldBe(claim.GetProperty("text").GetString());
        var fact = (await Place.Get("/articles/2.json")).GetProperty("facts").EnumerateArray().First(fact => fact.GetProperty("kind").GetString() == "credit");
        (await Marked(fact.GetProperty("href").GetString()!)).ShouldContain("Selby Observer");
    }

    [Fact]
    public async Task Exchanging_two_versions_exchanges_what_is_gone_and_what_is_new()
    {
        var (there, back) = (await Place.Get("/versions.json?a=1&b=3"), await Place.Get("/versions.json?a=3&b=1"));
        there.GetProperty("in_a").GetDouble().ShouldBe(back.GetProperty("in_b").GetDouble());
        there.GetProperty("passages").EnumerateArray().Select(one => (one.GetProperty("href_a").GetString(), one.GetProperty("href_b").GetString())).Order()
            .ShouldBe(back.GetProperty("passages").EnumerateArray().Select(one => (one.GetProperty("href_b").GetString(), one.GetProperty("href_a").GetString())).Order());
        Words(there, "a", "gone").ShouldBe(Words(back, "b", "new"));
        Words(there, "a", "gone").ShouldContain("1,207");
    }

    [Fact]
    public async Task Exchanging_the_sides_exchanges_the_columns_and_nothing_else()
    {
        var (there, back) = (await Place.Get("/compare/sides.json?left=11&right=12"), await Place.Get("/compare/sides.json?left=12&right=11"));
        foreach (var list in new[] { "rows", "figures" })
            there.GetProperty(list).EnumerateArray().Select(row => (row.GetProperty("left").ToString(), row.GetProperty("right").ToString(), row.GetProperty("relation").GetString())).Order()
                .ShouldBe(back.GetProperty(list).EnumerateArray().Select(row => (row.GetProperty("right").ToString(), row.GetProperty("left").ToString(), row.GetProperty("relation").GetString())).Order());
        there.GetProperty("left").ToString().ShouldBe(back.GetProperty("right").ToString());
        there.GetProperty("rows").GetArrayLength().ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task The_sides_are_those_that_the_engine_makes()
    {
        using var file = CaseFile.OpenReadOnly(Place.CasePath);
        var all = file.Articles();
        var made = Comparison.Of([all[10]], [all[11]]);
        var shown = await Place.Get("/compare/sides.json?left=11&right=12");
        shown.GetProperty("rows").GetArrayLength().ShouldBe(made.Rows.Count);
        shown.GetProperty("names").GetArrayLength().ShouldBe(Math.Min(120, made.Entities.Count));
    }

    [Fact]
    public async Task Two_names_of_one_hand_pass_the_bar_and_their_rival_is_named()
    {
        var pair = (await Place.Get("/personas/pair.json?a=Ilse%20Varga&b=Tomas%20Reil"));
        pair.GetProperty("pair").GetProperty("verdict").GetString().ShouldBe("same");
        pair.GetProperty("pair").GetProperty("rival").GetString().ShouldNotBeNullOrEmpty();
        foreach (var example in pair.GetProperty("evidence").EnumerateArray().Select(item => item.GetProperty("a")).Where(example => example.ValueKind == JsonValueKind.Object).Take(4))
            (await Marked(example.GetProperty("href").GetString()!)).ShouldBe(example.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("Ruth%20Calder", true)]
    [InlineData("Anton%20Pell", false)]
    public async Task Two_hands_are_drawn_at_once_only_where_a_sign_of_them_was_found(string byline, bool standsOut) =>
        (await Place.Get($"/personas/byline.json?name={byline}")).GetProperty("hands").GetProperty("stands_out").GetBoolean().ShouldBe(standsOut);

    [Fact]
    public async Task A_byline_that_changes_hands_says_between_which_days_and_beside_how_many_others()
    {
        var hands = (await Place.Get("/personas/byline.json?name=Ruth%20Calder")).GetProperty("hands");
        hands.GetProperty("change").GetString()!.ShouldContain("between 2023-06-11 and 2023-06-25, after 13 of 25 articles");
        hands.GetProperty("change").GetString()!.ShouldContain("0 of 13 other bylines do");
    }

    [Fact]
    public async Task A_byline_whose_times_are_few_says_so_instead_of_an_offset()
    {
        var rhythm = (await Place.Get("/personas/byline.json?name=Ruth%20Calder")).GetProperty("rhythm");
        rhythm.GetProperty("offset").ValueKind.ShouldBe(JsonValueKind.Null);
        rhythm.GetProperty("problems").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("/versions.json?a=1&b=1")]
    [InlineData("/versions.json?a=1")]
    [InlineData("/compare/sides.json?left=1&right=1")]
    [InlineData("/compare/sides.json?left=1")]
    public async Task A_comparison_that_cannot_be_says_why(string path)
    {
        using var answer = await Place.Http.GetAsync(path);
        ((int)answer.StatusCode).ShouldBe(400);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!.Length.ShouldBeGreaterThan(20);
    }

    private async Task<string> Marked(string address)
    {
        var (path, query) = (address.Split('?')[0], address.Split('?')[1]);
        var page = await Place.Get($"{path}.json?{query}");
        return string.Concat(page.GetProperty("blocks").EnumerateArray().SelectMany(block => block.GetProperty("parts").EnumerateArray())
            .Where(part => part.GetProperty("kind").GetString() == "same").Select(part => part.GetProperty("text").GetString()));
    }

    private static List<string?> Words(JsonElement page, string side, string kind) =>
        [.. page.GetProperty("sentences").EnumerateArray().SelectMany(row => row.GetProperty(side).EnumerateArray()).Where(part => part.GetProperty("kind").GetString() == kind)
            .Select(part => part.GetProperty("text").GetString()).Order(StringComparer.Ordinal)];
}
