using System.Text;
using System.Text.Json;
using Claque.Statistics;

namespace Claque.Tests.Cli;

/// <summary>The commands personas, verify and hands on the texts of invented writers.</summary>
public sealed class PersonasCommandTests
{
    private static readonly string[] Little = "the a of and to in for that with but as by from on at this which not or it was is be have had will would may so yet then also very just only more most such some".Split(' ');
    private static readonly string[] Big = "harbour council ferry tariff market bridge school budget rain union tunnel engine garden winter ticket bakery museum signal meadow permit".Split(' ');

    [Fact]
    public void Personas_gives_the_fields_of_the_contract()
    {
        using var desk = new Desk();
        var seen = desk.Json("personas", desk.Write("columns.jsonl", Columns()));
        var byline = seen.GetProperty("bylines")[0];
        Has(byline, "byline", JsonValueKind.String);
        Has(byline, "words", JsonValueKind.Number);
        Has(byline, "several_hands", JsonValueKind.Object);
        Has(byline.GetProperty("stripped_words"), "shared_passages", JsonValueKind.Number);
        Has(byline.GetProperty("habits").GetProperty("titles"), "Mr.", JsonValueKind.Number);
        seen.GetProperty("bylines").GetArrayLength().ShouldBe(12);
        seen.GetProperty("pairs").GetArrayLength().ShouldBe(66);
        var pair = seen.GetProperty("pairs")[0];
        Has(pair, "a", JsonValueKind.String);
        Has(pair, "b", JsonValueKind.String);
        Has(pair, "log_lr", JsonValueKind.Number);
        Has(pair, "rival", JsonValueKind.Object);
        pair.GetProperty("verdict").GetString().ShouldBeOneOf("same", "different", "abstain");
    }

    [Fact]
    public void Personas_reads_a_case_as_it_reads_the_file_that_was_imported()
    {
        using var desk = new Desk();
        var file = desk.Write("columns.jsonl", Columns());
        desk.Done("import", file, "--case", desk["kept.claque"]);
        desk.Done("personas", desk["kept.claque"], "--json", "-").ShouldBe(desk.Done("personas", file, "--json", "-"));
    }

    [Fact]
    public void A_reprint_under_another_name_is_stripped_from_both_and_counted()
    {
        using var desk = new Desk();
        var text = Text(1, 77, 300);
        var seen = desk.Json("personas", desk.Write("columns.jsonl", Columns() + Row("r1", "Writer 01", text) + Row("r2", "Reprinter", text)));
        int Shared(string name) => seen.GetProperty("bylines").EnumerateArray().Single(b => b.GetProperty("byline").GetString() == name).GetProperty("stripped_words").GetProperty("shared_passages").GetInt32();
        Shared("Reprinter").ShouldBeGreaterThan(280);
        Shared("Writer 01").ShouldBeGreaterThan(280);
        Shared("Writer 02").ShouldBe(0);
    }

    [Fact]
    public void The_page_shows_habits_and_examples_in_the_text()
    {
        using var desk = new Desk();
        desk.Done("personas", desk.Write("columns.jsonl", Columns()), "--report", desk["page.html"]);
        var page = File.ReadAllText(desk["page.html"]);
        page.ShouldContain("shown, not scored");
        page.ShouldContain("<mark>");
    }

    [Fact]
    public void Two_hands_under_one_byline_are_parted_article_by_article_in_the_terminal_on_the_page_and_in_a_table()
    {
        using var desk = new Desk();
        var columns = string.Concat(Enumerable.Range(0, 12).SelectMany(w => Enumerable.Range(0, 20).Select(n => Row($"{w}-{n}", $"Writer {w:00}", Text(w, n, 300)))));
        var mixed = string.Concat(Enumerable.Range(0, 20).Select(n => Row($"m-{n}", "Nora Velm", Text(n % 2 == 0 ? 20 : 24, n, 300))));
        var said = desk.Done("personas", desk.Write("columns.jsonl", columns + mixed), "--hands", desk["hands.csv"], "--report", desk["page.html"]);
        said.ShouldContain("Hands of Nora Velm");
        said.ShouldNotContain("Hands of Writer");
        File.ReadAllText(desk["page.html"]).ShouldContain("Hands of Nora Velm");
        var lines = File.ReadAllLines(desk["hands.csv"]);
        lines[0].ShouldBe("byline,hands,score,split_p,article,published,hand,margin");
        var rows = lines.Skip(1).Select(line => line.Split(',')).Where(row => row[0] == "Nora Velm" && row[6].Length > 0).ToList();
        rows.Count.ShouldBeGreaterThan(14);
        var right = rows.Count(row => int.Parse(row[4].AsSpan(2), null) % 2 == int.Parse(row[6], null));
        Math.Max(right, rows.Count - right).ShouldBeGreaterThanOrEqualTo((int)(0.9 * rows.Count));
    }

