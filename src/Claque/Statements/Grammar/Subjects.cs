namespace Claque.Statements.Grammar;

/// <summary>A run of units, the last one excluded.</summary>
internal readonly record struct Run(int Start, int End)
{
    public static Run None => new(0, 0);

    public bool IsEmpty => End <= Start;

    public int Length => End - Start;
}

/// <summary>Who is the subject of a verb.</summary>
/// <param name="Source">Its units; empty when there is none.</param>
/// <param name="Begin">Where the clause with subject and verb begins: the content before it ends there.</param>
/// <param name="How">Rule that found it.</param>
internal readonly record struct Subject(Run Source, int Begin, SubjectRule How);

internal enum SubjectRule : byte
{
    None,
    Before,
    Inserted,
    Relative,
    Elided,
    Inverted,
    Governed,
    Later,
}

/// <summary>Finds the subject of each verb group of one sentence.</summary>
internal sealed class Subjects(Unit[] units, List<VerbGroup> groups)
{
    private readonly Subject[] known = new Subject[groups.Count];

    /// <summary>The subject of a group; call in order of the groups.</summary>
    public Subject Of(int g)
    {
        var group = groups[g];
        var p = group.Start - 1;
        while (p >= 0 && units[p].Role is Role.Adverb) p--;
        // "A woman who spent two years there said"
        if (p > 1 && units[p].Is("there") && !group.IsCopula && units[p - 1].Role is Role.Noun or Role.Verb or Role.Number && Plain(p - 1, 0) is { Source.IsEmpty: false } there)
            return known[g] = there with { Source = new Run(there.Source.Start, p + 1) };
        // "a paper last winter described": the time is not who does it.
        if (p > 1 && NounPhrase.IsTime(units[p]) && units[p - 1].Lower is "last" or "this" or "next" && units[p - 2].IsNominal) p -= 2;
        return known[g] = Find(g, group, p);
    }

    /// <summary>The subject of a group that was asked for before.</summary>
    public Subject Known(int g) => known[g];

    private Subject Find(int g, VerbGroup group, int p)
    {
        if (group.IsInfinitive) return Governing(g, group.Start);
        if (p < 0) return group.IsFinite ? default : LaterSubject(g);
        ref var before = ref units[p];
        if (before.Role == Role.Question || (before.Is("that") && p > 0 && units[p - 1].IsNominal && before.Role == Role.Subordinator && group.IsFinite)) return Relative(p, g);
        if (!group.IsFinite && Beside(g, p) is { Source.IsEmpty: false } beside) return beside;
        if (before.Role == Role.Conjunction) return Elided(g, p);
        if (!group.IsFinite) return Participle(g, p);
        if (before.Is(")") && Plain(p, 0) is { Source.IsEmpty: false } bracketed) return bracketed;
        if (before.Is(",") && BehindInsert(p) is var opener and > 0) return Relative(opener, g);
        if (before.Is(",") && Accompanied(p) is { Source.IsEmpty: false } accompanied) return accompanied;
        if (before.Is(",") || before.Is("—") || before.Is(")")) return Inserted(g, p);
        if (before.Role is Role.Preposition or Role.Subordinator) return default;
        if (before.Role is Role.Verb && WhoLeft(p) is { Source.IsEmpty: false } left) return left;
        // "several of those interviewed described"
        if (before.Role is Role.Verb) return g > 0 && groups[g - 1].Start == p && groups[g - 1].Main == p && (before.Form & VerbForm.Participle) != 0 && p > 0 && (units[p - 1].IsNominal || units[p - 1].Is("those")) && Plain(p - 1, 0) is { Source.IsEmpty: false } plain
            ? plain with { Source = new Run(plain.Source.Start, p + 1) } : default;
        if (before.Role is Role.Sign or Role.Quote && !before.Is("%")) return before.Role == Role.Quote && before.End - before.Start < 40 ? Plain(p, 0) : default;
        return Plain(p, 0);
    }

    // "those who asked to leave described": a relative clause that ends in its verb.
    private Subject WhoLeft(int p)
    {
        for (var i = p - 1; i > 0 && i > p - 8 && units[i].Role is not (Role.Sign or Role.Quote or Role.Subordinator); i--)
        {
            if (!units[i].Is("who")) continue;
            var start = NounPhrase.StartOf(units, i - 1, 0);
            return start < i && groups.Exists(group => group.Main == p) ? new Subject(new Run(start, p + 1), start, SubjectRule.Before) : default;
        }

        return default;
    }

