using Claque.Text.Prose;

namespace Claque.Statements.Grammar;

/// <summary>Finds the statements that one sentence makes.</summary>
internal sealed partial class SentenceReader(Document document, Sentence sentence, int index, List<Draft> drafts, Odds? odds)
{
    private readonly Unit[] units = sentence.Units;
    private readonly List<VerbGroup> groups = VerbGroup.Of(sentence.Units);
    private int consumed;

    /// <summary>Adds the statements of the sentence. O(units) but for long lists of clauses.</summary>
    public void Read()
    {
        Label();
        AccordingTo();
        Framed();
        Asked();
        Perspective();
        Picture();
        var subjects = new Subjects(units, groups);
        for (var g = 0; g < groups.Count; g++)
        {
            var subject = subjects.Of(g);
            if (groups[g].IsCopula) Copula(g, subject);
            else Verb(g, subject, subjects);
        }

        Nouns(subjects);
        Hearsay();
        Written();
        QuoteLabels();
    }

    private void Verb(int g, Subject subject, Subjects subjects)
    {
        var group = groups[g];
        ref var main = ref units[group.Main];
        var speaks = Cues.Speaks(main.Lemma);
        var before = group.Start - 1;
        while (before >= 0 && units[before].Role == Role.Adverb) before--;
        speaks |= Cues.IsManner(main.Lemma) && (before >= 0 && units[before].Role == Role.Quote || (subject.Begin > 0 && units[subject.Begin - 1].Role == Role.Quote));
        // "Politicians are paid for it, records show."
        speaks |= main.Lemma is "estimate" or "believe" or "fear" or "suspect" or "reckon" && subject.How == SubjectRule.Before && subject.Begin > 1 && units[subject.Begin - 1].Is(",") && group.Main + 1 < units.Length && units[group.Main + 1].Lower is "," or ".";
        speaks |= main.Lemma is "show" or "indicate" && !subject.Source.IsEmpty && units[subject.Source.End - 1] is { Role: Role.Noun } head && head.Word.Entry.NounClass is 'c' or 'm' && (g + 1 == groups.Count);
        if (speaks && group.IsFinite && !group.IsPassive && group.Start == group.Main && (before < 0 ? index > 0 : units[before].Role == Role.Quote || (subject.How != SubjectRule.Inserted && (units[before].Is(",") || units[before].Is("—")))))
        {
            var behind = subjects.Behind(g);
            if (!behind.Source.IsEmpty && Before(g, behind, behind.Source.End)) return;
        }

        if (group.IsPassive)
        {
            Passive(g, subject);
            return;
        }

        // "Said one: “I slept in my shoes.”"
        if (subject.Source.IsEmpty && speaks && group.Main == 0 && subjects.Behind(g) is { Source.IsEmpty: false } said && said.Source.End + 1 < units.Length && units[said.Source.End].Lower is ":" or "," && units[said.Source.End + 1].Role == Role.Quote)
        {
            Add("quote", main.Lemma, said, new Run(0, 1), new Run(said.Source.End + 1, said.Source.End + 2)).EndsInQuote = true;
            return;
        }

        var opening = ComplementOpening.Of(units, groups, group.Main + 1, passive: false);
        if (subject.Source.IsEmpty && !(opening.Rule is "quote" or "colon" && speaks)) return;
        var complement = opening.Ended(units, groups);
        if (speaks && group.IsFinite && subject.How is SubjectRule.Before or SubjectRule.Inserted && Before(g, subject, group.Main + 1, complement)) return;
        if (speaks && subject.How == SubjectRule.Elided && complement.Content.IsEmpty && complement.Rule != "block" && Before(g, subject, group.Main + 1, complement)) return;
        After(g, subject, complement);
    }

