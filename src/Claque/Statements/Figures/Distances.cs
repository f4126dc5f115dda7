using Claque.Statements.Grammar;

namespace Claque.Statements.Figures;

/// <summary>From what a distance is measured: "from the nearest town", "out of town", "from Selby".</summary>
internal static class Distances
{
    private const string Nearest = "nearest ", Named = "@";

    /// <summary>The thing behind a distance; null where none is named.</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="end">First unit behind the distance.</param>
    public static string? MeasuredFrom(Unit[] units, int end)
    {
        var at = end;
        if (at < units.Length && units[at].Lower is "north" or "south" or "east" or "west" or "away" or "out" or "outside" or "drive" or "down") at++;
        if (at < units.Length && units[at].Lower is "from" or "of" or "to") at++;
        if (at == end || at >= units.Length) return null;
        if (units[at].Is("the")) at++;
        if (at + 1 < units.Length && units[at].Lower is "nearest" or "closest" or "next" && units[at + 1].Role == Role.Noun) return Nearest + CountedNoun.Singular(units[at + 1]);
        if (at >= units.Length) return null;
        return units[at].Role == Role.Name ? Named + Names.NameForms.Fold(units[at].Lower) : units[at].Lower is "town" or "village" or "city" or "capital" ? units[at].Lower : null;
    }

    /// <summary>True for two distances from the nearest thing of one sort.</summary>
    public static bool AreFromTheNearest(Figure a, Figure b) => FigureWords.Marked(a, '<') is var x && x.Overlaps(FigureWords.Marked(b, '<')) && x.First().StartsWith(Nearest, StringComparison.Ordinal);

    /// <summary>True for two distances that can be one, from one name or from "the town" and a name: grounds for an agreement, never for a conflict.</summary>
    public static bool AreOne(Figure a, Figure b) => a.Kind == UnitKind.Distance && b.Kind == UnitKind.Distance && a.High >= b.Low && b.High >= a.Low
        && FigureWords.Marked(a, '<').FirstOrDefault() is { } x && FigureWords.Marked(b, '<').FirstOrDefault() is { } y
        && (x == y || (IsNamed(x) != IsNamed(y) && !x.StartsWith(Nearest, StringComparison.Ordinal) && !y.StartsWith(Nearest, StringComparison.Ordinal)));

    private static bool IsNamed(string thing) => thing.StartsWith(Named, StringComparison.Ordinal);
}
