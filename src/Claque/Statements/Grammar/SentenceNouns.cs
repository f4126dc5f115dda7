namespace Claque.Statements.Grammar;

/// <summary>Nouns that report: "Ruiz's claim that", "announced plans to".</summary>
internal sealed partial class SentenceReader
{
    private void Nouns(Subjects subjects)
    {
        for (var i = 1; i + 1 < units.Length; i++)
        {
            if (units[i].Role != Role.Noun || !Cues.IsNoun(units[i].Word.Entry, units[i].Lower)) continue;
            var source = Possessor(i);
            if (source.IsEmpty && units[i].Word.Entry.NounClass is not ('c' or 'K' or 'm')) continue;
            var opening = ComplementOpening.Of(units, groups, i + 1, passive: true);
            if (opening.Rule is not ("that" or "to" or "preposition") || opening.Ended(units, groups) is not { Content.IsEmpty: false } complement) continue;
            if (source.IsEmpty && Held(i, complement, subjects)) continue;
            if (source.IsEmpty && (complement.Rule != "that" || units[i].Word.Entry.NounClass is not ('c' or 'm') || NounPhrase.IsSetting(units[i]) || NounPhrase.IsTime(units[i]))) continue;
            Add((source.IsEmpty ? "noun-free-" : "noun-") + complement.Rule, units[i].Lemma + (complement.Key.Length > 0 ? " " + complement.Key : ""),
                new Subject(source, i, source.IsEmpty ? SubjectRule.None : SubjectRule.Before), new Run(i, Math.Max(i + 1, complement.Rule == "preposition" ? complement.Cue : i + 1)), complement.Content);
        }
    }

    // "announced plans to", "made comments about": the subject of the verb whose object the noun is.
    private bool Held(int noun, Complement complement, Subjects subjects)
    {
        if (units[noun].Word.Entry.NounClass is not ('c' or 'K')) return false;
        var verb = groups.FindLastIndex(group => group.Main < noun);
        if (verb < 0 || groups[verb].IsPassive || groups[verb].IsCopula) return false;
        for (var i = groups[verb].Main + 1; i < noun; i++)
            if (units[i].Role is not (Role.Determiner or Role.Adjective or Role.Number or Role.Noun)) return false;
        var subject = subjects.Known(verb);
        if (subject.Source.IsEmpty) return false;
        Add("held-" + complement.Rule, units[noun].Lemma + (complement.Key.Length > 0 ? " " + complement.Key : ""), subject, new Run(groups[verb].Start, Math.Max(noun + 1, complement.Rule == "preposition" ? complement.Cue : noun + 1)), complement.Content);
        return true;
    }

    // "Ruiz's earlier claim", "their claim"
    private Run Possessor(int noun)
    {
        if (noun < 0) return Run.None;
        var i = noun - 1;
        while (i >= 0 && units[i].Role is Role.Adjective or Role.Number or Role.Noun && noun - i < 4) i--;
        if (i < 0) return Run.None;
        if (units[i].Lower is "his" or "her" or "their" or "my" or "our" or "your" or "its") return new Run(i, i + 1);
        if (units[i].Role != Role.Possessive || i == 0) return Run.None;
        var start = NounPhrase.StartOf(units, i - 1, 0);
        while (start < i && units[start].Role is Role.Preposition) start++;
        return start < i ? new Run(start, i + 1) : Run.None;
    }

    // "A county inspector counted beds for 150", "the ledgers list 40 payments": not what "I", "we" or a bare pronoun count.
    private bool IsCounting(string lemma, Subject subject) => lemma is "count" or "list" or "tally" or "log" or "itemize" or "itemise" or "record"
        && subject.How == SubjectRule.Before && units[subject.Source.End - 1].Role is Role.Noun or Role.Name;

    private static readonly HashSet<string> Writings = new("copy entry letter note sign message email e-mail memo directive text poster slogan inscription leaflet diary form plaque banner caption pamphlet notice circular telegram order rule".Split(' '), StringComparer.Ordinal);

    // "The last entry, in pencil, is addressed to nobody:" and the quotation in a paragraph of its own; "The directive was short: “No letters.”"
    private void Written()
    {
        var colon = units[^1].Is(":") ? units.Length - 1 : units.Length > 1 && units[^1].Role == Role.Quote && units[^2].Is(":") ? units.Length - 2 : -1;
        if (colon < 3 || drafts.Exists(draft => draft.Sentence == index && draft.IsQuoted && !draft.Rule.StartsWith("noun-", StringComparison.Ordinal))) return;
        var end = NounPhrase.EndOf(units, 0, colon, chains: false);
        if (end == 0 || !Writings.Contains(units[end - 1].Lemma) || !HasClause(end, colon)) return;
        var written = new Subject(new Run(0, end), 0, SubjectRule.Before);
        // "A copy that the paper has seen reads, in part:"
        if (drafts.Find(draft => draft.Sentence == index && draft.Rule == "block") is { } block) block.Rule = "block-document";
        else if (colon + 1 == units.Length) Add("block-document", "read", written, new Run(colon, colon + 1), Run.None);
        else Add("colon-document", "read", written, new Run(colon, colon + 1), new Run(colon + 1, colon + 2)).EndsInQuote = true;
    }

    // The noun of saying that is the subject of the sentence: "answer" in "her answer was short:"; -1 for none.
    private int OpeningAnswer(int end)
    {
        var noun = Array.FindIndex(units, 0, Math.Min(end, 6), unit => unit.Lower is "answer" or "reply" or "response" or "verdict" or "explanation" or "advice" or "message" or "summary" or "word" or "words" or "comment");
        return noun > 0 && noun + 1 < end && units[noun + 1].Role == Role.Be ? noun : -1;
    }
}
