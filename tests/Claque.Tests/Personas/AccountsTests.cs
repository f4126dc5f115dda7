using Claque.Personas;
using Claque.Personas.Accounts;
using Claque.Reading;

namespace Claque.Tests.Personas;

public sealed class AccountsTests
{
    private static readonly PoolingOptions Small = PoolingOptions.Default with { LeastWords = 5, PieceWords = 40 };

    [Fact]
    public void Links_handles_and_hashtags_are_not_the_accounts_own_words()
    {
        var pooled = Pool(("anneke", "@bertil the ferry sails again today https://ostrel.example/1 #ferry &amp; nobody told us"));
        pooled.Accounts.ShouldHaveSingleItem().Pieces[0].Source.Trim().ShouldBe("the ferry sails again today & nobody told us");
    }

    [Fact]
    public void Reshares_are_counted_and_left_out_whether_marked_or_said()
    {
        var pooled = PostPooling.Of(new Posts(
            ("anneke", "RT @bertil: the market opens at ten as it always has", false),
            ("anneke", "the market opens at ten as it always has been said", true),
            ("anneke", "we went there ourselves and saw nothing of the kind", false)), Small);
        var account = pooled.Accounts.ShouldHaveSingleItem();
        (account.Posts, account.Reshares).ShouldBe((3, 2));
        account.Pieces[0].Text.Words.ShouldBe(10);
    }

    [Fact]
    public void A_text_of_two_accounts_is_left_out_of_both_and_other_links_behind_it_hide_nothing()
    {
        var pooled = Pool(
            ("anneke", "Harbour council hides the truth about the new ferry tariff https://a.example"), ("anneke", "my neighbour has seen it with her own eyes"),
            ("bertil", "harbour council hides the truth about the new ferry tariff! https://b.example"), ("bertil", "yesterday the bridge was closed for the third time"));
        pooled.Accounts.Select(account => account.Shared).ShouldBe([1, 1]);
        pooled.Accounts.ShouldAllBe(account => !account.Pieces[0].Source.Contains("council"));
    }

    [Fact]
    public void Of_what_an_account_repeats_the_first_stays()
    {
        var account = Pool(("anneke", "the same thing said again and again all day"), ("anneke", "the same thing said again and again all day"), ("anneke", "but here is another thing altogether")).Accounts.ShouldHaveSingleItem();
        account.Repeated.ShouldBe(1);
        account.Pieces[0].Text.Words.ShouldBe(15);
    }

    [Fact]
    public void The_same_id_on_two_platforms_is_two_accounts()
    {
        var pooled = PostPooling.Of(new Posts(("anneke", "we went there ourselves and saw nothing", false), ("anneke", "the bridge was closed for the third time", false), ("bertil", "nobody told us of the new ferry tariff", false))
        {
            Platforms = ["harbour", "market", "market"],
        }, Small);
        pooled.Accounts.Select(account => (account.Account, account.Posts)).ShouldBe([("bertil", 1), ("harbour:anneke", 1), ("market:anneke", 1)]);
    }

    [Fact]
    public void Accounts_with_too_few_words_of_their_own_are_counted_and_nothing_else()
    {
        var pooled = Pool(("anneke", "we went there ourselves and saw nothing"), ("bertil", "no"), ("carla", "@anneke https://ostrel.example"));
        pooled.Accounts.ShouldHaveSingleItem().Account.ShouldBe("anneke");
        pooled.TooSmall.ShouldBe(2);
    }

    [Fact]
    public void One_writer_behind_two_accounts_is_found_from_short_posts_and_nobody_else()
    {
        var posts = new List<(string, string, bool)>();
        for (var writer = 0; writer < 14; writer++) posts.AddRange(Short($"account {writer:00}", writer, from: 0));
        posts.AddRange(Short("second account", 3, from: 100));
        var pooled = PostPooling.Of(new Posts([.. posts]), PoolingOptions.Default);
        var study = PersonaStudy.Of([.. pooled.Accounts.SelectMany(account => account.Pieces)], PersonaOptions.Default with { Rounds = 99 });
        var edge = study.Pairs.Where(pair => pair.Verdict == HandVerdict.Same).ShouldHaveSingleItem();
        new[] { study.Bylines[edge.A].Byline, study.Bylines[edge.B].Byline }.ShouldBe(["account 03", "second account"]);
    }

    [Fact]
    public void Writers_of_another_language_than_most_are_left_out_and_named()
    {
        var articles = Enumerable.Range(0, 12).SelectMany(w => InventedWriters.Byline($"Writer {w:00}", 6, _ => w)).ToList();
        foreach (var w in new[] { 20, 24 })
            articles.AddRange(Enumerable.Range(0, 6).Select(n => new BylineArticle($"g{w}-{n}", $"Other {w}", null, StyleText.Of(string.Concat(InventedWriters.Article(w, n).Select(Other))))));
        var study = PersonaStudy.Of(articles, PersonaOptions.Default with { Rounds = 9 });
        study.OtherLanguages.ShouldBe(["Other 20", "Other 24"]);
        study.Bylines.Count.ShouldBe(12);
    }

    [Fact]
    public void A_lone_pair_needs_a_larger_ratio_than_one_among_many()
    {
        double[] none = [.. Enumerable.Repeat(-5.0, 100)];
        var lone = Calibration.ShareOf([.. none, 7]);
        var many = Calibration.ShareOf([.. none, .. Enumerable.Repeat(7.0, 25)]);
        lone.ShouldBeInRange(0.002, 0.02);
        many.ShouldBeInRange(0.15, 0.25);
        Calibration.ChanceOfTwo(6, lone).ShouldBeGreaterThan(0.02);
        Calibration.ChanceOfTwo(6, many).ShouldBeLessThan(0.02);
    }

    private static char Other(char letter) => letter is >= 'a' and <= 'z' ? (char)('α' + (letter - 'a') % 17) : letter;

    // Posts of two dozen words.
    private static IEnumerable<(string, string, bool)> Short(string account, int writer, int from)
    {
        for (var n = from; n < from + 18; n++)
            foreach (var words in InventedWriters.Article(writer, n).Split(' ').Chunk(24)) yield return (account, string.Join(' ', words) + " https://ostrel.example", false);
    }

    private static PooledAccounts Pool(params (string Account, string Text)[] posts) => PostPooling.Of(new Posts([.. posts.Select(post => (post.Account, post.Text, false))]), Small);

    private sealed class Posts(params (string Account, string Text, bool IsReshare)[] posts) : IPostSource
    {
        public string[] Platforms { get; init; } = [];

        public bool PostsAreDistinct => true;

        public IPostReading Begin(CancellationToken stop)
        {
            var next = 0;
            return new PostByPost(record =>
            {
                if (next == posts.Length) return false;
                record.Platform = Platforms.ElementAtOrDefault(next) ?? "";
                record.Set(PostField.Account, posts[next].Account);
                record.Set(PostField.Text, posts[next].Text);
                (record.IsReshare, record.TimeUs) = (posts[next].IsReshare, ++next * 60_000_000L);
                return true;
            }, stop);
        }
    }
}
