namespace Claque.Statements.Grammar;

/// <summary>Where what is said ends: at the place where annotators ended such contents, by the odds in <c>ends.txt</c>.</summary>
internal static class Boundary
{
    // What a content is worth that shares half of both, beside what it shares: half is what annotators agree on.
    private const double Half = 1;

    private const string VerbClasses = "CKEPSMB-";
    private static readonly int[] Lengths = [1, 2, 4, 7, 11, 17, 26];
    private static readonly string[] Bins = ["0", "1", "2", "3", "4", "5", "6"];
    private static readonly string[] Forms = ["", "ing", "past", "third"];
    private static readonly string[] VerbWords = [.. VerbClasses.SelectMany(kind => Forms.Select(form => "verb " + kind + form))];

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
            var tally = new Tally(Ends);
            Gather(ref tally, units, groups, start, i, last, rule);
            var share = Odds.Share(tally.Sum);
            ends.Add((i, open * share));
            open *= 1 - share;
        }

        ends.Add((last, open));
        return Likest(units, start, ends);
    }

    // Expected overlap with where it might end, and how likely it is half or more.
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
                var overlap = Math.Min(mine, its) / (double)Math.Max(mine, its);
                sum += share * (overlap + (overlap >= 0.5 ? Half : 0));
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

    /// <summary>What speaks for and against an end before a unit: the keys of <c>ends.txt</c>.</summary>
    internal static List<string> Keys(Unit[] units, List<VerbGroup> groups, int start, int at, int last, string rule)
    {
        var tally = new Tally(null);
        Gather(ref tally, units, groups, start, at, last, rule);
        return tally.Keys;
    }

    private static void Gather(ref Tally to, Unit[] units, List<VerbGroup> groups, int start, int at, int last, string rule)
    {
        var form = rule is "object" or "preposition" or "as" ? "phrase" : rule is "to" or "ing" ? "to" : rule is "quote" or "colon" ? "quote" : "clause";
        var sign = Sign(units[at]);
        var next = BehindAdverbs(units, units[at].Role is Role.Sign or Role.Conjunction ? at + 1 : at, last);
        var follows = next >= last ? "end" : Word(units[next]);
        to.Add("sign ", sign);
        to.Add("sign ", form, " ", sign);
        to.Add("rule ", rule, " ", sign);
        to.Add("next ", sign, " ", follows);
        to.Add("next ", form, " ", sign, " ", follows);
        if (next < last && units[next].Role == Role.Conjunction)
        {
            var second = BehindAdverbs(units, next + 1, last);
            to.Add("second ", sign, " ", follows, " ", second < last ? Word(units[second]) : "end");
        }

        var (what, like, reports) = Clause(units, groups, start, units[next < last ? next : at].Role == Role.Conjunction ? next + 1 : next);
        to.Add(form is "clause" ? "clause clause " : form is "phrase" ? "clause phrase " : form is "to" ? "clause to " : "clause quote ", sign, " ", what, like, reports);
        to.Add("verb ", form, " ", sign, HasFinite(groups, start, at) ? " True" : " False");
        to.Add("length ", form, " ", sign, " ", Bin(at - start));
        to.Add("rest ", form, " ", sign, " ", Bin(last - at));
        to.Add("before ", sign, " ", Word(units[at - 1]));
        to.Add("quote ", form, " ", sign, HasQuote(units, start, at) ? " True" : " False", HasQuote(units, at, last) ? " True" : " False");
        to.Add("open ", form, " ", sign, " ", Word(units[start]));
        if (units[at].Is("—") || units[at].Is(",")) to.Add("pair ", sign, Holds(units, at + 1, last, units[at].Word) ? " True" : " False", Holds(units, start, at, units[at].Word) ? " True" : " False");
    }

    private static string Sign(in Unit unit) =>
        unit.Role == Role.Sign || (unit.Word.Closed is not null && unit.Role is Role.Preposition or Role.Conjunction or Role.Subordinator or Role.Question) ? unit.Lower : unit.Role.Named();

    private static int BehindAdverbs(Unit[] units, int at, int last)
    {
        while (at < last && units[at].Role == Role.Adverb) at++;
        return at;
    }

    private static bool HasFinite(List<VerbGroup> groups, int start, int end)
    {
        foreach (var group in groups)
            if (group.Start >= start && group.Main < end && group.IsFinite) return true;
        return false;
    }

    private static bool HasQuote(Unit[] units, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (units[i].Role == Role.Quote) return true;
        return false;
    }

    private static bool Holds(Unit[] units, int start, int end, Lexeme word)
    {
        for (var i = start; i < end; i++)
            if (units[i].Word == word) return true;
        return false;
    }

    private static string Bin(int length)
    {
        for (var i = 0; i < Lengths.Length; i++)
            if (length <= Lengths[i]) return Bins[i];
        return "-1";
    }

    private static string Word(in Unit unit) => unit.Role switch
    {
        Role.Verb => VerbWord(unit),
        Role.Preposition or Role.Conjunction or Role.Subordinator or Role.Question or Role.Pronoun or Role.Determiner => unit.Lower,
        Role.Noun when NounPhrase.IsTime(unit) => "time",
        _ => unit.Role.Named(),
    };

    // "verb Cpast": class of the verb and its form.
    private static string VerbWord(in Unit unit)
    {
        var form = unit.Form == VerbForm.Ing ? 1 : (unit.Form & VerbForm.Past) != 0 ? 2 : (unit.Form & VerbForm.Third) != 0 ? 3 : 0;
        var kind = VerbClasses.IndexOf(unit.Word.Entry.VerbClass, StringComparison.Ordinal);
        return kind >= 0 ? VerbWords[(kind * Forms.Length) + form] : "verb " + unit.Word.Entry.VerbClass + Forms[form];
    }

    // What follows: a verb that could go on with the subject of the cue, or a subject with its verb, that reports or not.
    private static (string What, string Like, string Reports) Clause(Unit[] units, List<VerbGroup> groups, int start, int at)
    {
        if (at >= units.Length) return ("none", "", "");
        var cue = groups.Count - 1;
        while (cue >= 0 && groups[cue].Main >= start) cue--;
        foreach (var group in groups)
            if (group.Start == at && group.IsFinite) return ("verb ", Like(units, groups, cue, group), Reports(units, group));
        if (!NounPhrase.BeginsPhrase(units[at])) return ("none", "", "");
        var end = NounPhrase.EndOf(units, at, units.Length, chains: true);
        while (end < units.Length && units[end].Role == Role.Adverb) end++;
        foreach (var group in groups)
            if (group.Start == end && group.IsFinite) return ("subject ", Like(units, groups, cue, group), Reports(units, group));
        return ("phrase", "", "");
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
