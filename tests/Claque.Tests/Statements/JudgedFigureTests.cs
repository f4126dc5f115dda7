using System.Globalization;
using Claque.Articles;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;
using Claque.Tests.Shared;
using Claque.Text.Prose;
using Xunit.Abstractions;

namespace Claque.Tests.Statements;

/// <summary>
/// Verdicts on figures of real reports of one event (BASIL, ECB+) that were given when they were first measured, each judged by hand from its sentences; which of
/// them are still given. docs/evaluation.md has what was judged and how.
/// </summary>
public sealed class JudgedFigureTests(ITestOutputHelper output)
{
    private sealed record Judged(string Half, string Corpus, string Left, double Value, string Right, double Other, string Unit, string Verdict, bool IsRight)
    {
        public static Judged Of(string[] line) => new(line[0], line[1], line[2], Number(line[3]), line[4], Number(line[5]), line[6], line[7], line[8] == "right");

        private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [DataFact("data/basil")]
    public void Verdicts_on_figures_of_three_outlets_are_right_as_often_as_documented() => Holds("basil", RivalFigures.Outlets(), falseCollisions: 1, keptAgreements: 0.98);

    [DataFact("data/ecbplus")]
    public void Verdicts_on_figures_of_many_reports_are_right_as_often_as_documented() => Holds("ecb", RivalFigures.Events(), falseCollisions: 0, keptAgreements: 0.93);

    // Of all verdicts once given: agreements stay and are right, and hardly a collision of two things is left.
    private void Holds(string corpus, Dictionary<string, (Document Document, List<TextSpan> Sentences)> documents, int falseCollisions, double keptAgreements)
    {
        var all = File.ReadLines(Path.Combine(RealData.Root, "tests", "Claque.Tests", "Statements", "judged-figures.tsv")).Where(line => line[0] != '#').Select(line => Judged.Of(line.Split('\t'))).Where(line => line.Corpus == corpus).ToList();
        var stands = all.GroupBy(line => (line.Left, line.Right)).SelectMany(pair => Standing(pair, Comparison.Of([Of(documents[pair.Key.Left].Document)], [Of(documents[pair.Key.Right].Document)]))).ToList();
        foreach (var group in stands.GroupBy(line => (line.Half, line.Verdict)).OrderBy(group => group.Key)) output.WriteLine($"{group.Key}: {group.Count(line => line.IsRight)} of {group.Count()} right");
        stands.Count(line => line is { Verdict: not "Agree", IsRight: false }).ShouldBeLessThanOrEqualTo(falseCollisions);
        var agreements = stands.FindAll(line => line.Verdict == "Agree");
        (agreements.Count(line => line.IsRight) / (double)agreements.Count).ShouldBeGreaterThanOrEqualTo(0.88);
        (agreements.Count(line => line.IsRight) / (double)all.Count(line => line is { Verdict: "Agree", IsRight: true })).ShouldBeGreaterThanOrEqualTo(keptAgreements);
    }

    private static IEnumerable<Judged> Standing(IEnumerable<Judged> pair, Comparison found) =>
        pair.Where(line => found.Figures.Any(row => row.Left.Unit == line.Unit && IsOne(row.Left.Value, line.Value) && IsOne(row.Right.Value, line.Other) && row.Relation == Enum.Parse<FigureRelation>(line.Verdict)));

    private static bool IsOne(double a, double b) => Math.Abs(a - b) < 1e-6 * Math.Max(1, Math.Abs(b));

    private static Article Of(Document document) => new() { Id = "report", Text = document.Text };
}
