using System.Text;
using Claque.Reading;

namespace Claque.Tests.Reading;

public class GenericTableTests
{
    [Fact]
    public void Usual_column_names_are_recognised()
    {
        var read = Reading.Of("""
            Tweet ID,User ID,Screen_Name,Created At,Full Text,URLs,Hashtags,lang
            17,7,@ann,2024-01-31T12:00:00Z,Hello Elmsworth,https://news.example/a,"['Elmsworth', 'bridge']",en
            """);
        read.Format.ShouldBe("csv");
        read.Delimiter.ShouldBe(",");
        var post = read.Only;
        (post.Id, post.Account, post[PostField.Handle], post.Text, post[PostField.Language]).ShouldBe(("17", "7", "ann", "Hello Elmsworth", "en"));
        post[PostList.Links].ShouldBe(["https://news.example/a"]);
        post[PostList.Hashtags].ShouldBe(["Elmsworth", "bridge"]);
        (post.Line, post.Key, post.Time).ShouldBe((2, 1, "2024-01-31T12:00:00"));
    }

    [Fact]
    public void A_single_name_column_is_the_account() =>
        Reading.Of("date;author;body\n2024-01-31;ann;hi\n").Only.Account.ShouldBe("ann");

    [Fact]
    public void An_id_column_is_preferred_to_a_name_as_account() =>
        Reading.Of("username,author_id,created_at\nann,7,2024-01-31T12:00:00Z\n").Only.Account.ShouldBe("7");

    [Theory]
    [InlineData(",", ",")]
    [InlineData(";", ";")]
    [InlineData("\t", "tab")]
    [InlineData("|", "|")]
    public void The_delimiter_is_found_though_texts_hold_the_others(string sign, string shown)
    {
        var text = string.Join('\n', ["account,time,text", "ann,2024-01-31T12:00:00Z,\"a, b; c|d\te\"", "bob,2024-01-31T12:01:00Z,\"x, y, z; u; v | w\""]);
        var head = text[..17].Replace(",", sign, StringComparison.Ordinal);
        var body = text[17..].Replace(",2024", sign + "2024", StringComparison.Ordinal).Replace("Z,", "Z" + sign, StringComparison.Ordinal);
        var read = Reading.Of(head + body);
        read.Delimiter.ShouldBe(shown);
        read.Posts.Length.ShouldBe(2);
        read.Posts[0].Text.ShouldBe("a, b; c|d\te");
    }

    [Fact]
    public void A_given_delimiter_counts() =>
        Reading.Of("account~time\nann~2024-01-31\n", new ReadOptions { Delimiter = "~" }).Only.Account.ShouldBe("ann");

    [Fact]
    public void Excel_may_announce_the_delimiter()
    {
        var post = Reading.Of("sep=;\r\naccount;time\r\nann;2024-01-31\r\n").Only;
        (post.Account, post.Line).ShouldBe(("ann", 3));
    }

    [Fact]
    public void A_map_comes_before_what_is_recognised()
    {
        var options = new ReadOptions { Map = ReadOptions.ParseMap("account=who,text=said,language=") };
        var post = Reading.Of("user_id,who,said,text,lang,time\n7,ann,hello,other,en,2024-01-31T12:00:00Z\n", options).Only;
        (post.Account, post.Text, post[PostField.Language]).ShouldBe(("ann", "hello", ""));
    }

    [Fact]
    public void Several_columns_can_feed_one_list()
    {
        var options = new ReadOptions { Map = ReadOptions.ParseMap("link=first,link=second") };
        Reading.Of("account,time,first,second\nann,2024-01-31,https://a.example,https://b.example\n", options)
            .Only[PostList.Links].ShouldBe(["https://a.example", "https://b.example"]);
    }

    [Fact]
    public void Object_columns_keep_their_names_and_skip_empty_cells()
    {
        var options = new ReadOptions { ObjectColumns = ["sound", "effect"] };
        var read = Reading.Of("account,time,sound,effect\nann,2024-01-31,s1,\nbob,2024-01-31,NaN,e2\n", options);
        read.Posts.Select(post => (post[PostList.Objects].Single(), post.ObjectColumns.Single())).ShouldBe([("s1", "sound"), ("e2", "effect")]);
    }

