using Claque.Text.Prose;

namespace Claque.Statements.Names;

/// <summary>Links short forms by where they stand: what an article has named in full before.</summary>
internal static class ShortForms
{
    /// <summary>"the Congress" for the one congress named, and surnames that fit several full names but only one of those named so far.</summary>
    /// <param name="documents">The articles.</param>
    /// <param name="mentions">Their mentions, in order of article and place.</param>
    /// <param name="forms">All forms.</param>
    /// <param name="pairs">Links that the forms alone suggest.</param>
    public static IEnumerable<EntityLink> Of(List<Document> documents, List<Mention> mentions, NameForm[] forms, List<EntityLink> pairs)
    {
        foreach (var form in forms)
        {
            if (form.Words.Length != 1 || form.IsAcronym) continue;
            var here = mentions.FindAll(mention => Entities.Plain(mention.Form) == form.Text);
            if (EntityLexicon.IsInstitution(form.Words[0]))
            {
                if (here.TrueForAll(mention => HasArticle(documents[mention.Article].Text, mention)) && Only(here, mentions, [.. forms.Where(other => IsHeadOf(form, other)).Select(other => other.Text)]) is { } body)
                    yield return new EntityLink(form.Text, body, "short form");
                continue;
            }

            var full = pairs.Where(pair => pair.Reason == "surname" && (pair.A == form.Text || pair.B == form.Text)).Select(pair => pair.A == form.Text ? pair.B : pair.A).ToList();
            if (full.Count > 1 && Only(here, mentions, full) is { } person) yield return new EntityLink(form.Text, person, "surname");
        }
    }

    // The one of the full forms that was named before a short one in its article; null for none, and for more than one.
    private static string? Only(List<Mention> shorts, List<Mention> mentions, List<string> full)
    {
        if (full.Count == 0) return null;
        string? only = null;
        foreach (var at in shorts)
        {
            foreach (var mention in mentions)
            {
                if (mention.Article != at.Article || mention.Span.Start >= at.Span.Start) continue;
                var form = Entities.Plain(mention.Form);
                if (!full.Contains(form) || form == only) continue;
                if (only is not null && NameRules.Reason(only, form) is null) return null;
                only ??= form;
            }
        }

        return only;
    }

    private static bool HasArticle(string text, Mention mention) =>
        mention.Form.StartsWith("The ", StringComparison.Ordinal) || (mention.Span.Start > 3 && text.AsSpan(mention.Span.Start - 4, 4).Equals("the ", StringComparison.OrdinalIgnoreCase));

    // "Congress" of "Free Harandi Congress" and of "Congress of Free Harand"; too many things are a house.
    private static bool IsHeadOf(NameForm word, NameForm name)
    {
        var words = name.Words;
        if (words.Length < 2 || word.Words[0] == "house") return false;
        var of = Array.FindIndex(words, other => other is "of" or "for");
        return (of > 0 ? words[of - 1] : words[^1]) == word.Words[0];
    }
}
