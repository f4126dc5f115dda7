namespace Claque.Statistics;

/// <summary>The gamma function and its incomplete form.</summary>
public static class Gamma
{
    /// <summary>Natural logarithm of Γ(x), x above 0. Stirling's series after the recurrence.</summary>
    public static double Log(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        var moved = 0.0;
        for (; x < 10; x++) moved -= Math.Log(x);
        var z = 1 / (x * x);
        return moved + (x - 0.5) * Math.Log(x) - x + 0.91893853320467274 + (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z / 1680))) / x;
    }

    /// <summary>Chance that a χ² variable with so many degrees of freedom is at least <paramref name="value"/>.</summary>
    /// <remarks>Series below the middle, continued fraction above (Lentz). Abramowitz and Stegun 1964, 6.5.</remarks>
    public static double ChiSquaredTail(double value, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        if (value <= 0) return 1;
        double a = degrees / 2, x = value / 2;
        var front = Math.Exp(a * Math.Log(x) - x - Log(a));
        if (x < a + 1)
        {
            double term = 1 / a, sum = term;
            for (var k = 1; k < 1000 && term > 1e-16 * sum; k++) sum += term *= x / (a + k);
            return Math.Clamp(1 - front * sum, 0, 1);
        }

        double b = x + 1 - a, c = 1e300, d = 1 / b, fraction = d;
        for (var k = 1; k < 1000; k++)
        {
            var an = -k * (k - a);
            b += 2;
            d = 1 / Nonzero(an * d + b);
            c = Nonzero(b + an / c);
            var step = c * d;
            fraction *= step;
            if (Math.Abs(step - 1) < 1e-15) break;
        }

        return Math.Clamp(front * fraction, 0, 1);
    }

    private static double Nonzero(double x) => Math.Abs(x) < 1e-300 ? 1e-300 : x;
}
