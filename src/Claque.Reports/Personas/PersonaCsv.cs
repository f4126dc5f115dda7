using System.Globalization;
using Claque.Personas;
using Claque.Reports.Exports;

namespace Claque.Reports.Personas;

/// <summary>The pairs of a study of bylines as CSV.</summary>
public static class PersonaCsv
{
    /// <summary>Writes all pairs, strongest first.</summary>
    /// <param name="study">The study.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(PersonaStudy study, Stream output)
    {
        ArgumentNullException.ThrowIfNull(study);
        using var csv = new CsvWriter(output, new CsvOptions(), "byline_a", "byline_b", "words_a", "words_b", "score", "topic", "log_lr", "q", "verdict", "rival", "rival_log_lr", "reason", "two_hands_chance");
        foreach (var pair in study.Pairs)
        {
            var (a, b) = (study.Bylines[pair.A], study.Bylines[pair.B]);
            csv.Text(a.Byline);
            csv.Text(b.Byline);
            csv.Number(Exports.Number.Of(a.Words));
            csv.Number(Exports.Number.Of(b.Words));
            csv.Number(Figure(pair.Score));
            csv.Number(Figure(pair.Topic));
            csv.Number(Figure(pair.LogRatio));
            csv.Number(Figure(pair.Q));
            csv.Text(PersonaWords.Of(pair.Verdict));
            csv.Text(pair.Rival is { } rival ? study.Bylines[rival.Byline].Byline : "");
            csv.Number(Figure(pair.Rival?.LogRatio));
            csv.Text(pair.Reason);
            csv.Number(Figure(pair.TwoHandsChance));
            csv.EndRow();
        }
    }

    /// <summary>Writes a line for each article that was asked whether its byline has several hands: which of two it would go to.</summary>
    /// <param name="study">The study.</param>
    /// <param name="output">Where to; left open.</param>
    public static void WriteHands(PersonaStudy study, Stream output)
    {
        ArgumentNullException.ThrowIfNull(study);
        using var csv = new CsvWriter(output, new CsvOptions(), "byline", "hands", "score", "split_p", "article", "published", "hand", "margin");
        foreach (var byline in study.Bylines)
        {
            foreach (var hand in byline.SeveralHands.Split?.Hands ?? [])
            {
                csv.Text(byline.Byline);
                csv.Text(PersonaWords.OfByline(byline.SeveralHands.Verdict));
                csv.Number(Figure(byline.SeveralHands.Score));
                csv.Number(Figure(byline.SeveralHands.Split!.P));
                csv.Text(study.Articles[hand.Article].Id);
                csv.Text(PersonaWords.Published(study.Articles[hand.Article]));
                csv.Number(hand.Hand is { } given ? Exports.Number.Of(given) : "");
                csv.Number(Figure(hand.Margin));
                csv.EndRow();
            }
        }
    }

    private static string Figure(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