    [Fact]
    public void A_mapped_object_is_the_plain_object() =>
        Reading.Of("account,time,thing\nann,2024-01-31,t1\n", new ReadOptions { Map = [new("object", "thing")] }).Only.ObjectColumns.ShouldBe([""]);

    [Fact]
    public void A_map_may_name_a_column_with_a_comma() =>
        ReadOptions.ParseMap("account=Name, first,time=When").ShouldBe([new("account", "Name, first"), new("time", "When")]);

    [Fact]
    public void A_wrong_column_in_the_map_names_the_nearest_and_lists_all() =>
        Reading.Refused("user_name,created\nann,2024-01-31\n", new ReadOptions { Map = [new("account", "user_nmae")] })
            .ShouldBe("posts.csv has no column 'user_nmae' (--map account=user_nmae). Did you mean 'user_name'? Columns: user_name, created.");

    [Fact]
    public void A_wrong_field_in_the_map_names_the_nearest_and_lists_all() =>
        Reading.Refused(() => _ = new ReadOptions { Map = [new("acount", "user")] })
            .ShouldBe("--map names the field 'acount', which does not exist. Did you mean 'account'? Fields: id, account, handle, name, time, clock, text, link, reshare, reply, quote, hashtags, mentions, media, language, client, url, platform, object, type.");

    [Theory]
    [InlineData("user,body\nann,hi\n", "posts.csv: no column was recognised that says when it was posted. Columns: user, body. Name it: --map time=COLUMN.")]
    [InlineData("when,created_at\nann,2024-01-31\n", "posts.csv: no column was recognised that says who posted. Columns: when, created_at. Name it: --map account=COLUMN.")]
    [InlineData("author,text\nann,hi\n", "posts.csv: no column was recognised that says when it was posted. Columns: author, text. Name it: --map time=COLUMN. If these are articles: claque import --articles.")]
    public void Without_time_or_account_the_message_lists_the_columns(string text, string message) => Reading.Refused(text).ShouldBe(message);

    [Fact]
    public void A_column_that_only_sounds_like_a_time_is_used_when_it_holds_times() =>
        Reading.Of("account,account_created,created_local\nann,2010-01-01,2024-01-31 12:00:00\n").Only.Time.ShouldBe("2024-01-31T12:00:00");

    [Fact]
    public void A_usual_name_without_times_in_it_gives_way() =>
        Reading.Of("account,date,timestamp_of_post\nann,Monday,1706702400\n").Only.Time.ShouldBe("2024-01-31T12:00:00");

    [Fact]
    public void Times_without_a_zone_are_UTC_and_this_is_said()
    {
        var read = Reading.Of("account,time\nann,2024-01-31 12:00:00\n");
        read.Only.Time.ShouldBe("2024-01-31T12:00:00");
        read.Notes.ShouldContain("Times without a zone were read as UTC. If they are local times, pass --time-zone.");
        Reading.Of("account,time\nann,2024-01-31 12:00:00\n", new ReadOptions { TimeZone = "+03:00" }).Only.Time.ShouldBe("2024-01-31T09:00:00");
        Reading.Of("account,time\nann,2024-01-31T12:00:00Z\n").Notes.ShouldNotContain(note => note.Contains("zone"));
    }

    [Fact]
    public void A_rejected_time_says_where_what_and_what_to_do()
    {
        var reject = Reading.Of("account,created\nann,2024-01-31T12:00:00Z\nbob,13/31/24\n", new ReadOptions { Map = [new("time", "created")] }).Rejects.ShouldHaveSingleItem();
        reject.Reason.ShouldBe("posts.csv(3): 'created' is \"13/31/24\", not ISO 8601. Use 2024-01-31T12:00:00Z or pass --time-format.");
        (reject.Line, reject.Kind, reject.Excerpt).ShouldBe((3, "time not readable", "bob,13/31/24"));
    }

