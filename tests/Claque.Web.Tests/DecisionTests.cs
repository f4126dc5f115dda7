using System.Net;
using System.Text.Json;
using Claque.Cases;
using Claque.Reports;

namespace Claque.Tests.Web;

/// <summary>Keep, dismiss, note, tag, undo; and what the report makes of it.</summary>
public sealed class DecisionTests
{
    [Fact]
    public async Task A_dismissed_group_is_out_of_the_report_and_stays_visible()
    {
        await using var place = await Place.Open();
        var key = await Key(place);
        (await Decide(place, "dismiss", "one newsroom, says its imprint")).GetProperty("sentence").GetString().ShouldBe("Dismissed group 1: one newsroom, says its imprint");

        var report = await place.Text("/report/preview.html");
        report.ShouldNotContain("id=\"group-1\"");
        report.ShouldContain("dismissed by the investigator");
        (await Row(place, key)).GetProperty("status").GetString().ShouldBe("dismissed");
        (await place.Get("/overview.json")).GetProperty("dismissed").GetInt32().ShouldBe(1);
        using var file = CaseFile.OpenReadOnly(place.CasePath);
        ReportModels.Of(file, 1, pseudonymise: false).GroupsDismissed.ShouldBe(1);
    }

    [Fact]
    public async Task A_dismissed_group_is_out_of_exports_with_the_pairs_inside_it_unless_asked_for()
    {
        await using var place = await Place.Open();
        (await place.Text("/export/file?format=json")).ShouldContain("crew0");
        await Decide(place, "dismiss", "one newsroom, says its imprint");
        (await place.Text("/export/file?format=json")).ShouldNotContain("crew0");
        (await place.Text("/export/file?format=json&dismissed=1")).ShouldContain("crew0");
    }

    [Fact]
    public async Task What_was_dismissed_can_be_taken_back_and_the_log_keeps_both()
    {
        await using var place = await Place.Open();
        var dismissed = await Decide(place, "dismiss", "a feed");
        var (status, undone) = await place.Post("/api/decisions/undo", new { decision = dismissed.GetProperty("number").GetInt32() });
        status.ShouldBe(HttpStatusCode.OK);
        undone.GetProperty("undoes").GetInt32().ShouldBe(dismissed.GetProperty("number").GetInt32());
        (await Row(place, await Key(place))).GetProperty("status").GetString().ShouldBe("new");
        var log = (await place.Get("/decisions.json")).GetProperty("decisions");
        log.EnumerateArray().Select(decision => decision.GetProperty("action").GetString()).ShouldBe(["undo", "dismiss"]);
        log[1].GetProperty("can_undo").GetBoolean().ShouldBeFalse();
        (await place.Text("/report/preview.html")).ShouldContain("id=\"group-1\"");
        (await place.Post("/api/decisions/undo", new { decision = dismissed.GetProperty("number").GetInt32() })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_dismissal_needs_its_reason()
    {
        await using var place = await Place.Open();
        var (status, problem) = await place.Post("/api/decisions", new { action = "dismiss", group = "1", text = "  ", id = (int?)null });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("detail").GetString()!.ShouldContain("needs its reason");
        problem.GetProperty("status").GetInt32().ShouldBe(422);
    }

    [Fact]
    public async Task A_decision_stands_for_the_same_members_in_a_later_run()
    {
        await using var place = await Place.Open();
        var key = await Key(place);
        await Decide(place, "dismiss", "a feed");
        (await place.Post("/api/detect", new { behaviours = Array.Empty<string>(), windows_s = Array.Empty<double>(), min_weight = (int?)null, alpha = (double?)null, seed = (int?)null, test = true }))
            .Status.ShouldBe(HttpStatusCode.Accepted);
        await place.Idle();
        var groups = await place.Get("/groups.json");
        groups.GetProperty("run").GetProperty("number").GetInt32().ShouldBe(2);
        (await Row(place, key)).GetProperty("status").GetString().ShouldBe("dismissed");
    }

    [Fact]
    public async Task Notes_and_tags_come_and_go()
    {
        await using var place = await Place.Open();
        await Decide(place, "tag", "newsroom");
        var note = await Decide(place, "note", "asked them on Monday");
        var row = await Row(place, await Key(place));
        row.GetProperty("tags")[0].GetString().ShouldBe("newsroom");
        row.GetProperty("notes").GetInt32().ShouldBe(1);
        (await place.Get("/groups.json?tag=newsroom")).GetProperty("shown").GetInt32().ShouldBe(1);
        (await place.Get("/groups.json?tag=other")).GetProperty("shown").GetInt32().ShouldBe(0);

        await Decide(place, "untag", "newsroom");
        await place.Post("/api/decisions", new { action = "remove-note", group = "1", text = "", id = note.GetProperty("number").GetInt32() });
        row = await Row(place, await Key(place));
        row.GetProperty("tags").GetArrayLength().ShouldBe(0);
        row.GetProperty("notes").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_chosen_exhibit_stands_in_the_report_alone_with_the_comment()
    {
        await using var place = await Place.Open();
        var exhibits = (await place.Get("/groups/1/exhibits.json")).GetProperty("exhibits");
        var chosen = exhibits[3].GetProperty("key").GetString()!;
        var key = await Key(place);
        var (status, page) = await place.Post("/api/report/exhibits", new { group = key, exhibit = chosen, text = "Note the seconds." });
        status.ShouldBe(HttpStatusCode.OK);
        page.GetProperty("exhibits").GetArrayLength().ShouldBe(1);
        (await place.Get("/groups/1/exhibits.json")).GetProperty("exhibits").EnumerateArray().Count(exhibit => exhibit.GetProperty("in_report").GetBoolean()).ShouldBe(1);

        var draft = new
        {
            title = "The harbour chorus",
            introduction = "First paragraph.\nSecond <b>paragraph</b>.",
            exhibits = new[] { new { exhibit = chosen, group = key, text = "Note the seconds." } },
            pseudonymise = false,
            only_kept = false,
            run = (int?)null,
        };
        (await place.Send(HttpMethod.Put, "/api/report", draft)).Status.ShouldBe(HttpStatusCode.OK);
        var html = await place.Text("/report/file.html");
        html.ShouldContain("The harbour chorus");
        html.ShouldContain("Second &lt;b&gt;paragraph&lt;/b&gt;.");
        html.ShouldContain("Note the seconds.");
        html.Split("class=\"exhibit\"").Length.ShouldBe(2);

        (await place.Send(HttpMethod.Delete, "/api/report/exhibits/" + Uri.EscapeDataString(chosen))).Body.GetProperty("exhibits").GetArrayLength().ShouldBe(0);
    }

    private static async Task<string> Key(Place place) => (await place.Get("/groups/1.json")).GetProperty("group").GetProperty("key").GetString()!;

    private static async Task<JsonElement> Row(Place place, string key) =>
        (await place.Get("/groups.json")).GetProperty("groups").EnumerateArray().Single(row => row.GetProperty("key").GetString() == key);

    private static async Task<JsonElement> Decide(Place place, string action, string text)
    {
        var (status, made) = await place.Post("/api/decisions", new { action, group = "1", text, id = (int?)null });
        status.ShouldBe(HttpStatusCode.OK);
        return made;
    }
}
