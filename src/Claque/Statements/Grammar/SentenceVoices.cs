namespace Claque.Statements.Grammar;

/// <summary>Phrases that lend a clause to somebody: "by her own account", "in the ministry's view", "as Ruiz put it", "so my guide told me", "I was told".</summary>
internal sealed partial class SentenceReader
{
    private static readonly HashSet<string> Voices = new("words view telling opinion account estimation estimate estimates count reckoning admission version judgment judgement phrase".Split(' '), StringComparer.Ordinal);

    private void Framed()
    {
        for (var i = 0; i + 2 < units.Length; i++)
        {
            if (units[i].Role == Role.Quote) WasHow(i);
            if (!(i == 0 || units[i - 1].Lower is "," or "—" or "(")) continue;
            if (units[i].Is("a") && i > 2) Made(i);
            if (Lent(i) is var (told, end, cue) && end > i) Frame(i, end, told, cue);
        }
    }

    // “A cult with a shop” was how one magazine put it; “No” was all that Ruiz would say.
    private void WasHow(int quote)
    {
        if (quote + 3 < units.Length && units[quote + 1].Role == Role.Be && Possessor(Answer(quote + 2)) is { IsEmpty: false } owner)
        {
            Add("framed-behind", "answer", new Subject(owner, owner.Start, SubjectRule.Before), new Run(quote + 1, quote + 2), new Run(quote, quote + 1));
            return;
        }

        if (quote + 4 >= units.Length || units[quote + 1].Role != Role.Be || units[quote + 2].Lower is not ("how" or "all" or "what")) return;
        var from = units[quote + 3].Is("that") ? quote + 4 : quote + 3;
        var verb = groups.FindIndex(group => group.Start > from);
        if (verb < 0) return;
        var told = new Run(from, groups[verb].Start);
        Add("framed-behind", units[quote + 2].Lower, new Subject(told, from, SubjectRule.Before), new Run(quote + 1, quote + 3), new Run(quote, quote + 1));
    }

    // “Never” was her answer: at the noun; -1 for none.
    private int Answer(int from)
    {
        for (var i = from; i < Math.Min(units.Length, from + 5) && units[i].Role != Role.Sign; i++)
            if (i > from && units[i].Lower is "answer" or "reply" or "response" or "verdict" or "explanation" or "advice" or "summary" or "word" or "words") return i;
        return -1;
    }

    // "Its gate is open, a point its friends like to make": the clause is theirs; "a claim that the bank denies" too.
    private void Made(int at)
    {
        if (units[at + 1].Lower is not ("point" or "claim" or "charge" or "argument" or "complaint" or "accusation" or "suggestion" or "allegation")) return;
        var from = units[at + 2].Is("that") ? at + 3 : at + 2;
        var verb = groups.FindIndex(group => group.Start > from && (group.IsFinite || units[group.Start - 1].Is("like")));
        // What the bank denies is not its claim.
        if (verb < 0 || groups[verb].Start > from + 6 || units[groups[verb].Main].Lemma is "deny" or "reject" or "dispute" or "refute" or "contest" or "dismiss") return;
        var end = groups[verb].IsFinite ? groups[verb].Start : groups[verb].Start - 1;
        if (NounPhrase.StartOf(units, end - 1, from) != from) return;
        var start = at - 1;
        while (start > 0 && !(units[start - 1].Role == Role.Sign && units[start - 1].Lower is "—" or ":" or ";")) start--;
        if (start < at - 2) Add("framed-behind", units[at + 1].Lemma, new Subject(new Run(from, end), at, SubjectRule.Before), new Run(at + 1, at + 2), new Run(start, at - 1));
    }

    // Whose the voice is, the first unit behind the phrase, and its cue; an empty end where none begins.
    private (Run Told, int End, string Cue) Lent(int at) => units[at].Lower switch
    {
        "in" or "by" or "on" => units[at + 1].Is("the") && at + 4 < units.Length && Voices.Contains(units[at + 2].Lower) && units[at + 3].Is("of") ? InTheWords(at) : Owned(at),
        "as" when BehindVerb(at, "put", "it") is var behind and > 0 => (Teller(at, behind), behind, "put it"),
        "so" when BehindVerb(at, "tell|inform|assure", "me|us") is var behind and > 0 => (Teller(at, behind), behind, units[behind - 2].Lemma),
        "i" or "we" when units[at + 1].Role == Role.Be && units[at + 2].Lower is "told" or "assured" or "informed" && at + 3 < units.Length && at > 0 => Told(at + 3),
        "to" when units[at + 1].Is("hear") && BehindVerb(at + 1, "tell", "it") is var behind and > 0 => (Teller(at + 1, behind), behind, "tell it"),
        "if" when Believed(at) is var behind and > 0 => (new Run(at + 1, behind - 4), behind, "believe"),
        _ => default,
    };

