using System.Collections.Immutable;
using System.Globalization;
using Claque.Reports;
using Claque.Reports.Exhibits;
using Claque.Reports.Personas;
using Claque.Reports.Wording;

namespace Claque.Web;

/// <summary>Two bylines as an exhibit: the verdict with its bars, and what the ratio is made of.</summary>
internal static class BylinesExhibits
{
    private const int MostEvidence = 16;

    public static FindingExhibit Of(KeptPersonas kept, PersonaPair pair, IReadOnlyList<StyleEvidence>? evidence, ShownNames names)
    {
        var (a, b) = (Show.Whole(names.Byline(pair.A)), Show.Whole(names.Byline(pair.B)));
        var verdict = pair.Verdict switch { "same" => "Styles as of one hand.", "different" => "Styles as of two hands.", _ => "No verdict." };
        var facts = new List<(string, string)>
        {
            ("Likelihood ratio, one hand to two", pair.LogRatio is { } ratio ? PersonaWords.Ratio(ratio) : "none"),
            ("Chance of two hands, after as many comparisons", Amount.Probability(pair.TwoHandsChance)),
            ("Clean words", $"{Amount.Count(pair.WordsA)} and {Amount.Count(pair.WordsB)}"),
            ("Bars", string.Create(CultureInfo.InvariantCulture, $"one hand needs {kept.Bars.WordsForOneHand:N0} clean words on each side, a ratio of {kept.Bars.Ratio:N0} : 1 and a chance of two hands of at most {kept.Bars.Alpha:P0}")),
            ("Reference", $"{Amount.Of(kept.Bars.ReferenceBylines, "byline", "bylines")} of this case; {Amount.Count(kept.PairsWithRatio)} pairs were compared"),
        };
        if (pair.RivalRatio is { } rival) facts.Add(("Nearest other byline", $"{names.Byline(pair.Rival)}, against {names.Byline(pair.RivalTo)} {PersonaWords.Ratio(rival)}"));
        var blocks = new List<ReportBlock> { new FactsBlock([.. facts.Select(fact => (fact.Item1, Show.Whole(fact.Item2)))]) };
        if (evidence is { Count: > 0 }) blocks.Add(Evidence(evidence, a, b));
        return new FindingExhibit(FindingKind.Bylines, $"{a} and {b}", $"{verdict} {names.InSentence(pair.Reason)} This compares texts; it does not say who wrote them.", [.. blocks]);
    }

    private static ReportTable Evidence(IReadOnlyList<StyleEvidence> evidence, string a, string b) => new(
        "What the ratio is made of, heaviest first: uses per thousand words or runs of letters. Above 0 speaks for one hand",
        [new("Feature"), new("Contribution", true), new("First", true), new("Second", true), new("Reference", true), new($"In {a}", Wide: true), new($"In {b}", Wide: true)],
        [
            .. evidence.OrderByDescending(item => Math.Abs(item.Contribution)).Take(MostEvidence).Select(item => (ImmutableArray<string>)
            [
                $"{item.Feature.Replace(' ', '␣')} ({(item.Family == "word" ? "word" : "letters")})", item.Contribution.ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture),
                Number(item.PerThousandA), Number(item.PerThousandB), Number(item.PerThousandReference), Example(item.A), Example(item.B),
            ]),
        ]);

    private static string Example(StyleExample? example) => example is null ? "–" : $"{example.Before}[{example.Text}]{example.After}".ReplaceLineEndings(" ");

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
