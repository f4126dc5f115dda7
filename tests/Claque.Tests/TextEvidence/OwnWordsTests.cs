using System.Text;
using Claque.TextEvidence;

namespace Claque.Tests.TextEvidence;

public sealed class OwnWordsTests
{
    [Theory]
    [InlineData("He said \"the old mill is for sale\" and left for good", "he said and left for good")]
    [InlineData("He said “the old mill is for sale” and left", "he said and left")]
    [InlineData("Sie sagte „die alte Mühle wird verkauft“ und ging", "sie sagte und ging")]
    [InlineData("Она сказала «старая мельница снова продаётся» и ушла", "она сказала и ушла")]
    [InlineData("Hun sagde »den gamle mølle er solgt« og gik", "hun sagde og gik")]
    [InlineData("市長は「古い水車小屋を売る」と言った", "市長は と言った")]
    [InlineData("He said &quot;the old mill is for sale&quot; and left", "he said and left")]
    [InlineData("He said 'the old mill is for sale' and left", "he said and left")]
    public void Quoted_words_are_not_ones_own(string text, string own) => Own(text).ShouldBe(own);

    [Theory]
    [InlineData("The \"free\" ferry now costs five crowns a ride", "the free ferry now costs five crowns a ride")]
    [InlineData("«Radio Norrowick» plays nothing but waltzes today", "radio norrowick plays nothing but waltzes today")]
    public void A_name_or_a_word_in_quotation_marks_stays(string text, string own) => Own(text).ShouldBe(own);

    [Theory]
    [InlineData("The dogs' bowl and the cats' basket don't match")]
    [InlineData("A 5\" pipe fits, a 6\" pipe does not fit here")]
    [InlineData("Rock 'n' roll is here to stay, isn't it")]
    public void Apostrophes_and_inches_quote_nothing(string text) => Read(text).Words.ShouldBe(Read(text).AllWords);

    [Fact]
    public void A_quotation_that_is_never_closed_goes_to_the_end() =>
        Own("As he put it: \"the old mill is for sale to whoever").ShouldBe("as he put it");

    [Theory]
    [InlineData("So true! RT @ann: the ferry is late again today", "so true")]
    [InlineData("Look at this MT @ann the ferry is late again", "look at this")]
    public void What_is_passed_on_is_not_ones_own(string text, string own) => Own(text).ShouldBe(own);

    [Fact]
    public void A_word_that_only_ends_in_RT_passes_nothing_on() =>
        Own("Modern ART @ann is on view in the old mill").ShouldBe("modern art is on view in the old mill");

    [Fact]
    public void Single_marks_around_a_whole_text_are_the_exports() =>
        Own("'@ann the ferry is late again today, isn't it'").ShouldBe("the ferry is late again today isnt it");

    [Fact]
    public void Marks_around_a_whole_post_of_somebody_else_are_a_quotation() =>
        Own("'@ann: the ferry is late again today'").ShouldBe("");

    [Theory]
    [InlineData("Ferry late again https://norrowick.example/a via @norrowick", true)]
    [InlineData("Ferry late again (via @norrowick) https://norrowick.example/a #ferry", true)]
    [InlineData("We went via @norrowick and then by train", false)]
    [InlineData("Thanks @norrowick for the ride", false)]
    public void A_text_that_ends_in_via_and_a_handle_comes_from_a_button(string text, bool says) => Read(text).SaysVia.ShouldBe(says);

    [Fact]
    public void In_scripts_without_spaces_two_characters_count_as_a_word() => Read("今日は風が強いですね").Words.ShouldBe(5);

    private static OwnWords Read(string text)
    {
        var own = new OwnWords();
        own.Read(Encoding.UTF8.GetBytes(text));
        return own;
    }

    private static string Own(string text) => Encoding.UTF8.GetString(new OwnWords().Read(Encoding.UTF8.GetBytes(text)));
}
