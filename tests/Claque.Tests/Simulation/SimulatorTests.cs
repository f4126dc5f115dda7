using Claque.Reading;
using Claque.Simulation;
using Claque.Tracing;

namespace Claque.Tests.Simulation;

public sealed class SimulatorTests
{
    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others(Generator generator)
    {
        var options = Worlds.Small(generator) with { Accounts = 200, Days = 14, Decoys = Decoy.All, Crews = Plants.Parse("small") };
        var bytes = Simulator.Simulate(options).Bytes();
        Simulator.Simulate(options with { }).Bytes().ShouldBe(bytes);
        Simulator.Simulate(options with { Seed = 2 }).Bytes().ShouldNotBe(bytes);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void The_truth_names_every_account_once(Generator generator)
    {
        var simulated = Worlds.WithDecoys(generator);
        var known = simulated.Truth.Select(account => account.AccountId).ToList();
        known.ShouldBeUnique();
        known.ShouldBe(known.Order(StringComparer.Ordinal));
        simulated.Posts.Select(post => post.AccountId).Distinct().Except(known).ShouldBeEmpty();
        simulated.Truth.Select(account => account.Role).Distinct().Order().ShouldBe(Decoy.All.Select(decoy => decoy.Name).Append("organic").Order());
        simulated.Truth.Count(account => account.Role == Simulated.Organic).ShouldBe(600);
        simulated.Truth.ShouldAllBe(account => account.Crew == "");
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Posts_come_by_time_and_then_by_id_within_the_days_asked_for(Generator generator)
    {
        var posts = Worlds.WithDecoys(generator).Posts;
        posts.Select(post => post.PostId).ShouldBeUnique();
        posts.Select(post => post.PostId).ShouldBe(posts.Select(post => post.PostId).Order(StringComparer.Ordinal));
        posts.Select(post => post.TimeUs).ShouldBe(posts.Select(post => post.TimeUs).Order());
        var days = (posts[^1].TimeUs - posts[0].TimeUs) / 86_400e6;
        days.ShouldBeInRange(29, 30);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Nobody_shares_a_post_before_it_is_there(Generator generator)
    {
        var posts = Worlds.WithDecoys(generator).Posts;
        var times = posts.ToDictionary(post => post.PostId, post => post.TimeUs);
        var answers = posts.Where(post => times.ContainsKey(post.ObjectId)).ToList();
        answers.Count.ShouldBeGreaterThan(1000);
        answers.ShouldAllBe(post => post.TimeUs >= times[post.ObjectId]);
        answers.ShouldAllBe(post => post.Kind == Behaviour.Reshare || post.Kind == Behaviour.Reply);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void A_decoy_left_out_changes_nothing_in_the_ordinary_accounts_own_words(Generator generator)
    {
        var without = Simulator.Simulate(Worlds.Small(generator));
        var with = Simulator.Simulate(Worlds.Small(generator) with { Decoys = [Decoy.FriendsRing] });
        var added = with.Truth.Where(account => account.Role != Simulated.Organic).Select(account => account.AccountId).ToHashSet();
        added.Count.ShouldBe(24);
        with.Posts.Where(post => !added.Contains(post.AccountId)).Select(post => (post.AccountId, post.TimeUs, post.Text))
            .ShouldBe(without.Posts.Select(post => (post.AccountId, post.TimeUs, post.Text)));
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SimulationOptions { Accounts = 49 });
        Should.Throw<ArgumentOutOfRangeException>(() => new SimulationOptions { Days = 6 });
        var crew = new Crew("one", 4, 5, TimeSpan.FromMinutes(1));
        Should.Throw<ArgumentException>(() => new SimulationOptions { Crews = [crew, crew] }).Message.ShouldContain("one");
        Should.Throw<ArgumentException>(() => new SimulationOptions { Decoys = [new Decoy("gulls")] }).Message.ShouldContain("gulls");
    }

    [Fact]
    public void The_source_hands_on_the_object_of_each_kind_of_post()
    {
        var simulated = Worlds.WithDecoys(Generator.Second);
        var i = 0;
        simulated.AsSource().ReadAll(record => Check(simulated.Posts[i++], record), default);
        i.ShouldBe(simulated.Posts.Length);

        static void Check(SimulatedPost post, PostRecord record)
        {
            record.Text(PostField.Id).ShouldBe(post.PostId);
            record.TimeUs.ShouldBe(post.TimeUs - post.TimeUs % 1_000_000);
            record.IsReshare.ShouldBe(post.Kind == Behaviour.Reshare);
            record.Text(PostField.ReshareOf).ShouldBe(post.Kind == Behaviour.Reshare ? post.ObjectId : "");
            record.Text(PostField.ReplyTo).ShouldBe(post.Kind == Behaviour.Reply ? post.ObjectId : "");
            record.CountOf(PostList.Links).ShouldBe(post.Kind == Behaviour.Link ? 1 : 0);
            record.CountOf(PostList.Media).ShouldBe(post.Kind == Behaviour.Media ? 1 : 0);
            record.CountOf(PostList.Hashtags).ShouldBe(post.Kind == Behaviour.Hashtags ? post.ObjectId.Split(' ').Length : 0);
        }
    }

    [Fact]
    public void A_minute_clock_shows_the_same_posts_in_the_same_order_with_the_seconds_gone()
    {
        var options = Worlds.Small(Generator.Second) with { Accounts = 60, Days = 7, Decoys = [Decoy.LiveCrowd] };
        var (fine, coarse) = (Simulator.Simulate(options), Simulator.Simulate(options with { Clock = Claque.Reading.TimePrecision.Minute }));
        coarse.Posts.Select(post => post.PostId).ShouldBe(fine.Posts.Select(post => post.PostId));
        coarse.Posts.Select(post => post.TimeUs).ShouldBe(fine.Posts.Select(post => post.TimeUs / 60_000_000 * 60_000_000));
        coarse.AsSource().ReadAll(post => post.Precision.ShouldBe(Claque.Reading.TimePrecision.Minute), CancellationToken.None);
        Should.Throw<ArgumentOutOfRangeException>(() => options with { Clock = Claque.Reading.TimePrecision.Hour });
    }
}
