using System.Text.Json;
using Claque.Cli.Terminal;
using Claque.Personas;
using Claque.Reports.Personas;

namespace Claque.Cli.Personas;

/// <summary>The study of bylines as JSON.</summary>
internal static class PersonasJson
{
    private const int MostPairs = 20_000;
    private const int MostWithEvidence = 20;

    /// <summary>Writes it.</summary>
    /// <param name="target">File, or - for standard output.</param>
    /// <param name="screen">The screen.</param>
    /// <param name="study">The study.</param>
    /// <param name="terms">Bylines or accounts.</param>
    /// <param name="opening">Writes the fields that only one of the two has.</param>
    public static void Write(string target, Screen screen, PersonaStudy study, PersonaTerms terms, Action<Utf8JsonWriter> opening) => JsonOutput.Write(target, screen, json =>
    {
        json.WriteStartObject();
        json.WriteString("of", terms.Many);
        json.WriteNumber("articles", study.Articles.Count);
        opening(json);
        json.WriteStartArray("other_languages");
        foreach (var name in study.OtherLanguages) json.WriteStringValue(name);
        json.WriteEndArray();
        WriteBars(json, study, terms);
        json.WriteStartArray("bylines");
        foreach (var byline in study.Bylines) WriteByline(json, study, byline);
        json.WriteEndArray();
        json.WriteNumber("pairs_made", study.Pairs.Count);
        json.WriteNumber("pairs_left_out", Math.Max(0, study.Pairs.Count - MostPairs));
        json.WriteStartArray("pairs");
        for (var i = 0; i < Math.Min(MostPairs, study.Pairs.Count); i++) WritePair(json, study, study.Pairs[i], i < MostWithEvidence);
        json.WriteEndArray();
        json.WriteStartArray("limits");
        foreach (var limit in terms.Limits) json.WriteStringValue(limit);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteBars(Utf8JsonWriter json, PersonaStudy study, PersonaTerms terms)
    {
        json.WriteStartObject("bars");
        json.WriteNumber("words_for_a_ratio", study.Options.MinWords);
        json.WriteNumber("words_for_one_hand", study.Options.EdgeWords);
        json.WriteNumber("ratio", study.Options.EdgeRatio);
        json.WriteNumber("chance_of_two_hands", study.Options.Alpha);
        json.WriteNumber("reference_bylines_needed", study.Options.MinReference);
        json.WriteEndObject();
        json.WriteStartObject("reference");
        json.WriteNumber("bylines", study.ReferenceBylines);
        json.WriteString("population", $"the other {terms.Many} of this case, nearest on topic");
        if (study.Calibration is { } calibration)
        {
            json.WriteNumber("one_hand_comparisons", calibration.SameCount);
            json.WriteNumber("two_hand_comparisons", calibration.OtherCount);
            json.WriteNumber("half_noise_words", Math.Round(calibration.HalfNoiseWords));
            json.WriteNumber("one_hand_share", Math.Round(calibration.OneHandShare, 6));
        }

        json.WriteEndObject();
    }

    private static void WriteByline(Utf8JsonWriter json, PersonaStudy study, BylineStudy byline)
    {
        json.WriteStartObject();
        json.WriteString("byline", byline.Byline);
        json.WriteNumber("articles", byline.Articles.Count);
        json.WriteNumber("words", byline.Words);
        json.WriteStartObject("stripped_words");
        json.WriteNumber("quotations", byline.QuotedWords);
        json.WriteNumber("shared_passages", byline.StrippedWords);
        json.WriteNumber("not_own_prose", byline.OutsideWords);
        json.WriteEndObject();
        WriteHabits(json, byline);
        WriteHands(json, study, byline.SeveralHands);
        json.WriteEndObject();
    }

    // Shown, not scored.
    private static void WriteHabits(Utf8JsonWriter json, BylineStudy byline)
    {
        json.WriteStartObject("habits");
        var at = 0;
        foreach (var habit in Habits.All)
        {
            json.WriteStartObject(habit.Name);
            foreach (var form in habit.Forms) json.WriteNumber(form, byline.Habits[at++]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteHands(Utf8JsonWriter json, PersonaStudy study, SeveralHands hands)
    {
        json.WriteStartObject("several_hands");
        json.WriteString("verdict", PersonaWords.OfByline(hands.Verdict));
        json.WriteString("reason", hands.Reason);
        json.WriteNumber("articles", hands.Articles);
        Number(json, "dispersion", hands.Dispersion);
        Number(json, "reference", hands.Reference);
        Number(json, "score", hands.Score);
        if (hands.Change is { } change)
        {
            json.WriteStartObject("change");
            json.WriteString("first_after", study.Articles[change.FirstAfter].Id);
            json.WriteNumber("before", change.Before);
            json.WriteNumber("after", change.After);
            json.WriteNumber("p", Math.Round(change.P, 4));
            json.WriteNumber("clearness", Math.Round(change.Clearness, 4));
            Number(json, "subject_clearness", change.SubjectClearness);
            json.WriteNumber("other_bylines", change.Others);
            json.WriteNumber("as_clear", change.AsClear);
            json.WriteEndObject();
        }

        if (hands.Split is { } split)
        {
            json.WriteStartObject("split");
            json.WriteNumber("separation", Math.Round(split.Separation, 4));
            json.WriteNumber("p", Math.Round(split.P, 4));
            json.WriteStartArray("articles");
            foreach (var article in split.Hands)
            {
                json.WriteStartObject();
                json.WriteString("id", study.Articles[article.Article].Id);
                if (article.Hand is { } hand) json.WriteNumber("hand", hand);
                else json.WriteNull("hand");
                json.WriteNumber("margin", Math.Round(article.Margin, 4));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, PersonaStudy study, PairStudy pair, bool withEvidence)
    {
        json.WriteStartObject();
        json.WriteString("a", study.Bylines[pair.A].Byline);
        json.WriteString("b", study.Bylines[pair.B].Byline);
        Number(json, "log_lr", pair.LogRatio);
        json.WriteString("verdict", PersonaWords.Of(pair.Verdict));
        if (pair.Rival is { } rival)
        {
            json.WriteStartObject("rival");
            json.WriteString("byline", study.Bylines[rival.Byline].Byline);
            json.WriteString("to", study.Bylines[rival.To].Byline);
            Number(json, "log_lr", rival.LogRatio);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("rival");
        }

        Number(json, "two_hands_chance", pair.TwoHandsChance);
        Number(json, "q", pair.Q);
        Number(json, "score", pair.Score);
        Number(json, "topic", pair.Topic);
        json.WriteNumber("words_a", study.Bylines[pair.A].Words);
        json.WriteNumber("words_b", study.Bylines[pair.B].Words);
        json.WriteString("reason", pair.Reason);
        if (withEvidence && pair.LogRatio is not null) WriteEvidence(json, study, pair);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, PersonaStudy study, PairStudy pair)
    {
        json.WriteStartArray("evidence");
        foreach (var item in Evidence.Of(study, pair))
        {
            json.WriteStartObject();
            json.WriteString("feature", item.Feature);
            json.WriteString("family", item.Family == StyleFamily.FunctionWords ? "function word" : "letter run");
            Number(json, "contribution", item.Contribution);
            Number(json, "per_1000_a", item.PerThousandA);
            Number(json, "per_1000_b", item.PerThousandB);
            Number(json, "per_1000_reference", item.PerThousandReference);
            Example(json, "example_a", study, item.ExampleA);
            Example(json, "example_b", study, item.ExampleB);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Example(Utf8JsonWriter json, string name, PersonaStudy study, EvidenceExample? example)
    {
        if (example is null) return;
        json.WriteStartObject(name);
        json.WriteString("article", study.Articles[example.Article].Id);
        json.WriteNumber("start", example.Place.Start);
        json.WriteNumber("end", example.Place.End);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, Math.Round(number, 6));
        else json.WriteNull(name);
    }
}
