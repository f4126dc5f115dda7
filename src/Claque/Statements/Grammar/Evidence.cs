namespace Claque.Statements.Grammar;

/// <summary>What speaks for and against a candidate: keys of <c>evidence.txt</c>, where each has the odds that it shifts.</summary>
internal static class Evidence
{
    private static readonly int[] Lengths = [1, 2, 4, 8, 14, 25];
    private static readonly string[] Bins = ["0", "1", "2", "3", "4", "5"];
    private static readonly string[] Hows = Enum.GetNames<SubjectRule>();
    private static readonly string[] Forms = ["passive", "noun-clause", "noun", "adjective", "before", "object", "preposition", "to", "as", "quote", "clause"];
    private static readonly string[] Speech = [.. Forms.Select(form => "speech " + form)];
    private static readonly string[] Other = [.. Forms.Select(form => "other " + form)];

    /// <summary>The keys of a candidate by what it says, who says it and how.</summary>
    public static void Gather(Draft draft, Odds? odds, Unit[] units, List<VerbGroup> groups, Subject subject, Run cue, Run content)
    {
        var to = new Tally(odds);
        Gather(ref to, draft, units, groups, subject, cue, content);
        (draft.Evidence, draft.Shift) = (to.Keys, to.Sum);
    }

    /// <summary>The keys of a quotation without a cue of its own: the rule, the cue of who spoke before, and how.</summary>
    public static void Gather(Draft draft, Odds? odds, string before)
    {
        var to = new Tally(odds);
        to.Add("rule ", draft.Rule);
        to.Add("rule ", draft.Rule, " ", before);
        to.Add("cue ", draft.Rule, " ", draft.Cue);
        (draft.Evidence, draft.Shift) = (to.Keys, to.Sum);
    }

    private static void Gather(ref Tally to, Draft draft, Unit[] units, List<VerbGroup> groups, Subject subject, Run cue, Run content)
    {
        var form = Form(draft.Rule);
        var verb = VerbAt(groups, cue);
        var lemma = verb >= 0 ? units[groups[verb].Main].Lemma : draft.CueWord;
        var kind = KindOf(Cues.Speaks(lemma), form);
        to.Add("rule ", draft.Rule);
        to.Add("cue ", draft.Rule, " ", draft.Cue);
        to.Add("kind ", kind);
        to.Add("word ", form, " ", lemma);
        to.Add("word ", lemma);
        var source = Class(units, subject.Source);
        to.Add("source ", kind, " ", source);
        to.Add("source ", source);
        if (Head(units, subject.Source) is { } head) to.Add("head ", head);
        to.Add("how ", form, " ", Hows[(int)subject.How]);
        if (verb >= 0)
        {
            ref var main = ref units[groups[verb].Main];
            to.Add("class ", form, " ", [main.Word.Entry.VerbClass]);
            var (helped, tense) = Tense(units, groups[verb]);
            to.Add("tense ", kind, " ", helped, tense);
            if (groups[verb].IsNegated) to.Add("negated ", kind);
        }
        else if (cue.End - 1 < units.Length)
        {
            to.Add("class ", form, " noun ", [units[cue.Start].Word.Entry.NounClass]);
        }

        if (Opener(units, subject) is { } opener) to.Add("opener ", opener);
        if (content.IsEmpty) return;
        to.Add("opens ", form, " ", Opens(units, content));
        to.Add("about ", form, " ", Class(units, new Run(content.Start, Math.Max(content.Start + 1, NounPhrase.EndOf(units, content.Start, content.End, chains: false)))));
        to.Add("length ", kind, " ", Bin(content.Length));
        to.Add("clause ", kind, HasFinite(groups, content) ? " True" : " False");
        to.Add("place ", form, " ", (content.End >= units.Length - 1 ? "last" : units[content.End].Is(",") ? "comma" : "within"));
    }

    /// <summary>The keys that depend on the other candidates.</summary>
    public static IEnumerable<string> Of(Draft draft)
    {
        foreach (var key in draft.Evidence) yield return key;
        foreach (var key in Among(draft)) yield return key;
    }

    /// <summary>The logarithm of the odds of a candidate whose own evidence was added up when it was made.</summary>
    public static double Sum(Draft draft, Odds odds)
    {
        var sum = draft.Shift;
        foreach (var key in Among(draft)) sum += odds.ShiftOf(key);
        return sum;
    }

    private static IEnumerable<string> Among(Draft draft)
    {
        if (!draft.IsQuoted && !draft.IsNested && !draft.Inside) yield break;
        var form = KindOf(Cues.Speaks(draft.CueWord), Form(draft.Rule));
        if (draft.IsQuoted) yield return "quoted " + form;
        if (draft.IsNested) yield return "nested " + form;
        if (draft.Inside) yield return "inside " + form;
    }

    private static string KindOf(bool speaks, string form) => (speaks ? Speech : Other)[Array.IndexOf(Forms, form)];

    private static int VerbAt(List<VerbGroup> groups, Run cue)
    {
        for (var g = 0; g < groups.Count; g++)
            if (groups[g].Start == cue.Start && groups[g].Main < cue.End) return g;
        return -1;
    }