    [Fact]
    public void Slashed_dates_follow_the_order_that_the_file_allows()
    {
        var read = Reading.Of(Reading.Rows(["3/4/2024 10:00", "13/4/2024 10:00"]));
        read.Posts.Select(post => post.Time).ShouldBe(["2024-04-03T10:00:00", "2024-04-13T10:00:00"]);
        read.Notes.ShouldContain("'time' has dates such as 3/4/2024 10:00: read as day, month, year.");
    }

    [Fact]
    public void Slashed_dates_that_allow_both_orders_are_rejected_until_the_format_is_given()
    {
        var text = Reading.Rows(["3/4/2024 10:00", "5/6/2024 10:00"]);
        var read = Reading.Of(text);
        read.Posts.ShouldBeEmpty();
        read.Rejects[0].Kind.ShouldBe("day or month first not known");
        read.Rejects[0].Reason.ShouldContain("Pass --time-format");
        Reading.Of(text, new ReadOptions { TimeFormat = "M/d/yyyy H:mm" }).Posts[0].Time.ShouldBe("2024-03-04T10:00:00");
    }

    [Fact]
    public void Times_in_the_future_and_before_1990_are_rejected()
    {
        var options = new ReadOptions { Now = new DateTimeOffset(2024, 1, 31, 12, 0, 0, TimeSpan.Zero) };
        var read = Reading.Of(Reading.Rows(["2024-01-31T12:00:00Z", "2024-01-31T12:00:01Z", "1989-12-31T23:59:59Z", "1990-01-01T00:00:00Z", "0"]), options);
        read.Posts.Select(post => post.Time).ShouldBe(["2024-01-31T12:00:00", "1990-01-01T00:00:00"]);
        read.Rejects.Select(reject => reject.Kind).ShouldBe(["times in the future", "times before 1990", "times before 1990"]);
        Reading.Of(Reading.Rows(["2101-01-01"])).Rejects.ShouldHaveSingleItem().Kind.ShouldBe("times in the future");
    }

    [Theory]
    [InlineData("1.2E+18")]
    [InlineData("1,2E+18")]
    [InlineData("8.98926e+17")]
    [InlineData("898925911294132224.0")]
    public void Ids_that_a_spreadsheet_rounded_are_rejected(string id)
    {
        var reject = Reading.Of($"post_id;account;time\n{id};ann;2024-01-31\n").Rejects.ShouldHaveSingleItem();
        reject.Kind.ShouldBe("ids in scientific notation");
        reject.Reason.ShouldBe($"posts.csv(2): 'post_id' is \"{id}\": a spreadsheet or a number type rounded this id, its last digits are lost. Export again with ids as text.");
    }

