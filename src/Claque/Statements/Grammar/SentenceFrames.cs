using Claque.Text.Prose;

namespace Claque.Statements.Grammar;

/// <summary>What makes a statement of a clause without a verb of saying: "according to", "in the words of", "for its supporters", "the picture that emerges".</summary>
internal sealed partial class SentenceReader
{
    private void AccordingTo()
    {
        for (var i = 0; i + 2 < units.Length; i++)
        {
            if (!units[i].Is("according") || !units[i + 1].Is("to")) continue;
            var end = i + 2;
            while (end < units.Length && end < i + 28 && !(units[end].Role == Role.Sign && (units[end].Lower is "," or ";" or ":" or "—" || end + 1 == units.Length))) end++;
            if (end == i + 2) continue;
            // "according to most newspapers the union is an army": no comma parts source and content.
            var phrase = NounPhrase.EndOf(units, i + 2, end, chains: true);
            var parted = end;
            if (phrase > i + 2 && phrase < end && units[phrase].Role is Role.Determiner or Role.Pronoun && groups.Exists(group => group.Start > phrase && group.Main < end && group.IsFinite)) parted = phrase;
            var content = new List<TextSpan>();
            // "under a cloth and, according to the paper, of fever": what follows is on that word.
            if (parted == end && i > 1 && units[i - 1].Is(",") && units[i - 2].Role == Role.Conjunction && end + 1 < units.Length && units[end].Is(","))
            {
                AddAccording("according-insert", "according to", new Run(i, i + 2), new Run(i + 2, end), new Run(end + 1, Boundary.Of(units, groups, end + 1, "all")));
                continue;
            }

            var before = i;
            while (before > 0 && units[before - 1].Role is Role.Adverb or Role.Conjunction || (before > 0 && units[before - 1].Is(","))) before--;
            var follow = before == 0 || parted < end ? end : Appositive(end);
            if (parted < end)
            {
                AddAccording("according-before", "according to", new Run(i, i + 2), new Run(i + 2, parted), new Run(parted, Boundary.Of(units, groups, parted, "all")));
                continue;
            }

            if (before > 0) content.Add(Span(new Run(0, before)));
            if (follow + 1 < units.Length && units[follow].Lower is "," or ":" && (before == 0 || !HasClause(0, before)))
            {
                var rest = new Run(follow + 1, Boundary.Of(units, groups, follow + 1, "all"));
                if (!rest.IsEmpty) content.Add(Span(rest));
            }

            if (content.Count == 0) continue;
            var told = new Run(i + 2, before == 0 ? end : follow);
            drafts.Add(new Draft { Rule = before > 0 ? "according-behind" : "according-before", Cue = "according to", Sentence = index, Source = [Span(told)], CueSpans = [Span(new Run(i, i + 2))], Content = content, How = SubjectRule.Inverted });
            Evidence.Gather(drafts[^1], odds, units, groups, new Subject(told, i, SubjectRule.Inverted), new Run(i, i + 2), before > 0 ? new Run(0, before) : new Run(follow + 1, units.Length));
            consumed = before == 0 ? 0 : follow;
        }
    }

    private void AddAccording(string rule, string cue, Run cueUnits, Run told, Run content)
    {
        drafts.Add(new Draft { Rule = rule, Cue = cue, Sentence = index, IsQuoted = HasWords(content), Source = [Span(told)], CueSpans = [Span(cueUnits)], Content = [Span(content)], How = SubjectRule.Inverted });
        Evidence.Gather(drafts[^1], odds, units, groups, new Subject(told, cueUnits.Start, SubjectRule.Inverted), cueUnits, content);
    }

    // Behind ", a newspaper in the capital" before the next comma or the end.
    private int Appositive(int end)
    {
        if (end + 1 >= units.Length || !units[end].Is(",") || !(units[end + 1].Role is Role.Determiner or Role.Question or Role.Noun || (units[end + 1].Role == Role.Name && units[end - 1].Role == Role.Noun))) return end;
        var stop = end + 1;
        while (stop < units.Length && !(units[stop].Role == Role.Sign && units[stop].Lower is "," or "." or ";")) stop++;
        return stop;
    }

    // "For its supporters, the union is …", "To the colonels who rule there they are bombers": how somebody is said to see it.
    private void Perspective()
    {
        if (units.Length < 6 || !(units[0].Lower is "for" or "to")) return;
        var end = NounPhrase.EndOf(units, 1, units.Length, chains: true);
        // "To his followers Ruiz is a father": no comma.
        var pressed = end > 2 && units[end - 1].Role == Role.Name && units[end - 2].Role == Role.Noun && end < units.Length && units[end].Role == Role.Be;
        if (pressed) end--;
        if (end <= 1 || end + 2 >= units.Length || end > 9 || !(AreBeholders(end) || IsBeholder(end))) return;
        var from = pressed ? end : units[end].Is(",") ? BehindInserts(end + 1) : BehindRelative(end);
        if (from < 0) return;
        Add("perspective", "for", new Subject(new Run(1, end), 0, SubjectRule.Before), new Run(0, 1), new Run(from, Boundary.Of(units, groups, from, "all")));
    }

