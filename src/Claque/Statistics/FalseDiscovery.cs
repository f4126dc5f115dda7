namespace Claque.Statistics;

/// <summary>Many tests at once: how large a share of what is reported would be false.</summary>
public static class FalseDiscovery
{
    /// <summary>Turns p-values into q-values: reporting all with q at most α keeps the expected share of false ones at α.</summary>
    /// <param name="p">
    /// p-values in any order; the tests that are not listed count as p = 1. With weights, each p-value divided by its weight.
    /// </param>
    /// <param name="tests">Number of tests made, listed or not; with weights, their sum.</param>
    /// <param name="q">Receives the q-value of each, 0 to 1, in the order of <paramref name="p"/>.</param>
    /// <param name="arbitraryDependence">
    /// True multiplies by 1 + 1/2 + … + 1/<paramref name="tests"/>, which holds however the tests depend on one another.
    /// </param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <remarks>
    /// O(n log n). Benjamini and Hochberg 1995; Benjamini and Yekutieli 2001, doi:10.1214/aos/1013699998.
    /// </remarks>
    public static void QValues(ReadOnlySpan<double> p, double tests, Span<double> q, bool arbitraryDependence = false)
    {
        if (q.Length != p.Length) throw new ArgumentException("p and q must have one length.", nameof(q));

        var sorted = p.ToArray();
        var order = new int[p.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(sorted, order);

        var factor = arbitraryDependence ? tests * Harmonic(tests) : tests;
        var smallest = 1.0;
        for (var rank = sorted.Length; rank >= 1; rank--)
        {
            smallest = Math.Min(smallest, sorted[rank - 1] * factor / rank);
            q[order[rank - 1]] = smallest;
        }
    }

    /// <summary>One p-value for "none of these null hypotheses is wrong".</summary>
    /// <param name="p">The p-values, in any order; they are sorted in place. The tests not listed count as p = 1.</param>
    /// <param name="tests">Number of tests, listed or not.</param>
    /// <returns>The smallest of <c>tests · p(k) / k</c>, at most 1; 1 when none is listed.</returns>
    /// <remarks>Valid for independent and for positively dependent tests. Simes 1986, doi:10.1093/biomet/73.3.751.</remarks>
    public static double Simes(Span<double> p, double tests)
    {
        p.Sort();
        var smallest = 1.0;
        for (var k = 0; k < p.Length; k++) smallest = Math.Min(smallest, tests * p[k] / (k + 1));
        return smallest;
    }

    private static double Harmonic(double n)
    {
        if (n > 1e6) return Math.Log(n) + 0.57721566490153286 + 0.5 / n;
        var sum = 0.0;
        for (var i = (long)Math.Ceiling(n); i >= 1; i--) sum += 1.0 / i;
        return Math.Max(1, sum);
    }
}
