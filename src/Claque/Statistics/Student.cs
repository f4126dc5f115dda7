namespace Claque.Statistics;

/// <summary>Student's distribution with an even number of degrees of freedom, in closed form.</summary>
public static class Student
{
    /// <summary>Logarithm of the density at <paramref name="t"/>, up to a constant of the degrees of freedom.</summary>
    public static double LogKernel(double t, int degrees) => -(degrees + 1) / 2.0 * Math.Log(1 + t * t / degrees);

    /// <summary>Chance of a value of at least <paramref name="t"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are odd or below 2.</exception>
    /// <remarks>Abramowitz and Stegun 1964, 26.7.4.</remarks>
    public static double Tail(double t, int degrees)
    {
        if (degrees < 2 || degrees % 2 != 0) throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "Even and at least 2.");
        var cosine2 = degrees / (degrees + t * t);
        double term = 1, sum = 1;
        for (var k = 2; k <= degrees - 2; k += 2)
        {
            term *= cosine2 * (k - 1) / k;
            sum += term;
        }

        var within = Math.Sqrt(1 - cosine2) * sum;
        return Math.Clamp(t > 0 ? (1 - within) / 2 : (1 + within) / 2, 0, 1);
    }
}
