using Claque.Tests.Shared;
using Xunit.Abstractions;

namespace Claque.Tests.Statements;

/// <summary>Verdicts on casualty and arrest figures of rival reports (ECB+, topics 8, 19 and 20), against labels by hand in <c>rival-figures.tsv</c>.</summary>
public sealed class RivalFigureTests(ITestOutputHelper output)
{
    [DataFact("data/ecbplus")]
    public void Verdicts_on_rival_figures_are_those_of_a_reader_as_often_as_documented()
    {
        var found = RivalFigures.Judge(out var misses);
        output.WriteLine($"{found.Right} of {found.All}, false conflicts {found.FalseConflicts}\n{string.Join("\n", misses)}");
        (found.Right / (double)found.All).ShouldBeGreaterThanOrEqualTo(0.78, string.Join("\n", misses));
        found.FalseConflicts.ShouldBe(0);
    }
}
