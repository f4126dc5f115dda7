namespace Claque.Statements.Grammar;

/// <summary>Guesses the role of each word of a sentence from the lists and its neighbours.</summary>
internal static class Tagger
{
    /// <summary>Sets the roles, left to right. O(units).</summary>
    public static void Tag(Unit[] units)
    {
        var headline = IsHeadline(units);
        var first = true;
        for (var i = 0; i < units.Length; i++)
        {
            ref var unit = ref units[i];
            if (unit.Role is Role.Sign or Role.Quote or Role.Possessive or Role.Be or Role.Have or Role.Modal)
            {
                if (unit.Role == Role.Quote || unit.Is(":") || unit.Is("—")) first = true;
                continue;
            }

            unit.Role = RoleOf(units, i, first, headline);
            first = false;
        }
    }

    // Most long words capital: capitals say nothing there.
    private static bool IsHeadline(Unit[] units)
    {
        int words = 0, capital = 0;
        foreach (var unit in units)
        {
            if (unit.Role is Role.Sign or Role.Quote || unit.End - unit.Start < 4) continue;
            words++;
            if (unit.Capital) capital++;
        }

        return words >= 3 && capital * 10 >= words * 7;
    }

    private static Role RoleOf(Unit[] units, int i, bool first, bool headline)
    {
        ref var unit = ref units[i];
        if (unit.Role == Role.Number) return Role.Number;
        var entry = unit.Word.Entry;
        if (unit.Capital && !first && !headline && !unit.Is("i") && !(unit.Word.Closed is Role.Pronoun or Role.Determiner && unit.Lower is "he" or "she" or "the"))
            return Role.Name;
        if (unit.Capital && unit.Word.Closed is null && (entry.Lemma is null || IsUnknown(entry) || (NextIsCapital(units, i) && entry.Verb <= entry.Noun + entry.Adjective && !headline)))
            return Role.Name;
        if (unit.Word.Closed is { } closed) return Closed(units, i, closed);
        if (headline && entry.Verb == 0) return entry.Adjective > entry.Noun ? Role.Adjective : Role.Name;
        if (entry.Verb > 0 && IsVerb(units, i, entry)) return Role.Verb;
        if (entry.Adverb > 0 && entry.Adverb > Math.Max(entry.Adjective, entry.Noun)) return Role.Adverb;
        if (entry.Adjective > 0 && (NextIsNominal(units, i) ? entry.Adjective >= entry.Noun - 2 : entry.Adjective > entry.Noun)) return Role.Adjective;
        if (entry.Noun == 0 && entry.Form != VerbForm.None) return (entry.Form & (VerbForm.Participle | VerbForm.Ing)) != 0 ? Role.Adjective : Role.Verb;
        return Role.Noun;
    }

    private static bool IsUnknown(WordEntry entry) => entry is { Verb: 0, Adjective: 0, Adverb: 0, NounClass: '-' };

    private static bool NextIsCapital(Unit[] units, int i) => i + 1 < units.Length && units[i + 1].Capital && units[i + 1].Role is not Role.Sign;

    private static bool NextIsNominal(Unit[] units, int i)
    {
        if (i + 1 >= units.Length) return false;
        ref var next = ref units[i + 1];
        if (next.Role is Role.Sign or Role.Quote or Role.Possessive || next.Word.Closed is not null and not Role.Number) return false;
        return next.Capital || next.Word.Entry.Noun > 0 || next.Word.Entry.Adjective > 0 || next.Word.Entry.Verb == 0;
    }

