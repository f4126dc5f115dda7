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
        foreach (var sentence in text.Sentences) Read(text, sentence, figures);
        figures.Sort((a, b) => a.Span.CompareTo(b.Span));
        return figures;
    }

    private static void Read(ParsedText text, Sentence sentence, List<Figure> into)
    {
        var units = sentence.Units;
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i].Role == Role.Quote)
                foreach (var inner in text.Inside(units[i].Quote)) Read(text, inner, into);
            else if (Amount.At(text.Document.Text, units, i) is { } amount)
            {
                if (FigureOf(text.Document.Text, units, i, amount) is { } figure) into.Add(figure);
                i = amount.End - 1;
            }
        }
    }

    private static Figure? FigureOf(string text, Unit[] units, int at, Amount amount)
    {
        var before = at > 0 ? units[at - 1] : default;
        var after = amount.End < units.Length ? units[amount.End] : default;
        if (IsDate(units, at, amount)) return Made(text, units, at, amount, UnitKind.Date, "", at, amount.End, [], 1);
        if (before.Word is not null && before.Capital && before.Role is Role.Name && amount.IsDigits && amount.Value < 1000 && !before.Is("the") && before.End + 1 == units[at].Start && !HasUnit(units, amount.End)) return null;
        if (after.Word is not null && (after.Is(":") && after.Start == units[amount.End - 1].End || after.Lower is "am" or "pm" or "a.m." or "p.m." or "a.m" or "p.m")) return null;
        var age = AgeEnd(text, units, at, amount);
        if (age > 0) return Made(text, units, at, amount, UnitKind.Age, "year", at, age, [], 1);
        var money = before.Word is not null && text[units[at - 1].Start] is '$' or '€' or '£' or '¥';
        if (money) return Made(text, units, at - 1, amount, UnitKind.Money, text[units[at - 1].Start].ToString(), at - 1, amount.End, [], 1);
        var head = Head(units, amount.End, out var modifiers);
        if (head < 0)
        {
            var predicate = Nearest(units, at, amount.End);
            if (predicate.Length == 0 && amount.Value >= 20 && NumberOf(units, at)) return Made(text, units, at, amount, UnitKind.People, "people", at, amount.End, modifiers, 1) with { Predicate = "lives" };
            return predicate.Length == 0 || amount is { Value: < 2, IsDigits: false } ? null : Made(text, units, at, amount, UnitKind.People, "people", at, amount.End, modifiers, 1);
        }

        var lemma = units[head].Role == Role.Name ? "people" : Singular(units[head]);
        if (units[head].Is("%")) return Made(text, units, at, amount, UnitKind.Percent, "percent", at, head + 1, modifiers, 1);
        if (FigureLexicon.Units.TryGetValue(lemma, out var unit)) return Made(text, units, at, amount, unit.Kind, unit.Kind == UnitKind.Money ? Currency(lemma) : lemma, at, head + 1, modifiers, unit.Factor);
        if (amount.Value >= 20 && FigureLexicon.IsCurrency(lemma)) return Made(text, units, at, amount, UnitKind.Money, lemma, at, head + 1, modifiers, 1);
        // "One person was arrested" counts; "one thing" does not.
        if (amount is { Value: 1, IsDigits: false } && !(FigureLexicon.IsEverybody(lemma) && Nearest(units, at, amount.End).Length > 0)) return null;
        var people = FigureLexicon.IsEverybody(lemma) || units[head].Word.Entry.NounClass == 'p' || lemma is "child" or "man" or "woman" or "member" or "guard" or "force";
        return Made(text, units, at, amount, people ? UnitKind.People : UnitKind.Count, FigureLexicon.IsEverybody(lemma) || IsListOfPeople(units, head) ? "people" : lemma, at, head + 1, modifiers, 1);
    }

    // "puts the number at between 900 and 1,100", "a population of 2,000"
    private static bool NumberOf(Unit[] units, int at)
    {
        for (var i = Math.Max(0, at - 6); i < at; i++)
            if (units[i].Lower is "number" or "population" or "headcount") return true;
        return false;
    }

    private static string Currency(string lemma) => lemma switch { "dollar" or "cent" => "$", "euro" => "€", _ => "£" };

    private static Figure Made(string text, Unit[] units, int at, Amount amount, UnitKind kind, string unit, int first, int end, List<string> modifiers, double factor)
    {
        var (hedge, start, low, high) = Hedge(units, first, amount);
        var of = new List<string>();
        for (var i = Math.Max(0, at - 14); i < Math.Min(units.Length, end + 14); i++)
        {
            if ((i >= start && i < end) || units[i].Role is not (Role.Noun or Role.Name or Role.Verb or Role.Adjective) || NounPhrase.IsTime(units[i])) continue;
            of.Add(units[i].Role is Role.Name ? "@" + Names.NameForms.Fold(units[i].Lower) : Singular(units[i]));
        }

        // "900 workers in 2015": the year is the figure's own.
        if (end + 1 < units.Length && units[end].Is("in") && IsYear(text, units[end + 1])) of.Add("=" + units[end + 1].Lower);
        for (var i = 0; i < units.Length; i++)
            if (units[i].Role == Role.Number && units[i].End - units[i].Start == 4 && text[units[i].Start] is '1' or '2' && (i + 1 == units.Length || !units[i + 1].IsNominal) && (i < at || i >= end)) of.Add("#" + units[i].Lower);
        of.AddRange(units.Where(unit => unit.Capital && Months.Contains(unit.Lower) && unit.Lower != "may").Select(unit => "%" + unit.Lower));
        of.AddRange(modifiers.Select(modifier => "~" + modifier));
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
            Predicate = Displacing(units, end) ? "displaced" : Governing(units, start) is { Length: > 0 } governed ? governed : Nearest(units, at, end),
        };
    }

    // "men, women and children"
    private static bool IsListOfPeople(Unit[] units, int head) => head + 2 < units.Length && units[head].Lower is "men" or "women" or "children"
        && units[head + 1].Lower is "," or "and" && units[head + 2].Lower is "men" or "women" or "children";

    private static bool IsYear(string text, in Unit unit) => unit.Role == Role.Number && unit.End - unit.Start == 4 && text[unit.Start] is '1' or '2';

    // "310 people left their houses", "lost their homes"
    private static bool Displacing(Unit[] units, int end)
    {
        if (end >= units.Length || units[end].Role != Role.Verb || units[end].Lemma is not ("leave" or "lose" or "abandon" or "flee" or "quit")) return false;
        for (var i = end + 1; i < Math.Min(units.Length, end + 4); i++)
            if (units[i].Role == Role.Noun) return units[i].Lemma is "home" or "house" or "flat" or "village" or "land" or "farm" or "homes" or "houses";
        return false;
    }

    private static (string Hedge, int Start, double Low, double High) Hedge(Unit[] units, int first, Amount amount)
    {
        _ = amount;
        foreach (var (words, parts, low, high) in FigureLexicon.Hedges)
        {
            if (first < parts.Length) continue;
            var fits = true;
            for (var k = 0; k < parts.Length && fits; k++) fits = units[first - parts.Length + k].Is(parts[k]);
            if (fits) return (words, first - parts.Length, low, high);
        }

        return ("", first, 1, 1);
    }

    private static bool HasUnit(Unit[] units, int at) => at < units.Length && units[at].Role == Role.Noun && units[at].Word.Entry.IsPlural;

    // The noun that is counted: behind adjectives, and behind "of its".
    private static int Head(Unit[] units, int at, out List<string> modifiers)
    {
        modifiers = [];
        var head = -1;
        for (var i = at; i < Math.Min(units.Length, at + 7); i++)
        {
            var role = units[i].Role;
            if (units[i].Is("%")) return i;
            if (units[i].Is("percent") || (units[i].Is("per") && i + 1 < units.Length && units[i + 1].Is("cent"))) return units[i].Is("per") ? i + 1 : i;
            // "1,400 Harandis"
            if (role is Role.Name && head < 0 && i == at && units[i].Lower.EndsWith('s') && units[i].Lower.Length > 4) return i;
            if (role is Role.Noun)
            {
                if (head >= 0) modifiers.Add(Singular(units[head]));
                head = i;
            }
            else if (head >= 0) break;
            else if (role is Role.Adjective or Role.Name) modifiers.Add(units[i].Lower);
            else if (role == Role.Verb && (units[i].Form & (VerbForm.Participle | VerbForm.Ing)) != 0 && i + 1 < units.Length && units[i + 1].Role is Role.Noun or Role.Adjective) modifiers.Add(units[i].Lemma);
            else if (units[i].Lower is "of" or "the" or "its" or "their" or "his" or "her" or "more" or "other" or "additional" or "-")
            {
                if (units[i].Lower is "more" or "other" or "additional") modifiers.Add("more");
            }
            else break;
        }

        if (at > 1 && units[Math.Max(0, at - 2)].Is("another")) modifiers.Add("more");
        return head;
    }

    private static string Singular(in Unit unit) => unit.Lower switch
    {
        "people" or "men" or "women" or "children" => unit.Lower switch { "people" => "people", "men" => "man", "women" => "woman", _ => "child" },
        _ => unit.Role == Role.Noun && unit.Word.Entry.IsPlural && unit.Word.Entry.Verb > 0 && unit.Lower.EndsWith('s') ? unit.Lower.EndsWith("ies", StringComparison.Ordinal) && unit.Lower.Length > 4 ? unit.Lower[..^3] + "y" : unit.Lower[..^1] : unit.Lemma,
    };

    // "killing at least 10 people, injuring others": the verb right before the number, unless it is a passive or "leaving … injured".
    private static string Governing(Unit[] units, int start)
    {
        // "the slayings of two women", "the arrest of the 23 pirates"
        var of = start > 0 && units[start - 1].Role == Role.Determiner ? start - 2 : start - 1;
        if (of > 0 && units[of].Is("of") && units[of - 1].Role == Role.Noun && FigureLexicon.Predicate(Singular(units[of - 1])) is { Length: > 0 } named) return named;
        if (start < 1 || units[start - 1].Role != Role.Verb || units[start - 1].Lemma == "leave") return "";
        if (start > 1 && units[start - 2].Role == Role.Be) return "";
        return FigureLexicon.Predicate(units[start - 1].Lemma);
    }

    // The class of the nearest word that has one: behind the noun first, then before the number.
    private static string Nearest(Unit[] units, int from, int to)
    {
        // "two wounded men", "four murder victims", "23 arrested pirates"
        for (var i = from + 1; i < to - 1; i++)
            if (units[i].Role is Role.Verb or Role.Adjective or Role.Noun && FigureLexicon.Predicate(units[i].Lemma) is "died" or "injured" or "arrested" or "missing" or "displaced") return FigureLexicon.Predicate(units[i].Lemma);
        // "Three people, one of them a nurse, were killed"
        if (to < units.Length && units[to].Is(","))
            for (var i = to + 1; i + 2 < Math.Min(units.Length, to + 10); i++)
                if (units[i].Is(",") && units[i + 1].Role is Role.Be or Role.Have && FigureLexicon.Predicate(units[i + 2].Lemma) is { Length: > 0 } behind) return behind;
        for (var distance = 0; distance < 9; distance++)
        {
            foreach (var i in (ReadOnlySpan<int>)[to + distance, from - 1 - distance])
            {
                if (i < 0 || i >= units.Length || units[i].Role is not (Role.Verb or Role.Noun or Role.Adjective)) continue;
                var found = FigureLexicon.Predicate(units[i].Lemma);
                if (found.Length == 0) found = FigureLexicon.Predicate(Singular(units[i]));
                if (found.Length > 0) return found;
            }
        }

        for (var i = from; i < to; i++)
            if (units[i].Role is Role.Noun && FigureLexicon.Predicate(Singular(units[i])) is { Length: > 0 } inside) return inside;
        return "";
    }

    private static bool IsDate(Unit[] units, int at, Amount amount)
    {
        var before = at > 0 ? units[at - 1].Lower.TrimEnd('.') : "";
        var dotted = at > 1 && units[at - 1].Is(".") ? units[at - 2].Lower : "";
        if (amount.IsDigits && (Months.Contains(before) && units[at - 1].Capital || Months.Contains(dotted)) && amount.Value is <= 31 or > 1500 and < 2100) return true;
        if (amount.IsDigits && amount.End < units.Length && Months.Contains(units[amount.End].Lower) && units[amount.End].Capital && amount.Value <= 31) return true;
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
        if (amount.End + 1 < units.Length && units[amount.End].Is("years") && units[amount.End + 1].Is("old")) return amount.End + 2;
        if (amount.End + 1 < units.Length && units[amount.End].Is("-") && units[amount.End + 1].Lower.StartsWith("year-old", StringComparison.Ordinal)) return amount.End + 2;
        return at > 1 && units[at - 1].Is(",") && units[at - 2].Role == Role.Name && amount.End < units.Length && units[amount.End].Lower is "," or "." && amount.IsDigits ? amount.End : 0;
    }

    internal static double Parsed(ReadOnlySpan<char> digits) => double.TryParse(digits.ToString().Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
