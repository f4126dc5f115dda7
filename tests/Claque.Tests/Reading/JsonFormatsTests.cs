using System.Text;
using Claque.Reading;
using Claque.Reading.Json;

namespace Claque.Tests.Reading;

public class JsonFormatsTests
{
    private const string Page = """
        {"data":[
          {"id":"1500000000000000001","author_id":"7","created_at":"2022-03-05T06:38:06.000Z","text":"RT @bob: The bridge of Elmsworth has b…","lang":"en","source":"Web",
           "referenced_tweets":[{"type":"retweeted","id":"1400000000000000000"}]},
          {"id":"1500000000000000002","author_id":"8","created_at":"2022-03-05T06:38:06.000Z","text":"short","note_tweet":{"text":"the long form"},
           "referenced_tweets":[{"type":"quoted","id":"1300000000000000000"},{"type":"replied_to","id":"1200000000000000000"}],
           "entities":{"urls":[{"url":"https://t.example/1","expanded_url":"https://news.example/a","unwound_url":"https://news.example/a?x=1"},
                               {"url":"https://t.example/2","expanded_url":"https://x.example/bob/status/1300000000000000000"},
                               {"url":"https://t.example/3","expanded_url":"https://x.example/ann/photo/1","media_key":"3_1"}],
                       "hashtags":[{"tag":"bridge"}],"mentions":[{"username":"cid","id":"9"}]},
           "attachments":{"media_keys":["3_1"]}}],
         "includes":{"users":[{"id":"7","username":"ann","name":"Ann"},{"id":"8","username":"bob","name":"Bob"}],
                     "tweets":[{"id":"1400000000000000000","author_id":"8","text":"The bridge of Elmsworth has been closed","entities":{"hashtags":[{"tag":"Elmsworth"}]}}]},
         "meta":{"result_count":2},"__twarc":{"version":"2"}}
        """;

    [Fact]
    public void A_page_of_API_v2_takes_names_and_whole_texts_from_its_includes()
    {
        foreach (var text in (string[])[Page, Page.ReplaceLineEndings(" ") + "\n" + Page.ReplaceLineEndings(" ") + "\n"])
        {
            var read = Reading.Of(text);
            read.Format.ShouldBe("x-v2");
            var (first, second) = (read.Posts[0], read.Posts[1]);
            (first.Account, first[PostField.Handle], first[PostField.Name], first.Platform).ShouldBe(("7", "ann", "Ann", "x"));
            (first.Text, first.IsReshare, first[PostField.ReshareOf]).ShouldBe(("The bridge of Elmsworth has been closed", true, "1400000000000000000"));
            first[PostList.Hashtags].ShouldBe(["Elmsworth"]);
            (second.Text, second[PostField.QuoteOf], second[PostField.ReplyTo], second.IsReshare).ShouldBe(("the long form", "1300000000000000000", "1200000000000000000", false));
            second[PostList.Links].ShouldBe(["https://news.example/a?x=1"]);
            second[PostList.Hashtags].ShouldBe(["bridge"]);
            second[PostList.Mentions].ShouldBe(["cid"]);
            second[PostList.Media].ShouldBe(["3_1"]);
            (second.TimeFromId, second.Precision).ShouldBe((true, TimePrecision.Millisecond));
        }
    }

    [Fact]
    public void Flattened_posts_of_API_v2_hold_author_and_references_themselves()
    {
        var read = Reading.Of("""
            {"id":"1500000000000000001","author_id":"7","author":{"id":"7","username":"ann"},"created_at":"2022-03-05T06:38:06.000Z","text":"RT @bob: The br…","referenced_tweets":[{"type":"retweeted","id":"14","text":"The bridge","author":{"username":"bob"}}]}
            {"id":"1500000000000000002","author_id":"8","author":{"id":"8","username":"bob"},"created_at":"2022-03-05T06:38:06.000Z","text":"hi"}
            """);
        read.Format.ShouldBe("x-v2");
        read.Posts.Select(post => (post[PostField.Handle], post.Text, post.IsReshare)).ShouldBe([("ann", "The bridge", true), ("bob", "hi", false)]);
    }

