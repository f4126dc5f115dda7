using Claque.Reading;

namespace Claque.Tests.Reading;

public class TableFormatsTests
{
    [Theory]
    [InlineData("account_id")]
    [InlineData("id_account")]
    public void The_four_columns_of_CooRTweet_are_shares_of_objects(string account)
    {
        var read = Reading.Of($"object_id,{account},content_id,timestamp_share\no1,ann,c1,1706702400\no2,ann,c1,1706702400\n");
        read.Format.ShouldBe("coortweet");
        read.Posts.Select(post => (post.Id, post.Account, post[PostList.Objects].Single(), post.ObjectColumns.Single(), post.Time))
            .ShouldBe([("c1", "ann", "o1", "", "2024-01-31T12:00:00"), ("c1", "ann", "o2", "", "2024-01-31T12:00:00")]);
    }

    [Fact]
    public void A_share_of_nothing_has_no_object() =>
        Reading.Of("object_id,account_id,content_id,timestamp_share\nNA,ann,c1,1706702400\n").Only[PostList.Objects].ShouldBeEmpty();

    private const string CntHeader = "message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n";
    private const string CntRows = "m1,7,ann,,,hello,1706702400.25,https://a.example https://b.example\nm2,8,bob,m1,,,1706702401,\nm3,9,cid,,m1,yes,1706702402,\n";

    [Fact]
    public void The_eight_columns_of_the_Coordination_Network_Toolkit_are_recognised_by_name()
    {
        var read = Reading.Of(CntHeader + CntRows);
        read.Format.ShouldBe("cnt");
        read.Posts[0][PostList.Links].ShouldBe(["https://a.example", "https://b.example"]);
        read.Posts[0].Precision.ShouldBe(TimePrecision.Millisecond);
        (read.Posts[1].IsReshare, read.Posts[1][PostField.ReshareOf], read.Posts[1][PostField.Handle]).ShouldBe((true, "m1", "bob"));
        read.Posts[2][PostField.ReplyTo].ShouldBe("m1");
    }

    [Fact]
    public void Posts_without_links_share_no_empty_link() =>
        Reading.Of(CntHeader + CntRows).Posts.Skip(1).ShouldAllBe(post => post.IsGiven(PostList.Links) && post[PostList.Links].IsEmpty);

    [Fact]
    public void Asked_for_by_name_the_toolkits_columns_go_by_their_order()
    {
        var options = new ReadOptions { Format = "cnt" };
        Reading.Of("a,b,c,d,e,f,g,h\n" + CntRows, options).Posts.Length.ShouldBe(3);
        Reading.Of(CntRows, options).Posts.Select(post => post.Id).ShouldBe(["m1", "m2", "m3"]);
        Reading.Refused("a,b,c\n1,2,3\n", options).ShouldStartWith("posts.csv has 3 columns; the format cnt has 8, in this order: message_id,");
    }

    private const string ArchiveHeader =
        "tweetid,userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,user_profile_url,follower_count,following_count,account_creation_date,account_language,tweet_language,tweet_text,tweet_time,tweet_client_name,in_reply_to_userid,in_reply_to_tweetid,quoted_tweet_tweetid,is_retweet,retweet_userid,retweet_tweetid,latitude,longitude,quote_count,reply_count,like_count,retweet_count,hashtags,urls,user_mentions,poll_choices\n";

