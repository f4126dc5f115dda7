using Claque.Tests.Shared;
using Claque.Text.Prose;
using Xunit.Abstractions;

namespace Claque.Tests.Statements;

/// <summary>
/// Verdicts on figures of rival reports, against labels by hand: ECB+ topics 8, 19 and 20 (quakes, riots); 3, 12, 18, 22 and 32 (shootings, a seizure at sea); 11, 13, 14, 16,
/// 21, 23, 24, 26 and 33 (robberies, fires, falls, an election); one event in three outlets (BASIL); wire reports of dead and injured people (MSR Paraphrase Corpus).
/// </summary>
public sealed class RivalFigureTests(ITestOutputHelper output)
{
    [DataFact("data/ecbplus")]
    public void Verdicts_on_rival_figures_are_those_of_a_reader_as_often_as_documented() => Holds("rival-figures.tsv", RivalFigures.Events(), 0.9);

    [DataFact("data/ecbplus")]
    public void Verdicts_on_figures_of_single_crimes_and_accidents_are_those_of_a_reader_as_often_as_documented() => Holds("rival-figures-more.tsv", RivalFigures.Events(), 0.9);

    [DataFact("data/ecbplus")]
    public void Verdicts_on_figures_labelled_before_the_rules_were_mended_are_those_of_a_reader_as_often_as_documented() => Holds("rival-figures-fresh.tsv", RivalFigures.Events(), 0.8);

    [DataFact("data/basil")]
    public void Verdicts_on_figures_of_one_event_in_three_outlets_are_those_of_a_reader_as_often_as_documented() => Holds("rival-figures-outlets.tsv", RivalFigures.Outlets(), 0.82);

    [DataFact("data/msrp_news_paraphrase")]
    public void Verdicts_on_figures_of_wire_reports_are_those_of_a_reader_as_often_as_documented() => Holds("rival-figures-wires.tsv", RivalFigures.Wires(), 0.9);

    private void Holds(string labels, Dictionary<string, (Document Document, List<TextSpan> Sentences)> documents, double least)
    {
        var found = RivalFigures.Judge(labels, documents, out var misses);
        output.WriteLine($"{found.Right} of {found.All}, false conflicts {found.FalseConflicts}\n{string.Join("\n", misses)}");
        (found.Right / (double)found.All).ShouldBeGreaterThanOrEqualTo(least, string.Join("\n", misses));
        found.FalseConflicts.ShouldBe(0);
    }
}