    private void After(int g, Subject subject, Complement complement)
    {
        var group = groups[g];
        var lemma = units[group.Main].Lemma;
        if (lemma is "put" && Estimate(group.Main + 1) is { IsEmpty: false } number)
        {
            Add("preposition", "put at", subject, new Run(group.Start, number.Start), number);
            return;
        }

        var cueEnd = Math.Max(group.Main + 1, complement.Rule == "preposition" ? complement.Cue : group.Main + 1);
        var key = complement.Key.Length > 0 ? lemma + " " + complement.Key : lemma;
        if (complement.Rule == "block")
        {
            Add("block", key, subject, new Run(group.Start, units.Length - 1), Run.None);
            return;
        }

        // "told a hall full of people:" and the quotation in paragraphs of its own
        if (complement.Rule == "object" && units[^1].Is(":") && Cues.Speaks(lemma) && ComplementOpening.SkipAdjuncts(units, group.Main + 1, addressee: true) == units.Length - 1)
        {
            Add("block", lemma, subject, new Run(group.Start, group.Main + 1), Run.None);
            return;
        }

        if (complement.Content.IsEmpty && Gap(g, subject, key)) return;
        if (complement.Content.IsEmpty)
        {
            // "Ruiz said in a statement. “…”"
            if (Cues.Speaks(lemma) && group.IsFinite && As(g, subject, complement, key)) return;
            // "reads, in part:"
            if (Cues.Speaks(lemma) && group.IsFinite && (complement.After >= units.Length - 1 || (units[^1].Is(":") && g + 1 == groups.Count))) Add("block", key, subject, new Run(group.Start, group.Main + 1), Run.None);
            return;
        }

        if (!Cues.IsPlausible(units[group.Main].Word.Entry, complement.Rule)) return;
        if (complement.Rule == "object" && lemma is "describe" or "portray" or "characterize" or "characterise" or "depict" && BehindInserted(complement.Content.End) is var named and > 0)
            complement = complement with { Content = new Run(named, Boundary.Of(units, groups, named, "as")), Rule = "as" };
        // "Its people say Doveshti": a name is no statement.
        if (lemma == "say" && complement.Rule == "object" && units[complement.Content.Start].Role == Role.Name) return;
        complement = complement with { Content = subject.How == SubjectRule.Later ? BeforeSubject(subject, complement.Content) : Within(subject, complement.Content) };
        if (complement.Content.IsEmpty) return;
        var rule = subject.How switch
        {
            SubjectRule.Elided or SubjectRule.Later when !group.IsFinite => "participle-" + complement.Rule,
            SubjectRule.Governed => "infinitive-" + complement.Rule,
            SubjectRule.Relative => "relative-" + complement.Rule,
            _ when subject.Source.Length == 1 && units[subject.Source.Start].Is("you") => "you-" + complement.Rule,
            _ => complement.Rule,
        };
        var draft = Add(rule, key, subject, new Run(group.Start, cueEnd), complement.Content);
        draft.EndsInQuote = units[complement.Content.End - 1].Role == Role.Quote;
        draft.IsCount = complement.Rule == "object" && IsCounting(lemma, subject) && Array.Exists(units[complement.Content.Start..complement.Content.End], unit => unit.Role == Role.Number);
        if (lemma is "say" or "tell" or "add" or "ask" && complement.Rule != "object") consumed = Math.Max(consumed, complement.Content.End);
    }

    // "describe it, having looked, as a village": at the "as"; 0 for none.
    private int BehindInserted(int comma)
    {
        if (comma >= units.Length || !units[comma].Is(",")) return 0;
        var close = Array.FindIndex(units, comma + 1, unit => unit.Is(","));
        return close > 0 && close < comma + 8 && close + 2 < units.Length && units[close + 1].Is("as") ? close + 1 : 0;
    }

    // "put it at about 26": the number, and what it counts.
    private Run Estimate(int from)
    {
        var at = Array.FindIndex(units, from, Math.Min(9, units.Length - from), unit => unit.Is("at") || unit.Role is Role.Sign or Role.Verb);
        if (at <= from || !units[at].Is("at")) return Run.None;
        var number = at + 1;
        while (number + 1 < units.Length && units[number].Lower is "about" or "around" or "nearly" or "more" or "than" or "over" or "some" or "only" or "just" or "$") number++;
        return number < units.Length && units[number].Role is Role.Number or Role.Quote ? new Run(at + 1, Math.Max(number + 1, NounPhrase.EndOf(units, number, units.Length, chains: false))) : Run.None;
    }

    // "rules which officials said will follow": the clause has its subject before the cue.
    private bool Gap(int g, Subject subject, string key)
    {
        var next = groups[g].Main + 1;
        while (next < units.Length && units[next].Role == Role.Adverb) next++;
        if (subject.How != SubjectRule.Before || !groups.Exists(group => group.Start == next && group.IsFinite)) return false;
        var opener = subject.Begin - 1;
        if (opener < 0 || !(units[opener].Role == Role.Question || units[opener].Is("that") || units[opener].IsNominal)) return false;
        var draft = Add("gap", key, subject, new Run(groups[g].Start, groups[g].Main + 1), new Run(next, Boundary.Of(units, groups, next, "clause")));
        draft.Content.Insert(0, Span(new Run(opener, opener + 1)));
        return true;
    }

