using Claque.Statements.Grammar;
using Claque.Statements.Names;
using Claque.Text.Prose;

namespace Claque.Statements.Sources;

/// <summary>Whom a pronoun means: by nearness, who spoke last, and what names and titles tell.</summary>
internal sealed partial class SourceKinds
{
    private Statement Pronoun(Statement statement, string pronoun, List<Statement> before)
    {
        var at = statement.Source[0].Start;
        var gender = pronoun is "he" or "him" or "his" ? 'm' : pronoun is "she" or "her" ? 'f' : '-';
        if (gender == '-') return Plural(statement, pronoun, before);
        // In somebody's own words another is meant.
        var quoted = IsInQuotes(at);
        var self = quoted ? before.FindLast(other => other.Parent < 0 && other.Content.Any(content => content.Contains(at)))?.Resolved : null;
        var speaker = before.FindLast(other => other.Resolved is not null && other.Content[^1].End <= at)?.Resolved;
        (Entity? Entity, double Score, int Back) best = (null, 0, 0);
        // As long as sentences go on with the same pronoun, the person stays in mind.
        var reach = 3 + Carried(at, gender);
        foreach (var entity in entities)
        {
            if (entity.Name == self || entity.Kind is EntityKind.Organisation or EntityKind.Place || !GenderFits(entity, gender) || (genders.TryGetValue(entity.Name, out var known) && known != gender)) continue;
            // A single word that is nowhere a person's may be anything: a town, a philosopher's name.
            if (entity.Kind == EntityKind.Unknown && !entity.Forms.Any(form => NameForms.Words(form).Length > 1) && !before.Exists(other => other.Resolved == entity.Name)) continue;
            if (entity.Kind == EntityKind.Unknown && HasArticle(entity)) continue;
            foreach (var mention in entity.Mentions)
            {
                if (mention.Article != article || mention.Span.Start >= at || (!quoted && IsInQuotes(mention.Span.Start)) || IsObject(mention.Span.End, at)) continue;
                var back = SentencesBetween(mention.Span.Start, at);
                if (back > reach) continue;
                var score = (4 - Math.Min(3, back)) + (entity.Name == speaker ? 1.5 : 0) + (LeadsSentence(mention.Span.Start) ? 1 : 0) + (entity.Kind == EntityKind.Person ? 1 : 0);
                if (score > best.Score || (score == best.Score && back < best.Back)) best = (entity, score, back);
            }
        }

        if (quoted && (best.Entity is null || best.Entity.Name == speaker || best.Back > 1) && ToldOf(at) is { } told && SexOf(told) is var toldSex && (toldSex == '-' || toldSex == gender))
            return statement with { SourceKind = SourceKind.AnonymousPerson, Resolved = told, ResolvedBecause = $"\"{pronoun}\": of whom who speaks has told" };
        // "The mayor walked out when he saw the gate.": who opens the sentence, when nobody else is named in it.
        if (!quoted && (best.Entity is null || best.Back > 0) && SubjectHere(at, gender) is { } subject) return Meant(statement, subject, pronoun);
        // "A senior official smiled. “It is their gate,” he said."
        if (!quoted && UnnamedBefore(at, gender, best.Entity is null ? int.MaxValue : best.Back, before) is { } unnamedSubject && SexOf(unnamedSubject) is var of && (of == '-' || of == gender) && (best.Entity is null || best.Back > 0)) return statement with { SourceKind = SourceKind.AnonymousPerson, Resolved = unnamedSubject, ResolvedBecause = $"\"{pronoun}\": the person without a name in the sentence before" };
        var heard = LastHeard(at, gender, before);
        if (heard is { SourceKind: SourceKind.AnonymousPerson } && (best.Entity is null || SentencesBetween(heard.Source[0].Start, at) <= best.Back))
            return statement with { SourceKind = SourceKind.AnonymousPerson, Resolved = heard.Resolved ?? SourceText(heard), ResolvedBecause = $"\"{pronoun}\": the last speaker, who has no name" };
        // Nobody else was named since he spoke.
        if (best.Entity is null && heard is { SourceKind: SourceKind.NamedPerson, Resolved: { } speaking } && !(genders.TryGetValue(speaking, out var sex) && sex != gender) && SentencesBetween(heard.Content[^1].End, at) <= 4)
            return statement with { SourceKind = SourceKind.NamedPerson, Resolved = speaking, ResolvedBecause = $"\"{pronoun}\": the last speaker" };
        if (best.Entity is null) return statement with { SourceKind = SourceKind.AnonymousPerson };
        var reasons = new List<string> { best.Back == 0 ? "named in the same sentence" : best.Back == 1 ? "named 1 sentence back" : $"named {best.Back} sentences back" };
        genders.TryAdd(best.Entity.Name, gender);
        if (best.Entity.Name == speaker) reasons.Add("last speaker");
        if (GenderOf(best.Entity) == gender) reasons.Add(gender == 'm' ? "a man's name or title" : "a woman's name or title");
        return statement with { SourceKind = SourceKind.NamedPerson, Resolved = best.Entity.Name, ResolvedBecause = $"\"{pronoun}\": {string.Join(", ", reasons)}" };
    }

