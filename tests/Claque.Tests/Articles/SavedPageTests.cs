using System.Text;
using Claque.Articles;
using Claque.Reading;
using Claque.Text;

namespace Claque.Tests.Articles;

/// <summary>Pages as browsers, extensions and archives save them.</summary>
public sealed class SavedPageTests : IDisposable
{
    private const string Canonical = "<link rel=\"canonical\" href=\"https://gazette.example/bridge\">";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claque-saved-");

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Page(string head = "", string begin = "", string end = "") =>
        $"<!DOCTYPE html><html>{begin}<head><title>The bridge of Elmsworth</title>{head}</head><body><nav>Home</nav><h1>The bridge of Elmsworth</h1>"
        + string.Concat(Enumerable.Range(1, 5).Select(i => $"<p>{i}. The council said on Tuesday that the bridge, closed since March, would open again — once its pillars are mended, and not before.</p>"))
        + $"</body></html>{end}";

    private Article Read(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content, new UTF8Encoding(false));
        return ArticleFiles.Read(path).ShouldHaveSingleItem();
    }

    private static string Fact(Article article, FactKind kind, string rule) => article.Facts.Single(fact => fact.Kind == kind && fact.Rule == rule).Value;

    private static string Mhtml(string page, string encoding, string location = "https://gazette.example/bridge") =>
        string.Join("\r\n",
            "From: <Saved by a browser>", "Snapshot-Content-Location: " + location, "Subject: The bridge", "Date: Tue, 30 Jan 2024 12:00:00 -0000", "MIME-Version: 1.0",
            "Content-Type: multipart/related;", "\ttype=\"text/html\";", "\tboundary=\"----B--1----\"", "", "",
            "------B--1----", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=", "",
            "------B--1----", "Content-Type: text/html; charset=\"utf-8\"", "Content-Transfer-Encoding: " + encoding, "Content-Location: " + location, "", page, "------B--1------", "");

    [Theory]
    [InlineData("quoted-printable")]
    [InlineData("base64")]
    [InlineData("8bit")]
    public void A_page_saved_in_one_file_is_read_like_the_page(string encoding)
    {
        var page = Page();
        var packed = encoding switch
        {
            "base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(page), Base64FormattingOptions.InsertLineBreaks),
            "quoted-printable" => Quoted(page),
            _ => page,
        };
        var article = Read("bridge.mhtml", Mhtml(packed, encoding));
        article.Text.ShouldBe(Read("bridge.html", page).Text);
        (article.Url, article.Title).ShouldBe(("https://gazette.example/bridge", "The bridge of Elmsworth"));
        Fact(article, FactKind.Seen, "mhtml:date").ShouldBe("2024-01-30T12:00:00Z");
    }

    private static string Quoted(string page)
    {
        var lines = new StringBuilder();
        var column = 0;
        foreach (var b in Encoding.UTF8.GetBytes(page))
        {
            var sign = b is (byte)'=' or >= 0x80 ? $"={b:X2}" : ((char)b).ToString();
            if (column + sign.Length > 75)
            {
                lines.Append("=\r\n");
                column = 0;
            }

            lines.Append(sign);
            column += sign.Length;
        }

        return lines.ToString();
    }

    [Fact]
    public void A_saved_file_without_a_page_in_it_says_so() =>
        Should.Throw<InputException>(() => Read("x.mhtml", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"))
            .Message.ShouldStartWith("x.mhtml is a saved page in one file, but no part of it is a page.");

    [Fact]
    public void A_saved_file_that_was_cut_off_gives_what_is_there()
    {
        var whole = Mhtml(Quoted(Page()), "quoted-printable");
        Read("cut.mhtml", whole[..(whole.Length - 500)]).Text.ShouldContain("1. The council said");
    }

    [Fact]
    public void A_copy_of_the_Wayback_Machine_is_of_the_page_that_it_copies()
    {
        const string archived = "<link rel=\"canonical\" href=\"https://web.archive.org/web/20240130120000/https://gazette.example/bridge\">";
        var article = Read("a.html", Page(archived));
        (article.Url, Fact(article, FactKind.Canonical, "link:canonical")).ShouldBe(("https://gazette.example/bridge", "https://gazette.example/bridge"));
        Fact(article, FactKind.Publisher, "address:host").ShouldBe("gazette.example");
        Fact(article, FactKind.Seen, "address:archive").ShouldBe("2024-01-30T12:00:00Z");

        var saved = Read("b.html", "<!-- saved from url=(0063)https://web.archive.org/web/20240130120000/https://gazette.example/bridge -->\n" + Page());
        (saved.Url, Fact(saved, FactKind.Seen, "address:archive")).ShouldBe(("https://gazette.example/bridge", "2024-01-30T12:00:00Z"));

        var remark = Read("c.html", Page(Canonical, end: "<!--\n     FILE ARCHIVED ON 12:00:00 Jan 30, 2024 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 10:00:00 Feb 05, 2024.\n-->"));
        Fact(remark, FactKind.Seen, "page:archived").ShouldBe("2024-01-30T12:00:00Z");
    }

    [Fact]
    public void A_page_that_an_extension_saved_says_when() =>
        Fact(Read("s.html", Page(begin: "<!--\n Page saved with SingleFile \n url: https://gazette.example/bridge \n saved date: Tue Jan 30 2024 12:00:00 GMT+0100 (CET)\n-->")), FactKind.Seen, "page:saved")
            .ShouldBe("2024-01-30T11:00:00Z");

    [Theory]
    [InlineData("https://web.archive.org/web/20240131120000/https://example.org/a?b=1", "https://example.org/a?b=1", "2024-01-31T12:00:00")]
    [InlineData("http://web.archive.org/web/20240131120000id_/http://example.org/", "http://example.org/", "2024-01-31T12:00:00")]
    [InlineData("https://web.archive.org/web/2024/example.org/a", "http://example.org/a", "")]
    [InlineData("https://archive.ph/2024.01.31-120000/https://example.org/a", "https://example.org/a", "2024-01-31T12:00:00")]
    public void An_archived_address_says_of_what_page_it_is_and_when_it_was_taken(string address, string original, string taken)
    {
        var archived = ArchivedAddress.Of(address).ShouldNotBeNull();
        archived.Original.ShouldBe(original);
        (archived.TakenUtc?.UtcDateTime.ToString("s") ?? "").ShouldBe(taken);
    }

    [Theory]
    [InlineData("https://archive.ph/aB3xZ")]
    [InlineData("https://web.archive.org/web/*/https://example.org/a")]
    [InlineData("https://web.archive.org/save/https://example.org/a")]
    [InlineData("https://example.org/web/20240131120000/https://example.org/a")]
    [InlineData("nothing")]
    public void Other_addresses_are_of_no_archive(string address) => ArchivedAddress.Of(address).ShouldBeNull();

    [Theory]
    [InlineData("%PDF-1.7", "is a PDF.")]
    [InlineData("bplist00", "is a web archive of Safari.")]
    [InlineData("PK\u0003\u0004", "is a ZIP archive, an e-book or a document of an office program.")]
    public void Files_in_which_no_text_is_read_say_what_to_do(string begin, string what) =>
        Should.Throw<InputException>(() => Read("a.txt", begin + " and more")).Message.ShouldContain(what);
}
