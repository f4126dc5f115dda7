using Claque.Personas.Hands;

namespace Claque.Tests.Personas;

public sealed class HandsTests
{
    private const string One = "The harbour council said on Monday that the ferry will sail again from the old quay.";
    private const string Two = "The harbour council said on Monday that the ferry will sail. It had been laid up since the spring for repairs.";

    [Fact]
    public void News_in_many_paragraphs_of_one_sentence_gets_no_answer_and_a_reason()
    {
        var answer = Answer([.. Enumerable.Repeat(One, 6), .. Enumerable.Repeat(Two, 5)]);
        answer.Changes.ShouldAllBe(change => change == null);
        answer.Reason.ShouldNotBeNull().ShouldContain("6 of 11 paragraphs are single sentences");
    }

    [Fact]
    public void Fewer_paragraphs_or_longer_ones_are_answered()
    {
        Answer([.. Enumerable.Repeat(One, 9)]).Reason.ShouldBeNull();
        Answer([.. Enumerable.Repeat(One, 4), .. Enumerable.Repeat(Two, 6)]).Reason.ShouldBeNull();
    }

    [Fact]
    public void Another_language_than_English_gets_no_answer_and_a_reason() =>
        Answer(["Der Rat des Hafens hat gestern beschlossen, die Fähre wieder fahren zu lassen.", "Das Schiff lag seit dem Frühjahr still."]).Reason.ShouldNotBeNull().ShouldContain("English");

    [Fact]
    public void Each_break_of_an_answered_text_says_what_speaks_for_a_change_and_then_what_against()
    {
        var answer = Answer([Two, Two.Replace("the ferry", "a barge"), "i dont think so!! " + Two.ToLowerInvariant()]);
        answer.Signs.Count.ShouldBe(2);
        foreach (var signs in answer.Signs)
        {
            var (fors, against) = (signs.Where(sign => sign.Weight > 0).ToList(), signs.Where(sign => sign.Weight < 0).ToList());
            signs.ShouldBe([.. fors.OrderByDescending(sign => sign.Weight), .. against.OrderBy(sign => sign.Weight)]);
            fors.Count.ShouldBeInRange(1, 3);
            against.Count.ShouldBeInRange(1, 3);
        }

        answer.Signs.SelectMany(signs => signs).Where(sign => sign.IsHigh is null).ShouldAllBe(sign => StyleChanges.Measured.Contains(sign.Feature));
        Answer([.. Enumerable.Repeat(One, 6), .. Enumerable.Repeat(Two, 5)]).Signs.ShouldBeEmpty();
    }

    [Fact]
    public void Work_that_is_cancelled_ends() =>
        Should.Throw<OperationCanceledException>(() => StyleChanges.Of([new HandsText("1", [One, Two])], HandsOptions.Default, new CancellationToken(canceled: true)));

    private static HandsAnswer Answer(IReadOnlyList<string> paragraphs) => StyleChanges.Of([new HandsText("1", paragraphs)], HandsOptions.Default).Answers[0];
}
