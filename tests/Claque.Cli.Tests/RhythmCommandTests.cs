using System.Globalization;
using System.Text;
using System.Text.Json;
using Claque.Statistics;

namespace Claque.Tests.Cli;

public sealed class RhythmCommandTests
{
    [Fact]
    public void Rhythm_gives_the_fields_of_the_contract_for_every_account()
    {
        using var desk = new Desk();
        var seen = desk.Json("rhythm", desk.Write("posts.csv", Posts()));
        seen.EnumerateArray().Select(a => a.GetProperty("account").GetString()).ShouldBe(["anneke", "bertil"]);
        var account = seen[0];
        foreach (var field in new[] { "offset_hours", "offset_low", "offset_high" }) account.GetProperty(field).ValueKind.ShouldBe(JsonValueKind.Number, field);
        account.GetProperty("offset_low").GetDouble().ShouldBeLessThanOrEqualTo(account.GetProperty("offset_hours").GetDouble());
        account.GetProperty("regularity").ValueKind.ShouldBe(JsonValueKind.Object);
        account.GetProperty("office_hours").ValueKind.ShouldBe(JsonValueKind.Object);
        account.GetProperty("problems").ValueKind.ShouldBe(JsonValueKind.Array);
        seen[1].GetProperty("offset_hours").ValueKind.ShouldBe(JsonValueKind.Null);
        seen[1].GetProperty("problems").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Rhythm_reads_a_case_as_it_reads_the_file_that_was_imported()
    {
        using var desk = new Desk();
        var file = desk.Write("posts.csv", Posts());
        desk.Done("import", file, "--case", desk["kept.claque"]);
        desk.Done("rhythm", desk["kept.claque"], "--json", "-").ShouldBe(desk.Done("rhythm", file, "--json", "-"));
    }

    [Fact]
    public void The_table_has_a_line_for_each_account_and_the_week_a_line_for_each_hour()
    {
        using var desk = new Desk();
        var file = desk.Write("posts.csv", Posts());
        desk.Done("rhythm", file, "--csv", desk["rhythm.csv"], "--week", desk["week.csv"]);
        var table = File.ReadAllLines(desk["rhythm.csv"]);
        table[0].ShouldStartWith("account,posts,first,last,time_precision,offset_hours,offset_low,offset_high");
        table.Length.ShouldBe(3);
        var week = File.ReadAllLines(desk["week.csv"]).Skip(1).Select(line => line.Split(',')).ToList();
        week.Count.ShouldBe(7 * 24);
        week.Where(row => row[0] == "anneke").Sum(row => int.Parse(row[3], CultureInfo.InvariantCulture)).ShouldBe(400);
    }

    [Fact]
    public void Hand_overs_stand_with_the_account_that_goes_quiet_on_the_page_and_in_a_table_of_their_own()
    {
        using var desk = new Desk();
        var random = new Pcg32(4);
        var rows = new StringBuilder("object_id,account_id,content_id,timestamp_share\n");
        for (var day = 0; day < 60; day++)
        {
            var at = 1704067200L + day * 86400 + 3600 * 8 + random.Next(3 * 3600);
            for (var post = 0; post < 20; post++)
                rows.Append(CultureInfo.InvariantCulture, $"https://ostrel.example/{day}-{post},{(post < 10 ? "anneke" : "bertil")},p{day}-{post},{at += 300 + random.Next(900)}\n");
        }

        var file = desk.Write("posts.csv", rows.ToString());
        var seen = desk.Json("rhythm", file);
        var found = seen[0].GetProperty("hand_overs")[0];
        (found.GetProperty("to").GetString(), found.GetProperty("times").GetInt32()).ShouldBe(("bertil", 60));
        found.GetProperty("expected").GetDouble().ShouldBeLessThan(20);
        seen[1].GetProperty("hand_overs").GetArrayLength().ShouldBe(0);
        desk.Done("rhythm", file, "--hand-overs", desk["over.csv"], "--report", desk["page.html"]).ShouldContain("1 of 2 ordered pairs");
        File.ReadAllLines(desk["over.csv"])[1].ShouldStartWith("anneke,bertil,60,60,");
        File.ReadAllText(desk["page.html"]).ShouldContain("Hand-overs between accounts");
    }

    [Fact]
    public void The_terminal_and_the_page_show_the_accounts_with_a_rhythm_and_count_the_others()
    {
        using var desk = new Desk();
        var said = desk.Done("rhythm", desk.Write("posts.csv", Posts()), "--holiday", "2024-02-14", "--report", desk["page.html"]);
        said.ShouldContain("2 accounts, 1 of them with fewer than 30 posts, which show no rhythm. --csv and --json hold all.");
        said.ShouldContain("anneke");
        said.ShouldNotContain("bertil");
        said.ShouldContain("times on 1 day (p ");
        said.ShouldContain("Posting by the clock: 0 of 1 accounts");
        var page = File.ReadAllText(desk["page.html"]);
        page.ShouldContain("1 of them with fewer than 30 posts");
        page.ShouldContain("times on 1 day (p ");
        page.ShouldNotContain("bertil");
    }

    [Fact]
    public void An_account_that_posts_on_the_quarter_hour_is_listed_as_posting_by_the_clock()
    {
        using var desk = new Desk();
        var rows = string.Concat(Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"https://ostrel.example/{i},feed,f{i},{1704067200 + i * 25200L}\n")));
        var said = desk.Done("rhythm", desk.Write("posts.csv", Posts() + rows), "--report", desk["page.html"]);
        said.ShouldContain("Posting by the clock: 1 of 2 accounts");
        said.ShouldContain("feed: 100\u202F% on the quarter hour");
        File.ReadAllText(desk["page.html"]).ShouldContain("on the quarter hour, by chance 7 %");
    }

    [Fact]
    public void What_tells_two_clients_of_an_account_apart_stands_in_the_terminal_and_on_the_page()
    {
        using var desk = new Desk();
        var rows = new StringBuilder("id,account,time,text,client\n");
        for (var week = 0; week < 40; week++)
        {
            for (var post = 0; post < 8; post++)
                rows.Append(CultureInfo.InvariantCulture, $"{week}-{post},anneke,{new DateTime(2023, 1, 2).AddDays(7 * week + post % 4).AddHours(post < 4 ? 9 : 21):yyyy-MM-ddTHH:mm:ssZ},{(post < 4 ? "the ferry is late and so are we" : "No! Never! They did it again!")},{(post < 4 ? "Desk" : "Phone")}\n");
        }

        desk.Done("rhythm", desk.Write("posts.csv", rows.ToString()), "--report", desk["page.html"]).ShouldContain("anneke: weeks of Desk and Phone");
        File.ReadAllText(desk["page.html"]).ShouldContain("weeks of Desk and Phone");
    }

    [Fact]
    public void A_holiday_that_is_no_day_and_an_empty_file_are_refused_in_one_sentence()
    {
        using var desk = new Desk();
        desk.Refused("rhythm", desk.Write("posts.csv", Posts()), "--holiday", "Christmas").ShouldContain("expected a day such as 2024-12-25");
        desk.Refused("rhythm", desk.Write("empty.csv", "")).ShouldNotContain("\n");
    }

    [Fact]
    public void The_same_posts_give_the_same_bytes()
    {
        using var desk = new Desk();
        var file = desk.Write("posts.csv", Posts());
        desk.Done("rhythm", file, "--json", "-").ShouldBe(desk.Done("rhythm", file, "--json", "-"));
    }

    // One account awake from eight to midnight, one with too few posts.
    private static string Posts()
    {
        var random = new Pcg32(3);
        var rows = new StringBuilder("object_id,account_id,content_id,timestamp_share\n");
        for (var i = 0; i < 400; i++)
        {
            var second = 1704067200L + i / 3 * 86400 + (long)(3600 * (8 + 8 * (random.NextDouble() + random.NextDouble())));
            rows.Append(CultureInfo.InvariantCulture, $"https://ostrel.example/{i},anneke,a{i},{second}\n");
        }

        for (var i = 0; i < 10; i++) rows.Append(CultureInfo.InvariantCulture, $"https://ostrel.example/{i},bertil,b{i},{1704110000 + i * 86400L}\n");
        return rows.ToString();
    }
}
