using System.IO.Compression;
using System.Text;
using Claque.Articles;
using Claque.Articles.Files;
using Claque.Articles.Lines;
using Claque.Articles.Phrases;
using Claque.Reading;

namespace Claque.Tests.Articles;

public sealed class ArticleFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("claque-articles-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_page_and_the_same_page_packed_are_one_article_each()
    {
        var plain = Single(Write("pier.html", Encoding.UTF8.GetBytes(Pages.Html)));
        var packed = Single(Write("pier.html.gz", Packed(Pages.Html)));
        packed.Text.ShouldBe(plain.Text);
        (plain.Id, packed.Id).ShouldBe(("pier.html", "pier.html.gz"));
    }

    [Fact]
    public void A_page_in_an_old_encoding_is_read_by_what_it_says_of_itself()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!;
        var page = "<html><head><meta charset=windows-1251></head><body><p>Совет гавани решил закрыть старый причал, потому что его сваи сгнили, как говорит отчёт.</p></body></html>";
        Single(Write("pier.html", windows.GetBytes(page))).Text.ShouldContain("Совет гавани");
    }

    [Fact]
    public void An_archive_gives_the_pages_that_were_answered_and_when_they_were_seen()
    {
        var archive = Record("https://harbour.example/pier", Answer(Pages.Html)) + Record("https://harbour.example/a.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx") +
            Record("https://harbour.example/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>gone</p>") + Record("https://harbour.example/chunks", Chunked(Pages.Html));
        var reading = ArticleFiles.ReadFile(Write("crawl.warc.gz", Packed(archive)), "crawl.warc.gz", new ArticleOptions());
        reading.Articles.Select(article => article.Url).ShouldBe(["https://harbour.example/pier", "https://harbour.example/chunks"]);
        reading.Articles.ShouldAllBe(article => article.Facts.Any(fact => fact.Kind == FactKind.Seen && fact.Value == "2024-05-04T12:00:00Z"));
        reading.Articles.ShouldAllBe(article => ArticleText.BodyOf(article).Length == 3);
        reading.Rejects.Single().Kind.ShouldBe("status 404");
    }

    [Fact]
    public void An_archive_that_breaks_off_keeps_what_came_before()
    {
        var archive = Record("https://harbour.example/pier", Answer(Pages.Html)) + "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\nHTTP/1.1";
        var reading = ArticleFiles.ReadFile(Write("crawl.warc", Encoding.UTF8.GetBytes(archive)), "crawl.warc", new ArticleOptions());
        reading.Articles.Length.ShouldBe(1);
        reading.Rejects.Single().Reason.ShouldBe("crawl.warc: the file ends within the record; the archive was read up to there.");
    }

    [Fact]
    public void A_stream_that_unpacks_too_far_is_refused_with_one_sentence()
    {
        using var bounded = new BoundedStream(new GZipStream(new MemoryStream(Packed(new string('0', 1_000_000))), CompressionMode.Decompress), 100_000, "bomb.warc.gz");
        var refused = Should.Throw<InputException>(() => bounded.CopyTo(System.IO.Stream.Null));
        refused.Message.ShouldStartWith("bomb.warc.gz unpacks to more than");
    }

    [Fact]
    public void A_page_above_the_limit_of_bytes_is_cut_and_says_so()
    {
        var options = new ArticleOptions { PageBytes = 1 << 20 };
        var page = "<html><body><p>" + string.Concat(Enumerable.Repeat(Pages.First + " ", 20_000));
        var reading = ArticleFiles.ReadFile(Write("long.html", Encoding.UTF8.GetBytes(page)), "long.html", options);
        reading.Articles.Single().Notes.ShouldBe(["The file is longer than 1 MB; the rest was not read."]);
    }

    [Fact]
    public void A_feed_gives_its_entries_with_what_it_states_of_them()
    {
        const string feed = """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour News</title>
            <item><title>Pier closed</title><link>https://harbour.example/pier</link><pubDate>Fri, 03 May 2024 08:00:00 +0200</pubDate><dc:creator>Ana Maru</dc:creator>
            <content:encoded><![CDATA[<p>The harbour council of Ostrel voted on Tuesday to close the old ferry pier, after a report.</p><p>Sign up for our newsletter.</p>]]></content:encoded></item>
            <item><title>Only a title</title></item><item/></channel></rss>
            """;
        var articles = ArticleFiles.Read(Write("feed.xml", Encoding.UTF8.GetBytes(feed)));
        articles.Select(article => article.Title).ShouldBe(["Pier closed", "Only a title"]);
        (articles[0].Byline, articles[0].Outlet, articles[0].Published).ShouldBe(("Ana Maru", "Harbour News", new DateTimeOffset(2024, 5, 3, 6, 0, 0, TimeSpan.Zero)));
        ArticleText.MainTextOf(articles[0]).ShouldBe("The harbour council of Ostrel voted on Tuesday to close the old ferry pier, after a report.");
    }

    [Fact]
    public void A_feed_whose_entities_would_grow_without_end_is_refused()
    {
        const string feed = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>
            """;
        Should.Throw<InputException>(() => ArticleFiles.Read(Write("feed.xml", Encoding.UTF8.GetBytes(feed)))).Message.ShouldContain("not well-formed");
    }

    [Fact]
    public void The_columns_of_Media_Cloud_and_GDELT_are_known()
    {
        var cloud = ArticleFiles.Read(Write("cloud.csv", "id,indexed_date,language,media_name,media_url,publish_date,title,url\n7,2024-05-04,en,harbour.example,https://harbour.example,2024-05-03,Pier closed,https://harbour.example/pier\n"u8.ToArray())).Single();
        (cloud.Id, cloud.Outlet, cloud.PublishedPrecision, cloud.Text).ShouldBe(("7", "harbour.example", TimePrecision.Day, "Pier closed"));
        ArticleText.BodyOf(cloud).ShouldBeEmpty();
        var gdelt = ArticleFiles.Read(Write("gdelt.csv", "url,url_mobile,title,seendate,socialimage,domain,language,sourcecountry\nhttps://harbour.example/pier,,Pier closed,20240503T031500Z,,harbour.example,English,Ostrelia\n"u8.ToArray())).Single();
        gdelt.Published.ShouldBeNull();
        gdelt.Facts.Single().ShouldSatisfyAllConditions(fact => fact.Kind.ShouldBe(FactKind.Seen), fact => fact.Value.ShouldBe("2024-05-03T03:15:00Z"));
    }

    [Theory]
    [InlineData("a.jsonl", "{\"id\":\"1\",\"outlet\":\"Harbour News\",\"title\":\"Pier\",\"text\":\"The pier is closed.\"}\n", true)]
    [InlineData("a.jsonl", "{\"id\":\"1\",\"author_id\":\"5\",\"created_at\":\"2024-05-03\",\"text\":\"The pier is closed.\"}\n", false)]
    [InlineData("a.csv", "id,media_name,title,url\n", true)]
    [InlineData("a.csv", "account_id,created_at,title,url\n", false)]
    [InlineData("a.txt", "The harbour council voted on Tuesday.", true)]
    [InlineData("a.txt", "account_id,object_id,time\n1,2,3\n", false)]
    public void Articles_and_posts_are_told_apart_by_their_fields(string name, string content, bool articles) =>
        ArticleFiles.HoldsArticles(Write(name, Encoding.UTF8.GetBytes(content))).ShouldBe(articles);

    [Fact]
    public void A_folder_gives_all_its_files_by_their_paths_in_it()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "in"));
        Write("in/b.html", Encoding.UTF8.GetBytes(Pages.Html));
        Write("in/a.txt", Encoding.UTF8.GetBytes(Pages.Text));
        Write("in/picture.png", [1, 2, 3]);
        ArticleFiles.Read(Path.Combine(_folder, "in")).Select(article => article.Id).ShouldBe(["a.txt", "b.html"]);
    }

    [Fact]
    public void A_users_phrases_are_added_to_the_built_in_ones()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "phrases"));
        Write("phrases/newsletter.txt", "# ours\njoin the harbour club\n"u8.ToArray());
        var phrases = new LinePhrases(PhraseLists.With(Path.Combine(_folder, "phrases")));
        var text = $"{Pages.First}\nJoin the harbour club today\n{Pages.Third}";
        TextLines.Classify(text, phrases: phrases)[1].Class.ShouldBe(BlockClass.Newsletter);
        TextLines.Classify(text)[1].Class.ShouldNotBe(BlockClass.Newsletter);
        Write("phrases/sonnets.txt", "x"u8.ToArray());
        Should.Throw<InputException>(() => PhraseLists.With(Path.Combine(_folder, "phrases"))).Message.ShouldContain("there is no list of this name");
    }

    private static Article Single(string path) => ArticleFiles.Read(path).Single();

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Packed(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return memory.ToArray();
    }

    private static string Answer(string html) => $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}";

    private static string Chunked(string html) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{Encoding.UTF8.GetByteCount(html):x}\r\n{html}\r\n0\r\n\r\n";

    [Fact]
    public void A_picture_called_a_page_is_no_article()
    {
        var path = Path.Combine(_folder, "picture.html");
        File.WriteAllBytes(path, [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))]);
        Should.Throw<InputException>(() => ArticleFiles.Read(path)).Message.ShouldBe("picture.html is not a text: its bytes are those of a picture, a program or a damaged file. Save the page as HTML or as text.");
    }

    private static string Record(string url, string answer) =>
        $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-04T12:00:00Z\r\nContent-Length: {Encoding.UTF8.GetByteCount(answer)}\r\n\r\n{answer}\r\n\r\n";
}
