using Claque.Text.Prose;

namespace Claque.Tests.Text.Prose;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("They don't know ex-members.", "They|don't|know|ex-members|.")]
    [InlineData("In the U.S. it cost $3,000 (2.5%)...", "In|the|U.S.|it|cost|$|3,000|(|2.5|%|)|...")]
    [InlineData("``Yes,'' she said at 5 p.m. on the 13th", "``|Yes|,|''|she|said|at|5|p.m.|on|the|13th")]
    [InlineData("the end.Next day", "the|end|.|Next|day")]
    [InlineData("他说“好”。", "他|说|“|好|”|。")]
    [InlineData("سازمان 3٬000 نفر", "سازمان|3٬000|نفر")]
    [InlineData("zero\u200Bwidth \uFEFFmark", "zero\u200Bwidth|mark")]
    public void A_text_is_cut_into_words_numbers_and_signs(string text, string expected) =>
        string.Join('|', Tokens.Of(text).Select(token => token.In(text).ToString())).ShouldBe(expected);

    [Theory]
    [InlineData("One. Two? Three!", "One.|Two?|Three!")]
    [InlineData("“Why?” he asked. “No.” She left.", "“Why?” he asked.|“No.”|She left.")]
    [InlineData("Dr. Ada Orr of St. Bela met J. P. Lund. He sat.", "Dr. Ada Orr of St. Bela met J. P. Lund.|He sat.")]
    [InlineData("She left the U.S. in May. It rained.", "She left the U.S. in May.|It rained.")]
    [InlineData("It was 3.5 metres. 40 came.", "It was 3.5 metres.|40 came.")]
    [InlineData("他走了。她来了。", "他走了。|她来了。")]
    [InlineData("A line\nA second", "A line|A second")]
    public void A_sentence_ends_where_a_reader_would_end_it(string text, string expected) =>
        string.Join('|', Document.Of(text).Sentences.Select(span => span.In(text).ToString())).ShouldBe(expected);

    [Theory]
    [InlineData("He said “one ‘two’ three” and left", "one ‘two’ three|two")]
    [InlineData("„Ja“, sagte sie. «Non», dit-il. »Gut«.", "Ja|Non|Gut")]
    [InlineData("\"Straight\" and ''typed'' and ``tex''", "Straight|typed|tex")]
    [InlineData("The boys' room, 'tis said, wasn't theirs", "")]
    [InlineData("She called it ‘a camp’ in the Wardens’ yard", "a camp")]
    [InlineData("a 6\" pipe and no more", "")]
    [InlineData("「はい」と言った", "はい")]
    public void What_stands_between_quotation_marks_is_found(string text, string expected) =>
        string.Join('|', Document.Of(text).Quotations.Select(quotation => quotation.Inner.In(text).ToString())).ShouldBe(expected);

    [Fact]
    public void A_quotation_that_is_not_closed_goes_on_when_the_next_paragraph_opens_with_a_mark()
    {
        var quotations = Document.Of("“We saw it.\n“Then we left,” she said.").Quotations;
        quotations.Select(one => (one.IsClosed, one.Continues)).ShouldBe([(false, false), (true, true)]);
    }

    [Fact]
    public void Lines_wrapped_to_a_width_are_one_paragraph_until_a_blank_line()
    {
        const string Text = "The council of the island met on Monday and\nheard for three hours what the harbour had\ncost since the flood of the year before, and\nwho had paid.\n\nIt adjourned.";
        Document.Of(Text).Paragraphs.Count.ShouldBe(2);
        Document.Of("Heading\n\nOne line here.\nAnother line there.").Paragraphs.Count.ShouldBe(3);
    }

    [Fact]
    public void Short_lines_are_paragraphs_however_many_breaks_stand_between_them()
    {
        var random = new Random(7);
        string[] pieces = ["a", "b c", " ", "\n", "\n", "\r\n", "\r", "\u2028", "\f"];
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            Paragraphs.Of(text).Select(span => span.In(text).ToString())
                .ShouldBe(text.Split('\n', '\r', '\u2028', '\f').Select(line => line.Trim()).Where(line => line.Length > 0), text);
        }
    }

    [Theory]
    [InlineData("\n\n\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("\n \n")]
    [InlineData("\r\r")]
    public void A_blank_line_parts_wrapped_lines_however_it_is_written(string blank)
    {
        var text = "The council of the island met on Monday and\nheard for three hours what the harbour had\ncost since the flood of the year before, and\nwho had paid." + blank + "It adjourned for the night and\nwent home." + blank;
        Paragraphs.Of(text).Count.ShouldBe(2);
    }

    [Fact]
    public void Every_visible_character_is_in_exactly_one_token()
    {
        var random = new Random(5);
        const string Letters = "ab Z.’'\"“”‘,-3\n!?é中😀\u0301\u200D";
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => Letters[random.Next(Letters.Length)]));
            var document = Document.Of(text);
            var covered = new int[text.Length];
            foreach (var token in document.Tokens)
                for (var i = token.Start; i < token.End; i++) covered[i]++;
            for (var i = 0; i < text.Length; i++)
                covered[i].ShouldBe(char.IsWhiteSpace(text[i]) ? 0 : covered[i] is 0 && text[i] == '\u200D' ? 0 : 1, $"{text} at {i}");
            document.Sentences.ShouldAllBe(span => document.Paragraphs.Any(paragraph => paragraph.Contains(span)));
            document.Quotations.ShouldAllBe(quotation => quotation.Span.Contains(quotation.Inner));
        }
    }
}
