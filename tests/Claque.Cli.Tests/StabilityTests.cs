namespace Claque.Tests.Cli;

/// <summary>What stands beside the findings: other settings, and an audit.</summary>
public sealed class StabilityTests
{
    [Fact]
    public void An_investigation_says_how_each_group_fares_under_other_settings_in_report_terminal_and_JSON()
    {
        using var desk = new Desk();
        desk.Done("investigate", desk.Write("shares.csv", Sample.Shares), "--case", desk["c.claque"]);
        var shown = desk.Done("show", desk["c.claque"], "--group", "1");
        shown.ShouldStartWith("Under other settings\n");
        foreach (var setting in new[] { "as run", "only 10 s", "windows halved", "error rate 0.1 %", "without object", "without its 3 most shared objects" }) shown.ShouldContain("  " + setting);
        shown.ShouldContain("It is no further test");
        var first = desk.Json("show", desk["c.claque"])[0].GetProperty("sensitivity")[0];
        (first.GetProperty("kind").GetString(), first.GetProperty("named").GetInt32(), first.GetProperty("members").GetInt32(), first.GetProperty("parts").GetInt32()).ShouldBe(("as_run", 4, 4, 1));
        var report = File.ReadAllText(desk["c.html"]);
        report.ShouldContain("Under other settings");
        report.ShouldContain("windows halved");
    }

    [Fact]
    public void Other_settings_can_be_left_out_and_then_the_run_says_how_to_get_them()
    {
        using var desk = new Desk();
        desk.Done("investigate", desk.Write("shares.csv", Sample.Shares), "--case", desk["c.claque"], "--sensitivity", "off").ShouldContain("--sensitivity on does it");
        desk.Done("show", desk["c.claque"], "--group", "1").ShouldNotContain("Under other settings");
        var report = File.ReadAllText(desk["c.html"]);
        report.ShouldContain("--sensitivity on does it");
        report.ShouldContain("--seed 1 --sensitivity off");
        desk.Refused("detect", desk["c.claque"], "--sensitivity", "much").ShouldBe("--sensitivity has \"much\", expected on, off or auto.");
    }

    [Fact]
    public void An_audit_stands_in_the_report_and_where_there_is_none_the_report_says_how_to_get_it()
    {
        using var desk = new Desk();
        desk.Done("investigate", desk.Write("shares.csv", Sample.Shares), "--case", desk["c.claque"], "--audit-rounds", "0", "--seed", "5");
        File.ReadAllText(desk["c.html"]).ShouldContain("whom it names then: claque audit c.claque");
        desk.Done("show", desk["c.claque"]).ShouldContain("No audit of this run was made: claque audit");

        desk.Done("audit", desk["c.claque"], "--rounds", "3").ShouldContain("Kept in the case as the audit of run 1.");
        desk.Done("report", desk["c.claque"]);
        File.ReadAllText(desk["c.html"]).ShouldContain("the test was run 3 times more with every fine time drawn anew (seed 5). Nobody was named in any round.");
        desk.Done("show", desk["c.claque"]).Replace('\n', ' ').ShouldContain("Audit: the test was run 3 times more");
    }

    [Fact]
    public void An_audit_takes_the_options_of_the_run_and_with_others_it_belongs_to_no_report()
    {
        using var desk = new Desk();
        desk.Done("import", desk.Write("shares.csv", Sample.Shares), "--case", desk["c.claque"]);
        desk.Done("detect", desk["c.claque"], "--window", "30s", "--behaviour", "object");
        desk.Done("detect", desk["c.claque"], "--window", "90s", "--alpha", "0.02");
        using (var opened = Claque.Cases.CaseFile.OpenReadOnly(desk["c.claque"])) opened.Audits().ShouldBeEmpty();

        desk.Done("audit", desk["c.claque"], "--rounds", "2");
        desk.Done("audit", desk["c.claque"], "--rounds", "2", "--run", "1");
        desk.Done("audit", desk["c.claque"], "--rounds", "2", "--window", "30s", "--behaviour", "object");
        desk.Done("audit", desk["c.claque"], "--rounds", "2", "--window", "7s").ShouldContain("No run has these options yet");
        using (var opened = Claque.Cases.CaseFile.OpenReadOnly(desk["c.claque"]))
        {
            opened.Audits().Select(audit => audit.Run).ShouldBe([2, 1, 1, null]);
            opened.Audits()[1].OptionsJson.ShouldBe(opened.Runs()[0].OptionsJson);
        }

        desk.Refused("audit", desk["c.claque"], "--run", "1", "--alpha", "0.05").ShouldContain("--run takes its options from that run");
        desk.Refused("audit", desk["shares.csv"], "--run", "1").ShouldContain("--run needs a case");
        desk.Refused("investigate", desk["shares.csv"], "--case", desk["c.claque"], "--audit-rounds", "-1").ShouldContain("expected 0 or more");
    }
}
