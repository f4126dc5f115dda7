using Claque.Articles;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

/// <summary>How figures are read, and when two of them agree or collide; invented places and people.</summary>
public sealed class FigureReadingTests
{
    [Theory]
    [InlineData("1 dead, 2 hurt in Selby office shooting.", 1, "people", "died")]
    [InlineData("1 dead, 2 hurt in Selby office shooting.", 2, "people", "injured")]
    [InlineData("Police said there was one arrest in Selby.", 1, "arrest", "arrested")]
    [InlineData("The storm was blamed for nine deaths in Selby.", 9, "people", "died")]
    [InlineData("The navy captured 23 piracy suspects who had boarded the ship.", 23, "suspect", "arrested")]
    [InlineData("The fire killed two co - workers of hers.", 2, "worker", "died")]
    [InlineData("Relatives of the four murder victims wept.", 4, "people", "died")]
    [InlineData("A 2,507-member council chose the mayor.", 2507, "member", "")]
    [InlineData("The climber fell about 200m down a gully.", 200, "metre", "")]
    [InlineData("The rescue of the miners cost $137-million.", 137e6, "$", "paid")]
    [InlineData("Some 60 per cent of the crew had left.", 60, "percent", "left")]
    public void A_figure_has_the_value_unit_and_predicate_that_a_reader_gives_it(string text, double value, string unit, string predicate)
    {
        var figure = FigureFinder.Of(Document.Of(text)).Single(figure => Math.Abs(figure.Value - value) < 1e-9);
        (figure.Unit, figure.Predicate).ShouldBe((unit, predicate));
    }

    [Theory]
    [InlineData("Twelve members left the camp last year. About thirty did the same.", "left")]
    [InlineData("Twelve members left the camp last year. About thirty did the washing.", "")]
    public void A_number_without_a_noun_leans_on_what_was_told_only_where_it_says_so(string text, string predicate) =>
        FigureFinder.Of(Document.Of(text)).Where(figure => figure.Value == 30).Select(figure => figure.Predicate).FirstOrDefault("").ShouldBe(predicate);

    [Theory]
    [InlineData("The captain said there were six arrests Wednesday, compared to 47 the previous night.")]
    [InlineData("Six arrests were made Wednesday, compared to 47 the previous night.")]
    public void A_number_compared_with_another_counts_the_same_things(string text) =>
        FigureFinder.Of(Document.Of(text)).Where(figure => figure.Value == 47).Select(figure => (figure.Unit, figure.Predicate)).ShouldBe([("arrest", "arrested")]);

    [Theory]
    [InlineData("The police of Selby made 47 arrests overnight.", "The captain said there were six arrests Wednesday in Selby, compared to 47 the previous night.")]
    [InlineData("The police of Selby made 47 arrests overnight.", "The police of Selby made six arrests on Wednesday.")]
    public void The_arrests_of_two_nights_do_not_collide(string left, string right)
    {
        var rows = Comparison.Of([new Article { Id = "a", Text = left }], [new Article { Id = "b", Text = right }]).Figures;
        rows.ShouldAllBe(row => row.Relation != FigureRelation.Conflict && row.Relation != FigureRelation.Differ);
        if (right.Contains("47", StringComparison.Ordinal)) rows.ShouldContain(row => row.Relation == FigureRelation.Agree && row.Left.Value == 47 && row.Right.Value == 47);
    }

    [Theory]
    [InlineData("Police solved the 1967 killings in Selby.")]
    [InlineData("The navy took rifles of the make AK 47 from the boat.")]
    public void Years_before_a_noun_and_numbers_of_a_make_count_nothing(string text) =>
        FigureFinder.Of(Document.Of(text)).ShouldAllBe(figure => figure.Kind == UnitKind.Date);

    [Theory]
    [InlineData("The fire in Selby killed two women and a man.", "Three people died in the Selby fire.")]
    [InlineData("The raid in Selby killed two officials and at least five other people.", "The raid in Selby killed seven people.")]
    [InlineData("Of the 23 pirates arrested off Selby, 12 are said to be from Orsk.", "The navy arrested 23 pirates off Selby.")]
    [InlineData("In Selby two officers shot the teenager.", "In Selby five people were shot.")]
    [InlineData("Police made 86 arrests in Selby on Saturday.", "More than 200 people were arrested in Selby.")]
    [InlineData("So far 70 people were killed in Selby.", "In Selby 100 people were killed.")]
    public void A_part_a_doer_and_a_count_that_goes_on_collide_with_no_total(string a, string b) => Verdict(a, b).ShouldNotBe(FigureRelation.Conflict);

    [Theory]
    [InlineData("Police arrested 23 pirates off Selby.", "Some 23 suspects surrendered off Selby.", FigureRelation.Agree)]
    [InlineData("The quake left three bank workers dead in Selby.", "Three people died when the Selby bank collapsed.", FigureRelation.Agree)]
    [InlineData("The quake killed more than 26,000 people in Selby.", "More than 31,000 people were killed in Selby.", FigureRelation.Differ)]
    [InlineData("At least 23 U.S. troops have been killed in Selby.", "At least 24 American troops have been killed in Selby.", FigureRelation.Agree)]
    [InlineData("The governor told the Velm news agency that three people were killed in Selby.", "The quake in Selby killed 10 people.", FigureRelation.Conflict)]
    [InlineData("Twelve men were injured in Selby.", "Twelve women were injured in Selby.", FigureRelation.None)]
    [InlineData("The trial of two men charged in Selby began.", "Two former guards were killed in Orsk.", FigureRelation.None)]
    public void Equal_numbers_agree_under_unlike_words_when_nothing_speaks_against_it(string a, string b, FigureRelation expected) => Verdict(a, b).ShouldBe(expected);

