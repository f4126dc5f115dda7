using Claque.Reading;
using Claque.Tests.Shared;

namespace Claque.Tests.Reading;

public class RealDataTests
{
    [DataFact("data/ira_tweets")]
    public void A_slice_of_troll_farm_posts_is_recognised_with_its_clock_of_minutes_and_its_reshares()
    {
        var read = Read("data/ira_tweets/slice_2015-08-01_14.csv.gz");
        read.Format.ShouldBe("csv");
        read.Mapping.ShouldBe([new("account", "author_id"), new("time", "publish_date_utc"), new("text", "content"), new("language", "language"), new("type", "post_type")]);
        (read.Posts.Length, read.Rejects.Length, read.Inferred).ShouldBe((30_038, 0, TimePrecision.Minute));
        read.Posts.Select(post => post.Account).Distinct().Count().ShouldBe(1_256);
        read.Posts.Count(post => post.IsReshare).ShouldBeInRange(1, 30_037);
    }

    [DataFact("data/control_uk2014")]
    public void Ordinary_replies_are_recognised()
    {
        var read = Read("data/control_uk2014/uk_candidates_replies_2014.csv.gz");
        (read.Posts.Length, read.Rejects.Length).ShouldBe((4_733, 0));
        read.Posts.Select(post => post.Account).Distinct().Count().ShouldBe(2_144);
    }

    [DataFact("data/control_ep2014")]
    public void Posts_around_an_election_are_recognised_with_their_reshares()
    {
        var read = Read("data/control_ep2014/ep_election_tweets_2014.csv.gz");
        read.Rejects.ShouldBeEmpty();
        read.Inferred.ShouldBe(TimePrecision.Second);
        read.Posts.Count(post => post.IsReshare).ShouldBeInRange(1, read.Posts.Length - 1);
    }

    [DataFact("data/control_airline2015")]
    public void Slashed_local_times_are_read_month_first_in_the_given_zone()
    {
        var read = Read("data/control_airline2015/airline_2015.csv.gz", new ReadOptions { TimeZone = "-08:00" });
        read.Rejects.ShouldBeEmpty();
        read.Posts[0].Time.ShouldBe("2015-02-24T19:35:00");
        read.Notes.ShouldContain(note => note.EndsWith("read as month, day, year."));
    }

    [DataFact("golden")]
    public void The_golden_shares_of_CooRTweet_are_read_row_by_row()
    {
        var read = Read("golden/russian_coord_tweets.csv.gz");
        (read.Format, read.Posts.Length, read.Rejects.Length).ShouldBe(("coortweet", 35_125, 0));
    }

    private static Outcome Read(string path, ReadOptions? options = null)
    {
        using var file = PostFiles.Open(RealData.Folder(path), options ?? new ReadOptions());
        return Reading.Drain(file);
    }
}
