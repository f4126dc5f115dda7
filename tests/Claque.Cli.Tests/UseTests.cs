namespace Claque.Tests.Cli;

/// <summary>Mistakes on the command line: one sentence that says what was found, what was expected and what to do.</summary>
public sealed class UseTests
{
    [Theory]
    [InlineData("frobnicate", "There is no command 'frobnicate'.\nSee: claque --help")]
    [InlineData("detect --nonsense @", "'claque detect' has no option '--nonsense'.\nSee: claque detect --help")]
    [InlineData("detect @ --nonsense 3", "'claque detect' has no option '--nonsense'.\nSee: claque detect --help")]
    [InlineData("detect", "Required argument 'CASE_OR_FILE' missing for command: 'detect'.\nSee: claque detect --help")]
    [InlineData("simulate", "Option '--out' is required.\nSee: claque simulate --help")]
    [InlineData("detect @ --min-weight abc", "--min-weight has \"abc\", expected a whole number.\nSee: claque detect --help")]
    [InlineData("detect @ --alpha much", "--alpha has \"much\", expected a number such as 0.05.\nSee: claque detect --help")]
    [InlineData("detect @ --min-weight 0", "--min-weight has 0, expected 1 or more.")]
    [InlineData("detect @ --min-words 0", "--min-words has 0, expected 1 or more.")]
    [InlineData("detect @ --min-hashtags 0", "--min-hashtags has 0, expected 1 or more.")]
    [InlineData("detect @ --similarity 3", "--similarity has 3, expected 0.5 to 1.")]
    [InlineData("detect @ --alpha 1", "--alpha has 1, expected a number above 0 and below 1.")]
    [InlineData("detect @ --max-object-accounts 1", "--max-object-accounts has \"1\", expected a number, 2 or more, or none.")]
    [InlineData("detect @ --window 10x", "\"10x\" is not a duration. Write it like 10s, 5min or 1h.")]
    [InlineData("detect @ --window -5s", "\"-5s\" is not a duration. Write it like 10s, 5min or 1h.")]
    [InlineData("detect @ --window 99999999d", "\"99999999d\" is longer than a hundred years.")]
    [InlineData("detect @ --seed -1", "--seed has \"-1\", expected a whole number from 0 to 18446744073709551615.\nSee: claque detect --help")]
    [InlineData("simulate --out @", "--out: @ is a file, expected a folder. Give another name.")]
    [InlineData("demo --out @", "--out: @ is a file, expected a folder. Give another name.")]
    [InlineData("detect @ --window ,", "--window has \",\", expected at least one value.")]
    [InlineData("detect @ --behaviour lnk", "There is no behaviour \"lnk\". There are: link, domain, reshare, reply, mention, hashtags, text, similar-text, common-text, media, object, and column:NAME for a column given with --object.")]
    [InlineData("detect @ --as gephi", "--as has \"gephi\", expected coortweet or cnt.")]
    [InlineData("detect @ --as cnt --window 10s,60s", "--as cnt counts at one window; 2 were given.")]
    [InlineData("detect @ --as cnt --behaviour link,text", "--as counts one behaviour; 2 were given.")]
    [InlineData("audit @ --rounds 0", "--rounds has 0, expected 1 or more.")]
    [InlineData("inspect", "No file given. Write: claque inspect FILE")]
    [InlineData("inspect @ --rows -3", "--rows has -3, expected 0 or more.")]
    [InlineData("inspect @ --format nope", "There is no format 'nope'. Formats: simulation, coortweet, cnt, x-archive, twarc-csv, fivethirtyeight, crowdtangle-facebook, crowdtangle-instagram, meta-content-library, 4cat, x-v2, x-v1, bluesky-jetstream, bluesky-posts, mastodon, telegram, reddit, tiktok, youtube-comments, zeeschuimer, csv, json.")]
    [InlineData("inspect @ --time-zone Moon/Base", "The time zone \"Moon/Base\" is not known on this computer. Use an IANA name such as Europe/Kyiv, UTC, or an offset such as +02:00.")]
    [InlineData("simulate --out x --accounts 3", "--accounts has 3, expected 50 to 1,000,000.")]
    [InlineData("simulate --out x --days 3", "--days has 3, expected 7 to 366.")]
    [InlineData("simulate --out x --generator 3", "--generator has 3, expected 1 or 2.")]
    [InlineData("simulate --out x --clock hour", "--clock has \"hour\", expected second or minute.")]
    [InlineData("evaluate @ --truth @", "@ has the columns object_id, account_id, content_id, timestamp_share; \"account\" is missing.")]
    [InlineData("evaluate @.none --truth @", "@.none: there is no such file.")]
    [InlineData("evaluate", "No result given. Write: claque evaluate RESULT_ACCOUNTS.csv --truth truth.csv, or claque evaluate --laboratory.")]
    [InlineData("evaluate @", "No truth given. Write: claque evaluate @ --truth truth.csv")]
    [InlineData("evaluate @ --truth @ --corpora 3", "--corpora says what the laboratory runs. Add --laboratory, or leave it out to score one result.")]
    [InlineData("evaluate @ --laboratory", "--laboratory makes its own corpora. Leave out RESULT_ACCOUNTS.csv, --truth and --posts, or leave out --laboratory to score that result.")]
    [InlineData("evaluate --laboratory --corpora 0 --crews 0", "--corpora and --crews are both 0: there is nothing to run.")]
    [InlineData("evaluate --laboratory --generator 3", "--generator has \"3\", expected 1, 2 or both.")]
    [InlineData("simulate --out x --background @", "--background without crews would only copy your posts. Say which crews to plant: --plant small")]
    [InlineData("simulate --out x --background @ --plant small --days 9", "--days belongs to the invented world. With --background the people are those of your posts: leave it out.")]
    [InlineData("simulate --out x --format csv", "Options on how a file is read belong to --background, which was not given.")]
    public void A_mistake_is_answered_with_a_sentence_and_exit_1(string line, string sentence)
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        desk.Refused([.. line.Split(' ').Select(word => word.Replace("@", file, StringComparison.Ordinal))]).ShouldBe(sentence.Replace("@", file, StringComparison.Ordinal));
        desk.Files.ShouldBe(["shares.csv"]);
    }

    [Fact]
    public void A_case_without_a_run_says_which_command_makes_one()
    {
        using var desk = new Desk();
        desk.Done("import", desk.Write("shares.csv", Sample.Shares), "--case", desk["c.claque"]);
        foreach (var line in new[] { "show CASE", "show CASE --group 1", "report CASE", "export CASE --format gexf --out CASE.gexf" })
            desk.Refused([.. line.Split(' ').Select(word => word.Replace("CASE", desk["c.claque"], StringComparison.Ordinal))])
                .ShouldBe($"The case {desk["c.claque"]} has no run yet. Run 'claque detect {desk["c.claque"]}' first.");
    }

    [Fact]
    public void What_a_case_does_not_have_is_said_with_what_it_has()
    {
        using var desk = new Desk();
        var kept = desk["c.claque"];
        desk.Done("investigate", desk.Write("shares.csv", Sample.Shares), "--case", kept);
        desk.Refused("show", kept, "--group", "9").ShouldBe($"Run 1 has no group 9; it has 1. 'claque show {kept}' lists them.");
        desk.Refused("show", kept, "--pair", "anneke").ShouldBe("--pair has \"anneke\", expected two accounts with a comma between them.");
        desk.Refused("show", kept, "--pair", "anneke,nobody").ShouldBe("The case has no account \"nobody\". Give an id or a handle.");
        desk.Refused("show", kept, "--run", "2").ShouldBe($"{kept} has no run 2; it has 1. 'claque info {kept}' lists them.");
        desk.Refused("export", kept, "--format", "xls", "--out", desk["x"]).ShouldBe("--format has \"xls\", expected csv, gexf, graphml, json, stix or parquet.");
        desk.Json("detect", kept, "--behaviour", "link").GetProperty("notes")[0].GetString().ShouldBe("link: none of these posts has it.");
    }

    [Fact]
    public void Commands_shown_for_copying_quote_names_with_blanks()
    {
        using var desk = new Desk();
        var file = desk.Write("my posts.csv", Sample.Shares);
        desk.Done("import", file, "--case", desk["my case.claque"]).ShouldContain($"Next: claque detect \"{desk["my case.claque"]}\"");
        desk.Done("detect", desk["my case.claque"]).ShouldContain($"Next: claque show \"{desk["my case.claque"]}\" --group 1");
        desk.Done("report", desk["my case.claque"]);
        System.Net.WebUtility.HtmlDecode(File.ReadAllText(desk["my case.html"])).ShouldContain("claque import \"my posts.csv\" --case \"my case.claque\"");
    }

    [Fact]
    public void Next_commands_are_only_named_where_they_work()
    {
        using var desk = new Desk();
        var loners = desk.Write("loners.csv", "object_id,account_id,content_id,timestamp_share\no1,ann,c1,1714550400\no2,bob,c2,1714550460\n");
        desk.Done("investigate", loners, "--case", desk["l.claque"]).ShouldNotContain("--group 1");
        desk.Done("detect", desk["l.claque"]).ShouldNotContain("--group 1");
        desk.Done("investigate", desk.Write("shares.csv", Sample.Shares), "--case", desk["s.claque"]).ShouldContain($"Next: claque show {desk["s.claque"]} --group 1");
        desk.Done("show", desk["s.claque"], "--group", "1").ShouldContain("[shares.csv:");
    }
}