    // "the president" of "The president walked out when he": the person by whom the sentence that holds a place begins.
    private TextSpan? SubjectHere(int at, char gender)
    {
        var sentence = document.Sentences.LastOrDefault(sentence => sentence.Start <= at && sentence.End > at);
        if (sentence.Length == 0) return null;
        var units = Units(sentence);
        if (units.Length < 3 || !units[0].Is("the")) return null;
        var end = NounPhrase.EndOf(units, 0, units.Length, chains: false);
        if (end < 2 || end >= units.Length || units[end - 1].End >= at || units[end - 1].Role != Role.Noun || units[end - 1].Word.Entry is not { NounClass: 'p', IsPlural: false } || IsOfThePress(units[end - 1])) return null;
        if (units[end].Role is not (Role.Verb or Role.Be or Role.Have or Role.Modal or Role.Adverb)) return null;
        var text = document.Text[units[0].Start..units[end - 1].End];
        return SexOf(text) is var sex && (sex == '-' || sex == gender) ? new TextSpan(units[0].Start, units[end - 1].End) : null;
    }

    // "the president" is President Ruiz where one person has the title.
    private Statement Meant(Statement statement, TextSpan subject, string pronoun)
    {
        var text = document.Text[subject.Start..subject.End];
        return BearerOf(text) is { } bearer
            ? statement with { SourceKind = SourceKind.NamedPerson, Resolved = bearer.Name, ResolvedBecause = $"\"{pronoun}\": {text} of this sentence, a title that one person has" }
            : statement with { SourceKind = SourceKind.AnonymousPerson, Resolved = text, ResolvedBecause = $"\"{pronoun}\": by whom the sentence begins" };
    }

    // Of "the president": the one person named with that title. Of offices that one person holds: an officer or a senator may be any.
    private Entity? BearerOf(string description)
    {
        var office = description.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? description[4..] : "";
        if (office is not ("president" or "prime minister" or "premier" or "chancellor" or "mayor" or "governor" or "attorney general" or "king" or "queen" or "pope")) return null;
        var bearers = entities.FindAll(entity => entity.Kind == EntityKind.Person && entity.Forms.Any(form => form.Length > office.Length && form[office.Length] == ' ' && form.StartsWith(office, StringComparison.OrdinalIgnoreCase)));
        return bearers.Count == 1 ? bearers[0] : null;
    }

    // The last person heard who may be a man or a woman, and is known by more than a pronoun.
    private Statement? LastHeard(int at, char gender, List<Statement> before) => before.FindLast(other => other.Parent < 0 && other.Source.Count > 0 && other.Content[^1].End <= at
        && other.SourceKind is SourceKind.AnonymousPerson or SourceKind.NamedPerson && (other.Resolved is not null || other.Source[0].Length > 4)
        && (other.SourceKind == SourceKind.NamedPerson || SexOf(other.Resolved ?? SourceText(other)) is var sex && (sex == '-' || sex == gender)));

    // "A woman who left", "the man": what the first noun of a description tells.
    private static char SexOf(string description)
    {
        foreach (var word in description.Split(' ', ','))
        {
            if (Women.Contains(word)) return 'f';
            if (Men.Contains(word)) return 'm';
        }

        return '-';
    }

