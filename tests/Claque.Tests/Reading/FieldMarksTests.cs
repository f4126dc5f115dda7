using Claque.Reading.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Reading;

public class FieldMarksTests
{
    [Fact]
    public void Every_width_of_vector_finds_the_same_signs() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20240131, 11),
        Prop.ForAll(Gen.Elements((byte)',', (byte)'\n', (byte)'a', (byte)0, (byte)0xFF, (byte)'"').ArrayOf(64).ToArbitrary(), bytes =>
        {
            var plain = FieldMarks.ByByte(ref bytes[0], (byte)',', (byte)'\n');
            for (var i = 0; i < 64; i++) ((plain >> i) & 1).ShouldBe(bytes[i] is (byte)',' or (byte)'\n' ? 1UL : 0UL);
            FieldMarks.By128(ref bytes[0], (byte)',', (byte)'\n').ShouldBe(plain);
            FieldMarks.By256(ref bytes[0], (byte)',', (byte)'\n').ShouldBe(plain);
            FieldMarks.By512(ref bytes[0], (byte)',', (byte)'\n').ShouldBe(plain);
        }));

    [Fact]
    public void Signs_come_in_order_from_any_place_on_and_none_behind_the_end() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20240131, 13),
        Prop.ForAll(
            (from text in Gen.Elements((byte)',', (byte)'\n', (byte)'a', (byte)'b', (byte)'c').ListOf(300)
             from start in Gen.Choose(0, 300)
             select (Text: text.ToArray(), Start: start)).ToArbitrary(),
            x =>
            {
                var bytes = new byte[x.Text.Length + FieldMarks.Slack];
                bytes.AsSpan().Fill((byte)',');
                x.Text.CopyTo(bytes, 0);
                var found = new List<int>();
                var marks = new FieldMarks(bytes, 0, x.Text.Length, (byte)',', (byte)'\n');
                marks.Next();
                marks.Seek(x.Start);
                for (var mark = marks.Next(); mark >= 0; mark = marks.Next()) found.Add(mark);
                found.ShouldBe(Enumerable.Range(0, x.Text.Length).Where(i => i >= x.Start && x.Text[i] is (byte)',' or (byte)'\n' && i >= x.Start));
            }));

    [Fact]
    public void A_quotation_mark_is_found_wherever_it_stands_and_the_signs_before_it_are_passed_over() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20240131, 17),
        Prop.ForAll(
            (from text in Gen.Elements("\",\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"u8.ToArray()).ListOf(300)
             from start in Gen.Choose(0, 300)
             select (Text: text.ToArray(), Start: Math.Min(start, text.Count))).ToArbitrary(),
            x =>
            {
                var bytes = new byte[x.Text.Length + FieldMarks.Slack];
                bytes.AsSpan().Fill((byte)'"');
                x.Text.CopyTo(bytes, 0);
                var marks = new FieldMarks(bytes, 0, x.Text.Length, (byte)',', (byte)'\n');
                marks.Seek(x.Start);
                var (from, passed) = (x.Start, false);
                var quote = marks.NextQuote(from, ref passed);
                quote.ShouldBe(Array.IndexOf(x.Text, (byte)'"', from));
                if (quote < 0) return;
                passed.ShouldBe(x.Text.AsSpan(from, quote - from).ContainsAny((byte)',', (byte)'\n'));
                var next = x.Text.AsSpan(quote).IndexOfAny((byte)',', (byte)'\n');
                marks.Next().ShouldBe(next < 0 ? -1 : quote + next);
            }));
}