    // "I was told,", "I was assured by the council's spokesman, Ada Lunt,"
    private (Run, int, string) Told(int at)
    {
        if (units[at].Is(",") || at + 1 == units.Length) return (Run.None, at, units[at - 1].Lemma);
        if (!units[at].Is("by")) return default;
        var end = NounPhrase.EndOf(units, at + 1, units.Length, chains: true);
        // "by those who know him,"
        if (end < units.Length && units[end].Role == Role.Question) end = Math.Max(end, Array.FindIndex(units, end, unit => unit.Is(",")));
        if (end == at + 1) return default;
        return (new Run(at + 1, Appositive(end)), Appositive(end), units[at - 1].Lemma);
    }

    // Behind "if Ruiz is to be believed"; 0 for another phrase.
    private int Believed(int at)
    {
        for (var i = at + 2; i + 3 < Math.Min(units.Length, at + 9); i++)
            if (units[i].Role == Role.Be && units[i + 1].Is("to") && units[i + 2].Is("be") && units[i + 3].Is("believed")) return i + 4;
        return 0;
    }

    private Run Teller(int at, int behind) => new(at + 1, groups.FindLast(group => group.Main == behind - 2).Start);

    // Behind "as NAME put it": the first unit after the verb and its object; 0 for another phrase.
    private int BehindVerb(int at, string lemmas, string objects)
    {
        foreach (var group in groups)
        {
            if (group.Start <= at + 1 || group.Start > at + 9 || group.Main + 1 >= units.Length) continue;
            return lemmas.Split('|').Contains(units[group.Main].Lemma) && objects.Split('|').Contains(units[group.Main + 1].Lower) ? group.Main + 2 : 0;
        }

        return 0;
    }

    private (Run, int, string) InTheWords(int at)
    {
        var end = NounPhrase.EndOf(units, at + 4, units.Length, chains: true);
        return end > at + 4 ? (new Run(at + 4, end), end, "in the words of") : default;
    }

    // "by her own account", "in the ministry's view"; not "in his opinion piece", "by its account of".
    private (Run, int, string) Owned(int at)
    {
        var owner = at + 1;
        if (units[owner].Lower is not ("his" or "her" or "their" or "its" or "my" or "our"))
        {
            while (owner < Math.Min(units.Length, at + 8) && (units[owner].Role is Role.Noun or Role.Name or Role.Determiner or Role.Adjective || (units[owner].Is(".") && units[owner - 1].Capital))) owner++;
            if (owner == at + 1 || owner >= units.Length || units[owner].Role != Role.Possessive) return default;
        }

        var noun = owner + 1;
        while (noun < Math.Min(units.Length, owner + 3) && units[noun].Role == Role.Adjective && !Voices.Contains(units[noun].Lower)) noun++;
        if (noun >= units.Length || !Voices.Contains(units[noun].Lower) || (noun + 1 < units.Length && units[noun + 1].Role is Role.Preposition or Role.Noun or Role.Verb)) return default;
        return (new Run(at + 1, owner + 1), noun + 1, units[at].Lower + " " + units[noun].Lemma);
    }

    // What stands before the phrase, behind it, or around it.
    private void Frame(int at, int end, Run told, string cue)
    {
        var subject = new Subject(told, at, told.IsEmpty ? SubjectRule.None : SubjectRule.Inverted);
        var cueUnits = new Run(at, Math.Max(at + 1, told.IsEmpty || told.End < end ? end : told.Start));
        var goesOn = end + 1 < units.Length && units[end].Is(",");
        if (at < 2)
        {
            if (goesOn) Add("framed-before", cue, subject, cueUnits, new Run(end + 1, Boundary.Of(units, groups, end + 1, "all")));
            return;
        }

        var joins = units[at - 2].Role == Role.Conjunction;
        if (joins && goesOn)
        {
            Add("framed-insert", cue, subject, cueUnits, new Run(end + 1, Boundary.Of(units, groups, end + 1, "all")));
            return;
        }

        var start = at - 1;
        var phrase = cue == "in the words of";
        while (start > 0 && !(units[start - 1].Role == Role.Sign && (units[start - 1].Lower is "—" or ":" or ";" or "(" || (phrase && units[start - 1].Is(","))))) start--;
        if (start >= at - 1) return;
        var draft = Add(goesOn && !phrase ? "framed-insert" : "framed-behind", cue, subject, cueUnits, new Run(start, at - 1));
        if (goesOn && !phrase && new Run(end + 1, Boundary.Of(units, groups, end + 1, "all")) is { IsEmpty: false } rest) draft.Content.Add(Span(rest));
    }
}