    // "Ruiz, whom she mocked": she is somebody else.
    private bool IsObject(int end, int at) => document.Text.AsSpan(end, at - end) is ", whom " or " whom ";

    // "The Regency says": with an article a name is a body's, not a person's.
    private bool HasArticle(Entity entity) => entity.Mentions.Any(mention => mention.Article == article && document.Text.AsSpan(0, mention.Span.Start).EndsWith("the ", StringComparison.OrdinalIgnoreCase));

    private bool IsInQuotes(int at)
    {
        // In order of their beginnings.
        for (var q = 0; q < document.Quotations.Count && document.Quotations[q].Span.Start <= at; q++)
            if (document.Quotations[q].Depth == 0 && document.Quotations[q].Span.Contains(at)) return true;
        return false;
    }

    private bool IsWithinQuotation(TextSpan sentence)
    {
        for (var q = 0; q < document.Quotations.Count && document.Quotations[q].Span.Start <= sentence.Start; q++)
            if (document.Quotations[q].Span.Contains(sentence)) return true;
        return false;
    }

    private const int FarthestBack = 5;

    // The sentence before that does not lie within a quotation.
    private TextSpan NarratedBefore(int at) =>
        document.Sentences.LastOrDefault(sentence => sentence.End <= at && !IsWithinQuotation(sentence));

    private bool GoesOnWith(TextSpan sentence, char gender) => document.Text.AsSpan(sentence.Start, Math.Min(4, sentence.Length)) is var first
        && (gender == 'f' ? first.StartsWith("She ") || first.StartsWith("Her ") : first.StartsWith("He ") || first.StartsWith("His "));

    // How many sentences before have the pronoun as their first word.
    private int Carried(int at, char gender)
    {
        var carried = 0;
        for (var i = SentencesBegun(at) - 1; i >= 0; i--)
        {
            var sentence = document.Sentences[i];
            if (sentence.End > at) continue;
            var goesOn = GoesOnWith(sentence, gender);
            // "It was she who …", and what the writer puts between.
            goesOn |= document.Text.AsSpan(sentence.Start, Math.Min(14, sentence.Length)) is var opening && (opening.StartsWith(gender == 'f' ? "It was she " : "It was he ") || opening.StartsWith("I ") || opening.Contains(", I ", StringComparison.Ordinal));
            if (!goesOn && document.Text[sentence.Start] is not ('"' or '“')) break;
            carried++;
        }

        return carried;
    }

    // The unnamed person who is the subject of the sentence before: "a senior official who did not want to be named smiled."
    private string? UnnamedBefore(int at, char gender, int named, List<Statement> heard)
    {
        var before = NarratedBefore(at);
        // "A former cook was afraid. He left at night. He still has the scar.": not as far back as who was last named.
        for (var back = 0; back < FarthestBack && back + 2 < named && before.Length > 0 && GoesOnWith(before, gender); back++) before = NarratedBefore(before.Start);
        if (before.Length == 0) return null;
        var units = Units(before);
        for (var i = 0; i + 1 < units.Length; i++)
        {
            if (i > 0 && !units[i - 1].Is(",")) continue;
            if (units[i].Lower is not ("a" or "an" or "one" or "another") && !(i == 0 && units[i].Lower is "the" or "his" or "her" or "their" or "my") || (i > 1 && units[i - 2].Role == Role.Name)) continue;
            var end = NounPhrase.EndOf(units, i, units.Length, chains: false);
            // "A teacher in the village was content."
            var behind = i == 0 ? Math.Max(end, NounPhrase.EndOf(units, i, units.Length, chains: true)) : end;
            if (end > i + 1 && behind < units.Length && units[end - 1].Role == Role.Noun && units[end - 1].Word.Entry is { NounClass: 'p', IsPlural: false } && !IsOfThePress(units[end - 1])
                && (units[behind].Role is Role.Question or Role.Verb or Role.Be or Role.Have || (units[behind].Is(",") && behind + 1 < units.Length && units[behind + 1].Role == Role.Question)))
                return heard.Find(other => other.Source.Count > 0 && other.Source[0].Start == units[i].Start) is { } speaker ? SourceText(speaker) : document.Text[units[i].Start..units[(i == 0 ? behind : end) - 1].End];
        }

        if (OneOf(units) is > 0 and var one) return heard.Find(other => other.Source.Count > 0 && other.Source[0].Start == units[0].Start) is { } teller ? teller.SourceKind == SourceKind.NamedPerson ? null : teller.Resolved ?? SourceText(teller) : document.Text[units[0].Start..units[one - 1].End];
        return UnnamedAgent(units);
    }