    private Subject Plain(int p, int limit)
    {
        var start = NounPhrase.StartOf(units, p, limit);
        if (start > p) return default;
        // "in particular noted": a phrase of place or manner is no subject, but "about 40" is.
        // "after a court found": what opens the clause is not part of who finds.
        if (start < p && units[start].Lower is "after" or "before" or "since" or "until" or "because") start++;
        // "More than 150 mayors signed"
        if (start > limit && units[start].Is("than") && units[start - 1].Lower is "more" or "less" or "fewer") return new Subject(new Run(start - 1, p + 1), start - 1, SubjectRule.Before);
        if (units[start].Role == Role.Preposition && !(start + 1 <= p && (units[start + 1].Role is Role.Number || units[start + 1].Lower is "least" or "most" or "than" or "half" or "a"))) return default;
        // "Ana Ruiz, a farmer from the valley said"
        if (start > 1 && units[start - 1].Is(",") && units[start].Lower is "a" or "an" or "the" && start - 2 >= limit)
        {
            var name = NounPhrase.StartOf(units, start - 2, limit);
            if (name <= start - 2 && units[start - 2].Role is Role.Name or Role.Sign && (name == limit || units[name - 1].Role is Role.Sign or Role.Subordinator or Role.Conjunction)) start = name;
        }

        return new Subject(new Run(start, p + 1), start, SubjectRule.Before);
    }

    private Subject Relative(int p, int g)
    {
        var end = p - 1;
        if (end >= 0 && units[end].Is(",")) end--;
        while (end >= 0 && units[end].Role is Role.Preposition) end--;
        if (end < 0) return default;
        // "those who left and who asked"
        if (g > 0 && units[end].Role == Role.Conjunction && Array.FindLastIndex(known, g - 1, g, subject => subject.How == SubjectRule.Relative) is var first and >= 0) return known[first];
        var start = NounPhrase.StartOf(units, end, 0);
        return start > end ? default : new Subject(new Run(start, p + 1), start, SubjectRule.Relative);
    }

    // "who, like him, asked": the pronoun before the insert that ends at a comma; -1 for none.
    private int BehindInsert(int comma)
    {
        for (var i = comma - 1; i > 0 && i > comma - 8; i--)
            if (units[i].Is(",")) return units[i - 1].Role == Role.Question && units[i - 1].Lower is "who" or "which" && !HasFinite(i, comma) ? i - 1 : -1;
        return -1;
    }

    // "testimony from miners, together with two surveys, suggests": what stands before the company.
    private Subject Accompanied(int comma)
    {
        for (var i = comma - 1; i > 0 && i > comma - 40; i--)
        {
            if (!units[i].Is(",") || !(units[i + 1].Lower is "together" or "along" or "coupled" && units[i + 2].Is("with") || (units[i + 1].Is("as") && units[i + 2].Is("well")))) continue;
            // "interviews with 31 miners, most of whom would not be named, along with":
            var insert = Array.FindLastIndex(units, i - 1, i, unit => unit.Is(","));
            var end = insert > 0 && Array.Exists(units[insert..Math.Min(i, insert + 4)], unit => unit.Role == Role.Question) ? insert : i;
            var start = NounPhrase.StartOf(units, end - 1, 0);
            if (end < i) return start >= end ? default : new Subject(new Run(start, end), start, SubjectRule.Inserted);
            return start >= i || Array.Exists(units[i..comma], unit => unit.Lower is "he" or "she" or "they" or "who") ? default : new Subject(new Run(start, i), start, SubjectRule.Inserted);
        }

        return default;
    }

    // "… and added": the subject of the finite verb before.
    private Subject Elided(int g, int p) => Main(g) is var k and >= 0 ? new Subject(known[k].Source, p, SubjectRule.Elided) : default;

