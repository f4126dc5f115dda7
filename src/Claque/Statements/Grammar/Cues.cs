using System.Collections.Frozen;

namespace Claque.Statements.Grammar;

/// <summary>Which words report, and how often what they report was marked by annotators.</summary>
internal static class Cues
{
    private static readonly FrozenSet<string> SpeechVerbs = WordTable.Lines("speech-verbs.txt").SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    // They report only what stands in quotation marks before them: “We stay,” laughed Ruiz.
    private static readonly FrozenSet<string> MannerVerbs = "laugh smile grin chuckle nod shrug gasp sob weep groan snort scoff beam growl grumble moan whine giggle tease smirk thunder bark croak hiss sneer".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a verb that can stand behind a quotation as if it reported: laugh, smile, shrug.</summary>
    public static bool IsManner(string lemma) => MannerVerbs.Contains(lemma);

    /// <summary>True for a verb of speech: say, add, recall.</summary>
    public static bool Speaks(string lemma) => SpeechVerbs.Contains(lemma);

    /// <summary>True for a candidate that says what somebody calls somebody.</summary>
    public static bool Characterises(Draft draft) => draft.Rule is "perspective" or "noun-copula"
        || (draft.Cue is "refer to" && draft.Rule is "as")
        || (draft.CueWord is "describe" or "call" or "portray" or "depict" or "characterize" or "characterise" or "label" or "brand" or "liken"
            && !draft.Inside && (draft.Rule is "object" or "clause" or "as" or "clause-late" or "passive-by" || draft.Rule.StartsWith("passive-as", StringComparison.Ordinal)));

    /// <summary>True when a verb of this class may report something in this form.</summary>
    public static bool IsPlausible(WordEntry entry, string rule) =>
        entry.VerbClass is 'C' or 'K' or 'E' or 'P' or 'S' || rule is "that" or "quote" or "colon" or "question" or "to" or "preposition" or "object" or "as" or "clause" or "passive";

    /// <summary>True for a noun that can report.</summary>
    public static bool IsNoun(WordEntry entry, string lower) => entry.NounClass is 'c' or 'K' || entry.Noun > 0 && lower is not ("time" or "way" or "day");
}
