using System.Collections.Frozen;
using Claque.Statements.Grammar;
using Claque.Statements.Names;
using Claque.Text.Prose;

namespace Claque.Statements.Sources;

/// <summary>Tells what a source is and who is meant by it.</summary>
internal sealed partial class SourceKinds(ParsedText text, int article, IReadOnlyList<Entity> all)
{
    private readonly Document document = text.Document;

    // Only who is named in this article can speak or be meant in it.
    private readonly List<Entity> entities = [.. all.Where(entity => entity.Mentions.Any(mention => mention.Article == article))];

    // Where the sentences begin that do not lie within a quotation: only these part a pronoun from whom it means.
    private List<int> Narrated => field ??= [.. document.Sentences.Where(sentence => !IsWithinQuotation(sentence)).Select(sentence => sentence.Start)];

    // Whom "he" or "she" meant before, the other pronoun does not mean.
    private readonly Dictionary<string, char> genders = new(StringComparer.Ordinal);

    private readonly Dictionary<string, char> named = new(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Documents = ("report study poll survey letter statement law document article book filing memo email e-mail indictment ruling lawsuit complaint transcript "
        + "paper records record data census form dossier contract invoice receipt minutes certificate footage recording analysis review audit investigation account post tweet website magazine site page article editorial story newspaper release copy entry note sign message directive text poster slogan inscription leaflet diary pamphlet notice circular telegram order ledger log archive").Split(' ').ToFrozenSet(StringComparer.Ordinal);
    // What is told by those whose words it is: "testimony from 31 miners".
    private static readonly FrozenSet<string> Told = "testimony interview conversation account complaint evidence recollection memory statement".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Women = "woman girl mother daughter wife widow grandmother sister aunt niece lady housewife nun waitress actress".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Men = "man boy father son husband widower grandfather brother uncle nephew gentleman monk waiter fisherman".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Groups = "many some several most others those critics supporters they few both people all none officials".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Sets the kind of each source and resolves pronouns and short names, in order.</summary>
    public List<Statement> Of(IReadOnlyList<Statement> statements)
    {
        var done = new List<Statement>(statements.Count);
        foreach (var statement in statements) done.Add(Resolved(statement, done));
        return done;
    }

    private Statement Resolved(Statement statement, List<Statement> before)
    {
        if (statement.Source.Count == 0) return statement with { SourceKind = SourceKind.Nobody };
        var units = Units(statement.Source[0]);
        if (units.Length == 0) return statement;
        var last = units[^1].Is("who") || units[^1].Is("that") || units[^1].Is("which") ? units.Length - 2 : units.Length - 1;
        if (last == 0 && units[0].Lower is "i" or "we" or "me" or "us") return First(statement);
        if (last == 0 && units[0].Role is Role.Pronoun or Role.Determiner && units[0].Lower is "he" or "she" or "they" or "his" or "her" or "their" or "him" or "it" or "its" or "them") return Pronoun(statement, units[0].Lower, before);
        return Referred(Classed(statement), before);
    }

    // What a source that is no pronoun is.
    private Statement Classed(Statement statement)
    {
        var units = Units(statement.Source[0]);
        var last = units[^1].Is("who") || units[^1].Is("that") || units[^1].Is("which") ? units.Length - 2 : units.Length - 1;
        if (Groups.Contains(units[0].Lower)) return statement with { SourceKind = SourceKind.AnonymousGroup };
        if (IsWithOthers(units)) return statement with { SourceKind = SourceKind.AnonymousGroup };
        if (EntityAt(statement.Source[0], units) is { } entity) return Named(statement, entity, units);
        if (BearerOf(SourceText(statement)) is { } bearer) return statement with { SourceKind = SourceKind.NamedPerson, Resolved = bearer.Name, ResolvedBecause = "a title that one person has" };
        var kind = Unnamed(units, last);
        return kind == SourceKind.AnonymousPerson && Explained(statement.Source[0]) is { } explained ? Named(statement, explained, units) : statement with { SourceKind = kind };
    }

    private Statement First(Statement statement)
    {
        var quotation = document.Quotations.FirstOrDefault(quotation => quotation.Depth == 0 && quotation.Span.Contains(statement.Cue.Count > 0 ? statement.Cue[0] : statement.Source[0]));
        return quotation.Span.Length > 0 ? statement with { SourceKind = SourceKind.AnonymousPerson } : statement with { SourceKind = SourceKind.Writer, Resolved = "the writer", ResolvedBecause = "first person outside quotation marks" };
    }

    private static bool IsOfPersons(Unit[] units, Run source)
    {
        if (source.Length > 1 && units[source.Start].Is("those") && units[source.Start + 1].Is("who")) return true;
        for (var i = source.Start; i < source.End; i++)
            if (units[i].Role == Role.Noun && (i + 1 == source.End || units[i + 1].Role != Role.Noun)) return units[i].Word.Entry.NounClass is 'p' or 'g' || units[i].Lower is "people" or "police" or "officials";
        return false;
    }

    // "the Volunteers": a name with its article is no person's.
    private static Statement Named(Statement statement, Entity entity, Unit[] units)
    {
        var body = entity.Kind is EntityKind.Organisation or EntityKind.Place || (entity.Kind == EntityKind.Unknown && units.Length > 1 && units[0].Is("the") && units[1].Capital);
        var named = statement with { SourceKind = body ? SourceKind.NamedOrganisation : SourceKind.NamedPerson, Resolved = entity.Name };
        return named with { ResolvedBecause = entity.Forms.Count > 1 ? "another form of this name" : "the name itself" };
    }

    // The entity that heads the source: not the one in "a spokesman for X" or "critics of X".
    private Entity? EntityAt(TextSpan source, Unit[] units)
    {
        var head = Array.FindIndex(units, unit => unit.Role is Role.Noun or Role.Name);
        if (head < 0) return null;
        var stop = head;
        // The point of "Rep. Ruiz" ends nothing.
        while (stop < units.Length && !(units[stop].Role is Role.Preposition or Role.Question || (units[stop].Role == Role.Sign && !(stop > 0 && units[stop].Is(".") && EntityLexicon.IsTitle(units[stop - 1].Lower))))) stop++;
        var end = stop == units.Length ? source.End : units[stop].Start;
        Entity? found = null;
        foreach (var entity in entities)
            foreach (var mention in entity.Mentions)
                if (mention.Article == article && source.Contains(mention.Span) && (mention.Span.Start < end || mention.Span.Contains(end)) && !IsPossessor(mention.Span, units) && !IsModifier(mention.Span, units, end)
                    && (found is null || entity.Kind == EntityKind.Person)) found = entity;
        if (found is not null) return found;
        // "a farmer, Ana Ruiz": the name in the apposition.
        for (var comma = 0; comma + 1 < units.Length; comma++)
            // "for one of them, Ana Ruiz": the name of the one, not of who speaks.
            if (units[comma].Is(",") && !(comma > 0 && units[comma - 1].Role == Role.Pronoun))
                foreach (var entity in entities)
                    if (entity.Kind == EntityKind.Person || (entity.Kind == EntityKind.Organisation && comma > 0 && EntityLexicon.IsInstitution(units[comma - 1].Lower)) || (entity.Kind == EntityKind.Unknown && NameForms.Words(entity.Name).Length > 1))
                        foreach (var mention in entity.Mentions)
                            if (mention.Article == article && mention.Span.Start == units[comma + 1].Start) return entity;
        return Called(source) ?? OwnerOf(units);
    }

    // "a shy mechanic by the name of Ruiz", "the man who calls himself Ruiz"
    private Entity? Called(TextSpan source) => entities.FirstOrDefault(entity => entity.Mentions.Any(mention => mention.Article == article && source.Contains(mention.Span)
        && document.Text.AsSpan(source.Start, mention.Span.Start - source.Start) is var before && (before.EndsWith(" by the name of ") || before.EndsWith(" named ") || before.EndsWith(" called ") || before.EndsWith("self "))));

    // "the ministry's latest count" is the ministry's word; "the ministry's lawyer" has his own.
    private Entity? OwnerOf(Unit[] units)
    {
        var owned = Array.FindIndex(units, unit => unit.Role == Role.Possessive);
        if (owned < 1 || Array.FindLast(units, unit => unit.Role == Role.Noun) is not { Role: Role.Noun, Word.Entry.NounClass: not ('p' or 'g') } head || Documents.Contains(head.Lemma)) return null;
        return entities.FirstOrDefault(entity => entity.Kind == EntityKind.Organisation && entity.Mentions.Any(mention => mention.Article == article && mention.Span.End == units[owned].Start));
    }

    // "Danica Hrel, a dentist who told me": whom the phrase behind the comma explains.
    private Entity? Explained(TextSpan source) => source.Start < 2 || document.Text[source.Start - 2] != ',' ? null
        : entities.FirstOrDefault(entity => entity.Kind is EntityKind.Person or EntityKind.Unknown && NameForms.Words(entity.Name).Length > 1 && entity.Mentions.Any(mention => mention.Article == article && mention.Span.End == source.Start - 2));

    // "Ruiz and four others"
    private static bool IsWithOthers(Unit[] units)
    {
        var joint = Array.FindIndex(units, unit => unit.Is("and"));
        return joint > 0 && joint + 1 < units.Length && !Array.Exists(units, unit => unit.Role == Role.Question)
            && (units[^1].Is("others") || units[joint + 1].Role == Role.Number || units[joint + 1].Lower is "several" or "other" or "many");
    }

    // "Ruiz's" alone, of "Ruiz's answer", is Ruiz.
    private static bool IsPossessor(TextSpan mention, Unit[] units) => Array.Exists(units[..^1], unit => unit.Role == Role.Possessive && unit.Start == mention.End);

    // "Veldanian" in "the Veldanian ministry", "Czech" in "Czech students": not who speaks.
    private static bool IsModifier(TextSpan mention, Unit[] units, int end) => Array.Exists(units, unit => unit.Start >= mention.End && unit.Start < end && unit.Role == Role.Noun && !unit.Capital);

    private static SourceKind Unnamed(Unit[] units, int last)
    {
        // "More than 150 mayors": mayors.
        if (last > 1 && units[0].Lower is "more" or "fewer" or "less" && units[1].Is("than")) return Unnamed(units[2..], last - 2);
        // "A survey commissioned by the bank": the head stands before its participle.
        var noun = Array.FindIndex(units, unit => unit.Role is Role.Noun or Role.Name);
        var stop = Array.FindIndex(units, 0, unit => unit.Role == Role.Preposition || unit.Role == Role.Question || unit.Is(",") || (noun >= 0 && unit.Start > units[noun].Start && unit.Role == Role.Verb));
        if (stop > 0 && stop + 1 < units.Length && Told.Contains(units[stop - 1].Lemma) && units[stop].Lower is "from" or "with" or "of" or "by" && NounPhrase.EndOf(units, stop + 1, units.Length, chains: false) is var persons && IsOfPersons(units, new Run(stop + 1, persons)))
            return Unnamed(units[(stop + 1)..persons], persons - stop - 2);
        var end = stop <= 0 ? last : stop - 1;
        var head = units[Math.Max(0, end)];
        var lemma = head.Lemma;
        if (Groups.Contains(units[0].Lower) || Groups.Contains(head.Lower) || head.Lower is "kind" or "sort" or "handful" or "dozen") return SourceKind.AnonymousGroup;
        // What is written or said is nobody: "a list kept by the union", "its handbook".
        if (Documents.Contains(lemma) || head.Word.Entry.NounClass == 'c') return SourceKind.Document;
        // "One activist group" has no name.
        if (EntityLexicon.IsInstitution(lemma) && !(head.Word.Entry.NounClass == 'p' && units[0].Lower is "a" or "an" or "one" or "another")) return units[0].Lower is "a" or "an" or "one" or "another" && EntityLexicon.IsAnyBody(lemma) ? SourceKind.AnonymousGroup : SourceKind.NamedOrganisation;
        if (head.Role == Role.Name) return SourceKind.NamedPerson;
        // "Authorities": many, though the list has the word as one of its own.
        return head.Word.Entry.IsPlural || (head.Word.Entry.NounClass == 'g' && head.Lower.EndsWith('s') && !head.Lower.EndsWith("ss", StringComparison.Ordinal)) || (units[0].Role == Role.Number && !units[0].Is("one")) ? SourceKind.AnonymousGroup : SourceKind.AnonymousPerson;
    }

    // Of "she" in "she’d" without its verb.
    private Unit[] Units(TextSpan span)
    {
        var units = text.Over(span);
        return units.Length > 1 && units[^1].Start >= span.End ? Array.FindAll(units, unit => unit.Start < span.End) : units;
    }

    private string SourceText(Statement statement) => document.Text[statement.Source[0].Start..statement.Source[0].End];
}
