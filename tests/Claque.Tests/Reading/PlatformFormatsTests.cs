using Claque.Reading;

namespace Claque.Tests.Reading;

public class PlatformFormatsTests
{
    [Fact]
    public void A_status_of_Mastodon_is_read_out_of_its_HTML_and_a_boost_passes_on_what_it_holds()
    {
        var read = Reading.Of("""
            [{"id":"9","created_at":"2024-01-31T12:00:00.500Z","uri":"https://m.example/users/ann/statuses/9","url":"https://m.example/@ann/9","in_reply_to_id":"7","language":"en","account":{"id":"1","acct":"ann","display_name":"Ann","url":"https://m.example/@ann"},"application":{"name":"Web"},
              "content":"<p>The bridge &amp; the <a href=\"https://news.example/a?x=1&amp;y=2\" rel=\"nofollow\">ferry</a></p><p>see <a href=\"https://m.example/tags/elm\" class=\"mention hashtag\">#<span>elm</span></a><br />now</p>","tags":[{"name":"elm"}],"mentions":[],"reblog":null},
             {"id":"10","created_at":"2024-01-31T12:00:01.000Z","uri":"https://m.example/users/bob/statuses/10/activity","account":{"id":"2","acct":"bob@far.example","url":"https://far.example/@bob"},"content":"",
              "reblog":{"uri":"https://m.example/users/ann/statuses/9","content":"<p>The bridge</p>","tags":[],"mentions":[{"acct":"cid"}],"account":{"acct":"ann"},"card":{"url":"https://news.example/b"}}}]
            """);
        read.Format.ShouldBe("mastodon");
        var (status, boost) = (read.Posts[0], read.Posts[1]);
        (status.Id, status.Account, boost.Account, status.Time, status[PostField.ReplyTo], status.Platform)
            .ShouldBe(("https://m.example/users/ann/statuses/9", "ann@m.example", "bob@far.example", "2024-01-31T12:00:00.5", "7", "mastodon"));
        status.Text.ShouldBe("The bridge & the ferry\n\nsee #elm\nnow");
        status[PostList.Links].ShouldBe(["https://news.example/a?x=1&y=2"]);
        status[PostList.Hashtags].ShouldBe(["elm"]);
        (boost.IsReshare, boost[PostField.ReshareOf], boost.Text).ShouldBe((true, "https://m.example/users/ann/statuses/9", "The bridge"));
        boost[PostList.Links].Concat(boost[PostList.Mentions]).ShouldBe(["https://news.example/b", "cid"]);
    }

    [Fact]
    public void A_broken_tag_of_a_status_is_text() =>
        Reading.Of("""[{"id":"9","created_at":"2024-01-31T12:00:00Z","account":{"acct":"ann"},"content":"1 < 2 and so on"}]""").Only.Text.ShouldBe("1 < 2 and so on");

    [Fact(Timeout = 20_000)]
    public async Task A_status_of_nothing_but_broken_tags_takes_no_time()
    {
        var many = new string('<', 3_000_000);
        var text = await Task.Run(() => Claque.Reading.Formats.HtmlText.Of(many, out _));
        text.Length.ShouldBe(many.Length);
    }

    [Fact]
    public void A_feed_of_Bluesky_tells_posts_from_reposts()
    {
        var read = Reading.Of("""
            {"feed":[{"post":{"uri":"at://did:plc:ann/app.bsky.feed.post/3l3qo2vuowo2b","author":{"did":"did:plc:ann","handle":"ann.example","displayName":"Ann"},"record":{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z","text":"The bridge","langs":["en"]},"indexedAt":"2024-09-09T19:46:03Z"}},
                     {"post":{"uri":"at://did:plc:ann/app.bsky.feed.post/3l3qo2vuowo2b","author":{"did":"did:plc:ann","handle":"ann.example"},"record":{"text":"The bridge","createdAt":"2024-09-09T19:46:02.102Z"}},"reason":{"$type":"app.bsky.feed.defs#reasonRepost","by":{"did":"did:plc:bob","handle":"bob.example"},"indexedAt":"2024-09-09T20:00:00.000Z"}}]}
            """);
        read.Format.ShouldBe("bluesky-posts");
        read.Posts.Select(post => (post.Account, post.Text, post.IsReshare, post[PostField.ReshareOf]))
            .ShouldBe([("did:plc:ann", "The bridge", false, ""), ("did:plc:bob", "", true, "at://did:plc:ann/app.bsky.feed.post/3l3qo2vuowo2b")]);
        (read.Posts[0].TimeFromId, read.Posts[0].Time, read.Posts[1].Time).ShouldBe((true, "2024-09-09T19:46:02.246036", "2024-09-09T20:00:00"));
    }

