namespace Claque.Statements.Grammar;

/// <summary>Where what is said ends: at the place where annotators ended such contents, by the odds in <c>ends.txt</c>.</summary>
internal static class Boundary
{
    private static readonly int[] Lengths = [1, 2, 4, 7, 11, 17, 26];

    /// <summary>How often annotators ended a content at such a place.</summary>
    internal static Odds Ends { get; } = Odds.Of("ends.txt");

    /// <summary>First unit behind the content that begins at a unit: of all places where it may end, the one that is likest on average.</summary>
    public static int Of(Unit[] units, List<VerbGroup> groups, int start, string rule)
    {
        var last = Last(units, start);
        if (last <= start + 1) return last;
        var ends = new List<(int At, double Share)>();
        var open = 1.0;
        for (var i = start + 1; i < last && open > 0.02; i++)
        {
            if (!IsPlace(units, i)) continue;
            var share = Ends.Share(Keys(units, groups, start, i, last, rule));
            ends.Add((i, open * share));
            open *= 1 - share;
        }

        ends.Add((last, open));
        return Likest(units, start, ends);
    }

    // Expected overlap with where it might end.
    private static int Likest(Unit[] units, int start, List<(int At, double Share)> ends)
    {
        var (best, most) = (ends[^1].At, -1.0);
        foreach (var (at, _) in ends)
        {
            var mine = units[at - 1].End - units[start].Start;
            var sum = 0.0;
            foreach (var (other, share) in ends)
            {
                var its = units[other - 1].End - units[start].Start;
                sum += share * Math.Min(mine, its) / Math.Max(mine, its);
            }

            if (sum > most) (best, most) = (at, sum);
        }

        return best;
    }

    /// <summary>Behind the last word of the sentence.</summary>
    internal static int Last(Unit[] units, int start)
    {
        var last = units.Length;
        while (last > start && units[last - 1].Role == Role.Sign && units[last - 1].Lower is "." or "?" or "!" or ";") last--;
        return last;
    }

    /// <summary>True for a unit before which a content may end.</summary>
    internal static bool IsPlace(Unit[] units, int i) => units[i].Role switch
    {
        Role.Sign => units[i].Lower is "," or ";" or ":" or "—" or "(" or "-" or ".",
        Role.Conjunction or Role.Subordinator or Role.Question or Role.Preposition or Role.To or Role.Quote => units[i - 1].Role != Role.Sign || !units[i - 1].Is(","),
        Role.Verb => units[i].Form == VerbForm.Ing,
        Role.Be or Role.Have or Role.Modal => true,
        _ => units[i].Is("according") || NounPhrase.IsTime(units[i]),
    };

    /// <summary>What speaks for and against an end before a unit.</summary>
    internal static IEnumerable<string> Keys(Unit[] units, List<VerbGroup> groups, int start, int at, int last, string rule)
    {
        var form = rule is "object" or "preposition" or "as" ? "phrase" : rule is "to" or "ing" ? "to" : rule is "quote" or "colon" ? "quote" : "clause";
        var sign = units[at].Role == Role.Sign ? units[at].Lower : units[at].Word.Closed is null ? units[at].Role.ToString() : units[at].Role is Role.Preposition or Role.Conjunction or Role.Subordinator or Role.Question ? units[at].Lower : units[at].Role.ToString();
        var next = units[at].Role is Role.Sign or Role.Conjunction ? at + 1 : at;
        while (next < last && units[next].Role == Role.Adverb) next++;
        var follows = next >= last ? "end" : Word(units[next]);
        yield return "sign " + sign;
        yield return "sign " + form + " " + sign;
        yield return "rule " + rule + " " + sign;
        yield return "next " + sign + " " + follows;
        yield return "next " + form + " " + sign + " " + follows;
        if (next < last && units[next].Role == Role.Conjunction)
        {
            var second = next + 1;
            while (second < last && units[second].Role == Role.Adverb) second++;
            yield return "second " + sign + " " + follows + " " + (second < last ? Word(units[second]) : "end");
        }

        yield return "clause " + form + " " + sign + " " + Clause(units, groups, start, units[next < last ? next : at].Role == Role.Conjunction ? next + 1 : next);
        yield return "verb " + form + " " + sign + " " + groups.Exists(group => group.Start >= start && group.Main < at && group.IsFinite);
        yield return "length " + form + " " + sign + " " + Bin(at - start);
        yield return "rest " + form + " " + sign + " " + Bin(last - at);
        yield return "before " + sign + " " + Word(units[at - 1]);
        yield return "quote " + form + " " + sign + " " + Array.Exists(units[start..at], unit => unit.Role == Role.Quote) + " " + Array.Exists(units[at..last], unit => unit.Role == Role.Quote);
        yield return "open " + form + " " + sign + " " + Word(units[start]);
        if (units[at].Is("—") || units[at].Is(",")) yield return "pair " + sign + " " + Array.Exists(units[(at + 1)..last], unit => unit.Word == units[at].Word) + " " + Array.Exists(units[start..at], unit => unit.Word == units[at].Word);
    }

    private static int Bin(int length) => Array.FindIndex(Lengths, limit => length <= limit);

    private static string Word(in Unit unit) => unit.Role switch
    {
        Role.Verb => "verb " + unit.Word.Entry.VerbClass + (unit.Form == VerbForm.Ing ? "ing" : (unit.Form & VerbForm.Past) != 0 ? "past" : (unit.Form & VerbForm.Third) != 0 ? "third" : ""),
        Role.Preposition or Role.Conjunction or Role.Subordinator or Role.Question or Role.Pronoun or Role.Determiner => unit.Lower,
        Role.Noun when NounPhrase.IsTime(unit) => "time",
        _ => unit.Role.ToString(),
    };

    // What follows: a verb that could go on with the subject of the cue, or a subject with its verb, that reports or not.
    private static string Clause(Unit[] units, List<VerbGroup> groups, int start, int at)
    {
        if (at >= units.Length) return "none";
        var cue = groups.FindLastIndex(group => group.Main < start);
        foreach (var group in groups)
            if (group.Start == at && group.IsFinite) return "verb " + Like(units, groups, cue, group) + Reports(units, group);
        if (!NounPhrase.BeginsPhrase(units[at])) return "none";
        var end = NounPhrase.EndOf(units, at, units.Length, chains: true);
        while (end < units.Length && units[end].Role == Role.Adverb) end++;
        foreach (var group in groups)
            if (group.Start == end && group.IsFinite) return "subject " + Like(units, groups, cue, group) + Reports(units, group);
        return "phrase";
    }

    private static string Like(Unit[] units, List<VerbGroup> groups, int cue, VerbGroup group) =>
        cue >= 0 && Form(units[groups[cue].Start]) == Form(units[group.Start]) ? "like " : "";

    private static int Form(in Unit unit) => unit.Role switch
    {
        Role.Verb => (unit.Form & VerbForm.Past) != 0 ? 1 : (unit.Form & VerbForm.Third) != 0 ? 2 : 3,
        Role.Be or Role.Have or Role.Do => unit.Lower is "was" or "were" or "had" or "did" ? 1 : unit.Lower is "is" or "has" or "does" ? 2 : 3,
        Role.Modal => 4,
        _ => 5,
    };

    private static string Reports(Unit[] units, VerbGroup group)
    {
        if (group.IsCopula || units[group.Main].Word.Entry.VerbClass is not ('C' or 'K')) return "";
        return Cues.Speaks(units[group.Main].Lemma) ? "says" : "reports";
    }
}
