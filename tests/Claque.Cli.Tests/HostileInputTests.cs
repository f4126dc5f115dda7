using System.Text;
using Claque.Statistics;

namespace Claque.Tests.Cli;

/// <summary>What is no file of posts, or a broken one: one sentence, exit 1, and nothing that was there is lost.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Commands = ["inspect", "import", "detect", "investigate"];

    [Fact]
    public void A_missing_file_a_folder_an_empty_and_a_binary_file_are_refused_by_every_command_and_leave_no_case_behind()
    {
        using var desk = new Desk();
        Directory.CreateDirectory(desk["folder"]);
        desk.Write("empty.csv", "");
        var noise = new byte[5000];
        var random = new Pcg32(5);
        for (var i = 0; i < noise.Length; i++) noise[i] = (byte)random.Next(256);
        desk.Write("noise.bin", [.. "\u0089PNG\r\n\u001a\n"u8, .. noise]);
        foreach (var command in Commands)
        {
            string Refused(string name) => desk.Refused([command, desk[name], .. command is "import" or "investigate" ? (string[])["--case", desk["new.claque"]] : []]);
            Refused("missing.csv").ShouldBe($"{desk["missing.csv"]}: there is no such file. Check the name and the folder.");
            Refused("folder").ShouldBe($"{desk["folder"]} is a folder. Name the files in it.");
            Refused("empty.csv").ShouldBe("empty.csv is empty: 0 bytes.");
            Refused("noise.bin").ShouldMatch("^noise.bin is not a text file: .*Posts are read from CSV, TSV, JSON or JSON Lines, also packed with gzip or ZIP, and from Excel workbooks \\(.xlsx\\).$");
        }

        desk.Files.ShouldBe(["empty.csv", "noise.bin"]);
    }

    [Fact]
    public void Of_a_truncated_gzip_what_could_be_read_is_kept_and_said()
    {
        using var desk = new Desk();
        var file = desk.Write("cut.csv.gz", Sample.Gzip(Encoding.UTF8.GetBytes(Sample.Shares))[..4000]);
        desk.Refused("detect", file).ShouldStartWith("cut.csv.gz: the gzip data end too early: the file was cut off.");
        desk.Refused("import", file, "--case", desk["cut.claque"]).ShouldEndWith($"Copy or download the file again. What could be read is kept in {desk["cut.claque"]}.");
        var info = desk.Json("info", desk["cut.claque"]);
        info.GetProperty("posts").GetInt32().ShouldBeGreaterThan(50);
        info.GetProperty("sources")[0].GetProperty("complete").GetBoolean().ShouldBeFalse();
        desk.Done("info", desk["cut.claque"]).ShouldContain("incomplete: import it again");
        desk.Done("detect", desk["cut.claque"]).ShouldContain("named");
    }

    [Fact]
    public void A_single_line_of_fifty_megabytes_is_refused_in_a_sentence()
    {
        using var desk = new Desk();
        var line = new byte[50_000_000];
        Array.Fill(line, (byte)'a');
        desk.Refused("import", desk.Write("line.txt", line), "--case", desk["line.claque"]).ShouldMatch("^line.txt: no column was recognised .{0,300}$");
        desk.Files.ShouldBe(["line.txt"]);
    }

    [Fact]
    public void A_wrong_column_in_the_map_is_answered_with_the_columns_there_are()
    {
        using var desk = new Desk();
        var file = desk.Write("own.csv", Sample.OwnTable(';'));
        foreach (var command in new[] { "import", "detect", "investigate" })
        {
            string[] to = command == "detect" ? [] : ["--case", desk["own.claque"]];
            desk.Refused([command, file, "--map", "account=whom,time=when", .. to])
                .ShouldBe("own.csv has no column 'whom' (--map account=whom). Did you mean 'who'? Columns: who, said, when, addr.");
        }

        desk.Done("inspect", file, "--map", "account=whom,time=when").ShouldContain("own.csv has no column 'whom'");
        desk.Refused("detect", file, "--map", "account").ShouldBe("--map has \"account\", expected FIELD=COLUMN, such as account=user_id.");
        desk.Refused("detect", file).ShouldBe("own.csv: no column was recognised that says when it was posted, and none that says who posted. "
            + "Columns: who, said, when, addr. Name them: --map time=COLUMN,account=COLUMN.");
        desk.Files.ShouldBe(["own.csv"]);
    }

    [Fact]
    public void Times_in_the_future_are_refused_and_the_rows_kept_with_the_reason()
    {
        using var desk = new Desk();
        var file = desk.Write("future.csv", Sample.Table("post_id,account,time,link", p => [p.Id, p.Account, p.Time.AddYears(40).ToString("yyyy-MM-dd HH:mm:ss"), p.Link]));
        desk.Refused("detect", file).ShouldMatch("^future.csv: none of its 384 rows can be used. Most often: future.csv\\(2\\): 'time' is \"2064-.*in the future. Check --time-zone and --time-format.$");
        desk.Refused("import", file, "--case", desk["f.claque"]).ShouldEndWith($"The rows are kept with their reasons: claque info {desk["f.claque"]} --rejects");
        desk.Done("info", desk["f.claque"], "--rejects").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(Sample.Posts.Count);
    }

    [Fact]
    public void A_file_of_which_no_row_could_be_used_can_be_read_again_in_another_way()
    {
        using var desk = new Desk();
        var file = desk.Write("odd.csv", Sample.Table("post_id,account,time,link", p => [p.Id[^6..], p.Account, p.Written("dd|MM|yyyy HH:mm:ss"), p.Link]));
        desk.Refused("import", file, "--case", desk["odd.claque"], "--time-format", "dd/MM/yy").ShouldStartWith("odd.csv: none of its 384 rows can be used.");
        desk.Done("import", file, "--case", desk["odd.claque"], "--time-format", "dd|MM|yyyy HH:mm:ss").ShouldContain("384 posts new");
        desk.Done("info", desk["odd.claque"], "--rejects").ShouldBe("");
        desk.Refused("import", file, "--case", desk["odd.claque"], "--time-format", "dd|MM|yyyy HH:mm:ss", "--time-zone", "+02:00").ShouldContain("One case reads a file in one way");
    }

    [Fact]
    public void Ids_in_scientific_notation_are_refused_with_the_reason()
    {
        using var desk = new Desk();
        var posts = desk.Write("posts.csv", Sample.Table("tweet_id,account_id,time,link", p => ["1.78559E+18", p.Account, p.Iso, p.Link]));
        desk.Refused("detect", posts).ShouldContain("'tweet_id' is \"1.78559E+18\": a spreadsheet or a number type rounded this id, its last digits are lost. Export again with ids as text.");
        var accounts = desk.Write("accounts.csv", Sample.Table("tweet_id,account_id,time,link", p => [p.Id, "1.2E+18", p.Iso, p.Link]));
        desk.Refused("investigate", accounts, "--case", desk["a.claque"]).ShouldContain("'account_id' is \"1.2E+18\"");
    }

    [Fact]
    public void A_window_finer_than_the_clock_is_refused_from_the_file_from_the_case_and_in_one_step()
    {
        using var desk = new Desk();
        const string Sentence = "The times of link are known only to the minute: a window of 60 s cannot be used, 180 s or more can.";
        foreach (var format in new[] { "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:00" })
        {
            var file = desk.Write($"minute{format.Length}.csv", Sample.Table("account,time,link", p => [p.Account, p.Written(format), p.Link]));
            var kept = Path.ChangeExtension(file, ".claque");
            desk.Refused("detect", file, "--window", "60s").ShouldBe(Sentence);
            desk.Refused("investigate", file, "--case", kept, "--window", "10s,60s").ShouldBe(Sentence);
            desk.Refused("detect", kept, "--window", "60s").ShouldBe(Sentence);
            desk.Json("info", kept).GetProperty("runs").GetArrayLength().ShouldBe(0);
            desk.Done("detect", kept, "--window", "60s,5min").ShouldContain(Sentence);
        }
    }

    [Fact]
    public void A_file_with_a_header_only_holds_no_posts()
    {
        using var desk = new Desk();
        var file = desk.Write("header.csv", "object_id,account_id,content_id,timestamp_share\n");
        desk.Refused("import", file, "--case", desk["h.claque"]).ShouldBe("header.csv holds no posts: there is not one row after its header.");
        desk.Refused("detect", file).ShouldBe("There are no posts to look at.");
        desk.Done("inspect", file).ShouldContain("There is a header but not one row.");
        desk.Files.ShouldBe(["header.csv"]);
    }

    [Fact]
    public void Rows_that_cannot_be_used_are_counted_shown_and_kept_with_file_line_and_reason()
    {
        using var desk = new Desk();
        var i = 0;
        var file = desk.Write("half.csv", Sample.Table("post_id,account,time,link", p => [p.Id, p.Account, i++ % 3 == 0 ? "soon" : p.Iso, p.Link]));
        desk.Done("import", file, "--case", desk["half.claque"]).ShouldContain("384 rows: 256 posts new, 0 already in the case, 128 not usable\n  - time not readable: 128, first at line 2: half.csv(2): 'time' is \"soon\"");
        var kept = desk.Done("info", desk["half.claque"], "--rejects").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        kept.Length.ShouldBe(128);
        kept[1].ShouldStartWith("half.csv(5): 'time' is \"soon\"");
        desk.Json("detect", file).GetProperty("notes").EnumerateArray().Select(note => note.GetString()!).ShouldContain(note => note.StartsWith("128 rows not usable: time not readable.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_given_as_a_file_and_a_file_given_as_a_case_are_told_apart()
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        var kept = desk["kept.claque"];
        desk.Done("import", file, "--case", kept);
        var before = File.ReadAllBytes(kept);
        foreach (var command in new[] { "inspect", "import", "investigate" })
        {
            string[] to = command == "inspect" ? [] : ["--case", desk["other.claque"]];
            desk.Refused([command, kept, .. to]).ShouldBe("kept.claque is a SQLite database, perhaps a case of Claque. Give it where a case is expected, or export a table as CSV.");
        }

        foreach (var command in new[] { "show", "info", "report" })
            desk.Refused(command, file).ShouldContain("shares.csv is not a case: it is not an SQLite database. Give a file made by 'claque import'.");
        desk.Refused("import", file, "--case", file).ShouldContain("is not a case");
        desk.Refused("info", desk.Write("empty.claque", "")).ShouldContain("empty.claque is not a case: it is empty.");
        desk.Refused("info", desk["none.claque"]).ShouldContain("Check the path, or make the case with 'claque import'.");
        desk.Refused("detect", kept, "--map", "account=x,time=y").ShouldContain("is a case: its posts are read already.");
        File.ReadAllBytes(kept).ShouldBe(before);
        File.ReadAllText(file).ShouldBe(Sample.Shares);
        desk.Files.ShouldBe(["empty.claque", "kept.claque", "shares.csv"]);
    }

    [Fact]
    public void A_file_that_is_read_is_never_written_over()
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        desk.Done("investigate", file, "--case", desk["kept.claque"]);
        foreach (var option in new[] { "--edges", "--accounts", "--groups", "--json" })
            desk.Refused("detect", file, option, file).ShouldBe($"{option}: {file} is the file that is read, and would be lost. Give another name.");
        desk.Refused("investigate", file, "--case", desk["kept.claque"], "--report", desk["kept.claque"]).ShouldContain("would be lost");
        desk.Refused("report", desk["kept.claque"], "--out", desk["kept.claque"]).ShouldContain("would be lost");
        desk.Refused("export", desk["kept.claque"], "--format", "json", "--out", desk["kept.claque"]).ShouldContain("would be lost");
        File.ReadAllText(file).ShouldBe(Sample.Shares);
        desk.Done("show", desk["kept.claque"]).ShouldContain("anneke");
    }

    [Fact]
    public void Where_nothing_can_be_written_is_said_before_the_work_begins()
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        Directory.CreateDirectory(desk["folder"]);
        desk.Refused("detect", file, "--edges", desk["folder"]).ShouldBe($"--edges: {desk["folder"]} is a folder, expected a file to write. Add a file name.");
        desk.Refused("detect", file, "--json", Path.Combine(desk["nowhere"], "x.json")).ShouldBe($"--json: there is no folder {desk["nowhere"]}. Make it first, or write elsewhere.");
        desk.Refused("investigate", file, "--case", desk["c.claque"], "--report", desk["folder"]).ShouldStartWith("--report: ");
        desk.Refused("import", file, "--case", Path.Combine(desk["nowhere"], "c.claque")).ShouldContain("cannot be opened: the folder or the file is missing");
        desk.Files.ShouldBe(["shares.csv"]);
    }
}
