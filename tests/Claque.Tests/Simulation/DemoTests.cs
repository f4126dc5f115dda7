using System.Text.RegularExpressions;
using Claque.Simulation;
using Claque.Tracing;

namespace Claque.Tests.Simulation;

public sealed class DemoTests
{
    private static readonly Lazy<Simulated> Demo = new(() => Simulator.Demo(1));

    [Fact]
    public void The_demo_is_three_weeks_of_three_thousand_accounts()
    {
        Demo.Value.Truth.Length.ShouldBeInRange(2900, 3200);
        Demo.Value.Posts.Length.ShouldBeInRange(60_000, 90_000);
        Simulator.Demo(1).Bytes().ShouldBe(Demo.Value.Bytes());
        Simulator.Demo(2).Bytes().ShouldNotBe(Demo.Value.Bytes());
    }

    [Fact]
    public void Five_crews_are_planted_and_the_truth_names_them()
    {
        var crews = Demo.Value.Truth.Where(account => account.Role == Simulated.Planted).GroupBy(account => account.Crew).ToDictionary(crew => crew.Key, crew => crew.Count());
        crews.Keys.Order().ShouldBe(["harbour-echo", "hashtag-storm", "open-the-gate", "two-voices", "worried-neighbours"]);
        crews.Values.ShouldAllBe(size => size >= 8);
        Demo.Value.Truth.ShouldAllBe(account => (account.Crew != "") == (account.Role == Simulated.Planted));
    }

    [Fact]
    public void Every_link_leads_to_a_domain_that_cannot_exist()
    {
        var links = new Regex("https?://[^\\s\"]+");
        foreach (var post in Demo.Value.Posts)
        {
            if (post.Kind == Behaviour.Link) new Uri(post.ObjectId).Host.ShouldEndWith(".example");
            foreach (Match link in links.Matches(post.Text)) new Uri(link.Value).Host.ShouldEndWith(".example");
        }
    }

    [Fact]
    public void Every_post_has_words_and_some_run_from_right_to_left()
    {
        Demo.Value.Posts.ShouldAllBe(post => post.Text.Length >= 3 && !post.Text.Contains('[') && !post.Text.Contains('|'));
        var rightToLeft = Demo.Value.Posts.Count(post => post.Text.Any(letter => letter is >= '\u0600' and <= '\u06ff'));
        (rightToLeft / (double)Demo.Value.Posts.Length).ShouldBeInRange(.05, .25);
        var isMember = Demo.Value.Of(Simulated.Planted);
        Demo.Value.Posts.Where(isMember).ShouldContain(post => post.Kind == Behaviour.Text && post.Text.Contains("شورا"));
    }

    [Fact]
    public void Handles_can_be_read_aloud() =>
        Demo.Value.Truth.ShouldAllBe(account => Regex.IsMatch(account.AccountId, "^[a-z][a-z_.]*[a-z][0-9]*$"));

    [Fact]
    public void The_storm_uses_tags_that_nobody_else_uses()
    {
        var storm = Demo.Value.Truth.Where(account => account.Crew == "hashtag-storm").Select(account => account.AccountId).ToHashSet();
        var sequences = Demo.Value.Posts.Where(post => post.Kind == Behaviour.Hashtags && storm.Contains(post.AccountId))
            .GroupBy(post => post.ObjectId).Where(tags => tags.Count() == storm.Count).Select(tags => tags.Key).ToList();
        sequences.Count.ShouldBe(12);
    }
}
