using System.Text;
using Claque.Reading;
using Claque.Reading.Times;

namespace Claque.Tests.Reading;

public class SpreadsheetTests
{
    private const string Preamble = "Report:,Bulk mentions\nFrom:,2022-03-01\nTo:,2022-03-31\n\n";
    private const string Mentions = "Query,Date,Url,Author,Full Text\nq,2022-03-05 06:47,http://twitter.com/ann/statuses/1500000000000000001,ann,The bridge\nq,2022-03-05 06:47,https://x.com/bob/status/1500000000000000002,bob,The bridge\nq,2022-03-05 06:47,https://mobile.twitter.com/cid/status/1500000000000000003?s=20,cid,The ferry\nq,2022-03-05 09:00,https://blog.example/a,dee,On ferries\n";

    [Fact]
    public void What_a_program_says_above_the_header_is_passed_over()
    {
        var read = Reading.Of(Preamble + Mentions);
        read.Posts.Select(post => post.Account).ShouldBe(["ann", "bob", "cid", "dee"]);
        read.Posts[0].Line.ShouldBe(6);
        read.Notes.ShouldContain("The header is row 4; what stands above it was passed over.");
    }

    [Fact]
    public void Empty_fields_that_a_spreadsheet_puts_behind_short_rows_hide_no_header()
    {
        var read = Reading.Of("Beobachtung Hafen;;;\nMai 2025;;;\nNr.;Benutzername;Datum;Beitragstext\n1;ann;05.05.2025 12:00;Die Möwe am Kai\n");
        read.Only.Account.ShouldBe("ann");
        read.Only.Text.ShouldBe("Die Möwe am Kai");
    }

    [Fact]
    public void A_table_in_which_nothing_can_be_compared_says_so_and_which_columns_are_left() =>
        Reading.Of("account,time,Wortlaut\nann,2024-01-31 12:00:00,hello\n").Notes.ShouldContain(
            "No column was recognised that holds texts, links or anything else that accounts can share: nothing in this file can be compared. "
            + "If one of these does, name it, as in --map text=COLUMN: Wortlaut.");

    [Fact]
    public void A_table_with_links_alone_can_be_compared() =>
        Reading.Of("account,time,link\nann,2024-01-31 12:00:00,https://a.example/x\n").Notes.ShouldNotContain(note => note.Contains("can be compared"));

    [Fact]
    public void A_table_with_its_header_on_top_has_nothing_above_it()
    {
        var read = Reading.Of("account,time,text\nann,2024-01-31 12:00:00,hello\nuser,date,a header further down\n");
        read.Posts.Length.ShouldBe(1);
        read.Notes.ShouldNotContain(note => note.Contains("above"));
    }

    [Fact]
    public void Ids_and_times_are_taken_out_of_addresses_of_X_where_no_column_has_ids()
    {
        var read = Reading.Of(Mentions);
        read.Posts.Select(post => (post.Id, post.Platform, post.TimeFromId, post.Precision)).ShouldBe(
        [
            ("1500000000000000001", "x", true, TimePrecision.Millisecond), ("1500000000000000002", "x", true, TimePrecision.Millisecond),
            ("1500000000000000003", "x", true, TimePrecision.Millisecond), ("", "", false, TimePrecision.Minute),
        ]);
        read.Notes.ShouldContain("'Url' holds addresses of posts on X: their ids are taken from these, and their times, to the millisecond, from the ids.");
    }

    [Fact]
    public void Addresses_whose_ids_contradict_the_times_give_none() =>
        Reading.Of(Mentions.Replace("2022-03-05 06:47", "2024-03-05 06:47", StringComparison.Ordinal)).Posts.ShouldAllBe(post => post.Id == "");

    [Theory]
    [InlineData("https://x.com/ann/status/17", "17")]
    [InlineData("twitter.com/ann/statuses/17/photo/1", "17")]
    [InlineData("https://WWW.Twitter.com/i/web/status/17?s=20", "17")]
    [InlineData("https://nottwitter.com/ann/status/17", "")]
    [InlineData("https://x.com/statuswatch/status/17", "17")]
    [InlineData("https://x.com/ann", "")]
    [InlineData("https://blog.example/x.com/status/17", "")]
    public void An_address_of_a_post_on_X_holds_its_id(string address, string id) =>
        Encoding.UTF8.GetString(XAddress.IdOf(Encoding.UTF8.GetBytes(address))).ShouldBe(id);

    [Theory]
    [InlineData("Benutzer;Zeitpunkt;Text;Link")]
    [InlineData("Auteur;Date;Contenu;Lien")]
    [InlineData("Usuario;Fecha;Texto;Enlace")]
    [InlineData("Пользователь;Дата;Текст;Ссылка")]
    [InlineData("Kullanıcı;Tarih;Metin;Bağlantı")]
    [InlineData("المستخدم;التاريخ;النص;الرابط")]
    [InlineData("کاربر;تاریخ;متن;لینک")]
    [InlineData("用户;发布时间;内容;链接")]
    public void Columns_are_recognised_by_their_usual_names_in_other_languages(string header)
    {
        var post = Reading.Of($"{header}\nann;2024-01-31 12:00:00;hello there;https://news.example/a\n").Only;
        (post.Account, post.Time, post.Text, post[PostList.Links].Single()).ShouldBe(("ann", "2024-01-31T12:00:00", "hello there", "https://news.example/a"));
    }

    [Theory]
    [InlineData("31.01.2024", "12:00:05")]
    [InlineData("31/01/2024 00:00:00", "12:00:05")]
    [InlineData("2024-01-31", " 12:00:05 ")]
    public void A_day_and_a_time_of_day_in_two_columns_are_one_time(string day, string clock)
    {
        var read = Reading.Of($"Auteur;Date;Heure;Message\nann;{day};{clock};bonjour\n");
        (read.Only.Time, read.Only.Precision).ShouldBe(("2024-01-31T12:00:05", TimePrecision.Second));
        read.Mapping.ShouldContain(KeyValuePair.Create("clock", "Heure"));
    }

    [Fact]
    public void A_whole_time_needs_no_time_of_day_from_elsewhere() =>
        Reading.Of("author,date,hour,text\nann,2024-01-31 12:00:00,09:30,hello\n").Only.Time.ShouldBe("2024-01-31T12:00:00");

    [Fact]
    public void The_user_may_name_the_column_of_the_time_of_day()
    {
        var options = new ReadOptions { Map = [new("account", "a"), new("time", "d"), new("clock", "t")] };
        Reading.Of("a,d,t\nann,2024-01-31,12:00:05\n", options).Only.Time.ShouldBe("2024-01-31T12:00:05");
        Reading.Of("""{"a":"ann","d":"2024-01-31","t":"12:00:05"}""", options).Only.Time.ShouldBe("2024-01-31T12:00:05");
    }
}