    // "said a guard was fined for pushing a man, then cursing and threatening to": who pushed.
    private Subject Beside(int g, int p)
    {
        if ((units[groups[g].Main].Form & VerbForm.Ing) == 0 || !(units[p].Role == Role.Conjunction || units[p].Is(","))) return default;
        for (var k = g - 1; k >= 0 && !groups[k].IsFinite; k--)
        {
            if ((units[groups[k].Main].Form & VerbForm.Ing) == 0 || groups[k].Start == 0 || units[groups[k].Start - 1].Role != Role.Preposition) continue;
            var of = groups.FindLastIndex(k, group => group.IsFinite);
            return of < 0 ? default : new Subject(known[of].Source, p, SubjectRule.Elided);
        }

        return default;
    }

    // The nearest finite group before whose clause is not itself what another says, nor a clause of time or reason.
    private int Main(int g)
    {
        var fallback = -1;
        for (var k = g - 1; k >= 0; k--)
        {
            if (known[k].Source.IsEmpty || !groups[k].IsFinite) continue;
            if (fallback < 0) fallback = k;
            if (known[k].How == SubjectRule.Relative) continue;
            var before = known[k].Begin - 1;
            while (before >= 0 && units[before].Role == Role.Adverb) before--;
            if (k == 0 || before < 0) return k;
            if (units[before].Role is Role.Subordinator or Role.Question || units[before].Lower is "after" or "before" or "as" or "since") continue;
            if (units[before].Role == Role.Verb && units[before].Word.Entry.VerbClass is 'C' or 'K' && groups.Exists(group => group.Main == before && group.IsFinite)) continue;
            return k;
        }

        return fallback;
    }

    // "…, adding that": the subject of the clause; behind a noun it is that noun's.
    private Subject Participle(int g, int p)
    {
        if (units[p].IsNominal && units[p].Role != Role.Number && (units[groups[g].Main].Form & VerbForm.Ing) != 0 && p > 0)
        {
            var plain = Plain(p, 0);
            // "a poll showing", not the object of a verb of saying.
            if (!plain.Source.IsEmpty) return plain with { How = SubjectRule.Relative };
        }

        var main = Main(g);
        return main >= 0 ? new Subject(known[main].Source, p, SubjectRule.Elided) : LaterSubject(g);
    }

    // "Saying that …, the minister resigned": the subject behind the comma.
    private Subject LaterSubject(int g)
    {
        for (var k = g + 1; k < groups.Count; k++)
        {
            if (!groups[k].IsFinite) continue;
            var p = groups[k].Start - 1;
            while (p >= 0 && units[p].Role == Role.Adverb) p--;
            if (p < 0 || !units[p].IsNominal) continue;
            var start = NounPhrase.StartOf(units, p, 0);
            if (start <= p && start > 0 && units[start - 1].Is(",")) return new Subject(new Run(start, p + 1), groups[g].Start, SubjectRule.Later);
        }

        return default;
    }

    private Subject Governing(int g, int start)
    {
        for (var k = g - 1; k >= 0; k--)
        {
            if (known[k].Source.IsEmpty) continue;
            return new Subject(known[k].Source, start, SubjectRule.Governed);
        }

        return default;
    }

    // "Ana Ruiz, a farmer from the valley, said": back over what stands between commas to the phrase that it explains.
    private Subject Inserted(int g, int comma)
    {
        var best = Run.None;
        var end = comma;
        for (var rounds = 0; rounds < 5; rounds++)
        {
            while (end > 0 && rounds < 4 && units[end - 1].Is(".")) end--;
            var begin = end - 1;
            while (begin >= 0 && !(units[begin].Role == Role.Sign && (units[begin].Is(",") || units[begin].Is("—") || units[begin].Is(":") || units[begin].Is(";"))) && !(units[begin].Role == Role.Quote && units[begin].End - units[begin].Start > 40)) begin--;
            var segment = new Run(begin + 1, end);
            if (segment.IsEmpty) break;
            var start = NounPhrase.StartOf(units, end - 1, segment.Start);
            var opens = units[segment.Start].Role;
            var pure = start < end && !HasFinite(start, end);
            // "One of the men who left, a driver, said": the clause belongs to who is explained.
            if (!pure && rounds > 0 && Antecedent(segment) is var antecedent and >= 0) (start, pure) = (antecedent, true);
            if (rounds > 0 && pure && opens is not Role.Question) best = new Run(start, comma);
            var insert = opens is Role.Question or Role.Determiner or Role.Name or Role.Number or Role.Noun or Role.Adjective or Role.Verb or Role.Preposition or Role.Adverb or Role.Pronoun or Role.Quote or Role.Conjunction or Role.Subordinator;
            var stops = opens is Role.Preposition or Role.Subordinator or Role.Adverb && !best.IsEmpty;
            if (begin < 0 || !insert || stops || !units[begin].Is(",") && !units[begin].Is("—")) break;
            // A name on its own before its insert is enough, unless a list or a title goes on.
            if (!best.IsEmpty && rounds > 0 && !(pure && start == segment.Start)) break;
            if (!best.IsEmpty && begin > 0 && (HasFinite(0, begin) || !units[begin - 1].IsNominal)) break;
            end = begin;
        }

        return best.IsEmpty ? default : new Subject(best, best.Start, SubjectRule.Inserted);
    }

