using System.Globalization;
using Claque.Personas;
using Claque.Reports.Charts;
using Claque.Reports.Markup;
using Claque.Reports.Sections;
using Claque.Reports.Wording;

namespace Claque.Reports.Personas;

/// <summary>The study of bylines as one HTML page that opens offline.</summary>
public static class PersonaPage
{
    private const int MostPairs = 50;
    private const int FewestPairs = 5;
    private const int MostWithEvidence = 5;
    private const int ExampleReach = 40;
    private const int MostDrawn = 50;
    private const int LongestSplit = 5000;

    /// <summary>Writes the page as UTF-8. The same study gives the same bytes.</summary>
    /// <param name="study">The study.</param>
    /// <param name="terms">Bylines or accounts.</param>
    /// <param name="opening">What reading gave and left out, as sentences.</param>
    /// <param name="claqueVersion">The version that writes it.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(PersonaStudy study, PersonaTerms terms, IReadOnlyList<string> opening, string claqueVersion, Stream output)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(opening);
        StandalonePage.Write("Personas", claqueVersion, output, page =>
        {
            WriteOpening(page, study, terms, opening);
            WritePairs(page, study, terms);
            WriteBylines(page, study, terms);
            WriteEvidence(page, study);
            WriteHabits(page, study, terms);
            StandalonePage.WriteLimits(page, terms.Limits);
        });
    }

    private static void WriteOpening(MarkupWriter page, PersonaStudy study, PersonaTerms terms, IReadOnlyList<string> opening)
    {
        page.Add($"<p>{new Said(string.Join(" ", opening))}</p>\n");
        if (study.OtherLanguages.Count > 0) page.Add($"<p>{new Said(PersonaWords.OfOtherLanguages(study, terms))}</p>\n");
        if (study.Calibration is null)
            page.Add($"<p>No pair gets a ratio: a reference population needs {(long)study.Options.MinReference} {terms.Many} with {(long)study.Options.MinWords} clean words each; here are {(long)study.ReferenceBylines}.</p>\n");
        else
            page.Add($"<p>The reference are {(long)study.ReferenceBylines} {terms.Many} of this case, those nearest on topic. A ratio says how much likelier the styles are under one hand than under two writers on the same topics.</p>\n");
        page.Add($"<p><strong>{PersonaWords.OfEdges(study)}</strong></p>\n");
    }

    private static void WritePairs(MarkupWriter page, PersonaStudy study, PersonaTerms terms)
    {
        var withRatio = study.Pairs.Where(pair => pair.LogRatio is not null).ToList();
        var open = withRatio.Count(pair => pair.Verdict != HandVerdict.Different);
        var shown = withRatio.Take(Math.Clamp(open, FewestPairs, MostPairs)).ToList();
        page.Add($"<section id=\"pairs\"><h2>Pairs of {terms.Many}</h2>\n");
        page.Add($"<p>The strongest {(long)shown.Count} of {(long)withRatio.Count} pairs with a ratio. In {(long)(withRatio.Count - open)} the styles differ more than one hand's would. A ratio of 100 : 1 means that styles as near come up a hundred times as often between texts of one hand as between texts of two.</p>\n");
        Table.Write(page, "Pairs, strongest ratio first",
            [new("Names", Wide: true), new("Clean words"), new("Ratio", Numeric: true), new("Chance of two hands", Numeric: true), new("Verdict"), new("Nearest other", Wide: true), new("Why", Wide: true)],
            shown.Select(pair => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{new Said(study.Bylines[pair.A].Byline)} and {new Said(study.Bylines[pair.B].Byline)}"),
                Fragment.Of($"{(long)study.Bylines[pair.A].Words} and {(long)study.Bylines[pair.B].Words}"),
                Fragment.Of($"{PersonaWords.Ratio(pair.LogRatio!.Value)}"),
                Fragment.Of($"{Figure(pair.TwoHandsChance, "0.000")}"),
                Fragment.Of($"{PersonaWords.Shown(pair.Verdict)}"),
                pair.Rival is { } rival ? Fragment.Of($"{new Said(study.Bylines[rival.Byline].Byline)}, against {new Said(study.Bylines[rival.To].Byline)} {PersonaWords.Ratio(rival.LogRatio)}") : Fragment.Empty,
                Fragment.Of($"{pair.Reason}"),
            ]), underHeading: true);
        page.Add($"</section>\n");
    }

    // Of pairs that may be one hand; of the strongest where there is none.
    private static void WriteEvidence(MarkupWriter page, PersonaStudy study)
    {
        var pairs = study.Pairs.Where(pair => pair.LogRatio is not null).Take(MostWithEvidence).ToList();
        if (pairs.Count == 0) return;
        page.Add($"<section id=\"evidence\"><h2>What the ratios are made of</h2>\n");
        foreach (var pair in pairs.Where((pair, i) => i == 0 || pair.Verdict != HandVerdict.Different)) WriteEvidence(page, study, pair);
        page.Add($"</section>\n");
    }

    private static void WriteEvidence(MarkupWriter page, PersonaStudy study, PairStudy pair)
    {
        page.Add($"<section><h3>{new Said(study.Bylines[pair.A].Byline)} and {new Said(study.Bylines[pair.B].Byline)}: what the score is made of</h3>\n");
        Table.Write(page, "Features that speak most for and against one hand, uses per thousand. Letter runs follow the subject in part, which is why the reference writes on the same subjects.",
            [new("Feature"), new("Kind"), new("Contribution", Numeric: true), new("First", Numeric: true), new("Second", Numeric: true), new("Reference", Numeric: true), new("In the first", Wide: true), new("In the second", Wide: true)],
            Evidence.Of(study, pair).Select(item => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{new Said(item.Feature.Replace(' ', '␣'))}"),
                Fragment.Of($"{(item.Family == StyleFamily.FunctionWords ? "function word" : "letter run")}"),
                Fragment.Of($"{Figure(item.Contribution, "0.000")}"),
                Fragment.Of($"{Figure(item.PerThousandA, "0.00")}"),
                Fragment.Of($"{Figure(item.PerThousandB, "0.00")}"),
                Fragment.Of($"{Figure(item.PerThousandReference, "0.00")}"),
                Example(study, item.ExampleA),
                Example(study, item.ExampleB),
            ]));
        page.Add($"</section>\n");
    }

    // A place in the text with what stands around it, cut at blanks.
    private static Fragment Example(PersonaStudy study, EvidenceExample? example)
    {
        if (example is null || study.Articles[example.Article].Source is not { Length: > 0 } source) return Fragment.Empty;
        var (start, end) = (example.Place.Start, example.Place.End);
        var from = source.LastIndexOfAny([' ', '\n', '\t'], Math.Max(0, start - ExampleReach));
        var to = source.IndexOfAny([' ', '\n', '\t'], Math.Min(source.Length, end + ExampleReach));
        string Line(int begin, int finish) => source[begin..finish].ReplaceLineEndings(" ");
        return Fragment.Of($"{new Said(Line(Math.Max(0, from), start))}<mark>{new Said(Line(start, end))}</mark>{new Said(Line(end, to < 0 ? source.Length : to))} ({new Said(study.Articles[example.Article].Id)})");
    }

    private static void WriteHabits(MarkupWriter page, PersonaStudy study, PersonaTerms terms)
    {
        page.Add($"<section id=\"habits\"><h2>Habits: shown, not scored</h2>\n");
        page.Add($"<p>An editor or a program changes them all at once, so they count for nothing above. Counts, in the order named.</p>\n");
        Table.Write(page, "Habits",
            [new(terms.Head, Wide: true), .. Habits.All.Select(habit => new Column($"{habit.Name}: {string.Join(" / ", habit.Forms)}"))],
            study.Bylines.Select(byline =>
            {
                var at = 0;
                return (IReadOnlyList<Fragment>)[Fragment.Of($"{new Said(byline.Byline)}"),
                    .. Habits.All.Select(habit => Fragment.Of($"{string.Join(" / ", habit.Forms.Select(_ => byline.Habits[at++]))}"))];
            }), underHeading: true);
        page.Add($"</section>\n");
    }

    private static void WriteBylines(MarkupWriter page, PersonaStudy study, PersonaTerms terms)
    {
        page.Add($"<section id=\"bylines\"><h2>One {terms.One}, several hands?</h2>\n");
        Table.Write(page, "Bylines",
            [new(terms.Head, Wide: true), new(char.ToUpperInvariant(terms.Pieces[0]) + terms.Pieces[1..], Numeric: true), new("Clean words", Numeric: true), new("Left out: quoted, shared, not own"), new("Hands"), new("Score", Numeric: true), new("Clearest change"), new("Why", Wide: true)],
            study.Bylines.Select(byline => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{new Said(byline.Byline)}"),
                Fragment.Of($"{(long)byline.Articles.Count}"),
                Fragment.Of($"{(long)byline.Words}"),
                Fragment.Of($"{(long)byline.QuotedWords}, {(long)byline.StrippedWords}, {(long)byline.OutsideWords}"),
                Fragment.Of($"{PersonaWords.ShownOfByline(byline.SeveralHands.Verdict)}"),
                Fragment.Of($"{Figure(byline.SeveralHands.Score, "0.0")}"),
                byline.SeveralHands.Change is { } change ? Fragment.Of($"before {new Said(study.Articles[change.FirstAfter].Id)}, p {Figure(change.P, "0.000")}") : Fragment.Empty,
                Fragment.Of($"{byline.SeveralHands.Reason}"),
            ]), underHeading: true);
        foreach (var byline in study.Bylines.Where(byline => byline.SeveralHands.Verdict == HandVerdict.Different || PersonaWords.StandsOut(byline.SeveralHands.Change)).Take(MostDrawn)) WriteHands(page, study, byline, terms);
        page.Add($"</section>\n");
    }

    private static void WriteHands(MarkupWriter page, PersonaStudy study, BylineStudy byline, PersonaTerms terms)
    {
        var hands = byline.SeveralHands;
        page.Add($"<section><h3>{new Said(byline.Byline)}</h3>\n<p><strong>Verdict: {PersonaWords.ShownOfByline(hands.Verdict)}.</strong> {hands.Reason}</p>\n");
        if (hands.Change is not null) page.Add($"<p>{PersonaWords.OfChange(study, byline, terms)}</p>\n");
        page.Add($"{HandsChart.Of(study, hands.Split!, hands.Change, $"{Amount.Of(hands.Split!.Hands.Count, "article", "articles")} by the hand that each would go to; the table says the same")}");
        if (hands.Verdict == HandVerdict.Different) page.Add($"<p>{new Said(PersonaWords.OfSplit(study, byline), LongestSplit)}</p>\n");
        else page.Add($"<p>Which hand each would go to, if there were two. A split can always be made.</p>\n");
        Table.Write(page, $"Which of two hands each of {byline.Byline} would go to",
            [new("Article", Wide: true), new("Published"), new("Hand"), new("Nearer to it in function words by", Numeric: true)],
            hands.Split.Hands.Select(hand => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{new Said(study.Articles[hand.Article].Id)}"),
                Fragment.Of($"{PersonaWords.Published(study.Articles[hand.Article])}"),
                Fragment.Of($"{(hand.Hand is { } given ? (given == 0 ? "the one" : "the other") : "neither")}"),
                Fragment.Of($"{Figure(hand.Margin, "0.000")}"),
            ]), underHeading: true);
        page.Add($"</section>\n");
    }

    private static string Figure(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
