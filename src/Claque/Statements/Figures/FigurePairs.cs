namespace Claque.Statements.Figures;

/// <summary>How the figures of two accounts stand to each other.</summary>
public static class FigurePairs
{
    /// <summary>The relation of two figures.</summary>
    /// <param name="a">A figure.</param>
    /// <param name="b">A figure of another account.</param>
    /// <param name="sameSubject">True when the accounts are known to be of one subject, so that a missing name is no difference.</param>
    /// <remarks>
    /// A conflict needs the same unit, the same predicate, the same entity and disjoint intervals. Symmetric in its two figures.
    /// </remarks>
    public static FigureRelation Compare(Figure a, Figure b, bool sameSubject = false)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Kind != b.Kind || a.Kind is UnitKind.Date or UnitKind.Age) return FigureRelation.None;
        if (AreAlike(a, b, sameSubject)) return FigureRelation.Agree;
        if (!SameUnit(a, b)) return FigureRelation.None;
        // A hundredfold apart, or one of them of another month: of other things, most likely.
        if (!SameThing(a, b, sameSubject) || Math.Max(a.Value, b.Value) > 100 * Math.Min(a.Value, b.Value) || !Marked(a, '%').SetEquals(Marked(b, '%'))) return FigureRelation.Comparable;
        if (a.High < b.Low || b.High < a.Low)
        {
            var (namesA, namesB) = (Marked(a, '@'), Marked(b, '@'));
            return namesA.Count > 0 && namesB.Count > 0 && !Meet(namesA, namesB) ? FigureRelation.Comparable : FigureRelation.Conflict;
        }

        var (small, large) = (Math.Min(a.Value, b.Value), Math.Max(a.Value, b.Value));
        return large > small * 1.2 ? FigureRelation.Differ : FigureRelation.Agree;
    }

    // One number of people of whom the same is said, under two words for them: "23 pirates", "23 Somali suspects". Unlike numbers under unlike words are no conflict.
    private static bool AreAlike(Figure a, Figure b, bool sameSubject)
    {
        if (a.Kind != UnitKind.People || b.Kind != UnitKind.People || a.Value != b.Value || a.Hedge != b.Hedge || a.Predicate != b.Predicate || a.Predicate is not ("died" or "injured" or "arrested" or "missing" or "displaced" or "rescued")) return false;
        foreach (var mark in "#%")
            if (Marked(a, mark) is { Count: > 0 } x && Marked(b, mark) is { Count: > 0 } y && !x.Overlaps(y)) return false;
        var (modifiersA, modifiersB) = (Modifiers(a), Modifiers(b));
        if (!modifiersA.IsSubsetOf(modifiersB) && !modifiersB.IsSubsetOf(modifiersA)) return false;
        var shared = Plain(a);
        shared.IntersectWith(Plain(b));
        return Meet(Marked(a, '@'), Marked(b, '@')) ? shared.Count > 0 || a.Value > 3 : sameSubject && shared.Count >= (a.Value <= 3 ? 2 : a.Unit == b.Unit ? 0 : 1);
    }

    // A length of time in days or years is one unit; so are miles and kilometres. Things are told apart by their word.
    private static bool SameUnit(Figure a, Figure b) =>
        a.Unit == b.Unit || a.Kind is UnitKind.Duration or UnitKind.Distance
        || (a.Kind == UnitKind.People && (a.Unit == "people" || b.Unit == "people") && a.Predicate == b.Predicate && a.Predicate.Length > 0 && Modifiers(a).SetEquals(Modifiers(b)));

    private static bool SameThing(Figure a, Figure b, bool sameSubject)
    {
        if (a.Predicate != b.Predicate) return false;
        if (!Modifiers(a).SetEquals(Modifiers(b))) return false;
        var (yearsA, yearsB) = (Marked(a, '#'), Marked(b, '#'));
        if (yearsA.Count > 0 && yearsB.Count > 0 && !yearsA.Overlaps(yearsB)) return false;
        var (ownA, ownB) = (Marked(a, '='), Marked(b, '='));
        // Who died in 1991 died once; who works there in 2015 need not be who works there now.
        if (a.Predicate is "employed" or "lives" or "member" or "held" or "" && ((ownA.Count > 0 && !ownA.Overlaps(ownB) && !ownA.Overlaps(yearsB)) || (ownB.Count > 0 && !ownB.Overlaps(ownA) && !ownB.Overlaps(yearsA)))) return false;
        var (namesA, namesB) = (Marked(a, '@'), Marked(b, '@'));
        var names = Meet(namesA, namesB);
        if (namesA.Count > 0 && namesB.Count > 0 && !names && !sameSubject) return false;
        var shared = Plain(a);
        shared.IntersectWith(Plain(b));
        if (a.Kind == UnitKind.Money && names && a.Predicate.Length > 0) return true;
        if (a.Kind is UnitKind.Duration or UnitKind.Distance or UnitKind.Percent or UnitKind.Money) return shared.Count >= 2 && a.Predicate.Length > 0 || shared.Count >= 3;
        // "210 pupils" of one school and "160 pupils" of the other: things that the accounts count alike.
        if (a.Predicate.Length == 0) return (names || sameSubject) && shared.Count >= (a.Unit == b.Unit && a.Kind == UnitKind.People && a.Unit != "people" ? 1 : 2) || shared.Count >= 3;
        return names || sameSubject || shared.Count >= 1;
    }

    // "Iran" and "Iranian" are one.
    private static bool Meet(HashSet<string> a, HashSet<string> b) =>
        a.Any(x => b.Any(y => x == y || (Math.Min(x.Length, y.Length) > 3 && (x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal)))));

    private static HashSet<string> Modifiers(Figure figure)
    {
        var words = Marked(figure, '~');
        words.RemoveWhere(word => FigureLexicon.Predicate(word).Length > 0 || (word.EndsWith("ed", StringComparison.Ordinal) && FigureLexicon.Predicate(word[..^1]).Length > 0) || word is "many" or "strong" or "whole" or "entire" or "total");
        return words;
    }

    private static HashSet<string> Marked(Figure figure, char mark) =>
        figure.Of.Where(word => word[0] == mark).Select(word => word[1..]).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Plain(Figure figure) =>
        figure.Of.Where(word => word[0] is not ('@' or '#' or '~' or '%' or '=') && FigureLexicon.Predicate(word).Length == 0 && word is not ("be" or "have" or "say" or "tell" or "people" or "report"))
            .ToHashSet(StringComparer.Ordinal);
}
