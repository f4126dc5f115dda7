using Claque.Cases;
using Claque.Columns;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Tests.Web;

/// <summary>Accounts that are worth a look stand apart from everything that is found.</summary>
public sealed class SurfacedTests
{
    [Fact]
    public async Task Who_is_worth_a_look_has_a_page_of_its_own_that_says_it_is_no_finding()
    {
        await using var place = await Filled();
        var page = await place.Get("/surfaced.json");
        page.GetProperty("title").GetString().ShouldBe("Worth a look, no finding");
        page.GetProperty("meaning").GetString()!.ShouldContain("no ground to publish a name");
        page.GetProperty("tiers").EnumerateArray().Select(tier => (tier.GetProperty("tier").GetString(), tier.GetProperty("accounts").GetInt32())).ShouldBe([("lead", 1), ("at_publication", 1)]);
        var rows = page.GetProperty("accounts");
        rows.EnumerateArray().Select(row => row.GetProperty("account").GetProperty("native_id").GetString()).ShouldBe(["crew1", "crew0"]);
        rows[0].GetProperty("why").GetString().ShouldBe("Near to three others.");
        rows[0].GetProperty("circle").GetInt32().ShouldBe(2);
        (await place.Get("/surfaced.json?tier=at_publication")).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task They_are_a_table_and_their_own_pages_and_the_overview_lead_to_them()
    {
        await using var place = await Filled();
        (await place.Text("/surfaced.csv")).Split("\r\n")[..2].ShouldBe(["account,platform,handle,name,tier,circle,behaviours,why", "crew1,,,,lead,2,link text,Near to three others."]);
        (await place.Get("/accounts/crew1.json")).GetProperty("surfaced")[0].GetProperty("why").GetString().ShouldBe("Near to three others.");
        (await place.Get("/accounts/person1.json")).GetProperty("surfaced").GetArrayLength().ShouldBe(0);
        (await place.Get("/overview.json")).GetProperty("surfaced").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task None_of_them_is_among_the_findings()
    {
        await using var place = await Filled();
        (await place.Get("/groups.json")).GetProperty("groups").GetArrayLength().ShouldBe(0);
        (await place.Get("/accounts.json")).GetProperty("total").GetInt32().ShouldBe(0);
        (await place.Get("/overview.json")).GetProperty("findings").GetArrayLength().ShouldBe(0);
        (await place.Get("/surfaced.json?run=1")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    /// <summary>The invented case with a second run that found nobody and surfaced two.</summary>
    private static async Task<Place> Filled()
    {
        var place = await Place.Open();
        using var file = CaseFile.Open(place.CasePath);
        var names = new NameTable();
        names.Intern("crew0"u8);
        names.Intern("crew1"u8);
        file.SaveRun(new RunToStore
        {
            Corpus = new Corpus { Accounts = names, Posts = new PostColumns([1, 2], [0, 1], [0, 0], [TimePrecision.Second, TimePrecision.Second]), Traces = [], Notes = [] },
            StartedUtc = InventedCase.Now,
            ClaqueVersion = "0.1.0",
            OptionsJson = "{}",
            Seed = 1,
            ErrorControl = "At a false-discovery rate of 1 %.",
            Layers = [],
            Surfaced = [new SurfacedToStore(1, "lead", 2, ["link", "text"], "Near to three others."), new SurfacedToStore(0, "at_publication", null, ["link"], "In the same second as crew1, five times.")],
        });
        return place;
    }
}