    // "One of them, who is now 22, remembers": behind the phrase; 0 for another opening.
    private static int OneOf(Unit[] units)
    {
        if (units.Length < 4 || units[0].Lower is not ("one" or "another") || !(units[1].Is("of") || units[1].Is(","))) return 0;
        var end = units[1].Is(",") ? 1 : NounPhrase.EndOf(units, 0, units.Length, chains: true);
        return end < units.Length && (units[end].Role is Role.Verb or Role.Be or Role.Have or Role.Question || units[end].Is(",")) ? end : 0;
    }

    // "was turned away by a young man who was filming": who did it, when the sentence has no other person without a name.
    private string? UnnamedAgent(Unit[] units)
    {
        for (var i = units.Length - 2; i > 0; i--)
        {
            if (!units[i - 1].Is("by") || units[i].Lower is not ("a" or "an" or "another")) continue;
            var end = NounPhrase.EndOf(units, i, units.Length, chains: false);
            if (end <= i + 1 || end >= units.Length || units[end].Role != Role.Question || units[end - 1].Word.Entry is not { NounClass: 'p', IsPlural: false }) continue;
            var close = Array.FindIndex(units, end, unit => unit.Lower is "," or "." or ";");
            return document.Text[units[i].Start..units[(close < 0 ? units.Length : close) - 1].End];
        }

        return null;
    }

    // "A reporter who drove up": the paper's own.
    private static bool IsOfThePress(in Unit unit) => unit.Lower is "reporter" or "correspondent" or "journalist" or "photographer";

    private Statement Plural(Statement statement, string pronoun, List<Statement> before)
    {
        var at = statement.Source[0].Start;
        var kind = pronoun is "it" or "its" ? new[] { SourceKind.NamedOrganisation, SourceKind.Document } : [SourceKind.AnonymousGroup, SourceKind.NamedOrganisation];
        if (pronoun is "they" or "their" or "them" && Interviewed(at) is { } interviewed)
            return statement with { SourceKind = SourceKind.AnonymousGroup, Resolved = interviewed, ResolvedBecause = $"\"{pronoun}\": who was spoken to in the sentence before" };
        var last = before.FindLast(other => kind.Contains(other.SourceKind) && other.Source.Count > 0 && other.Source[0].End <= at && SentencesBetween(other.Source[0].Start, at) <= 4);
        // "Those who asked to leave went through it. They were moved, they said": a body is not they where a group acts.
        if (pronoun is "they" or "their" or "them" && last is { SourceKind: SourceKind.NamedOrganisation } && ActingBefore(at, [SourceKind.AnonymousGroup]) is { } group)
            return statement with { SourceKind = SourceKind.AnonymousGroup, Resolved = SourceText(group), ResolvedBecause = $"\"{pronoun}\": the subject of the sentence before" };
        // Who acts in the sentence before is nearer than who was heard further back.
        if ((last is null || SentencesBetween(last.Source[0].Start, at) > 1) && ActingBefore(at, kind) is { } acting)
            return statement with { SourceKind = acting.SourceKind, Resolved = acting.Resolved ?? SourceText(acting), ResolvedBecause = $"\"{pronoun}\": the subject of the sentence before" };
        return last is null ? statement with { SourceKind = pronoun is "it" or "its" ? SourceKind.NamedOrganisation : SourceKind.AnonymousGroup }
            : statement with { SourceKind = last.SourceKind, Resolved = last.Resolved ?? SourceText(last), ResolvedBecause = $"\"{pronoun}\": the last {(last.SourceKind == SourceKind.AnonymousGroup ? "group" : "organisation or document")} heard" };
    }

