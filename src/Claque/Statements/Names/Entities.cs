using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Statements.Names;

/// <summary>Finds the entities that articles name, under all their forms.</summary>
public static class Entities
{
    private static readonly string[] Bridges = [", or the ", ", or ", ", also known as the ", ", also known as ", ", known as the ", ", known as ", ", better known as ", ", called the ",
        ", called ", " (also known as ", " (or the ", " (or ", ", formerly the ", ", formerly ", " aka ", ", abbreviated "];

    /// <summary>The entities of some texts, most mentioned first.</summary>
    /// <param name="documents">The articles.</param>
    /// <param name="corrections">What a user says of names; applied last.</param>
    /// <remarks>O(forms²) over distinct forms.</remarks>
    public static IReadOnlyList<Entity> Of(IReadOnlyList<Document> documents, NameCorrections? corrections = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Of([.. documents.Select(document => new ParsedText(document))], corrections);
    }

    internal static IReadOnlyList<Entity> Of(IReadOnlyList<ParsedText> texts, NameCorrections? corrections)
    {
        var documents = texts.Select(text => text.Document).ToList();
        var mentions = texts.SelectMany(NameFinder.Of).ToList();
        var forms = mentions.GroupBy(mention => Plain(mention.Form), StringComparer.Ordinal)
            .OrderByDescending(form => form.Count()).ThenBy(form => form.Key, StringComparer.Ordinal).ToList();
        var plain = forms.ConvertAll(form => new NameForm(form.Key)).ToArray();
        var bearers = new Bearers(documents, mentions, plain);
        var names = forms.SelectMany(form => bearers.IsContested(form.Key) ? form.GroupBy(mention => mention.Article).Select(own => new WrittenName(form.Key, own.Key, [.. own])) : [new WrittenName(form.Key, -1, [.. form])]).ToList();
        var joining = new NameJoining(names, bearers, corrections ?? NameCorrections.None);
        foreach (var link in Links(documents, mentions, plain, bearers, corrections ?? NameCorrections.None)) joining.Join(link);
        return [.. joining.Groups().Select(group => Entity(documents, group.Names, group.Links))
            .OrderByDescending(entity => entity.Mentions.Count).ThenBy(entity => entity.Name, StringComparer.Ordinal)];
    }

    internal static string Plain(string form) => form.StartsWith("The ", StringComparison.Ordinal) ? form[4..] : form;

    private static List<ScopedLink> Links(List<Document> documents, List<Mention> mentions, NameForm[] plain, Bearers bearers, NameCorrections corrections)
    {
        var links = new List<EntityLink>();
        for (var i = 0; i + 1 < mentions.Count; i++)
            if (mentions[i].Article == mentions[i + 1].Article && Neighbours(documents[mentions[i].Article].Text, mentions[i], mentions[i + 1]) is { } reason)
                links.Add(new EntityLink(Plain(mentions[i].Form), Plain(mentions[i + 1].Form), reason));
        // What a surname of several means is told article by article.
        var free = Array.FindAll(plain, form => !bearers.IsContested(form.Text));
        var pairs = new List<EntityLink>();
        for (var i = 0; i < free.Length; i++)
            for (var k = i + 1; k < free.Length; k++)
                if (NameRules.Reason(free[i], free[k]) is { } reason) pairs.Add(new EntityLink(free[i].Text, free[k].Text, reason));
        links.AddRange(pairs.Where(pair => IsSure(pair, pairs)));
        links.AddRange(ShortForms.Of(documents, mentions, free, pairs));
        links.AddRange(Nicknames.Of(documents, mentions));
        if (documents.Count > 1) links.AddRange(Spellings.Of(mentions, free));
        var forms = plain.Select(form => form.Text).ToHashSet(StringComparer.Ordinal);
        var said = corrections.Same.Select(pair => new EntityLink(Plain(pair.A), Plain(pair.B), "user")).Where(link => link.A != link.B && forms.Contains(link.A) && forms.Contains(link.B));
        return [.. said.Concat(links).Select(link => new ScopedLink(link, -1)).Concat(bearers.Links).DistinctBy(scoped => (scoped.Link.A, scoped.Link.B, scoped.Article))];
    }

    // A surname or an acronym that fits two unlike names fits none.
    private static bool IsSure(EntityLink pair, List<EntityLink> pairs)
    {
        if (pair.Reason is not ("surname" or "initials" or "given name")) return true;
        var shorter = pair.A.Length <= pair.B.Length ? pair.A : pair.B;
        var longer = shorter == pair.A ? pair.B : pair.A;
        if (pair.Reason == "initials" && shorter.Count(char.IsUpper) < 3 && !shorter.Contains('.', StringComparison.Ordinal)) return false;
        return pairs.Where(other => other.Reason == pair.Reason && (other.A == shorter || other.B == shorter))
            .Select(other => other.A == shorter ? other.B : other.A)
            .All(other => other == longer || NameRules.Reason(new NameForm(other).Bare, new NameForm(longer).Bare) is "same letters" or "part" or "transliteration");
    }

    private static string? Neighbours(string text, Mention a, Mention b)
    {
        var between = text[a.Span.End..b.Span.Start];
        if (between is " (" or " (the " or " (\"" or " (“" && b.Span.End < text.Length && text[b.Span.End] is ')' or ',' or '"' or '”' or ';')
            // "(D-N.Y.)" is whose party and where from.
            return NameForms.IsAcronym(b.Form) && b.Form.IndexOf('-', StringComparison.Ordinal) != 1 && (NameForms.AreInitials(b.Form, a.Form) || !IsPerson(a.Form)) && NameForms.Words(a.Form).Length > 1 ? "in brackets" : null;
        if (between == "/") return NameForms.IsAcronym(a.Form) && NameForms.IsAcronym(b.Form) ? "slash" : null;
        if (!Bridges.Contains(between)) return null;
        if (between is ", or " && !NameForms.IsAcronym(b.Form) && !NameForms.Words(a.Form).Any(EntityLexicon.IsInstitution)) return null;
        return b.Span.End >= text.Length || text[b.Span.End] is ',' or ')' or '.' or ';' or ' ' ? "or" : null;
    }

