using Claque.Statements.Grammar;

namespace Claque.Statements.Figures;

/// <summary>The noun that a number counts.</summary>
/// <param name="Head">Its unit; -1 when the number stands alone.</param>
/// <param name="End">First unit behind the figure.</param>
/// <param name="Modifiers">Base forms of what narrows it: <c>Somali</c>, <c>bank</c>; <c>more</c> for other and additional ones.</param>
internal sealed record CountedNoun(int Head, int End, List<string> Modifiers)
{
    /// <summary>The noun behind adjectives, and behind "of its".</summary>
    /// <param name="text">The article.</param>
    /// <param name="units">The sentence.</param>
    /// <param name="amount">The number.</param>
    /// <param name="at">Unit at which the number begins.</param>
    public static CountedNoun Of(string text, Unit[] units, int at, Amount amount)
    {
        var modifiers = new List<string>();
        var head = -1;
        for (var i = amount.End; i < Math.Min(units.Length, amount.End + 7); i++)
        {
            // "nine go last year"
            if (units[i].Lower is "last" or "this" or "next" && i + 1 < units.Length && NounPhrase.IsTime(units[i + 1])) break;
            // "compared to 47 the night before"
            if (units[i].Is("the") && !units[i - 1].Is("of")) break;
            if (units[i].Is("%") || units[i].Is("percent")) return new(i, i + 1, modifiers);
            if (units[i].Is("per") && i + 1 < units.Length && units[i + 1].Is("cent")) return new(i + 1, i + 2, modifiers);
            // "1,400 Harandis", "33 Senate Democrats"
            if (units[i].Role is Role.Name && head < 0 && units[i].Lower.EndsWith('s') && units[i].Lower.Length > 4 && (i + 1 == units.Length || units[i + 1].Role is not (Role.Noun or Role.Name))) return new(i, i + 1, modifiers);
            if (units[i].Role is Role.Noun || IsNounAfterAll(units, i, head, amount))
            {
                if (head >= 0 && !units[i - 1].Is("-")) modifiers.Add(Singular(units[head]));
                head = i;
            }
            // "two co - workers"
            else if (head >= 0 && units[i].Is("-") && !units[head].Word.Entry.IsPlural && i + 1 < units.Length && units[i + 1].Word.Entry.IsPlural) continue;
            else if (head >= 0) break;
            else if (modifiers.Count > 0 && units[i].Is("and") && Amount.At(text, units, i + 1) is { } next && Of(text, units, i + 1, next) is { Head: >= 0 } shared) return shared with { End = i, Modifiers = modifiers };
            else if (!Narrows(units, i, modifiers)) break;
        }

        if (at > 0 && units[at - 1].Is("another")) modifiers.Add("more");
        return new(head, head < 0 ? amount.End : head + 1, modifiers);
    }

    /// <summary>The base form of a unit; of a noun also where its form could be a verb's, or is in no list.</summary>
    public static string Singular(in Unit unit) => unit.Lower switch
    {
        "people" => "people",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "thieves" => "thief",
        _ => unit.Role == Role.Noun && unit.Word.Entry.IsPlural && unit.Lower.EndsWith('s') && (unit.Word.Entry.Verb > 0 || unit.Lemma == unit.Lower) ? WithoutS(unit.Lower) : unit.Lemma,
    };

    private static string WithoutS(string plural) =>
        plural.Length > 4 && plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y"
        : plural.Length > 4 && (plural.EndsWith("ches", StringComparison.Ordinal) || plural.EndsWith("shes", StringComparison.Ordinal) || plural.EndsWith("sses", StringComparison.Ordinal)) ? plural[..^2]
        : plural[..^1];

    /// <summary>The base form of the noun found at a unit, which may have been taken for a verb: "the 23 suspects surrendered".</summary>
    public static string Counted(Unit unit)
    {
        if (unit.Role == Role.Verb) unit.Role = Role.Noun;
        return Singular(unit);
    }

    // "one arrest"; "the 23 suspects surrendered", "23 piracy suspects who": more than one of them, so a plural that could be a verb is their noun.
    private static bool IsNounAfterAll(Unit[] units, int i, int head, Amount amount) =>
        units[i].Role == Role.Verb && units[i].Word.Entry.Noun > 0 && (amount.High > 1 ? IsPluralOf(units, i, head) : head < 0 && (units[i].Form & VerbForm.Base) != 0);

    private static bool IsPluralOf(Unit[] units, int i, int head) => units[i].Word.Entry.IsPlural && units[i].Lower.EndsWith('s') && (head < 0 || (head == i - 1 && !units[head].Word.Entry.IsPlural) || units[i - 1].Is("-"));

    // True for what may stand between a number and its noun.
    private static bool Narrows(Unit[] units, int i, List<string> modifiers)
    {
        if (units[i].Role is Role.Adjective or Role.Name) modifiers.Add(units[i].Lower);
        else if (units[i].Role == Role.Verb && (units[i].Form & (VerbForm.Participle | VerbForm.Ing)) != 0 && i + 1 < units.Length && units[i + 1].Role is Role.Noun or Role.Adjective) modifiers.Add(units[i].Lemma);
        else if (units[i].Lower is "more" or "other" or "additional") modifiers.Add("more");
        else return units[i].Role == Role.Adverb || units[i].Lower is "of" or "the" or "its" or "their" or "his" or "her" or "-";
        return true;
    }
}