    [Fact]
    public void Posts_of_API_v1_have_their_text_in_three_places()
    {
        var read = Reading.Of("""
            {"created_at":"Wed Oct 10 20:19:24 +0000 2018","id":1050118621198921728,"id_str":"1050118621198921728","text":"cut…","truncated":true,"extended_tweet":{"full_text":"the whole text","entities":{"urls":[{"expanded_url":"https://news.example/a"}],"hashtags":[{"text":"bridge"}],"user_mentions":[{"screen_name":"bob"}]}},"source":"<a href=\"https://app.example\">Web App</a>","user":{"id_str":"7","screen_name":"ann","name":"Ann"},"lang":"en"}
            {"created_at":"Wed Oct 10 20:19:25 +0000 2018","id_str":"1050118625393225729","full_text":"RT @ann: the wh…","retweeted_status":{"id_str":"1050118621198921728","full_text":"the whole text"},"user":{"id_str":"8","screen_name":"bob"},"in_reply_to_status_id_str":null,"quoted_status_id_str":null}
            {"delete":{"status":{"id_str":"5","user_id_str":"6"}}}
            {"created_at":"Thu Jan 01 00:00:00 +0000 2009","id_str":"1086","text":"plain","user":{"id_str":"9"},"in_reply_to_status_id_str":"17"}
            """);
        read.Format.ShouldBe("x-v1");
        read.Posts.Select(post => (post.Account, post.Text, post.IsReshare)).ShouldBe([("7", "the whole text", false), ("8", "the whole text", true), ("9", "plain", false)]);
        read.Posts[0][PostList.Links].ShouldBe(["https://news.example/a"]);
        (read.Posts[0][PostField.Client], read.Posts[0].TimeFromId).ShouldBe(("Web App", true));
        read.Posts[0].Time.ShouldStartWith("2018-10-10T20:19:24.");
        (read.Posts[1][PostField.ReshareOf], read.Posts[2][PostField.ReplyTo]).ShouldBe(("1050118621198921728", "17"));
        (read.Posts[2].Time, read.Posts[2].TimeFromId, read.Posts[2].Line).ShouldBe(("2009-01-01T00:00:00", false, 4));
        read.Skipped.ShouldBe([new SkippedRecords("delete", 1)]);
    }

    private const string Jetstream = """
        {"did":"did:plc:ann","time_us":1725911162329308,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"create","collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","cid":"c1","record":{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z","langs":["en"],"text":"Zoë #two see #one here","facets":[{"index":{"byteStart":14,"byteEnd":18},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"one"}]},{"index":{"byteStart":5,"byteEnd":9},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"two"}]},{"index":{"byteStart":19,"byteEnd":23},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://news.example/a"},{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:bob"}]},{"index":{"byteStart":20,"byteEnd":99},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"outside"}]}],"reply":{"root":{"uri":"at://r"},"parent":{"uri":"at://did:plc:bob/app.bsky.feed.post/3aaa"}},"embed":{"$type":"app.bsky.embed.images","images":[{"image":{"ref":{"$link":"bafy1"}}}]}}}}
        {"did":"did:plc:bob","time_us":1725911163329308,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.repost","rkey":"3l3qo2wuowo2b","record":{"subject":{"uri":"at://did:plc:ann/app.bsky.feed.post/3l3qo2vuowo2b"},"createdAt":"2024-09-09T19:46:03Z"}}}
        {"did":"did:plc:bob","time_us":1725911163329308,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.like","rkey":"3l3qo2wuowo2c","record":{"subject":{"uri":"at://x"}}}}
        {"did":"did:plc:bob","time_us":1725911163329308,"kind":"commit","commit":{"operation":"delete","collection":"app.bsky.feed.post","rkey":"3l3qo2wuowo2c"}}
        {"did":"did:plc:bob","time_us":1725911163329308,"kind":"identity","identity":{"did":"did:plc:bob","handle":"bob.example"}}
        {"did":"did:plc:cid","time_us":1725911163329308,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"3l3qo2xuowo2b","record":{"text":"quote","createdAt":"2019-01-01T00:00:00Z","embed":{"$type":"app.bsky.embed.recordWithMedia","record":{"record":{"uri":"at://q"}},"media":{"external":{"uri":"https://news.example/b"}}},"tags":["bridge"]}}}

        """;

