using Claque.Reading;
using Claque.Tests.Shared;
using Claque.Tracing;
using static Claque.Tests.Shared.Posts;

namespace Claque.Tests.Tracing;

public sealed class CorpusTests
{
    [Fact]
    public void Posts_become_columns_and_names_dense_ids_by_first_appearance()
    {
        var corpus = Corpus.Encode(new ListSource(
            Post("1", "ann", "2024-05-01T08:00:00Z", links: ["https://example.org/a"]),
            Post("2", "bob", "2024-05-01T08:00:09Z", links: ["https://example.org/b", "http://www.example.org/a/"]),
            Post("3", "ann", "2024-05-01T07:00:00Z")));

        corpus.Posts.Keys.ShouldBe([1, 2, 3]);
        corpus.Posts.Accounts.ShouldBe([0, 1, 0]);
        (corpus.Posts.TimesUs[1] - corpus.Posts.TimesUs[0]).ShouldBe(9_000_000);
        corpus.Posts.Precisions.ShouldAllBe(precision => precision == TimePrecision.Second);
        corpus.Accounts[1].ShouldBe("bob");
        var trace = corpus.Traces.ShouldHaveSingleItem();
        trace.Behaviour.ShouldBe(Behaviour.Link);
        trace.Posts.ShouldBe([0, 1, 1]);
        trace.Objects.ShouldBe([0, 1, 0]);
        trace.ObjectNames[0].ShouldBe("example.org/a");
        corpus.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_object_twice_in_one_post_is_one_act() =>
        Acts(Behaviour.Link, Post("1", "ann", links: ["https://example.org/a", "https://example.org/a?utm_source=x"])).ShouldBe(["1 example.org/a"]);

    [Fact]
    public void Without_a_wish_every_behaviour_is_looked_at_but_domain_and_mention()
    {
        var post = Post("1", "ann", text: "we vote tomorrow at noon #a #b @bob https://example.org/a", media: ["h1"], replyTo: "9",
            objects: [("", "o"), ("slogan", "s")]);
        Corpus.Encode(new ListSource(post, post with { Id = "2" }, Post("3", "ann", reshareOf: "7"))).Traces.Select(trace => trace.Behaviour.Name).ShouldBe(
            ["link", "reshare", "reply", "hashtags", "text", "similar-text", "media", "object", "column:slogan"]);
        var asked = new TraceOptions { Behaviours = [Behaviour.OfColumn("slogan"), Behaviour.Mention, Behaviour.Domain] };
        Corpus.Encode(new ListSource(post), asked).Traces.Select(trace => trace.Behaviour.Name).ShouldBe(["domain", "mention", "column:slogan"]);
    }

    [Fact]
    public void A_behaviour_that_does_not_exist_is_refused_with_the_list_of_those_that_do() =>
        Should.Throw<InputException>(() => Corpus.Encode(new ListSource(), new TraceOptions { Behaviours = [new Behaviour("links")] }))
            .Message.ShouldBe("There is no behaviour 'links'. Use link, domain, reshare, reply, mention, hashtags, text, similar-text, common-text, media, object, or column:NAME for a column of your own.");

    [Fact]
    public void A_column_that_no_post_has_is_refused_with_the_columns_that_there_are() =>
        Should.Throw<InputException>(() => Corpus.Encode(
                new ListSource(Post("1", "ann", objects: [("slogan", "s"), ("song", "t")])), new TraceOptions { Behaviours = [Behaviour.OfColumn("slogans")] }))
            .Message.ShouldBe("Behaviour 'column:slogans': no post has a value in that column. The columns with values are slogan, song.");

    [Fact]
    public void A_post_that_comes_again_adds_its_further_objects_and_keeps_its_first_time()
    {
        var corpus = Corpus.Encode(new ListSource(
            Post("1", "ann", "2024-05-01T08:00:00Z", objects: [("", "a")]),
            Post("2", "bob", "2024-05-01T08:00:00Z", objects: [("", "a")]),
            Post("1", "ann", "2024-05-01T09:00:00Z", objects: [("", "b")]),
            Post("1", "ann", "2024-05-01T09:00:00Z", objects: [("", "a")]),
            Post("1", "bob", objects: [("", "b")]),
            Post("", "bob", objects: [("", "a")]),
            Post("", "bob", objects: [("", "a")]))
        { PostsAreDistinct = false });

        corpus.Posts.Keys.ShouldBe([1, 2, 5, 6, 7]);
        corpus.Posts.TimesUs[0].ShouldBe(corpus.Posts.TimesUs[1]);
        Named(corpus, corpus.Traces.Single()).ShouldBe(["1 a", "1 b", "2 a", "5 b", "6 a", "7 a"]);
        corpus.Notes.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public void A_source_of_distinct_posts_is_taken_at_its_word() =>
        Corpus.Encode(new ListSource(Post("1", "ann"), Post("1", "ann"))).Posts.Count.ShouldBe(2);

    [Fact]
    public void One_id_on_two_platforms_is_two_accounts_and_only_they_carry_the_platform()
    {
        var corpus = Corpus.Encode(new ListSource(
            Post("1", "17", platform: "x"), Post("2", "17", platform: "telegram"), Post("3", "18", platform: "x"), Post("4", "x:17"), Post("5", "17")));
        corpus.Posts.Accounts.ShouldBe([0, 1, 2, 3, 4]);
        Enumerable.Range(0, 5).Select(id => corpus.Accounts[id]).ShouldBe(["x:17", "telegram:17", "18", "x:17'", "17"]);
    }

    [Fact]
    public void Ids_of_posts_and_accounts_are_told_apart_by_platform()
    {
        Acts(Behaviour.Reshare, Post("1", "ann", reshareOf: "9", platform: "x"), Post("2", "bob", reshareOf: "9", platform: "bluesky"), Post("3", "bob", reshareOf: "9"))
            .ShouldBe(["1 x:9", "2 bluesky:9", "3 9"]);
        Acts(Behaviour.Reply, Post("1", "ann", replyTo: "9", platform: "x")).ShouldBe(["1 x:9"]);
        Acts(Behaviour.Mention, Post("1", "ann", mentions: ["@Cy"], platform: "x"), Post("2", "ann", mentions: ["cy"], platform: "x")).ShouldBe(["1 x:cy", "2 x:cy"]);
        Acts(Behaviour.Link, Post("1", "ann", links: ["https://example.org/a"], platform: "x")).ShouldBe(["1 example.org/a"]);
    }

    [Fact]
    public void A_reshare_repeats_links_hashtags_text_and_media_by_itself_so_they_do_not_count()
    {
        var reshare = Post("1", "ann", text: "we vote tomorrow at noon #a #b @bob", links: ["https://example.org/a"], media: ["h"], replyTo: "3", reshareOf: "9");
        Corpus.Encode(new ListSource(reshare, reshare with { Id = "2" }), new TraceOptions { Behaviours = [.. Behaviour.BuiltIn] })
            .Traces.ShouldHaveSingleItem().Behaviour.ShouldBe(Behaviour.Reshare);
    }

    [Fact]
    public void A_reshare_without_the_id_of_the_post_is_matched_by_its_text()
    {
        var corpus = Corpus.Encode(new ListSource(
            Post("1", "ann", text: "RT @cy: We vote tomorrow, at noon", isReshare: true),
            Post("2", "bob", text: "RT @cy: we vote tomorrow at noon https://t.co/1"),
            Post("3", "bob", text: "RT @cy: ok", isReshare: true),
            Post("4", "dee", text: "we vote tomorrow at noon")));
        Named(corpus, corpus.Traces.Single(trace => trace.Behaviour == Behaviour.Reshare)).ShouldBe(["1 text:we vote tomorrow at noon", "2 text:we vote tomorrow at noon"]);
        Named(corpus, corpus.Traces.Single(trace => trace.Behaviour == Behaviour.Text)).ShouldBe(["4 we vote tomorrow at noon"]);
        corpus.Notes.Select(note => note.ToString()).ShouldBe(
        [
            "CorpusNote { Count = 1, What = posts taken for reshares because their text begins with RT @…: }",
            "CorpusNote { Count = 2, What = reshares without the id of the post, matched by their text }",
            "CorpusNote { Count = 1, What = reshares without the id of the post and with fewer than 4 words, left out of reshare }",
            "CorpusNote { Count = 1, What = texts that no other is like, left out of similar-text }",
        ]);
    }

    [Fact]
    public void Links_hashtags_and_mentions_are_read_out_of_the_text_only_where_the_source_has_none()
    {
        const string text = "see https://example.org/a, #Harbour #Bridge @cy";
        Acts(Behaviour.Link, Post("1", "ann", text: text), Post("2", "ann", text: text, links: []), Post("3", "ann", text: text, links: ["https://example.org/b"]))
            .ShouldBe(["1 example.org/a", "3 example.org/b"]);
        Acts(Behaviour.Hashtags, Post("1", "ann", text: text), Post("2", "ann", text: text, hashtags: [])).ShouldBe(["1 harbour bridge"]);
        Acts(Behaviour.Mention, Post("1", "ann", text: text), Post("2", "ann", text: text, mentions: [])).ShouldBe(["1 cy"]);
    }

    [Fact]
    public void A_front_page_is_a_domain_but_no_link()
    {
        TestPost[] posts = [Post("1", "ann", links: ["https://www.example.org/", "https://example.org/a", "mailto:ann@example.org"])];
        Acts(Behaviour.Link, posts).ShouldBe(["1 example.org/a"]);
        Acts(Behaviour.Domain, posts).ShouldBe(["1 example.org"]);
        Corpus.Encode(new ListSource(posts)).Notes.Select(note => note.Count).ShouldBe([1, 1]);
    }

    [Fact]
    public void Hashtags_match_in_their_order_and_only_from_the_smallest_number_on()
    {
        TestPost[] posts =
        [
            Post("1", "ann", hashtags: ["Harbour", "#Bridge"]), Post("2", "bob", hashtags: ["harbour", "bridge"]), Post("3", "cy", hashtags: ["bridge", "harbour"]),
            Post("4", "dee", hashtags: ["harbour"]), Post("5", "eve", hashtags: ["harbour", "HARBOUR"]), Post("6", "fay", hashtags: ["", " ", "#"]),
        ];
        Acts(Behaviour.Hashtags, posts).ShouldBe(["1 harbour bridge", "2 harbour bridge", "3 bridge harbour"]);
        Acts(Behaviour.Hashtags, new TraceOptions { MinHashtags = 1 }, posts).Count.ShouldBe(5);
    }

    [Fact]
    public void Texts_match_after_normalisation_and_only_from_the_smallest_number_of_words_on()
    {
        TestPost[] posts =
        [
            Post("1", "ann", text: "We vote tomorrow, @cy: NOON! https://t.co/1"), Post("2", "bob", text: "we vote tomorrow noon"),
            Post("3", "cy", text: "vote tomorrow noon"), Post("4", "dee", text: "我们明天"),
        ];
        Acts(Behaviour.Text, posts).ShouldBe(["1 we vote tomorrow noon", "2 we vote tomorrow noon", "4 我们明天"]);
        Acts(Behaviour.Text, new TraceOptions { MinWords = 3 }, posts).Count.ShouldBe(4);
    }

    [Fact]
    public void Long_texts_that_differ_only_at_the_end_are_two_objects_with_short_names()
    {
        var beginning = string.Join(' ', Enumerable.Repeat("خیابان", 40));
        var names = Acts(Behaviour.Text, Post("1", "ann", text: beginning + " one"), Post("2", "bob", text: beginning + " two"), Post("3", "cy", text: beginning + " ONE"));
        names.Select(name => name[2..]).Distinct().Count().ShouldBe(2);
        names[0][2..].ShouldBe(names[2][2..]);
        names.ShouldAllBe(name => name.Length < 110 && name.Contains("… "));
    }

    [Fact]
    public void Near_duplicates_are_one_object_named_by_the_first_and_a_text_alone_is_none()
    {
        var corpus = Corpus.Encode(new ListSource(
            Post("1", "ann", text: "nobody else says anything like this"),
            Post("2", "ann", text: "we all vote tomorrow at the old harbour"),
            Post("3", "bob", text: "we all vote tomorrow at the new harbour"),
            Post("4", "cy", text: "said twice by two of us"),
            Post("5", "dee", text: "Said twice by two of us!")));
        Named(corpus, corpus.Traces.Single(trace => trace.Behaviour == Behaviour.SimilarText)).ShouldBe(
            ["2 we all vote tomorrow at the old harbour", "3 we all vote tomorrow at the old harbour", "4 said twice by two of us", "5 said twice by two of us"]);
        corpus.Notes.ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public void A_post_that_came_again_with_an_edited_text_is_not_its_own_near_duplicate() =>
        Corpus.Encode(new ListSource(Post("1", "ann", text: "we all vote tomorrow at the old harbour"), Post("1", "ann", text: "we all vote tomorrow at the new harbour"))
        { PostsAreDistinct = false }).Traces.Select(trace => trace.Behaviour).ShouldBe([Behaviour.Text]);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("NA")]
    [InlineData("null")]
    [InlineData("None")]
    [InlineData("NaN")]
    public void Empty_values_of_any_kind_match_nothing(string empty)
    {
        var post = Post("1", "ann", text: empty, links: [empty], hashtags: ["", " "], mentions: [empty], media: [empty], reshareOf: empty, replyTo: empty, objects: [("", empty), ("slogan", empty)])
            with
        { IsReshare = false };
        Corpus.Encode(new ListSource(post, post with { Id = "2", Account = "bob" }), new TraceOptions { Behaviours = [.. Behaviour.BuiltIn], MinWords = 2 }).Traces.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void Zero_is_no_id_but_may_be_an_object(string zero)
    {
        var post = Post("1", "ann", reshareOf: zero, replyTo: zero) with { IsReshare = false };
        Corpus.Encode(new ListSource(post, post with { Id = "2" })).Traces.ShouldBeEmpty();
        Acts(Behaviour.Object, Post("1", "ann", objects: [("", zero)])).ShouldBe(["1 " + zero]);
    }

    [Fact]
    public void Messages_of_mentions_links_or_emoji_alone_do_not_match()
    {
        string[] texts = ["@ann @bob @cy @dee @eve", "https://t.co/1 https://t.co/2", "🔥🔥 🔥🔥 🔥🔥 🔥🔥", "!!! ... ???", "RT @ann: @bob @cy"];
        var corpus = Corpus.Encode(
            new ListSource([.. texts.SelectMany(text => new[] { Post("1", "ann", text: text), Post("2", "bob", text: text) })]),
            new TraceOptions { Behaviours = [Behaviour.Text, Behaviour.SimilarText, Behaviour.Reshare], MinWords = 1 });
        corpus.Traces.ShouldBeEmpty();
    }

    [Fact]
    public void Posts_without_an_account_are_left_out_and_counted()
    {
        var corpus = Corpus.Encode(new ListSource(Post("1", "", links: ["https://example.org/a"]), Post("2", " "), Post("3", "ann")));
        corpus.Posts.Count.ShouldBe(1);
        corpus.Notes.ShouldHaveSingleItem().ShouldBe(new CorpusNote(2, "posts without an account, left out"));
    }

    [Fact]
    public void A_stop_ends_the_reading() =>
        Should.Throw<OperationCanceledException>(() => Corpus.Encode(new ListSource(Post("1", "ann")), stop: new CancellationToken(true)));

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new TraceOptions { MinWords = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new TraceOptions { MinHashtags = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new TraceOptions { Similarity = 0.49 });
        Should.Throw<ArgumentOutOfRangeException>(() => new TraceOptions { Similarity = double.NaN });
        Should.Throw<ArgumentException>(() => new TraceOptions { Behaviours = [] });
    }

    private static List<string> Acts(Behaviour behaviour, params TestPost[] posts) => Acts(behaviour, new TraceOptions(), posts);

    private static List<string> Acts(Behaviour behaviour, TraceOptions options, params TestPost[] posts)
    {
        var corpus = Corpus.Encode(new ListSource(posts), options with { Behaviours = [behaviour] });
        return [.. corpus.Traces.Where(trace => trace.Behaviour == behaviour).SelectMany(trace => Named(corpus, trace))];
    }

    private static IEnumerable<string> Named(Corpus corpus, Trace trace) =>
        Enumerable.Range(0, trace.Count).Select(act => $"{corpus.Posts.Keys[trace.Posts[act]]} {trace.ObjectNames[trace.Objects[act]]}");
}
