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

    /// <summary>True when a verb of this class may report something in this form.</summary>
    public static bool IsPlausible(WordEntry entry, string rule) =>
        entry.VerbClass is 'C' or 'K' or 'E' or 'P' or 'S' || rule is "that" or "quote" or "colon" or "question" or "to" or "preposition" or "object" or "as" or "clause" or "passive";

    /// <summary>True for a noun that can report.</summary>
    public static bool IsNoun(WordEntry entry, string lower) => entry.NounClass is 'c' or 'K' || entry.Noun > 0 && lower is not ("time" or "way" or "day");

    /// <summary>Share of what this rule found with this cue that was marked; few cases lean on the rule as a whole.</summary>
    public static double Confidence(string rule, string cue) => Confidence(Measured, rule, cue);

    /// <summary>The same by another table: what the measuring itself uses.</summary>
    internal static double Confidence(Dictionary<string, (int Found, int Right)> measured, string rule, string cue)
    {
        var (ruleFound, ruleRight) = measured.GetValueOrDefault(rule + "\t");
        var kind = Speaks(cue) ? rule + "\t*speech" : rule + "\t*other";
        var (kindFound, kindRight) = measured.GetValueOrDefault(kind);
        var (found, right) = measured.GetValueOrDefault(rule + "\t" + cue);
        var prior = (ruleRight + 1.0) / (ruleFound + RuleWeight);
        prior = (kindRight + (RuleWeight * prior)) / (kindFound + RuleWeight);
        return Math.Round((right + (ClassWeight * prior)) / (found + ClassWeight), 3);
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