    [Fact]
    public void Jetstream_events_are_posts_and_reposts_and_things_that_are_neither()
    {
        var read = Reading.Of(Jetstream);
        read.Format.ShouldBe("bluesky-jetstream");
        read.Posts.Length.ShouldBe(3);
        var (post, repost, quote) = (read.Posts[0], read.Posts[1], read.Posts[2]);
        (post.Id, post.Account, post.Platform).ShouldBe(("at://did:plc:ann/app.bsky.feed.post/3l3qo2vuowo2b", "did:plc:ann", "bluesky"));
        post.Time.ShouldStartWith("2024-09-09T19:46:02.246");
        (post.TimeFromId, post.Precision, post[PostField.ReplyTo]).ShouldBe((true, TimePrecision.Microsecond, "at://did:plc:bob/app.bsky.feed.post/3aaa"));
        post[PostList.Links].ShouldBe(["https://news.example/a"]);
        post[PostList.Mentions].ShouldBe(["did:plc:bob"]);
        post[PostList.Media].ShouldBe(["bafy1"]);
        (repost.IsReshare, repost[PostField.ReshareOf]).ShouldBe((true, "at://did:plc:ann/app.bsky.feed.post/3l3qo2vuowo2b"));
        quote[PostField.QuoteOf].ShouldBe("at://q");
        quote[PostList.Links].ShouldBe(["https://news.example/b"]);
        quote[PostList.Hashtags].ShouldBe(["bridge"]);
        read.Skipped.ShouldBe([new SkippedRecords("delete of a post", 1), new SkippedRecords("identity", 1), new SkippedRecords("like", 1)]);
        read.Notes.ShouldContain("3 records are not a post and left out: 1 delete of a post, 1 identity, 1 like.");
        read.Notes.ShouldContain(note => note.StartsWith("1 post has a time more than 5 minutes from the time in the post's id"));
    }

    [Fact]
    public void Facets_count_bytes_and_come_in_the_order_of_the_text() =>
        Reading.Of(Jetstream).Posts[0][PostList.Hashtags].ShouldBe(["two", "one"]);

    [Fact]
    public void The_second_wire_form_of_Jetstream_says_the_same()
    {
        var read = Reading.Of("""
            {"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#commit","seq":1,"did":"did:plc:ann","time":"2024-09-09T19:46:02.329308Z","operation":"create","collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","record":{"text":"hello","createdAt":"2024-09-09T19:46:02.102Z"}}}
            {"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#identity","seq":2,"did":"did:plc:ann","time":"2024-09-09T19:46:02.329308Z"}}
            """);
        read.Format.ShouldBe("bluesky-jetstream");
        (read.Only.Id, read.Only.Text).ShouldBe(("at://did:plc:ann/app.bsky.feed.post/3l3qo2vuowo2b", "hello"));
        read.Skipped.ShouldBe([new SkippedRecords("identity", 1)]);
    }

    private const string Chat = """
        { "name": "Elmsworth news", "type": "public_channel", "id": 123,
          "messages": [
            {"id": 1, "type": "service", "date": "2024-01-31T14:00:00", "date_unixtime": "1706702400", "action": "create_channel", "text": ""},
            {"id": 2, "type": "message", "date": "2024-01-31T14:00:00", "date_unixtime": "1706702400", "from": "Elmsworth news", "from_id": "channel123",
             "text": ["See ", {"type": "link", "text": "https://news.example/a"}, " and ", {"type": "text_link", "text": "this", "href": "https://news.example/b"}, " ", {"type": "hashtag", "text": "#bridge"}],
             "text_entities": [{"type": "plain", "text": "See "}, {"type": "link", "text": "https://news.example/a"}, {"type": "text_link", "text": "this", "href": "https://news.example/b"}, {"type": "hashtag", "text": "#bridge"}, {"type": "mention", "text": "@bob"}, {"type": "mention_name", "text": "Cid", "user_id": 9}]},
            {"id": 3, "type": "message", "date": "2024-01-31T14:00:10", "date_unixtime": "1706702410", "from": "Elmsworth news", "from_id": "channel123", "forwarded_from": "Other", "reply_to_message_id": 2, "text": "passed on", "text_entities": [{"type": "plain", "text": "passed on"}]},
            {"id": 4, "type": "message", "date": "2024-01-31T14:00:10", "date_unixtime": "1706702410", "from": "Elmsworth news", "text": "no sender"}
          ] }
        """;

    [Fact]
    public void A_Telegram_channel_posts_as_itself()
    {
        foreach (var text in (string[])[Chat, Chat.ReplaceLineEndings(" ")])
        {
            var read = Reading.Of(text, name: "result.json");
            read.Format.ShouldBe("telegram");
            read.Posts.Select(post => (post.Id, post.Account, post.Time, post.IsReshare)).ShouldBe(
            [
                ("123/2", "channel123", "2024-01-31T12:00:00", false), ("123/3", "channel123", "2024-01-31T12:00:10", true),
                ("123/4", "channel123", "2024-01-31T12:00:10", false),
            ]);
            var post = read.Posts[0];
            post.Text.ShouldBe("See https://news.example/a and this #bridge");
            post[PostList.Links].ShouldBe(["https://news.example/a", "https://news.example/b"]);
            post[PostList.Hashtags].ShouldBe(["bridge"]);
            post[PostList.Mentions].ShouldBe(["bob", "9"]);
            read.Posts[1][PostField.ReplyTo].ShouldBe("123/2");
            read.Skipped.ShouldBe([new SkippedRecords("service message", 1)]);
        }
    }

