namespace Claque.Evaluation;

/// <summary>A share with its 95 % limits.</summary>
/// <param name="Hits">How many.</param>
/// <param name="Of">Of how many.</param>
/// <remarks>The limits are Wilson's 1927 score interval, which stays inside 0 to 1 and behaves at 0 hits.</remarks>
public readonly record struct Share(long Hits, long Of)
{
    /// <summary>The share; 0 of 0 is 0.</summary>
    public double Value => Of == 0 ? 0 : (double)Hits / Of;

    /// <summary>Lower 95 % limit; 0 when there is nothing to count.</summary>
    public double Low => Confidence.Wilson(Value, Of).Low;

    /// <summary>Upper 95 % limit; 1 when there is nothing to count.</summary>
    public double High => Confidence.Wilson(Value, Of).High;

    /// <summary>Both counts added.</summary>
    public static Share operator +(Share a, Share b) => new(a.Hits + b.Hits, a.Of + b.Of);

    /// <summary>All counts added.</summary>
    public static Share Sum(IEnumerable<Share> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return shares.Aggregate(default(Share), (sum, share) => sum + share);
    }
}

/// <summary>A value with its 95 % limits.</summary>
/// <param name="Value">The value.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
public readonly record struct Limited(double Value, double Low, double High);

/// <summary>95 % limits.</summary>
public static class Confidence
{
    private const double Z = 1.959963984540054;

    /// <summary>The limits of a share seen in so many independent observations; 0 to 1 when there are none.</summary>
    /// <remarks>Wilson 1927. The number may be that of clusters, such as crews or corpora, when what is inside one goes together.</remarks>
    public static Limited Wilson(double share, double observations)
    {
        if (!(observations > 0)) return new Limited(0, 0, 1);
        var centre = share + Z * Z / (2 * observations);
        var half = Z * Math.Sqrt(share * (1 - share) / observations + Z * Z / (4 * observations * observations));
        var whole = 1 + Z * Z / observations;
        return new Limited(share, Math.Clamp((centre - half) / whole, 0, 1), Math.Clamp((centre + half) / whole, 0, 1));
    }

    /// <summary>The mean of shares, one from each corpus, with limits that take each corpus as one observation.</summary>
    /// <param name="shares">0 to 1 each; none gives 0 with limits 0 and 1.</param>
    /// <param name="least">
    /// What a share is at least where it is not 0, on average. The upper limit is never below the upper limit of "corpora above 0" times
    /// this, so that a row of zeros does not look like certainty.
    /// </param>
    /// <remarks>Student's t over the corpora, cut to 0 and 1; one corpus alone tells no lower or upper limit.</remarks>
    public static Limited Mean(IReadOnlyList<double> shares, double least = 0)
    {
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Count == 0) return new Limited(0, 0, 1);
        var mean = shares.Average();
        if (shares.Count == 1) return new Limited(mean, 0, 1);
        var spread = Math.Sqrt(shares.Sum(share => (share - mean) * (share - mean)) / (shares.Count - 1) / shares.Count);
        var half = StudentT(shares.Count - 1) * spread;
        var above = Wilson((double)shares.Count(share => share > 0) / shares.Count, shares.Count).High;
        return new Limited(mean, Math.Max(0, mean - half), Math.Min(1, Math.Max(mean + half, above * least)));
    }

    /// <summary>The value that Student's t exceeds with probability 2.5 %.</summary>
    /// <remarks>Exact for 1 and 2 degrees of freedom, else the expansion of Fisher and Cornish, right to 1 %.</remarks>
    internal static double StudentT(int freedom) => freedom switch
    {
        1 => Math.Tan(.475 * Math.PI),
        2 => .95 * Math.Sqrt(2 / (1 - .95 * .95)),
        _ => Z + (Math.Pow(Z, 3) + Z) / (4.0 * freedom)
            + (5 * Math.Pow(Z, 5) + 16 * Math.Pow(Z, 3) + 3 * Z) / (96.0 * freedom * freedom)
            + (3 * Math.Pow(Z, 7) + 19 * Math.Pow(Z, 5) + 17 * Math.Pow(Z, 3) - 15 * Z) / (384.0 * freedom * freedom * freedom),
    };
}
