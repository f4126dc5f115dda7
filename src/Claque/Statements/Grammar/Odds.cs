using System.Globalization;
using System.Runtime.CompilerServices;
using Claque.Text;

namespace Claque.Statements.Grammar;

/// <summary>How much each piece of evidence shifts the odds, as measured on annotated articles: one row of a lexicon each.</summary>
internal sealed class Odds
{
    /// <summary>The key of the odds without any evidence.</summary>
    public const string Start = "start";

    private readonly KeyHashMap byKey;

    public Odds(IReadOnlyDictionary<string, double> shifts)
    {
        Shifts = shifts;
        byKey = new KeyHashMap(shifts);
        AtStart = shifts.GetValueOrDefault(Start);
    }

    /// <summary>Logarithms of the odds by key; a key that was met too seldom is missing and shifts nothing.</summary>
    public IReadOnlyDictionary<string, double> Shifts { get; }

    /// <summary>Logarithm of the odds without any evidence.</summary>
    public double AtStart { get; }

    /// <summary>The odds of an embedded lexicon: key, times found, times marked, logarithm of the odds, parted by tabs.</summary>
    public static Odds Of(string lexicon)
    {
        var shifts = new Dictionary<string, double>(9_000, StringComparer.Ordinal);
        foreach (var line in WordTable.Lines(lexicon))
            shifts[line[..line.IndexOf('\t')]] = double.Parse(line.AsSpan(line.LastIndexOf('\t') + 1), CultureInfo.InvariantCulture);
        return new Odds(shifts);
    }

    /// <summary>How much a key shifts the logarithm of the odds; 0 for an unknown one.</summary>
    public double ShiftOf(ReadOnlySpan<char> key) => ShiftOf(KeyHashMap.Over(KeyHashMap.Empty, key));

    /// <summary>The same for a key by its hash.</summary>
    public double ShiftOf(ulong hash) => byKey.ValueOr0(hash);

    /// <summary>The share that logarithms of odds stand for, 0 to 1.</summary>
    public static double Share(double sum) => 1 / (1 + Math.Exp(-sum));

    /// <summary>The share that the evidence speaks for, 0 to 1: all odds multiplied.</summary>
    public double Share(IEnumerable<string> evidence)
    {
        var sum = AtStart;
        foreach (var key in evidence) sum += ShiftOf(key);
        return Share(sum);
    }
}

/// <summary>Adds up what pieces of evidence shift, without making a text of each; or keeps the texts, for who measures the odds.</summary>
/// <param name="odds">The odds to add up; null to keep the keys.</param>
internal ref struct Tally(Odds? odds)
{
    /// <summary>Logarithm of the odds by all evidence so far.</summary>
    public double Sum { get; private set; } = odds?.AtStart ?? 0;

    /// <summary>The keys, in order; empty unless they are kept.</summary>
    public List<string> Keys { get; } = odds is null ? new List<string>(20) : [];

    /// <summary>One key, in parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(scoped ReadOnlySpan<char> a, scoped ReadOnlySpan<char> b, scoped ReadOnlySpan<char> c = default, scoped ReadOnlySpan<char> d = default, scoped ReadOnlySpan<char> e = default, scoped ReadOnlySpan<char> f = default)
    {
        if (odds is null)
        {
            Keys.Add(string.Concat(string.Concat(a, b, c), string.Concat(d, e, f)));
            return;
        }

        var hash = KeyHashMap.Over(KeyHashMap.Over(KeyHashMap.Over(KeyHashMap.Empty, a), b), c);
        Sum += odds.ShiftOf(KeyHashMap.Over(KeyHashMap.Over(KeyHashMap.Over(hash, d), e), f));
    }
}
