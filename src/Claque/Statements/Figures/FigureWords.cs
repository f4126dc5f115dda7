using Claque.Statements.Names;

namespace Claque.Statements.Figures;

/// <summary>The words of <see cref="Figure.Of"/> by their marks: <c>@</c> a name, <c>#</c> a year of the sentence, <c>=</c> the figure's own year, <c>%</c> a month, <c>~</c> what narrows the noun, <c>?</c> a predicate that may be another clause's, <c>&amp;</c> a part of another figure of the sentence, <c>&lt;</c> from what a distance is measured, <c>&gt;</c> the spell of time in which it is counted, <c>^</c> whose age it is.</summary>
internal static class FigureWords
{
    /// <summary>The words with a mark, without it.</summary>
    public static HashSet<string> Marked(Figure figure, char mark) =>
        figure.Of.Where(word => word[0] == mark).Select(word => word[1..]).ToHashSet(StringComparer.Ordinal);

    /// <summary>True for a figure that may be a part of another of its sentence, or whose predicate may be another's: no ground for a conflict.</summary>
    public static bool IsUnsure(Figure figure) => HasUnsurePredicate(figure) || figure.Of.Contains("&");

    /// <summary>True when the predicate may be another's.</summary>
    public static bool HasUnsurePredicate(Figure figure) => figure.Of.Contains("?");

    /// <summary>What narrows the noun: not its predicate, nor how many they are.</summary>
    public static HashSet<string> Modifiers(Figure figure)
    {
        var words = Marked(figure, '~').Select(word => word is "us" or "u.s" or "u.s." ? "american" : word).ToHashSet(StringComparer.Ordinal);
        words.RemoveWhere(word => FigureLexicon.Predicate(word).Length > 0 || (word.EndsWith("ed", StringComparison.Ordinal) && FigureLexicon.Predicate(word[..^1]).Length > 0) || word is "many" or "strong" or "whole" or "entire" or "total" or "possible" or "alleged" or "suspected" or "presumed" or "apparent");
        return words;
    }

    /// <summary>Words without mark and without predicate class.</summary>
    public static HashSet<string> Plain(Figure figure) =>
        figure.Of.Where(word => word[0] is not ('@' or '#' or '~' or '%' or '=' or '?' or '&' or '<' or '>' or '^') && FigureLexicon.Predicate(word).Length == 0 && word is not ("be" or "have" or "say" or "tell" or "people" or "report"))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>How many words with a content of their own both figures have around them, what narrows them included; a word may be part of a name in the other: "the church", "Wasilla Bible Church".</summary>
    public static int Shared(Figure a, Figure b)
    {
        var (wordsA, wordsB) = (Content(a), Content(b));
        var (namesA, namesB) = (Marked(a, '@'), Marked(b, '@'));
        return wordsA.Count(word => wordsB.Contains(word) || namesB.Contains(NameForms.Fold(word))) + wordsB.Count(word => !wordsA.Contains(word) && namesA.Contains(NameForms.Fold(word)));
    }

    /// <summary>True when one name is in both: "Iran" and "Iranian" are one.</summary>
    public static bool Meet(HashSet<string> a, HashSet<string> b) =>
        a.Any(x => b.Any(y => x == y || (Math.Min(x.Length, y.Length) > 3 && (x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal)))));

    /// <summary>The same, taken more widely: "Greece" and "Greek", "Mich." and "Michigan".</summary>
    public static bool Resemble(HashSet<string> a, HashSet<string> b) =>
        a.Any(x => b.Any(y => x.AsSpan().CommonPrefixLength(y) is var common && (common == Math.Min(x.Length, y.Length) ? common > 2 : common > 3 && common >= Math.Max(x.Length, y.Length) - 1)));

    private static HashSet<string> Content(Figure figure)
    {
        var words = Plain(figure);
        words.UnionWith(Modifiers(figure));
        words.ExceptWith(Light);
        return words;
    }

    // Verbs and adjectives that stand beside anything.
    private static readonly HashSet<string> Light = new("find take make go come get do give put see know think want use try keep begin start first last new other many several such own same more most".Split(' '), StringComparer.Ordinal);
}
