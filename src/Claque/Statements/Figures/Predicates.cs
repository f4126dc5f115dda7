using Claque.Statements.Grammar;

namespace Claque.Statements.Figures;

/// <summary>What is said of the counted, as a class of <c>predicates.txt</c>.</summary>
internal static class Predicates
{
    /// <summary>The class of the word that governs the figure, or else of the nearest word that has one; empty for none.</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="at">Unit of the number.</param>
    /// <param name="start">First unit of the figure, its hedge included.</param>
    /// <param name="end">First unit behind the figure.</param>
    /// <param name="isSure">False when the word is in another clause, or so far off that it may be said of something else.</param>
    public static string Of(Unit[] units, int at, int start, int end, out bool isSure)
    {
        isSure = true;
        if (end - 1 > at && Undergone(units, end - 1) is { Length: > 0 } undergone) return undergone;
        if (AreSpokenTo(units, start)) return "";
        if (LosingLives(units, end)) return "died";
        if (Displacing(units, end)) return "displaced";
        if (Ellipses.HaveGone(units, end)) return "left";
        if (Governing(units, start) is { Length: > 0 } governed) return governed;
        return Nearest(units, at, end, out isSure);
    }

    /// <summary>The class of a word right behind a number that says what became of as many people: "1 dead, 2 hurt", "12 arrested for". Empty for none, and where the word belongs to a noun ("two wounded men").</summary>
    public static string Undergone(Unit[] units, int at)
    {
        if (at >= units.Length || at < 1 || units[at].Lower is not ("dead" or "hurt" or "missing" or "homeless") && (units[at].Form & VerbForm.Participle) == 0) return "";
        if (at + 1 < units.Length && units[at + 1].Role is Role.Noun or Role.Name or Role.Adjective or Role.Number || units[at].Lemma is "miss" && !units[at].Is("missing")) return "";
        return units[at].Lemma != "leave" && ClassOf(units, at) is var found && FigureLexicon.IsFateClass(found) ? found : "";
    }

    // "interviews with 23 people who left": so many spoke, and more may have left.
    private static bool AreSpokenTo(Unit[] units, int start) => start > 1
        && (units[start - 1].Lemma is "interview" || (units[start - 1].Lower is "with" or "to" or "from" && units[start - 2].Lemma is "interview" or "speak" or "talk" or "testimony" or "conversation" or "account"));

    // "four employees had lost their lives"
    private static bool LosingLives(Unit[] units, int end)
    {
        var verb = end < units.Length && units[end].Role == Role.Have ? end + 1 : end;
        return verb + 2 < units.Length && units[verb].Lemma == "lose" && units[verb + 1].Lower is "their" or "his" or "her" && units[verb + 2].Lower is "lives" or "life";
    }

    // "310 people left their houses", "lost their homes"
    private static bool Displacing(Unit[] units, int end)
    {
        if (end >= units.Length || units[end].Role != Role.Verb || units[end].Lemma is not ("leave" or "lose" or "abandon" or "flee" or "quit")) return false;
        for (var i = end + 1; i < Math.Min(units.Length, end + 4); i++)
            if (units[i].Role == Role.Noun) return units[i].Lemma is "home" or "house" or "flat" or "village" or "land" or "farm" or "homes" or "houses";
        return false;
    }

    // "killing at least 10 people, injuring others": the verb right before the number, unless it is a passive or "leaving … injured".
    private static string Governing(Unit[] units, int start)
    {
        // "the slayings of two women", "the arrest of the 23 pirates"; not "members of the four families"
        var of = start > 0 && units[start - 1].Role == Role.Determiner ? start - 2 : start - 1;
        if (of > 0 && units[of].Is("of") && units[of - 1].Role == Role.Noun && FigureLexicon.Predicate(CountedNoun.Singular(units[of - 1])) is { Length: > 0 } named && named is not "member") return named;
        // "gunned down two women"
        var verb = start > 1 && units[start - 1].Lower is "down" or "up" ? start - 2 : start - 1;
        if (verb < 0 || units[verb].Role != Role.Verb || units[verb].Lemma == "leave") return "";
        // "I buried 64 people"; an avalanche may bury the living.
        if (units[verb].Lemma == "bury" && verb > 0 && units[verb - 1].Lower is "i" or "we" or "he" or "she" or "they") return "died";
        return verb > 0 && units[verb - 1].Role == Role.Be ? "" : ClassOf(units, verb);
    }

