using System.Text.RegularExpressions;
using Claque.Text.Prose;

namespace Claque.Statements.Names;

/// <summary>Links names by which others call a body: where an article says that they do.</summary>
internal static partial class Nicknames
{
    /// <summary>"The Madre is what everybody calls the Corporation", "the Mayists, as their compatriots call them", "…the Zherana, she said, using the group's own name".</summary>
    /// <param name="documents">The articles.</param>
    /// <param name="mentions">Their mentions, in order of article and place.</param>
    public static IEnumerable<EntityLink> Of(List<Document> documents, List<Mention> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var text = documents[mentions[i].Article].Text;
            if (i + 1 < mentions.Count && mentions[i + 1].Article == mentions[i].Article && mentions[i + 1].Span.Start - mentions[i].Span.End is > 0 and < 100
                && IsWhatTheyCall().IsMatch(text[mentions[i].Span.End..mentions[i + 1].Span.Start])) yield return Link(mentions[i].Form, mentions[i + 1].Form);
            var behind = text[mentions[i].Span.End..Math.Min(text.Length, mentions[i].Span.End + 60)];
            var before = text[Math.Max(0, mentions[i].Span.Start - 40)..mentions[i].Span.Start];
            if (IsKnownAs().Match(before) is { Success: true } known && SaidOf(documents[mentions[i].Article], mentions, mentions[i], mentions[i].Span.Start - known.Length) is { } same) yield return Link(mentions[i].Form, same);
            if ((AsTheyCall().IsMatch(behind) || WhoCallThem().IsMatch(before)) && MostNamed(mentions, mentions[i], "") is { } body && body != mentions[i].Form) yield return Link(mentions[i].Form, body);
        }

        foreach (var document in Enumerable.Range(0, documents.Count))
            foreach (Match match in UsingTheName().Matches(documents[document].Text))
                if (Before(documents[document], mentions, document, match.Index) is { } name && MostNamed(mentions, name, match.Groups["noun"].Value) is { } meant) yield return Link(name.Form, meant);
    }

    // "It is the Movement for Return. … In town it is known mostly as the Rats.": what "it" is, where the paragraph says so.
    private static string? SaidOf(Document document, List<Mention> mentions, Mention called, int at)
    {
        var paragraph = document.Text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var said = mentions.Where(mention => mention.Article == called.Article && mention.Span.Start >= paragraph && mention.Span.End <= at).ToList();
        var named = said.Find(mention => ItIs().IsMatch(document.Text[Math.Max(0, mention.Span.Start - 12)..mention.Span.Start]));
        return named.Form is { } form && form != called.Form && NameForms.Words(form).Any(EntityLexicon.IsInstitution) ? form : null;
    }

    private static EntityLink Link(string name, string body) => new(Entities.Plain(name), Entities.Plain(body), "called");

    // The name that is met first in the words quoted right before: “They loathe the Zherana,” said Ruiz, using …
    private static Mention? Before(Document document, List<Mention> mentions, int article, int at)
    {
        var quoted = document.Quotations.LastOrDefault(quotation => quotation.Depth == 0 && quotation.Span.End <= at && quotation.Span.End > at - 120);
        foreach (var mention in mentions)
            if (quoted.Span.Length > 0 && mention.Article == article && quoted.Span.Contains(mention.Span)
                && !mentions.Exists(other => other.Article == article && other.Span.Start < mention.Span.Start && Entities.Plain(other.Form) == Entities.Plain(mention.Form))) return mention;
        return null;
    }

    // The body of that sort that the article has named most by then, under any of its forms: for "company" one with a firm's word.
    private static string? MostNamed(List<Mention> mentions, Mention called, string noun)
    {
        var before = mentions.Where(mention => mention.Article == called.Article && mention.Span.Start < called.Span.Start).Select(mention => mention.Form).ToList();
        return before.Where(form => IsOf(form, noun)).Distinct(StringComparer.Ordinal).OrderByDescending(form => before.Count(other => NameRules.Reason(form, other) is not null))
            .ThenByDescending(form => form.Length).ThenBy(form => form, StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool IsOf(string form, string noun)
    {
        var words = NameForms.Words(form);
        return words.Any(word => EntityLexicon.IsAnyBody(noun) || noun.Length == 0 ? EntityLexicon.IsInstitution(word) && !EntityLexicon.IsPaper(word) : EntityLexicon.IsHeadFor(noun, word));
    }

    [GeneratedRegex(@"^(, [^.;,]{1,30},)? (is|was) what [\w’' ]{2,40} calls?(ed)? (the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsWhatTheyCall();

    [GeneratedRegex(@"^, as ([\w’' ]{2,40} calls?(ed)? (them|it)|(they|it) (are|is|were|was) (known|called))\b", RegexOptions.CultureInvariant)]
    private static partial Regex AsTheyCall();

    [GeneratedRegex(@"\b(it|they) (is|are|was|were) (also )?(known|called|referred to)( (mostly|mainly|usually|simply|only|better|locally|widely|there|here|often|generally))? (as )?(the )?$|\b[Ii]ts (own )?(people|members|followers|neighbou?rs|enemies|friends) (say|call it|call themselves) (the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsKnownAs();

    [GeneratedRegex(@"\b[Ii]t is (the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex ItIs();

    [GeneratedRegex(@"\bwho call (them|it|the (brethren|group|members|people|movement|sect|body)) (the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex WhoCallThem();

    [GeneratedRegex(@"\busing (the|its|their|his|her) ([\w’'-]+ ){0,3}?name for (the|its) (?<noun>\w+)|\busing the (?<noun>\w+)[’']s? ([\w’'-]+ ){0,2}name\b", RegexOptions.CultureInvariant)]
    private static partial Regex UsingTheName();
}
