using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Claque.Tests.Cli;

public sealed class OutputTests
{
    private static readonly string[] Tables = ["edges.csv", "accounts.csv", "groups.json"];

    [Fact]
    public void The_tables_of_detect_begin_with_the_promised_columns()
    {
        using var desk = new Desk();
        Detect(desk, desk.Write("shares.csv", Sample.Shares), "");
        File.ReadLines(desk["edges.csv"]).First().ShouldStartWith("account_a,account_b,behaviour,weight,co_acts,posts_a,posts_b,mean_gap_s,median_gap_s,p,q,tier");
        File.ReadLines(desk["accounts.csv"]).First().ShouldStartWith("account,tier,q,group,evidence,behaviours,explained");
        var rows = File.ReadLines(desk["accounts.csv"]).Skip(1).Select(row => row.Split(',')).Where(row => row[1] == "named").ToList();
        rows.Select(row => row[0].Trim('"')).Order().ShouldBe(Sample.Crew);
        rows.ShouldAllBe(row => row[3] == "1" && row[4] == "timing" && row[5] == "object");
        var groups = JsonDocument.Parse(File.ReadAllBytes(desk["groups.json"])).RootElement.GetProperty("groups");
        groups[0].GetProperty("members").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public void Tables_sentences_and_messages_are_the_same_in_every_language_of_the_computer()
    {
        var elsewhere = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (elsewhere.NumberFormat.NumberGroupSeparator, elsewhere.NumberFormat.NumberDecimalSeparator, elsewhere.NumberFormat.PercentPositivePattern) = (".", ",", 2);
        var before = CultureInfo.CurrentCulture;
        using var desk = new Desk();
        var posts = desk.Write("shares.csv", Sample.Shares);
        string Written() => Detect(desk, posts, "") + desk.Done("--help") + desk.Refused("detect", desk["missing.csv"]) + string.Concat(Tables.Select(table => File.ReadAllText(desk[table])));
        var here = Written();
        try
        {
            CultureInfo.CurrentCulture = elsewhere;
            Written().ShouldBe(here);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Pairs_of_the_crew_share_every_story_and_are_what_a_double_loop_counts()
    {
        using var desk = new Desk();
        Detect(desk, desk.Write("shares.csv", Sample.Shares), "");
        var counted = File.ReadLines(desk["edges.csv"]).Skip(1).Select(row => row.Split(',')).ToDictionary(row => (row[0].Trim('"'), row[1].Trim('"')), row => int.Parse(row[3], CultureInfo.InvariantCulture));
        var plain = (from a in Sample.Posts
                     from b in Sample.Posts
                     where string.CompareOrdinal(a.Account, b.Account) < 0 && a.Link == b.Link && Math.Abs(a.UnixSeconds - b.UnixSeconds) <= 300
                     select (a.Account, b.Account, a.Link)).Distinct().GroupBy(x => (x.Item1, x.Item2)).Where(pair => pair.Count() >= 2).ToDictionary(pair => pair.Key, pair => pair.Count());
        counted.OrderBy(pair => pair.Key).ShouldBe(plain.OrderBy(pair => pair.Key));
        plain[("anneke", "bertil")].ShouldBe(16);
    }

    [Fact]
    public void The_same_posts_give_the_same_bytes_twice_through_a_case_and_from_every_order_of_import()
    {
        using var desk = new Desk();
        var file = desk.Write("cnt.csv", Sample.Formats["cnt"].Text());
        desk.Done("import", file, "--case", desk["c.claque"]);
        Detect(desk, file, "1");
        Detect(desk, file, "2");
        Detect(desk, desk["c.claque"], "3");
        foreach (var table in Tables)
        {
            var bytes = File.ReadAllBytes(desk["1" + table]);
            File.ReadAllBytes(desk["2" + table]).ShouldBe(bytes);
            File.ReadAllBytes(desk["3" + table]).ShouldBe(bytes);
        }
    }

    [Fact]
    public async Task One_processor_gives_the_same_bytes_as_many()
    {
        using var desk = new Desk();
        var file = desk.Write("cnt.csv", Sample.Formats["cnt"].Text());
        Detect(desk, file, "many");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in new[] { Path.Combine(AppContext.BaseDirectory, "claque.dll"), "detect", file, "--edges", desk["oneedges.csv"], "--accounts", desk["oneaccounts.csv"], "--groups", desk["onegroups.json"] })
            start.ArgumentList.Add(word);
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        (process.ExitCode, await error).ShouldBe((0, ""));
        (await output).ShouldContain("named");
        foreach (var table in Tables) File.ReadAllBytes(desk["one" + table]).ShouldBe(File.ReadAllBytes(desk["many" + table]));
    }

    [Fact]
    public void Exports_are_well_formed_and_hold_the_crew()
    {
        using var desk = new Desk();
        var kept = desk["c.claque"];
        desk.Done("investigate", desk.Write("cnt.csv", Sample.Formats["cnt"].Text()), "--case", kept);
        foreach (var format in new[] { "gexf", "graphml", "json", "csv" }) desk.Done("export", kept, "--format", format, "--out", desk["x." + format]);
        XDocument.Load(desk["x.gexf"]).Descendants().Count(e => e.Name.LocalName == "node").ShouldBeGreaterThanOrEqualTo(4);
        XDocument.Load(desk["x.graphml"]).Descendants().Count(e => e.Name.LocalName == "node").ShouldBeGreaterThanOrEqualTo(4);
        JsonDocument.Parse(File.ReadAllBytes(desk["x.json"])).RootElement.GetProperty("groups").GetArrayLength().ShouldBeGreaterThan(0);
        File.ReadAllText(desk["x.csv/accounts.csv"]).ShouldContain("anneke");
        File.ReadAllText(desk["x.csv/pairs.csv"]).ShouldContain("anneke");
    }

    [Fact]
    public void Pseudonymised_output_has_no_account_id_or_handle()
    {
        using var desk = new Desk();
        var kept = desk["c.claque"];
        desk.Done("investigate", desk.Write("cnt.csv", Sample.Formats["cnt"].Text()), "--case", kept);
        desk.Done("report", kept, "--out", desk["p.html"], "--pseudonymise");
        foreach (var format in new[] { "gexf", "graphml", "json", "csv" }) desk.Done("export", kept, "--format", format, "--out", desk["p." + format], "--pseudonymise");
        foreach (var path in new[] { "p.html", "p.gexf", "p.graphml", "p.json", "p.csv/accounts.csv", "p.csv/pairs.csv" })
            foreach (var account in Sample.Crew) File.ReadAllText(desk[path]).ShouldNotContain(account);
    }

    [Fact]
    public void The_report_names_the_commands_that_repeat_the_run_and_they_do()
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        desk.Done("investigate", file, "--case", desk["c.claque"], "--window", "30s,90s", "--min-weight", "3", "--question", "Who pushed the ferry story?");
        var report = File.ReadAllText(desk["c.html"]);
        report.ShouldContain("Who pushed the ferry story?");
        report.ShouldContain("claque import shares.csv --case c.claque");
        report.ShouldContain("claque detect c.claque --window 30s,90s --min-weight 3 --max-object-accounts 5000 --min-words 4 --min-hashtags 2 --similarity 0.7 --alpha 0.01 --seed 1");
        desk.Done(["detect", desk["c.claque"], .. "--window 30s,90s --min-weight 3 --max-object-accounts 5000 --min-words 4 --min-hashtags 2 --similarity 0.7 --alpha 0.01 --seed 1".Split(' ')]);
        var runs = desk.Json("info", desk["c.claque"]).GetProperty("runs");
        runs[1].GetProperty("options").GetRawText().ShouldBe(runs[0].GetProperty("options").GetRawText());
        desk.Done("report", desk["c.claque"], "--out", desk["again.html"]);
        desk.Done("report", desk["c.claque"], "--run", "1", "--out", desk["first.html"]);
        File.ReadAllText(desk["first.html"]).ShouldBe(report);
    }

    [Fact]
    public void Without_a_test_every_output_says_unvalidated()
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        const string Word = "nvalidated: no error rate";
        desk.Done("investigate", file, "--case", desk["c.claque"], "--no-test").ShouldContain(Word);
        File.ReadAllText(desk["c.html"]).ShouldContain(Word, Case.Insensitive);
        desk.Json("detect", file, "--no-test").GetProperty("error_control").GetProperty("sentence").GetString()!.ShouldContain(Word);
        desk.Done("detect", file, "--no-test", "--accounts", desk["a.csv"]);
        File.ReadLines(desk["a.csv"]).Skip(1).ShouldAllBe(row => row.Split(',')[1].Length == 0);
    }

    private static string Detect(Desk desk, string input, string prefix) =>
        desk.Done("detect", input, "--edges", desk[prefix + "edges.csv"], "--accounts", desk[prefix + "accounts.csv"], "--groups", desk[prefix + "groups.json"]);

    [Fact]
    public void Posts_without_a_text_in_common_are_not_said_to_have_a_coarse_clock()
    {
        using var desk = new Desk();
        var rows = Enumerable.Range(0, 12).Select(i => $"acc{i % 4},2024-01-31T12:0{i / 4}:0{i % 4}Z,word{i} stone{i} quay{i} lamp{i} tide{i},https://harbour.example/{i / 4}");
        var shown = desk.Done("detect", desk.Write("own.csv", "account,time,text,link\n" + string.Join('\n', rows) + "\n"));
        shown.ShouldContain("text: timing not tested, no two accounts have an object in common.");
        shown.ShouldNotContain("too coarse");
    }
}