    private static bool HasFinite(List<VerbGroup> groups, Run run)
    {
        foreach (var group in groups)
            if (group.Start >= run.Start && group.Main < run.End && group.IsFinite) return true;
        return false;
    }

    private static string Bin(int length)
    {
        for (var i = 0; i < Lengths.Length; i++)
            if (length <= Lengths[i]) return Bins[i];
        return "-1";
    }

    private static string Form(string rule) => rule switch
    {
        _ when rule.StartsWith("passive", StringComparison.Ordinal) => "passive",
        _ when rule.StartsWith("noun", StringComparison.Ordinal) => rule.EndsWith("that", StringComparison.Ordinal) || rule.EndsWith("copula", StringComparison.Ordinal) ? "noun-clause" : "noun",
        _ when rule.StartsWith("adjective", StringComparison.Ordinal) => "adjective",
        _ when rule.EndsWith("before", StringComparison.Ordinal) || rule.EndsWith("behind", StringComparison.Ordinal) || rule is "clause-parenthesis" or "according-insert" or "framed-insert" => "before",
        _ when rule.EndsWith("object", StringComparison.Ordinal) => "object",
        _ when rule.EndsWith("preposition", StringComparison.Ordinal) => "preposition",
        _ when rule.EndsWith("-to", StringComparison.Ordinal) || rule is "to" || rule.EndsWith("ing", StringComparison.Ordinal) => "to",
        _ when rule.EndsWith("-as", StringComparison.Ordinal) || rule == "as" => "as",
        _ when rule.Contains("quote", StringComparison.Ordinal) || rule.Contains("colon", StringComparison.Ordinal) || rule == "block" => "quote",
        _ => "clause",
    };

    // What kind of thing a phrase names: by its pronoun, its name, or the class of its head.
    private static string Class(Unit[] units, Run run)
    {
        if (run.IsEmpty) return "none";
        var end = run.End;
        while (end > run.Start && units[end - 1].Role is Role.Question or Role.Sign) end--;
        if (end == run.Start) return "sign";
        var open = units[run.Start];
        if (open.Role == Role.Pronoun && (end - run.Start == 1 || run.Length < 3))
            return open.Lower is "he" or "she" ? "he" : open.Lower is "i" or "we" or "you" or "they" or "it" or "who" ? open.Lower : "pronoun";
        var at = HeadAt(units, run.Start, end);
        return units[at].Role switch
        {
            Role.Name => units[run.Start].Is("the") ? "the-name" : "name",
            Role.Noun => ClassOf(units[at].Word.Entry),
            Role.Number => "number",
            Role.Quote => "quote",
            Role.Determiner => "determiner",
            _ => "other",
        };
    }

    private static string ClassOf(WordEntry entry) => (entry.NounClass, entry.IsPlural) switch
    {
        ('-', true) => "s-",
        ('-', false) => "-",
        ('p', true) => "sp",
        ('p', false) => "p",
        ('g', true) => "sg",
        ('g', false) => "g",
        ('c', true) => "sc",
        ('c', false) => "c",
        _ => (entry.IsPlural ? "s" : "") + entry.NounClass,
    };

    private static int HeadAt(Unit[] units, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (units[i].IsNominal && units[i].Role != Role.Number && (i + 1 == end || !(units[i + 1].IsNominal || units[i + 1].Role is Role.Possessive or Role.Adjective or Role.Number))) return i;
        return end - 1;
    }

    private static string? Head(Unit[] units, Run run)
    {
        if (run.IsEmpty) return null;
        var at = HeadAt(units, run.Start, run.End);
        return units[at].Role is Role.Noun ? units[at].Lemma : units[at].Role == Role.Pronoun ? units[at].Lower : null;
    }

    private static (string Helped, string Tense) Tense(Unit[] units, VerbGroup group)
    {
        for (var i = group.Start; i < group.Main; i++)
            if (units[i].Role == Role.Modal) return ("", units[i].Lower is "will" or "'ll" or "’ll" ? "will" : units[i].Lower is "would" ? "would" : "modal");
        if (group.IsInfinitive) return ("", "infinitive");
        var form = units[group.Main].Form;
        var helped = group.Start < group.Main && units[group.Start].Role is Role.Have or Role.Do or Role.Be ? (units[group.Start].Role is Role.Have ? "Have " : units[group.Start].Role is Role.Do ? "Do " : "Be ") : "";
        if ((form & VerbForm.Ing) != 0) return (helped, "ing");
        return (helped, (form & VerbForm.Past) != 0 ? "past" : (form & VerbForm.Third) != 0 ? "third" : "base");
    }

    private static string? Opener(Unit[] units, Subject subject)
    {
        var at = subject.Begin - 1;
        while (at >= 0 && units[at].Role == Role.Adverb) at--;
        return at < 0 || subject.Source.IsEmpty ? null : units[at].Role is Role.Subordinator or Role.Question or Role.Conjunction || units[at].Lower is "as" or "after" or "before" or "since" ? units[at].Lower : units[at].Role.Named();
    }

    private static string Opens(Unit[] units, Run content)
    {
        var open = units[content.Start];
        return open.Role is Role.Noun or Role.Name or Role.Adjective or Role.Verb or Role.Number or Role.Quote or Role.Sign || open.Word.Closed is null ? open.Role.Named() : open.Lower;
    }
}
