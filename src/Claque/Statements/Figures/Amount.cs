using Claque.Statements.Grammar;

namespace Claque.Statements.Figures;

/// <summary>A number in digits or words.</summary>
/// <param name="End">First unit behind it.</param>
/// <param name="Value">Its value; the middle of a range.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="IsVague">True for "dozens" and the like.</param>
/// <param name="IsDigits">True when written in digits.</param>
/// <param name="IsYear">True for four digits that can be a year.</param>
internal sealed record Amount(int End, double Value, double Low, double High, bool IsVague, bool IsDigits, bool IsYear)
{
    /// <summary>The unit written with it: <c>member</c> of "2,507-member", <c>m</c> of "200m"; empty for none.</summary>
    public string Noun { get; init; } = "";

    /// <summary>The number that begins at a unit; null when none does.</summary>
    public static Amount? At(string text, Unit[] units, int at)
    {
        if (One(text, units, at) is not { } first) return null;
        // "a 40- to 60-hour course"
        if (first.End + 1 < units.Length && units[first.End].Is("-") && units[first.End + 1].Is("to")) first = first with { End = first.End + 1 };
        // "20 to 30", "20-30", "between 20 and 30"
        var between = at > 0 && units[at - 1].Is("between");
        if (first.End + 1 < units.Length && !first.IsVague && (units[first.End].Lower is "to" or "-" or "—" || (between && units[first.End].Is("and")) || (units[first.End].Is("or") && One(text, units, first.End + 1) is { } other && other.Value == first.Value + 1))
            && One(text, units, first.End + 1) is { } second && second.Value > first.Value && !(second.IsYear && first.IsYear))
        {
            var scaled = second.Value >= 1000 && first.Value < 100 && second.Value / first.Value > 500 ? first.Value * Scale(second.Value) : first.Value;
            return second with { Low = scaled, Value = (scaled + second.Value) / 2, High = second.Value, IsYear = false };
        }

        return first;
    }

    private static double Scale(double value) => value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1000;

    private static Amount? One(string text, Unit[] units, int at)
    {
        if (at >= units.Length) return null;
        ref var unit = ref units[at];
        if (unit.Role is Role.Sign or Role.Quote) return null;
        var lower = unit.Lower;
        if (FigureLexicon.Vague.TryGetValue(lower, out var vague)) return Vaguely(units, at, vague);
        if (unit.Is("a") && at + 1 < units.Length && FigureLexicon.Scales.TryGetValue(units[at + 1].Lower, out var one) && units[at + 1].Lower.Length > 2) return Exact(at + 2, one, digits: false);
        if (unit.Is("half") && at + 2 < units.Length && units[at + 1].Is("a") && FigureLexicon.Scales.TryGetValue(units[at + 2].Lower, out var half)) return half == 12 ? new Amount(at + 3, 6, 5, 7, true, false, false) : Exact(at + 3, half / 2, digits: false);
        // "a few dozen"
        if (unit.Is("a") && at + 2 < units.Length && units[at + 1].Is("few") && FigureLexicon.Scales.TryGetValue(units[at + 2].Lower, out var few) && units[at + 2].Lower.Length > 2) return new Amount(at + 3, 2 * few, 2 * few, 6 * few, true, false, false);
        if (Fraction(units, at) is { } fraction) return fraction;
        if (unit.Is("a") && at + 1 < units.Length && units[at + 1].Is("couple")) return Exact(at + 2, 2, digits: false);
        if (FigureLexicon.Words.ContainsKey(lower) || (lower.Contains('-') && lower.Split('-') is [var tens, var ones] && FigureLexicon.Words.ContainsKey(tens) && FigureLexicon.Words.ContainsKey(ones))) return InWords(units, at);
        if (lower is "dozen") return Exact(at + 1, 12, digits: false);
        if (!char.IsDigit(lower[0])) return null;
        var digits = lower;
        var dash = digits.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0)
        {
            if (digits.Contains("year-old", StringComparison.Ordinal)) return Exact(at + 1, FigureFinder.Parsed(digits.AsSpan(0, dash)), digits: true);
            if (WithNoun(units, at, digits, dash) is { } joined) return joined;
            var (from, to) = (FigureFinder.Parsed(digits.AsSpan(0, dash)), FigureFinder.Parsed(digits.AsSpan(dash + 1)));
            return double.IsNaN(from) || double.IsNaN(to) || to <= from ? null : new Amount(at + 1, (from + to) / 2, from, to, false, true, false);
        }

