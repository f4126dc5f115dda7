using Claque.Tests.Shared;
using Xunit.Abstractions;

namespace Claque.Tests.Statements;

/// <summary>Verdicts on casualty and arrest figures of rival reports (ECB+), against labels by hand: those of topics 8, 19 and 20 (quakes, riots), and those of topics 3, 12, 18, 22 and 32 (shootings, a seizure at sea).</summary>
public sealed class RivalFigureTests(ITestOutputHelper output)
{
    [DataFact("data/ecbplus")]
    public void Verdicts_on_rival_figures_are_those_of_a_reader_as_often_as_documented() => Holds("rival-figures.tsv", 0.78);

    [DataFact("data/ecbplus")]
    public void Verdicts_on_figures_of_single_crimes_and_accidents_are_those_of_a_reader_as_often_as_documented() => Holds("rival-figures-more.tsv", 0.58);

    [DataFact("data/ecbplus")]
    public void Verdicts_on_figures_labelled_before_the_rules_were_mended_are_those_of_a_reader_as_often_as_documented() => Holds("rival-figures-fresh.tsv", 0);

    [DataFact("data/basil")]
    public void Verdicts_on_figures_of_one_event_in_three_outlets_are_those_of_a_reader_as_often_as_documented() => Holds("rival-figures-outlets.tsv", 0, outlets: true);

    private void Holds(string labels, double least, bool outlets = false)
    {
        var found = RivalFigures.Judge(labels, outlets, out var misses);
        output.WriteLine($"{found.Right} of {found.All}, false conflicts {found.FalseConflicts}\n{string.Join("\n", misses)}");
        (found.Right / (double)found.All).ShouldBeGreaterThanOrEqualTo(least, string.Join("\n", misses));
        found.FalseConflicts.ShouldBe(0);
    }
}
