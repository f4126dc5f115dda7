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

    [Theory]
    [InlineData(10, 12)] // LZMA
    [InlineData(10, 99)] // encrypted by other means
    [InlineData(8, 1)] // with a password
    [InlineData(42, 77)] // not where the list says
    public void An_archive_that_cannot_be_unpacked_here_is_refused_in_words(int field, byte value)
    {
        var bytes = Zip(("posts.csv", Posts));
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + field] = value;
        Reading.Refused(() => Reading.Of(bytes, name: "posts.zip")).ShouldStartWith("posts.zip is a ZIP archive that ");
    }

    [Fact]
    public void An_archive_whose_list_of_files_is_faulty_is_refused_in_words()
    {
        var bytes = Zip(("posts.csv", Posts));
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8)] = 0;
        Reading.Refused(() => Reading.Of(bytes, name: "posts.zip")).ShouldContain("cut off or damaged");
    }

    [Theory]
    [InlineData(14)] // the check sum
    [InlineData(22)] // the length
    public void An_archive_that_unpacks_to_something_else_says_so_behind_what_was_read(int field)
    {
        var bytes = Zip(("posts.csv", Posts));
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + field + 2] ^= 1;
        Reading.Of(bytes, name: "posts.zip").Broken.ShouldNotBeNull().ShouldStartWith("posts.zip: the ZIP archive is damaged.");
    }

    [Fact]
    public void The_check_sum_of_an_archive_is_the_one_that_others_reckon()
    {
        var sum = new Claque.Reading.Bytes.Crc32();
        sum.Add("123456789"u8);
        sum.Sum.ShouldBe(0xCBF43926u);
        sum.Add("0123456789abcdef"u8);
        sum.Sum.ShouldBe(0x1C218CB7u);
    }

    [Fact]
    public void Rows_that_only_have_a_form_are_no_rows()
    {
        var empty = string.Concat(Enumerable.Repeat("<row><c s=\"1\"/><c/></row>", 3));
        var read = Reading.Of(Workbook(Header + Row(Text("ann"), Number("45322.5", 1), Text("hello")) + empty + Row(Text("bob"), "<c/>", Text("no time")) + empty), name: "posts.xlsx");
        (read.Only.Text, read.Rejects.Single().Line).ShouldBe(("hello", 6));
    }

    [Fact]
    public void A_sheet_that_goes_on_beyond_the_last_row_of_Excel_breaks_off() =>
        Reading.Of(Workbook(Header + Row(Text("ann"), Number("45322.5", 1), Text("hello")) + "<row r=\"99000000\"><c><v>1</v></c></row>"), name: "posts.xlsx")
            .Broken.ShouldNotBeNull().ShouldContain("more rows than Excel can hold");

    [Fact]
    public void A_sheet_wider_than_Excel_can_hold_is_refused() =>
        Reading.Refused(() => Reading.Of(Workbook(Header + "<row><c r=\"ZZZZ2\"><v>1</v></c></row>"), name: "posts.xlsx")).ShouldContain("columns, more than Excel can hold");

    [Theory]
    [InlineData("[$-en-US]d\\-mmm\\-yyyy;@", "45322", "day", "2024-01-31T00:00:00")]
    [InlineData("d/m/yyyy &quot;hours&quot;", "45322", "day", "2024-01-31T00:00:00")]
    [InlineData("d/m/yyyy h:mm:ss", "45322", "second", "2024-01-31T00:00:00")]
    [InlineData("[$-en-US]d\\-mmm h:mm", "45322.5", "second", "2024-01-31T12:00:00")]
    public void A_day_in_a_workbook_is_a_day_whatever_language_or_words_its_form_names(string form, string number, string precision, string time)
    {
        var post = Reading.Of(Workbook(Header + Row(Text("ann"), Number(number, 2), Text("hello")), form), name: "posts.xlsx").Only;
        (post.Precision.ToString().ToLowerInvariant(), post.Time).ShouldBe((precision, time));
    }

    [Fact]
    public void A_time_of_day_in_a_workbook_is_one_in_the_form_that_the_system_prefers()
    {
        var rows = Row(Text("account"), Text("date"), Text("time")) + Row(Text("ann"), Number("45322", 1), Number("0.5", 2));
        Reading.Of(Workbook(rows, "[$-x-systime]h:mm:ss AM/PM"), name: "posts.xlsx").Only.Time.ShouldBe("2024-01-31T12:00:00");
    }

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
    private static byte[] Workbook() => Workbook(
        Row(Text("post_id"), Text("account"), Text("time"), Text("text"))
        + Row(Text("1500000000000000001"), Text("ann"), Number("45322.5000578704", 1), Text("a comma, a &quot;quotation&quot;&#10;and a line"))
        + Row(Number("7"), Text("bob"), Number("45322.5000694444", 1), Text(""))
        + Row(Number("1.5E+18"), Text("cid"), Number("45322.5000694444", 1), Text("gone")));

    private static string Header => Row(Text("account"), Text("time"), Text("text"));

    private static string Row(params string[] cells) => $"<row>{string.Concat(cells)}</row>";

    private static string Text(string text) => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    private static string Number(string number, int style = 0) => $"<c s=\"{style}\"><v>{number}</v></c>";

    /// <param name="rows">Of the first sheet.</param>
    /// <param name="form">Of numbers with style 2.</param>
    private static byte[] Workbook(string rows, string form = "0")
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"Posts\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Notes\" sheetId=\"2\" r:id=\"r3\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"{form}\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"),
            ("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{main}\"><sheetData><row>{Text("nothing to read")}</row></sheetData></worksheet>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"));
    }
}
