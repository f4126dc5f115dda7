using Claque.Articles;
using Claque.Articles.Provenance;

namespace Claque.Tests.Articles;

/// <summary>A day that a text announces bounds when it was written.</summary>
public sealed class DatesToComeTests
{
    [Theory]
    [InlineData("The council will meet again on 14 June 2024.", "2024-06-14")]
    [InlineData("On June 14, 2024, the council will vote on the new hall.", "2024-06-14")]
    [InlineData("The new hall is scheduled to open in September 2025.", "2025-09-30")]
    [InlineData("The new hall will be paid for by 2027, the treasurer said.", "2027-12-31")]
    [InlineData("The council will vote on May 20.", "2024-05-20")]
    public void What_will_happen_on_a_day_was_written_before_it(string sentence, string expected)
    {
        var fact = Facts(sentence).Single(fact => fact.Kind == FactKind.NotAfter);
        (fact.Value, fact.Stated).ShouldBe((expected, false));
    }

    [Theory]
    [InlineData("The clerk will retire after the report that was published on 14 June 2024.")]
    [InlineData("The council would have met on 14 June 2024 if the hall had been free.")]
    [InlineData("“We will meet on 14 June 2024,” the mayor said at the gate of the hall.")]
    [InlineData("The mayor will not speak about the June 2024 election before the vote is counted.")]
    public void A_date_in_another_clause_or_mouth_bounds_nothing(string sentence) => Facts(sentence).ShouldNotContain(fact => fact.Kind == FactKind.NotAfter);

    [Fact]
    public void A_day_without_a_year_takes_that_of_the_latest_day_gone_by_where_no_publication_is_known() =>
        Facts("The pier was closed on 20 December 2023. The council will meet on January 9.", published: null).Single(fact => fact.Kind == FactKind.NotAfter).Value.ShouldBe("2024-01-09");

    private static System.Collections.Immutable.ImmutableArray<ArticleFact> Facts(string sentence, string? published = "2024-05-03") => ArticleFacts.Of(new Article
    {
        Id = "a",
        Text = $"{Pages.First}\n{sentence} {Pages.Third}",
        Published = published is null ? null : DateTimeOffset.Parse(published + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
        PublishedPrecision = Claque.Reading.TimePrecision.Day,
    });
}
