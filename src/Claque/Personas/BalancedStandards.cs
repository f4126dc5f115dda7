namespace Claque.Personas;

/// <summary>Middle and spread of frequencies over a reference in which every author counts alike, however many texts each has.</summary>
/// <remarks>With plain means the writer of most texts becomes the zero vector, and everybody looks unlike that one.</remarks>
public sealed class BalancedStandards
{
    private BalancedStandards(double[] middle, double[] spread) => (Middle, Spread) = (middle, spread);

    /// <summary>Mean over authors of their means.</summary>
    public IReadOnlyList<double> Middle { get; }

    /// <summary>Root of the mean over authors of the squares about <see cref="Middle"/>.</summary>
    public IReadOnlyList<double> Spread { get; }

    /// <summary>Measures a reference.</summary>
    /// <param name="rows">The frequencies of each text; a row may be used again for the next.</param>
    /// <param name="authors">For each row its author, from 0.</param>
    /// <param name="features">Length of the rows.</param>
    public static BalancedStandards Of(IEnumerable<double[]> rows, IReadOnlyList<int> authors, int features)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(authors);
        var sizes = new int[authors.Count == 0 ? 0 : authors.Max() + 1];
        foreach (var author in authors) sizes[author]++;
        var present = sizes.Count(size => size > 0);
        var (middle, spread) = (new double[features], new double[features]);
        var at = 0;
        foreach (var row in rows)
        {
            var weight = 1.0 / sizes[authors[at++]] / present;
            for (var f = 0; f < features; f++)
            {
                var weighted = weight * row[f];
                middle[f] += weighted;
                spread[f] += weighted * row[f];
            }
        }

        for (var f = 0; f < features; f++) spread[f] = Math.Sqrt(Math.Max(0, spread[f] - middle[f] * middle[f]));
        return new BalancedStandards(middle, spread);
    }

    /// <summary>How many spreads above the middle each frequency lies, clamped; 0 where the reference has no spread.</summary>
    public float[] Scores(ReadOnlySpan<double> frequencies, double clamp)
    {
        var (middle, spread) = ((double[])Middle, (double[])Spread);
        var scores = new float[frequencies.Length];
        for (var f = 0; f < scores.Length; f++)
            scores[f] = spread[f] > 1e-9 ? (float)Math.Clamp((frequencies[f] - middle[f]) / spread[f], -clamp, clamp) : 0;
        return scores;
    }
}
