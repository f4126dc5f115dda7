namespace Claque.Statements.Grammar;

/// <summary>What follows a verb or noun of saying.</summary>
/// <param name="Content">Units of what is said; empty when nothing said follows.</param>
/// <param name="Rule">The form of the complement.</param>
/// <param name="Key">A preposition or adverb that belongs to the cue: "for" in "call for".</param>
/// <param name="After">First unit behind addressee and adjuncts, where the content begins or would begin.</param>
/// <param name="Cue">Last unit of the cue, excluded.</param>
internal readonly record struct Complement(Run Content, string Rule, string Key, int After, int Cue)
{
    private const int Bare = 16;

    /// <summary>Reads what follows a unit.</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="groups">Its verb groups.</param>
    /// <param name="from">First unit behind the cue.</param>
    /// <param name="passive">True behind a passive: the addressee is its subject.</param>
    public static Complement Of(Unit[] units, List<VerbGroup> groups, int from, bool passive)
    {
        var key = "";
        var at = from;
        if (at < units.Length && units[at].Lower is "out" or "up" or "down" or "back" or "off" && units[at].Role is Role.Preposition or Role.Adverb)
        {
            key = units[at].Lower;
            at++;
        }

        while (at < units.Length && units[at].Role == Role.Adverb) at++;
        var direct = Opening(units, groups, at);
        if (direct.Rule.Length > 0 && direct.Rule != "object") return direct with { Key = Join(key, direct.Key), Cue = Math.Max(direct.Cue, from) };
        var aside = BehindAside(units, at);
        if (aside > 0)
        {
            var later = Opening(units, groups, aside);
            if (later.Rule is "that" or "clause" or "question") return later with { Rule = later.Rule + "-aside", Key = key, Cue = from };
        }

        // Behind an addressee or an adjunct: "told reporters on Tuesday that".
        var behind = SkipAdjuncts(units, at, addressee: !passive);
        if (behind > at && behind < units.Length)
        {
            var later = Opening(units, groups, behind);
            if (later.Rule is "that" or "quote" or "colon" or "question" || (later.Rule is "clause" or "to" && units[at].Role is not Role.Preposition && !HoldsVerb(units, at, behind)) || (later.Rule == "clause" && NounPhrase.IsAdjunct(units, at, units.Length)))
                return later with { Key = key, Cue = from };
            if (later.Rule == "clause" && units[at].Role == Role.Preposition && at == from) return later with { Content = new Run(at, later.Content.End), Rule = "clause-late", Cue = from };
            if (later.Rule == "as") return later with { Content = new Run(at, later.Content.End), Key = "as", Cue = from };
        }

        if (direct.Rule.Length > 0) return direct with { Key = Join(key, direct.Key), Cue = from };
        return Prepositional(units, groups, at, behind) with { Cue = from };
    }

    private static bool HoldsVerb(Unit[] units, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (units[i].Role == Role.Verb && i > from && units[i - 1].Role == Role.Preposition) return true;
        return false;
    }

    // "said — on the radio, as it happens — that": behind the second mark; 0 when there is none.
    private static int BehindAside(Unit[] units, int at)
    {
        if (at >= units.Length || !(units[at].Is(",") || units[at].Is("—"))) return 0;
        for (var i = at + 2; i < Math.Min(units.Length - 2, at + 12); i++)
        {
            if (units[i].Role == Role.Quote) return 0;
            if (units[i].Lower == units[at].Lower) return i + 1;
        }

        return 0;
    }

    private static string Join(string a, string b) => a.Length == 0 ? b : b.Length == 0 ? a : a + " " + b;

    // What a complement may open with, right at a unit.
    private static Complement Opening(Unit[] units, List<VerbGroup> groups, int at)
    {
        var none = new Complement(Run.None, "", "", at, at);
        if (at >= units.Length) return none;
        ref var unit = ref units[at];
        if (unit.Is(","))
        {
            if (at + 1 < units.Length && units[at + 1].Role == Role.Quote) return Found(at + 1, "quote");
            if (at + 2 < units.Length && units[at + 1].Is("that")) return Found(at + 1, "that");
            return none;
        }

        if (unit.Is(":")) return at + 1 < units.Length ? Found(at + 1, "colon") : none with { Rule = "block" };
        if (unit.Role == Role.Quote) return Found(at, "quote");
        if (unit.Is("that") && unit.Role == Role.Subordinator) return Found(at, "that");
        if (unit.Role == Role.Question || unit.Lower is "whether" or "if") return Found(at, "question");
        if (unit.Role == Role.To && at + 1 < units.Length) return Found(at, "to");
        if (unit.Is("as")) return Found(at, "as");
        if (unit.Role == Role.Verb && (unit.Form & VerbForm.Ing) != 0) return Found(at, "ing");
        if (NounPhrase.BeginsPhrase(unit) || unit.Is("there"))
        {
            if (NounPhrase.IsTime(unit) && !HasVerbSoon(units, groups, at)) return none;
            if (HasVerbSoon(units, groups, at)) return Found(at, "clause");
            return Found(at, "object");
        }

        if (unit.Role is Role.Subordinator or Role.Preposition && HasVerbSoon(units, groups, at + 1) && unit.Lower is "although" or "though" or "while" or "despite" or "if") return Found(at, "clause");
        return none;

        Complement Found(int start, string rule) => new(new Run(start, Boundary.Of(units, groups, start, rule)), rule, "", start, start);
    }

    // A subject with its finite verb: no comma between but those of an insert.
    private static bool HasVerbSoon(Unit[] units, List<VerbGroup> groups, int at)
    {
        var end = NounPhrase.EndOf(units, at, units.Length, chains: true);
        if (at >= units.Length) return false;
        if (end <= at) return units[at].Is("there");
        if (end + 2 < units.Length && units[end].Is(",") && units[end + 1].Role == Role.Adverb && units[end + 2].Is(",")) end += 3;
        while (end < units.Length && units[end].Role == Role.Adverb) end++;
        if (end >= units.Length) return false;
        if (IsFiniteAt(groups, end)) return true;
        // A verb may stand in quotation marks: said the mayor “will not resign”.
        if (units[end].Role == Role.Quote && units[end].End - units[end].Start > 12) return true;
        for (var i = at; i < end; i++)
            if (units[i].Role == Role.Quote && units[i].End - units[i].Start > 30) return true;
        // "the men, who had fled, were"; "those who left are"
        if (units[end].Role is Role.Question || (units[end].Is(",") && end + 1 < units.Length && units[end + 1].Role is Role.Question or Role.Determiner or Role.Name))
            return groups.Exists(group => group.Start > end && group.Start < at + Bare && group.IsFinite);
        return units[end].Role is Role.Preposition && groups.Exists(group => group.Start > end && group.Start < end + 8 && group.IsFinite && !Stops(units, end, group.Start));
    }

    private static bool Stops(Unit[] units, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (units[i].Role is Role.Sign or Role.Subordinator or Role.Question or Role.Conjunction) return true;
        return false;
    }

    private static bool IsFiniteAt(List<VerbGroup> groups, int at)
    {
        foreach (var group in groups)
            if (group.Start == at && group.IsFinite) return true;
        return false;
    }

    /// <summary>Behind addressees, times and occasions.</summary>
    public static int SkipAdjuncts(Unit[] units, int at, bool addressee)
    {
        for (var rounds = 0; rounds < 4 && at < units.Length; rounds++)
        {
            ref var unit = ref units[at];
            if (unit.Role == Role.Adverb || (NounPhrase.IsTime(unit) && !addressee))
            {
                at++;
                continue;
            }

            if (unit.Role == Role.Preposition && !unit.Is("as"))
            {
                var end = NounPhrase.EndOf(units, at + 1, units.Length, chains: true);
                if (end == at + 1 && at + 1 < units.Length && units[at + 1].Role == Role.Verb) return at;
                if (end == at + 1) return at;
                at = end;
                addressee = false;
                continue;
            }

            if (NounPhrase.IsTime(unit) || (NounPhrase.BeginsPhrase(unit) && (addressee || IsTimePhrase(units, at))))
            {
                var end = NounPhrase.EndOf(units, at, units.Length, chains: true);
                if (end == at) return at;
                at = end;
                addressee = false;
                continue;
            }

            return at;
        }

        return at;
    }

    private static bool IsTimePhrase(Unit[] units, int at)
    {
        for (var i = at; i < Math.Min(at + 4, units.Length); i++)
        {
            if (NounPhrase.IsTime(units[i])) return true;
            if (units[i].Role is Role.Sign or Role.Verb) return false;
        }

        return false;
    }

    private static Complement Prepositional(Unit[] units, List<VerbGroup> groups, int at, int behind)
    {
        var none = new Complement(Run.None, "", "", Math.Max(at, behind), at);
        if (at >= units.Length || units[at].Role != Role.Preposition || at + 1 >= units.Length) return none;
        if (NounPhrase.IsAdjunct(units, at, units.Length)) return none;
        return new Complement(new Run(at + 1, Boundary.Of(units, groups, at + 1, "preposition")), "preposition", units[at].Lower, at, at + 1);
    }
}