    [Fact]
    public void A_byline_that_changes_hands_at_one_moment_is_told_with_the_days_around_it_in_the_terminal_on_the_page_and_in_the_table_of_bylines()
    {
        using var desk = new Desk();
        string Dated(string id, string byline, string text, int day) => JsonSerializer.Serialize(new { id, byline, published = new DateTime(2024, 1, 1, 9, 0, 0, DateTimeKind.Utc).AddDays(day), text }) + "\n";
        var columns = string.Concat(Enumerable.Range(0, 12).SelectMany(w => Enumerable.Range(0, 20).Select(n => Dated($"{w}-{n}", $"Writer {w:00}", Text(w, n, 300), n))));
        var changed = string.Concat(Enumerable.Range(0, 20).Select(n => Dated($"m-{n}", "Nora Velm", Text(n < 12 ? 20 : 24, n, 300), n)));
        var said = desk.Done("personas", desk.Write("columns.jsonl", columns + changed), "--bylines", desk["bylines.csv"], "--report", desk["page.html"]);
        said.ShouldContain("Over time, Nora Velm: The style changes most clearly between 2024-01-12 and 2024-01-13, after 12 of 20 articles");
        said.ShouldContain("0 of 12 other bylines do");
        var page = File.ReadAllText(desk["page.html"]);
        page.ShouldContain("between 2024-01-12 and 2024-01-13");
        page.ShouldContain("by the hand that each would go to");
        page.ShouldContain("went to the wrong one");
        var lines = File.ReadAllLines(desk["bylines.csv"]);
        lines.Length.ShouldBe(14);
        var heads = lines[0].Split(',');
        heads.Distinct().Count().ShouldBe(heads.Length);
        var row = lines.Single(line => line.StartsWith("Nora Velm", StringComparison.Ordinal));
        row.ShouldContain(",m-12,2024-01-13T09:00:00Z,12,8,0.001,");
    }

