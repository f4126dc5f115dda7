using Claque.Cases.Storage;
using Claque.Reading;

namespace Claque.Tests.Cases;

public sealed class ImportTests
{
    private const long Minute = 60_000_000;

    [Fact]
    public void Importing_the_same_file_again_changes_nothing()
    {
        using var test = new TestCase();
        test.Import("posts.csv", InterruptionTests.MixedRows());
        var before = test.Dump();
        var receipt = test.Import("posts.csv", InterruptionTests.MixedRows());
        receipt.WasComplete.ShouldBeTrue();
        test.Dump().ShouldBe(before);
    }

    [Fact]
    public void A_file_already_in_the_case_is_not_read_in_another_way()
    {
        using var test = new TestCase();
        test.Import(Row.Post("ann", "1"));
        var other = TestCase.Input("posts.csv", [Row.Post("ann", "1")]) with { Mapping = "account=author" };
        Should.Throw<InputException>(() => test.File.Import(other, null, TestCase.Now, CancellationToken.None)).Message.ShouldContain("account=author");
    }

    [Fact]
    public void Every_row_is_a_new_post_a_known_post_or_a_rejected_row()
    {
        using var test = new TestCase();
        var source = test.Import("posts.csv", InterruptionTests.MixedRows()).Source;
        (source.PostsNew, source.PostsKnown, source.RowsRejected).ShouldBe((40, 10, 10));
        source.RowsRead.ShouldBe(60);
    }

    [Fact]
    public void Rejected_rows_are_kept_with_line_and_reason_and_counted_by_kind()
    {
        using var test = new TestCase();
        test.Import(Row.Rejected("time not readable", "\"soon\" is no time."), Row.Post("ann", "1"), Row.Rejected("no id"), Row.Rejected("time not readable"));
        test.File.Rejects(1).First().ShouldBe(new RejectedRow(2, "time not readable", "\"soon\" is no time.", "the row as it stands"));
        test.File.Sources()[0].Rejects.ShouldBe(
            [new RejectCount("time not readable", 2, "\"soon\" is no time.", 2), new RejectCount("no id", 1, "It says so.", 4)]);
    }

    [Fact]
    public void A_post_without_account_is_a_rejected_row()
    {
        using var test = new TestCase();
        test.Import(Row.Post("", "1")).Source.RowsRejected.ShouldBe(1);
        test.File.Rejects(1).ShouldHaveSingleItem().Kind.ShouldBe("no account");
    }

    [Fact]
    public void A_post_that_comes_again_with_another_link_gets_that_link()
    {
        using var test = new TestCase();
        test.Import(
            Row.Post("ann", "1", 0, post => post.Add(PostList.Links, "https://harbour.example/a")),
            Row.Post("ann", "1", 0, post => post.Add(PostList.Links, "https://harbour.example/a")),
            Row.Post("ann", "1", 0, post => post.Add(PostList.Links, "https://harbour.example/b\"q\"")));
        test.Posts(post => string.Join(" ", post.Values(PostList.Links))).ShouldBe(["https://harbour.example/a https://harbour.example/b\"q\""]);
        var source = test.File.Sources()[0];
        (source.PostsNew, source.PostsKnown).ShouldBe((1, 2));
    }

    [Fact]
    public void A_table_with_one_row_for_each_object_becomes_one_post_with_all_objects()
    {
        using var test = new TestCase();
        var receipt = test.Import([.. new[] { "a", "b", "a", "c" }.Select(value => Row.Post("ann", "1", 0, post => post.Add(PostList.Objects, value, "object_id")))]);
        test.Posts(post => string.Join(" ", post.Values(PostList.Objects))).ShouldBe(["object_id=a object_id=b object_id=c"]);
        receipt.RowsAdding.ShouldBe(2);
    }

    [Fact]
    public void The_same_value_in_two_columns_is_two_objects()
    {
        using var test = new TestCase();
        test.Import(
            Row.Post("ann", "1", 0, post => post.Add(PostList.Objects, "7", "theme")),
            Row.Post("ann", "1", 0, post => post.Add(PostList.Objects, "7", "slogan")));
        test.Posts(post => string.Join(" ", post.Values(PostList.Objects))).ShouldBe(["theme=7 slogan=7"]);
    }

