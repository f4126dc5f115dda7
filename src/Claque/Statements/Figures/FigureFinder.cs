using System.Globalization;
using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Statements.Figures;

/// <summary>Finds the figures of a text.</summary>
public static class FigureFinder
{
    private static readonly HashSet<string> Months = new("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".Split(' '), StringComparer.Ordinal);

    /// <summary>The figures of a document in order, quotations included.</summary>
    /// <remarks>Numbers that belong to a name (<c>Camp 3</c>), ordinals, scores and clock times are no figures; years and dates are kept as dates.</remarks>
    public static IReadOnlyList<Figure> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Of(new ParsedText(document));
    }

    internal static IReadOnlyList<Figure> Of(ParsedText text)
    {
        var figures = new List<Figure>();
        for (var i = 0; i < text.Sentences.Count; i++) Read(text, text.Sentences[i], new Before(text.Sentences, i), figures);
        figures.Sort((a, b) => a.Span.CompareTo(b.Span));
        return figures;
    }

    private static void Read(ParsedText text, Sentence sentence, Before before, List<Figure> into)
    {
        var units = sentence.Units;
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i].Role == Role.Quote)
            {
                // What opens a quotation answers to the telling before it.
                var inner = text.Inside(units[i].Quote);
                for (var k = 0; k < inner.Count; k++) Read(text, inner[k], k == 0 ? before : new Before(inner, k), into);
            }
            else if (Amount.At(text.Document.Text, units, i) is { } amount)
            {
                if (FigureOf(text.Document.Text, units, i, amount, before) is { } figure) into.Add(figure);
                i = amount.End - 1;
            }
        }
    }

    private static Figure? FigureOf(string text, Unit[] units, int at, Amount amount, Before told)
    {
        var before = at > 0 ? units[at - 1] : default;
        var after = amount.End < units.Length ? units[amount.End] : default;
        if (amount.Noun.Length > 0) return Joined(text, units, at, amount);
        if (IsDate(units, at, amount)) return Made(text, units, at, amount, UnitKind.Date, "", at, amount.End, [], 1);
        if (before.Word is not null && before.Capital && before.Role is Role.Name && amount.IsDigits && amount.Value < 1000 && !before.Is("the") && before.End + 1 == units[at].Start && !HasUnit(units, amount.End)) return null;
        // "14 AK 47 rifles"
        if (before.Word is not null && before.Role is Role.Name or Role.Noun && amount.IsDigits && before.End - before.Start is > 1 and < 5 && before.End + 1 == units[at].Start && IsUpper(text, before)) return null;
        // "7:42"
        if (at > 1 && before.Is(":") && amount.IsDigits && units[at - 2].Role == Role.Number && units[at - 2].End == before.Start) return null;
        if (after.Word is not null && (after.Is(":") && after.Start == units[amount.End - 1].End || after.Lower is "am" or "pm" or "a.m." or "p.m." or "a.m" or "p.m")) return null;
        var age = AgeEnd(text, units, at, amount);
        if (age > 0) return Aged(Made(text, units, at, amount, UnitKind.Age, "year", at, age, [], 1), units, at, told);
        var money = before.Word is not null && text[units[at - 1].Start] is '$' or '€' or '£' or '¥';
        if (money) return Made(text, units, at - 1, amount, UnitKind.Money, text[units[at - 1].Start].ToString(), at - 1, amount.End, [], 1);
        if (Predicates.Undergone(units, amount.End) is { Length: > 0 }) return Made(text, units, at, amount, UnitKind.People, "people", at, amount.End + 1, [], 1);
        var counted = CountedNoun.Of(text, units, at, amount);
        return counted.Head < 0 ? Alone(text, units, at, amount, counted.Modifiers, told) : Counted(text, units, at, amount, counted);
    }

    // "a 2,507-member council", "fell 200m"
    private static Figure? Joined(string text, Unit[] units, int at, Amount amount) =>
        FigureLexicon.Units.TryGetValue(amount.Noun, out var unit)
            ? Made(text, units, at, amount, unit.Kind, unit.Kind == UnitKind.Money ? Currency(amount.Noun) : amount.Noun, at, amount.End, [], unit.Factor)
            : Made(text, units, at, amount, FigureLexicon.IsEverybody(amount.Noun) || amount.Noun is "man" or "woman" or "child" or "member" ? UnitKind.People : UnitKind.Count, amount.Noun, at, amount.End, [], 1);

    // "the number of dead at 70", "40 were arrested"
    private static Figure? Alone(string text, Unit[] units, int at, Amount amount, List<string> modifiers, Before told)
    {
        // "Perhaps two dozen have gone since."
        if (Ellipses.HaveGone(units, amount.End) || Ellipses.HadGo(units, Hedge(units, at).Start, amount.End)) return Made(text, units, at, amount, UnitKind.People, "people", at, amount.End, [], 1) with { Predicate = "left" };
        if (Ellipses.Predicate(units, at, amount.End, told) is { Length: > 0 } leaning) return Made(text, units, at, amount, UnitKind.People, "people", at, amount.End, modifiers, 1) with { Predicate = leaning };
        if (Ellipses.Compared(text, units, Hedge(units, at).Start) is var past and >= 0 && Amount.At(text, units, past) is { } then && CountedNoun.Of(text, units, past, then) is { Head: >= 0 } noun)
        {
            var now = Counted(text, units, past, then, noun);
            return now is null ? null : Made(text, units, at, amount, now.Kind, now.Unit, at, amount.End, modifiers, 1) with { Predicate = now.Predicate, Of = [.. now.Of.Where(word => word[0] is not ('=' or '#' or '>')), .. Spells.OfDay(units, amount.End) is { } day ? new[] { ">" + day } : []] };
        }

        if (Settlements.AreBedsFor(units, Hedge(units, at).Start)) return Made(text, units, at, amount, UnitKind.People, "people", at, amount.End, modifiers, 1) with { Predicate = "lives" };
        var predicate = Predicates.Nearest(units, at, amount.End, out _);
        if (FigureLexicon.IsOfThings(predicate)) return null;
        if (predicate.Length == 0 && amount.Value >= 20 && NumberOf(units, at)) return Made(text, units, at, amount, UnitKind.People, "people", at, amount.End, modifiers, 1) with { Predicate = "lives" };
        return predicate.Length == 0 || amount is { Value: < 2, IsDigits: false } ? null : Made(text, units, at, amount, UnitKind.People, "people", at, amount.End, modifiers, 1);
    }

    private static Figure? Counted(string text, Unit[] units, int at, Amount amount, CountedNoun counted)
    {
        var (head, end, modifiers) = counted;
        var lemma = units[head].Role == Role.Name ? "people" : CountedNoun.Counted(units[head]);
        if (units[head].Is("%") || (units[head].Is("cent") && units[head - 1].Is("per"))) return Made(text, units, at, amount, UnitKind.Percent, "percent", at, end, modifiers, 1);
        if (FigureLexicon.Units.TryGetValue(lemma, out var unit)) return Made(text, units, at, amount, unit.Kind, unit.Kind == UnitKind.Money ? Currency(lemma) : lemma, at, end, modifiers, unit.Factor);
        if (amount.Value >= 20 && FigureLexicon.IsCurrency(lemma)) return Made(text, units, at, amount, UnitKind.Money, lemma, at, end, modifiers, 1);
        // "two deaths" are as many people; "two arrests" may be in one night of many.
        if (FigureLexicon.IsFate(lemma)) return Made(text, units, at, amount, UnitKind.People, FigureLexicon.Predicate(lemma) == "died" ? "people" : lemma, at, end, modifiers, 1) with { Predicate = FigureLexicon.Predicate(lemma) };
        // "One person was arrested" counts; "one thing" does not.
        if (amount is { Value: 1, IsDigits: false } && !(FigureLexicon.IsEverybody(lemma) && Predicates.Nearest(units, at, amount.End, out _).Length > 0)) return null;
        var people = FigureLexicon.IsEverybody(lemma) || units[head].Word.Entry.NounClass == 'p' || lemma is "child" or "man" or "woman" or "member" or "guard" or "force" or "troop" or "personnel" || (IsAgent(lemma) && FigureLexicon.IsFateClass(Predicates.Nearest(units, at, end, out _)));
        return Made(text, units, at, amount, people ? UnitKind.People : UnitKind.Count, FigureLexicon.IsEverybody(lemma) || IsListOfPeople(units, head) ? "people" : lemma, at, BehindListOfPeople(units, head, end), modifiers, 1);
    }

    // "He is 70": the name that tells who he is stands further back.
    private static Figure Aged(Figure figure, Unit[] units, int at, Before told) =>
        figure.Of.Any(word => word[0] == '^') || !Array.Exists(units[Math.Max(0, at - 3)..at], unit => unit.Lower is "he" or "she") || Ellipses.Aged(told) is not { } owner
            ? figure : figure with { Of = [.. figure.Of, "^" + Names.NameForms.Fold(owner)] };

    // "23 pirates, 12 of them Somali", "Of the 23, 12 are Somali", "12 Somali and 11 Yemeni suspects": less than the sentence speaks of. "So far": less than there will be.
    private static bool IsPart(string text, Unit[] units, int at, int end, Amount amount)
    {
        if (at > 1 && units[at - 1].Is("and") && units[at - 2].Role is Role.Adjective or Role.Name) return true;
        if (end + 1 < units.Length && units[end].Is("and") && (units[end - 1].Role is Role.Adjective || units[end - 1].Capital) && Amount.At(text, units, end + 1) is not null) return true;
        for (var i = 1; i < units.Length; i++)
            if (units[i].Is("far") && units[i - 1].Lower is "so" or "thus") return true;
        if (AreMoreAdded(text, units, end)) return true;
        // "and 600 were killed" is a claim of its own.
        if (end > amount.End || (end + 1 < units.Length && units[end].Role == Role.Be && Predicates.Undergone(units, end + 1).Length > 0)) return false;
        for (var i = 0; i < at; i++)
            if (Amount.At(text, units, i) is { IsYear: false } whole && whole.Value > amount.Value && !HasCalendar(units, whole.End)) return true;
        return false;
    }

    // "two officials and at least five other people"
    private static bool AreMoreAdded(string text, Unit[] units, int end)
    {
        if (end >= units.Length || !units[end].Is("and")) return false;
        for (var i = end + 1; i < Math.Min(units.Length, end + 4); i++)
            if (Amount.At(text, units, i) is { } more)
                return Predicates.Undergone(units, more.End).Length == 0 && CountedNoun.Of(text, units, i, more) is { Head: >= 0 } added && (units[added.Head].Word.Entry.NounClass == 'p' || FigureLexicon.IsAnybody(CountedNoun.Counted(units[added.Head])));
        return false;
    }

    private static bool HasCalendar(Unit[] units, int at) => at < units.Length && (units[at].Is("-") || FigureLexicon.Units.ContainsKey(CountedNoun.Singular(units[at])));

    // "puts the number at between 900 and 1,100", "a population of 2,000"
    private static bool NumberOf(Unit[] units, int at)
    {
        for (var i = Math.Max(0, at - 6); i < at; i++)
            if (units[i].Lower is "number" or "population" or "headcount") return true;
        return false;
    }

    private static bool IsUpper(string text, in Unit unit) => !text.AsSpan(unit.Start, unit.End - unit.Start).ContainsAnyExceptInRange('A', 'Z');

    private static string Currency(string lemma) => lemma switch { "dollar" or "cent" => "$", "euro" => "€", _ => "£" };

    private static Figure Made(string text, Unit[] units, int at, Amount amount, UnitKind kind, string unit, int first, int end, List<string> modifiers, double factor)
    {
        var (hedge, start, low, high) = Hedge(units, first);
        if (hedge.Length == 0) (hedge, low, high) = HedgeBehind(units, amount.End);
        var of = new List<string>();
        var setting = Setting(units, at);
        for (var i = setting > 0 ? 0 : Math.Max(0, at - Around); i < Math.Min(units.Length, end + Around); i++)
        {
            if ((i >= setting && i < at - Around) || (i >= start && i < end) || units[i].Role is not (Role.Noun or Role.Name or Role.Verb or Role.Adjective) || NounPhrase.IsTime(units[i]) || IsOfMedium(units, i)) continue;
            of.Add(units[i].Role is Role.Name ? "@" + Names.NameForms.Fold(units[i].Lower) : CountedNoun.Singular(units[i]));
        }

        if (kind == UnitKind.Distance && Distances.MeasuredFrom(units, end) is { } thing) of.Add("<" + thing);
        if ((Spells.OfDay(units, end) ?? Spells.Of(units)) is { } spell) of.Add(">" + spell);
        // "900 workers in 2015": the year is the figure's own.
        if (end + 1 < units.Length && units[end].Is("in") && IsYear(text, units[end + 1])) of.Add("=" + units[end + 1].Lower);
        for (var i = 0; i < units.Length; i++)
            if (units[i].Role == Role.Number && units[i].End - units[i].Start == 4 && text[units[i].Start] is '1' or '2' && (i + 1 == units.Length || !units[i + 1].IsNominal) && (i < at || i >= end) && !IsAside(units, i, at)) of.Add("#" + units[i].Lower);
        of.AddRange(units.Where(unit => unit.Capital && Months.Contains(unit.Lower) && unit.Lower != "may").Select(unit => "%" + unit.Lower[..3]));
        of.AddRange(modifiers.Select(modifier => "~" + modifier));
        var predicate = Predicates.Of(units, at, start, end, out var isSure);
        if (predicate.Length == 0 && kind == UnitKind.People && FigureLexicon.IsEverybody(unit) && amount.Value >= 20 && Settlements.IsWhereTheyAre(units, start)) predicate = "lives";
        if (kind == UnitKind.Age && Settlements.Aged(units, at) is { } aged) of.Add("^" + Names.NameForms.Fold(aged));
        if (!isSure) of.Add("?");
        if (IsPart(text, units, at, end, amount)) of.Add("&");
        return new Figure
        {
            Span = new TextSpan(units[start].Start, units[end - 1].End),
            Number = new TextSpan(units[at].Start, units[amount.End - 1].End),
            Low = (amount.IsVague ? amount.Low : amount.Low * low) * factor,
            High = (amount.IsVague ? amount.High : double.IsInfinity(high) ? high : amount.High * high) * factor,
            Value = amount.Value * factor,
            Hedge = hedge,
            Kind = kind,
            Unit = unit,
            Of = of,
            Predicate = predicate,
        };
    }

    private const int Around = 14;

    // "In a long room over the dairy, …": where the phrase ends that says where all of it happens; 0 for none.
    private static int Setting(Unit[] units, int at) => units[0].Lower is "in" or "at" or "inside" or "above" or "behind" or "under" or "beneath" ? Math.Max(0, Array.FindIndex(units, 0, at, unit => unit.Is(","))) : 0;

    // "which was refused access in 2020,": a year within an insert is none of the figure's.
    private static bool IsAside(Unit[] units, int year, int at)
    {
        var (from, to) = (Math.Min(year, at), Math.Max(year, at));
        var close = Array.FindLastIndex(units, to - 1, to - from, unit => unit.Is(","));
        var open = close > 0 && year < at ? Array.FindLastIndex(units, year, year + 1, unit => unit.Is(",")) : -1;
        return open >= 0 && open + 1 < year && units[open + 1].Lower is "which" or "who" or "whose" or "where";
    }

    // "told the AFP news agency", "Iranian state television": who passed it on is not what it is of.
    private static bool IsOfMedium(Unit[] units, int at)
    {
        if (!units[at].Capital) return false;
        for (var i = at + 1; i < Math.Min(units.Length, at + 4) && units[i].Role is Role.Noun or Role.Name or Role.Adjective; i++)
            if (units[i].Lower is "agency" or "newspaper" or "television" or "tv" or "radio" or "daily" or "tabloid") return true;
        return false;
    }

    // "climbers", "cyclists": in no list, but they die, and are rescued.
    private static bool IsAgent(string lemma) => lemma.Length > 5 && (lemma.EndsWith("er", StringComparison.Ordinal) || lemma.EndsWith("or", StringComparison.Ordinal) || lemma.EndsWith("ist", StringComparison.Ordinal) || lemma.EndsWith("ee", StringComparison.Ordinal));

    // "men, women and children"
    private static bool IsListOfPeople(Unit[] units, int head) => head + 2 < units.Length && units[head].Lower is "men" or "women" or "children"
        && units[head + 1].Lower is "," or "and" && units[head + 2].Lower is "men" or "women" or "children";

    // The whole list is counted: its last noun is the subject of what follows.
    private static int BehindListOfPeople(Unit[] units, int head, int end)
    {
        for (var i = head; IsListOfPeople(units, i); i = end - 1) end = i + 3;
        return end;
    }

    private static bool IsYear(string text, in Unit unit) => unit.Role == Role.Number && unit.End - unit.Start == 4 && text[unit.Start] is '1' or '2';

    private static (string Hedge, int Start, double Low, double High) Hedge(Unit[] units, int first)
    {
        foreach (var (words, parts, low, high) in FigureLexicon.Hedges)
        {
            if (first < parts.Length) continue;
            var fits = true;
            for (var k = 0; k < parts.Length && fits; k++) fits = units[first - parts.Length + k].Is(parts[k]);
            if (fits) return (words, first - parts.Length, low, high);
        }

        return ("", first, 1, 1);
    }

    // "900 or so", "70 or thereabouts", "30 or more"
    private static (string Hedge, double Low, double High) HedgeBehind(Unit[] units, int at) => at + 1 < units.Length && units[at].Is("or") ? units[at + 1].Lower switch
    {
        "so" => ("or so", .9, 1.1),
        "thereabouts" => ("or thereabouts", .9, 1.1),
        "more" => ("or more", 1, double.PositiveInfinity),
        _ => ("", 1, 1),
    } : ("", 1, 1);

    private static bool HasUnit(Unit[] units, int at) => at < units.Length && units[at].Role == Role.Noun && units[at].Word.Entry.IsPlural;

    private static bool IsDate(Unit[] units, int at, Amount amount)
    {
        var before = at > 0 ? units[at - 1].Lower.TrimEnd('.') : "";
        var dotted = at > 1 && units[at - 1].Is(".") ? units[at - 2].Lower : "";
        if (amount.IsDigits && (Months.Contains(before) && units[at - 1].Capital || Months.Contains(dotted)) && amount.Value is <= 31 or > 1500 and < 2100) return true;
        if (amount.IsDigits && amount.End < units.Length && Months.Contains(units[amount.End].Lower) && units[amount.End].Capital && amount.Value <= 31) return true;
        // "the 1967 slayings", "a 1999 incident"
        if (amount.IsYear && amount.Value is > 1900 and < 2100 && amount.Value % 100 != 0 && at > 0 && units[at - 1].Role is Role.Determiner or Role.Possessive) return true;
        return amount.IsYear && (amount.End >= units.Length || units[amount.End].Role is not (Role.Noun or Role.Adjective) || before is "in" or "since" or "by" or "until" or "of") && before is not ("$" or "€" or "£" or "about" or "than" or "least" or "nearly" or "over");
    }

    // "45-year-old", "aged 45", ", 45,"
    private static int AgeEnd(string text, Unit[] units, int at, Amount amount)
    {
        if (amount.Value is < 1 or > 120) return 0;
        var word = text[units[at].Start..units[at].End];
        if (word.Contains("-year-old", StringComparison.OrdinalIgnoreCase)) return at + 1;
        if (at > 0 && units[at - 1].Lower is "aged" or "age") return amount.End;
        // "children over six"
        if (at > 1 && units[at - 1].Lower is "over" or "under" or "above" or "below" && units[at - 2].Lower is "children" or "boys" or "girls" or "pupils" or "those" && amount.Value < 19) return amount.End;
        // "who is now 69,"
        if (amount.Value > 15 && Settlements.IsOfAge(units, at, amount.End)) return amount.End;
        if (amount.End + 1 < units.Length && units[amount.End].Is("years") && units[amount.End + 1].Is("old")) return amount.End + 2;
        if (amount.End + 1 < units.Length && units[amount.End].Is("-") && units[amount.End + 1].Lower.StartsWith("year-old", StringComparison.Ordinal)) return amount.End + 2;
        return at > 1 && units[at - 1].Is(",") && units[at - 2].Role == Role.Name && amount.End < units.Length && units[amount.End].Lower is "," or "." && amount.IsDigits ? amount.End : 0;
    }

    internal static double Parsed(ReadOnlySpan<char> digits) => double.TryParse(digits.ToString().Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
