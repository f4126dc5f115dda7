using System.Text;
using Claque.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Reading;

/// <summary>Rows of which nothing needs a second look go a short way: what comes out must be what the long way makes of them, which a column of platforms enforces.</summary>
public sealed class UsualRowsTests
{
    private const string NotUtf8 = "\uffff"; // Stands for a byte that is none.
    private static readonly string[] Ids = ["1700000000000000001", "17", "p1", "post-number-one", " 170000", "1.7E+18", "1700000.0", "1700000+20000000", "", "NaN", "\"17\"\"18\""];
    private static readonly string[] Accounts = ["a000005722", "ann", "annabel lee the second", "500000000000005722", "5E+17", " ann", "null", "", "\"bob, the elder\"", "Zoé"];
    private static readonly string[] Objects = ["o000001657", "NA", "", "https://harbour.example/1", " o1", "\"x\"y"];
    private static readonly string[] Times = ["1704067200", "1704067200123", "2024-01-31T12:00:00Z", "2024-01-31 12:00:00", "2024-01-31T12:00:00.5Z", "2024-02-30T12:00:00Z", "9999999999", "631151999", "17040672x0", "", " 1704067200"];
    private static readonly string[] Texts = ["we vote at noon", "we vote at noon", "RT @ann: we vote", "", "\"said \"\"no\"\"\"", "\"we vote,\r\nat noon\"", NotUtf8 + "t\u00e9"];
    private static readonly string[] Handles = ["@ann", "ann", ""];
    private static readonly string[] Replies = ["", "0", "17000000001", "NaN"];
    private static readonly string[] Tags = ["", "vote harbour", "[]"];

    [Fact]
    public void A_row_that_needs_no_second_look_is_read_as_any_other() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20240131, 29),
        Prop.ForAll(
            (from id in Gen.Elements(Ids)
             from account in Gen.Elements(Accounts)
             from shared in Gen.Elements(Objects)
             from time in Gen.Elements(Times)
             from text in Gen.Elements(Texts)
             from handle in Gen.Elements(Handles)
             from reply in Gen.Elements(Replies)
             from tags in Gen.Elements(Tags)
             from more in Gen.Elements("", "", "", ",more")
             from end in Gen.Elements("\n", "\n", "\r\n", "\n\n")
             select $"{id},{account},{shared},{time},{text},{handle},{reply},{tags},{more}{end}").ListOf().ToArbitrary(),
            rows =>
            {
                var table = "id,account,object,time,text,handle,reply,hashtags,platform\n" + string.Concat(rows).TrimEnd('\n');
                if (rows.Count % 3 > 0) table = table.Replace(NotUtf8, "", StringComparison.Ordinal);
                Described(table, "id=id,account=account,object=object,time=time,text=text,handle=handle,reply=reply,hashtags=hashtags")
                    .ShouldBe(Described(table, "id=id,account=account,object=object,time=time,text=text,handle=handle,reply=reply,hashtags=hashtags,platform=platform"));
            }));

    private static string Described(string table, string map)
    {
        byte[] bytes = [.. table.SelectMany(sign => sign == NotUtf8[0] ? [0xE9] : Encoding.UTF8.GetBytes([sign]))];
        var read = Reading.Of(bytes, new ReadOptions { Map = ReadOptions.ParseMap(map) });
        var text = new StringBuilder();
        foreach (var post in read.Posts)
        {
            text.Append(post.Key).Append('|').Append(post.Line).Append('|').Append(post.Platform).Append('|').Append(post.Time).Append('|').Append(post.Precision).Append('|').Append(post.IsReshare);
            foreach (var (field, value) in post.Fields.OrderBy(entry => entry.Key)) text.Append('|').Append(field).Append('=').Append(value);
            foreach (var (list, values) in post.Lists.OrderBy(entry => entry.Key)) text.Append('|').Append(list).Append('=').AppendJoin(';', values);
            text.AppendLine();
        }

        foreach (var reject in read.Rejects) text.AppendLine(reject.ToString());
        return text.AppendJoin('\n', read.Notes).Append(read.Inferred).ToString();
    }
}