    [Fact]
    public void Accounts_are_compared_by_their_own_posts_with_the_fields_of_the_contract_and_what_was_left_out()
    {
        using var desk = new Desk();
        var rows = new StringBuilder("id,account,time,text\n");
        for (var w = 0; w < 12; w++)
        {
            for (var n = 0; n < 8; n++)
            {
                var post = 0;
                foreach (var words in Text(w, n, 300).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(25))
                    rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"{w}-{n}-{post},account{w:00},2024-03-{n + 1:00}T10:{post++:00}:00Z,{string.Join(' ', words)} https://ostrel.example\n");
            }

            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"s{w},account{w:00},2024-03-20T10:00:00Z,the same line about the ferry for everybody here today\n");
        }

        rows.Append("x,small,2024-03-20T10:00:00Z,no more than this\n");
        var file = desk.Write("posts.csv", rows.ToString());
        var seen = desk.Json("personas", file, "--accounts");
        seen.GetProperty("of").GetString().ShouldBe("accounts");
        seen.GetProperty("accounts_with_too_few_words").GetInt32().ShouldBe(1);
        seen.GetProperty("accounts").EnumerateArray().Select(a => a.GetProperty("shared_with_others").GetInt32()).ShouldAllBe(shared => shared == 1);
        seen.GetProperty("bylines").GetArrayLength().ShouldBe(12);
        seen.GetProperty("bylines")[0].GetProperty("byline").GetString().ShouldBe("account00");
        seen.GetProperty("pairs").GetArrayLength().ShouldBe(66);
        Has(seen.GetProperty("pairs")[0], "log_lr", JsonValueKind.Number);
        Has(seen.GetProperty("pairs")[0], "two_hands_chance", JsonValueKind.Number);
        desk.Done("personas", file, "--accounts").ShouldContain("With fewer, and only counted: 1.");
        desk.Done("import", file, "--case", desk["kept.claque"]);
        desk.Done("personas", desk["kept.claque"], "--accounts", "--json", "-").ShouldBe(desk.Done("personas", file, "--accounts", "--json", "-"));
        desk.Refused("personas", file, file, "--accounts").ShouldContain("one case or one file");
        desk.Refused("personas", file, "--map", "time=time").ShouldContain("--accounts");
    }

    [Fact]
    public void Articles_without_any_byline_are_refused_with_what_to_do()
    {
        using var desk = new Desk();
        desk.Refused("personas", desk.Write("columns.jsonl", """{"id":"1","text":"The ferry sails at nine and the market opens at ten, as it always has."}""" + "\n")).ShouldContain("byline");
    }

    [Fact]
    public void Verify_gives_the_fields_of_the_contract_and_answers_every_problem()
    {
        using var desk = new Desk();
        var lines = string.Concat(Enumerable.Range(0, 14).Select(w => JsonSerializer.Serialize(new
        {
            id = $"p{w}",
            language = "en",
            known = new[] { Text(w, 1, 400), Text(w, 2, 400), Text(w, 3, 400) },
            unknown = Text(w % 2 == 0 ? w : (w + 1) % 14, 4, 500),
        }) + "\n"));
        var seen = desk.Json("verify", "--problems", desk.Write("p.jsonl", lines));
        seen.GetArrayLength().ShouldBe(14);
        foreach (var answer in seen.EnumerateArray())
        {
            Has(answer, "id", JsonValueKind.String);
            answer.GetProperty("score").GetDouble().ShouldBeInRange(0, 1);
            answer.TryGetProperty("log_lr", out _).ShouldBeTrue();
            Has(answer, "rival", JsonValueKind.Object);
            Has(answer.GetProperty("reference"), "writers", JsonValueKind.Number);
            (answer.GetProperty("verdict").GetString() == "abstain").ShouldBe(answer.GetProperty("score").GetDouble() == 0.5);
        }

        var strict = desk.Json("verify", "--problems", desk["p.jsonl"], "--strict").EnumerateArray().ToList();
        strict.Where(answer => answer.GetProperty("verdict").GetString() != "abstain").ShouldAllBe(answer => Math.Abs(answer.GetProperty("log_lr").GetDouble()) >= Math.Log(100));
        strict.Count(answer => answer.GetProperty("verdict").GetString() == "abstain").ShouldBeGreaterThan(0);
        desk.Done("verify", "--problems", desk["p.jsonl"], "--strict").ShouldContain("a ratio of 100 : 1 for one hand");
        desk.Done("verify", "--problems", desk["p.jsonl"], "--csv", desk["answers.csv"]);
        File.ReadAllLines(desk["answers.csv"]).Skip(1).Select(line => line.Split(',')[3]).ShouldBe(seen.EnumerateArray().Select(answer => answer.GetProperty("verdict").GetString()));
    }

    [Fact]
    public void Hands_gives_a_change_and_a_score_for_every_break()
    {
        using var desk = new Desk();
        var lines = string.Concat(Enumerable.Range(0, 4).Select(t => JsonSerializer.Serialize(new { id = $"t{t}", paragraphs = Enumerable.Range(0, 4).Select(p => Text(p / 2, 10 * t + p, 60)) }) + "\n"));
        var seen = desk.Json("hands", "--texts", desk.Write("t.jsonl", lines));
        seen.GetArrayLength().ShouldBe(4);
        foreach (var text in seen.EnumerateArray())
        {
            Has(text, "id", JsonValueKind.String);
            text.GetProperty("changes").EnumerateArray().Count(c => c.ValueKind == JsonValueKind.Null || c.GetInt32() is 0 or 1).ShouldBe(3);
            text.GetProperty("scores").EnumerateArray().Count(s => s.GetDouble() is >= 0 and <= 1).ShouldBe(3);
            text.GetProperty("signs").EnumerateArray().Count(signs => signs[0].GetProperty("sign").GetString()!.Length > 0).ShouldBe(3);
        }

        desk.Done("hands", "--texts", desk["t.jsonl"], "--csv", desk["changes.csv"]);
        File.ReadAllLines(desk["changes.csv"]).Skip(1).Select(line => line.Split(',')[2])
            .ShouldBe(seen.EnumerateArray().SelectMany(text => text.GetProperty("changes").EnumerateArray()).Select(change => change.ValueKind == JsonValueKind.Null ? "" : change.GetRawText()));
    }

    [Theory]
    [InlineData("verify", "--problems")]
    [InlineData("hands", "--texts")]
    public void A_line_that_is_no_JSON_is_named_with_its_number_in_one_sentence(string command, string option)
    {
        using var desk = new Desk();
        var said = desk.Refused(command, option, desk.Write("bad.jsonl", "{\"id\": \"1\", \n"));
        said.ShouldContain("bad.jsonl(1)");
        said.ShouldContain("expected {");
        said.ShouldNotContain("\n");
        desk.Refused(command, option, desk.Write("empty.jsonl", "")).ShouldContain("empty.jsonl is empty");
        desk.Refused(command, option, desk["missing.jsonl"]).ShouldContain("no such file");
    }

    [Fact]
    public void Personas_names_a_broken_line_and_an_empty_file()
    {
        using var desk = new Desk();
        desk.Refused("personas", desk.Write("broken.jsonl", "{\"id\": \n")).ShouldContain("broken.jsonl");
        var ran = desk.Run("personas", desk.Write("bad.jsonl", Row("1", "Writer 01", Text(1, 1, 60)) + "{\"id\": \n"));
        ran.Exit.ShouldBe(0);
        ran.Error.ShouldContain("bad.jsonl");
        ran.Error.ShouldContain("Records passed over: 1");
        desk.Refused("personas", desk.Write("empty.jsonl", "")).ShouldContain("empty.jsonl");
    }

    [Fact]
    public void The_same_articles_give_the_same_bytes()
    {
        using var desk = new Desk();
        var file = desk.Write("columns.jsonl", Columns());
        desk.Done("personas", file, "--json", "-").ShouldBe(desk.Done("personas", file, "--json", "-"));
        foreach (var name in new[] { "one", "two" }) desk.Done("personas", file, "--pairs", desk[name + ".csv"], "--report", desk[name + ".html"]);
        File.ReadAllBytes(desk["one.csv"]).ShouldBe(File.ReadAllBytes(desk["two.csv"]));
        File.ReadAllBytes(desk["one.html"]).ShouldBe(File.ReadAllBytes(desk["two.html"]));
    }

    private static void Has(JsonElement element, string field, JsonValueKind kind)
    {
        element.TryGetProperty(field, out var value).ShouldBeTrue($"no field {field} in {element}");
        value.ValueKind.ShouldBe(kind, field);
    }

    private static string Columns() => string.Concat(Enumerable.Range(0, 12).SelectMany(w => Enumerable.Range(0, 6).Select(n => Row($"{w}-{n}", $"Writer {w:00}", Text(w, n, 300)))));

    private static string Row(string id, string byline, string text) => JsonSerializer.Serialize(new { id, byline, text }) + "\n";

    private static string Text(int writer, int number, int words)
    {
        var taste = new Pcg32((ulong)writer, 77);
        var likings = Little.Select(_ => Math.Exp(0.5 * taste.NextNormal())).ToArray();
        var draw = new Pcg32((ulong)(writer * 1000 + number), 99);
        var text = new StringBuilder();
        for (var w = 0; w < words; w++)
        {
            var word = draw.NextDouble() < 0.4 ? Big[draw.Next(Big.Length)] : Drawn(likings, draw.NextDouble() * likings.Sum());
            text.Append(w % 14 == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word).Append(w % 14 == 13 ? w % 70 == 69 ? ".\n\n" : ". " : " ");
        }

        return text.ToString().TrimEnd() + ".";
    }

    private static string Drawn(double[] likings, double at)
    {
        var k = 0;
        while (k < likings.Length - 1 && (at -= likings[k]) > 0) k++;
        return Little[k];
    }
}