        var scaleAt = digits.Length;
        while (scaleAt > 0 && char.IsLetter(digits[scaleAt - 1])) scaleAt--;
        var suffix = digits[scaleAt..];
        if (IsMetres(text, units, at, suffix)) return Exact(at + 1, FigureFinder.Parsed(digits.AsSpan(0, scaleAt)), digits: true) with { Noun = suffix == "m" ? "metre" : suffix };
        if (suffix is "st" or "nd" or "rd" or "th" or "s" || (suffix.Length > 0 && !FigureLexicon.Scales.ContainsKey(suffix))) return null;
        var value = FigureFinder.Parsed(digits.AsSpan(0, scaleAt)) * FigureLexicon.Scales.GetValueOrDefault(suffix, 1);
        if (double.IsNaN(value)) return null;
        var end = at + 1;
        while (end < units.Length && FigureLexicon.Scales.TryGetValue(units[end].Lower, out var scale) && scale >= 12 && units[end].Lower.Length > 1)
        {
            value *= scale;
            end++;
        }

        return Exact(end, value, digits: true) with { IsYear = end == at + 1 && digits.Length == 4 && !text.AsSpan(unit.Start, 4).Contains(',') && value is > 1500 and < 2100 };
    }

    // "a fifth of the children", "two-thirds of them", not "a quarter of a mile"
    private static Amount? Fraction(Unit[] units, int at)
    {
        var one = units[at].Lower is "a" or "one";
        var end = one ? at + 2 : at + 1;
        if (end + 1 >= units.Length || !units[end].Is("of") || units[end + 1].Lower is "a" or "an") return null;
        double share = (one ? "one-" + units[at + 1].Lower : units[at].Lower) switch
        {
            "one-third" => 100 / 3.0,
            "one-quarter" => 25,
            "one-fifth" => 20,
            "one-tenth" => 10,
            "two-thirds" => 200 / 3.0,
            "three-quarters" => 75,
            "four-fifths" => 80,
            _ => 0,
        };
        return share == 0 ? null : Exact(end, Math.Round(share, 1), digits: false) with { Noun = "percent" };
    }

    // "2,507-member", "$137-million"
    private static Amount? WithNoun(Unit[] units, int at, string digits, int dash)
    {
        var (value, word) = (FigureFinder.Parsed(digits.AsSpan(0, dash)), digits[(dash + 1)..]);
        if (double.IsNaN(value) || word.Length < 3 || !word.All(char.IsLetter)) return null;
        return FigureLexicon.Scales.TryGetValue(word, out var scale) ? Exact(at + 1, value * scale, digits: true) : Exact(at + 1, value, digits: true) with { Noun = word };
    }

    // "fell 200m down", "2,000ft"; but "£200m", "200m people".
    private static bool IsMetres(string text, Unit[] units, int at, string suffix) =>
        suffix is "ft" or "km" || (suffix == "m" && !(at > 0 && text[units[at - 1].Start] is '$' or '€' or '£' or '¥') && !(at + 1 < units.Length && units[at + 1].Word.Entry.IsPlural));

    private static Amount InWords(Unit[] units, int at)
    {
        double total = 0, part = 0;
        var end = at;
        for (; end < units.Length; end++)
        {
            var lower = units[end].Lower;
            if (FigureLexicon.Words.TryGetValue(lower, out var word)) part += word;
            else if (lower.Contains('-') && lower.Split('-') is [var tens, var ones] && FigureLexicon.Words.TryGetValue(tens, out var ten) && FigureLexicon.Words.TryGetValue(ones, out var single)) part += ten + single;
            else if (FigureLexicon.Scales.TryGetValue(lower, out var scale) && lower.Length > 2)
            {
                if (scale is 100 or 12) part = Math.Max(part, 1) * scale;
                else
                {
                    total += Math.Max(part, 1) * scale;
                    part = 0;
                }
            }
            else if (!(units[end].Is("and") && end + 1 < units.Length && part % 100 == 0 && part + total >= 100 && FigureLexicon.Words.ContainsKey(units[end + 1].Lower))) break;
        }

        return Exact(end, total + part, digits: false);
    }

    private static Amount Vaguely(Unit[] units, int at, (double Low, double High) range)
    {
        var end = at + 1;
        var (low, high) = range;
        if (units[at].Is("several") && end < units.Length && FigureLexicon.Scales.TryGetValue(units[end].Lower, out var scale))
        {
            (low, high) = (low * scale, (high * scale) + scale - 1);
            end++;
        }
        else if (end + 1 < units.Length && units[end].Is("of") && FigureLexicon.Vague.TryGetValue(units[end + 1].Lower, out var more))
        {
            // "tens of thousands", "hundreds of thousands"
            (low, high) = (low * more.Low / 2, high * 1000);
            end += 2;
        }

        return new Amount(end, low, low, high, true, false, false);
    }

    private static Amount Exact(int end, double value, bool digits) => new(end, value, value, value, false, digits, false);
}
