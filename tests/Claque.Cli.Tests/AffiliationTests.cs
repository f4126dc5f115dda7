using System.Text.RegularExpressions;

namespace Claque.Tests.Cli;

/// <summary>Affiliations that the user declares label, and neither hide nor accuse.</summary>
public sealed class AffiliationTests
{
    [Fact]
    public void Accounts_of_one_declared_house_are_labelled_and_stay_named()
    {
        using var desk = new Desk();
        var report = Investigate(desk, "account,affiliation\n" + string.Concat(Sample.Crew.Select(account => $"{account},\"Saltquay Gazette, the\"\n")));
        var rows = Accounts(desk).Where(row => row.Contains(",named,", StringComparison.Ordinal)).ToList();
        rows.Count.ShouldBe(4);
        rows.ShouldAllBe(row => row.Contains("\"declared affiliation: Saltquay Gazette, the\""));
        report.ShouldContain("4 of these 4 accounts belong to “Saltquay Gazette, the”");
        report.ShouldContain("Explained by a declared affiliation.");
        desk.Done("show", desk["c.claque"]).ShouldContain("named");
        desk.Done("export", desk["c.claque"], "--format", "csv", "--out", desk["x"]);
        File.ReadAllText(desk["x/accounts.csv"]).ShouldContain("declared affiliation: Saltquay Gazette, the");
    }

    [Fact]
    public void Half_of_a_group_is_not_most_of_it_and_an_account_tied_to_others_is_not_labelled()
    {
        using var desk = new Desk();
        var report = Investigate(desk, $"handle,outlet\n{Sample.Crew[0]},Gazette\n{Sample.Crew[1]},Gazette\n");
        report.ShouldNotContain("declared affiliation");
        Accounts(desk).ShouldAllBe(row => !row.Contains("declared affiliation"));
    }

    [Fact]
    public void Three_of_four_label_the_group_and_no_account_that_is_tied_to_the_fourth()
    {
        using var desk = new Desk();
        Investigate(desk, "account,affiliation\n" + string.Concat(Sample.Crew.Take(3).Select(account => $"{account},Gazette\n"))).ShouldContain("3 of these 4 accounts belong to “Gazette”");
        Accounts(desk).ShouldAllBe(row => !row.Contains("declared affiliation"));
    }

    [Fact]
    public void Swapping_two_houses_swaps_the_labels_and_changes_nothing_else()
    {
        using var desk = new Desk();
        string Labelled(string house)
        {
            desk.Write("list.csv", "account,affiliation\n" + string.Concat(Sample.Crew.Select(account => $"{account},{house}\n")));
            desk.Done("detect", desk.Write("shares.csv", Sample.Shares), "--affiliations", desk["list.csv"], "--accounts", desk["a.csv"], "--groups", desk["g.json"], "--edges", desk["e.csv"]);
            return string.Concat(new[] { "a.csv", "g.json", "e.csv" }.Select(name => File.ReadAllText(desk[name])));
        }

        var (left, right) = (Labelled("Left"), Labelled("Right"));
        left.ShouldNotBe(right);
        Regex.Replace(left, "\\bLeft\\b", "Right").ShouldBe(right);
    }

    [Fact]
    public void Accounts_that_the_posts_do_not_have_are_told_and_the_list_is_part_of_the_run()
    {
        using var desk = new Desk();
        var report = Investigate(desk, "account,affiliation\nnobody1,Gazette\nanneke,Gazette\nnobody2,Gazette\n");
        report.ShouldContain("2 of 3 accounts with a declared affiliation are not in these posts: nobody1, nobody2.");
        report.ShouldContain("--seed 1 --affiliations list.csv");
        desk.Json("info", desk["c.claque"]).GetProperty("runs")[0].GetProperty("options").GetProperty("affiliations").GetString().ShouldBe("list.csv");
        desk.Done("audit", desk["c.claque"], "--rounds", "1").ShouldContain("as the audit of run 1");
    }

    [Theory]
    [InlineData("", "is empty, expected the columns account and affiliation")]
    [InlineData("who,affiliation\nanneke,Gazette\n", "none of them is the account. Name one account")]
    [InlineData("account,colour\nanneke,red\n", "none of them is the affiliation. Name one affiliation")]
    [InlineData("account,affiliation\nanneke,\n", "row 2 has no affiliation")]
    [InlineData("account,affiliation\nanneke\n", "row 2 has 1 cells, expected 2 or more")]
    [InlineData("account,affiliation\nanneke,A\nanneke,B\n", "row 3 says that anneke belongs to \"B\", an earlier row says \"A\". Choose one.")]
    public void A_list_that_cannot_be_read_is_refused_with_the_row_and_what_to_do(string list, string said)
    {
        using var desk = new Desk();
        desk.Refused("detect", desk.Write("shares.csv", Sample.Shares), "--affiliations", desk.Write("list.csv", list)).ShouldContain(said);
    }

    private static string Investigate(Desk desk, string list)
    {
        desk.Done("investigate", desk.Write("cnt.csv", Sample.Formats["cnt"].Text()), "--case", desk["c.claque"], "--affiliations", desk.Write("list.csv", list));
        return File.ReadAllText(desk["c.html"]);
    }

    private static string[] Accounts(Desk desk)
    {
        desk.Done("detect", desk["c.claque"], "--affiliations", desk["list.csv"], "--accounts", desk["accounts.csv"]);
        return [.. File.ReadLines(desk["accounts.csv"]).Skip(1)];
    }
}
