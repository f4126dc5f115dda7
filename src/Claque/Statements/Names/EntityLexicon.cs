using System.Collections.Frozen;

namespace Claque.Statements.Names;

/// <summary>Words that tell what a name stands for; the lists are in names.txt.</summary>
internal static class EntityLexicon
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = Grammar.WordTable.Lines("names.txt")
        .Select(line => line.Split(": ", 2)).ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>True for a head word of institutions: council, ministry.</summary>
    public static bool IsInstitution(string word) => Lists["organisation"].Contains(word);

    /// <summary>True for a head word of places: camp, valley.</summary>
    public static bool IsPlace(string word) => Lists["place"].Contains(word);

    /// <summary>True for a title or trade before a person's name.</summary>
    public static bool IsTitle(string word) => Lists["title"].Contains(word);

    /// <summary>True for a given name that is common enough to tell a person.</summary>
    public static bool IsGiven(string word) => Lists["female"].Contains(word) || Lists["male"].Contains(word);

    /// <summary><c>f</c>, <c>m</c> or nothing known.</summary>
    public static char GenderOf(string word) => Lists["female"].Contains(word) ? 'f' : Lists["male"].Contains(word) ? 'm' : '-';

    /// <summary>Nouns that mean an organisation or a place named before: "the group", "the compound".</summary>
    public static EntityKind Described(string noun) => Lists["the-organisation"].Contains(noun) ? EntityKind.Organisation : Lists["the-place"].Contains(noun) ? EntityKind.Place : EntityKind.Unknown;
}
