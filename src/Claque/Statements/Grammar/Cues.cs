using System.Collections.Frozen;
using System.Globalization;

namespace Claque.Statements.Grammar;

/// <summary>Which words report, and how often what they report was marked by annotators.</summary>
internal static class Cues
{
    private const double RuleWeight = 3, ClassWeight = 4;
    private static readonly FrozenSet<string> SpeechVerbs = WordTable.Lines("speech-verbs.txt").SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
    private static readonly Dictionary<string, (int Found, int Right)> Measured = Load();

    /// <summary>True for a verb of speech: say, add, recall.</summary>
    public static bool Speaks(string lemma) => SpeechVerbs.Contains(lemma);

    /// <summary>True for a candidate that says what somebody calls somebody.</summary>
    public static bool Characterises(Draft draft) => draft.Rule is "perspective" or "noun-copula"
        || (draft.Cue.Split(' ')[0] is "describe" or "call" or "portray" or "depict" or "characterize" or "characterise" or "label" or "brand" or "liken"
            && !draft.Inside && (draft.Rule is "object" or "clause" or "as" or "clause-late" || draft.Rule.StartsWith("passive-as", StringComparison.Ordinal)));

    /// <summary>True when a verb of this class may report something in this form.</summary>
    public static bool IsPlausible(WordEntry entry, string rule) =>
        entry.VerbClass is 'C' or 'K' or 'E' or 'P' or 'S' || rule is "that" or "quote" or "colon" or "question" or "to" or "preposition" or "object" or "as" or "clause" or "passive";

    /// <summary>True for a noun that can report.</summary>
    public static bool IsNoun(WordEntry entry, string lower) => entry.NounClass is 'c' or 'K' || entry.Noun > 0 && lower is not ("time" or "way" or "day");

    /// <summary>Share of what this rule found with this cue that was marked; few cases lean on the rule as a whole.</summary>
    /// <remarks>Quoted words in the content, and a place within another statement, shift the odds as they did for the rule as a whole.</remarks>
    public static double Confidence(Draft draft) => Confidence(Measured, draft);

    /// <summary>The same by another table: what the measuring itself uses.</summary>
    internal static double Confidence(Dictionary<string, (int Found, int Right)> measured, Draft draft)
    {
        var kind = KindKey(draft);
        var (ruleFound, ruleRight) = measured.GetValueOrDefault(draft.Rule + "\t");
        var (kindFound, kindRight) = measured.GetValueOrDefault(kind);
        var (found, right) = measured.GetValueOrDefault(draft.Rule + "\t" + draft.Cue);
        var rule = (ruleRight + 1.0) / (ruleFound + RuleWeight);
        var prior = (kindRight + (RuleWeight * rule)) / (kindFound + RuleWeight);
        var share = (right + (ClassWeight * prior)) / (found + ClassWeight);
        var odds = Odds(share);
        if (draft.IsQuoted) odds *= Shift(measured, kind + "+quoted", prior);
        if (draft.IsNested) odds *= Shift(measured, kind + "+nested", prior);
        return Math.Round(odds / (1 + odds), 3);
    }

    /// <summary>The row of all cues of a rule that are, or are not, verbs of speech.</summary>
    internal static string KindKey(Draft draft) => draft.Rule + (Speaks(draft.Cue) ? "\t*speech" : "\t*other");

    private static double Odds(double share) => share / (1 - Math.Min(share, 0.999));

    private static double Shift(Dictionary<string, (int Found, int Right)> measured, string key, double prior)
    {
        var (found, right) = measured.GetValueOrDefault(key);
        return Odds((right + (8 * prior)) / (found + 8)) / Odds(prior);
    }

    private static Dictionary<string, (int, int)> Load()
    {
        var measured = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var line in WordTable.Lines("cue-precision.txt"))
        {
            var parts = line.Split('\t');
            measured[parts[0] + "\t" + parts[1]] = (int.Parse(parts[2], CultureInfo.InvariantCulture), int.Parse(parts[3], CultureInfo.InvariantCulture));
        }

        return measured;
    }
}