    // "Announcing that …, the minister left": what is announced ends at the comma before its speaker.
    private Run BeforeSubject(Subject subject, Run content)
    {
        var end = Math.Min(content.End, subject.Source.Start);
        while (end > content.Start && (units[end - 1].Is(",") || units[end - 1].Role == Role.Adverb)) end--;
        return new Run(content.Start, end);
    }

    // What a relative or a leading clause says ends with that clause: "While critics say it is unsafe, the council …"
    private Run Within(Subject subject, Run content)
    {
        var opener = subject.Begin - 1;
        var leads = opener >= 0 && units[opener].Lower is "while" or "although" or "though" or "if" or "when" or "as" or "since" or "because" or "after" or "whereas"
            && (opener == 0 || units[opener - 1].Is(",") || units[opener - 1].Role == Role.Conjunction);
        if (!leads && subject.How != SubjectRule.Relative) return content;
        for (var i = content.Start + 1; i < content.End; i++)
        {
            if (!units[i].Is(",")) continue;
            var next = i + 1;
            while (next < content.End && units[next].Role == Role.Adverb) next++;
            if (subject.How == SubjectRule.Relative && groups.Exists(group => group.Start == next && group.IsFinite) && !(units[i - 1].Role != Role.Sign && IsInsert(content.Start, i))) return new Run(content.Start, i);
            if (leads && next < units.Length && NounPhrase.BeginsPhrase(units[next]))
            {
                var end = NounPhrase.EndOf(units, next, units.Length, chains: true);
                while (end < units.Length && units[end].Role == Role.Adverb) end++;
                if (groups.Exists(group => group.Start == end && group.IsFinite)) return new Run(content.Start, i);
            }
        }

        return content;
    }

    // "who says the strike, in which hundreds took part, was …": the verb behind the insert is what is said of the strike.
    private bool IsInsert(int start, int comma)
    {
        var opens = Array.FindIndex(units, start, comma - start, unit => unit.Is(","));
        return opens > 0 && !HasClause(start, opens) && (units[opens + 1].Is("which") || (units[opens + 1].Role == Role.Preposition && units[opens + 2].Is("which")));
    }

    // "As Ruiz reported, …" and "…, as Ruiz said".
    private bool As(int g, Subject subject, Complement complement, string key)
    {
        var at = subject.Begin - 1;
        if (at < 0 || !units[at].Is("as")) return false;
        var cue = new Run(groups[g].Start, groups[g].Main + 1);
        var after = Math.Max(complement.After, groups[g].Main + 1);
        if (at <= 1 && after + 1 < units.Length && units[after].Lower is "," or ":")
            Add("as-before", key, subject, cue, new Run(after + 1, Boundary.Of(units, groups, after + 1, "all")));
        else if (at > 2 && units[at - 1].Is(",") && HasClause(0, at - 1))
            Add("as-behind", key, subject, cue, new Run(0, at - 1));
        else return false;
        return true;
    }

