using Claque.Simulation;
using Claque.Statistics;

namespace Claque.Tests.Cli;

public sealed class DemoTests
{
    [Fact]
    public void The_demo_finds_what_was_planted_and_names_no_innocent()
    {
        using var desk = new Desk();
        var said = desk.Done("demo", "--out", desk["demo"]);
        var truth = Simulator.Demo(1).Truth;
        var named = Named(desk, Path.Combine(desk["demo"], "demo.claque"));
        var crews = truth.Where(account => account.Crew.Length > 0).GroupBy(account => account.Crew);
        crews.Count(crew => crew.All(account => named.Contains(account.AccountId))).ShouldBeGreaterThanOrEqualTo(3);
        var innocents = truth.Where(account => account.Role == "organic" || account.Role == "live-event" || account.Role == "outlet-fans").Select(account => account.AccountId).ToList();
        innocents.Count.ShouldBeGreaterThan(2900);
        innocents.Where(named.Contains).ShouldBeEmpty();

        said.ShouldContain("Found against planted (the investigation did not see the truth)");
        said.ShouldContain("Innocent accounts named: 0 of ");
        said.ShouldContain($"Report  {Path.Combine(desk["demo"], "report.html")}");
        foreach (var file in new[] { "posts.csv", "truth.csv", "demo.claque", "report.html" }) File.Exists(Path.Combine(desk["demo"], file)).ShouldBeTrue(file);
        File.ReadAllText(Path.Combine(desk["demo"], "report.html")).ShouldContain("tide barrier");
    }

    [Fact]
    public void The_summary_of_the_report_labels_only_feeds_and_newsrooms_as_explained()
    {
        using var desk = new Desk();
        desk.Done("demo", "--out", desk["demo"]);
        var truth = Simulator.Demo(1).Truth.ToDictionary(account => account.AccountId, account => account.Role, StringComparer.Ordinal);
        var path = Path.Combine(desk["demo"], "demo.claque");
        using var opened = Claque.Cases.CaseFile.OpenReadOnly(path);
        var labelled = opened.Groups(1).Where(group => group.Readings.Contains(Claque.Validation.GroupReadings.RegularDelaySentence)).ToList();

        labelled.ShouldNotBeEmpty();
        labelled.SelectMany(group => group.Members).Select(member => truth[member.Account.NativeId]).Distinct().ShouldBeSubsetOf(["feed-bots", "newsroom"]);
        var report = File.ReadAllText(Path.Combine(desk["demo"], "report.html"));
        report.Split("Explained by a regular delay, as of feeds").Length.ShouldBe(1 + labelled.Count);
    }

    [Fact]
    public void Nine_in_ten_of_the_feeds_and_newsrooms_that_are_named_are_labelled_and_no_crew_member_is()
    {
        using var desk = new Desk();
        using (var posts = new StreamWriter(desk["posts.csv"])) Simulator.Demo(1).WritePosts(posts);
        desk.Done("detect", desk["posts.csv"], "--sensitivity", "off", "--accounts", desk["accounts.csv"]);
        var role = Simulator.Demo(1).Truth.ToDictionary(account => account.AccountId, account => account.Role, StringComparer.Ordinal);
        var rows = File.ReadLines(desk["accounts.csv"]).Skip(1).Select(row => row.Split(',')).Select(row => (Role: role[row[0].Trim('"')], Tier: row[1], Explained: row[6])).ToList();
        var regular = rows.Where(row => row.Tier == "named" && row.Role is "feed-bots" or "newsroom").ToList();

        regular.Count.ShouldBeGreaterThan(30);
        regular.Count(row => row.Explained == "regular delay").ShouldBeGreaterThanOrEqualTo((int)Math.Ceiling(0.9 * regular.Count));
        rows.Where(row => row.Role == "crew" && row.Tier == "named").ShouldAllBe(row => row.Explained.Length == 0);
    }

    [Fact]
    public void With_the_times_shuffled_within_each_day_no_timing_is_named()
    {
        using var desk = new Desk();
        var demo = Simulator.Demo(1);
        var random = new Pcg32(11);
        var shuffled = demo.Posts.ToArray();
        foreach (var day in Enumerable.Range(0, shuffled.Length).GroupBy(i => shuffled[i].TimeUs / 86_400_000_000L))
        {
            var places = day.ToArray();
            var times = places.Select(i => shuffled[i].TimeUs).ToArray();
            random.Shuffle<long>(times);
            for (var i = 0; i < places.Length; i++) shuffled[places[i]] = shuffled[places[i]] with { TimeUs = times[i] };
        }

        using (var posts = new StreamWriter(desk["shuffled.csv"])) new Simulated([.. shuffled], demo.Truth).WritePosts(posts);
        desk.Done("detect", desk["shuffled.csv"], "--accounts", desk["accounts.csv"]);
        File.ReadLines(desk["accounts.csv"]).Skip(1).Select(row => row.Split(',')).Where(row => row[1] == "named" && row[4].Contains("timing", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static HashSet<string> Named(Desk desk, string kept)
    {
        desk.Done("detect", kept, "--accounts", desk["accounts.csv"]);
        return [.. File.ReadLines(desk["accounts.csv"]).Skip(1).Select(row => row.Split(',')).Where(row => row[1] == "named").Select(row => row[0].Trim('"'))];
    }
}