/// <summary>Where what is said ends.</summary>
internal static class Boundary
{
    /// <summary>First unit behind the content that begins at a unit.</summary>
    public static int Of(Unit[] units, List<VerbGroup> groups, int start, string rule)
    {
        var phrase = rule is "object" or "preposition" or "as" or "ing" or "to";
        var last = units.Length;
        while (last > start && units[last - 1].Role == Role.Sign && units[last - 1].Lower is "." or "?" or "!" or ";") last--;
        for (var i = start + 1; i < last; i++)
        {
            if (rule == "all") continue;
            if (units[i].Is(";") && rule != "colon") return i;
            if (units[i].Is(",") && (EndsAtComma(units, groups, i, rule) || (phrase && rule is not "to" and not "ing" && !IsList(units, i)))) return i;
            if (units[i].Role == Role.Conjunction && EndsAtConjunction(units, groups, i, phrase)) return i;
            if (phrase && units[i].Role is Role.Subordinator && !units[i].Is("that") && rule != "to") return i;
            if (phrase && units[i].Lower is "after" or "before" or "during" or "while" or "when" or "as" && rule is not "to" and not "ing" and not "as" && i > start + 1) return i;
            if (units[i].Is("according") || (units[i].Is(",") && i + 2 < last && units[i + 1].Is("according"))) return i;
        }

        return last;
    }

