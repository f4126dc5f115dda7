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
        if (a.Kind != b.Kind || a.Kind is UnitKind.Date) return FigureRelation.None;
        if (a.Kind == UnitKind.Age) return OfAges(a, b);
        if (Agreement.Holds(a, b, sameSubject)) return FigureRelation.Agree;
        if (sameSubject && AreOfOneScene(a, b)) return a.Unit == b.Unit && a.High >= b.Low && b.High >= a.Low ? Overlapping(a, b) : FigureRelation.Comparable;
        if (!SameUnit(a, b)) return a.Kind == UnitKind.Count && FigureLexicon.AreOfOneFamily(a.Unit, b.Unit) ? FigureRelation.Comparable : FigureRelation.None;
        if (a.Value == b.Value && a.Kind == UnitKind.People) return FigureRelation.Comparable;
        if (sameSubject && Distances.AreOne(a, b)) return Overlapping(a, b);
        // A hundredfold apart, or one of them of another month: of other things, most likely.
        if (!SameThing(a, b, sameSubject) || Math.Max(a.Value, b.Value) > 100 * Math.Min(a.Value, b.Value) || !MonthsFit(a, b)) return FigureRelation.Comparable;
        if (a.High < b.Low || b.High < a.Low) return CanCollide(a, b) && !IsOfManyThings(a, b) ? FigureRelation.Conflict : FigureRelation.Comparable;
        return Overlapping(a, b);
    }

    // How two figures of one thing stand whose intervals overlap.
    private static FigureRelation Overlapping(Figure a, Figure b)
    {
        var (small, large) = (Math.Min(a.Value, b.Value), Math.Max(a.Value, b.Value));
        if (large > 1.2 * small && (IsOfManyThings(a, b) || large > MostOverFloor * small)) return FigureRelation.Comparable;
        // Two floors are compared as floors: "more than 26,000", "more than 31,000".
        return large > small * (double.IsInfinity(a.High) && double.IsInfinity(b.High) ? 1.1 : 1.2) ? FigureRelation.Differ : FigureRelation.Agree;
    }

    // "At least eight" leaves sixty open, but is hardly said of them.
    private const double MostOverFloor = 4;

    // An account tells of many lengths and spans of time ("spent four seasons" too); and "60 votes" and "41 votes" are votes by their own word, which says nothing of which.
    private static bool IsOfManyThings(Figure a, Figure b) => a.Kind switch
    {
        UnitKind.Duration => true,
        UnitKind.Distance => !FigureWords.Marked(a, '<').Overlaps(FigureWords.Marked(b, '<')),
        UnitKind.Count => a.Predicate == "paid" || (a.Predicate.Length > 0 && FigureLexicon.Predicate(a.Unit) == a.Predicate && FigureWords.Shared(a, b) < 2),
        _ => false,
    };

    // "In a long barn five women sat at computers", "half a dozen women work in a barn": people at one place, at what they do there, and nothing that befell them.
    internal static bool AreOfOneScene(Figure a, Figure b) => a.Kind == UnitKind.People && a.Predicate != b.Predicate && IsOfScene(a) && IsOfScene(b) && FigureWords.Shared(a, b) >= 2;

    private static bool IsOfScene(Figure figure) => figure.Predicate is "" or "employed" or "lives" or "attended" && !figure.Of.Contains("~former");

    // Of one person by name; one account may be written a birthday later, so that ages further apart can both hold.
    private static FigureRelation OfAges(Figure a, Figure b) =>
        !FigureWords.Marked(a, '^').Overlaps(FigureWords.Marked(b, '^')) ? FigureRelation.None
        : a.High + 1 < b.Low || b.High + 1 < a.Low ? FigureRelation.Differ : FigureRelation.Agree;

    // A count of who lives there stands until the next; an event of another month is another, but the dead of one year are told with its months or without.
    private static bool MonthsFit(Figure a, Figure b) => FigureWords.Marked(a, '%') is var x && FigureWords.Marked(b, '%') is var y
        && (x.SetEquals(y) || (a.Predicate == "died" && (x.Count == 0 || y.Count == 0) && FigureWords.Marked(a, '#').Overlaps(FigureWords.Marked(b, '#'))) || (a.Predicate is "lives" or "member" && (x.Count == 0 || y.Count == 0)));

    // Not where the one may be a part of the other, its predicate is another clause's, nothing is said of the things counted, or both are of places of their own.
    private static bool CanCollide(Figure a, Figure b)
    {
        if (FigureWords.IsUnsure(a) || FigureWords.IsUnsure(b) || (a.Predicate.Length == 0 && (a.Kind == UnitKind.Count || FigureLexicon.IsEverybody(a.Unit)))) return false;
        // Two women may be among three people, and not four.
        if (a.Unit != b.Unit && a.Kind == UnitKind.People && !(IsOfAll(a) && IsOfAll(b)) && (a.Unit == "people" ? b.High < a.Low : a.High < b.Low)) return false;
        var (namesA, namesB) = (FigureWords.Marked(a, '@'), FigureWords.Marked(b, '@'));
        return namesA.Count == 0 || namesB.Count == 0 || FigureWords.Meet(namesA, namesB);
    }

    // A length of time in days or years is one unit; so are miles and kilometres. Things are told apart by their word.
    private static bool SameUnit(Figure a, Figure b) =>
        a.Unit == b.Unit || a.Kind is UnitKind.Duration or UnitKind.Distance
        || (a.Kind == UnitKind.People && (IsOfAll(a) || IsOfAll(b)) && !FigureLexicon.IsFate(a.Unit) && !FigureLexicon.IsFate(b.Unit) && a.Predicate == b.Predicate && a.Predicate.Length > 0 && FigureWords.Modifiers(a).SetEquals(FigureWords.Modifiers(b)));

    // Those who live there, or left, are its members, those employed its workers: none is a part of the others.
    private static bool IsOfAll(Figure figure) => figure.Unit == "people" || (figure.Unit == "member" && figure.Predicate is "lives" or "left" or "joined") || (figure.Unit is "worker" or "employee" && figure.Predicate == "employed");

    private static bool SameThing(Figure a, Figure b, bool sameSubject)
    {
        if (a.Predicate != b.Predicate && a.Kind != UnitKind.Distance) return false;
        if (!FigureWords.Modifiers(a).SetEquals(FigureWords.Modifiers(b))) return false;
        if (a.Value != b.Value && !Spells.Fit(a, b)) return false;
        var (yearsA, yearsB) = (FigureWords.Marked(a, '#'), FigureWords.Marked(b, '#'));
        if (yearsA.Count > 0 && yearsB.Count > 0 && !yearsA.Overlaps(yearsB)) return false;
        var (ownA, ownB) = (FigureWords.Marked(a, '='), FigureWords.Marked(b, '='));
        // Who died in 1991 died once; who works there in 2015 need not be who works there now.
        if (a.Predicate is "employed" or "lives" or "member" or "held" or "" && ((ownA.Count > 0 && !ownA.Overlaps(ownB) && !ownA.Overlaps(yearsB)) || (ownB.Count > 0 && !ownB.Overlaps(ownA) && !ownB.Overlaps(yearsA)))) return false;
        var (namesA, namesB) = (FigureWords.Marked(a, '@'), FigureWords.Marked(b, '@'));
        var names = FigureWords.Meet(namesA, namesB);
        // "six miles from the nearest town", "ten kilometres from the closest town"
        if (a.Kind == UnitKind.Distance && sameSubject && Distances.AreFromTheNearest(a, b)) return true;
        if (namesA.Count > 0 && namesB.Count > 0 && !names && !sameSubject) return false;
        var shared = FigureWords.Plain(a);
        shared.IntersectWith(FigureWords.Plain(b));
        if (a.Kind == UnitKind.Money && names && a.Predicate.Length > 0) return true;
        if (a.Kind is UnitKind.Duration or UnitKind.Distance or UnitKind.Percent or UnitKind.Money) return shared.Count >= 2 && a.Predicate.Length > 0 || shared.Count >= 3;
        // "210 pupils" of one school and "160 pupils" of the other: things that the accounts count alike.
        if (a.Predicate.Length == 0) return (names || sameSubject) && shared.Count >= (a.Unit == b.Unit && a.Kind == UnitKind.People && a.Unit != "people" ? 1 : 2) || shared.Count >= 3;
        // A ministry's clerks are not a camp's: who works somewhere needs more than the subject of both accounts.
        return names || (sameSubject && a.Predicate != "employed") || shared.Count >= 1;
    }
}