    // "…," said Ruiz. / …, Ruiz said on Tuesday. / "A," Ruiz said, "B."
    private bool Before(int g, Subject subject, int after, Complement? given = null)
    {
        var begin = subject.How == SubjectRule.Inverted ? groups[g].Start : subject.How == SubjectRule.Elided ? groups[g].Start : subject.Begin;
        var end = begin;
        var coordinated = false;
        while (end > 0 && units[end - 1].Role is Role.Adverb or Role.Conjunction) coordinated |= units[--end].Role == Role.Conjunction;
        if (end > 0 && (units[end - 1].Is(",") || units[end - 1].Is("—"))) end--;
        else if (end == 0 || units[end - 1].Role != Role.Quote) return false;
        if (end <= consumed && consumed > 0) return false;
        var start = consumed < end ? consumed : 0;
        while (start < end && (units[start].Role is Role.Conjunction || (units[start].Role == Role.Sign && !units[start].Is("$")))) start++;
        if (start >= end)
        {
            // "And yet, her aides say, the bridge stands."
            if (given is not { Content.IsEmpty: true } || !Continues(Math.Max(after, given.Value.After), out var only)) return false;
            Add("clause-parenthesis", units[groups[g].Main].Lemma, subject, new Run(groups[g].Start, groups[g].Main + 1), only);
            consumed = only.End;
            return true;
        }

        if (units[end - 1].Role != Role.Quote && given is { Rule: "quote" } && BeginsSentence(units[given.Value.Content.Start])) return false;
        var quoted = units[end - 1].Role == Role.Quote;
        if (coordinated && !quoted) return false;
        var open = quoted && EndsOpen(units[end - 1]);
        var complement = given ?? Complement.Of(units, groups, after, passive: true);
        var adverbial = units[start].Lower is "when" or "after" or "while" or "as" or "once" or "before" or "since" or "later" or "asked" or "in" or "at" or "on" or "during" or "speaking" or "by";
        var goesOn = Continues(Math.Max(after, complement.After), out var rest) || (Addresses(after) && Continues(after + 1, out rest));
        // "When they cut the lock, said a man who was there, the boy …": an inverted verb opens no clause.
        if (!quoted && adverbial && !(subject.How == SubjectRule.Inverted && goesOn) && !(goesOn && !HasClause(start, end)) && !complement.Content.IsEmpty && (complement.Rule is "quote" || units[start].Lower is "when" or "after" or "while" or "as" or "once" or "asked" or "speaking")) return false;
        if (!quoted && (complement.Rule is "that" or "colon" or "clause" or "question" || !(HasClause(start, end) || goesOn || HasQuote(start, end)))) return false;
        if (quoted && !open && complement.Rule is "that" or "colon" or "clause") return false;
        var lone = quoted && end - start == 1;
        if (quoted && !lone && !open && complement.Rule == "object" && units[groups[g].Main].Lemma is not ("say" or "add" or "tell")) return false;
        var draft = Add(quoted ? lone ? "quote-before" : "mixed-before" : "clause-before", units[groups[g].Main].Lemma, subject,
            new Run(groups[g].Start, groups[g].Main + 1), new Run(start, end));
        draft.EndsInQuote = quoted;
        draft.IsToldToWriter = after < units.Length && units[after].Lower is "me" or "us";
        consumed = Math.Max(consumed, after);
        if (complement.Rule == "quote" || FollowsQuote(Math.Max(after, complement.After)))
        {
            var next = complement.Rule == "quote" ? complement.Content.Start : Math.Max(after, complement.After) + 1;
            var stop = complement.Rule == "quote" ? complement.Content.End : next + 1;
            draft.Content.Add(Span(new Run(next, stop)));
            draft.EndsInQuote = units[stop - 1].Role == Role.Quote;
            consumed = stop;
        }
        else if (!quoted && goesOn)
        {
            // "The camp, Ruiz said, was closed."
            draft.Content.Add(Span(rest));
            consumed = rest.End;
        }

        return true;
    }

    // “…,” or “…?”: what the quotation belongs to follows.
    private bool EndsOpen(in Unit quote)
    {
        var inner = document.Quotations[quote.Quote].Inner;
        var last = inner.End - 1;
        while (last > inner.Start && (char.IsWhiteSpace(document.Text[last]) || document.Text[last] is '\'' or '’' or '"' or '”')) last--;
        return document.Text[last] is ',' or '?' or '!';
    }

    private bool BeginsSentence(in Unit unit)
    {
        if (unit.Role != Role.Quote) return false;
        var inner = document.Quotations[unit.Quote].Inner.In(document.Text).TrimStart(" '‘“\"");
        return inner.Length > 0 && char.IsUpper(inner[0]) && !inner.StartsWith("I ") && !inner.StartsWith("I'") && !inner.StartsWith("I’");
    }

    private bool HasQuote(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (units[i].Role == Role.Quote && units[i].End - units[i].Start > 15) return true;
        return false;
    }

    private bool FollowsQuote(int at) => at + 1 < units.Length && units[at].Role == Role.Sign && units[at].Lower is "," or ":" or "." or "—" && units[at + 1].Role == Role.Quote;

    private bool Continues(int at, out Run rest)
    {
        rest = Run.None;
        if (at + 2 < units.Length && units[at].Is(";") && NounPhrase.EndOf(units, units[at + 1].Lower is "about" or "some" or "perhaps" ? at + 2 : at + 1, units.Length, chains: true) is var next && next > at + 1 && groups.Exists(group => group.Start == next && group.IsFinite))
        {
            rest = new Run(at + 1, Boundary.Of(units, groups, at + 1, "clause"));
            return !rest.IsEmpty;
        }

        if (at + 2 >= units.Length || !units[at].Is(",")) return false;
        // "He likes the radio, he said, and it does not matter who talks."
        if (units[at + 1].Lower is "and" or "but" && at + 3 < units.Length && NounPhrase.EndOf(units, at + 2, units.Length, chains: true) is var behind && behind > at + 2 && groups.Exists(group => group.Start == behind && group.IsFinite))
        {
            rest = new Run(at + 2, Boundary.Of(units, groups, at + 2, "clause"));
            return !rest.IsEmpty;
        }

        if (units[at + 1].Role is not (Role.Verb or Role.Be or Role.Have or Role.Modal or Role.Do or Role.Noun or Role.Name or Role.Pronoun or Role.Determiner or Role.Subordinator or Role.To or Role.Preposition or Role.Not or Role.Adverb or Role.Adjective or Role.Number)) return false;
        if (units[at + 1].Role == Role.Verb && units[at + 1].Form == VerbForm.Ing) return false;
        rest = new Run(at + 1, Boundary.Of(units, groups, at + 1, "clause"));
        return !rest.IsEmpty;
    }