    [Fact]
    public void All_chats_of_an_account_keep_their_messages_apart()
    {
        var read = Reading.Of("""
            {"about":"x","personal_information":{"user_id":1},"chats":{"about":"y","list":[
              {"name":"One","type":"private_group","id":11,"messages":[{"id":1,"type":"message","date":"2024-01-31T14:00:00","date_unixtime":"1706702400","from":"Ann","from_id":"user7","text":"a"}]},
              {"type":"saved_messages","id":12,"messages":[{"id":1,"type":"message","date":"2024-01-31T14:00:00","date_unixtime":"1706702400","from":"Bob","from_id":"user8","text":"b"}]}]}}
            """);
        read.Format.ShouldBe("telegram");
        read.Posts.Select(post => (post.Id, post.Account, post[PostField.Name])).ShouldBe([("11/1", "user7", "Ann"), ("12/1", "user8", "Bob")]);
    }

    [Fact]
    public void An_old_Telegram_export_needs_a_time_zone()
    {
        const string old = """{"name":"One","type":"private_group","id":11,"messages":[{"id":1,"type":"message","date":"2019-07-01T14:00:00","from":"Ann","from_id":4567,"text":"a"}]}""";
        Reading.Of(old, name: "result.json").Broken.ShouldBe("result.json: this old Telegram export has local times without a zone (\"date\": \"2019-07-01T14:00:00\"). Pass the zone of the computer that exported it, for example --time-zone Europe/Kyiv.");
        var post = Reading.Of(old, new ReadOptions { TimeZone = "Europe/Kyiv" }).Only;
        (post.Account, post.Time).ShouldBe(("user4567", "2019-07-01T11:00:00"));
    }

    [Fact]
    public void Any_JSON_with_usual_names_is_read_its_inner_members_by_dotted_path()
    {
        foreach (var text in (string[])
                 [
                     "{\"id\":17,\"user\":{\"id\":7,\"username\":\"ann\"},\"created_at\":\"2024-01-31T12:00:00Z\",\"content\":\"hi\",\"tags\":[{\"name\":\"bridge\"}]}\n",
                     "[ {\"id\":17,\"user\":{\"id\":7,\"username\":\"ann\"},\"created_at\":\"2024-01-31T12:00:00Z\",\"content\":\"hi\",\"tags\":[\"bridge\"]} ]",
                 ])
        {
            var read = Reading.Of(text);
            read.Format.ShouldBe("json");
            var post = read.Only;
            (post.Id, post.Account, post[PostField.Handle], post.Text).ShouldBe(("17", "7", "ann", "hi"));
            post[PostList.Hashtags].ShouldBe(["bridge"]);
        }

        var options = new ReadOptions { Map = ReadOptions.ParseMap("account=who.key,time=when") };
        Reading.Of("{\"who\":{\"key\":\"ann\"},\"when\":1706702400}\n", options).Only.Account.ShouldBe("ann");
        Reading.Refused(Jetstream, new ReadOptions { Format = "bluesky-jetstream", Map = [new("account", "did")] })
            .ShouldBe("posts.csv: the format 'bluesky-jetstream' has its own members; columns can be named with --format json.");
        Reading.Refused("{\"who\":{\"key\":\"ann\"},\"when\":1706702400}\n").ShouldBe("posts.csv: no column was recognised that says when it was posted, and none that says who posted. Columns: who.key, when. Name them: --map time=COLUMN,account=COLUMN.");
    }

    [Fact]
    public void A_line_that_is_no_JSON_is_rejected_and_the_next_is_read()
    {
        var read = Reading.Of("{\"user\":\"ann\",\"time\":1706702400}\n{\"user\":\"bob\",\n\n[1]\n{\"user\":\"cid\",\"time\":1706702400}\n");
        read.Posts.Select(post => (post.Account, post.Line)).ShouldBe([("ann", 1), ("cid", 5)]);
        read.Rejects.Select(reject => (reject.Line, reject.Kind)).ShouldBe([(2, "not valid JSON"), (4, "not a JSON object")]);
        read.Rejects[0].Reason.ShouldStartWith("posts.csv(2): not valid JSON: ");
    }

