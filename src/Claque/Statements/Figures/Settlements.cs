using Claque.Statements.Grammar;

namespace Claque.Statements.Figures;

/// <summary>Numbers that tell who is somewhere, and how old somebody is, without a verb that says so.</summary>
internal static class Settlements
{
    private static readonly HashSet<string> Communities = new("community village town settlement colony commune camp congregation flock membership household population hamlet".Split(' '), StringComparer.Ordinal);

    /// <summary>True for a number of places to sleep: "beds for no more than 150".</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="start">First unit of the figure, its hedge included.</param>
    public static bool AreBedsFor(Unit[] units, int start) => start > 1 && units[start - 1].Is("for") && units[start - 2].Lower is "beds" or "bunks" or "berths";

    /// <summary>True for people counted where they are: "a community of about 300 souls", "there are 220 people", "what I found was 220 people".</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="start">First unit of the figure, its hedge included.</param>
    public static bool IsWhereTheyAre(Unit[] units, int start) => start > 1 && (units[start - 1].Is("of")
        ? Communities.Contains(units[start - 2].Lemma)
        : units[start - 1].Role == Role.Be && units[start - 2].Lower is "there" or "found");

    /// <summary>True for an age after a form of "be": "who is now 69,", "he is 70 or thereabouts".</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="at">Unit of the number.</param>
    /// <param name="end">First unit behind it.</param>
    public static bool IsOfAge(Unit[] units, int at, int end)
    {
        var be = at > 0 && units[at - 1].Lower is "now" or "just" or "only" or "about" or "nearly" or "almost" ? at - 2 : at - 1;
        if (be < 1 || units[be].Lower is not ("is" or "was" or "'s" or "’s") || !(units[be - 1].Lower is "who" or "he" or "she" || units[be - 1].Role == Role.Name)) return false;
        return end == units.Length || units[end].Lower is "," or "." or "and" or ";" or "when" or "or" or "—" or "-";
    }

    /// <summary>Whose age it is: the nearest name before it, when no other number stands between.</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="at">Unit of the number.</param>
    public static string? Aged(Unit[] units, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 8) && units[i].Role != Role.Number; i--)
            if (units[i].Role == Role.Name) return units[i].Lower;
        return null;
    }
}
