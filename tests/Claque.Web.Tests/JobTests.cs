using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Claque.Tests.Web;

/// <summary>Files dropped on the workbench, and work that takes its time.</summary>
public sealed class JobTests
{
    [Fact]
    public async Task A_dropped_file_is_recognised_imported_and_gives_a_receipt()
    {
        await using var place = await Place.Open(withCase: false);
        (await place.Post("/api/case/new", new { path = "new", question = "Who?", pseudonymise = false })).Status.ShouldBe(HttpStatusCode.OK);
        var (status, file) = await place.Drop("posts.csv", InventedCase.Csv(["bad,crew1,never,text,en,"]));
        status.ShouldBe(HttpStatusCode.Created);
        file.GetProperty("recognised").GetBoolean().ShouldBeTrue();
        file.GetProperty("mapping").EnumerateArray().ShouldContain(pair => pair.GetProperty("field").GetString() == "account" && pair.GetProperty("column").GetString() == "user_id");
        file.GetProperty("rows").GetArrayLength().ShouldBe(5);
        file.GetProperty("precision").GetString().ShouldBe("second");

        var (accepted, job) = await place.Post($"/api/files/{file.GetProperty("id").GetString()}/import");
        accepted.ShouldBe(HttpStatusCode.Accepted);
        var last = await LastEvent(place, job.GetProperty("id").GetString()!);
        last.GetProperty("state").GetString().ShouldBe("done", last.GetProperty("error").GetString());
        var receipt = last.GetProperty("receipt");
        receipt.GetProperty("posts_new").GetInt32().ShouldBe(receipt.GetProperty("rows").GetInt32() - 1);
        receipt.GetProperty("rows_rejected").GetInt32().ShouldBe(1);
        receipt.GetProperty("rejects")[0].GetProperty("count").GetInt32().ShouldBe(1);
        receipt.GetProperty("sha256").GetString().ShouldBe(file.GetProperty("sha256").GetString());
        (await place.Get("/files.json")).GetProperty("files").GetArrayLength().ShouldBe(0);
        (await place.Get($"/sources/{receipt.GetProperty("source").GetInt32()}/rejects.json")).GetProperty("rows")[0].GetProperty("excerpt").GetString()!.ShouldContain("never");
        File.Exists(Path.Combine(place.Folder, "new.claque")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_state_of_a_job_survives_a_reload()
    {
        await using var place = await Place.Open();
        var (_, job) = await place.Post("/api/detect", Defaults);
        await place.Idle();
        var id = job.GetProperty("id").GetString()!;
        var state = await place.Get($"/jobs/{id}.json");
        state.GetProperty("state").GetString().ShouldBe("done", state.GetProperty("error").GetString());
        state.GetProperty("run").GetInt32().ShouldBe(2);
        (await LastEvent(place, id)).GetProperty("state").GetString().ShouldBe("done");
        (await place.Get("/shell.json")).GetProperty("runs").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task An_import_that_is_cancelled_keeps_what_was_read_and_goes_on_later()
    {
        await using var place = await Place.Open(withCase: false);
        await place.Post("/api/case/new", new { path = "new.claque", question = "", pseudonymise = false });
        var rows = Enumerable.Range(0, 400_000).Select(i => $"z{i},walker{i % 500},2024-06-01T{i % 24:00}:00:00Z,one more walk number {i},en,");
        var (_, file) = await place.Drop("long.csv", InventedCase.Csv(rows));
        var id = file.GetProperty("id").GetString();
        var (_, job) = await place.Post($"/api/files/{id}/import");
        (await place.Post("/api/detect", Defaults)).Status.ShouldBe(HttpStatusCode.Conflict);
        await place.Post($"/api/jobs/{job.GetProperty("id").GetString()}/cancel");
        (await LastEvent(place, job.GetProperty("id").GetString()!)).GetProperty("state").GetString().ShouldBe("cancelled");
        (await place.Get("/files.json")).GetProperty("files").GetArrayLength().ShouldBe(1);

        var (_, again) = await place.Post($"/api/files/{id}/import");
        var last = await LastEvent(place, again.GetProperty("id").GetString()!);
        last.GetProperty("state").GetString().ShouldBe("done", last.GetProperty("error").GetString());
        last.GetProperty("receipt").GetProperty("complete").GetBoolean().ShouldBeTrue();
        last.GetProperty("receipt").GetProperty("posts_new").GetInt32().ShouldBe(InventedCase.Csv().Split('\n').Length - 2 + 400_000);
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_said_to_be_none()
    {
        await using var place = await Place.Open();
        var (status, file) = await place.Drop("picture.png", "\u0089PNG\r\n\u001a\n nothing to read");
        status.ShouldBe(HttpStatusCode.Created);
        (file.GetProperty("error").GetString()!.Length + file.GetProperty("problems").GetArrayLength()).ShouldBeGreaterThan(0);
        file.GetProperty("recognised").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Columns_that_were_not_recognised_can_be_named()
    {
        await using var place = await Place.Open();
        var (_, file) = await place.Drop("odd.csv", "a,b,c\nann,2024-05-01 10:00:00,hello\nbob,2024-05-01 10:00:09,hello\n");
        var (status, mapped) = await place.Post($"/api/files/{file.GetProperty("id").GetString()}/mapping", new
        {
            format = "",
            map = new[] { new { field = "account", column = "a" }, new { field = "time", column = "b" }, new { field = "text", column = "c" } },
            object_columns = Array.Empty<string>(),
            time_format = "",
            time_zone = "+02:00",
            delimiter = "",
        });
        status.ShouldBe(HttpStatusCode.OK);
        mapped.GetProperty("error").GetString().ShouldBe("");
        mapped.GetProperty("first").GetString().ShouldBe("2024-05-01T08:00:00Z");
        mapped.GetProperty("time_zone").GetString().ShouldBe("+02:00");
    }

    [Fact]
    public async Task A_file_that_the_case_has_is_named_as_known()
    {
        await using var place = await Place.Open();
        var (_, file) = await place.Drop("again.csv", InventedCase.Csv(Hostile.Posts));
        file.GetProperty("known_as").GetString().ShouldBe("posts.csv");
    }

    private static object Defaults => new { behaviours = Array.Empty<string>(), windows_s = Array.Empty<double>(), min_weight = (int?)null, alpha = (double?)null, seed = (int?)null, test = true };

    private static async Task<JsonElement> LastEvent(Place place, string job)
    {
        await using var stream = await place.Http.GetStreamAsync($"/api/jobs/{job}/events");
        JsonElement? last = null;
        await foreach (var item in SseParser.Create(stream).EnumerateAsync())
        {
            item.EventType.ShouldBe("progress");
            last = JsonDocument.Parse(item.Data).RootElement;
        }

        return last!.Value;
    }
}
