using Claque.Statistics;

namespace Claque.Rhythm;

/// <summary>Whether posts fall on some minutes of the hour, or seconds of the minute, more than chance has them fall.</summary>
/// <remarks>
/// Posts in quick succession share their minute without any clock behind it, so they are moved together: the null is that each run of posts, pauses in it
/// shorter than a bound, stands anywhere on the dial. The statistic is Pearson's χ² of the 60 counts; its mean and variance under the null are
/// exact (from the runs' autocorrelations), and it is taken for a scaled χ² with these two (Satterthwaite 1946, doi:10.2307/3002019).
/// Where every run is one post this is the usual test. O(posts · 60) at most.
/// </remarks>
internal static class UnevenMarks
{
    private const int Marks = 60;

    /// <summary>Chance of counts as uneven; 1 where one run is all there is.</summary>
    /// <param name="times">The times in order, microseconds.</param>
    /// <param name="stepUs">A mark of the dial: a minute or a second.</param>
    /// <param name="apartUs">A pause from which on posts belong to different runs.</param>
    public static double P(IReadOnlyList<long> times, long stepUs, long apartUs)
    {
        var (counts, run) = (new double[Marks], new double[Marks]);
        double[] sum = new double[Marks], squares = new double[Marks];
        double ofTwo = 0, ofFour = 0;
        for (var i = 0; i < times.Count; i++)
        {
            var mark = (int)((times[i] / stepUs % Marks + Marks) % Marks);
            counts[mark]++;
            run[mark]++;
            if (i + 1 < times.Count && times[i + 1] - times[i] < apartUs) continue;
            var posts = Add(run, sum, squares);
            (ofTwo, ofFour) = (ofTwo + posts * posts, ofFour + posts * posts * posts * posts);
            Array.Clear(run);
        }

        double n = times.Count, scale = Marks / n;
        var found = scale * counts.Sum(count => count * count) - n;
        var mean = scale * sum[0] - ofTwo / n;
        var variance = 2 * scale * scale * (sum.Zip(squares, (all, own) => all * all - own).Sum() / Marks - (ofTwo * ofTwo - ofFour) / (Marks * Marks));
        return variance <= 1e-9 || mean <= 0 ? 1 : Gamma.ChiSquaredTail(2 * mean * found / variance, 2 * mean * mean / variance);
    }

    // How a run of posts lies to itself when it is turned on the dial.
    private static double Add(double[] run, double[] sum, double[] squares)
    {
        var marks = Enumerable.Range(0, Marks).Where(mark => run[mark] > 0).ToArray();
        var turned = new double[Marks];
        foreach (var a in marks) foreach (var b in marks) turned[(b - a + Marks) % Marks] += run[a] * run[b];
        for (var turn = 0; turn < Marks; turn++)
        {
            sum[turn] += turned[turn];
            squares[turn] += turned[turn] * turned[turn];
        }

        return run.Sum();
    }
}
