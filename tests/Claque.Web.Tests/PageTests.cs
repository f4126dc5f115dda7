using System.Net;
using System.Text.Json;

namespace Claque.Tests.Web;

/// <summary>What the pages say is what the case holds.</summary>
public sealed class PageTests
{
    private static readonly string[] Crew = ["crew0", "crew1", "crew2", "crew3", "crew4", "crew5"];

    [Fact]
    public async Task The_group_page_shows_the_planted_crew_with_its_posts_side_by_side()
    {
        await using var place = await Place.Open();
        var page = await place.Get("/groups/1.json");
        Names(page.GetProperty("members")).Order(StringComparer.Ordinal).ShouldBe(Crew);
        page.GetProperty("group").GetProperty("tier").GetString().ShouldBe("named");
        page.GetProperty("not_claimed").GetArrayLength().ShouldBe(3);
        page.GetProperty("group").GetProperty("languages").EnumerateArray().Select(language => language.GetString()).Order(StringComparer.Ordinal).ShouldBe(["en", "fa"]);

        var exhibits = await place.Get("/groups/1/exhibits.json");
        exhibits.GetProperty("total").GetInt32().ShouldBe(page.GetProperty("exhibits_total").GetInt32());
        foreach (var exhibit in exhibits.GetProperty("exhibits").EnumerateArray())
        {
            var (a, b) = (exhibit.GetProperty("a"), exhibit.GetProperty("b"));
            var gap = (b.GetProperty("time").GetDateTimeOffset() - a.GetProperty("time").GetDateTimeOffset()).TotalSeconds;
            gap.ShouldBe(exhibit.GetProperty("gap_s").GetDouble());
            gap.ShouldBeGreaterThanOrEqualTo(0);
            foreach (var post in new[] { a, b })
                string.Concat(post.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("text").GetString())).ShouldBe(post.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task The_workbench_begins_with_what_there_is()
    {
        await using var posts = await Place.Open();
        posts.FirstPage.ShouldBe(posts.Url + "overview");
        await using var place = await Place.Open(withCase: false);
        place.FirstPage.ShouldBe(place.Url);
        await ArticlePlace.Fill(place, ArticlePlace.Line("one", "Tide Digest", "2024-03-07", "More bells, said the smith."));
        place.FirstPage.ShouldBe(place.Url + "articles");
    }

    [Fact]
    public async Task The_timeline_has_a_mark_for_every_act_of_a_member_within_the_brush()
    {
        await using var place = await Place.Open();
        var whole = await place.Get("/groups/1/timeline.json");
        var times = whole.GetProperty("time_ms").EnumerateArray().Select(time => time.GetDouble()).ToList();
        times.ShouldBe(times.Order());
        whole.GetProperty("row").GetArrayLength().ShouldBe(times.Count);
        whole.GetProperty("object").GetArrayLength().ShouldBe(times.Count);
        whole.GetProperty("objects").EnumerateArray().Sum(item => item.GetProperty("marks").GetInt32()).ShouldBe(times.Count);
        var from = DateTimeOffset.FromUnixTimeMilliseconds((long)times[times.Count / 2]).ToString("O");
        var part = await place.Get("/groups/1/timeline.json?from=" + Uri.EscapeDataString(from));
        part.GetProperty("time_ms").GetArrayLength().ShouldBe(times.Count(time => time >= times[times.Count / 2]));
    }

    [Fact]
    public async Task Paging_through_the_exhibits_shows_each_once()
    {
        await using var place = await Place.Open();
        var keys = new List<string>();
        for (string? next = "0"; next is not null;)
        {
            var page = await place.Get("/groups/1/exhibits.json?after=" + next);
            keys.AddRange(page.GetProperty("exhibits").EnumerateArray().Select(exhibit => exhibit.GetProperty("key").GetString()!));
            next = page.GetProperty("next").GetString();
        }

        keys.Count.ShouldBe((await place.Get("/groups/1.json")).GetProperty("exhibits_total").GetInt32());
        keys.Distinct().Count().ShouldBe(keys.Count);
    }

    [Theory]
    [InlineData("/sources", "sources")]
    [InlineData("/groups", "groups")]
    [InlineData("/groups/1/members", "members")]
    [InlineData("/groups/1/objects", "objects")]
    [InlineData("/groups/1/pairs", "pairs")]
    [InlineData("/accounts", "accounts")]
    [InlineData("/overview", "days")]
    [InlineData("/search", "posts", "?q=hostilemark")]
    public async Task The_table_twin_has_the_rows_of_the_page(string path, string list, string query = "")
    {
        await using var place = await Place.Open();
        var rows = (await place.Get(path + ".json" + query)).GetProperty(list).GetArrayLength();
        using var answer = await place.Http.GetAsync(path + ".csv" + query);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        Lines(await answer.Content.ReadAsStringAsync()).ShouldBe(rows + 1);
    }

    [Theory]
    [InlineData("/network.csv")]
    [InlineData("/groups/1/exhibits.csv")]
    [InlineData("/groups/1/timeline.csv")]
    [InlineData("/accounts/1/posts.csv")]
    [InlineData("/accounts/1/partners.csv")]
    [InlineData("/sources/1/rejects.csv")]
    [InlineData("/decisions.csv")]
    public async Task Every_further_table_can_be_had(string path)
    {
        await using var place = await Place.Open();
        Lines(await place.Text(path)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_network_shows_the_ties_of_its_table()
    {
        await using var place = await Place.Open();
        var picture = await place.Get("/network.json?tier=all&behaviour=link&window=60");
        var table = await place.Get("/network/edges.json?tier=all&behaviour=link&window=60");
        picture.GetProperty("edges").GetProperty("a").GetArrayLength().ShouldBe(table.GetProperty("total").GetInt32());
        var (x, y) = (Numbers(picture, "x"), Numbers(picture, "y"));
        x.Concat(y).ShouldAllBe(coordinate => coordinate >= -1 && coordinate <= 1);
        x.Zip(y).Distinct().Count().ShouldBe(x.Length);
        (await place.Get("/network.json?tier=all&behaviour=link&window=60&min=1000")).GetProperty("edges").GetProperty("a").GetArrayLength().ShouldBe(0);
        (await place.Get("/network.json?level=groups")).GetProperty("nodes").GetProperty("id").GetArrayLength().ShouldBe((await place.Get("/groups.json")).GetProperty("total").GetInt32());

        static double[] Numbers(JsonElement page, string column) => [.. page.GetProperty("nodes").GetProperty(column).EnumerateArray().Select(value => value.GetDouble())];
    }

    [Fact]
    public async Task An_accounts_hours_count_its_posts_by_hour_of_the_week()
    {
        await using var place = await Place.Open();
        var page = await place.Get("/accounts/crew0.json");
        var hours = page.GetProperty("hours").EnumerateArray().Select(count => count.GetInt32()).ToArray();
        var posts = (await place.Get("/accounts/crew0/posts.json")).GetProperty("posts").EnumerateArray().ToList();
        var counted = new int[168];
        foreach (var time in posts.Select(post => post.GetProperty("time").GetDateTimeOffset()))
            counted[((((int)time.DayOfWeek) + 6) % 7 * 24) + time.Hour]++;
        hours.ShouldBe(counted);
        Names(page.GetProperty("partners")).Order(StringComparer.Ordinal).ShouldBe(Crew.Skip(1));
    }

    [Fact]
    public async Task Searching_finds_any_script_and_facets_narrow_it()
    {
        await using var place = await Place.Open();
        var all = await place.Get("/search.json?q=" + Uri.EscapeDataString("سد بندر"));
        all.GetProperty("total").GetInt32().ShouldBe(120);
        all.GetProperty("posts")[0].GetProperty("post").GetProperty("parts").EnumerateArray().ShouldContain(part => part.GetProperty("kind").GetString() == "same" && part.GetProperty("text").GetString() == "سد");
        var persian = all.GetProperty("languages").EnumerateArray().Single(facet => facet.GetProperty("value").GetString() == "fa");
        (await place.Get("/search.json?language=fa&q=" + Uri.EscapeDataString("سد بندر"))).GetProperty("total").GetInt32().ShouldBe(persian.GetProperty("count").GetInt32());
        (await place.Get("/search.json?day=2024-05-02&q=" + Uri.EscapeDataString("سد بندر"))).GetProperty("total").GetInt32().ShouldBe(6);
        (await place.Get("/search.json?account=crew1&q=" + Uri.EscapeDataString("سد بندر"))).GetProperty("total").GetInt32().ShouldBe(20);
        (await place.Get("/search.json?q=harbour+nothere")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Every_address_of_a_page_gives_the_page_and_a_wrong_one_a_problem()
    {
        await using var place = await Place.Open();
        foreach (var path in new[] { "/", "/overview", "/groups/1", "/accounts/12", "/network", "/search?q=a.b", "/report", "/jobs/1" })
            (await place.Text(path)).ShouldContain("<!doctype html>", Case.Insensitive, path);
        foreach (var path in new[] { "/groups/99.json", "/groups/abc.json", "/accounts/nobody.json", "/posts/999999.json", "/nothing.json", "/groups.json?run=9", "/api/nothing" })
        {
            using var answer = await place.Http.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!.Length.ShouldBeGreaterThan(10);
        }
    }

    [Theory]
    [InlineData("/index.html", "text/html")]
    [InlineData("/app.js", "text/javascript")]
    [InlineData("/app.css", "text/css")]
    public async Task The_files_of_the_pages_are_inside_the_program(string path, string type)
    {
        await using var place = await Place.Open(withCase: false);
        using var answer = await place.Http.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Theory]
    [InlineData("/groups/1/timeline.json?from=yesterday")]
    [InlineData("/network.json?window=wide")]
    [InlineData("/network.json?tier=gold")]
    [InlineData("/groups.json?sort=beauty")]
    [InlineData("/groups/1/exhibits.json?after=x")]
    public async Task A_question_that_makes_no_sense_is_answered_with_what_is_expected(string path)
    {
        await using var place = await Place.Open();
        using var answer = await place.Http.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("csv", "PK")]
    [InlineData("gexf", "<?xml")]
    [InlineData("graphml", "<?xml")]
    [InlineData("json", "{")]
    [InlineData("stix", "{")]
    public async Task A_run_can_be_exported_in_every_format(string format, string start)
    {
        await using var place = await Place.Open();
        (await place.Text($"/export/file?format={format}")).ShouldStartWith(start);
    }

    [Fact]
    public async Task Under_pseudonyms_an_export_names_nobody()
    {
        await using var place = await Place.Open();
        (await place.Text("/export/file?format=json")).ShouldContain("crew0");
        (await place.Text("/export/file?format=json&pseudonymise=1")).ShouldNotContain("crew0");
    }

    [Fact]
    public async Task Without_a_case_there_is_a_start_and_everything_else_says_so()
    {
        await using var place = await Place.Open(withCase: false);
        (await place.Get("/start.json")).GetProperty("formats").GetArrayLength().ShouldBeGreaterThan(5);
        using var answer = await place.Http.GetAsync("/overview.json");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("No case is open");
    }

    [Fact]
    public async Task A_closed_workbench_leaves_one_file()
    {
        await using var place = await Place.Open();
        await place.Post("/api/decisions", new { action = "keep", group = "1", text = "", id = (int?)null });
        (await place.Post("/api/case/close")).Status.ShouldBe(HttpStatusCode.OK);
        Directory.EnumerateFiles(place.Folder).Select(Path.GetFileName).ShouldBe(["harbour.claque"]);
    }

    private static IEnumerable<string?> Names(JsonElement rows) => rows.EnumerateArray().Select(row => row.GetProperty("account").GetProperty("label").GetString());

    /// <summary>Rows of a table: line ends outside quotes.</summary>
    private static int Lines(string csv)
    {
        var (lines, quoted) = (0, false);
        foreach (var character in csv)
        {
            if (character == '"') quoted = !quoted;
            if (character == '\n' && !quoted) lines++;
        }

        return lines;
    }
}
