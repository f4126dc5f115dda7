using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Statements.Names;

/// <summary>Finds names in a text.</summary>
internal static class NameFinder
{
    private static readonly HashSet<string> Connectors = new(StringComparer.Ordinal) { "of", "for", "the", "de", "la", "del", "al", "el", "bin", "ibn", "van", "von", "der", "and", "&", "-", "’", "du", "des" };
    private static readonly HashSet<string> NotNames = new(StringComparer.Ordinal)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "i", "the", "a", "an", "but", "and", "mr", "mrs", "ms", "dr", "yes", "no", "ok", "why", "how", "what", "who", "when", "where", "my", "we",
    };

    /// <summary>The mentions of a document, quotations included, in order.</summary>
    public static List<Mention> Of(ParsedText text, int article)
    {
        var mentions = new List<Mention>();
        foreach (var sentence in text.Sentences) Read(text, sentence, article, mentions);
        AddOpening(text, article, mentions);
        mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
        var openings = text.Sentences.Select(sentence => sentence.Units[0].Start).ToHashSet();
        return mentions.ConvertAll(mention => openings.Contains(mention.Span.Start) ? WithoutOpening(mention, text, mentions, openings) : mention);
    }

    // "Carter believes": what opens a sentence is a name when a full name ends in it and the text has no such word in lower case.
    private static void AddOpening(ParsedText text, int article, List<Mention> mentions)
    {
        var surnames = mentions.Select(mention => mention.Form).Where(form => form.Contains(' ', StringComparison.Ordinal) && !NameForms.Words(form).Any(word => EntityLexicon.IsInstitution(word) || EntityLexicon.IsPlace(word)))
            .Select(Surname).ToHashSet(StringComparer.Ordinal);
        if (surnames.Count == 0) return;
        var starts = mentions.Select(mention => mention.Span.Start).ToHashSet();
        HashSet<string>? common = null;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Units is not [{ Capital: true, Role: Role.Noun or Role.Name } first, .., _] || starts.Contains(first.Start) || sentence.Units[1].Capital) continue;
            var form = text.Document.Text[first.Start..first.End];
            if (!surnames.Contains(form)) continue;
            common ??= [.. text.Document.Tokens.Select(token => token.In(text.Document.Text).ToString()).Where(word => char.IsLower(word[0]))];
            if (!common.Contains(first.Lower)) mentions.Add(new Mention(article, new TextSpan(first.Start, first.End), form));
        }
    }

    private static string Surname(string form) => form.Split(' ').Last(word => !NameForms.IsGeneration(word.ToLowerInvariant()));

    // "Other Ruizes": an adjective that opens a sentence is of no name, when the rest is named alone and the whole only there.
    private static Mention WithoutOpening(Mention mention, ParsedText text, List<Mention> mentions, HashSet<int> openings)
    {
        var blank = mention.Form.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0 || text.Over(mention.Span) is not [var opening, ..] || !(opening.Lower is "other" or "former" || (opening.Word.Entry.Adjective > 0 && !EntityLexicon.IsGiven(opening.Lower) && !EntityLexicon.IsTitle(opening.Lower) && !NameRules.IsOfAnother(opening.Lower)))) return mention;
        var rest = mention.Form[(blank + 1)..];
        var alone = !NameForms.Words(rest).Any(word => EntityLexicon.IsInstitution(word) || EntityLexicon.IsPlace(word)) && mentions.Exists(other => other.Form == rest) && mentions.TrueForAll(other => other.Form != mention.Form || openings.Contains(other.Span.Start));
        return alone || opening.Is("former") ? mention with { Span = new TextSpan(mention.Span.Start + blank + 1, mention.Span.End), Form = rest } : mention;
    }

    private static void Read(ParsedText text, Sentence sentence, int article, List<Mention> into)
    {
        var units = sentence.Units;
        // In a headline every word is capital: nothing there tells a name.
        var headline = units.Count(unit => unit.Capital) * 10 >= units.Count(unit => unit.Role is not (Role.Sign or Role.Quote)) * 7 && units.Length > 6;
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i].Role == Role.Quote)
            {
                foreach (var inner in text.Inside(units[i].Quote)) Read(text, inner, article, into);
                continue;
            }

            if (headline || !Begins(units, i)) continue;
            var end = i + 1;
            while (end < units.Length)
            {
                if (IsPart(units[end]) || (units[end].Role == Role.Number && units[end - 1].Role != Role.Number && units[end].End - units[end].Start <= 2 && units[end].Start == units[end - 1].End + 1 && i < end)) end++;
                else if (units[end].Is(".") && units[end - 1].End == units[end].Start && (units[end - 1].End - units[end - 1].Start <= 3 || EntityLexicon.IsTitle(units[end - 1].Lower)) && end + 1 < units.Length && IsPart(units[end + 1])) end++;
                else if (Connectors.Contains(units[end].Lower) && Connects(units, i, end, out var next)) end = next;
                else break;
            }

            // "told Ruiz Monday": the day is of the sentence; "Ash Wednesday" is a name.
            if (end > i + 1 && IsDay(units[end - 1].Lower) && (end > i + 2 || units[end - 2].Word.Entry is { Noun: 0, Adjective: 0 })) end--;
            var span = new TextSpan(units[i].Start, units[end - 1].End);
            var form = text.Document.Text[span.Start..span.End];
            if (!(end == i + 1 && NotNames.Contains(units[i].Lower)) && !(i > 0 && units[i - 1].Lower is "," or "(" && IsSeat(form))) into.Add(new Mention(article, span, form));
            i = end - 1;
        }
    }

    private static bool Begins(Unit[] units, int i)
    {
        if (!IsPart(units[i])) return false;
        // "Take Ana Ruiz, who came in spring."
        if (i == 0 && units.Length > 2 && IsPart(units[1]) && units[0].Lower is "take" or "consider" or "meet" or "ask" or "imagine" or "picture" or "enter" or "call" or "see" or "remember") return false;
        if (i + 1 < units.Length && units[i + 1].Is("of") && IsOffice(units, i + 1)) return true;
        var first = i == 0 || units[i - 1].Role is Role.Sign && !units[i - 1].Is(",") && !units[i - 1].Is("(") && !units[i - 1].Is("-");
        if (!first || i + 1 < units.Length && IsPart(units[i + 1]) && !units[i].Word.Closed.HasValue) return !NotNames.Contains(units[i].Lower) || (i + 1 < units.Length && units[i].Lower is "mr" or "mrs" or "ms" or "dr");
        return units[i].Role == Role.Name && units[i].Word.Closed is null && (units[i].Word.Entry is { Verb: 0, Adjective: 0, Adverb: 0 } || units[i].End - units[i].Start > 1 && units[i].Word.Entry.Noun == 0);
    }

    private static bool IsPart(in Unit unit) => unit.Capital && unit.Role is Role.Name or Role.Noun or Role.Adjective or Role.Verb && unit.Word.Closed is not (Role.Pronoun or Role.Determiner or Role.Conjunction or Role.Preposition or Role.Adverb);

    // "of the", "-", "and" between two parts of one name; "and" only inside an organisation's long name.
    private static bool Connects(Unit[] units, int start, int at, out int next)
    {
        next = at + 1;
        if (units[at].Is("-") && (units[at].Start != units[at - 1].End)) return false;
        if (units[at].Is("and")) return IsNamedBody(units, start, at);
        if (units[at].Lower is "of" or "for" && !IsInstitution(units, start, at) && !IsOffice(units, at) && !(units[at - 1].Word.Entry.IsPlural && at + 1 < units.Length && units[at + 1].Is("the"))) return false;
        while (next < units.Length && next < at + 3 && Connectors.Contains(units[next].Lower) && !units[next].Is("and")) next++;
        // "Union of the Tenth of May": a month behind an ordinal is part of the name.
        return next < units.Length && IsPart(units[next]) && (!NotNames.Contains(units[next].Lower) || IsOrdinal(units[at - 1].Lower));
    }

    // "Secretary of State Ana Maria Ruiz", "Speaker of the House Ana Ruiz": three parts at least, so that "President of Velm" stays two; "President of Velm River Watch" names a body.
    private static bool IsOffice(Unit[] units, int of)
    {
        if (!EntityLexicon.IsTitle(units[of - 1].Lower)) return false;
        var first = of + 1 < units.Length && units[of + 1].Is("the") ? of + 2 : of + 1;
        var end = first;
        while (end < units.Length && IsPart(units[end])) end++;
        return end > first + 2 && !NameRules.IsOfAnother(units[first].Lower) && !EntityLexicon.IsInstitution(units[end - 1].Lower) && !EntityLexicon.IsPlace(units[end - 1].Lower);
    }

    // "the union, Lamp and Pick, which": one body under a name of two words.
    private static bool IsNamedBody(Unit[] units, int start, int at) => at == start + 1 && start > 1 && units[start - 1].Is(",") && !units[start - 2].Capital && EntityLexicon.IsInstitution(units[start - 2].Lower)
        && at + 2 < units.Length && IsPart(units[at + 1]) && units[at + 2].Lower is "," or ".";

    // "R-Va." behind a name: whose party and where from; "T-Mobile" is a name.
    private static bool IsSeat(string form) => form.Length is > 3 and < 10 && form[0] is 'D' or 'R' or 'I' && form[1] == '-' && char.IsUpper(form[2]) && char.IsLower(form[^1]) && !form.Contains(' ', StringComparison.Ordinal);

    private static bool IsDay(string word) => word is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday";

    private static bool IsOrdinal(string word) => word is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh" or "eighth" or "ninth" or "tenth" or "eleventh" or "twelfth" or "twentieth" or "thirtieth"
        || word.EndsWith("teenth", StringComparison.Ordinal) || word.StartsWith("twenty-", StringComparison.Ordinal) || word.StartsWith("thirty-", StringComparison.Ordinal)
        || (word.Length > 2 && char.IsDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th");

    private static bool IsInstitution(Unit[] units, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (EntityLexicon.IsInstitution(units[i].Lower)) return true;
        return false;
    }
}
