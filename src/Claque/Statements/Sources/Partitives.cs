using System.Collections.Frozen;
using Claque.Statements.Grammar;

namespace Claque.Statements.Sources;

/// <summary>Sources that are a part of others, or a person spoken of before: "one of them", "Most", "the man".</summary>
internal sealed partial class SourceKinds
{
    private static readonly FrozenSet<string> Quantifiers = "most some many several few others both all two three four five six none another".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private const int FarthestGroup = 4;

    // The statement with whom its source is one of, or who it was called before; as it is where nothing tells.
    private Statement Referred(Statement statement, List<Statement> before)
    {
        if (statement.SourceKind is not (SourceKind.AnonymousPerson or SourceKind.AnonymousGroup) || statement.Resolved is not null) return statement;
        var units = Units(statement.Source[0]);
        var at = statement.Source[0].Start;
        if (units.Length == 3 && units[1].Is("of") && units[2].Is("them") && GroupBefore(at, before) is { } group)
            return statement with { Resolved = $"{units[0].Lower} of {Definite(group)}", ResolvedBecause = $"\"{units[0].Lower} of them\": the group before" };
        if (units.Length == 1 && Quantifiers.Contains(units[0].Lower) && (PersonsBefore(at) ?? GroupBefore(at, before)) is { } all)
            return statement with { Resolved = $"{units[0].Lower} of {Definite(all)}", ResolvedBecause = $"\"{units[0].Lower}\": the people of the sentence before" };
        if (units.Length == 2 && units[0].Is("the") && statement.SourceKind == SourceKind.AnonymousPerson && CalledBefore(units[1], at, before) is { } called)
            return statement with { Resolved = called, ResolvedBecause = $"\"the {units[1].Lower}\": as called before, or explained there" };
        return statement;
    }

    private string? GroupBefore(int at, List<Statement> before) => before.FindLast(other => other.SourceKind == SourceKind.AnonymousGroup && other.Source.Count > 0 && other.Source[0].End <= at && other.Source[0].Length > 6
        && SentencesBetween(other.Source[0].Start, at) <= FarthestGroup) is { } last ? last.Resolved ?? SourceText(last) : null;

    // "is one of 17 onetime members who spoke with the paper": people who are counted in the sentence before.
    private string? PersonsBefore(int at)
    {
        var units = Units(NarratedBefore(at));
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i].Role != Role.Number || units[i].Is("one")) continue;
            var end = NounPhrase.EndOf(units, i, units.Length, chains: false);
            if (end > i + 1 && units[end - 1].Word.Entry is { IsPlural: true, NounClass: 'p' }) return document.Text[units[i].Start..units[end - 1].End];
        }

        return null;
    }

    // "The man, a former night warden, …" explains him; "a man who held the lamp" was heard before.
    private string? CalledBefore(Unit noun, int at, List<Statement> before)
    {
        var name = "the " + noun.Lower;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.End < at - Near || sentence.Start > at + Near) continue;
            var words = document.Text.AsSpan(sentence.Start, sentence.Length);
            if (!words.StartsWith(name + ", a ", StringComparison.OrdinalIgnoreCase) && !words.StartsWith(name + ", an ", StringComparison.OrdinalIgnoreCase)) continue;
            var close = words[(name.Length + 1)..].IndexOfAny(",;");
            return (close < 0 ? words : words[..(name.Length + 1 + close)]).ToString();
        }

        return before.FindLast(other => other.SourceKind == SourceKind.AnonymousPerson && other.Source.Count > 0 && other.Source[0].End <= at && SentencesBetween(other.Source[0].Start, at) <= FarthestGroup
            && Units(other.Source[0]) is { Length: > 2 } units && units[0].Lower is "a" or "an" or "one" && Array.Exists(units[..Math.Min(4, units.Length)], unit => unit.Lower == noun.Lower)) is { } heard ? SourceText(heard) : null;
    }

    private const int Near = 400;

    // "Two former wardens" are "the two former wardens".
    private static string Definite(string group)
    {
        var first = group.Split(' ')[0].ToLowerInvariant();
        var lower = char.IsUpper(group[0]) && !(group.Length > 1 && char.IsUpper(group[1])) ? char.ToLowerInvariant(group[0]) + group[1..] : group;
        return first is "the" or "those" or "these" or "his" or "her" or "their" or "its" or "my" or "our" ? lower : "the " + lower;
    }

    // “My commander came every evening. … She'd say”: the person without a name of whom who speaks has just told.
    private string? ToldOf(int at)
    {
        var quotation = document.Quotations.FirstOrDefault(quotation => quotation.Depth == 0 && quotation.Span.Contains(at));
        if (quotation.Span.Length == 0) return null;
        for (var s = SentencesBegun(at) - 1; s >= 0 && s > SentencesBegun(at) - FarthestBack; s--)
        {
            var sentence = document.Sentences[s];
            if (sentence.End > at) continue;
            if (!IsInQuotes(sentence.Start)) return null;
            var units = Units(sentence);
            var first = Array.FindIndex(units, unit => unit.Role is not (Role.Sign or Role.Quote));
            if (first < 0 || units[first].Lower is not ("my" or "our" or "the" or "a" or "an" or "one")) continue;
            var end = NounPhrase.EndOf(units, first, units.Length, chains: false);
            if (end > first + 1 && end < units.Length && units[end].Role is Role.Verb or Role.Be or Role.Have or Role.Question && units[end - 1].Word.Entry is { NounClass: 'p', IsPlural: false }) return document.Text[units[first].Start..units[end - 1].End];
        }

        return null;
    }
}
