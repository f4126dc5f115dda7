using System.Text;
using System.Text.Json;

namespace Claque.Tests.Cli;

/// <summary><c>claque statements</c> and <c>claque compare</c>.</summary>
public sealed class RivalAccountsTests
{
    private const string Left = "About 3,000 people live in Camp Alder, according to Nadia Kherdin, who speaks for the union.\n\n\"The gate is open day and night,\" said Karim Dovlat, a baker who has lived in the camp for thirty years.\n";
    private const string Right = "More than 5,000 people live in Camp Alder, said Daoud Merani, who left the camp in the spring of last year.\n\nMerani recalled that guards locked the gate at night and that he was beaten when he asked to leave.\n";

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    public void Places_count_utf16_units_of_the_text_with_its_line_ends_and_without_a_byte_order_mark(string end, bool mark)
    {
        using var desk = new Desk();
        var text = "Müller’s 😀 café stood empty for most of the summer, and nobody in the street could say why it was so.\n\n".Replace("\n", end, StringComparison.Ordinal) + Left.Replace("\n", end, StringComparison.Ordinal);
        var articles = desk.Json("statements", desk.Write("a.txt", [.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]));
        articles.ValueKind.ShouldBe(JsonValueKind.Array);
        var article = articles[0];
        foreach (var name in new[] { "statements", "figures", "entities" }) article.GetProperty(name).ValueKind.ShouldBe(JsonValueKind.Array, name);
        article.GetProperty("header").ValueKind.ShouldBe(JsonValueKind.Object);
        var statement = article.GetProperty("statements").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "direct");
        Texts(text, statement, "content").ShouldBe(["\"The gate is open day and night,\""]);
        Texts(text, statement, "cue").ShouldBe(["said"]);
        Texts(text, statement, "source")[0].ShouldStartWith("Karim Dovlat");
        statement.GetProperty("source_kind").GetString().ShouldBe("named_person");
        statement.GetProperty("resolved").GetString().ShouldBe("Karim Dovlat");
        statement.GetProperty("parent").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var name in new[] { "rule", "confidence" }) statement.TryGetProperty(name, out _).ShouldBeTrue(name);
    }

    [Fact]
    public void Exchanging_the_articles_exchanges_the_columns_and_nothing_else()
    {
        using var desk = new Desk();
        var (left, right) = (desk.Write("left.txt", Left), desk.Write("right.txt", Right));
        var (there, back) = (desk.Json("compare", left, right), desk.Json("compare", right, left));
        there.GetProperty("figures").EnumerateArray().ShouldContain(figure => figure.GetProperty("relation").GetString() == "conflict");
        there.GetProperty("rows").GetArrayLength().ShouldBeGreaterThan(1);
        Exchanged(back.GetProperty("rows")).ShouldBe(Lines(there.GetProperty("rows")));
        Exchanged(back.GetProperty("figures")).ShouldBe(Lines(there.GetProperty("figures")));
        Exchanged(back.GetProperty("loaded")).ShouldBe(Lines(there.GetProperty("loaded")));
        back.GetProperty("headers").EnumerateArray().Select(header => header.GetRawText()).Order().ShouldBe(there.GetProperty("headers").EnumerateArray().Select(header => header.GetRawText()).Order());
    }

    [Fact]
    public void A_statement_is_shown_with_the_words_that_say_whether_it_was_made()
    {
        using var desk = new Desk();
        var shown = desk.Done("statements", desk.Write("a.txt", "The engineers did not say that the bridge was safe. The mayor said that it was closed.\n\nThe council met on Tuesday and went home after two hours of talk about the bridge.\n"));
        shown.ShouldContain("The engineers: did not say  [");
        shown.ShouldContain("The mayor: said  [");
    }

    [Fact]
    public void The_table_has_a_line_a_claim_and_the_page_shows_hostile_text_as_text()
    {
        using var desk = new Desk();
        var hostile = Left.Replace("a baker", "a <script>alert(1)</script> \"><img src=x onerror=alert(2)> baker", StringComparison.Ordinal);
        desk.Done("compare", desk.Write("left.txt", hostile), desk.Write("right.txt", Right), "--csv", desk["rows.csv"], "--html", desk["page.html"]);
        var lines = File.ReadAllLines(desk["rows.csv"]);
        lines[0].TrimStart('\uFEFF').ShouldBe("entity,aspect,relation,reasons,side,article,start,end,holder,holder_kind,text,words");
        lines[1..].ShouldAllBe(line => !line.EndsWith(','), "each claim has the words for which it is there");
        lines.ShouldContain(line => line.Contains(",left,\"left.txt\",", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains(",right,\"right.txt\",", StringComparison.Ordinal));
        var page = File.ReadAllText(desk["page.html"]);
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<img");
        page.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public void A_long_sentence_that_begins_with_its_first_word_of_the_aspect_is_shown_from_its_beginning()
    {
        using var desk = new Desk();
        const string Long = "At Camp Alder, between one thousand two hundred and fifty and one thousand nine hundred and seventy five people live and work in the houses of the farm.\n";
        desk.Done("compare", desk.Write("left.txt", Long), desk.Write("right.txt", Right)).ShouldContain("]: At Camp Alder, between");
    }

    [Fact]
    public void Figures_that_can_both_hold_are_said_to_be_compatible()
    {
        using var desk = new Desk();
        var right = desk.Write("right.txt", Right.Replace("More than 5,000 people", "More than 2,000 people", StringComparison.Ordinal));
        var (left, page) = (desk.Write("left.txt", Left), desk["page.html"]);
        var shown = desk.Done("compare", left, right, "--html", page);
        shown.ShouldContain("Camp Alder · size: differ, compatible (About 3,000 people | More than 2,000 people)");
        shown.ShouldContain("\n  differ, compatible  About 3,000 people");
        File.ReadAllText(page).ShouldContain("<p>differ, compatible</p>");
        desk.Json("compare", left, right).GetProperty("rows").EnumerateArray().Count(row => row.GetProperty("compatible").GetBoolean()).ShouldBe(1);
        desk.Done("compare", left, desk.Write("right.txt", Right)).ShouldContain("Camp Alder · size: differ (About 3,000 people | More than 5,000 people)");
    }

    [Fact]
    public void A_figure_stands_beside_the_one_on_whose_word_it_is()
    {
        using var desk = new Desk();
        var shown = desk.Done("compare", desk.Write("left.txt", Left), desk.Write("right.txt", Right), "--html", desk["page.html"]);
        shown.Split('\n').ShouldContain(line => line.Contains("About 3,000 people · Nadia Kherdin", StringComparison.Ordinal) && line.Contains("More than 5,000 people · Daoud Merani", StringComparison.Ordinal));
        File.ReadAllText(desk["page.html"]).ShouldContain("<br><span class=\"h\"><bdi>Daoud Merani</bdi></span></td></tr>");
    }

    [Fact]
    public void No_line_of_claims_is_wider_than_the_terminal_is_taken_to_be_and_figures_stand_before_notes_on_the_page()
    {
        using var desk = new Desk();
        var samples = Path.Combine(Claque.Tests.Shared.RealData.Root, "samples", "rival-accounts");
        var shown = desk.Done("compare", Path.Combine(samples, "visit.txt"), Path.Combine(samples, "investigation.txt"), "--html", desk["page.html"]);
        shown.Split('\n').Where(line => line.StartsWith("  left   ", StringComparison.Ordinal) || line.StartsWith("         ", StringComparison.Ordinal)).ShouldAllBe(line => line.Length <= 110);
        shown.ShouldContain("which both name most, stands every claim that is of no other whom both name.");
        shown.ShouldContain(", a guess)");
        var page = File.ReadAllText(desk["page.html"]);
        page.IndexOf("<h2>Claims</h2>", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("<h2>What each says of its own making</h2>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_correction_of_a_name_that_stands_nowhere_is_said_to_change_nothing()
    {
        using var desk = new Desk();
        var names = desk.Write("names.txt", "Nadia Kherdin = Nadja Kerdin\n");
        foreach (var command in new[] { "compare", "statements" })
        {
            var ran = desk.Run(command, desk.Write("left.txt", Left), desk.Write("right.txt", Right), "--names", names);
            ran.Exit.ShouldBe(0);
            ran.Error.ShouldContain("names.txt: \"Nadja Kerdin\" is no name in these articles");
            ran.Error.ShouldNotContain("\"Nadia Kherdin\"");
        }
    }

    [Fact]
    public void A_text_in_another_language_is_named_with_what_cannot_be_done()
    {
        using var desk = new Desk();
        var ran = desk.Run("statements", desk.Write("fr.txt", "Le maire a dit que le pont était fermé depuis trois ans et que personne ne savait quand il serait rouvert au public de la ville.\n"), "--json", "-");
        ran.Exit.ShouldBe(0);
        ran.Error.ShouldContain("fr.txt: The text does not look English");
        JsonDocument.Parse(ran.Out).RootElement[0].GetProperty("problem").GetString().ShouldNotBeNull().ShouldContain("English only");
    }

    [Fact]
    public void A_page_with_a_text_in_another_language_says_so_itself()
    {
        using var desk = new Desk();
        var french = desk.Write("fr.txt", "Le maire a dit que le pont était fermé depuis trois ans et que personne ne savait quand il serait rouvert au public de la ville.\n");
        var english = desk.Write("en.txt", "The mayor said that the bridge has been closed for three years, and that nobody knows when it will be open to the public of the town again.\n");
        var ran = desk.Run("compare", french, english, "--html", desk["rival.html"]);
        ran.Exit.ShouldBe(0);
        ran.Out.ShouldContain("words; not read");
        ran.Out.ShouldContain("; what others said");
        var page = File.ReadAllText(desk["rival.html"]);
        page.ShouldContain("The text does not look English");
        page.ShouldContain("<td>not read</td>");
    }

    [Fact]
    public void A_case_proposes_groups_and_compares_those_chosen()
    {
        using var desk = new Desk();
        var samples = Path.Combine(Claque.Tests.Shared.RealData.Root, "samples", "rival-accounts");
        var files = new[] { Path.Combine(samples, "visit.txt"), Path.Combine(samples, "investigation.txt"), desk.Write("ferry.txt", "The ferry company moved its boats to the southern quay two years ago. A spokesman said that it would not appeal against the vote of the council.\n") };
        desk.Done(["import", .. files, "--case", desk["camp.claque"]]);
        desk.Done("compare", desk["camp.claque"]).ShouldContain("Choose any two or more");
        var groups = desk.Json("compare", desk["camp.claque"]).GetProperty("groups");
        groups.EnumerateArray().Select(group => string.Join('+', group.EnumerateArray().Select(id => id.GetString()))).ShouldBe(["visit.txt+investigation.txt", "ferry.txt"]);
        var chosen = desk.Json("compare", desk["camp.claque"], "--left", "investigation.txt", "--right", "1");
        chosen.GetProperty("left")[0].GetString().ShouldBe("investigation.txt");
        chosen.GetProperty("right")[0].GetString().ShouldBe("visit.txt");
        desk.Refused("compare", desk["camp.claque"], "--left", "1", "--right", "1,2").ShouldContain("on both sides");
        desk.Refused("compare", desk["camp.claque"], "--left", "nobody").ShouldContain("there is no article \"nobody\"");
    }

    [Fact]
    public void A_case_says_what_tells_alike_groups_apart()
    {
        string[] texts =
        [
            "A fire in a warehouse of Port Selby injured 14 people on Monday. Firefighters fought the flames at the quay until dawn, said Ana Merrow, who leads the brigade of Varnia.",
            "Firefighters in Port Selby fought flames in a warehouse at the quay. 14 people were injured in the fire, Ana Merrow said on Monday. The company Coral owns the warehouse.",
            "The fire at the quay on Monday injured 14 workers of Coral. Smoke lay over Selby until dawn. Ana Merrow of the brigade of Varnia praised the firefighters at the warehouse.",
            "A fire in a warehouse of Cape Orrin injured 31 people on Friday. Firefighters fought the flames at the quay until dawn, said Tomas Hale, who leads the brigade of Varnia.",
            "Firefighters in Cape Orrin fought flames in a warehouse at the quay. 31 people were injured in the fire, Tomas Hale said on Friday. The company Lantern owns the warehouse.",
            "The fire at the quay on Friday injured 31 workers of Lantern. Smoke lay over Orrin until dawn. Tomas Hale of the brigade of Varnia praised the firefighters at the warehouse.",
            "The ferry company moved its boats two years ago. A spokesman said that it would not appeal against the vote of the council.",
            "The price of bread rose again this year, and bakers expect that it will go on rising, a survey of the guild found.",
        ];
        using var desk = new Desk();
        desk.Done(["import", .. texts.Select((text, i) => desk.Write($"{i + 1}.txt", text + "\n")), "--case", desk["fires.claque"]]);
        var found = desk.Json("compare", desk["fires.claque"]);
        found.GetProperty("groups").EnumerateArray().Select(group => group.GetArrayLength()).ShouldBe([3, 3, 1, 1]);
        var apart = found.GetProperty("apart").EnumerateArray().ShouldHaveSingleItem();
        (apart.GetProperty("first").GetInt32(), apart.GetProperty("second").GetInt32()).ShouldBe((0, 1));
        Words("only_first").ShouldBe(["14", "Ana", "Coral", "Merrow", "Monday", "Port", "Selby"], ignoreOrder: true);
        Words("only_second").ShouldContain("Hale");
        desk.Done("compare", desk["fires.claque"]).ShouldContain("Alike, but told apart: the 3 articles with 1 (only there: 14, ");

        List<string?> Words(string name) => [.. apart.GetProperty(name).EnumerateArray().Select(word => word.GetString())];
    }

    [Fact]
    public void Corrections_of_names_are_used_and_kept_in_the_case()
    {
        using var desk = new Desk();
        desk.Done("import", desk.Write("left.txt", Left), desk.Write("right.txt", Right), "--case", desk["camp.claque"]);
        Forms(desk.Json("compare", desk["camp.claque"])).ShouldNotContain(forms => forms.Contains("Karim Dovlat") && forms.Contains("Daoud Merani"));
        var names = desk.Write("names.txt", "# who is who\nKarim Dovlat = Daoud Merani\nDaoud Merani != Merani\n");
        desk.Json("compare", desk["camp.claque"], "--names", names);
        var kept = Forms(desk.Json("compare", desk["camp.claque"]));
        kept.ShouldContain(forms => forms.Contains("Karim Dovlat") && forms.Contains("Daoud Merani"));
        kept.ShouldNotContain(forms => forms.Contains("Daoud Merani") && forms.Contains("Merani"));
        desk.Refused("statements", desk["left.txt"], "--names", desk.Write("bad.txt", "Karim Dovlat\n")).ShouldContain("bad.txt(1): \"Karim Dovlat\" is not a correction of names.");
    }

    private static List<List<string>> Forms(JsonElement comparison) =>
        [.. comparison.GetProperty("entities").EnumerateArray().Select(entity => entity.GetProperty("forms").EnumerateArray().Select(form => form.GetString()!).ToList())];

    private static List<string> Texts(string text, JsonElement statement, string spans) =>
        [.. statement.GetProperty(spans).EnumerateArray().Select(span => text[span[0].GetInt32()..span[1].GetInt32()])];

    private static List<string> Lines(JsonElement rows) => [.. rows.EnumerateArray().Select(row => Line(row, "left", "right"))];

    private static List<string> Exchanged(JsonElement rows) => [.. rows.EnumerateArray().Select(row => Line(row, "right", "left"))];

    private static string Line(JsonElement row, string left, string right) =>
        string.Join(" | ", row.EnumerateObject().Where(part => part.Name is not ("left" or "right" or "reasons")).Select(part => part.Value.ToString())
            .Concat([row.GetProperty(left).GetRawText(), row.GetProperty(right).GetRawText()])
            .Concat(row.TryGetProperty("reasons", out var reasons) ? reasons.EnumerateArray().Select(reason => reason.GetProperty(left) + "/" + reason.GetProperty(right)).Order() : []));
}