    // "The paper spoke to twelve people who left."
    private string? Interviewed(int at)
    {
        var before = document.Sentences.LastOrDefault(sentence => sentence.End <= at);
        if (before.Length == 0) return null;
        var units = Units(before);
        foreach (var group in VerbGroup.Of(units))
        {
            var from = group.Main + 1;
            var speaks = units[group.Main].Lemma is "speak" or "talk" && from < units.Length && units[from].Lower is "to" or "with";
            if (!speaks && units[group.Main].Lemma is not ("interview" or "meet" or "visit")) continue;
            if (speaks) from++;
            var end = NounPhrase.EndOf(units, from, units.Length, chains: true);
            if (end > from && IsOfPersons(units, new Run(from, end)) && (units[end - 1].Word.Entry.IsPlural || units[end - 1].Is("people"))) return document.Text[units[from].Start..units[end - 1].End];
        }

        return null;
    }

    // The last subject of the sentence before that is of such a kind, groups before bodies: as if it were a source.
    private Statement? ActingBefore(int at, SourceKind[] kinds)
    {
        var before = document.Sentences.LastOrDefault(sentence => sentence.End <= at);
        if (before.Length == 0 || document.Quotations.Any(quotation => quotation.Span.Overlaps(before))) return null;
        var units = Units(before);
        var groups = VerbGroup.Of(units);
        var subjects = new Subjects(units, groups);
        var found = new List<Statement>();
        for (var g = 0; g < groups.Count; g++)
        {
            var subject = subjects.Of(g);
            if (!groups[g].IsFinite || subject.How is not (SubjectRule.Before or SubjectRule.Inserted) || subject.Source.IsEmpty || (units[subject.Source.Start].Role == Role.Pronoun && !units[subject.Source.Start].Is("those"))) continue;
            var span = new TextSpan(units[subject.Source.Start].Start, units[subject.Source.End - 1].End);
            var acting = Classed(new Statement { Kind = StatementKind.Indirect, Source = [span], Cue = [], Content = [], Parent = -1, Rule = "", Confidence = 0, CueWord = "" });
            // A lifeless plural says nothing: "the doors were shut".
            if (kinds.Contains(acting.SourceKind) && (acting.SourceKind != SourceKind.AnonymousGroup || IsOfPersons(units, subject.Source))) found.Add(acting);
        }

        return found.OrderBy(acting => Array.IndexOf(kinds, acting.SourceKind)).FirstOrDefault();
    }

    private bool GenderFits(Entity entity, char gender) => GenderOf(entity) is var known && (known == '-' || known == gender);

    // Asked for each pronoun, and the same for all of them.
    private char GenderOf(Entity entity)
    {
        if (!named.TryGetValue(entity.Name, out var gender)) named[entity.Name] = gender = GenderByName(entity);
        return gender;
    }

    private static char GenderByName(Entity entity)
    {
        foreach (var form in entity.Forms)
        {
            var words = form.Split(' ', '.');
            var first = words[0].ToLowerInvariant();
            if (first is "mr" or "sir" or "lord" or "king" or "father" or "brother") return 'm';
            if (first is "mrs" or "ms" or "miss" or "lady" or "queen" or "sister" or "dame") return 'f';
        }

        foreach (var form in entity.Forms)
            if (NameForms.Words(form) is { Length: > 1 } words && EntityLexicon.GenderOf(words[0]) is var gender and not '-') return gender;
        // "Anton", who is never named in full.
        return entity.Forms.All(form => NameForms.Words(form).Length == 1) ? EntityLexicon.GenderOf(NameForms.Words(entity.Name)[0]) : '-';
    }

    private int SentencesBetween(int from, int to) => Math.Max(0, NarratedBegun(to) - NarratedBegun(from));

    private int NarratedBegun(int at)
    {
        var found = Narrated.BinarySearch(at);
        return found >= 0 ? found + 1 : ~found;
    }

    // How many sentences begin at or before a position.
    private int SentencesBegun(int at)
    {
        int low = 0, high = document.Sentences.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Sentences[middle].Start <= at) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // At the beginning of its sentence, or behind "Its leader," there.
    private bool LeadsSentence(int at)
    {
        for (var i = SentencesBegun(at) - 1; i >= 0 && at - document.Sentences[i].Start < 30; i--)
            if (document.Text.AsSpan(document.Sentences[i].Start, at - document.Sentences[i].Start).IndexOfAny("\"“") < 0) return true;
        return false;
    }
}