    // "told me"
    private bool Addresses(int after) => after < units.Length && units[after].Lower is "me" or "us" or "them" or "him" or "her";

    private bool HasClause(int start, int end)
    {
        foreach (var group in groups)
            if (group.Start >= start && group.Main < end && group.IsFinite) return true;
        return false;
    }

    // "Mayor: bridge is safe"
    private void Label()
    {
        if (index > 2) return;
        for (var i = 1; i + 3 < units.Length && i < 8; i++)
        {
            if (units[i].Role is Role.Verb or Role.Be or Role.Quote) return;
            if (!units[i].Is(":")) continue;
            if (NounPhrase.StartOf(units, i - 1, 0) == 0) Add("label", ":", new Subject(new Run(0, i), 0, SubjectRule.Before), new Run(i, i + 1), new Run(i + 1, Boundary.Of(units, groups, i + 1, "colon")));
            return;
        }
    }

    // "Ruiz: “We stay.”", "his demand of 1987: “Open the gate!”"
    private void QuoteLabels()
    {
        for (var i = 1; i + 1 < units.Length; i++)
        {
            if (!units[i].Is(":") || units[i + 1].Role != Role.Quote) continue;
            var quote = units[i + 1].Span;
            if (drafts.Exists(draft => draft.Sentence == index && draft.Content.Exists(content => content.Contains(quote)))) continue;
            var start = NounPhrase.StartOf(units, i - 1, 0);
            if (start >= i) continue;
            // "Ruiz's answer was short: “Never.”"
            if (Possessor(OpeningAnswer(i)) is { IsEmpty: false } owner)
            {
                Add("colon-quote", ":", new Subject(owner, 0, SubjectRule.Before), new Run(i, i + 1), new Run(i + 1, i + 2)).EndsInQuote = true;
                continue;
            }

            // "Ruiz said, and then, after a pause: “…”": still the same speaker.
            if (units[start].Role == Role.Preposition && drafts.FindLast(draft => draft.Sentence == index && draft.IsQuoted && Cues.Speaks(draft.CueWord)) is { } speaker)
            {
                speaker.Content.Add(quote);
                speaker.EndsInQuote = true;
                continue;
            }

            var draft = Add(start == 0 ? "label-quote" : "colon-quote", ":", new Subject(new Run(start, i), start, SubjectRule.Before), new Run(i, i + 1), new Run(i + 1, i + 2));
            draft.EndsInQuote = true;
        }
    }

    private Draft Add(string rule, string cue, Subject subject, Run cueUnits, Run content)
    {
        var draft = new Draft { Rule = rule, IsQuoted = HasWords(content), IsOwn = subject.Source.Length == 1 && units[subject.Source.Start].Lower is "i" or "we", Cue = cue, Sentence = index, CueSpans = [Span(cueUnits)], How = subject.How };
        // What seems so, seems so to the writer.
        if (!subject.Source.IsEmpty && !(draft.CueWord is "seem" or "appear")) draft.Source.Add(Span(subject.Source));
        if (!content.IsEmpty) draft.Content.Add(Span(content));
        Evidence.Gather(draft, odds, units, groups, subject, cueUnits, content);
        drafts.Add(draft);
        return draft;
    }

    private bool HasWords(Run content)
    {
        for (var i = content.Start; i < content.End; i++)
            if (units[i].Role == Role.Quote) return true;
        return false;
    }

    private TextSpan Span(Run run)
    {
        var end = run.End;
        while (end > run.Start + 1 && units[end - 1].Role == Role.Sign && units[end - 1].Lower is "," or "." or ";" or ":" or "—") end--;
        _ = document;
        return new TextSpan(units[run.Start].Start, units[end - 1].End);
    }
}