    [Fact]
    public void The_order_of_hashtags_stays_as_first_read()
    {
        using var test = new TestCase();
        test.Import(
            Row.Post("ann", "1", 0, post => post.Add(PostList.Hashtags, "harbour")),
            Row.Post("ann", "1", 0, post => post.Add(PostList.Hashtags, "now")));
        test.Posts(post => string.Join(" ", post.Values(PostList.Hashtags))).ShouldBe(["harbour"]);
    }

    [Fact]
    public void The_same_id_on_two_platforms_or_by_two_accounts_is_two_posts()
    {
        using var test = new TestCase();
        test.Import(Row.Post("ann", "1"), Row.Post("bob", "1"), Row.Post("ann", "1", 0, post => post.Platform = "bluesky"));
        test.Posts(post => $"{post.Platform} {post.Text(PostField.Account)}").ShouldBe(["x ann", "x bob", "bluesky ann"]);
    }

    [Fact]
    public void Posts_without_id_are_never_taken_for_one_another()
    {
        using var test = new TestCase();
        test.Import(Row.Post("ann"), Row.Post("ann"));
        test.File.Figures().Posts.ShouldBe(2);
    }

    [Fact]
    public void Two_files_of_different_formats_share_the_posts_they_both_have()
    {
        using var test = new TestCase();
        test.Import("archive.csv", [Row.Post("ann", "1", Minute, post => post.Set(PostField.Text, "first")), Row.Post("bob", "2")]);
        var second = TestCase.Input("pages.jsonl", [Row.Post("ann", "1", Minute, post => post.Add(PostList.Media, "hash1")), Row.Post("eve", "3")]);
        test.File.Import(second with { Format = "X API v2" }, null, TestCase.Now, CancellationToken.None);
        test.Posts(post => $"{post.Text(PostField.Account)} {post.Text(PostField.Text)} {string.Join(",", post.Values(PostList.Media))}".TrimEnd())
            .ShouldBe(["ann first hash1", "bob", "eve"]);
        test.File.Sources().Select(source => (source.Format, source.PostsNew, source.PostsKnown)).ShouldBe([("any CSV", 2, 0), ("X API v2", 1, 1)]);
    }

    [Fact]
    public void An_account_shows_its_last_handle_and_keeps_the_earlier_ones_with_their_times()
    {
        using var test = new TestCase();
        Row Named(string handle, long time) => Row.Post("1001", $"{time}", time * Minute, post => post.Set(PostField.Handle, handle));
        test.Import(Named("sunny", 5), Named("old_sunny", 2), Named("sunny", 9), Named("old_sunny", 1));
        test.File.Account(1).Handle.ShouldBe("sunny");
        using var database = Database.Open(test.Path, readOnly: true, create: false);
        database.Rows("SELECT handle, first_us, last_us FROM account_name ORDER BY first_us")
            .Select(row => (row.Text(0), row.Long(1) / Minute, row.Long(2) / Minute)).ToList()
            .ShouldBe([("old_sunny", 1, 2), ("sunny", 5, 9)]);
    }

    [Fact]
    public void An_account_is_found_by_id_handle_or_earlier_handle()
    {
        using var test = new TestCase();
        test.Import(
            Row.Post("1001", "1", 1, post => post.Set(PostField.Handle, "early")),
            Row.Post("1001", "2", 2, post => post.Set(PostField.Handle, "Late")),
            Row.Post("1002", "3", 3, post => post.Set(PostField.Handle, "other")));
        foreach (var label in new[] { "1001", "@late", "Late", "early", "x:1001", "x:late" }) test.File.AccountByLabel(label).ShouldBe(1, label);
        test.File.AccountByLabel("nobody").ShouldBeNull();
    }

    [Fact]
    public void A_handle_that_two_accounts_carry_is_refused_with_their_ids()
    {
        using var test = new TestCase();
        test.Import(
            Row.Post("1001", "1", 1, post => post.Set(PostField.Handle, "twin")),
            Row.Post("did:7", "2", 2, post => (post.Platform, post[PostField.Id].Length).ShouldBe(("x", 1))));
        test.Import("more.csv", [Row.Post("did:7", "3", 3, post =>
        {
            post.Platform = "bluesky";
            post.Set(PostField.Handle, "twin");
        })]);
        Should.Throw<InputException>(() => test.File.AccountByLabel("twin")).Message.ShouldContain("x:1001, bluesky:did:7");
    }

