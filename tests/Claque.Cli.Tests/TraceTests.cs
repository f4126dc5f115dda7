using System.Text.Json;
using System.Xml.Linq;

namespace Claque.Tests.Cli;

public sealed class TraceTests
{
    private const string First = "The harbour council of Ostrel voted on Tuesday to close the old ferry pier, after a report found that its piles had rotted through and that the mole behind it moves with every spring tide.";
    private const string Second = "The ferry company moved its boats to the southern quay two years ago, and its manager does not want to appeal against the vote, since the upkeep of two landing places had cost more than the tickets brought in.";
    private const string Third = "Fishermen who still sell from the pier asked for a shed on the quay, and the council put the matter to its committee for markets, which meets again when the herring season is over.";
    private const string Offer = "Ten walks along the coast of Ostrel that you can do with small children, where to leave the car, where to find water in summer, which of the beaches are watched, and what the bakers in the villages behind the dunes charge for a loaf.";

    private static string Page(string address, string outlet, string date, string more) => $"""
        <html><head><link rel="canonical" href="{address}"><meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="{date}"></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Council closes the pier</h1><p>{First}</p><p>{Second}</p><p>{Third}</p>{more}</article><aside><h2>Related</h2><p>{Offer}</p></aside></body></html>
        """;

    private static (string First, string Copy) Pages(Desk desk) =>
        (desk.Write("first.html", Page("https://harbour.example/pier", "Harbour News", "2031-05-01T08:00:00Z", "")),
        desk.Write("copy.html", Page("https://mirror.example/7", "Mirror Post", "2031-05-02T09:00:00Z", "<p>This article was originally published in Harbour News.</p>")));

