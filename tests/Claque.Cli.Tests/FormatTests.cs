using System.Text;

namespace Claque.Tests.Cli;

public sealed class FormatTests
{
    public static TheoryData<string> Names => [.. Sample.Formats.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_format_is_recognised_by_itself(string format)
    {
        using var desk = new Desk();
        var (file, text) = Sample.Formats[format];
        var seen = desk.Json("inspect", desk.Write(file, text()));
        seen.GetProperty("format").GetString().ShouldBe(format.Split(' ')[0]);
        seen.GetProperty("rows_sampled").GetInt32().ShouldBe(Sample.Posts.Count);
        seen.GetProperty("first").GetString()![..19].ShouldBe(Sample.Posts[0].Iso[..19]);
        seen.GetProperty("last").GetString()![..19].ShouldBe(Sample.Posts[^1].Iso[..19]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_every_format_the_crew_is_named_and_no_neighbour(string format)
    {
        using var desk = new Desk();
        var (file, text) = Sample.Formats[format];
        var found = desk.Json("investigate", desk.Write(file, text()), "--case", desk["harbour.claque"]);
        found.GetProperty("posts").GetInt32().ShouldBe(Sample.Posts.Count);
        Named(found).ShouldBe(Sample.Crew);
        File.ReadAllText(desk["harbour.html"]).ShouldContain("anneke");
    }

    [Theory]
    [InlineData("semicolon")]
    [InlineData("tab")]
    [InlineData("UTF-8 with BOM")]
    [InlineData("UTF-16")]
    [InlineData("UTF-16 big endian")]
    [InlineData("Windows-1252")]
    [InlineData("Windows line ends")]
    [InlineData("gzip")]
    public void A_table_with_columns_of_ones_own_is_read_however_it_was_saved(string how)
    {
        using var desk = new Desk();
        var comma = Encoding.UTF8.GetBytes(Sample.OwnTable(','));
        var bytes = how switch
        {
            "semicolon" => Encoding.UTF8.GetBytes(Sample.OwnTable(';')),
            "tab" => Encoding.UTF8.GetBytes(Sample.OwnTable('\t')),
            "UTF-8 with BOM" => [.. Encoding.UTF8.Preamble, .. comma],
            "UTF-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sample.OwnTable(','))],
            "UTF-16 big endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sample.OwnTable(','))],
            "Windows-1252" => Encoding.Latin1.GetBytes(Sample.OwnTable(';')),
            "Windows line ends" => Encoding.UTF8.GetBytes(Sample.OwnTable(',', "\r\n")),
            _ => Sample.Gzip(comma),
        };
        var found = desk.Json("investigate", desk.Write("posts.csv", bytes), "--case", desk["harbour.claque"], "--map", "account=who,time=when,text=said,link=addr");
        found.GetProperty("posts").GetInt32().ShouldBe(Sample.Posts.Count);
        Named(found).ShouldBe(Sample.Crew);
        desk.Done("show", desk["harbour.claque"], "--pair", "neighbour1,anneke");
        desk.Json("inspect", desk["posts.csv"]).GetProperty("rows")[0].GetProperty("text").GetString()!.ShouldEndWith("second line; with, signs");
        var texts = desk.Json("inspect", desk["posts.csv"]).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("text").GetString()!);
        texts.ShouldContain(text => text.Contains("\"harbour\", schön é"));
    }

    [Fact]
    public void Standard_input_is_read_as_any_file_is()
    {
        using var desk = new Desk { Input = Sample.Gzip(Encoding.UTF8.GetBytes(Sample.Shares)) };
        desk.Json("inspect", "-").GetProperty("format").GetString().ShouldBe("coortweet");
        Named(desk.Json("detect", "-")).ShouldBe(Sample.Crew);
        Named(desk.Json("investigate", "-", "--case", desk["harbour.claque"])).ShouldBe(Sample.Crew);
    }

    [Fact]
    public void A_column_of_ones_own_can_be_what_is_compared()
    {
        using var desk = new Desk();
        var file = desk.Write("pictures.csv", Sample.Table("account,time,picture_hash", p => [p.Account, p.Iso, "phash" + p.Link[^2..]]));
        var found = desk.Json("detect", file, "--object", "picture_hash", "--behaviour", "column:picture_hash", "--groups", desk["groups.json"]);
        found.GetProperty("layers")[0].GetProperty("behaviour").GetString().ShouldBe("column:picture_hash");
        Named(found).ShouldBe(Sample.Crew);
    }

    [Fact]
    public void The_list_of_formats_has_every_one_with_what_tells_it()
    {
        using var desk = new Desk();
        var listed = desk.Done("inspect", "--formats");
        foreach (var format in Sample.Formats.Keys) listed.ShouldContain(format.Split(' ')[0] + " ");
    }

    /// <summary>The accounts of the groups, by what the sample calls them.</summary>
    private static IEnumerable<string> Named(System.Text.Json.JsonElement found) => found.GetProperty("groups").EnumerateArray()
        .Where(group => group.GetProperty("tier").GetString() == "named")
        .SelectMany(group => group.GetProperty("members").EnumerateArray())
        .Select(member => member.GetProperty("account").GetString()!.Replace("did:plc:", "", StringComparison.Ordinal))
        .Select(account => account.StartsWith("user", StringComparison.Ordinal) ? account[4..] : account)
        .Order(StringComparer.Ordinal);
}