    [Fact]
    public void Times_read_too_finely_are_corrected_at_the_end_but_not_those_from_ids()
    {
        using var test = new TestCase();
        test.Import("posts.csv", [Row.Post("ann", "1", Minute), Row.Post("bob", "2", 1234, post =>
        {
            (post.Precision, post.TimeFromId) = (TimePrecision.Millisecond, true);
        })], inferred: TimePrecision.Minute);
        test.Posts(post => post.Precision.Word).ShouldBe(["minute", "millisecond"]);
        test.File.Sources()[0].Precision.ShouldBe(TimePrecision.Minute);
    }

    [Fact]
    public void A_source_shows_its_span_and_what_its_reader_said()
    {
        using var test = new TestCase();
        var source = test.Import(Row.Post("ann", "1", 7 * Minute), Row.Post("ann", "2", -3 * Minute)).Source;
        (source.FirstUs, source.LastUs, source.Precision).ShouldBe((-3 * Minute, 7 * Minute, TimePrecision.Second));
        source.Notes.ShouldBe(["Times are as the platform gives them."]);
    }

    [Fact]
    public void Figures_count_posts_by_platform_language_clock_and_day()
    {
        using var test = new TestCase();
        const long day = 86_400_000_000;
        test.Import(
            Row.Post("ann", "1", -1, post => post.Set(PostField.Language, "fa")),
            Row.Post("ann", "2", 0, post => post.Set(PostField.Language, "en")),
            Row.Post("bob", "3", day - 1, post => post.Set(PostField.Language, "fa")),
            Row.Post("bob", "4", 2 * day, post => (post.Platform, post.Precision) = ("telegram", TimePrecision.Day)));
        var figures = test.File.Figures();
        (figures.Posts, figures.Accounts, figures.FirstUs, figures.LastUs).ShouldBe((4, 3, -1, 2 * day));
        figures.Platforms.ShouldBe([new Tally("x", 3), new Tally("telegram", 1)]);
        figures.Languages.ShouldBe([new Tally("fa", 2), new Tally("", 1), new Tally("en", 1)]);
        figures.Precisions.ShouldBe([new Tally("second", 3), new Tally("day", 1)]);
        figures.PostsPerDay.ShouldBe([new DayCount(-day, 1), new DayCount(0, 2), new DayCount(2 * day, 1)]);
    }

    [Fact]
    public void A_post_view_leads_back_to_file_and_line()
    {
        using var test = new TestCase();
        test.Import(Row.Rejected("no id"), Row.Post("ann", "77", Minute, post =>
        {
            post.Set(PostField.Text, "Come to the harbour");
            post.Set(PostField.Url, "https://x.example/77");
            post.Add(PostList.Links, "https://harbour.example/");
        }));
        var view = test.File.Post(1);
        (view.NativeId, view.Text, view.Url, view.SourceFile, view.Line, view.TimeUs, view.Account.Label)
            .ShouldBe(("77", "Come to the harbour", "https://x.example/77", "posts.csv", 3, Minute, "ann"));
        view.Links.ShouldBe(["https://harbour.example/"]);
    }

    [Theory]
    [InlineData(TimePrecision.Microsecond, "1969-12-31T23:59:58.999999Z")]
    [InlineData(TimePrecision.Millisecond, "1969-12-31T23:59:58.999Z")]
    [InlineData(TimePrecision.Second, "1969-12-31T23:59:58Z")]
    [InlineData(TimePrecision.Minute, "1969-12-31T23:59Z")]
    [InlineData(TimePrecision.Hour, "1969-12-31T23Z")]
    [InlineData(TimePrecision.Day, "1969-12-31")]
    public void In_an_SQLite_browser_a_time_shows_as_finely_as_it_was_recorded(TimePrecision precision, string expected)
    {
        using var test = new TestCase();
        test.Import(Row.Post("ann", "1", -1_000_001, post => post.Precision = precision));
        using var database = Database.Open(test.Path, readOnly: true, create: false);
        database.Text("SELECT time || ' ' || account_id || ' ' || file FROM post_readable").ShouldBe(expected + " ann posts.csv");
    }
}