    private static bool IsList(Unit[] units, int comma)
    {
        if (comma + 1 >= units.Length || !NounPhrase.BeginsPhrase(units[comma + 1])) return false;
        for (var i = comma + 1; i < Math.Min(units.Length, comma + 10); i++)
        {
            if (units[i].Role == Role.Conjunction) return true;
            if (units[i].Role is Role.Verb or Role.Be or Role.Have or Role.Modal) return false;
        }

        return false;
    }

    // ", adding", ", but he", ", said Ruiz", ", which", ", while others …"
    private static bool EndsAtComma(Unit[] units, List<VerbGroup> groups, int comma, string rule)
    {
        var next = comma + 1;
        if (next >= units.Length) return true;
        while (next < units.Length && units[next].Role == Role.Adverb) next++;
        if (next >= units.Length) return true;
        if (units[next].Role == Role.Verb && units[next].Word.Entry.VerbClass == 'C' && (units[next].Form & VerbForm.Ing) != 0) return true;
        if (units[next].Role == Role.Conjunction && units[next].Is("but")) return HasSubjectAndVerb(units, groups, next + 1, cueOnly: false);
        if (units[next].Role == Role.Conjunction) return HasSubjectAndVerb(units, groups, next + 1, cueOnly: true);
        // ", a quarter of whom", ", leaving": the writer's afterthought more often than the source's.
        if (rule is "clause" or "that" && (units[next].Lower is "a" or "an" or "where" || (units[next].Role == Role.Verb && units[next].Form == VerbForm.Ing))) return true;
        if (rule is "clause" or "that" && units[next].Is("which") && units.Length - comma > comma) return true;
        if (units[next].Lower is "while" or "whereas" or "although" or "though") return rule != "colon";
        return false;
    }

    private static bool EndsAtConjunction(Unit[] units, List<VerbGroup> groups, int at, bool phrase)
    {
        var next = at + 1;
        while (next < units.Length && units[next].Role == Role.Adverb) next++;
        if (next >= units.Length) return false;
        foreach (var group in groups)
        {
            if (group.Start != next) continue;
            if (!group.IsFinite) return false;
            // "said A and added that B"
            return phrase || IsCue(units, group);
        }

        return HasSubjectAndVerb(units, groups, next, cueOnly: true);
    }

    private static bool IsCue(Unit[] units, VerbGroup group)
    {
        if (group.IsCopula || units[group.Main].Word.Entry.VerbClass != 'C') return false;
        var next = group.Main + 1;
        return next < units.Length && (units[next].Lower is "that" or ":" || units[next].Role is Role.Quote or Role.Pronoun or Role.Name or Role.Determiner
            || (units[next].Is(",") && next + 1 < units.Length && units[next + 1].Role == Role.Quote));
    }

    private static bool HasSubjectAndVerb(Unit[] units, List<VerbGroup> groups, int at, bool cueOnly)
    {
        if (at >= units.Length || !NounPhrase.BeginsPhrase(units[at])) return false;
        var end = NounPhrase.EndOf(units, at, units.Length, chains: true);
        while (end < units.Length && units[end].Role == Role.Adverb) end++;
        foreach (var group in groups)
            if (group.Start == end && group.IsFinite) return !cueOnly || IsCue(units, group);
        return false;
    }
}
