using Claque.Statements.Grammar;

namespace Claque.Statements.Figures;

/// <summary>The sentences before one.</summary>
/// <param name="Sentences">All sentences.</param>
/// <param name="Index">Which one.</param>
internal readonly record struct Before(List<Sentence> Sentences, int Index);

/// <summary>Numbers whose verb or owner stands further back: "about thirty had done so", “A few dozen over the years,” "He is 70".</summary>
internal static class Ellipses
{
    private const int FarthestOwner = 4;

    /// <summary>What is said of a number without a noun, by the words before it that it leans on; empty for none.</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="at">Unit of the number.</param>
    /// <param name="end">First unit behind it.</param>
    /// <param name="before">What was told before.</param>
    public static string Predicate(Unit[] units, int at, int end, Before before)
    {
        var earlier = before.Index > 0 ? before.Sentences[before.Index - 1].Units : [];
        if (HaveDoneSo(units, end)) return Last(units, at) is { Length: > 0 } here ? here : Last(earlier, earlier.Length);
        return IsAnswer(units, at) ? Last(earlier, earlier.Length) : "";
    }

    /// <summary>Whose age it is, by the one name in the nearest sentence before that has any: "Ruiz came in. He is 70."</summary>
    public static string? Aged(Before before)
    {
        for (var i = before.Index - 1; i >= Math.Max(0, before.Index - FarthestOwner); i--)
        {
            string? only = null;
            var units = before.Sentences[i].Units;
            for (var k = 0; k < units.Length; k++)
            {
                if (units[k].Role != Role.Name || (k + 1 < units.Length && units[k + 1].Role == Role.Name)) continue;
                if (only is not null && only != units[k].Lower) return null;
                only = units[k].Lower;
            }

            if (only is not null) return only;
        }

        return null;
    }

    /// <summary>The number of the sentence whose noun the one after "has" leaves out: "had 900 workers in 2015 and has about 400 today", or the one after "compared to": "six arrests on Monday, compared to 47 the night before"; -1 for none.</summary>
    /// <param name="text">The article.</param>
    /// <param name="units">The sentence.</param>
    /// <param name="start">First unit of the number, its hedge included.</param>
    public static int Compared(string text, Unit[] units, int start)
    {
        if (start > 3 && units[start - 1].Lower is "to" or "with" && units[start - 2].Is("compared"))
        {
            for (var i = start - 3; i >= 0; i--)
                if (Amount.At(text, units, i) is { IsYear: false }) return i;
            return -1;
        }

        if (start < 4 || units[start - 1].Lower is not ("has" or "have")) return -1;
        for (var i = start - 2; i > 0; i--)
            if (units[i - 1].Is("had") && Amount.At(text, units, i) is { IsYear: false }) return i;
        return -1;
    }

    /// <summary>True for people who "have gone": not to a place, nor through something.</summary>
    public static bool HaveGone(Unit[] units, int at)
    {
        if (at >= units.Length || units[at].Role != Role.Have) return false;
        var verb = at + 1;
        while (verb < units.Length && units[verb].Role == Role.Adverb) verb++;
        return verb < units.Length && units[verb].Is("gone") && IsLeaving(units, verb);
    }

    /// <summary>True for "had nine go", "saw three leave".</summary>
    public static bool HadGo(Unit[] units, int start, int end) => start > 0 && end < units.Length && units[end].Lower is "go" or "leave" && (units[start - 1].Role == Role.Have || units[start - 1].Lower is "saw" or "watched");

    // "about thirty had done so", "forty did the same"; not "forty did the washing"
    private static bool HaveDoneSo(Unit[] units, int at)
    {
        if (at < units.Length && units[at].Role == Role.Have) at++;
        return at + 1 < units.Length && units[at].Lower is "done" or "did" or "do" && (units[at + 1].Is("so") || (at + 2 < units.Length && units[at + 1].Is("the") && units[at + 2].Is("same")));
    }

    // Words without a verb that begin with the number: what was asked or told before is said of it.
    private static bool IsAnswer(Unit[] units, int at) => at < 3 && units.Length < 12 && !Array.Exists(units, unit => unit.Role is Role.Verb or Role.Be or Role.Have or Role.Modal or Role.Do);

    // The last word before a place that tells what becomes of people.
    private static string Last(Unit[] units, int end)
    {
        for (var i = end - 1; i >= 0; i--)
        {
            if (units[i].Role != Role.Verb) continue;
            if (units[i].Lemma == "go" && IsLeaving(units, i)) return "left";
            if (FigureLexicon.Predicate(units[i].Lemma) is { Length: > 0 } found && (found is "left" or "joined" || FigureLexicon.IsFateClass(found))) return found;
        }

        return "";
    }

    private static bool IsLeaving(Unit[] units, int verb) =>
        verb + 1 >= units.Length || !(units[verb + 1].Role is Role.To or Role.Verb or Role.Noun or Role.Name or Role.Adjective || units[verb + 1].Lower is "through" or "into" or "on" or "back" or "about" or "down" or "up" or "without" or "round" or "around");
}
