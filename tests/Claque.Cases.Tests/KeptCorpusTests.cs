using Claque.Reading;
using Claque.Tracing;

namespace Claque.Tests.Cases;

public sealed class KeptCorpusTests
{
    private static readonly Row[] Posts =
    [
        Row.Post("ann", "1", 10_000_000, post => { post.Set(PostField.Text, "all hands to the harbour at noon"); post.Add(PostList.Links, "https://harbour.example/a"); }),
        Row.Post("bob", "2", 11_000_000, post => { post.Set(PostField.Text, "all hands to the harbour at noon"); post.Add(PostList.Links, "https://harbour.example/a?utm_source=x"); }),
        Row.Post("cid", "3", 12_000_000, post => { post.Set(PostField.Text, "vote"); post.Add(PostList.Objects, "sun", "slogan"); }),
    ];

    [Fact]
    public void A_second_look_starts_from_the_columns_and_finds_the_same()
    {
        using var test = new TestCase();
        test.Import(Posts);
        var first = Encode(test);
        Describe(first).ShouldContain("harbour.example/a");
        Change(test, "UPDATE post SET text = 'nobody reads this any more'");
        Describe(Encode(test)).ShouldBe(Describe(first));
        Describe(Encode(test, new TraceOptions { MinWords = 1 })).ShouldContain("nobody reads this");
    }

    [Fact]
    public void What_is_imported_later_is_looked_at()
    {
        using var test = new TestCase();
        test.Import(Posts);
        Encode(test).Posts.Count.ShouldBe(3);
        test.Import("more.csv", [Row.Post("dan", "4", 13_000_000, post => post.Add(PostList.Links, "https://harbour.example/b"))]);
        Encode(test).Posts.Count.ShouldBe(4);
        test.Import("again.csv", [Row.Post("dan", "4", 13_000_000, post => post.Add(PostList.Links, "https://harbour.example/c"))]);
        Describe(Encode(test)).ShouldContain("harbour.example/c");
    }

    [Fact]
    public void A_case_of_few_posts_and_one_that_is_only_read_keep_nothing()
    {
        using var test = new TestCase();
        test.Import(Posts);
        Corpus.Encode(test.File.Posts());
        test.Dump().ShouldNotContain("encoding");
        test.File.Dispose();
        using var read = CaseFile.OpenReadOnly(test.Path);
        Corpus.Encode(read.PostsKeptFrom(1)).Posts.Count.ShouldBe(3);
        test.Reopen();
        test.Dump().ShouldNotContain("encoding");
    }

    [Fact]
    public void Columns_longer_than_a_piece_come_back_whole()
    {
        using var test = new TestCase();
        var rows = Enumerable.Range(0, 150_000).Select(i => Row.Post($"acc{i % 70_000}", $"{i}", i * 1_000_000L, post => post.Add(PostList.Objects, $"object number {i % 90_000}"))).ToArray();
        test.Import("many.csv", rows, batch: 50_000);
        var first = Encode(test);
        var second = Encode(test);
        second.ShouldNotBeSameAs(first);
        Describe(second).ShouldBe(Describe(first));
        second.Accounts.Find("acc69999"u8).ShouldBe(69_999);
        second.Accounts.Intern("somebody new").ShouldBe(70_000);
    }

    private static Corpus Encode(TestCase test, TraceOptions? options = null) => Corpus.Encode(test.File.PostsKeptFrom(1), options);

    private static void Change(TestCase test, string sql)
    {
        using var database = Claque.Cases.Storage.Database.Open(test.Path, readOnly: false, create: false);
        database.Run(sql);
    }

    private static string Describe(Corpus corpus) => string.Join('\n',
    [
        string.Join(',', Enumerable.Range(0, corpus.Accounts.Count).Select(i => corpus.Accounts[i])),
        string.Join(',', corpus.Posts.Keys), string.Join(',', corpus.Posts.Accounts), string.Join(',', corpus.Posts.TimesUs), string.Join(',', corpus.Posts.Precisions),
        .. corpus.Traces.Select(trace =>
            $"{trace.Behaviour}: {string.Join(',', trace.Posts)} {string.Join(',', trace.Objects)} {string.Join(',', Enumerable.Range(0, trace.ObjectNames.Count).Select(i => trace.ObjectNames[i]))}"),
        $"{corpus.HasTexts} {string.Join(',', corpus.Notes)}",
    ]);
}