    [Fact]
    public void Saved_pages_are_traced_by_their_own_prose_and_the_json_has_the_promised_fields()
    {
        using var desk = new Desk();
        var (first, copy) = Pages(desk);
        using var json = JsonDocument.Parse(desk.Done("trace", first, copy, "--json", "-"));
        json.RootElement.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("id").GetString()).ShouldBe(["first.html", "copy.html"]);
        var pair = json.RootElement.GetProperty("pairs").EnumerateArray().ShouldHaveSingleItem();
        (pair.GetProperty("a").GetString(), pair.GetProperty("b").GetString(), pair.GetProperty("relation").GetString()).ShouldBe(("first.html", "copy.html", "near_duplicate"));
        pair.GetProperty("containment_a").GetDouble().ShouldBe(1);
        pair.GetProperty("containment_b").GetDouble().ShouldBeGreaterThan(.9);
        using var extracted = JsonDocument.Parse(desk.Done("extract", first, "--json", "-"));
        var text = extracted.RootElement[0].GetProperty("text").GetString()!;
        var passage = pair.GetProperty("passages").EnumerateArray().ShouldHaveSingleItem();
        text[passage.GetProperty("a_start").GetInt32()..passage.GetProperty("a_end").GetInt32()].ShouldBe($"{First}\n{Second}\n{Third}".Replace("\n", text.Contains(First + "\n\n", StringComparison.Ordinal) ? "\n\n" : "\n", StringComparison.Ordinal).TrimEnd('.'));
        (passage.GetProperty("class").GetString(), passage.GetProperty("identity").GetDouble()).ShouldBe(("verbatim", 1));
        (passage.GetProperty("b_end").GetInt32() - passage.GetProperty("b_start").GetInt32()).ShouldBe(passage.GetProperty("a_end").GetInt32() - passage.GetProperty("a_start").GetInt32());
        var family = json.RootElement.GetProperty("families").EnumerateArray().ShouldHaveSingleItem();
        family.GetProperty("members").GetArrayLength().ShouldBe(2);
        var edge = family.GetProperty("edges").EnumerateArray().ShouldHaveSingleItem();
        (edge.GetProperty("from").GetString(), edge.GetProperty("to").GetString(), edge.GetProperty("directed").GetBoolean()).ShouldBe(("first.html", "copy.html", true));
        edge.GetProperty("score").GetDouble().ShouldBeGreaterThan(0);
        edge.GetProperty("evidence").EnumerateArray().Select(item => item.GetProperty("kind").GetString()).ShouldContain("credit");
    }

    [Fact]
    public void Members_stand_with_outlet_headline_and_stated_source_and_ties_with_what_was_changed()
    {
        using var desk = new Desk();
        var (first, copy) = Pages(desk);
        File.WriteAllText(copy, File.ReadAllText(copy).Replace("<h1>Council closes the pier</h1>", "<h1>Council robs fishermen of their pier</h1>", StringComparison.Ordinal));
        var text = desk.Done("trace", first, copy);
        text.ShouldContain("2031-05-02 09:00:00  Mirror Post: Council robs fishermen of their pier   copy.html");
        text.ShouldContain("stated: credit Harbour News: “This article was originally published in Harbour News");
        text.ShouldContain("headline changed: “Council closes the pier” → “Council robs fishermen of their pier”");
        text.ShouldContain("credit added: nothing → “This article was originally published in Harbour News.”");
    }

    [Fact]
    public void A_copy_of_a_page_that_was_saved_twice_comes_from_either()
    {
        using var desk = new Desk();
        var (first, copy) = Pages(desk);
        using var json = JsonDocument.Parse(desk.Done("trace", first, desk.Write("again.html", File.ReadAllText(first)), copy, "--json", "-"));
        var family = json.RootElement.GetProperty("families").EnumerateArray().ShouldHaveSingleItem();
        family.GetProperty("earliest_seen").ValueKind.ShouldBe(JsonValueKind.Null);
        var edge = family.GetProperty("edges").EnumerateArray().Single(edge => edge.GetProperty("to").GetString() == "copy.html");
        edge.GetProperty("directed").GetBoolean().ShouldBeTrue();
        edge.GetProperty("or_from").EnumerateArray().Select(id => id.GetString()!).Append(edge.GetProperty("from").GetString()!).ShouldBe(["first.html", "again.html"], ignoreOrder: true);
        family.GetProperty("edges").EnumerateArray().Single(edge => edge.GetProperty("to").GetString() != "copy.html").GetProperty("directed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void An_empty_page_in_a_folder_keeps_no_other_out_of_the_case()
    {
        using var desk = new Desk();
        Pages(desk);
        desk.Write("empty.html", "");
        var text = desk.Done("import", desk["."], "--case", desk["harbour.claque"]);
        text.ShouldContain("empty.html  (articles: none");
        text.ShouldContain("0 articles new, 0 already in the case, 1 records not usable");
        text.ShouldContain("first.html  (articles: html");
        text.ShouldContain("Next: claque trace");
    }

    [Fact]
    public void A_case_is_traced_as_the_pages_that_went_into_it()
    {
        using var desk = new Desk();
        var (first, copy) = Pages(desk);
        desk.Done("import", first, copy, "--case", desk["harbour.claque"]);
        using var ofCase = JsonDocument.Parse(desk.Done("trace", desk["harbour.claque"], "--json", "-"));
        using var ofFiles = JsonDocument.Parse(desk.Done("trace", first, copy, "--json", "-"));
        foreach (var part in new[] { "pairs", "families" }) ofCase.RootElement.GetProperty(part).GetRawText().ShouldBe(ofFiles.RootElement.GetProperty(part).GetRawText());
    }

    [Fact]
    public void Tables_and_graph_hold_each_passage_and_each_edge()
    {
        using var desk = new Desk();
        var (first, copy) = Pages(desk);
        desk.Done("trace", first, copy, "--csv", desk["tables"], "--graphml", desk["families.graphml"]).ShouldContain("first.html → copy.html");
        var passages = File.ReadAllLines(Path.Combine(desk["tables"], "passages.csv"));
        passages[0].TrimStart('\uFEFF').ShouldBe("a,b,relation,containment_a,containment_b,class,words,prose_words,identity,a_start,a_end,b_start,b_end,reason");
        passages.Length.ShouldBe(2);
        passages[1].ShouldStartWith("\"first.html\",\"copy.html\",near_duplicate,1,");
        var edges = File.ReadAllLines(Path.Combine(desk["tables"], "edges.csv"));
        edges[0].TrimStart('\uFEFF').ShouldBe("family,from,to,directed,chance,score,reason,evidence");
        edges.ShouldContain(line => line.StartsWith("1,\"first.html\",\"copy.html\",yes,", StringComparison.Ordinal));
        XNamespace of = "http://graphml.graphdrawing.org/xmlns";
        var graph = XDocument.Load(desk["families.graphml"]).Root!;
        var nodes = graph.Descendants(of + "node").Select(node => node.Attribute("id")!.Value).ToList();
        nodes.ShouldBe(["a:first.html", "a:copy.html"]);
        var edge = graph.Descendants(of + "edge").ShouldHaveSingleItem();
        nodes.ShouldContain(edge.Attribute("source")!.Value);
        nodes.ShouldContain(edge.Attribute("target")!.Value);
        var keys = graph.Elements(of + "key").Select(key => key.Attribute("id")!.Value).ToHashSet();
        graph.Descendants(of + "data").ShouldAllBe(data => keys.Contains(data.Attribute("key")!.Value));
    }

    [Fact]
    public void A_case_without_articles_is_refused_with_what_to_do()
    {
        using var desk = new Desk();
        desk.Done("import", desk.Write("posts.csv", "post_id,account_id,created_at,text\n1,ann,2024-05-03T08:00:00Z,Read this\n"), "--case", desk["posts.claque"]);
        var ran = desk.Run("trace", desk["posts.claque"]);
        ran.Exit.ShouldBe(1);
        ran.Error.ShouldContain("has no articles. Take some in: claque import");
    }

    [Fact]
    public void A_text_given_twice_is_read_once_and_another_text_under_its_id_beside_it()
    {
        using var desk = new Desk();
        string Row(string title, string text) => JsonSerializer.Serialize(new { id = "pier", title, text });
        var file = desk.Write("twice.jsonl", string.Join('\n', Row("One", First + " " + Second), Row("One", First + " " + Second), Row("Two", First + " " + Third)));
        var ran = desk.Run("trace", file, "--json", "-");
        ran.Exit.ShouldBe(0);
        ran.Error.ShouldContain("Articles given twice, with the same text, and read once: 1. The first: pier");
        using var json = JsonDocument.Parse(ran.Out);
        json.RootElement.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("id").GetString()).ShouldBe(["pier", "pier (2)"]);
    }

    [Fact]
    public void An_empty_file_in_a_folder_is_passed_over_and_named()
    {
        using var desk = new Desk();
        Directory.CreateDirectory(desk["saved"]);
        File.WriteAllText(Path.Combine(desk["saved"], "empty.txt"), "");
        File.WriteAllText(Path.Combine(desk["saved"], "pier.txt"), First + "\n\n" + Second);
        var ran = desk.Run("trace", desk["saved"], "--json", "-");
        ran.Exit.ShouldBe(0);
        ran.Error.ShouldContain("Records passed over: 1. The first: empty.txt is empty: 0 bytes.");
        desk.Run("trace", Path.Combine(desk["saved"], "empty.txt")).Exit.ShouldBe(1);
    }
}
