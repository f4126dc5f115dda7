using Claque.Cli.Terminal;
using Claque.Personas;
using Claque.Reports.Personas;

namespace Claque.Cli.Personas;

/// <summary>The study of bylines in the terminal.</summary>
internal static class PersonasText
{
    private const int MostPairs = 10;
    private const int MostChanges = 10;

    /// <summary>Writes it.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="study">The study.</param>
    /// <param name="terms">Bylines or accounts.</param>
    /// <param name="opening">What reading gave and left out, as sentences.</param>
    public static void Write(TextWriter to, PersonaStudy study, PersonaTerms terms, IEnumerable<string> opening)
    {
        foreach (var sentence in opening) to.WriteLine(sentence);
        if (study.OtherLanguages.Count > 0) to.WriteLine(PersonaWords.OfOtherLanguages(study, terms));
        to.WriteLine(study.Calibration is null
            ? $"No reference: {study.ReferenceBylines:N0} {terms.Many} with {study.Options.MinWords:N0} clean words, {study.Options.MinReference:N0} are needed. No pair gets a ratio."
            : $"Reference: {study.ReferenceBylines:N0} {terms.Many} of this case, the nearest on topic.");
        to.WriteLine(PersonaWords.OfEdges(study));
        to.WriteLine();
        WritePairs(to, study, terms);
        var hands = new TextTable(terms.One, terms.Pieces, "clean words", "quoted", "shared", "not own", "hands", "clearest change", "why");
        foreach (var byline in study.Bylines)
            hands.Add(byline.Byline, $"{byline.Articles.Count}", $"{byline.Words}", $"{byline.QuotedWords}", $"{byline.StrippedWords}", $"{byline.OutsideWords}", PersonaWords.OfByline(byline.SeveralHands.Verdict),
                byline.SeveralHands.Change is { } change ? $"before {study.Articles[change.FirstAfter].Id}, p {change.P:0.000}" : "", byline.SeveralHands.Reason);
        hands.Write(to);
        foreach (var byline in study.Bylines.Where(byline => byline.SeveralHands.Verdict == HandVerdict.Different)) to.WriteLine(PersonaWords.OfSplit(study, byline));
        WriteChanges(to, study, terms);
        foreach (var limit in terms.Limits) to.WriteLine("Limit: " + limit);
    }

    private static void WriteChanges(TextWriter to, PersonaStudy study, PersonaTerms terms)
    {
        var changed = study.Bylines.Where(byline => PersonaWords.StandsOut(byline.SeveralHands.Change)).OrderByDescending(byline => byline.SeveralHands.Change!.Clearness).ToList();
        foreach (var byline in changed.Take(MostChanges)) to.WriteLine($"Over time, {byline.Byline}: {PersonaWords.OfChange(study, byline, terms)}");
        if (changed.Count > MostChanges) to.WriteLine($"Over time, {changed.Count - MostChanges:N0} further {terms.Many} change as much: --bylines and --json hold them.");
    }

    private static void WritePairs(TextWriter to, PersonaStudy study, PersonaTerms terms)
    {
        var table = new TextTable(terms.One, terms.One, "clean words", "log LR", "chance of two hands", "verdict", "nearest other");
        foreach (var pair in study.Pairs.Where(pair => pair.LogRatio is not null).Take(MostPairs))
        {
            table.Add(study.Bylines[pair.A].Byline, study.Bylines[pair.B].Byline, $"{study.Bylines[pair.A].Words} and {study.Bylines[pair.B].Words}", $"{pair.LogRatio:0.0}", $"{pair.TwoHandsChance:0.000}", PersonaWords.Of(pair.Verdict),
                pair.Rival is { } rival ? $"{study.Bylines[rival.Byline].Byline}, {rival.LogRatio:0.0} against {study.Bylines[rival.To].Byline}" : "");
        }

        if (table.Count == 0) return;
        table.Write(to);
        to.WriteLine();
    }
}
