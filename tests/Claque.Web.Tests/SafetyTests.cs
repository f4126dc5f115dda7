using System.Net;
using System.Text.RegularExpressions;

namespace Claque.Tests.Web;

/// <summary>What other sites, other names and hostile posts cannot do.</summary>
public sealed class SafetyTests
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.7")]
    public async Task A_name_that_only_points_to_this_machine_is_refused(string host)
    {
        await using var place = await Place.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/overview.json") { Headers = { Host = host } };
        using var answer = await place.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("127.0.0.1 and localhost only");
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_can_change_nothing_and_read_nothing(string header, string value)
    {
        await using var place = await Place.Open();
        foreach (var (method, path) in new[] { (HttpMethod.Post, "/api/case/close"), (HttpMethod.Get, "/overview.json"), (HttpMethod.Delete, "/api/report/exhibits/x") })
        {
            using var request = new HttpRequestMessage(method, path) { Headers = { { header, value } } };
            using var answer = await place.Http.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        }

        (await place.Get("/shell.json")).GetProperty("case").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
    }

    [Theory]
    [InlineData("/api/case")]
    [InlineData("/api/case/new")]
    public async Task A_path_that_can_be_none_is_refused_in_words(string address)
    {
        await using var place = await Place.Open();
        using var body = new StringContent("""{"path":"a\u0000.claque","question":"","pseudonymise":false}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await place.Http.PostAsync(address, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("zero character");
    }

    [Fact]
    public async Task A_link_on_another_site_may_lead_to_a_page_but_not_into_a_frame()
    {
        await using var place = await Place.Open();
        (await Status("document")).ShouldBe(HttpStatusCode.OK);
        (await Status("iframe")).ShouldBe(HttpStatusCode.Forbidden);

        async Task<HttpStatusCode> Status(string destination)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/groups")
            {
                Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Mode", "navigate" }, { "Sec-Fetch-Dest", destination } },
            };
            using var answer = await place.Http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/groups/1")]
    [InlineData("/groups/1.json")]
    [InlineData("/app.js")]
    [InlineData("/nothing.json")]
    public async Task Every_answer_forbids_foreign_and_inline_code(string path)
    {
        await using var place = await Place.Open();
        using var answer = await place.Http.GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task A_hostile_post_stays_text()
    {
        await using var place = await Place.Open();
        using var answer = await place.Http.GetAsync("/search.json?q=hostilemark");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var hits = (await place.Get("/search.json?q=hostilemark")).GetProperty("posts").EnumerateArray().Select(hit => hit.GetProperty("post")).ToList();
        hits.Count.ShouldBe(5);
        hits.ShouldContain(post => post.GetProperty("text").GetString() == Hostile.Script);

        var bidi = hits.Single(post => post.GetProperty("text").GetString()!.Contains("elgoog", StringComparison.Ordinal));
        Parts(bidi).ShouldContain(("U+202E", "code"));
        Parts(hits.Single(post => post.GetProperty("text").GetString()!.EndsWith("zero", StringComparison.Ordinal))).ShouldContain(("U+200B ×3", "code"));
        var huge = hits.Single(post => post.GetProperty("cut").GetInt32() > 0);
        huge.GetProperty("text").GetString()!.Length.ShouldBe(2000);
        huge.GetProperty("cut").GetInt32().ShouldBe(Hostile.Huge.Length - 2000);

        static (string?, string?)[] Parts(System.Text.Json.JsonElement post) =>
            [.. post.GetProperty("parts").EnumerateArray().Select(part => (part.GetProperty("text").GetString(), part.GetProperty("kind").GetString()))];
    }

    [Fact]
    public async Task A_table_for_spreadsheets_holds_no_formula()
    {
        await using var place = await Place.Open();
        var table = await place.Text("/search.csv?q=hostilemark");
        table.ShouldContain("'=cmd|");
        Regex.IsMatch(table, "(^|,)\"?=").ShouldBeFalse();
    }

    [Fact]
    public async Task The_preview_of_the_report_runs_nothing_and_may_stand_in_our_own_frame_only()
    {
        await using var place = await Place.Open();
        using var answer = await place.Http.GetAsync("/report/preview.html");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("sandbox");
        policy.ShouldNotContain("script-src");
        policy.ShouldContain("frame-ancestors 'self'");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_case_that_cannot_be_written_can_still_be_looked_at()
    {
        await using var place = await Place.Open(withCase: false);
        InventedCase.Write(place.CasePath);
        File.SetAttributes(place.CasePath, FileAttributes.ReadOnly);
        var before = File.ReadAllBytes(place.CasePath);
        (await place.Post("/api/case", new { path = "harbour.claque" })).Status.ShouldBe(HttpStatusCode.OK);
        (await place.Get("/groups.json")).GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        (await place.Get("/network.json")).GetProperty("nodes").GetProperty("id").GetArrayLength().ShouldBeGreaterThan(0);
        var (status, problem) = await place.Post("/api/decisions", new { action = "keep", group = "1", text = "", id = (int?)null });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("detail").GetString()!.ShouldContain("cannot be written");
        (await place.Post("/api/case/close")).Status.ShouldBe(HttpStatusCode.OK);
        File.ReadAllBytes(place.CasePath).ShouldBe(before);
        File.SetAttributes(place.CasePath, FileAttributes.Normal);
    }
}