    [Fact]
    public void The_archive_of_X_tells_minutes_and_its_ids_tell_milliseconds()
    {
        var read = Reading.Of(ArchiveHeader
            + "898925911294132224,aGFzaA==,Ann,ann_elm,Elmsworth,,,1,2,2017-01-01,en,en,Bridge closed,2017-08-19 15:13,Web,,,,False,,,absent,absent,0.0,0.0,1.0,2.0,\"['bridge', 'Elmsworth']\",['https://news.example/a'],\"['12', '13']\",\n"
            + "898925911294132225,bob,Bob,bob,,,,1,2,2017-01-01,en,en,RT @ann: x,2017-08-19 15:13,Web,,,,True,aGFzaA==,898925911294132224,,,0.0,0.0,0.0,0.0,[],[],,\n");
        read.Format.ShouldBe("x-archive");
        var (first, second) = (read.Posts[0], read.Posts[1]);
        (first.Platform, first.Time, first.Precision, first.TimeFromId).ShouldBe(("x", "2017-08-19T15:13:33.145", TimePrecision.Millisecond, true));
        (first.Account, first[PostField.Handle], first[PostField.Name], first.IsReshare).ShouldBe(("aGFzaA==", "ann_elm", "Ann", false));
        first[PostList.Hashtags].ShouldBe(["bridge", "Elmsworth"]);
        first[PostList.Links].ShouldBe(["https://news.example/a"]);
        first[PostList.Mentions].ShouldBe(["12", "13"]);
        (second.IsReshare, second[PostField.ReshareOf]).ShouldBe((true, "898925911294132224"));
        read.Notes.ShouldNotContain(note => note.Contains("5 minutes"));
        read.Inferred.ShouldBeNull();
    }

    [Fact]
    public void A_time_far_from_the_ids_is_noted_and_the_id_counts()
    {
        var header = "tweetid,userid,tweet_text,tweet_time,is_retweet\n";
        Reading.Of(header + "898925911294132224,ann,x,2017-08-19 15:19,false\n").Notes.ShouldNotContain(note => note.Contains("5 minutes"));
        var read = Reading.Of(header + "898925911294132224,ann,x,2017-08-19 15:21,false\n");
        read.Only.Time.ShouldBe("2017-08-19T15:13:33.145");
        read.Notes.ShouldContain("1 post has a time more than 5 minutes from the time in the post's id, which was used. First: 898925911294132224, written 2017-08-19T15:21:00Z, by its id 2017-08-19T15:13:33.145000Z.");
    }

    [Fact]
    public void Ids_of_X_from_before_November_2010_leave_the_written_time()
    {
        var post = Reading.Of("tweetid,userid,tweet_text,tweet_time,is_retweet\n29700000000,ann,x,2010-11-04 20:00,false\n").Only;
        (post.Time, post.Precision, post.TimeFromId).ShouldBe(("2010-11-04T20:00:00", TimePrecision.Minute, false));
    }

    [Fact]
    public void A_table_of_twarc_holds_JSON_in_its_cells()
    {
        var read = Reading.Of("""
            id,conversation_id,referenced_tweets.replied_to.id,referenced_tweets.retweeted.id,referenced_tweets.quoted.id,author_id,in_reply_to_user_id,text,created_at,lang,source,entities.urls,entities.hashtags,entities.mentions,attachments.media_keys,author.username,author.name
            1500000000000000000,1500000000000000000,,1400000000000000000,,7,,RT @bob: x,2022-03-05T06:38:06.000Z,en,Web,"[{""start"":1,""url"":""https://t.example/1"",""expanded_url"":""https://news.example/a""}]","[{""start"":3,""tag"":""bridge""}]","[{""username"":""bob"",""id"":""8""}]","[""3_12""]",ann,Ann
            """);
        read.Format.ShouldBe("twarc-csv");
        var post = read.Only;
        (post.Account, post[PostField.Handle], post.IsReshare, post[PostField.ReshareOf]).ShouldBe(("7", "ann", true, "1400000000000000000"));
        post[PostList.Links].ShouldBe(["https://news.example/a"]);
        post[PostList.Hashtags].ShouldBe(["bridge"]);
        post[PostList.Mentions].ShouldBe(["bob"]);
        post[PostList.Media].ShouldBe(["3_12"]);
        post.TimeFromId.ShouldBeTrue();
    }

