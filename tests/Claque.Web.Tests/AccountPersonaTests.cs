using System.Globalization;
using System.Net;
using System.Text;
using Claque.Cases;
using Claque.Personas;
using Claque.Personas.Accounts;
using Claque.Reports.Personas;
using Claque.Statistics;

namespace Claque.Tests.Web;

/// <summary>Accounts by their own posts: the page says what <c>claque personas --accounts</c> says, in a case that has posts only.</summary>
public sealed class AccountPersonaTests
{
    private static readonly string[] Little = "the a of and to in for that with but as by from on at this which not or it was is be have had will would may must so yet then also very just only more most such some any all".Split(' ');

    [Fact]
    public async Task Pairs_of_accounts_are_those_of_the_engine_with_what_was_pooled_and_left_out()
    {
        await using var place = await Place.Open(withCase: false);
        await place.Post("/api/case/new", new { path = "harbour.claque", question = "One hand?", pseudonymise = false });
        var (_, dropped) = await place.Drop("posts.csv", Posts());
        await place.Post($"/api/files/{dropped.GetProperty("id").GetString()}/import");
        await place.Idle();
        (await place.Get("/personas/accounts.json")).GetProperty("study").GetProperty("state").GetString().ShouldBe("none");
        await ArticlePlace.Study(place, "accounts");

        using var file = CaseFile.OpenReadOnly(place.CasePath);
        var pooled = PostPooling.Of(file.Posts(), PoolingOptions.Default);
        var study = PersonaStudy.Of([.. pooled.Accounts.SelectMany(account => account.Pieces)], PersonaOptions.Default);
        var page = await place.Get("/personas/accounts.json");
        page.EnumerateObject().Select(property => property.Name).ShouldBe(ContractTests.InterfaceOf("PersonasPage"));
        page.GetProperty("study").GetProperty("state").GetString().ShouldBe("made");
        page.GetProperty("opening").EnumerateArray().Select(one => one.GetString()).ShouldBe(PersonaWords.OfPooled(pooled));
        page.GetProperty("limits").EnumerateArray().Select(one => one.GetString()).ShouldBe(PersonaWords.LimitsOfAccounts);
        page.GetProperty("bylines")[0].GetProperty("href").GetString()!.ShouldStartWith("/accounts/");
        var pairs = page.GetProperty("pairs").EnumerateArray().ToList();
        pairs.Count.ShouldBe(study.Pairs.Count(pair => pair.LogRatio is not null));
        pairs.Count.ShouldBeGreaterThan(50);
        pairs.Select(pair => pair.GetProperty("verdict").GetString()).ShouldBe(study.Pairs.Take(pairs.Count).Select(pair => PersonaWords.Of(pair.Verdict)));
        (pairs[0].GetProperty("a").GetString(), pairs[0].GetProperty("b").GetString()).ShouldBe(("account00", "account11"), "The two are of one hand in this invented case.");
        (await place.Text("/personas/accounts.csv")).ShouldContain("account00,account11,");
        (await place.Text("/personas/accounts/list.csv")).TrimStart('\uFEFF').ShouldStartWith("account,pieces,words");
    }

    [Fact]
    public async Task A_case_without_posts_has_no_accounts_to_compare_and_says_so()
    {
        await using var place = await Place.Open(withCase: false);
        await ArticlePlace.Fill(place, ArticlePlace.Line("first", "Ferry Times", "2024-03-04T07:00:00Z", ArticlePlace.Prose("salt")));
        var (status, problem) = await place.Post("/api/studies/accounts");
        status.ShouldBe(HttpStatusCode.Conflict);
        problem.GetProperty("detail").GetString()!.ShouldContain("no posts");
    }

    // Twelve accounts of eleven writers, each with likings of its own.
    private static string Posts()
    {
        var csv = new StringBuilder("id,account,time,text\n");
        for (var account = 0; account < 12; account++)
        {
            var taste = new Pcg32((ulong)(account % 11), 77);
            var likings = Little.Select(_ => Math.Exp(0.7 * taste.NextNormal())).ToArray();
            var draw = new Pcg32((ulong)account, 99);
            for (var post = 0; post < 110; post++)
            {
                var words = Enumerable.Range(0, 22).Select(_ => draw.NextDouble() < 0.6 ? Drawn(likings, draw) : $"w{(char)('a' + draw.Next(20))}{(char)('a' + draw.Next(20))}");
                csv.Append(CultureInfo.InvariantCulture, $"{account}-{post},account{account:00},2024-03-{1 + (post / 20):00}T10:{post % 60:00}:00Z,{string.Join(' ', words)}.\n");
            }
        }

        return csv.ToString();
    }

    private static string Drawn(double[] likings, Pcg32 draw)
    {
        var at = draw.NextDouble() * likings.Sum();
        var word = 0;
        while (word < likings.Length - 1 && (at -= likings[word]) > 0) word++;
        return Little[word];
    }
}
