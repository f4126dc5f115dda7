using System.Collections.Frozen;
using Claque.Statements.Grammar;

namespace Claque.Statements.Figures;

/// <summary>Number words, hedges and predicate classes.</summary>
internal static class FigureLexicon
{
    public static readonly FrozenDictionary<string, double> Words = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, double> Scales = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
        ["dozen"] = 12,
        ["m"] = 1e6,
        ["bn"] = 1e9,
        ["k"] = 1000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Quantities without a number: lowest and highest value.</summary>
    public static readonly FrozenDictionary<string, (double Low, double High)> Vague = new Dictionary<string, (double, double)>(StringComparer.Ordinal)
    {
        ["dozens"] = (24, 99),
        ["scores"] = (40, 99),
        ["hundreds"] = (200, 999),
        ["thousands"] = (2000, 99_999),
        ["millions"] = (2e6, 999e6),
        ["several"] = (3, 9),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Hedges, longest first, with the share of the value below and above that they allow.</summary>
    public static readonly (string Words, string[] Parts, double Low, double High)[] Hedges =
    [
        .. new (string, double, double)[]
        {
            ("more than", 1, double.PositiveInfinity), ("at least", 1, double.PositiveInfinity), ("no fewer than", 1, double.PositiveInfinity), ("no less than", 1, double.PositiveInfinity),
            ("upwards of", 1, double.PositiveInfinity), ("over", 1, double.PositiveInfinity), ("a minimum of", 1, double.PositiveInfinity), ("greater than", 1, double.PositiveInfinity), ("above", 1, double.PositiveInfinity), ("well over", 1, double.PositiveInfinity),
            ("up to", 0, 1), ("as many as", 0, 1), ("at most", 0, 1), ("no more than", 0, 1), ("not more than", 0, 1), ("fewer than", 0, 1), ("less than", 0, 1), ("under", 0, 1), ("below", 0, 1), ("a maximum of", 0, 1), ("as much as", 0, 1),
            ("almost", .85, 1), ("nearly", .85, 1), ("close to", .85, 1.05), ("just under", .85, 1), ("just over", 1, 1.15), ("slightly more than", 1, 1.15),
            ("about", .9, 1.1), ("around", .9, 1.1), ("approximately", .9, 1.1), ("roughly", .9, 1.1), ("some", .9, 1.1), ("probably", .9, 1.1), ("an estimated", .9, 1.1), ("estimated", .9, 1.1), ("perhaps", .9, 1.1), ("maybe", .9, 1.1), ("circa", .9, 1.1),
        }.OrderByDescending(hedge => hedge.Item1.Length).Select(hedge => (hedge.Item1, hedge.Item1.Split(' '), hedge.Item2, hedge.Item3)),
    ];

    private static readonly FrozenDictionary<string, string> Predicates = WordTable.Lines("predicates.txt").Select(line => line.Split(": ", 2))
        .SelectMany(parts => parts[1].Split(' ').Select(word => (word, parts[0]))).DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Everybody = "people person persons man woman men women individual individuals human soul souls resident residents inhabitant inhabitants victim victims other others".Split(' ')
        .Where(word => word is not ("man" or "woman" or "men" or "women")).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Families = WordTable.Lines("families.txt").Select(line => line.Split(": ", 2))
        .SelectMany(parts => parts[1].Split(' ').Select(word => (word, parts[0]))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>True for two nouns in base form that name one kind of thing: "firearm" and "shotgun".</summary>
    public static bool AreOfOneFamily(string a, string b) => Families.TryGetValue(a, out var x) && Families.TryGetValue(b, out var y) && x == y;

    /// <summary>The class of a word in its base form; empty for none.</summary>
    public static string Predicate(string lemma) => Predicates.TryGetValue(lemma, out var found) || (lemma.EndsWith('s') && Predicates.TryGetValue(lemma[..^1], out found)) ? found : "";

    /// <summary>True for a class that tells what befell people, once and for all to see.</summary>
    public static bool IsFateClass(string predicate) => predicate is "died" or "injured" or "arrested" or "missing" or "displaced" or "rescued";

    /// <summary>True for a class that is said of things and not of people.</summary>
    public static bool IsOfThings(string predicate) => predicate is "built" or "damaged" or "sold" or "paid" or "founded";

    /// <summary>True for a noun that names what befell one person: <c>death</c>, <c>arrest</c>.</summary>
    public static bool IsFate(string lemma) => Fates.Contains(lemma);

    private static readonly FrozenSet<string> Fates = "death fatality casualty killing slaying murder homicide drowning arrest detention injury rescue".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a word for people that says nothing of what they are or do.</summary>
    public static bool IsAnybody(string lemma) => IsEverybody(lemma) || IsFate(lemma) || lemma is "man" or "woman" or "adult" or "youth" or "suspect" or "teenager";

    /// <summary>True for a noun of money beside dollar, euro and pound; it is its own currency.</summary>
    public static bool IsCurrency(string lemma) => Currencies.Contains(lemma);

    private static readonly FrozenSet<string> Currencies = "crown mark franc peso rupee lira krona krone dinar dirham rial riyal rouble ruble yen yuan shekel zloty baht dram lari tenge naira rand cedi shilling florin guilder drachma escudo forint leu lev kuna rupiah ringgit dong taka".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a word that means people of any sort.</summary>
    public static bool IsEverybody(string lemma) => Everybody.Contains(lemma);

    public static readonly FrozenDictionary<string, (UnitKind Kind, double Factor)> Units = new Dictionary<string, (UnitKind, double)>(StringComparer.Ordinal)
    {
        ["day"] = (UnitKind.Duration, 1),
        ["week"] = (UnitKind.Duration, 7),
        ["month"] = (UnitKind.Duration, 30.4),
        ["year"] = (UnitKind.Duration, 365.25),
        ["decade"] = (UnitKind.Duration, 3652.5),
        ["hour"] = (UnitKind.Duration, 1 / 24.0),
        ["minute"] = (UnitKind.Duration, 1 / 1440.0),
        ["second"] = (UnitKind.Duration, 1 / 86400.0),
        ["century"] = (UnitKind.Duration, 36525),
        ["km"] = (UnitKind.Distance, 1000),
        ["kilometer"] = (UnitKind.Distance, 1000),
        ["kilometre"] = (UnitKind.Distance, 1000),
        ["ft"] = (UnitKind.Distance, .3048),
        ["mile"] = (UnitKind.Distance, 1609.344),
        ["meter"] = (UnitKind.Distance, 1),
        ["metre"] = (UnitKind.Distance, 1),
        ["foot"] = (UnitKind.Distance, .3048),
        ["feet"] = (UnitKind.Distance, .3048),
        ["yard"] = (UnitKind.Distance, .9144),
        ["inch"] = (UnitKind.Distance, .0254),
        ["percent"] = (UnitKind.Percent, 1),
        ["per-cent"] = (UnitKind.Percent, 1),
        ["dollar"] = (UnitKind.Money, 1),
        ["euro"] = (UnitKind.Money, 1),
        ["pound"] = (UnitKind.Money, 1),
        ["cent"] = (UnitKind.Money, .01),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
