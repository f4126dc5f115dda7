using System.Globalization;

namespace Claque.Personas.Hands;

/// <summary>What the features of a break say about a change of hand: three weighings, for three kinds of collection.</summary>
/// <remarks>
/// Topic betrays a change where the writers of a text write on different things, and says nothing where all write on one. Which
/// kind a collection is of is told by the mean of its features, never by a label. The weights lie in <c>break-weights.txt</c>.
/// </remarks>
internal sealed class BreakModel
{
    private static readonly Lazy<BreakModel> Read = new(() => Parse(Resource()));
    private readonly double[] _middle;
    private readonly double[] _spread;
    private readonly double[][] _weights;
    private readonly double[][] _means;

    private BreakModel(double[] middle, double[] spread, double[][] weights, double[][] means) =>
        (_middle, _spread, _weights, _means) = (middle, spread, weights, means);

    /// <summary>The kinds of collection.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["different topics", "related topics", "one topic"];

    /// <summary>The weights that ship.</summary>
    public static BreakModel Shipped => Read.Value;

    /// <summary>The kind of collection whose mean features are nearest.</summary>
    public int KindOf(IReadOnlyList<double[]> breaks)
    {
        var mean = new double[_middle.Length];
        foreach (var one in breaks) for (var f = 0; f < mean.Length; f++) mean[f] += Standard(one, f) / breaks.Count;
        return Enumerable.Range(0, _means.Length).MinBy(kind => _means[kind].Zip(mean, (a, b) => (a - b) * (a - b)).Sum());
    }

    /// <summary>Chance that the hand changes at a break.</summary>
    public double Chance(double[] features, int kind)
    {
        var sum = _weights[kind][^1];
        for (var f = 0; f < features.Length; f++) sum += _weights[kind][f] * Standard(features, f);
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>What the chance at a break is made of: what speaks most for a change, then what speaks most against it.</summary>
    /// <param name="features">Of the break.</param>
    /// <param name="kind">The kind of collection.</param>
    /// <param name="most">How many of either.</param>
    public IReadOnlyList<BreakSign> Signs(double[] features, int kind, int most)
    {
        var signs = new List<BreakSign>();
        for (var f = 0; f < features.Length; f++)
        {
            var isPresence = BreakFeatures.IsPresence(f);
            if (isPresence && features[f] == 0) continue;
            var standard = Standard(features, f);
            signs.Add(new BreakSign(BreakFeatures.Names[f], _weights[kind][f] * standard, isPresence ? null : standard > 0));
        }

        return [.. signs.Where(sign => sign.Weight > 0).OrderByDescending(sign => sign.Weight).Take(most), .. signs.Where(sign => sign.Weight < 0).OrderBy(sign => sign.Weight).Take(most)];
    }

    private double Standard(double[] features, int f) => Math.Clamp((features[f] - _middle[f]) / _spread[f], -4, 4);

    private static string Resource()
    {
        using var stream = typeof(BreakModel).Assembly.GetManifestResourceStream("Claque.Personas.break-weights.txt")
            ?? throw new System.Diagnostics.UnreachableException("The weights of breaks are not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // name TAB middle TAB spread TAB three weights TAB three means; the last line is the constants.
    private static BreakModel Parse(string text)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.TrimEnd('\r').Split('\t')).ToArray();
        double[] Column(int column, int count) => [.. rows.Take(count).Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];
        var features = rows.Length - 1;
        return new BreakModel(Column(1, features), Column(2, features),
            [.. Enumerable.Range(0, 3).Select(kind => Column(3 + kind, rows.Length))], [.. Enumerable.Range(0, 3).Select(kind => Column(6 + kind, features))]);
    }
}
