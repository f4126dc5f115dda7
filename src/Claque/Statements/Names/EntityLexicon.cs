using System.Collections.Frozen;

namespace Claque.Statements.Names;

/// <summary>Words that tell what a name stands for; the lists are in names.txt.</summary>
internal static class EntityLexicon
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = Grammar.WordTable.Lines("names.txt")
        .Select(line => line.Split(": ", 2)).ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Institutions = Lists["organisation"], Places = Lists["place"], Titles = Lists["title"], Female = Lists["female"], Male = Lists["male"],
        ForOrganisations = Lists["the-organisation"], ForPlaces = Lists["the-place"], Papers = Lists["paper"];

    private static readonly FrozenDictionary<string, string[]> Longer = Lists["short"].Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1].Split('/'), StringComparer.Ordinal);

    /// <summary>The given names that a short one can stand for: <c>thomas</c> for <c>tom</c>; none for others.</summary>
    public static string[] LongFor(string given) => Longer.GetValueOrDefault(given, []);

    /// <summary>True for a head word of institutions: council, ministry.</summary>
    public static bool IsInstitution(string word) => Institutions.Contains(word) || Papers.Contains(word);

    /// <summary>True for a head word of places: camp, valley.</summary>
    public static bool IsPlace(string word) => Places.Contains(word);

    /// <summary>True for a title or trade before a person's name.</summary>
    public static bool IsTitle(string word) => Titles.Contains(word);

    /// <summary>True for a given name that is common enough to tell a person.</summary>
    public static bool IsGiven(string word) => Female.Contains(word) || Male.Contains(word);

    /// <summary><c>f</c>, <c>m</c> or nothing known.</summary>
    public static char GenderOf(string word) => Female.Contains(word) ? 'f' : Male.Contains(word) ? 'm' : '-';

    /// <summary>True for a noun that any organisation can be meant by: the group, the movement.</summary>
    public static bool IsAnyBody(string noun) => noun is "group" or "movement" or "organization" or "organisation" or "outfit" or "body" or "faction";

    /// <summary>True for a word of a newspaper's or a station's name.</summary>
    public static bool IsPaper(string word) => Papers.Contains(word);

    /// <summary>True when a body whose name has the word can be meant by the noun: "the company" by a name with Corporation.</summary>
    public static bool IsHeadFor(string noun, string word) => noun == word || noun switch
    {
        "company" or "firm" or "corporation" => word is "company" or "corporation" or "inc" or "ltd" or "plc" or "industries" or "holdings" or "mining",
        "charity" or "foundation" or "trust" => word is "charity" or "foundation" or "trust" or "fund",
        "paper" or "newspaper" => IsPaper(word),
        _ => false,
    };

    /// <summary>Nouns that mean an organisation or a place named before: "the group", "the compound".</summary>
    public static EntityKind Described(string noun) => ForOrganisations.Contains(noun) ? EntityKind.Organisation : ForPlaces.Contains(noun) ? EntityKind.Place : EntityKind.Unknown;
}