    private static Role Closed(Unit[] units, int i, Role closed)
    {
        ref var unit = ref units[i];
        if (unit.Is("that") && i + 1 < units.Length)
        {
            // that man, that of
            var next = units[i + 1].Word;
            if (i > 0 && units[i - 1].Role is Role.Preposition) return next.Closed is null ? Role.Determiner : Role.Pronoun;
            if (i == 0 && next.Closed is Role.Be or Role.Have or Role.Modal or Role.Do) return Role.Pronoun;
        }

        if (unit.Lower is "her" or "his" && (i + 1 >= units.Length || units[i + 1].Word.Closed is not null and not Role.Adverb and not Role.Number || units[i + 1].Role == Role.Sign)) return Role.Pronoun;
        if (unit.Lower is "this" or "these" or "all" or "some" or "many" or "most" or "both" or "several" or "few" or "each" or "neither" or "either" or "another" or "any"
            && i + 1 < units.Length && (units[i + 1].Word.Closed is Role.Be or Role.Have or Role.Modal or Role.Do or Role.Preposition or Role.Not
                || (units[i + 1].Word.Entry is { Verb: > 0, Noun: 0 } entry && units[i + 1].Word.Closed is null && entry.Adjective == 0))) return Role.Pronoun;
        // “They took my shoes,” said another.
        if (unit.Is("another") && (i + 1 == units.Length || units[i + 1].Role == Role.Sign)) return Role.Pronoun;
        if (unit.Lower is "another" or "some" or "many" or "most" or "few" && i + 1 < units.Length && units[i + 1].Word.Closed is null && (units[i + 1].Form & (VerbForm.Third | VerbForm.Past | VerbForm.Base)) != 0 && units[i + 1].Lower is "says" or "said" or "say") return Role.Pronoun;
        if (unit.Is("one") && i + 1 < units.Length && units[i + 1].Role != Role.Sign && units[i + 1].Word.Closed is null && units[i + 1].Word.Entry is { Noun: > 0 } counted && counted.Verb <= counted.Noun) return Role.Number;
        if (unit.Lower is "those" && i + 1 < units.Length && units[i + 1].Word.Closed is null && units[i + 1].Role != Role.Sign && units[i + 1].Word.Entry.Noun > 0) return Role.Determiner;
        if (unit.Lower is "like" && i > 0 && units[i - 1].Role is Role.Pronoun or Role.Modal or Role.To) return Role.Verb;
        return closed;
    }

    private static bool IsVerb(Unit[] units, int i, WordEntry entry)
    {
        var before = Before(units, i);
        var previous = before < 0 ? Role.Sign : units[before].Role;
        var form = entry.Form;
        // "a paper last winter described"
        if (units[i].Is("last") && i + 1 < units.Length && NounPhrase.IsTime(units[i + 1])) return false;
        var finite = (form & (VerbForm.Third | VerbForm.Past)) != 0;
        switch (previous)
        {
            case Role.Determiner or Role.Possessive:
                return units[before].Lower is "half" or "all" or "some" or "many" or "most" or "several" or "few" or "both" or "others" && entry.Verb > entry.Noun + 2 && (entry.Form & VerbForm.Ing) == 0;
            case Role.Adjective or Role.Number when entry.Verb > entry.Noun + 3 && (entry.Form & VerbForm.Ing) == 0 && entry.VerbClass is 'C' or 'K' && entry.Adjective <= 1:
                return true;
            case Role.Adjective or Role.Number:
                return finite && entry.Noun == 0 && entry.Adjective < entry.Verb;
            case Role.To:
                return (form & VerbForm.Base) != 0 && entry.Verb * 2 >= entry.Noun;
            case Role.Modal or Role.Do or Role.Not:
                return (form & VerbForm.Base) != 0 || form != VerbForm.None;
            case Role.Have:
                // "had read": one form for all.
                return (form & VerbForm.Participle) != 0 || ((form & VerbForm.Base) != 0 && entry.Verb > entry.Noun);
            case Role.Be:
                return (form & (VerbForm.Participle | VerbForm.Ing)) != 0;
            case Role.Pronoun:
                return (form & (VerbForm.Third | VerbForm.Past | VerbForm.Base)) != 0 || (form & VerbForm.Ing) != 0;
            case Role.Question:
                return form != VerbForm.None && (finite || units[before].Is("who") || units[before].Is("which"));
            case Role.Preposition:
                return (form & VerbForm.Ing) != 0 && entry.Verb >= entry.Noun;
            case Role.Verb or Role.Quote or Role.Noun or Role.Name or Role.Sign or Role.Conjunction or Role.Subordinator:
                return AfterNominal(units, i, before, entry, finite);
            default:
                return entry.Verb > entry.Noun;
        }
    }