    [Fact]
    public void Videos_of_TikTok_share_sounds()
    {
        var research = Reading.Of("""{"data":{"videos":[{"id":7300000000000000001,"video_description":"At the harbour","create_time":1706702400,"username":"ann","music_id":99,"hashtag_names":["elm"]}],"cursor":100},"error":{"code":"ok"}}""");
        var page = Reading.Of("""{"id":"7300000000000000002","desc":"At the harbour","createTime":1706702401,"author":{"uniqueId":"bob","nickname":"Bob"},"music":{"id":"99"},"challenges":[{"title":"elm"}]}""");
        (research.Format, page.Format).ShouldBe(("tiktok", "tiktok"));
        foreach (var post in (Post[])[research.Only, page.Only])
        {
            (post.Text, post.Platform).ShouldBe(("At the harbour", "tiktok"));
            post[PostList.Media].Concat(post[PostList.Hashtags]).ShouldBe(["99", "elm"]);
        }

        (research.Only.Account, page.Only.Account, page.Only.Time).ShouldBe(("ann", "bob", "2024-01-31T12:00:01"));
    }

    [Fact]
    public void Posts_of_Reddit_link_elsewhere_or_are_text_and_crossposts_pass_on()
    {
        var read = Reading.Of("""
            {"author":"ann","created_utc":1706702400,"subreddit":"elm","id":"p1","title":"The bridge","selftext":"","url":"https://news.example/a","permalink":"/r/elm/comments/p1/the_bridge/"}
            {"author":"bob","created_utc":"1706702401","subreddit":"elm","id":"p2","title":"Why","selftext":"It is closed.","is_self":true,"url":"https://www.reddit.example/r/elm/comments/p2/why/","permalink":"/r/elm/comments/p2/why/"}
            {"author":"cid","created_utc":1706702402,"subreddit":"ferry","id":"p3","title":"The bridge","selftext":"","crosspost_parent":"t3_p1","url":"/r/elm/comments/p1/the_bridge/","permalink":"/r/ferry/comments/p3/the_bridge/"}
            {"author":"[deleted]","created_utc":1706702403,"subreddit":"elm","id":"p4","title":"Gone","selftext":"[removed]"}
            {"author":"dee","created_utc":1706702404,"subreddit":"elm","id":"c1","body":"Yes","link_id":"t3_p1","parent_id":"t3_p1"}
            """);
        read.Format.ShouldBe("reddit");
        read.Posts.Select(post => (post.Id, post.Text, post.IsReshare)).ShouldBe([("t3_p1", "The bridge", false), ("t3_p2", "Why\n\nIt is closed.", false), ("t3_p3", "The bridge", true), ("t1_c1", "Yes", false)]);
        read.Posts.Select(post => string.Join(" ", post[PostList.Links])).ShouldBe(["https://news.example/a", "", "", ""]);
        (read.Posts[2][PostField.ReshareOf], read.Posts[3][PostField.ReplyTo]).ShouldBe(("t3_p1", "t3_p1"));
        read.Skipped.ShouldBe([new SkippedRecords("post of a deleted account", 1)]);
    }

    [Fact]
    public void A_post_of_Reddit_without_an_id_has_none() =>
        Reading.Of("""{"author":"ann","created_utc":1706702400,"subreddit":"elm","title":"The bridge"}""").Only.Id.ShouldBe("");