    [Fact]
    public void Figures_of_a_headline_are_read()
    {
        var article = new Article
        {
            Id = "selby",
            Text = "Four dead in Selby factory fire\n\nA fire swept through a factory in Selby on Monday evening, the town said, and the cause was not known by night. "
                + "Neighbours told of smoke that they had seen over the river for more than an hour before the engines came to the gate.",
        };
        ReadArticle.Of([article], out _)[0].Figures.ShouldContain(figure => figure.Value == 4 && figure.Predicate == "died" && figure.Statement < 0);
    }

    [Theory]
    [InlineData("About 1,200 men and women live at New Selby.", "The service counted 870 residents at New Selby.", FigureRelation.Conflict)]
    [InlineData("Anyone who wished to go had only to say so; about thirty had done so since 2012.", "At least 260 have quit since then.", FigureRelation.Conflict)]
    [InlineData("I was driven the seven miles out of town.", "The camp is nearly eight miles from Selby.", FigureRelation.Agree)]
    [InlineData("I was driven the seven miles out of town.", "The camp is 20 miles from Selby.", FigureRelation.None)]
    [InlineData("I buried 64 people in Selby.", "That attack killed at least 52 people.", FigureRelation.Differ)]
    [InlineData("We had nine go last year.", "Nineteen of them left last year.", FigureRelation.Conflict)]
    [InlineData("We had nine go last year.", "Seventy-four people left from 2012 through 2021.", FigureRelation.None)]
    [InlineData("Perhaps forty have gone over the years.", "At least 131 people have gone in the past five years.", FigureRelation.None)]
    [InlineData("In a long barn, the scriptorium, five women sat at computers.", "Half a dozen women work at terminals in a barn that is called the scriptorium.", FigureRelation.Agree)]
    [InlineData("In a long room over the dairy fifteen people wrote letters.", "In a long room over the dairy, ninety people wrote letters.", FigureRelation.None)]
    [InlineData("Ruiz came in on the fifth day. He is 70 or thereabouts.", "Ruiz, who is now 69, owns the mill.", FigureRelation.Agree)]
    [InlineData("Ruiz came in with Lunt. He is 70 or thereabouts.", "Ruiz, who is now 69, owns the mill.", FigureRelation.None)]
    [InlineData("The company employs 640 people.", "The company had 900 workers in 2015 and has about 400 today.", FigureRelation.Conflict)]
    [InlineData("Around 600 members have left the camp.", "The ministry estimates that 900 people have left.", FigureRelation.Conflict)]
    [InlineData("About 3,000 people live in New Selby.", "More than 5,000 people live in New Selby, said Ruiz, who left last year.", FigureRelation.Conflict)]
    [InlineData("In the winter of 2003 a fever came and 14 children died.", "Certificates show that 23 children died from Jan. 6 to Feb. 2, 2003.", FigureRelation.Conflict)]
    [InlineData("Around 1,800 people live there today, against 300 before the others came in 2011.", "The office, which was refused access in 2020, puts the number at between 900 and 1,100.", FigureRelation.Conflict)]
    public void What_a_number_leans_on_may_stand_further_back_or_in_another_form(string a, string b, FigureRelation expected) => Verdict(a, b).ShouldBe(expected);

    private static FigureRelation Verdict(string a, string b)
    {
        var verdicts = FigureFinder.Of(Document.Of(a)).SelectMany(left => FigureFinder.Of(Document.Of(b)).Select(right => FigurePairs.Compare(left, right, sameSubject: true))).ToList();
        return verdicts.Contains(FigureRelation.Conflict) ? FigureRelation.Conflict : verdicts.Contains(FigureRelation.Differ) ? FigureRelation.Differ : verdicts.Contains(FigureRelation.Agree) ? FigureRelation.Agree : FigureRelation.None;
    }

    [Theory]
    [InlineData("Ruiz is 70 or thereabouts.", "Ruiz, who is now 69, owns the mill.", FigureRelation.Agree)]
    [InlineData("Ruiz is 70.", "Lunt, who is now 69, owns the mill.", FigureRelation.None)]
    [InlineData("Ruiz is 70.", "Ruiz, who is now 54, owns the mill.", FigureRelation.Differ)]
    [InlineData("It held three shotguns.", "The firm bought 70 firearms.", FigureRelation.Comparable)]
    [InlineData("It held three shotguns.", "The firm bought 70 lorries.", FigureRelation.None)]
    [InlineData("What I found was about 220 people, growing beans.", "The inspector counted beds for no more than 150.", FigureRelation.Conflict)]
    [InlineData("It is a community of about 220 people in the hills.", "There are 210 people on the farm.", FigureRelation.Agree)]
    [InlineData("The school is good for the 900 or so who attend it.", "The school has 950 who attend it.", FigureRelation.Agree)]
    public void The_same_thing_in_other_words_is_compared(string a, string b, FigureRelation relation) =>
        FigurePairs.Compare(FigureFinder.Of(Document.Of(a))[0], FigureFinder.Of(Document.Of(b))[0], sameSubject: true).ShouldBe(relation);
}
