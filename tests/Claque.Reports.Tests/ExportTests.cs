using System.Text;
using System.Text.Json;
using Claque.Cases;
using Claque.Reports.Exports;

namespace Claque.Tests.Reports;

internal static class Exported
{
    /// <summary>What an export writes, as text.</summary>
    public static string Text(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        output.CanWrite.ShouldBeTrue("the stream is left open");
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static CaseExport Of(ReportModel model) => Of(model, [.. model.Groups.SelectMany(group => group.Pairs).DistinctBy(pair => (pair.A.Number, pair.B.Number, pair.Behaviour, pair.WindowS))]);

    public static CaseExport Of(ReportModel model, PairView[] pairs)
    {
        var groups = model.Groups.Select(group => group.Group).ToArray();
        return new CaseExport(model.Case, model.Figures, model.Sources, model.Run, AccountRows.Of(pairs, groups), pairs, groups) { Stamp = Invented.Stamp };
    }
}

public sealed class CsvExportTests
{
    [Fact]
    public void Pairs_begin_with_the_columns_that_scripts_rely_on() =>
        Pairs([]).ShouldBe("account_a,account_b,behaviour,weight,co_acts,posts_a,posts_b,mean_gap_s,median_gap_s,p,q,tier,window_s,a_first,b_first,platform_a,handle_a,platform_b,handle_b\r\n");

    [Fact]
    public void Accounts_begin_with_the_columns_that_scripts_rely_on() =>
        Exported.Text(output => CsvExport.WriteAccounts([], output)).ShouldBe("account,tier,q,group,evidence,behaviours,explained,platform,handle,name,ties,weight,joint_posts,posts,joint_share\r\n");

    [Fact]
    public void Gaps_have_three_decimals_at_most_probabilities_six_digits_and_what_was_not_measured_is_empty()
    {
        var pair = Invented.Pair(1, 2) with { MeanGapS = 1 / 3.0, MedianGapS = 0.1 + 0.2, P = 1.23456789e-12 };
        var cells = Pairs([pair]).Split("\r\n")[1].Split(',');
        cells[7..12].ShouldBe(["0.333", "0.3", "1.23457E-12", "", ""]);
    }

    [Fact]
    public void Texts_that_a_spreadsheet_would_run_get_an_apostrophe_and_numbers_do_not()
    {
        foreach (var start in new[] { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1" })
            Accounts(start)[9].ShouldBe("'" + start);
        Accounts("1+1=2")[9].ShouldBe("1+1=2");
        var negative = Invented.Pair(1, 2) with { MedianGapS = -1.5 };
        Read(Pairs([negative]))[1][8].ShouldBe("-1.5");
    }

    [Fact]
    public void The_apostrophe_can_be_left_out() =>
        Read(Exported.Text(output => CsvExport.WriteAccounts([Row("=1")], output, new CsvOptions { SpreadsheetSafe = false })))[1][9].ShouldBe("=1");

    [Fact]
    public void Ids_are_quoted_so_that_no_digit_is_lost() => Pairs([Invented.Pair(1, 2)]).ShouldContain("\r\n\"730000000000000101\",\"730000000000000102\",link,5,8,");

    [Fact]
    public void Any_text_comes_back_as_it_went_in()
    {
        foreach (var text in Hostile.Texts)
        {
            if (text.Any(char.IsSurrogate)) continue;
            var expected = text.Replace('\0', '\uFFFD');
            Accounts(text)[9].ShouldBe(expected.Length > 0 && "=+-@\t\r\n".Contains(expected[0]) ? "'" + expected : expected);
        }
    }

    [Fact]
    public void The_file_is_UTF_8_without_a_mark_unless_one_is_asked_for()
    {
        Exported.Text(output => CsvExport.WritePairs([], output))[0].ShouldBe('a');
        Exported.Text(output => CsvExport.WritePairs([], output, new CsvOptions { ByteOrderMark = true }))[0].ShouldBe('\uFEFF');
    }

    [Fact]
    public void Pairs_are_written_while_they_are_read()
    {
        long written = 0;
        var output = new CountingStream(count => written += count);
        CsvExport.WritePairs(Many(), output);
        written.ShouldBeGreaterThan(5_000_000);

        IEnumerable<PairView> Many()
        {
            for (var i = 0; i < 50_000; i++) yield return Invented.Pair(1, 2);
            written.ShouldBeGreaterThan(4_000_000);
        }
    }

    private static string Pairs(PairView[] pairs) => Exported.Text(output => CsvExport.WritePairs(pairs, output));

    private static AccountRow Row(string name) => new(new AccountView(1, "x", "1", "@a", name), "", null, null, [], [], "", 0, 0, 0, null);

    private static string[] Accounts(string name) => Read(Exported.Text(output => CsvExport.WriteAccounts([Row(name)], output)))[1];

    // A plain reader of RFC 4180.
    private static List<string[]> Read(string csv)
    {
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[i++]);
            else if (csv[i] == '"') quoted = !quoted;
            else if (quoted || (csv[i] != ',' && !(csv[i] == '\r' && csv[i + 1] == '\n'))) cell.Append(csv[i]);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[i] == ',') continue;
                rows.Add([.. row]);
                row.Clear();
                i++;
            }
        }