    [Fact]
    public void A_record_with_half_a_surrogate_pair_in_a_name_is_refused_alone()
    {
        var read = Reading.Of("""
            {"author":"ann","created_utc":1706702400,"subreddit":"elm","id":"p1","title":"The bridge"}
            {"\ud800 and some more of it":1,"author":"bob","created_utc":1706702401,"subreddit":"elm","id":"p2","title":"Why"}
            {"author":"cid","created_utc":1706702402,"subreddit":"elm","id":"p3","title":"\ud800"}
            """);
        read.Posts.Select(post => post.Account).ShouldBe(["ann", "cid"]);
        (read.Rejects.Single().Line, read.Posts[1].Text).ShouldBe((2, "\uFFFD"));
    }

    [Fact]
    public void Comments_of_YouTube_answer_a_comment_or_the_video()
    {
        var read = Reading.Of("""
            {"kind":"youtube#commentThreadListResponse","items":[{"snippet":{"videoId":"v1","topLevelComment":{"id":"c1","snippet":{"videoId":"v1","textOriginal":"First","authorDisplayName":"Ann","authorChannelId":{"value":"UC1"},"publishedAt":"2024-01-31T12:00:00Z"}}},
              "replies":{"comments":[{"id":"c1.1","snippet":{"videoId":"v1","parentId":"c1","textDisplay":"Second","authorDisplayName":"Bob","authorChannelId":{"value":"UC2"},"publishedAt":"2024-01-31T12:00:05Z"}}]}}]}
            """);
        read.Format.ShouldBe("youtube-comments");
        read.Posts.Select(post => (post.Id, post.Account, post[PostField.Name], post.Text, post[PostField.ReplyTo], post.Time))
            .ShouldBe([("c1", "UC1", "Ann", "First", "v1", "2024-01-31T12:00:00"), ("c1.1", "UC2", "Bob", "Second", "c1", "2024-01-31T12:00:05")]);
    }

    [Fact]
    public void Times_that_yt_dlp_reckons_from_words_are_days()
    {
        var read = Reading.Of("""{"id":"v1","title":"The bridge","comments":[{"id":"c1","parent":"root","text":"First","author":"Ann","author_id":"UC1","timestamp":1706702400},{"id":"c2","parent":"c1","text":"Second","author":"Bob","author_id":"UC2","timestamp":1706702400}]}""");
        read.Format.ShouldBe("youtube-comments");
        read.Posts.Select(post => (post[PostField.ReplyTo], post.Precision)).ShouldBe([("v1", TimePrecision.Day), ("c1", TimePrecision.Day)]);
    }

    [Fact]
    public void Items_collected_from_pages_of_X_hold_the_whole_text_of_what_they_pass_on()
    {
        var read = Reading.Of("""
            {"nav_index":"1","item_id":"1500000000000000001","source_platform":"twitter.com","data":{"rest_id":"1500000000000000001","core":{"user_results":{"result":{"rest_id":"7","core":{"screen_name":"ann","name":"Ann"}}}},"legacy":{"user_id_str":"7","created_at":"Sat Mar 05 06:38:06 +0000 2022","full_text":"RT @bob: The br…","lang":"en","retweeted_status_result":{"result":{"rest_id":"1400000000000000000","legacy":{"full_text":"The bridge","entities":{"urls":[{"expanded_url":"https://news.example/a"}],"hashtags":[{"text":"elm"}]}}}}}}}
            {"nav_index":"1","item_id":"1500000000000000002","source_platform":"x.com","data":{"tweet":{"rest_id":"1500000000000000002","core":{"user_results":{"result":{"rest_id":"8","legacy":{"screen_name":"bob"}}}},"legacy":{"user_id_str":"8","created_at":"Sat Mar 05 06:38:06 +0000 2022","full_text":"short","in_reply_to_status_id_str":"13"},"note_tweet":{"note_tweet_results":{"result":{"text":"the long form"}}}}}}
            {"nav_index":"2","item_id":"73","source_platform":"tiktok.com","data":{"id":"73","desc":"At the harbour","createTime":1706702401,"author":{"uniqueId":"cid"},"music":{"id":"99"}}}
            {"nav_index":"3","item_id":"4","source_platform":"linkedin.com","data":{"id":"4"}}
            """);
        read.Format.ShouldBe("zeeschuimer");
        read.Posts.Select(post => (post.Account, post.Text, post.IsReshare, post.Platform))
            .ShouldBe([("7", "The bridge", true, "x"), ("8", "the long form", false, "x"), ("cid", "At the harbour", false, "tiktok")]);
        (read.Posts[0][PostField.ReshareOf], read.Posts[0][PostList.Links].Single(), read.Posts[0].TimeFromId).ShouldBe(("1400000000000000000", "https://news.example/a", true));
        (read.Posts[1][PostField.Handle], read.Posts[1][PostField.ReplyTo]).ShouldBe(("bob", "13"));
        read.Skipped.ShouldBe([new SkippedRecords("item of linkedin.com", 1)]);
    }

