using Claque.Articles;
using Claque.Cases.Storage;
using Claque.Reading;
using Claque.Text.Prose;

namespace Claque.Tests.Cases;

public sealed class ArticleTests
{
    private static readonly DateTimeOffset Now = new(2024, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private static Article Pier { get; } = new()
    {
        Id = "pier.html",
        Text = "Pier closed\n\nThe harbour council voted to close the pier.",
        Url = "https://www.harbour.example/pier?utm_source=feed",
        Outlet = "Harbour News",
        Title = "Pier closed",
        Published = new DateTimeOffset(2024, 5, 3, 6, 0, 0, TimeSpan.Zero),
        File = "pier.html",
        Blocks = [new ArticleBlock(BlockClass.Title, "the page's headline", new TextSpan(0, 11)), new ArticleBlock(BlockClass.Body, "in the article", new TextSpan(13, 57))],
        Facts = [new ArticleFact(FactKind.Canonical, "https://harbour.example/pier", true, "link:canonical", .95)],
        Notes = ["A note."],
    };

    private static ArticlesToImport File(string hash, params Article[] articles) => new("pages", hash, 10, new ArticleReading("html", [.. articles], []));

    [Fact]
    public void An_article_comes_out_of_a_case_as_it_went_in()
    {
        using var test = new TestCase();
        test.File.ImportArticles(File("aa", Pier), Now).New.ShouldBe(1);
        var back = test.File.Articles().Single();
        back.ShouldBe(Pier with { Blocks = back.Blocks, Facts = back.Facts, Notes = back.Notes });
        back.Blocks.ShouldBe(Pier.Blocks);
        back.Facts.ShouldBe(Pier.Facts);
        back.Notes.ShouldBe(Pier.Notes);
    }

    [Fact]
    public void Importing_a_file_again_changes_nothing_and_a_changed_text_is_kept_beside_the_old_one()
    {
        using var test = new TestCase();
        test.File.ImportArticles(File("aa", Pier), Now);
        test.File.ImportArticles(File("aa", Pier), Now).WasComplete.ShouldBeTrue();
        var receipt = test.File.ImportArticles(File("bb", Pier, Pier with { Text = Pier.Text + " It will be sold.", Blocks = [] }), Now);
        (receipt.New, receipt.Known).ShouldBe((1, 1));
        test.File.Articles().Select(article => article.Id).ShouldBe(["pier.html", "pier.html (2)"]);
    }

    [Fact]
    public void A_post_is_joined_to_the_article_it_links_to_whatever_is_behind_the_address()
    {
        using var test = new TestCase();
        test.Import("posts.csv", [Linking("1", "http://harbour.example/pier?utm_campaign=x"), Linking("2", "https://harbour.example/other"), Row.Post("c", "3", 3)]);
        test.File.ImportArticles(File("aa", Pier), Now);
        test.File.JoinArticlesToPosts();
        test.File.JoinArticlesToPosts();
        test.File.ArticlesLinked().ShouldBe((1, 1));
    }

    [Fact]
    public void A_case_made_before_there_were_articles_has_none_and_can_get_some()
    {
        using var test = new TestCase();
        using (var database = Database.Open(test.Path, readOnly: false, create: false))
            foreach (var table in (string[])["article_post", "article_fact", "article_block", "article"]) database.Run($"DROP TABLE {table}");
        test.File.ArticleCount().ShouldBe(0);
        test.File.Articles().ShouldBeEmpty();
        test.File.JoinArticlesToPosts();
        test.File.ImportArticles(File("aa", Pier), Now).New.ShouldBe(1);
    }

    private static Row Linking(string id, string link) => Row.Post("a", id, 1, post =>
    {
        post.Give(PostList.Links);
        post.Add(PostList.Links, link);
    });
}