        return rows;
    }

    private sealed class CountingStream(Action<int> wrote) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => wrote(count);

        public override void Write(ReadOnlySpan<byte> buffer) => wrote(buffer.Length);
    }
}

public sealed class JsonExportTests
{
    [Fact]
    public void The_export_is_the_approved_one() => Approval.Verify("export.json", Exported.Text(output => JsonExport.Write(Exported.Of(Invented.Tested()), output)));

    [Fact]
    public void Groups_carry_their_members_and_their_error_control()
    {
        var model = Invented.Model();
        using var json = JsonDocument.Parse(Exported.Text(output => JsonExport.WriteGroups(model.Run, model.Groups.Select(group => group.Group), output)));
        json.RootElement.GetProperty("run").GetProperty("error_control").GetString().ShouldBe("unvalidated: no error rate");
        var crew = json.RootElement.GetProperty("groups")[0];
        crew.GetProperty("size").GetInt32().ShouldBe(9);
        crew.GetProperty("first").GetString().ShouldBe("2031-05-01T08:00:00Z");
        crew.GetProperty("behaviour").ValueKind.ShouldBe(JsonValueKind.Null);
        crew.GetProperty("members")[2].GetProperty("handle").GetString().ShouldBe("@خبر_سد");
        crew.GetProperty("members")[0].GetProperty("id").GetString().ShouldBe("x:730000000000000101");
    }

    [Fact]
    public void Any_text_makes_JSON_that_can_be_read_again()
    {
        foreach (var text in Hostile.Texts)
        {
            using var json = JsonDocument.Parse(Exported.Text(output => JsonExport.Write(Exported.Of(Hostile.Model(text)), output)));
            if (!text.Any(char.IsSurrogate)) json.RootElement.GetProperty("accounts")[0].GetProperty("name").GetString().ShouldBe(text);
        }
    }
}

public sealed class AccountRowsTests
{
    [Fact]
    public void An_account_counts_its_partners_once_however_many_behaviours_and_windows_tie_them()
    {
        var row = AccountRows.Of([Invented.Pair(1, 2, windowS: 10, weight: 3), Invented.Pair(1, 2, windowS: 60, weight: 5), Invented.Pair(1, 2, "text", weight: 2), Invented.Pair(1, 3)], [])[0];
        (row.Ties, row.Weight, row.Group, row.Posts, row.JointShare).ShouldBe((2, 5L + 2 + 5, null, null, null));
        row.Behaviours.ShouldBe(["link", "text"]);
        row.Evidence.ShouldBe(["timing"]);
    }

    [Fact]
    public void An_account_has_the_best_tier_and_the_smallest_q_of_its_pairs()
    {
        var rows = AccountRows.Of([Invented.Pair(1, 2, q: 0.04, tier: "weak"), Invented.Pair(1, 3, q: 0.002, tier: "named"), Invented.Pair(1, 4)], []);
        rows.Select(row => (row.Account.Number, row.Tier, row.Q)).ShouldBe([(1, "named", 0.002), (2, "weak", 0.04), (3, "named", 0.002), (4, "", null)]);
    }

    [Fact]
    public void Members_of_a_group_carry_its_number_and_their_joint_posts()
    {
        var rows = AccountRows.Of([], [Invented.Crew().Group, Invented.Crew().Group with { Number = 9, Behaviour = "link" }]);
        (rows.Length, rows[0].Group, rows[0].JointPosts, rows[0].Posts, rows[0].JointShare).ShouldBe((9, 1, 14, 20, 0.7));
    }
}
