using Claque.Statements.Grammar;

namespace Claque.Statements.Figures;

/// <summary>The spell of time in which something is counted: "since the move", "in the past five years", "over the years".</summary>
internal static class Spells
{
    /// <summary>The spell that a sentence names; null for none.</summary>
    public static string? Of(Unit[] units)
    {
        for (var i = 0; i + 1 < units.Length; i++)
        {
            if (units[i].Is("since") && !units[i + 1].Is(",")) return "since";
            // "nine went last year"; "74 left from 2012 through 2021"
            if (units[i].Lower is "last" or "this" && units[i + 1].Lower is "year" or "month" or "week" or "summer" or "winter" or "spring" or "autumn" && !(i > 0 && units[i - 1].Lower is "until" or "before" or "by" or "the" or "of")) return units[i].Lower + " " + units[i + 1].Lower;
            if (i + 3 < units.Length && units[i].Lower is "from" or "between" && IsYear(units[i + 1]) && units[i + 2].Lower is "through" or "to" or "until" or "and" && IsYear(units[i + 3])) return units[i + 1].Lower + "-" + units[i + 3].Lower;
            if (units[i].Lower is not ("in" or "over" or "within" or "during")) continue;
            if (i + 2 < units.Length && units[i + 1].Is("the") && units[i + 2].Lower is "past" or "last" && !(i + 3 < units.Length && units[i + 3].Role == Role.Noun && !NounPhrase.IsTime(units[i + 3]))) return "past";
            if (i + 2 < units.Length && units[i + 1].Is("the") && units[i + 2].Is("years")) return "years";
        }

        return null;
    }

    /// <summary>False for two figures counted over unlike spells: who left since the move, and who left over the years.</summary>
    /// <remarks>Who lives or works somewhere is counted at a time, not over one.</remarks>
    public static bool Fit(Figure a, Figure b) => a.Predicate is "lives" or "member" or "employed" or "held" || FigureWords.Marked(a, '>') is var x && FigureWords.Marked(b, '>') is var y && (x.SetEquals(y) || ((x.Count == 0 || y.Count == 0) && !x.Any(IsShort) && !y.Any(IsShort)));

    // Of a single year or month: not what all the years have.
    private static bool IsShort(string spell) => spell.StartsWith("last ", StringComparison.Ordinal) || spell.StartsWith("this ", StringComparison.Ordinal);

    /// <summary>The one day or night for which things are counted, by what stands right behind them: "six arrests Monday", "47 arrests overnight"; null for none.</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="end">First unit behind the thing counted.</param>
    public static string? OfDay(Unit[] units, int end)
    {
        var at = end;
        while (at < units.Length && at < end + 2 && units[at].Lower is "on" or "the" or "that" or "late" or "early") at++;
        if (at >= units.Length) return null;
        if (units[at].Lower is "overnight" or "yesterday" or "today" or "tonight" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday") return "last " + units[at].Lower;
        return at + 1 < units.Length && units[at].Lower is "previous" or "last" or "same" or "following" && units[at + 1].Lower is "night" or "day" or "evening" or "morning" or "weekend" ? "last " + units[at].Lower + units[at + 1].Lower : null;
    }

    private static bool IsYear(in Unit unit) => unit.Role == Role.Number && unit.End - unit.Start == 4 && unit.Lower[0] is '1' or '2';
}