    [Fact]
    public void Items_that_4CAT_keeps_say_where_they_come_from() =>
        Reading.Of("""{"id":"73","desc":"At the harbour","createTime":1706702401,"author":{"uniqueId":"cid"},"__import_meta":{"source_platform":"tiktok.com"}}""").Only.Account.ShouldBe("cid");

    [Fact]
    public void Tables_of_CrowdTangle_are_told_apart_by_what_they_are_of()
    {
        var facebook = Reading.Of("""
            Page Name,User Name,Facebook Id,Page Category,Post Created,Type,URL,Message,Link,Final Link
            Elm Today,elmtoday,10001,MEDIA,2023-04-05 10:11:12 EDT,Link,https://www.facebook.example/10001/posts/2,The bridge,https://short.example/a,https://news.example/a
            Elm Today,elmtoday,10001,MEDIA,2023-04-05 10:12:12 EDT,Link,https://www.facebook.example/10001/posts/3,The ferry,https://news.example/b,
            """);
        var instagram = Reading.Of("""
            Account,User Name,Followers at Posting,Post Created,Type,Likes,URL,Link,Photo,Title,Description
            Elm Today,elmtoday,10,2023-04-05 10:11:12 EDT,Photo,3,https://www.instagram.example/p/A/,,https://i.example/1.jpg,,The bridge #elm
            """);
        (facebook.Format, instagram.Format).ShouldBe(("crowdtangle-facebook", "crowdtangle-instagram"));
        var first = facebook.Posts[0];
        (first.Account, first.Id, first.Time, first.Text).ShouldBe(("10001", "https://www.facebook.example/10001/posts/2", "2023-04-05T14:11:12", "The bridge"));
        facebook.Posts.Select(post => post[PostList.Links].Single()).ShouldBe(["https://news.example/a", "https://news.example/b"]);
        (instagram.Only.Account, instagram.Only.Text, instagram.Only.Platform).ShouldBe(("elmtoday", "The bridge #elm", "instagram"));
    }

    [Fact]
    public void Tables_of_Metas_library_and_of_4CAT_have_columns_of_their_own()
    {
        var meta = Reading.Of("post_owner.id,post_owner.name,post_owner.username,surface.id,creation_time,text,lang,id,mcl_url,link_attachment.link,hashtags\n5,Elm Today,elmtoday,9,2024-01-31T12:00:00+0000,The bridge,en,77,https://mcl.example/77,https://news.example/a,elm\n");
        var cat = Reading.Of("id,thread_id,timestamp,unix_timestamp,link,body,author,author_fullname,author_id,is_retweet,hashtags,urls\n7,7,2024-01-31 12:00:00,1706702400,https://x.example/ann/status/7,The bridge,ann,Ann,55,no,elm,https://news.example/a\n");
        (meta.Format, cat.Format).ShouldBe(("meta-content-library", "4cat"));
        (meta.Only.Account, meta.Only.Id, meta.Only[PostList.Links].Single()).ShouldBe(("5", "77", "https://news.example/a"));
        (cat.Only.Account, cat.Only[PostField.Handle], cat.Only.Time, cat.Only[PostField.Url], cat.Only[PostList.Links].Single())
            .ShouldBe(("55", "ann", "2024-01-31T12:00:00", "https://x.example/ann/status/7", "https://news.example/a"));
    }
}
