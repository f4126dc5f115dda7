using System.Text;
using System.Text.Json;

namespace Claque.Tests.Cli;

public sealed class ImportTests
{
    [Fact]
    public void The_same_file_twice_changes_nothing_and_says_so()
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        desk.Done("import", file, "--case", desk["c.claque"]);
        var before = desk.Json("info", desk["c.claque"]).GetRawText();
        desk.Done("import", file, "--case", desk["c.claque"]).ShouldContain("already in the case, complete: nothing changed");
        desk.Json("info", desk["c.claque"]).GetRawText().ShouldBe(before);
    }

    [Fact]
    public void Several_formats_go_into_one_case_and_a_post_that_comes_twice_counts_once()
    {
        using var desk = new Desk();
        string[] formats = ["x-v2", "x-v2 flattened", "twarc-csv", "bluesky-jetstream", "telegram", "coortweet"];
        var files = formats.Select(format => desk.Write(Sample.Formats[format].File, Sample.Formats[format].Text())).ToArray();
        var sources = desk.Json(["import", .. files, "--case", desk["c.claque"]]).GetProperty("sources").EnumerateArray().ToList();
        sources.Select(source => source.GetProperty("posts_new").GetInt32()).ShouldBe([384, 0, 0, 384, 384, 384]);
        sources.Select(source => source.GetProperty("posts_known").GetInt32()).ShouldBe([0, 384, 384, 0, 0, 0]);
        desk.Json("info", desk["c.claque"]).GetProperty("posts").GetInt32().ShouldBe(4 * 384);
    }

    [Fact]
    public void When_the_second_of_two_files_is_broken_the_first_is_kept()
    {
        using var desk = new Desk();
        desk.Refused("import", desk.Write("shares.csv", Sample.Shares), desk.Write("empty.csv", ""), "--case", desk["c.claque"])
            .ShouldBe($"empty.csv is empty: 0 bytes. What could be read is kept in {desk["c.claque"]}.");
        desk.Json("info", desk["c.claque"]).GetProperty("posts").GetInt32().ShouldBe(384);
        desk.Refused("import", desk["shares.csv"], desk["missing.csv"], "--case", desk["d.claque"]).ShouldContain("there is no such file");
        desk.Files.ShouldBe(["c.claque", "empty.csv", "shares.csv"]);
    }

    [Fact]
    public void An_import_stopped_on_the_way_keeps_what_it_had_and_goes_on_to_the_same_case()
    {
        using var stop = new CancellationTokenSource();
        using var desk = new Desk { Interactive = true, OnError = line => { if (line.Contains("importing", StringComparison.Ordinal)) stop.Cancel(); } };
        var rows = new StringBuilder("object_id,account_id,content_id,timestamp_share\n");
        for (var i = 0; i < 30_000; i++) rows.Append($"o{i % 5000},a{i % 700},c{i},{1_714_500_000 + (i * 7 % 90_000)}\n");
        var file = desk.Write("many.csv", rows.ToString());
        var stopped = desk.Run(stop.Token, "import", file, "--case", desk["c.claque"]);
        (stopped.Exit, stopped.Out).ShouldBe((130, ""));
        stopped.Error.ShouldEndWith("claque: stopped. Posts taken into a case so far are kept; give the same command again to go on.\n");
        var kept = JsonOf(desk, "info", desk["c.claque"]).GetProperty("posts").GetInt32();
        kept.ShouldBeInRange(1, 29_999);
        var again = desk.Run("import", file, "--case", desk["c.claque"]);
        again.Exit.ShouldBe(0);
        again.Out.ShouldContain($"went on after {kept:N0} rows of an interrupted import\n  30,000 rows: 30,000 posts new");
    }

    [Fact]
    public void A_stopped_detection_stores_no_run()
    {
        using var stop = new CancellationTokenSource();
        using var desk = new Desk { Interactive = true, OnError = line => { if (line.Contains("pairing", StringComparison.Ordinal)) stop.Cancel(); } };
        desk.Run("import", desk.Write("shares.csv", Sample.Shares), "--case", desk["c.claque"]).Exit.ShouldBe(0);
        desk.Run(stop.Token, "detect", desk["c.claque"]).Exit.ShouldBe(130);
        JsonOf(desk, "info", desk["c.claque"]).GetProperty("runs").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void A_map_is_kept_beside_the_file_and_used_again()
    {
        using var desk = new Desk();
        var file = desk.Write("own.csv", Sample.OwnTable(';'));
        desk.Done("import", file, "--case", desk["c.claque"], "--map", "account=who,time=when,text=said,link=addr", "--time-zone", "+02:00");
        desk.Files.ShouldBe(["c.claque", "own.csv", "own.csv.claque-map.json"]);
        desk.Done("import", file, "--case", desk["c.claque"]).ShouldContain("nothing changed");
        desk.Done("import", file, "--case", desk["d.claque"]);
        string First(string name) => desk.Json("info", desk[name]).GetProperty("first").GetString()!;
        First("d.claque").ShouldBe(First("c.claque"));
        First("d.claque").ShouldBe(Sample.Posts[0].Time.AddHours(-2).ToString("yyyy-MM-ddTHH:mm:ssZ"));
        desk.Done("inspect", file).ShouldContain("Columns are taken as own.csv.claque-map.json says.");
    }

    [Fact]
    public void A_map_that_cannot_be_kept_does_not_undo_the_import()
    {
        using var desk = new Desk();
        var file = desk.Write("own.csv", Sample.OwnTable(';'));
        Directory.CreateDirectory(desk["own.csv.claque-map.json"]);
        var ran = desk.Run("import", file, "--case", desk["c.claque"], "--map", "account=who,time=when");
        (ran.Exit, ran.Out.Contains("384 posts new", StringComparison.Ordinal)).ShouldBe((0, true));
        ran.Error.ShouldStartWith("claque: the map of columns was not kept for the next time: ");
    }

    /// <summary>On a watched terminal progress is drawn beside the JSON.</summary>
    private static JsonElement JsonOf(Desk desk, params string[] args) => JsonDocument.Parse(desk.Run([.. args, "--json", "-"]).Out).RootElement;
}
