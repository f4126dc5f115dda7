namespace Claque.Statements.Grammar;

/// <summary>What follows a verb or noun of saying.</summary>
/// <param name="Content">Units of what is said; empty when nothing said follows.</param>
/// <param name="Rule">The form of the complement.</param>
/// <param name="Key">A preposition or adverb that belongs to the cue: "for" in "call for".</param>
/// <param name="After">First unit behind addressee and adjuncts, where the content begins or would begin.</param>
/// <param name="Cue">Last unit of the cue, excluded.</param>
internal readonly record struct Complement(Run Content, string Rule, string Key, int After, int Cue)
{
    /// <summary>Reads what follows a unit.</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="groups">Its verb groups.</param>
    /// <param name="from">First unit behind the cue.</param>
    /// <param name="passive">True behind a passive: the addressee is its subject.</param>
    public static Complement Of(Unit[] units, List<VerbGroup> groups, int from, bool passive) => ComplementOpening.Of(units, groups, from, passive).Ended(units, groups);
}

/// <summary>How a complement begins. Where it ends costs far more to find, and most openings come to nothing.</summary>
/// <param name="Start">First unit of what is said; -1 when nothing said follows.</param>
/// <param name="Clause">First unit of its clause or phrase, before which no end is looked for.</param>
/// <param name="Form">The form that tells where it may end.</param>
/// <param name="Rule">The form of the complement.</param>
/// <param name="Key">A preposition or adverb that belongs to the cue.</param>
/// <param name="After">First unit behind addressee and adjuncts.</param>
/// <param name="Cue">Last unit of the cue, excluded.</param>
internal readonly record struct ComplementOpening(int Start, int Clause, string Form, string Rule, string Key, int After, int Cue)
{
    private const int Bare = 16;

    /// <summary>Reads what follows a unit.</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="groups">Its verb groups.</param>
    /// <param name="from">First unit behind the cue.</param>
    /// <param name="passive">True behind a passive: the addressee is its subject.</param>
    public static ComplementOpening Of(Unit[] units, List<VerbGroup> groups, int from, bool passive)
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
            if (later.Rule is "that" or "clause" or "question" or "quote") return later with { Rule = later.Rule + "-aside", Key = key, Cue = from };
        }

        // Behind an addressee or an adjunct: "told reporters on Tuesday that".
        var behind = SkipAdjuncts(units, at, addressee: !passive);
        if (behind > at && behind < units.Length)
        {
            var later = Opening(units, groups, behind);
            if (later.Rule == "that" && direct.Rule == "object" && IsFiniteAt(groups, BehindAdverbs(units, behind + 1))) return direct with { Key = Join(key, direct.Key), Cue = from };
            // "say Doveshti, “the homeward ones”": what a name means is not said.
            if (later.Rule == "quote" && direct.Rule == "object" && units[behind].Is(",") && units[from - 1].Lemma is "say" or "use" or "call" && units[at].Role is Role.Name or Role.Determiner) return direct with { Key = Join(key, direct.Key), Cue = from };
            if (later.Rule is "that" or "quote" or "colon" or "question" || (later.Rule is "clause" or "to" && units[at].Role is not Role.Preposition && !HoldsVerb(units, at, behind)) || (later.Rule == "clause" && NounPhrase.IsAdjunct(units, at, units.Length)))
                return later with { Key = key, Cue = from };
            if (later.Rule == "clause" && units[at].Role == Role.Preposition && at == from) return later with { Start = at, Rule = "clause-late", Cue = from };
            if (later.Rule == "as") return later with { Start = at, Key = "as", Cue = from };
        }

        if (direct.Rule.Length > 0) return direct with { Key = Join(key, direct.Key), Cue = from };
        return Prepositional(units, at, behind) with { Cue = from };
    }

    /// <summary>The complement with its end.</summary>
    public Complement Ended(Unit[] units, List<VerbGroup> groups) =>
        new(Start < 0 ? Run.None : new Run(Start, Boundary.Of(units, groups, Clause, Form)), Rule, Key, After, Cue);

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
            if (units[i].Is(",") || units[i].Is("—")) return units[i].Lower == units[at].Lower ? i + 1 : 0;
        }

        return 0;
    }

    private static int BehindAdverbs(Unit[] units, int at)
    {
        while (at < units.Length && units[at].Role == Role.Adverb) at++;
        return at;
    }

    private static string Join(string a, string b) => a.Length == 0 ? b : b.Length == 0 ? a : a + " " + b;

    // What a complement may open with, right at a unit.
    private static ComplementOpening Opening(Unit[] units, List<VerbGroup> groups, int at)
    {
        var none = new ComplementOpening(-1, -1, "", "", "", at, at);
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
        // "whom she referred to as"
        if (unit.Role == Role.To && at + 2 < units.Length && units[at + 1].Is("as")) return Found(at + 1, "as") with { Key = "to" };
        // "a monument to one man" is no infinitive.
        if (unit.Role == Role.To && at + 1 < units.Length && units[at + 1].Role is not (Role.Determiner or Role.Name or Role.Number or Role.Pronoun)) return Found(at, "to");
        if (unit.Is("as")) return Found(at, "as");
        if (unit.Role is Role.Verb or Role.Be or Role.Have && (unit.Form & VerbForm.Ing) != 0) return Found(at, "ing");
        if (NounPhrase.BeginsPhrase(unit) || unit.Is("there") || BehindQuantifier(units, at) > at)
        {
            if (NounPhrase.IsTime(unit) && !HasVerbSoon(units, groups, at)) return none;
            if (HasVerbSoon(units, groups, at)) return Found(at, "clause");
            return Found(at, "object");
        }

        if (unit.Role is Role.Subordinator or Role.Preposition && HasVerbSoon(units, groups, at + 1) && unit.Lower is "although" or "though" or "while" or "despite" or "if") return Found(at, "clause");
        return none;

        static ComplementOpening Found(int start, string rule) => new(start, start, rule, rule, "", start, start);
    }

    // A subject with its finite verb: no comma between but those of an insert.
    private static bool HasVerbSoon(Unit[] units, List<VerbGroup> groups, int at)
    {
        at = BehindQuantifier(units, at);
        var end = NounPhrase.EndOf(units, at, units.Length, chains: true);
        if (at >= units.Length) return false;
        if (end <= at) return units[at].Is("there");
        if (end + 2 < units.Length && units[end].Is(",") && units[end + 1].Role == Role.Adverb && units[end + 2].Is(",")) end += 3;
        while (end < units.Length && units[end].Role == Role.Adverb) end++;
        if (end >= units.Length) return false;
        if (IsFiniteAt(groups, end)) return true;
        // A verb may stand in quotation marks: said the mayor “will not resign”.
        if (units[end].Role == Role.Quote && (units[end].OpensWithVerb || units[end].End - units[end].Start > 12)) return true;
        for (var i = at; i < end; i++)
            if (units[i].Role == Role.Quote && units[i].End - units[i].Start > 30) return true;
        // "the men, who had fled, were"; "those who left are"
        if (units[end].Role is Role.Question || (units[end].Is(",") && end + 2 < units.Length && (units[end + 1].Role is Role.Question or Role.Determiner or Role.Name || (units[end + 1].Role == Role.Preposition && units[end + 2].Is("which")))))
            return groups.Exists(group => group.Start > end && group.Start < at + Bare && group.IsFinite);
        return units[end].Role is Role.Preposition && groups.Exists(group => group.Start > end && group.Start < end + 8 && group.IsFinite && !Stops(units, end, group.Start));
    }

    // "at least six", "more than half", "up to 40"
    private static int BehindQuantifier(Unit[] units, int at)
    {
        if (at + 2 >= units.Length || units[at].Lower is not ("at" or "more" or "less" or "fewer" or "up" or "about" or "over" or "around" or "nearly" or "almost" or "roughly")) return at;
        var next = units[at + 1].Lower is "least" or "most" or "than" or "to" ? at + 2 : at + 1;
        return units[next].Role is Role.Number || units[next].Is("half") || units[next].Is("$") || units[next].Is("a") ? next : at;
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

    private static ComplementOpening Prepositional(Unit[] units, int at, int behind)
    {
        var none = new ComplementOpening(-1, -1, "", "", "", Math.Max(at, behind), at);
        if (at >= units.Length || units[at].Role != Role.Preposition || at + 1 >= units.Length) return none;
        if (NounPhrase.IsAdjunct(units, at, units.Length)) return none;
        return new ComplementOpening(at + 1, at + 1, "preposition", "preposition", units[at].Lower, at, at + 1);
    }
}