    /// <summary>The class of the nearest word that has one: behind the noun first, then before the number; empty for none. "Left 300 without pay" is not that they left.</summary>
    public static string Nearest(Unit[] units, int from, int to, out bool isSure)
    {
        isSure = true;
        // "two wounded men", "four murder victims", "23 arrested pirates"
        for (var i = from + 1; i < to - 1; i++)
            if (units[i].Role is Role.Verb or Role.Adjective or Role.Noun && FigureLexicon.IsFateClass(FigureLexicon.Predicate(units[i].Lemma))) return FigureLexicon.Predicate(units[i].Lemma);
        // "Three people, one of them a nurse, were killed"
        if (to < units.Length && units[to].Is(","))
            for (var i = to + 1; i + 2 < Math.Min(units.Length, to + 10); i++)
                if (units[i].Is(",") && units[i + 1].Role is Role.Be or Role.Have && FigureLexicon.Predicate(units[i + 2].Lemma) is { Length: > 0 } behind) return behind;
        for (var distance = 0; distance < 9; distance++)
            foreach (var i in (ReadOnlySpan<int>)[to + distance, from - 1 - distance])
                if (i >= 0 && i < units.Length && units[i].Role is Role.Verb or Role.Noun or Role.Adjective && !(units[i].Lemma == "leave" && i < from && i > from - 4) && ClassOf(units, i) is { Length: > 0 } found)
                {
                    if (IsDoneBy(units, i, to)) return "";
                    isSure = distance < 5 && !IsParted(units, i < from ? i : to, i < from ? from : i);
                    return found;
                }

        for (var i = from; i < to; i++)
            if (units[i].Role is Role.Noun && FigureLexicon.Predicate(CountedNoun.Singular(units[i])) is { Length: > 0 } inside) return inside;
        return "";
    }

    // "two officers shot the teenager": they did it, and did not undergo it.
    private static bool IsDoneBy(Unit[] units, int verb, int to)
    {
        if (verb < to || verb > to + 2 || units[verb].Role != Role.Verb || verb + 1 >= units.Length || !FigureLexicon.IsFateClass(ClassOf(units, verb)) && units[verb].Lemma != "shoot") return false;
        for (var i = to; i < verb; i++)
            if (units[i].Role != Role.Adverb) return false;
        return (units[verb].Form & (VerbForm.Past | VerbForm.Base)) != 0 && units[verb + 1].Role is Role.Determiner or Role.Possessive or Role.Pronoun or Role.Name or Role.Number or Role.Noun && !NounPhrase.IsTime(units[verb + 1]);
    }

    // True when a clause ends between two units.
    private static bool IsParted(Unit[] units, int first, int last)
    {
        for (var i = first; i < last; i++)
            if (units[i].Role is Role.Subordinator or Role.Question || units[i].Lower is "," or ";" or ":" or "(" or ")" or "and" or "but") return true;
        return false;
    }

    // A noun in -ing is a thing ("in the building"), unless the list names it.
    private static string ClassOf(Unit[] units, int at)
    {
        var unit = units[at];
        // "A survey found that a fifth …"
        if (unit.Is("found") && at + 1 < units.Length && (units[at + 1].Is("that") || units[at + 1].Role == Role.Be)) return "";
        if (unit.Lemma == "take" && at + 1 < units.Length && units[at + 1].Is("part")) return "joined";
        // "news from home"
        if (unit.Is("home") && at > 0 && units[at - 1].Is("from")) return "";
        // "spent the night in a church"
        if (unit.Lemma == "spend" && Array.Exists(units[at..Math.Min(units.Length, at + 4)], behind => behind.Lower is "evening" or "afternoon" or "rest" or "time" || NounPhrase.IsTime(behind))) return "";
        if (FigureLexicon.Predicate(unit.Lower) is { Length: > 0 } written) return written;
        if (unit.Lower.EndsWith("ing", StringComparison.Ordinal) && (unit.Role == Role.Noun || (at > 0 && units[at - 1].Role is Role.Determiner or Role.Possessive or Role.Adjective))) return "";
        return FigureLexicon.Predicate(unit.Lemma) is { Length: > 0 } found ? found : FigureLexicon.Predicate(CountedNoun.Singular(unit));
    }
}
