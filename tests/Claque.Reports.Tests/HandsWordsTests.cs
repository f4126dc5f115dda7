using Claque.Personas.Hands;
using Claque.Reports.Personas;

namespace Claque.Tests.Reports;

public sealed class HandsWordsTests
{
    [Fact]
    public void Everything_that_is_measured_of_a_break_has_plain_words_of_its_own()
    {
        var words = StyleChanges.Measured.Select(feature => HandsWords.Of(new BreakSign(feature, 1, null))).ToList();
        words.Distinct().Count().ShouldBe(words.Count);
        words.ShouldAllBe(word => !word.Contains("log ") && !word.StartsWith("topic"));
        HandsWords.Of(new BreakSign("difference: commas", 1, true)).ShouldBe("difference in commas: large");
        HandsWords.Of(new BreakSign("one only: long dash", 1, null)).ShouldBe("only one has long dashes");
    }

    [Fact]
    public void A_text_is_summed_up_by_its_changes_or_by_why_there_is_no_answer()
    {
        HandsWords.Sentence(new HandsAnswer("1", [false, true, null], [0.1, 0.71, 0.45])).ShouldBe("A change of style is called after paragraph 2 (0.71) of 4 (in brackets its chance). It cannot be said after 3.");
        HandsWords.Sentence(new HandsAnswer("1", [false, false], [0.1, 0.2])).ShouldContain("no proof of one hand");
        HandsWords.Sentence(new HandsAnswer("1", [null], [0.1]) { Reason = "Not English." }).ShouldBe("No answer. Not English.");
        HandsWords.Sentence(new HandsAnswer("1", [], [])).ShouldContain("one paragraph");
    }
}
