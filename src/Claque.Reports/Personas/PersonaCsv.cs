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
        using var csv = new CsvWriter(output, new CsvOptions(), "byline_a", "byline_b", "words_a", "words_b", "score", "topic", "log_lr", "q", "verdict", "rival", "rival_log_lr", "reason", "two_hands_chance", "rival_to");
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
            csv.Text(pair.Rival is { } near ? study.Bylines[near.To].Byline : "");
            csv.EndRow();
        }
    }

    /// <summary>Writes a line for each byline: what was counted and left out, whether several hands wrote under it, its clearest change, its habits.</summary>
    /// <param name="study">The study.</param>
    /// <param name="output">Where to; left open.</param>
    public static void WriteBylines(PersonaStudy study, Stream output)
    {
        ArgumentNullException.ThrowIfNull(study);
        using var csv = new CsvWriter(output, new CsvOptions(), ["byline", "articles", "words", "quoted_words", "shared_words", "other_words", "hands", "score", "split_p", "reason",
            "change_first_after", "change_published", "change_before", "change_after", "change_p", "change_clearness", "subject_clearness", "other_bylines", "as_clear",
            .. Habits.All.SelectMany(habit => habit.Forms.Select(form => Column($"{habit.Name} {form}")))]);
        foreach (var byline in study.Bylines)
        {
            var hands = byline.SeveralHands;
            csv.Text(byline.Byline);
            foreach (var count in new[] { byline.Articles.Count, byline.Words, byline.QuotedWords, byline.StrippedWords, byline.OutsideWords }) csv.Number(Exports.Number.Of(count));
            csv.Text(PersonaWords.OfByline(hands.Verdict));
            csv.Number(Figure(hands.Score));
            csv.Number(Figure(hands.Split?.P));
            csv.Text(hands.Reason);
            csv.Text(hands.Change is { } change ? study.Articles[change.FirstAfter].Id : "");
            csv.Text(hands.Change is { } at ? PersonaWords.Published(study.Articles[at.FirstAfter]) : "");
            foreach (var figure in new double?[] { hands.Change?.Before, hands.Change?.After, hands.Change?.P, hands.Change?.Clearness, hands.Change?.SubjectClearness, hands.Change?.Others, hands.Change?.AsClear }) csv.Number(Figure(figure));
            foreach (var habit in byline.Habits) csv.Number(Exports.Number.Of(habit));
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

    // "titles Mr." is titles_mr_dot.
    private static string Column(string name) =>
        string.Join('_', name.ToLowerInvariant().Replace(".", " dot", StringComparison.Ordinal).Replace(",", " comma", StringComparison.Ordinal).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries));

    private static string Figure(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
