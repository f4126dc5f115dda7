using Claque.Statements.Figures;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

public sealed class FigurePairTests
{
    // Two wordings of one claim; {0} is the figure.
    private static readonly (string A, string B)[] Claims =
    [
        ("{0} people live in Camp Alder.", "{0} people live in Camp Alder, officials said."),
        ("The quake in Selby killed {0} people.", "{0} people died in the Selby quake."),
        ("Police arrested {0} protesters in Port Marrow.", "{0} protesters were arrested in Port Marrow on Sunday."),
        ("The fire in Oldham Hall injured {0} people.", "{0} people were hurt in the fire at Oldham Hall."),
        ("{0} demonstrators gathered in Velm Square.", "{0} demonstrators marched in Velm Square."),
        ("The Harbour Union has {0} members.", "{0} members belong to the Harbour Union."),
        ("The flood displaced {0} families in Lower Marrow.", "{0} families were evacuated in Lower Marrow."),
        ("{0} miners are missing in the Gorla mine.", "{0} miners are missing after the collapse of the Gorla mine."),
        ("The Tarn factory employs {0} workers.", "{0} workers were hired by the Tarn factory."),
        ("{0} soldiers were killed near Fort Rask.", "The attack near Fort Rask killed {0} soldiers."),
    ];

    // Two figures, and how they stand to each other when all else is the same.
    private static readonly (string A, string B, FigureRelation Relation)[] Values =
    [
        ("3,000", "more than 2,000", FigureRelation.Differ),
        ("3,000", "3,000", FigureRelation.Agree),
        ("3,000", "2,000", FigureRelation.Conflict),
        ("About 3,000", "3,100", FigureRelation.Agree),
        ("About 3,000", "2,000", FigureRelation.Conflict),
        ("At least 20", "17", FigureRelation.Conflict),
        ("At least 20", "24", FigureRelation.Agree),
        ("Up to 50", "80", FigureRelation.Conflict),
        ("Twenty-five", "25", FigureRelation.Agree),
        ("A dozen", "12", FigureRelation.Agree),
        ("Dozens of", "300", FigureRelation.Conflict),
        ("Between 20 and 30", "at least 25", FigureRelation.Agree),
    ];

    // Populations, places, times and measures that differ: never a conflict.
    private static readonly (string A, string B)[] Apart =
    [
        ("12 children died in the Selby quake.", "40 people were injured in the Selby quake."),
        ("3,000 people live in Camp Alder.", "200 people left Camp Alder."),
        ("3,000 members live in Camp Alder.", "40 former members live in Camp Alder."),
        ("30 people died in Port Marrow.", "12 people died in Lower Velm."),
        ("12 women were arrested in Selby.", "30 men were arrested in Selby."),
        ("5 people were killed in Selby in 2009.", "9 people were killed in Selby in 2014."),
        ("The union paid $50,000.", "The union has 300 members."),
        ("He was jailed for 12 years.", "He was jailed with 40 people."),
        ("Camp 3 was closed.", "Camp 7 was closed."),
        ("Ana Ruiz, 34, was arrested.", "Ben Ruiz, 61, was arrested."),
        ("In 1979 the group was founded.", "In 1985 the group was founded."),
        ("40 percent of voters back the mayor.", "3 of the voters back the mayor."),
        ("Another 12 people died in Selby.", "40 people died in Selby."),
        ("The trial of 20 guards began.", "The trial of 50 nurses began."),
        ("The march in Velm drew 300 students.", "20 students were arrested in Velm."),
        ("The road is 12 miles long.", "The road cost 40 million."),
    ];

    [Fact]
    public void The_verdict_on_a_pair_of_figures_is_right_in_nineteen_of_twenty_cases()
    {
        var wrong = new List<string>();
        foreach (var (a, b) in Claims)
            foreach (var (x, y, expected) in Values)
            {
                var found = Relation(string.Format(null, a, x), string.Format(null, b, y));
                if (found != expected) wrong.Add($"{x} | {y}: {found}, expected {expected}: {b}");
            }

        (Claims.Length * Values.Length).ShouldBeGreaterThanOrEqualTo(120);
        wrong.Count.ShouldBeLessThanOrEqualTo(Claims.Length * Values.Length / 20, string.Join("\n", wrong));
        wrong.Where(line => line.Contains(": Conflict, ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Figures_of_different_populations_never_conflict()
    {
        foreach (var (a, b) in Apart) Relation(a, b).ShouldNotBe(FigureRelation.Conflict, a + " | " + b);
    }

    [Fact]
    public void A_relation_is_the_same_from_both_sides()
    {
        foreach (var (a, b) in Apart) Relation(a, b).ShouldBe(Relation(b, a));
        foreach (var (x, y, _) in Values)
            Relation(string.Format(null, Claims[0].A, x), string.Format(null, Claims[0].A, y)).ShouldBe(Relation(string.Format(null, Claims[0].A, y), string.Format(null, Claims[0].A, x)));
    }

    [Fact]
    public void A_word_that_only_begins_like_a_number_is_none() => FigureFinder.Of(Document.Of("He often came with tenants to the oneway street.")).ShouldBeEmpty();

    private static FigureRelation Relation(string a, string b)
    {
        var best = FigureRelation.None;
        foreach (var left in FigureFinder.Of(Document.Of(a)))
            foreach (var right in FigureFinder.Of(Document.Of(b)))
                if (FigurePairs.Compare(left, right) is var relation and not FigureRelation.None && (best == FigureRelation.None || best == FigureRelation.Comparable)) best = relation;
        return best;
    }
}