    // Persons, more than one of them: "its backers", "a certain kind of researcher".
    private bool AreBeholders(int end)
    {
        var head = Array.FindIndex(units, 1, end - 1, unit => unit.Role == Role.Noun);
        while (head >= 0 && head + 1 < end && units[head + 1].Role != Role.Preposition) head++;
        if (head < 0 || units[head].Role != Role.Noun) return false;
        var kind = units[head].Lower is "kind" or "sort" or "type" && head + 2 < end && units[head + 1].Is("of");
        ref var noun = ref units[kind ? end - 1 : head];
        return noun.Is("people") || ((kind || noun.Word.Entry.IsPlural) && (noun.Word.Entry.NounClass == 'p' || noun.Lower.EndsWith(noun.Word.Entry.IsPlural ? "ers" : "er", StringComparison.Ordinal)));
    }

    // "For Ruiz, it is a cult": one with a name, and a verdict.
    private bool IsBeholder(int end) => units[0].Is("for") && end < 4 && units[1].Role == Role.Name && units[end - 1].Role == Role.Name && end + 2 < units.Length && units[end].Is(",")
        && units[end + 1].Lower is "it" or "this" or "that" or "they" && units[end + 2].Role == Role.Be && units[end + 2].Lower is "is" or "'s" or "’s" or "are";

    // "For its backers, and they are many, the union is …"; "To its friends, a list that takes in two senators, the union is …"
    private int BehindInserts(int from)
    {
        for (var rounds = 0; rounds < 2 && from < units.Length; rounds++)
        {
            var close = Array.FindIndex(units, from, unit => unit.Is(","));
            if (close < 0 || close > from + 24 || !HasClause(close, units.Length)) return from;
            var relative = Array.FindIndex(units, from, close - from, unit => unit.Lower is "that" or "who" or "which");
            var opens = units[from].Role == Role.Conjunction && close < from + 6;
            if (!opens && HasClause(from, relative > from ? relative : close)) return from;
            // "the Union, or U.T.M., is": the name is no insert.
            if (!opens && units[close + 1].Role is Role.Conjunction or Role.Be) return from;
            from = close + 1;
        }

        return from;
    }

    // "To the colonels who rule there they are bombers": at the pronoun or phrase before the second verb; -1 for none.
    private int BehindRelative(int end)
    {
        var relative = units[end].Role == Role.Question && units[end].Is("who");
        if (!relative && units[end].Role != Role.Pronoun) return -1;
        for (var i = end; i + 1 < Math.Min(units.Length, end + 10); i++)
            if (units[i].Lower is "it" or "they" or "he" or "she" && units[i + 1].Role == Role.Be) return i;
        return -1;
    }

    // "The picture they painted was of a life …": a noun of saying with its clause, and a copula.
    private void Picture()
    {
        for (var i = 0; i + 3 < units.Length && i < 6; i++)
        {
            if (units[i].Lower is not ("picture" or "portrait" or "account" or "story" or "message" or "point" or "argument" or "claim" or "impression" or "verdict" or "conclusion" or "complaint" or "answer" or "version" or "explanation" or "reply" or "response" or "excuse")) continue;
            var emerges = i + 4 < units.Length && units[i + 1].Lower is "that" or "which" && units[i + 2].Lemma is "emerge" or "come" or "arise" && units[i + 3].Is("from");
            var copula = groups.FindIndex(group => group.Start > i && group.IsCopula && units[group.Main].Role == Role.Be && (!emerges || (group.Main + 1 < units.Length && units[group.Main + 1].Lower is "of" or "that")));
            if (copula < 0 || (!emerges && groups[copula].Start > i + 9)) return;
            var at = groups[copula].Main + 1;
            if (at >= units.Length || !(units[at].Lower is "of" or "that" or ":" || units[at].Role == Role.Quote)) return;
            var from = units[at].Lower is "of" or ":" ? at + 1 : at;
            var teller = groups.FindIndex(group => group.Start > i && group.Main < groups[copula].Start);
            var source = emerges ? new Run(i + 4, Array.FindIndex(units, i + 4, unit => unit.Is(",") || unit.Role == Role.Be)) : teller >= 0 && groups[teller].Start > i + 1 ? new Run(i + 1, groups[teller].Start) : Possessor(i);
            if (from >= units.Length) return;
            Add("noun-copula", units[i].Lower, new Subject(source, i, source.IsEmpty ? SubjectRule.None : SubjectRule.Before), new Run(i, groups[copula].Main + 1), new Run(from, Boundary.Of(units, groups, from, "all")));
            return;
        }
    }
}
