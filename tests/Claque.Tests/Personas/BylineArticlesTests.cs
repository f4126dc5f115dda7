using Claque.Articles;
using Claque.Lineage;
using Claque.Personas;
using Claque.Text.Prose;

namespace Claque.Tests.Personas;

public sealed class BylineArticlesTests
{
    private static readonly string Story = InventedWriters.Article(1, 1, 120);

    [Fact]
    public void A_passage_under_two_names_is_left_out_of_both()
    {
        var prose = BylineArticles.Of([Make("a", "Anneke Ostrel", InventedWriters.Article(2, 1, 100) + "\n\n" + Story, day: 1), Make("b", "Bertil Ostrel", Story, day: 2)], new PassageOptions());
        prose[0].Text.StrippedWords.ShouldBeInRange(118, 125);
        prose[1].Text.Words.ShouldBeLessThan(5);
    }

    [Fact]
    public void A_byline_that_repeats_itself_keeps_the_earlier_copy()
    {
        var prose = BylineArticles.Of([Make("late", "Anneke Ostrel", Story, day: 2), Make("early", "Anneke Ostrel", Story, day: 1)], new PassageOptions());
        prose[0].Text.Words.ShouldBeLessThan(5);
        prose[1].Text.StrippedWords.ShouldBe(0);
    }

    [Fact]
    public void What_is_not_the_articles_own_prose_is_counted_and_measured_nowhere()
    {
        const string Text = "Ferry late again\n\nThe ferry left the harbour at nine.\n\nShare this article";
        var body = Text.IndexOf("The ferry", StringComparison.Ordinal);
        var text = StyleText.Of(Text, body: [new TextSpan(body, Text.IndexOf("\n\nShare", StringComparison.Ordinal))]);
        (text.Words, text.OutsideWords).ShouldBe((7, 6));
        text.Letters.ShouldNotContain("Share");
    }

    [Fact]
    public void Habits_are_counted_outside_quotations_and_passages()
    {
        const string Text = "Mr. Vass and Mr Toll organised boats, nets and rope. But he waited... And “Mr. Quoted realized it” came.";
        var article = new BylineArticle("1", "Anneke Ostrel", null, StyleText.Of(Text)) { Source = Text };
        var counts = PersonaStudy.Of([article], PersonaOptions.Default).Bylines[0].Habits;
        var of = Habits.All.SelectMany(habit => habit.Forms.Select(form => habit.Name + ": " + form)).Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second);
        of.Where(pair => pair.Value > 0).ToDictionary(pair => pair.Key, pair => pair.Value).ShouldBe(new Dictionary<string, int>
        {
            ["quotation marks: curly"] = 2,
            ["spelling: -ise"] = 1,
            ["titles: Mr."] = 1,
            ["titles: Mr"] = 1,
            ["ellipsis: three dots"] = 1,
            ["sentence openers: And"] = 1,
            ["sentence openers: But"] = 1,
            ["last comma of a list: a, b and c"] = 1,
        }, ignoreOrder: true);
    }

    private static Article Make(string id, string byline, string text, int day) =>
        new() { Id = id, Byline = byline, Text = text, Published = new DateTimeOffset(2024, 3, day, 0, 0, 0, TimeSpan.Zero) };
}
