using Claque.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Cases;

public sealed class RoundTripTests
{
    private static readonly PostField[] Scalars =
    [
        PostField.Text, PostField.Language, PostField.ReshareOf, PostField.ReplyTo, PostField.QuoteOf, PostField.Client, PostField.Url,
    ];

    [Fact]
    public void Any_post_is_read_back_as_it_was_imported() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(3, 5), Prop.ForAll<string[], string[], int>((scalars, values, seed) =>
        {
            using var test = new TestCase();
            string? before = null;
            test.Import(Row.Post("ann", null, seed * 1_234_567L, post =>
            {
                Fill(post, scalars, values, seed);
                before = Describe(post);
            }));
            test.Posts(Describe).ShouldBe([before!]);
        }));

    [Fact]
    public void Persian_Chinese_emoji_and_control_characters_come_back_unchanged()
    {
        const string text = "می‌خواهم به بندر بیایم\u200F 港口 👩‍👩‍👧 é \t\r\n \"quoted\" \\ \u0001 \uFEFF end";
        using var test = new TestCase();
        test.Import(Row.Post("حساب", "شناسه", 0, post =>
        {
            post.Set(PostField.Text, text);
            post.Set(PostField.Handle, "دستگیره");
            foreach (var list in Enum.GetValues<PostList>()) post.Add(list, text, list == PostList.Objects ? "ستون \"1\"" : "");
        }));
        test.Posts(post => post.Text(PostField.Text)).ShouldBe([text]);
        test.Posts(post => post.Text(PostField.Account) + post.Text(PostField.Id) + post.Text(PostField.Handle)).ShouldBe(["حسابشناسهدستگیره"]);
        test.Posts(post => string.Join("|", Enum.GetValues<PostList>().SelectMany(list => post.Values(list))))
            .ShouldBe([string.Join("|", text, text, text, text, "ستون \"1\"=" + text)]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_replaced_and_the_post_is_kept()
    {
        using var test = new TestCase();
        test.Import(Row.Post("ann", "1", 0, post =>
        {
            post.Set(PostField.Text, [(byte)'a', 0xFF, (byte)'b']);
            post.Add(PostList.Links, [(byte)'c', 0xC3]);
        }));
        test.Posts(post => post.Text(PostField.Text) + post.Values(PostList.Links).Single()).ShouldBe(["a\uFFFDbc\uFFFD"]);
    }

    [Fact]
    public void A_list_that_the_source_has_but_leaves_empty_differs_from_one_it_has_not()
    {
        using var test = new TestCase();
        test.Import(Row.Post("ann", "1", 0, post => post.Give(PostList.Links)));
        test.Posts(post => $"{post.IsGiven(PostList.Links)} {post.IsGiven(PostList.Media)}").ShouldBe(["True False"]);
    }

    [Fact]
    public void Posts_are_read_in_the_same_order_every_time_and_found_by_their_key()
    {
        using var test = new TestCase();
        test.Import("posts.csv", InterruptionTests.MixedRows());
        var first = test.Posts(post => $"{post.Key} {post.Line} {test.File.Post(post.Key).Line}");
        first.ShouldBe(test.Posts(post => $"{post.Key} {post.Line} {post.Line}"));
        test.File.Posts().PostsAreDistinct.ShouldBeTrue();
    }

    private static void Fill(PostRecord post, string[] scalars, string[] values, int seed)
    {
        for (var i = 0; i < Scalars.Length && i < scalars.Length; i++) post.Set(Scalars[i], scalars[i]);
        for (var i = 0; i < values.Length; i++)
        {
            var list = (PostList)(i % 5);
            post.Add(list, values[i], list == PostList.Objects ? "column " + scalars.Length : "");
        }

        post.IsReshare = seed % 2 == 0;
        post.Precision = (TimePrecision)(Math.Abs(seed % 6));
    }

    private static string Describe(PostRecord post) => string.Join('\u241E',
        [
            post.TimeUs.ToString(), post.Precision.ToString(), post.IsReshare.ToString(), post.Line.ToString(), post.Platform,
            .. Scalars.Select(post.Text),
            .. Enum.GetValues<PostList>().SelectMany(list => post.Values(list).Prepend($"{list} {post.IsGiven(list)}")),
        ]);
}
