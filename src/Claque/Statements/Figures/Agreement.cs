namespace Claque.Statements.Figures;

/// <summary>Whether one number in two accounts is the number of one thing.</summary>
/// <remarks>
/// Nothing may speak against it, and enough must speak for it: the same fate of people, a number that is unlikely to turn up twice, the same word, the same
/// names, shared words around it. Only ever grounds for <see cref="FigureRelation.Agree"/>: unlike numbers need <see cref="FigurePairs"/>' stricter grounds.
/// </remarks>
internal static class Agreement
{
    private const int Enough = 3;

    private static readonly HashSet<string> Others = new("more former prior previous earlier past".Split(' '), StringComparer.Ordinal);

    /// <summary>True when two equal numbers are those of one thing, as far as their sentences tell.</summary>
    public static bool Holds(Figure a, Figure b, bool sameSubject)
    {
        if (a.Value != b.Value || a.Kind != b.Kind || a.Kind is not (UnitKind.People or UnitKind.Count or UnitKind.Money or UnitKind.Percent)) return false;
        return !Contradicts(a, b, sameSubject) && Evidence(a, b) + (sameSubject ? 1 : 0) >= Enough;
    }

    private static bool Contradicts(Figure a, Figure b, bool sameSubject)
    {
        if (a.Kind != UnitKind.People && a.Unit != b.Unit) return true;
        if (a.Kind == UnitKind.People && AreUnlikeSorts(a.Unit, b.Unit)) return true;
        if (a.Kind == UnitKind.People && ArePredicatesApart(a, b)) return true;
        foreach (var mark in "#%=")
            if (FigureWords.Marked(a, mark) is { Count: > 0 } x && FigureWords.Marked(b, mark) is { Count: > 0 } y && !x.Overlaps(y)) return true;
        var (modifiersA, modifiersB) = (FigureWords.Modifiers(a), FigureWords.Modifiers(b));
        if (modifiersA.Count > 0 && modifiersB.Count > 0 && !modifiersA.Overlaps(modifiersB)) return true;
        if (modifiersA.Overlaps(Others) != modifiersB.Overlaps(Others)) return true;
        return !sameSubject && AreNamedApart(a, b);
    }

    private static int Evidence(Figure a, Figure b)
    {
        var shared = FigureWords.Shared(a, b);
        if (shared == 0 && (a.Kind == UnitKind.Percent || (a.Kind == UnitKind.Money && Digits(a.Value) < 3))) return 0;
        var evidence = Math.Min(shared, 3);
        if (a.Predicate == b.Predicate && a.Predicate.Length > 0) evidence += FigureLexicon.IsFateClass(a.Predicate) ? 2 : 1;
        if (IsTelling(a.Value)) evidence += 2;
        else if (a.Value >= 20 && a.Kind == UnitKind.People) evidence++;
        if (a.Kind != UnitKind.People && ArePredicatesApart(a, b)) evidence--;
        // Four robbers and four robbers; two of anything are everywhere.
        if (a.Unit == b.Unit) evidence += a.Value > 3 && !FigureLexicon.IsEverybody(a.Unit) && a.Kind is UnitKind.People or UnitKind.Count ? 2 : 1;
        else if (!FigureLexicon.IsAnybody(a.Unit) && !FigureLexicon.IsAnybody(b.Unit)) evidence--;
        if (FigureWords.Resemble(FigureWords.Marked(a, '@'), FigureWords.Marked(b, '@'))) evidence++;
        else if (AreNamedApart(a, b)) evidence -= a.Kind == UnitKind.Count && a.Value < 100 ? 2 : IsTelling(a.Value) ? 0 : a.Value > 3 ? 1 : 2;
        return evidence;
    }

    private static bool ArePredicatesApart(Figure a, Figure b) =>
        a.Predicate != b.Predicate && a.Predicate.Length > 0 && b.Predicate.Length > 0 && !FigureWords.HasUnsurePredicate(a) && !FigureWords.HasUnsurePredicate(b);

    private static bool AreNamedApart(Figure a, Figure b) =>
        FigureWords.Marked(a, '@') is { Count: > 0 } x && FigureWords.Marked(b, '@') is { Count: > 0 } y && !FigureWords.Resemble(x, y);

    // Men are no women, and children neither.
    private static bool AreUnlikeSorts(string a, string b) => a != b && Sort(a) is var x && Sort(b) is var y && x != ' ' && y != ' ' && x != y;

    private static char Sort(string unit) => unit switch { "man" or "boy" => 'm', "woman" or "girl" => 'w', "child" or "baby" or "infant" => 'c', _ => ' ' };

    // Above a dozen and not round: 23, 288, 2.44 million. Such a number hardly turns up twice by chance.
    private static bool IsTelling(double value) => value > 12 && Digits(value) > 1;

    // Without the zeros behind: 2 of 2.4 million and of 83, 3 of 447 billion.
    private static int Digits(double value)
    {
        while (value >= 10 && value % 10 == 0) value /= 10;
        return value.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture).Count(char.IsAsciiDigit);
    }
}
