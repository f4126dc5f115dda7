using System.Text.Json;

namespace Claque.Tests.Cli;

/// <summary>The forms that scripts of others rely on: what <c>--json -</c> and the files hold.</summary>
public sealed class JsonTests
{
    [Fact]
    public void Inspect_gives_format_mapping_span_precision_and_problems()
    {
        using var desk = new Desk();
        var seen = desk.Json("inspect", desk.Write("shares.csv", Sample.Shares));
        HasAll(seen, "format", "mapping", "rows_sampled", "first", "last", "time_precision", "problems", "behaviours", "rows");
        seen.GetProperty("mapping").GetProperty("account").GetString().ShouldBe("account_id");
        seen.GetProperty("first").GetString().ShouldBe($"{Sample.Posts[0].Iso[..19]}Z");
        seen.GetProperty("time_precision").GetString().ShouldBe("second");
        seen.GetProperty("problems").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void Every_command_with_JSON_gives_JSON_and_nothing_else()
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        var kept = desk["kept.claque"];
        HasAll(desk.Json("import", file, "--case", kept), "case", "sources");
        HasAll(desk.Json("import", file, "--case", kept).GetProperty("sources")[0], "file", "sha256", "format", "rows_read", "posts_new", "posts_known", "rows_rejected", "complete", "was_complete", "rejects", "notes");
        HasAll(desk.Json("detect", file), "claque_version", "posts", "accounts", "options", "error_control", "layers", "groups", "notes");
        HasAll(desk.Json("detect", kept), "run", "groups");
        HasAll(desk.Json("investigate", file, "--case", kept), "run", "groups");
        HasAll(desk.Json("info", kept), "case", "question", "posts", "accounts", "first", "last", "sources", "runs");
        desk.Json("info", kept).GetProperty("runs").GetArrayLength().ShouldBe(2);
        HasAll(desk.Json("show", kept)[0], "group", "tier", "behaviours", "size", "pairs", "objects", "median_gap_s", "readings", "members");
        HasAll(desk.Json("show", kept, "--group", "1")[0], "behaviour", "object", "gap_s", "a", "b");
        HasAll(desk.Json("show", kept, "--pair", "anneke,bertil")[0].GetProperty("a"), "account", "post", "time", "text", "file", "line");
        HasAll(desk.Json("audit", kept, "--rounds", "3"), "rounds_run", "mean_named", "rounds_with_named", "rounds");
        desk.Json("audit", file, "--rounds", "3").GetProperty("rounds").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public void JSON_goes_into_a_file_as_it_goes_to_standard_output()
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        var shown = desk.Done("detect", file, "--json", "-");
        desk.Done("detect", file, "--json", desk["found.json"]).ShouldBe("");
        File.ReadAllText(desk["found.json"]).ShouldBe(shown);
        JsonDocument.Parse(shown).RootElement.GetProperty("error_control").GetProperty("named_accounts").GetInt32().ShouldBe(4);
    }

    [Fact]
    public void A_simulation_is_scored_against_its_truth()
    {
        using var desk = new Desk();
        desk.Done("simulate", "--out", desk["lab"], "--accounts", "300", "--days", "14", "--plant", "8x15x1min", "--decoys", "early-birds,feed-bots");
        FirstLine(desk["lab/posts.csv"]).ShouldBe("post_id,account_id,object_id,kind,time,text");
        FirstLine(desk["lab/truth.csv"]).ShouldBe("account_id,role,crew");
        desk.Done("detect", desk["lab/posts.csv"], "--accounts", desk["lab/accounts.csv"]);
        var score = desk.Json("evaluate", desk["lab/accounts.csv"], "--truth", desk["lab/truth.csv"]);
        HasAll(score, "tier", "recall", "precision", "realised_fdr", "false_accounts", "false_accounts_per_1000", "roles", "crews", "tiers");
        HasAll(score.GetProperty("roles")[0], "role", "planted", "accounts", "flagged", "per_1000");
        score.GetProperty("recall_of").GetInt32().ShouldBe(8);
        desk.Done("evaluate", desk["lab/accounts.csv"], "--truth", desk["lab/truth.csv"]).ShouldContain("Tier named\n  recall ");
    }

    [Fact]
    public void The_same_seed_simulates_the_same_bytes()
    {
        using var desk = new Desk();
        foreach (var folder in new[] { "one", "two" }) desk.Done("simulate", "--out", desk[folder], "--accounts", "60", "--days", "7", "--seed", "9");
        foreach (var name in new[] { "posts.csv", "truth.csv" }) File.ReadAllBytes(desk["one/" + name]).ShouldBe(File.ReadAllBytes(desk["two/" + name]));
    }

    private static string FirstLine(string path) => File.ReadLines(path).First();

    private static void HasAll(JsonElement element, params string[] fields)
    {
        foreach (var field in fields) element.TryGetProperty(field, out _).ShouldBeTrue($"no field {field} in {element}");
    }
}
