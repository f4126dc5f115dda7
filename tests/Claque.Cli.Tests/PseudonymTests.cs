namespace Claque.Tests.Cli;

public sealed class PseudonymTests
{
    [Fact]
    public void A_case_marked_for_pseudonyms_shows_no_account_in_its_report_and_exports()
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        desk.Done("investigate", file, "--case", desk["marked.claque"], "--report", desk["marked.html"], "--pseudonymise", "--min-weight", "1", "--no-test");
        desk.Done("export", desk["marked.claque"], "--format", "csv", "--out", desk["tables"]);
        desk.Done("investigate", file, "--case", desk["open.claque"], "--report", desk["open.html"], "--min-weight", "1", "--no-test");

        var account = Sample.Shares.Split('\n')[1].Split(',')[1];
        File.ReadAllText(desk["open.html"]).ShouldContain(account);
        File.ReadAllText(desk["marked.html"]).ShouldNotContain(account);
        var pairs = File.ReadAllText(Path.Combine(desk["tables"], "pairs.csv"));
        pairs.ShouldNotContain(account);
        pairs.ShouldContain("account-");
    }
}