    [Fact]
    public void Ids_are_texts_with_their_zeros_and_names_like_numbers_stay()
    {
        var read = Reading.Of("post_id,account,time,in_reply_to_id\n007,1e10,2024-01-31,12.0\n");
        (read.Only.Id, read.Only.Account, read.Only[PostField.ReplyTo]).ShouldBe(("007", "1e10", "12"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("None")]
    public void A_reference_to_nothing_is_no_reference(string cell)
    {
        var post = Reading.Of($"post_id,account,time,reply_to_id,retweet_id,urls\n1,ann,2024-01-31,{cell},{cell},\n").Only;
        post[PostField.ReplyTo].ShouldBe("");
        post[PostField.ReshareOf].ShouldBe("");
        post.IsReshare.ShouldBeFalse();
        post[PostList.Links].ShouldBeEmpty();
        post.IsGiven(PostList.Links).ShouldBeTrue();
        post.IsGiven(PostList.Hashtags).ShouldBeFalse();
    }

    [Fact]
    public void A_row_without_an_account_is_rejected()
    {
        var read = Reading.Of("account,time\n,2024-01-31\nnan,2024-01-31\n");
        read.Rejects.Select(reject => reject.Reason).ShouldBe(["posts.csv(2): 'account' is empty: who posted is not known.", "posts.csv(3): 'account' is empty: who posted is not known."]);
    }

    [Fact]
    public void A_row_without_a_time_is_rejected() =>
        Reading.Of("account,time\nann,\n").Rejects.ShouldHaveSingleItem().Kind.ShouldBe("time missing");

    [Fact]
    public void Rows_that_do_not_match_the_header_are_rejected_with_the_count()
    {
        var read = Reading.Of("account,time,text\nann,2024-01-31,one, two\nbob,2024-01-31\ncid,2024-01-31,fine,,\n");
        read.Only.Account.ShouldBe("cid");
        read.Rejects.Select(reject => (reject.Line, reject.Kind)).ShouldBe([(2, "fields do not match the header"), (3, "fields do not match the header")]);
        read.Rejects[0].Reason.ShouldBe("posts.csv(2): the row has 4 fields, the header 3. Put fields that hold ',', a quotation mark or a line break in quotation marks.");
    }

    [Theory]
    [InlineData("post_type", "R", true)]
    [InlineData("post_type", "retweet", true)]
    [InlineData("type", "reshare", true)]
    [InlineData("type", "Repost", true)]
    [InlineData("type", "reply", false)]
    [InlineData("is_retweet", "True", true)]
    [InlineData("is_retweet", "0", false)]
    public void A_type_column_says_which_posts_are_reshares(string column, string value, bool expected)
    {
        // The first row lets the column be recognised; the second is looked at.
        var first = column == "is_retweet" ? "1" : "retweet";
        Reading.Of($"account,time,{column}\nann,2024-01-31,{first}\nbob,2024-01-31,{value}\n").Posts[1].IsReshare.ShouldBe(expected);
    }

    [Fact]
    public void Where_no_column_says_it_a_text_that_begins_with_RT_is_a_reshare()
    {
        var read = Reading.Of("account,time,text\nann,2024-01-31,RT @bob: hi\nbob,2024-01-31,hi RT @ann\n");
        read.Posts.Select(post => post.IsReshare).ShouldBe([true, false]);
        read.Notes.ShouldContain(note => note.StartsWith("Posts whose text begins with \"RT @\""));
        Reading.Of("account,time,text,retweet_id\nann,2024-01-31,RT @bob: hi,\n").Only.IsReshare.ShouldBeFalse();
    }

    [Fact]
    public void A_url_column_with_the_posts_own_addresses_is_no_link()
    {
        var own = Reading.Of("post_id,account,time,url\n1234,ann,2024-01-31,https://site.example/posts/1234\n").Only;
        (own[PostField.Url], own.IsGiven(PostList.Links)).ShouldBe(("https://site.example/posts/1234", false));
        Reading.Of("post_id,account,time,url\n1234,ann,2024-01-31,https://news.example/bridge\n").Only[PostList.Links].ShouldBe(["https://news.example/bridge"]);
    }

    [Fact]
    public void The_platform_column_is_understood_and_restores_times() =>
        Reading.Of("id,account,time,platform\n898925911294132224,ann,2017-08-19 15:13,Twitter\n898925911294132224,bob,2017-08-19 15:13,gab\n").Posts
            .Select(post => (post.Platform, post.Time, post.TimeFromId))
            .ShouldBe([("x", "2017-08-19T15:13:33.145", true), ("gab", "2017-08-19T15:13:00", false)]);

    [Fact]
    public void Ids_that_agree_with_the_times_are_known_as_ids_of_X()
    {
        var text = new StringBuilder("tweet_id,account,time\n");
        for (var i = 0L; i < 5; i++) text.Append($"{898925911294132224 + (i * 60_000 << 22)},ann,2017-08-19 15:{13 + i}\n");
        var read = Reading.Of(text.ToString());
        read.Posts.ShouldAllBe(post => post.Platform == "x" && post.TimeFromId && post.Precision == TimePrecision.Millisecond);
        read.Posts[1].Time.ShouldBe("2017-08-19T15:14:33.145");
        read.Notes.ShouldContain(note => note.StartsWith("'tweet_id' holds post ids of X"));
        var other = Reading.Of(text.ToString().Replace("2017-08-19", "2018-08-19", StringComparison.Ordinal));
        other.Posts.ShouldAllBe(post => post.Platform == "" && !post.TimeFromId);
    }

    [Fact]
    public void Whole_minutes_throughout_are_a_clock_of_minutes()
    {
        var read = Reading.Of(Reading.Rows(Enumerable.Range(0, 20).Select(i => $"2015-08-01 00:{i:00}:00")));
        read.Posts.ShouldAllBe(post => post.Precision == TimePrecision.Second);
        read.Inferred.ShouldBe(TimePrecision.Minute);
        Reading.Of(Reading.Rows(Enumerable.Range(0, 20).Select(i => $"2015-08-01 00:{i:00}:{(i == 7 ? "01" : "00")}"))).Inferred.ShouldBe(TimePrecision.Second);
        Reading.Of(Reading.Rows(Enumerable.Range(1, 20).Select(i => $"2015-08-{i:00} 00:00:00")), new ReadOptions { TimeZone = "+05:30" }).Inferred.ShouldBe(TimePrecision.Day);
    }

    [Theory]
    [InlineData("https://a.example https://b.example/x?y=1,2", new[] { "https://a.example", "https://b.example/x?y=1,2" })]
    [InlineData("https://a.example/p|q;r,https://b.example", new[] { "https://a.example/p|q;r", "https://b.example" })]
    [InlineData("https://a.example; https://b.example;", new[] { "https://a.example", "https://b.example" })]
    [InlineData("[\"https:\\/\\/a.example\\/\\u00e9\", \"https://b.example\"]", new[] { "https://a.example/é", "https://b.example" })]
    [InlineData("['https://a.example', \"https://b.example/it's\"]", new[] { "https://a.example", "https://b.example/it's" })]
    [InlineData("[https://a.example/(x), https://b.example]", new[] { "https://a.example/(x)", "https://b.example" })]
    [InlineData("[{\"url\":\"https://t.example\",\"expanded_url\":\"https://a.example\",\"indices\":[1,2]}]", new[] { "https://a.example" })]
    [InlineData("[{'url': 'https://t.example', 'title': None}, {'url': 'https://b.example'}]", new[] { "https://t.example", "https://b.example" })]
    [InlineData("[]", new string[0])]
    [InlineData("[None, null]", new string[0])]
    [InlineData("['https://a.example", new[] { "https://a.example" })]
    public void A_cell_of_links_may_be_written_in_any_usual_way(string cell, string[] expected)
    {
        var quoted = "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        Reading.Of($"account,time,urls\nann,2024-01-31,{quoted}\n").Only[PostList.Links].ShouldBe(expected);
    }

    [Theory]
    [InlineData("#one #two", new[] { "one", "two" })]
    [InlineData("one,two;three|four", new[] { "one", "two", "three", "four" })]
    [InlineData("['One', 'two']", new[] { "One", "two" })]
    [InlineData("[one, two]", new[] { "one", "two" })]
    [InlineData("[{\"start\":0,\"tag\":\"one\"}]", new[] { "one" })]
    public void A_cell_of_hashtags_may_be_written_in_any_usual_way(string cell, string[] expected)
    {
        var quoted = "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        Reading.Of($"account,time,hashtags\nann,2024-01-31,{quoted}\n").Only[PostList.Hashtags].ShouldBe(expected);
    }

    [Fact]
    public void A_table_written_without_quoting_keeps_its_quotation_marks()
    {
        var read = Reading.Of("account\ttime\ttext\nann\t2024-01-31\t\"No\" he said\nbob\t2024-01-31\t\"Yes\ncid\t2024-01-31\tmaybe\n");
        read.Posts.Select(post => post.Text).ShouldBe(["\"No\" he said", "\"Yes", "maybe"]);
        read.Notes.ShouldContain(note => note.StartsWith("Quotation marks are read as ordinary signs"));
    }

    [Fact]
    public void One_quotation_mark_left_open_does_not_end_all_quoting()
    {
        var read = Reading.Of("account,time,text\n\"ann\",\"2024-01-31\",\"one\"\n\"bob\",\"2024-01-31\",\"two\n\"cid\",\"2024-01-31\",three\n");
        read.Posts[0].Text.ShouldBe("one");
        read.Posts.Select(post => post.Account).ShouldNotContain(account => account.Contains('"'));
    }

    [Fact]
    public void Two_columns_of_one_name_leave_the_first_in_use() =>
        Reading.Of("account,time,time\nann,2024-01-31,2020-01-01\n").Only.Time.ShouldBe("2024-01-31T00:00:00");
}