    // Where a segment begins that is a phrase with a relative clause and nothing else; -1 for another.
    private int Antecedent(Run segment)
    {
        var relative = Array.FindIndex(units, segment.Start, segment.Length, unit => unit.Lower is "who" or "which" && unit.Role == Role.Question);
        if (relative <= segment.Start || HasFinite(segment.Start, relative)) return -1;
        var start = NounPhrase.StartOf(units, relative - 1, segment.Start);
        return start < relative && groups.Count(group => group.Start >= relative && group.Main < segment.End && group.IsFinite) == 1 ? start : -1;
    }

    private bool HasFinite(int start, int end)
    {
        foreach (var group in groups)
            if (group.Start >= start && group.Main < end && group.IsFinite && !(units[group.Main].Form.HasFlag(VerbForm.Participle) && group.Start == group.Main)) return true;
        return false;
    }

    /// <summary>The subject behind the verb: "said Ana Ruiz, a farmer".</summary>
    public Subject Behind(int g)
    {
        var group = groups[g];
        var start = group.Main + 1;
        if (start >= units.Length || !NounPhrase.BeginsPhrase(units[start])) return default;
        var end = NounPhrase.EndOf(units, start, units.Length, chains: true);
        if (end == start) return default;
        if (units[start].Role == Role.Pronoun && end < units.Length && units[end].Role is not (Role.Sign or Role.Quote or Role.Preposition)) return default;
        // "says a source involved in its making"
        if (end + 1 < units.Length && units[end].Role == Role.Verb && (units[end].Form & VerbForm.Participle) != 0 && units[end + 1].Role is Role.Preposition or Role.To)
        {
            while (end < units.Length && units[end].Role is not (Role.Sign or Role.Quote)) end++;
        }
        else if (end < units.Length && units[end].Role is Role.Verb or Role.Be or Role.Have or Role.Modal or Role.Do && (units[end].Form & VerbForm.Ing) == 0) return default;
        // "said one person who worked there"
        if (end < units.Length && units[end].Role == Role.Question)
            while (end < units.Length && !(units[end].Role == Role.Sign && units[end].Lower is "," or "." or ";" or ":") && units[end].Role != Role.Quote) end++;
        end = WithAppositions(end);
        return known[g] = new Subject(new Run(start, end), group.Start, SubjectRule.Inverted);
    }

    private int WithAppositions(int end)
    {
        while (end + 1 < units.Length && units[end].Is(","))
        {
            var next = end + 1;
            if (units[next].Role is not (Role.Determiner or Role.Name or Role.Noun or Role.Number or Role.Question or Role.Adjective)) return end;
            if (NounPhrase.IsTime(units[next])) return end;
            var stop = next;
            while (stop < units.Length && !(units[stop].Role == Role.Sign && (units[stop].Lower is "," or ";" or ":" or "—" or "?" or "!" || (units[stop].Is(".") && stop + 1 == units.Length))) && units[stop].Role != Role.Quote) stop++;
            // A clause of its own is no apposition.
            if (units[next].Role != Role.Question && HasFinite(next, stop) && !RelativeWithin(next, stop)) return end;
            end = stop;
        }

        return end;
    }

    // The first verb is that of a relative clause: "a baker who left", not "the boy didn't ask who they were".
    private bool RelativeWithin(int start, int end)
    {
        var relative = Array.FindIndex(units, start, end - start, unit => unit.Role == Role.Question);
        return relative >= 0 && !groups.Exists(group => group.Start >= start && group.Start < relative && group.IsFinite);
    }
}
