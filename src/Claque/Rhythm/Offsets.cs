using System.Globalization;
using Claque.Statistics;

namespace Claque.Rhythm;

/// <summary>Estimates the offset from UTC at which a day's rhythm looks like people's days.</summary>
/// <remarks>
/// Three shapes of a day, from people whose clocks are known, are laid over the account's day at each offset. The evidence is
/// Dirichlet-multinomial, since posts come in sittings, and is weakened until the range held the truth as often as it says, on
/// people not used for the shapes. It finds waking hours. Whoever keeps the hours of another country shows the other country's offset.
/// </remarks>
internal static class Offsets
{
    private const int Bins = 48;
    private const double Likeness = 8;
    private const double Weakening = 0.5;
    private const double Mass = 0.97;

    // Per mille: nobody is never awake.
    private const double Least = 0.02;
    private static readonly Lazy<double[][]> Shapes = new(Read);

    /// <summary>The day of an account in half hours, UTC.</summary>
    public static double[] Day(IEnumerable<long> timesUs)
    {
        var day = new double[Bins];
        foreach (var time in timesUs) day[(int)((time / 1_000_000 % 86400 + 86400) % 86400 / 1800)]++;
        return day;
    }

    /// <summary>The offset and its range.</summary>
    public static OffsetRange Of(double[] day) => RangeOf(Posterior(day));

    private static double[] Posterior(double[] day)
    {
        var logs = new double[Bins];
        var local = new double[Bins];
        for (var shift = 0; shift < Bins; shift++)
        {
            for (var bin = 0; bin < Bins; bin++) local[(bin + shift) % Bins] = day[bin];
            var each = Shapes.Value.Select(shape => Fit(local, shape)).ToArray();
            var best = each.Max();
            logs[shift] = best + Math.Log(each.Sum(x => Math.Exp(x - best)));
        }

        var highest = logs.Max();
        var weights = logs.Select(x => Math.Exp(Weakening * (x - highest))).ToArray();
        var total = weights.Sum();
        return [.. weights.Select(w => w / total)];
    }

    private static double Fit(double[] local, double[] shape)
    {
        double sum = 0, posts = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            posts += local[bin];
            if (local[bin] > 0) sum += Gamma.Log(local[bin] + Likeness * shape[bin]) - Gamma.Log(Likeness * shape[bin]);
        }

        return sum + Gamma.Log(Likeness) - Gamma.Log(Likeness + posts);
    }

    // The circular median, and the shortest arc around it that holds the mass.
    private static OffsetRange RangeOf(double[] chance)
    {
        var centre = Enumerable.Range(0, Bins).MinBy(s => Enumerable.Range(0, Bins).Sum(q => chance[q] * Math.Min(Math.Abs(s - q), Bins - Math.Abs(s - q))));
        double At(int q) => chance[((centre + q) % Bins + Bins) % Bins];
        var best = (Left: 0, Right: Bins - 1);
        for (var left = 0; left < Bins; left++)
        {
            var mass = Enumerable.Range(-left, left + 1).Sum(At);
            for (var right = 0; left + right < Math.Min(Bins, best.Left + best.Right); right++)
            {
                if (right > 0) mass += At(right);
                if (mass >= Mass) best = (left, right);
            }
        }

        var hours = centre / 2.0 >= 12 ? centre / 2.0 - 24 : centre / 2.0;
        return new OffsetRange(hours, hours - best.Left / 2.0, hours + best.Right / 2.0);
    }

    private static double[][] Read()
    {
        using var stream = typeof(Offsets).Assembly.GetManifestResourceStream("Claque.Rhythm.day-shapes.txt")
            ?? throw new System.Diagnostics.UnreachableException("The shapes of days are not in the program.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => Math.Max(Least, double.Parse(x, CultureInfo.InvariantCulture))).ToArray())
            .Select(shape => shape.Select(x => x / shape.Sum()).ToArray())];
    }
}