    [Fact]
    public void The_tables_of_FiveThirtyEight_have_the_month_first()
    {
        var read = Reading.Of("""
            external_author_id,author,content,region,language,publish_date,harvested_date,following,followers,updates,post_type,account_type,retweet,account_category
            9.06E+17,ANN,Bridge closed,Elmland,English,3/4/2017 9:05,3/4/2017 9:06,1,2,3,,Right,0,X
            9.06E+17,ANN,Bridge open,Elmland,English,3/4/2017 21:05,3/4/2017 21:06,1,2,3,RETWEET,Right,1,X
            """);
        read.Format.ShouldBe("fivethirtyeight");
        read.Posts.Select(post => (post.Account, post.Time, post.Precision, post.IsReshare))
            .ShouldBe([("ANN", "2017-03-04T09:05:00", TimePrecision.Minute, false), ("ANN", "2017-03-04T21:05:00", TimePrecision.Minute, true)]);
    }

    [Fact]
    public void Later_tables_of_FiveThirtyEight_bring_ids_and_so_milliseconds()
    {
        var post = Reading.Of("""
            external_author_id,author,content,publish_date,post_type,retweet,tweet_id,article_url,tco1_step1
            1,ANN,Bridge closed,8/19/2017 15:13,,0,898925911294132224,http://x.example/ann/statuses/898925911294132224,https://news.example/a
            """).Only;
        (post.Time, post.TimeFromId).ShouldBe(("2017-08-19T15:13:33.145", true));
        post[PostList.Links].ShouldBe(["https://news.example/a"]);
        post[PostField.Url].ShouldEndWith("898925911294132224");
    }

    [Fact]
    public void The_kind_of_a_simulated_post_says_what_its_object_feeds()
    {
        var read = Reading.Of("""
            post_id,account_id,object_id,kind,time,text
            1,ann,https://news.example/a,link,2024-01-31T12:00:00Z,look
            2,ann,99,reshare,2024-01-31T12:00:00Z,
            3,ann,98,reply,2024-01-31T12:00:00Z,no
            4,ann,"bridge,Elmsworth",hashtags,2024-01-31T12:00:00Z,
            5,ann,hash1,media,2024-01-31T12:00:00Z,
            6,ann,label,text,2024-01-31T12:00:00Z,the very same words
            7,ann,thing,object,2024-01-31T12:00:00Z,
            8,ann,bridge Elmsworth,hashtags,2024-01-31T12:00:00Z,
            9,ann,s1,column:sound,2024-01-31T12:00:00Z,
            10,ann,x,dance,2024-01-31T12:00:00Z,
            """);
        read.Format.ShouldBe("simulation");
        var posts = read.Posts;
        posts[0][PostList.Links].ShouldBe(["https://news.example/a"]);
        (posts[1].IsReshare, posts[1][PostField.ReshareOf]).ShouldBe((true, "99"));
        posts[2][PostField.ReplyTo].ShouldBe("98");
        posts[3][PostList.Hashtags].ShouldBe(["bridge", "Elmsworth"]);
        posts[4][PostList.Media].ShouldBe(["hash1"]);
        (posts[5].Text, posts[5][PostList.Objects].Length).ShouldBe(("the very same words", 0));
        (posts[6][PostList.Objects].Single(), posts[6].ObjectColumns.Single()).ShouldBe(("thing", ""));
        posts[7][PostList.Hashtags].ShouldBe(["bridge", "Elmsworth"]);
        posts[8].ObjectColumns.ShouldBe(["sound"]);
        read.Rejects.ShouldHaveSingleItem().Reason.ShouldStartWith("posts.csv(11): 'kind' is \"dance\", not a behaviour. Use one of link, domain,");
    }

    [Fact]
    public void The_list_of_formats_names_and_explains_each_once()
    {
        PostFiles.Formats.Select(format => format.Name).ShouldBeUnique();
        PostFiles.Formats.ShouldAllBe(format => format.Description.Length > 10 && format.RecognisedBy.Length > 10);
    }
}