    private static bool AfterNominal(Unit[] units, int i, int before, WordEntry entry, bool finite)
    {
        if (entry.Noun == 0 && entry.Adjective <= entry.Verb) return true;
        // "For years, reports have claimed": what an auxiliary follows is its subject.
        if (i + 1 < units.Length && (before < 0 || units[before].Role is Role.Sign or Role.Conjunction or Role.Subordinator) && (entry.Form & VerbForm.Ing) == 0
            && units[i + 1].Lower is "have" or "has" or "had" or "are" or "were" or "will" or "would" or "could" or "may" or "might" or "must" or "should" or "do" or "did") return false;
        var next = i + 1 < units.Length ? units[i + 1] : default;
        var opens = next.Word is null ? Role.Sign : next.Role is Role.Quote ? Role.Quote : next.Word.Closed ?? (next.Capital ? Role.Name : Role.Noun);
        var object_ = opens is Role.Determiner or Role.Pronoun or Role.Subordinator or Role.Question or Role.Quote or Role.Name or Role.To || (next.Word is not null && next.Is(":"));
        // "Interviews with 31 miners": no sentence begins with a verb in the third person. "Purchase orders obtained by", "Purchase orders show": two nouns.
        if (before < 0 && entry is { IsPlural: true, Noun: > 0 } && (entry.Form & VerbForm.Base) == 0) return false;
        if (before < 0 && entry.Noun > 0 && entry.Form == VerbForm.Base && next.Word is { Closed: null, Entry: { IsPlural: true, Noun: > 0 } } && i + 2 < units.Length && units[i + 2].Word is { Closed: null, Entry.Verb: > 0 }) return false;
        if (entry is { IsPlural: true, Noun: > 0 } && before >= 0 && units[before].Role is Role.Noun && next.Word is { Closed: null } && (next.Lower is "show" or "suggest" or "indicate" or "reveal"
            || ((next.Form & VerbForm.Participle) != 0 && i + 2 < units.Length && units[i + 2].Is("by")))) return false;
        if (finite) return object_ || entry.Verb >= entry.Noun || (entry.Form & VerbForm.Past) != 0 || (before >= 0 && units[before].Role is Role.Quote);
        if ((entry.Form & VerbForm.Ing) != 0) return entry.Verb >= entry.Noun || object_;
        var plural = before >= 0 && units[before].Role is Role.Noun && units[before].Word.Entry.IsPlural;
        // "a conference call": one conference does not call; a team can.
        if (before >= 0 && entry.Form == VerbForm.Base && entry.Noun >= 3 && units[before].Role is Role.Noun && units[before].Word.Closed is null
            && units[before].Word.Entry is { IsPlural: false, NounClass: not ('g' or '-') } && !object_) return false;
        // "The minutes, seen by this paper, record that": no single thing stands there without an article.
        if (next.Word is not null && next.Is("that") && before > 1 && units[before].Is(",") && (entry.Form & VerbForm.Base) != 0 && entry.VerbClass is 'C' or 'K') return true;
        return plural ? object_ || opens == Role.Number || entry.Verb > entry.Noun : before >= 0 && units[before].Role is Role.Conjunction or Role.Sign ? entry.Verb > entry.Noun || (object_ && entry.Verb == entry.Noun) : entry.Verb > entry.Noun + 1;
    }

    private static int Before(Unit[] units, int i)
    {
        var at = i - 1;
        while (at >= 0 && units[at].Role == Role.Adverb) at--;
        return at;
    }
}