    private static bool IsPerson(string form) => NameForms.Words(form) is { Length: > 1 } words && EntityLexicon.IsGiven(words[0]);

    private static Entity Entity(IReadOnlyList<Document> documents, IReadOnlyList<WrittenName> names, IReadOnlyList<EntityLink> links)
    {
        var members = names.SelectMany(name => name.Mentions, (name, mention) => (name.Form, Mention: mention)).GroupBy(pair => pair.Form, pair => pair.Mention, StringComparer.Ordinal).ToList();
        var mentions = members.SelectMany(form => form).OrderBy(mention => mention.Article).ThenBy(mention => mention.Span).ToList();
        // The fullest form, "of" and "the" not counted, so that "Union of Orvanian Freedom" does not stand before a commoner "Orvanian Freedom Union".
        var name = members.OrderByDescending(form => form.Key.Length > 40 ? 0 : form.Key.Split(' ').Count(word => word.Length > 0 && !char.IsLower(word[0]))).ThenByDescending(form => form.Count()).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;
        return new Entity
        {
            Name = name,
            Kind = KindOf(documents, mentions),
            Forms = [.. members.Select(form => form.Key)],
            Links = links,
            Mentions = mentions,
        };
    }

    // "N N, the group's leader," and "the leader of the movement, N N,": only people lead, speak for and write.
    private static bool Apposed(string text, TextSpan span)
    {
        // "The man who calls himself Anton"
        if (text.AsSpan(0, span.Start) is var whole && (whole.EndsWith(" himself ") || whole.EndsWith(" herself ") || whole.EndsWith(" by the name of "))) return true;
        var behind = text.AsSpan(span.End, Math.Min(40, text.Length - span.End));
        if (behind.StartsWith(", a", StringComparison.Ordinal) || behind.StartsWith(", the ", StringComparison.Ordinal))
        {
            var end = behind[2..].IndexOfAny(",.;\n");
            if (HasRole(end < 0 ? behind : behind[..(end + 2)])) return true;
        }

        var before = text.AsSpan(Math.Max(0, span.Start - 40), span.Start - Math.Max(0, span.Start - 40));
        return before.EndsWith(", ", StringComparison.Ordinal) && HasRole(before[(before[..^2].LastIndexOfAny(",.;\n") + 1)..]);
    }

    private static bool IsBodyBefore(string text, int at)
    {
        if (at < 3 || text[at - 2] != ',') return false;
        var begin = at - 2;
        while (begin > 0 && char.IsLetter(text[begin - 1])) begin--;
        return EntityLexicon.IsInstitution(text[begin..(at - 2)]);
    }

    private static bool BearsOffice(string[] words)
    {
        var office = Array.FindLastIndex(words, word => HasRole(word) || word == "commissioner");
        return office >= 0 && office < words.Length - 1 && !Array.Exists(words[(office + 1)..], word => EntityLexicon.IsInstitution(word) || EntityLexicon.IsPlace(word));
    }

    internal static bool HasRole(ReadOnlySpan<char> words)
    {
        foreach (var range in words.SplitAny(" ,"))
            if (words[range] is "leader" or "spokeswoman" or "spokesman" or "spokesperson" or "head" or "chairwoman" or "chairman" or "founder" or "minister" or "lawyer" or "daughter" or "son" or "wife" or "husband" or "member" or "director" or "mayor" or "secretary" or "president" or "deputy") return true;
        return false;
    }

    private static string WordBefore(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 14), Math.Min(14, at)).TrimEnd(" \n");
        return before[(before.LastIndexOfAny(' ', '\n') + 1)..].TrimEnd('.').ToString().ToLowerInvariant();
    }

    private static EntityKind KindOf(IReadOnlyList<Document> documents, List<Mention> mentions)
    {
        int person = 0, organisation = 0, place = 0;
        foreach (var mention in mentions.Take(12))
        {
            var words = NameForms.Words(mention.Form);
            var text = documents[mention.Article].Text;
            var before = WordBefore(text, mention.Span.Start);
            // "Senate Majority Leader Ana Ruiz": who bears the office.
            if (BearsOffice(words)) person += 2;
            else if (words.Any(EntityLexicon.IsInstitution) || NameForms.IsAcronym(mention.Form)) organisation += 2;
            if (words.Length > 0 && (EntityLexicon.IsPlace(words[^1]) || EntityLexicon.IsPlace(words[0]))) place += 2;
            if ((words.Length > 1 && EntityLexicon.IsGiven(words[0])) || EntityLexicon.IsTitle(before) || EntityLexicon.IsTitle(mention.Form.Split(' ', '.')[0].ToLowerInvariant())) person += 2;
            if (before is "in" or "near" or "outside") place++;
            if (Apposed(text, mention.Span)) person += 2;
            // "the union, Lamp and Pick,"
            if (IsBodyBefore(text, mention.Span.Start)) organisation += 2;
        }

        var most = Math.Max(person, Math.Max(organisation, place));
        return most == 0 ? EntityKind.Unknown : most == person ? EntityKind.Person : most == organisation ? EntityKind.Organisation : EntityKind.Place;
    }
}