    [Fact]
    public void Half_a_character_in_JSON_is_no_fault() =>
        Reading.Of("{\"user\":\"ann\",\"time\":1706702400,\"text\":\"a \\ud83d b\\n\"}\n").Only.Text.ShouldBe("a \uFFFD b\n");

    [Fact]
    public void A_JSON_document_that_was_cut_off_keeps_what_came_before()
    {
        var read = Reading.Of(Chat[..^100], name: "result.json");
        read.Posts.Select(post => post.Id).ShouldBe(["123/2", "123/3"]);
        read.Broken.ShouldNotBeNull().ShouldStartWith("result.json ends in the middle of a JSON value, after 3 values: the file was cut off.");
    }

    [Fact]
    public void A_fault_inside_a_JSON_document_keeps_what_came_before()
    {
        var read = Reading.Of("[{\"user\":\"ann\",\"time\":1706702400},\n{\"user\":\"bob\",\"time\":1706702400}, oops]");
        read.Posts.Select(post => post.Account).ShouldBe(["ann", "bob"]);
        read.Broken.ShouldNotBeNull().ShouldStartWith("posts.csv is not valid JSON after value 2: ");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void A_document_comes_apart_in_the_same_values_whatever_the_size_of_the_blocks(int block)
    {
        const string text = " {\"a\": 1, \"list\": [{\"x\": \"é\\\"}\"}, [1, {\"y\": []}], 12.5, \"text\"], \"b\": {\"c\": null}}\n{\"list\": []} ";
        var source = new JsonStream(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.json", path => path is "" or "list", block);
        var found = new List<string>();
        while (source.Next() == JsonStep.Value) found.Add($"{source.Path} {Encoding.UTF8.GetString(source.Value.Span)}");
        found.ShouldBe(["a 1", "list[] {\"x\": \"é\\\"}\"}", "list[] [1, {\"y\": []}]", "list[] 12.5", "list[] \"text\"", "b {\"c\": null}"]);
    }

    [Fact]
    public void A_value_above_the_limit_ends_the_document_with_one_sentence()
    {
        var source = new JsonStream(new MemoryStream(Encoding.UTF8.GetBytes("[{\"a\":\"" + new string('x', 5000) + "\"}]")), "x.json", path => path == "", 64, 1 << 10);
        Should.Throw<InputException>(() => source.Next()).Message.ShouldStartWith("x.json: value 1 is longer than");
    }

    [Fact]
    public void A_line_above_the_limit_is_passed_over_and_the_next_is_read()
    {
        var source = new JsonLines(new MemoryStream(Encoding.UTF8.GetBytes("{}\n" + new string('x', 500) + "\n{\"a\":1}\n")), 16, 64);
        source.Next().ShouldBe(JsonStep.Value);
        source.Next().ShouldBe(JsonStep.TooLong);
        source.Next().ShouldBe(JsonStep.Value);
        (source.Number, Encoding.UTF8.GetString(source.Value.Span)).ShouldBe((3, "{\"a\":1}"));
        source.Next().ShouldBe(JsonStep.End);
    }

    [Fact]
    public void Packed_JSON_Lines_that_were_cut_off_keep_the_whole_lines()
    {
        var text = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"user\":\"a{i * 7919L % 10007}\",\"time\":{1706702400 + i}}}\n"));
        var packed = Reading.Gzip(Encoding.UTF8.GetBytes(text));
        var read = Reading.Of(packed[..(packed.Length / 2)]);
        read.Posts.Length.ShouldBeInRange(1000, 4999);
        read.Rejects.ShouldBeEmpty();
        read.Broken.ShouldNotBeNull().ShouldContain("cut off");
    }

    [Fact]
    public void A_line_of_JSON_in_Windows_1252_is_read_even_when_it_is_among_the_first()
    {
        byte[] bytes = [.. "{\"id\":\"1\",\"account\":\"ann\",\"time\":\"2024-01-31T12:00:00Z\",\"text\":\"\\\"caf"u8, 0xE9, .. "\\\"\"}\n{\"id\":\"2\",\"account\":\"bob\",\"time\":\"2024-01-31T12:00:01Z\",\"text\":\"ok\"}\n"u8];
        var read = Reading.Of(bytes, name: "posts.jsonl");
        read.Posts.Select(post => post.Text).ShouldBe(["\"café\"", "ok"]);
        read.Notes.ShouldContain("1 value was not UTF-8 and read as Windows-1252.");
    }
}
