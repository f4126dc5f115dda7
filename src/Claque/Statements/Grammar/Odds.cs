using System.Globalization;

namespace Claque.Statements.Grammar;

/// <summary>How much each piece of evidence shifts the odds, as measured on annotated articles: one row of a lexicon each.</summary>
internal sealed class Odds(IReadOnlyDictionary<string, double> shifts)
{
    /// <summary>The key of the odds without any evidence.</summary>
    public const string Start = "start";

    /// <summary>Logarithms of the odds by key; a key that was met too seldom is missing and shifts nothing.</summary>
    public IReadOnlyDictionary<string, double> Shifts { get; } = shifts;

    /// <summary>The odds of an embedded lexicon: key, times found, times marked, logarithm of the odds, parted by tabs.</summary>
    public static Odds Of(string lexicon)
    {
        var shifts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in WordTable.Lines(lexicon))
        {
            var parts = line.Split('\t');
            shifts[parts[0]] = double.Parse(parts[^1], CultureInfo.InvariantCulture);
        }

        return new Odds(shifts);
    }

    /// <summary>The share that the evidence speaks for, 0 to 1: all odds multiplied.</summary>
    public double Share(IEnumerable<string> evidence)
    {
        var sum = Shifts.GetValueOrDefault(Start);
        foreach (var key in evidence) sum += Shifts.GetValueOrDefault(key);
        return 1 / (1 + Math.Exp(-sum));
    }
}
