using System.Text;
using Claque.Reading.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Reading;

public class CsvReaderTests
{
    private static readonly TableCut Comma = new((byte)',', (byte)'\n', Windows1252: false, RowsBefore: 0, Quoting: true);

    [Fact]
    public void Any_text_is_cut_into_the_same_rows_whatever_the_size_of_the_blocks()
    {
        var sign = Gen.Elements("a", "b", ",", ",", "\"", "\"", "\n", "\n", "\r\n", "\r", "é", "x y", "\"\"");
        var cases =
            from signs in sign.ListOf()
            from block in Gen.Choose(1, 9)
            select (Text: string.Concat(signs), Block: block);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20240131, 7),
            Prop.ForAll(cases.ToArbitrary(), x => Fast(x.Text, x.Block).ShouldBe(Plain(x.Text), $"{x.Text} in blocks of {x.Block}")));
    }

    [Fact]
    public void Fields_that_are_longer_than_what_is_looked_at_in_one_go_are_cut_into_the_same_rows()
    {
        var sign = Gen.Elements("\"", "\"", ",", "\n", "\r\n", "\"\"", "\",\"", "\"\n\"", new string('x', 29), new string('y', 61), new string('z', 64), new string(',', 62));
        var cases =
            from signs in sign.ListOf()
            from block in Gen.Elements(50, 64, 65, 128, 4096)
            select (Text: string.Concat(signs), Block: block);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20261130, 7),
            Prop.ForAll(cases.ToArbitrary(), x => Fast(x.Text, x.Block).ShouldBe(Plain(x.Text), $"{x.Text} in blocks of {x.Block}")));
    }

    [Fact]
    public void Quoted_fields_hold_delimiters_line_breaks_and_doubled_quotation_marks() =>
        Fast("a,\"b,\n\"\"c\"\"\",d\n", 4).ShouldBe(["1: a|b,\n\"c\"|d"]);

    [Fact]
    public void Rows_are_numbered_by_their_first_line() =>
        Fast("a,\"1\n2\n3\"\n\nb,c\n", 4).ShouldBe(["1: a|1\n2\n3", "5: b|c"]);

    [Fact]
    public void A_quotation_mark_inside_a_field_is_an_ordinary_sign() =>
        Fast("5\" nails,a \"b\" c\n", 4).ShouldBe(["1: 5\" nails|a \"b\" c"]);

    [Fact]
    public void What_follows_a_closing_quotation_mark_belongs_to_the_field() =>
        Fast("\"a\"\"b\"c\"d,e\n", 4).ShouldBe(["1: a\"bc\"d|e"]);

    [Fact]
    public void A_quotation_mark_that_is_never_closed_costs_one_line_and_no_more() =>
        Fast("a,b\nc,\"d\ne,f\n", 4).ShouldBe(["1: a|b", "2: OpenQuote c,\"d", "3: e|f"]);

    [Fact]
    public void A_row_above_the_limit_is_passed_over_and_the_next_is_read()
    {
        var text = "a,b\n" + new string('x', 500) + ",y\nc,d\n";
        Fast(text, 8, most: 64).ShouldBe(["1: a|b", "2: TooLong " + new string('x', 64), "3: c|d"]);
    }

    [Fact]
    public void A_quotation_mark_open_for_longer_than_the_limit_costs_one_line()
    {
        var text = "a,\"b\n" + string.Concat(Enumerable.Repeat("c,d\n", 100));
        var rows = Fast(text, 8, most: 64);
        rows[0].ShouldBe("1: OpenQuote a,\"b");
        rows.Count.ShouldBe(101);
        rows[^1].ShouldBe("101: c|d");
    }

    [Fact]
    public void Tables_of_old_Macs_end_their_rows_with_a_carriage_return()
    {
        var reader = new CsvReader(new MemoryStream("a,b\rc,d\r"u8.ToArray()), Comma with { LineEnd = (byte)'\r' }, blockBytes: 4);
        Rows(reader).ShouldBe(["1: a|b", "2: c|d"]);
    }

    [Fact]
    public void A_row_that_is_not_UTF8_is_read_as_Windows_1252()
    {
        byte[] bytes = [.. "caf\u00e9,ok\n"u8, .. "caf"u8, 0xE9, .. ",\"\"\"a\"\""u8, 0x80, .. "\"\n"u8];
        var reader = new CsvReader(new MemoryStream(bytes), Comma, blockBytes: 4);
        Rows(reader).ShouldBe(["1: café|ok", "2: café|\"a\"€"]);
    }

    private static List<string> Fast(string text, int block, int most = 1 << 20) =>
        Rows(new CsvReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), Comma, block, most));

    private static List<string> Rows(CsvReader reader)
    {
        var rows = new List<string>();
        for (var step = reader.Next(); step != CsvStep.End; step = reader.Next())
        {
            var fields = Enumerable.Range(0, reader.Count).Select(i => Encoding.UTF8.GetString(reader[i]));
            rows.Add($"{reader.Line}: " + (step == CsvStep.Row ? string.Join('|', fields) : $"{step} {Encoding.UTF8.GetString(reader.Raw)}"));
        }

        return rows;
    }

    /// <summary>The rules sign by sign.</summary>
    private static List<string> Plain(string text)
    {
        var (rows, at, line) = (new List<string>(), 0, 1);
        while (at < text.Length)
        {
            var (fields, field, quotedFirst) = (new List<string>(), new StringBuilder(), false);
            var (start, startLine, inQuotes, fieldStart, done) = (at, line, false, true, false);
            while (!done)
            {
                if (at == text.Length)
                {
                    if (inQuotes) break;
                    EndRow(field);
                    done = true;
                }
                else if (inQuotes)
                {
                    if (text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"') { field.Append('"'); at += 2; }
                    else if (text[at] == '"') { inQuotes = false; field.Append('\0'); at++; }
                    else { if (text[at] == '\n') line++; field.Append(text[at++]); }
                }
                else if (fieldStart && text[at] == '"') { inQuotes = true; fieldStart = false; quotedFirst |= fields.Count == 0; at++; }
                else if (text[at] == ',') { fields.Add(Clean(field)); field.Clear(); fieldStart = true; at++; }
                else if (text[at] == '\n') { EndRow(field); line++; at++; done = true; }
                else { field.Append(text[at++]); fieldStart = false; }
            }

            if (!done)
            {
                var end = text.IndexOf('\n', start);
                rows.Add($"{startLine}: OpenQuote {(end < 0 ? text[start..] : text[start..end])}");
                (at, line) = (end < 0 ? text.Length : end + 1, startLine + 1);
                continue;
            }

            if (fields is [""] && !quotedFirst) continue;
            rows.Add($"{startLine}: {string.Join('|', fields)}");

            // A carriage return before the end of the row is no part of it, unless it stands inside quotation marks.
            void EndRow(StringBuilder last)
            {
                if (last.Length > 0 && last[^1] == '\r') last.Length--;
                fields.Add(Clean(last));
            }
        }

        return rows;
    }

    private static string Clean(StringBuilder field) => field.ToString().Replace("\0", "", StringComparison.Ordinal);
}
