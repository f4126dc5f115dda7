using Claque.Simulation;
using Claque.Tracing;

namespace Claque.Tests.Simulation;

/// <summary>Each decoy does what its sentence says, in both worlds.</summary>
public sealed class DecoyTests
{
    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Early_birds_share_within_three_minutes_of_publication_and_ordinary_people_do_not(Generator generator)
    {
        Delay(generator, Decoy.EarlyBirds.Name).ShouldBeInRange(15, 180);
        Delay(generator, Simulated.Organic).ShouldBeGreaterThan(1200);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void A_time_zone_mate_does_everything_within_two_and_a_half_hours_of_the_day(Generator generator)
    {
        foreach (var mate in Worlds.WithDecoys(generator).ByAccount(Decoy.TimeZoneMates.Name))
        {
            var first = mate.First().Seconds() % 86_400;
            var offsets = mate.Select(post => (post.Seconds() % 86_400 - first + 1.5 * 86_400) % 86_400).ToArray();
            (offsets.Max() - offsets.Min()).ShouldBeLessThanOrEqualTo(2.5 * 3600);
        }
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void A_feed_bot_keeps_its_distance_from_its_fellows_to_within_seconds(Generator generator)
    {
        var bots = Worlds.WithDecoys(generator).ByAccount(Decoy.FeedBots.Name).Select(bot => bot.ToDictionary(post => post.ObjectId, post => post.Seconds())).ToArray();
        var fellows = 0;
        for (var i = 0; i < bots.Length; i++)
        {
            for (var j = i + 1; j < bots.Length; j++)
            {
                var gaps = bots[i].Where(act => bots[j].ContainsKey(act.Key)).Select(act => act.Value - bots[j][act.Key]).ToArray();
                if (gaps.Length == 0) continue;
                fellows++;
                var middle = gaps.Median();
                gaps.Select(gap => Math.Abs(gap - middle)).Median().ShouldBeLessThan(20);
            }
        }

        fellows.ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData(Generator.First, "push-at-publication")]
    [InlineData(Generator.First, "push-late")]
    [InlineData(Generator.Second, "push-at-publication")]
    [InlineData(Generator.Second, "push-late")]
    public void Fans_of_an_app_often_share_within_two_minutes_of_one_another(Generator generator, string decoy)
    {
        Together(generator, decoy, 120).ShouldBeGreaterThan(2 * Together(generator, Decoy.OutletFans.Name, 120));
        Together(generator, decoy, 120).ShouldBeGreaterThan(.15);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void A_late_alert_is_half_an_hour_to_six_hours_after_publication(Generator generator)
    {
        var simulated = Worlds.WithDecoys(generator);
        var originals = simulated.Posts.ToDictionary(post => post.PostId, post => post.Seconds());
        var delays = simulated.Posts.Where(simulated.Of(Decoy.PushLate.Name)).Where(post => originals.ContainsKey(post.ObjectId)).GroupBy(post => post.ObjectId)
            .Where(act => act.Count() >= 4).Select(act => act.Select(post => post.Seconds() - originals[post.ObjectId]).Median()).ToList();
        delays.Count.ShouldBeGreaterThan(5);
        delays.ShouldAllBe(delay => delay > 1700);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Most_of_what_viewers_of_a_live_event_reshare_falls_into_one_evening(Generator generator)
    {
        var reshares = Worlds.WithDecoys(generator).ByAccount(Decoy.LiveEvent.Name).SelectMany(viewer => viewer)
            .Where(post => post.Kind == Behaviour.Reshare).Select(post => post.Seconds()).ToArray();
        var middle = reshares.Median();
        reshares.Count(time => Math.Abs(time - middle) < 2.5 * 3600).ShouldBeGreaterThan(reshares.Length * 2 / 3);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void A_live_crowd_comes_back_on_four_evenings_and_reshares_within_a_minute_or_two(Generator generator)
    {
        var crowd = Worlds.WithDecoys(generator).ByAccount(Decoy.LiveCrowd.Name).SelectMany(viewer => viewer).Where(post => post.Kind == Behaviour.Reshare).ToList();
        crowd.GroupBy(post => post.TimeUs / 86_400_000_000).Count(day => day.Count() > 100).ShouldBeGreaterThanOrEqualTo(4);
        Together(generator, Decoy.LiveCrowd.Name, 60).ShouldBeGreaterThan(.4);
        Repeated(generator, Decoy.LiveCrowd.Name).ShouldBeGreaterThan(Repeated(generator, Decoy.TimeZoneMates.Name) + .1);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Accounts_of_a_newsroom_mostly_share_an_article_within_twenty_seconds(Generator generator) =>
        Together(generator, Decoy.Newsroom.Name, 20).ShouldBeGreaterThan(.8);

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Activists_share_a_list_but_not_the_minute(Generator generator)
    {
        var list = Worlds.WithDecoys(generator).ByAccount(Decoy.LinkListActivists.Name).SelectMany(activist => activist)
            .Where(post => post.Kind == Behaviour.Link).GroupBy(post => post.ObjectId).Where(link => link.Count() >= 20).ToList();
        list.Count.ShouldBeInRange(30, 45);
        list.Average(link => link.Max(post => post.Seconds()) - link.Min(post => post.Seconds())).ShouldBeInRange(3 * 3600, 5 * 3600);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Session_posters_pause_for_seconds_within_a_sitting(Generator generator)
    {
        Pause(generator, Decoy.SessionPosters.Name).ShouldBeLessThan(100);
        Pause(generator, Simulated.Organic).ShouldBeGreaterThan(1000);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Schedulers_post_at_round_minutes_only(Generator generator)
    {
        var posts = Worlds.WithDecoys(generator).ByAccount(Decoy.RoundMinuteSchedulers.Name).SelectMany(scheduler => scheduler).ToList();
        posts.ShouldAllBe(post => post.TimeUs % 900_000_000 == 0);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Fans_of_an_outlet_share_mostly_from_it(Generator generator)
    {
        var hosts = Worlds.WithDecoys(generator).ByAccount(Decoy.OutletFans.Name).SelectMany(fan => fan)
            .Where(post => post.IsShare()).GroupBy(post => post.Kind == Behaviour.Link ? new Uri(post.ObjectId).Host : "").ToDictionary(host => host.Key, host => host.Count());
        (hosts.Values.Max() / (double)hosts.Values.Sum()).ShouldBeInRange(.6, .9);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Friends_reshare_one_another_within_hours(Generator generator)
    {
        var simulated = Worlds.WithDecoys(generator);
        var posts = simulated.Posts.Where(simulated.Of(Decoy.FriendsRing.Name)).ToList();
        var own = posts.ToDictionary(post => post.PostId, post => post.Seconds());
        var delays = posts.Where(post => own.ContainsKey(post.ObjectId)).Select(post => post.Seconds() - own[post.ObjectId]).ToArray();
        delays.Length.ShouldBeGreaterThan(400);
        delays.Median().ShouldBeInRange(600, 6 * 3600);
    }

    [Theory]
    [InlineData("headlines")]
    [InlineData("share-button-texts")]
    [InlineData("quotations")]
    [InlineData("greetings")]
    [InlineData("slogans")]
    [InlineData("lyrics")]
    [InlineData("petitions")]
    [InlineData("mail-merge-templates")]
    public void Benign_texts_are_repeated_by_people_who_have_nothing_to_do_with_one_another(string decoy)
    {
        foreach (var generator in Enum.GetValues<Generator>())
        {
            Repeated(generator, decoy).ShouldBeGreaterThan(Repeated(generator, Decoy.TimeZoneMates.Name) + .15);
        }
    }

    [Fact]
    public void Only_feeds_and_newsrooms_are_explained() =>
        Decoy.All.Where(decoy => decoy.Explained).Select(decoy => decoy.Name).ShouldBe(["feed-bots", "newsroom"]);

    [Fact]
    public void A_list_of_decoys_is_read_in_any_order_and_a_wrong_name_is_answered_with_the_right_ones()
    {
        Decoy.Parse("newsroom, early-birds").ShouldBe([Decoy.EarlyBirds, Decoy.Newsroom]);
        Decoy.Parse("all").ShouldBe(Decoy.All);
        Decoy.Parse("none").ShouldBeEmpty();
        Should.Throw<Claque.Reading.InputException>(() => Decoy.Parse("early-bird")).Message.ShouldContain("early-birds");
    }

    /// <summary>Median seconds from a post of the corpus to its reshares by accounts of a role.</summary>
    private static double Delay(Generator generator, string role)
    {
        var simulated = Worlds.WithDecoys(generator);
        var times = simulated.Posts.ToDictionary(post => post.PostId, post => post.Seconds());
        return simulated.Posts.Where(simulated.Of(role)).Where(post => post.Kind == Behaviour.Reshare && times.ContainsKey(post.ObjectId))
            .Select(post => post.Seconds() - times[post.ObjectId]).Median();
    }

    /// <summary>Median seconds between one share of an account and its next.</summary>
    private static double Pause(Generator generator, string role) =>
        Worlds.WithDecoys(generator).ByAccount(role)
            .SelectMany(account => account.Where(post => post.IsShare()).Zip(account.Where(post => post.IsShare()).Skip(1), (a, b) => b.Seconds() - a.Seconds())).Median();

    /// <summary>Share of the acts of a role that have a fellow's act on the same object so near.</summary>
    private static double Together(Generator generator, string role, double seconds)
    {
        var simulated = Worlds.WithDecoys(generator);
        var acts = simulated.Posts.Where(simulated.Of(role)).Where(post => post.IsShare()).ToList();
        var near = acts.GroupBy(post => post.ObjectId).Sum(shared => shared.Count(a =>
            shared.Any(b => a.AccountId != b.AccountId && Math.Abs(a.Seconds() - b.Seconds()) <= seconds)));
        return near / (double)acts.Count;
    }

    /// <summary>Share of a role's posts with words, reshares aside, whose first 40 letters another of the role published too.</summary>
    private static double Repeated(Generator generator, string role)
    {
        var simulated = Worlds.WithDecoys(generator);
        var texts = simulated.Posts.Where(simulated.Of(role)).Where(post => post.Kind != Behaviour.Reshare && post.Text.Length > 10).ToList();
        var authors = texts.GroupBy(Beginning).ToDictionary(same => same.Key, same => same.Select(post => post.AccountId).Distinct().Count());
        return texts.Count(post => authors[Beginning(post)] > 1) / (double)texts.Count;

        static string Beginning(SimulatedPost post)
        {
            var words = post.Text.StartsWith("Dear", StringComparison.Ordinal) ? post.Text[(post.Text.IndexOf(',') + 1)..] : post.Text;
            return words.Length > 40 && post.Text != words ? words[^40..] : words[..Math.Min(40, words.Length)];
        }
    }
}
