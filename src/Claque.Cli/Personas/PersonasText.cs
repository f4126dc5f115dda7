using Claque.Cli.Terminal;
using Claque.Personas;
using Claque.Reports.Personas;

namespace Claque.Cli.Personas;

/// <summary>The study of bylines in the terminal.</summary>
internal static class PersonasText
{
    private const int MostPairs = 10;

    public static void Write(TextWriter to, PersonaStudy study, int withoutByline)
    {
        to.WriteLine($"{study.Bylines.Count:N0} bylines, {study.Articles.Count:N0} articles, {study.Bylines.Sum(b => (long)b.Words):N0} clean words.");
        to.WriteLine($"Left out: {study.Bylines.Sum(b => (long)b.QuotedWords):N0} words in quotations, {study.Bylines.Sum(b => (long)b.StrippedWords):N0} in passages shared with other articles, {study.Bylines.Sum(b => (long)b.OutsideWords):N0} that are not the articles' own prose.");
        if (withoutByline > 0) to.WriteLine($"{withoutByline:N0} articles have no byline and were left out.");
        to.WriteLine(study.Calibration is null
            ? $"No reference: {study.ReferenceBylines:N0} bylines with {study.Options.MinWords:N0} clean words, {study.Options.MinReference:N0} are needed. No pair gets a ratio."
            : $"Reference: {study.ReferenceBylines:N0} bylines of this case, the nearest on topic.");
        var edges = study.Pairs.Count(pair => pair.Verdict == HandVerdict.Same);
        to.WriteLine($"One hand under two names: {edges:N0} of {study.Pairs.Count:N0} pairs (at least {study.Options.EdgeWords:N0} clean words each, ratio {study.Options.EdgeRatio:N0}, false-discovery rate {study.Options.Alpha:P0}).");
        to.WriteLine();
        var table = new TextTable("byline", "byline", "clean words", "log LR", "q", "verdict", "strongest rival");
        foreach (var pair in study.Pairs.Where(pair => pair.LogRatio is not null).Take(MostPairs))
        {
            table.Add(study.Bylines[pair.A].Byline, study.Bylines[pair.B].Byline, $"{study.Bylines[pair.A].Words} and {study.Bylines[pair.B].Words}", $"{pair.LogRatio:0.0}", $"{pair.Q:0.000}", PersonaWords.Of(pair.Verdict),
                pair.Rival is { } rival ? $"{study.Bylines[rival.Byline].Byline} ({rival.LogRatio:0.0})" : "");
        }

        if (table.Count > 0) table.Write(to);
        to.WriteLine();
        var hands = new TextTable("byline", "articles", "clean words", "quoted", "shared", "not prose", "hands", "why");
        foreach (var byline in study.Bylines)
            hands.Add(byline.Byline, $"{byline.Articles.Count}", $"{byline.Words}", $"{byline.QuotedWords}", $"{byline.StrippedWords}", $"{byline.OutsideWords}", PersonaWords.OfByline(byline.SeveralHands.Verdict), byline.SeveralHands.Reason);
        hands.Write(to);
        foreach (var limit in PersonaWords.Limits) to.WriteLine("Limit: " + limit);
    }
}
