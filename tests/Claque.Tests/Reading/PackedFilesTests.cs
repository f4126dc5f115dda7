using System.IO.Compression;
using System.Text;

namespace Claque.Tests.Reading;

public class PackedFilesTests
{
    private const string Posts = "account,time,text\nann,2024-01-31 12:00:00,hello\n";

    [Fact]
    public void The_only_file_of_posts_in_a_ZIP_archive_is_read()
    {
        var read = Reading.Of(Zip(("export/posts.csv", Posts), ("readme.pdf", "x"), ("__MACOSX/export/._posts.csv", "x"), (".hidden.csv", "x")), name: "posts.zip");
        (read.Only.Text, read.Compressed).ShouldBe(("hello", true));
    }

    [Fact]
    public void An_archive_with_several_files_names_them() =>
        Reading.Refused(() => Reading.Of(Zip(("a.csv", Posts), ("b.json", "[]")), name: "posts.zip"))
            .ShouldBe("posts.zip is a ZIP archive with 2 files: a.csv, b.json. Unpack it and give the files, all at once if you like.");

    [Fact]
    public void An_archive_without_posts_says_so() =>
        Reading.Refused(() => Reading.Of(Zip(("page.html", "<p>")), name: "pages.zip")).ShouldStartWith("pages.zip is a ZIP archive with no table and no JSON.");

    [Fact]
    public void An_archive_that_was_cut_off_says_so()
    {
        var whole = Zip(("posts.csv", Posts));
        Reading.Refused(() => Reading.Of(whole[..(whole.Length / 2)], name: "posts.zip")).ShouldContain("cut off or damaged");
    }

    [Fact]
    public void The_first_sheet_of_a_workbook_is_a_table()
    {
        var read = Reading.Of(Workbook(), name: "posts.xlsx");
        read.Posts.Select(post => (post.Account, post.Time, post.Text, post.Id)).ShouldBe(
        [
            ("ann", "2024-01-31T12:00:05", "a comma, a \"quotation\"\nand a line", "1500000000000000001"),
            ("bob", "2024-01-31T12:00:06", "", "7"),
        ]);
        (read.Compressed, read.Notes[0]).ShouldBe((true, "Of 2 sheets the first with anything in it is read: 'Posts'."));
    }

    [Fact]
    public void A_long_number_in_a_workbook_has_lost_digits_and_is_no_id()
    {
        var read = Reading.Of(Workbook(), name: "posts.xlsx");
        read.Rejects.Single().Reason.ShouldContain("1.50000000000000E+018");
    }

    [Fact]
    public void A_broken_workbook_says_what_to_do() =>
        Reading.Refused(() => Reading.Of(Zip(("xl/workbook.xml", "<no")), name: "posts.xlsx")).ShouldEndWith("Save the sheet as CSV (UTF-8).");

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A workbook as Excel writes it: days are numbers with a format; its second sheet is not read.</summary>
    private static byte[] Workbook()
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        string Text(string text) => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";
        string Number(string number, int style = 0) => $"<c s=\"{style}\"><v>{number}</v></c>";
        var rows = string.Concat(((string[])
        [
            Text("post_id") + Text("account") + Text("time") + Text("text"),
            Text("1500000000000000001") + Text("ann") + Number("45322.5000578704", 1) + Text("a comma, a &quot;quotation&quot;&#10;and a line"),
            Number("7") + Text("bob") + Number("45322.5000694444", 1) + Text(""),
            Number("1.5E+18") + Text("cid") + Number("45322.5000694444", 1) + Text("gone"),
        ]).Select(row => $"<row>{row}</row>"));
        return Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"Posts\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Notes\" sheetId=\"2\" r:id=\"r3\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"),
            ("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{main}\"><sheetData><row>{Text("nothing to read")}</row></sheetData></worksheet>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"));
    }
}
