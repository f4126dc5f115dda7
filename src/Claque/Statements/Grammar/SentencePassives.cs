namespace Claque.Statements.Grammar;

/// <summary>What is said by or to somebody in the passive, with a copula, when asked, or as hearsay.</summary>
internal sealed partial class SentenceReader
{
    private void Passive(int g, Subject subject)
    {
        var group = groups[g];
        // "what has been described as a cult"
        var free = subject.Source.IsEmpty && group.Start > 0 && units[group.Start - 1].Is("what");
        if ((subject.Source.IsEmpty && !free) || !Cues.IsPlausible(units[group.Main].Word.Entry, "passive")) return;
        var lemma = units[group.Main].Lemma;
        var at = group.Main + 1;
        while (at < units.Length && units[at].Role == Role.Adverb) at++;
        var by = at < units.Length && units[at].Is("by") ? at : -1;
        // "I am told, by people who were not there, that …"
        var aside = by < 0 && at + 1 < units.Length && units[at].Is(",") && units[at + 1].Is("by") ? Array.FindIndex(units, at + 2, unit => unit.Is(",")) : -1;
        if (aside > 0) by = at + 1;
        if (by >= 0)
        {
            var end = aside > 0 ? aside : NounPhrase.EndOf(units, by + 1, units.Length, chains: true);
            if (end == by + 1 || free) return;
            var teller = new Subject(new Run(by + 1, end), by, SubjectRule.Inverted);
            var rest = Complement.Of(units, groups, aside > 0 ? aside + 1 : end, passive: true);
            // "She had been told by a clerk that …": who is told is no part of what is.
            if (rest.Rule is "that" or "question" or "quote" && !rest.Content.IsEmpty && lemma is "tell" or "inform" or "warn" or "advise" or "assure" or "remind" or "ask")
            {
                Add("passive-by", lemma, teller, new Run(group.Start, by + 1), rest.Content).IsToldToWriter = subject.Source.Length == 1 && units[subject.Source.Start].Lower is "i" or "we";
                return;
            }

            // "They are, I was told by a clerk, safe": what he is told is no part of who is told.
            if (subject.Source.Length == 1 && units[subject.Source.Start].Lower is "i" or "we" && lemma is "tell" or "assure" or "inform" or "warn") return;
            var draft = Add("passive-by", lemma, teller, new Run(group.Start, by + 1), subject.Source);
            if (rest.Rule is "as" or "that" or "to" or "preposition") draft.Content.Add(Span(rest.Content));
            return;
        }

        var complement = Complement.Of(units, groups, at, passive: true);
        if (complement.Rule.Length == 0 || complement.Content.IsEmpty) return;
        var content = complement.Content;
        var passive = Add("passive-" + complement.Rule, complement.Key.Length > 0 ? lemma + " " + complement.Key : lemma, default, new Run(group.Start, group.Main + 1), content);
        if (complement.Rule is not ("that" or "question" or "clause") && !free) passive.Content.Insert(0, Span(subject.Source));
        if (complement.Rule == "as" && !free) ListedBy(lemma, group, subject, content.End);
    }

    // "described as a sect, as a militia and, by one colleague of mine, as a troop": the one who says the last of them.
    private void ListedBy(string lemma, VerbGroup group, Subject subject, int from)
    {
        var by = Array.FindIndex(units, from, unit => unit.Is("by"));
        if (by < 1 || !(units[by - 1].Is(",") || units[by - 1].Role == Role.Conjunction)) return;
        var end = Array.FindIndex(units, by, unit => unit.Is(","));
        if (end < 0 || end + 2 >= units.Length || !units[end + 1].Is("as") || HasClause(from, end)) return;
        var draft = Add("passive-by", lemma, new Subject(new Run(by + 1, end), by, SubjectRule.Inverted), new Run(group.Start, group.Main + 1), new Run(end + 1, Boundary.Of(units, groups, end + 1, "all")));
        draft.Content.Insert(0, Span(subject.Source));
    }

    // "is confident that", "was afraid of"
    private void Copula(int g, Subject subject)
    {
        var at = groups[g].Main + 1;
        while (at < units.Length && units[at].Role == Role.Adverb) at++;
        if (subject.Source.IsEmpty || at + 1 >= units.Length || units[at].Role is not (Role.Adjective or Role.Verb)) return;
        var opening = ComplementOpening.Of(units, groups, at + 1, passive: true);
        if (opening.Rule is not ("that" or "preposition" or "to" or "clause" or "question") || opening.Ended(units, groups) is not { Content.IsEmpty: false } complement) return;
        Add("adjective-" + complement.Rule, complement.Key.Length > 0 ? units[at].Lower + " " + complement.Key : units[at].Lower, subject,
            new Run(groups[g].Start, at + 1), complement.Content);
    }

    // "Asked whether he would resign, Ruiz …": nobody asks.
    private void Asked()
    {
        foreach (var group in groups)
        {
            if (group.Start != group.Main || !(units[group.Main].Is("asked") || units[group.Main].Is("pressed"))) continue;
            if (group.Start > 0 && !(units[group.Start - 1].Is("when") || (group.Start == 1 && units[0].Role == Role.Conjunction))) continue;
            var complement = Complement.Of(units, groups, group.Main + 1, passive: true);
            if (complement.Content.IsEmpty || complement.Rule is not ("question" or "preposition" or "to")) continue;
            var end = complement.Content.Start;
            while (end < complement.Content.End && !units[end].Is(",")) end++;
            Add("asked-" + complement.Rule, "ask " + complement.Key, default, new Run(group.Start, Math.Max(complement.Cue, group.Main + 1)), new Run(complement.Content.Start, end));
            if (group.Start <= 1) consumed = end;
        }
    }

    private void Hearsay()
    {
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i].Lower is not ("reportedly" or "allegedly" or "supposedly" or "purportedly")) continue;
            Add("hearsay", units[i].Lower, default, new Run(i, i + 1), new Run(Math.Min(consumed, i), Boundary.Of(units, groups, Math.Min(i, units.Length - 1), "clause")));
        }
    }
}
