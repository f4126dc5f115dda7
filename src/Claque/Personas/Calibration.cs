using Claque.Statistics;

namespace Claque.Personas;

/// <summary>Two profiles compared, as the calibration sees them.</summary>
/// <param name="Score">Fused score, −1 to 1.</param>
/// <param name="WordsA">Clean words of the one.</param>
/// <param name="WordsB">Clean words of the other.</param>
public readonly record struct Comparison(double Score, int WordsA, int WordsB);

/// <summary>What scores one hand and two hands give in a reference population, at any size.</summary>
/// <remarks>
/// One hand: the reference's own bylines, cut at random into two, give the score at half size; the law of Spearman and Brown
/// carries it to any size. Two hands: the scores of different bylines on the same topics, with a share of unknown one-hand pairs among
/// them fitted by expectation and maximisation. No label is used. Ratios are of Student densities with few degrees of freedom, since
/// the tails are where the harm is done.
/// </remarks>
public sealed class Calibration
{
    private const int Degrees = 20;
    private const int Steps = 12;
    private const double LeastSpread = 0.05;
    private const double StartShare = 0.1;
    private const double LeastShare = 1e-4;
    private const double MostShare = 0.4;

    private Calibration()
    {
    }

    /// <summary>Words at which half of a profile's style is noise.</summary>
    public double HalfNoiseWords { get; private set; }

    /// <summary>Spread of one-hand scores, on the scale of Fisher's z.</summary>
    public double SameSpread { get; private set; }

    /// <summary>Spread of two-hand scores, on the scale of Fisher's z.</summary>
    public double OtherSpread { get; private set; }

    /// <summary>Two-hand score as a share of the one-hand score of the same size.</summary>
    public double OtherMiddle { get; private set; }

    /// <summary>Share of one-hand pairs among different bylines on near topics, as fitted: what to expect of such a pair before its style is looked at.</summary>
    public double OneHandShare { get; private set; }

    /// <summary>Comparisons behind the one-hand side.</summary>
    public int SameCount { get; private set; }

    /// <summary>Comparisons behind the two-hand side.</summary>
    public int OtherCount { get; private set; }

    /// <summary>Fits the calibration; null when the reference shows no style of its own.</summary>
    /// <param name="halves">Halves of one byline against each other.</param>
    /// <param name="others">Different bylines against each other; a small share of them may be one hand.</param>
    public static Calibration? Fit(IReadOnlyList<Comparison> halves, IReadOnlyList<Comparison> others)
    {
        ArgumentNullException.ThrowIfNull(halves);
        ArgumentNullException.ThrowIfNull(others);
        if (halves.Count < 3 || others.Count < 10) return null;
        var signal = halves.Select(h => Math.Clamp(h.Score, 0.01, 0.99) / (1 - Math.Clamp(h.Score, 0.01, 0.99)) / Math.Sqrt((double)h.WordsA * h.WordsB)).Order().ToArray();
        var middle = signal[signal.Length / 2];
        if (middle <= 1e-7) return null;
        var fit = new Calibration { HalfNoiseWords = 1 / middle, SameCount = halves.Count, OtherCount = others.Count };
        fit.SameSpread = Math.Max(LeastSpread, Math.Sqrt(halves.Average(h => Square(Z(h.Score) - Z(fit.Ceiling(h))))));
        fit.FitOthers(others);
        return fit;
    }

    /// <summary>Natural logarithm of how much likelier the score is under one hand than under two.</summary>
    public double LogRatio(Comparison pair)
    {
        // Beyond either middle nothing more is learned about the side beyond it: the ratio never turns back.
        var same = Math.Min(0, (Z(pair.Score) - Z(Ceiling(pair))) / SameSpread);
        var other = Math.Max(0, (Z(pair.Score) - Z(Expected(pair))) / OtherSpread);
        return Student.LogKernel(same, Degrees) - Math.Log(SameSpread) - Student.LogKernel(other, Degrees) + Math.Log(OtherSpread);
    }

    /// <summary>The share of one-hand pairs among some others, by their ratios alone.</summary>
    /// <param name="logRatios">Natural logarithms of their ratios.</param>
    public static double ShareOf(IReadOnlyList<double> logRatios)
    {
        ArgumentNullException.ThrowIfNull(logRatios);
        var share = StartShare;
        for (var step = 0; step < Steps && logRatios.Count > 0; step++)
            share = Math.Clamp(logRatios.Average(log => 1 - ChanceOfTwo(log, share)), LeastShare, MostShare);
        return share;
    }

    /// <summary>The chance of two hands, given a ratio and the share of one-hand pairs among its like.</summary>
    public static double ChanceOfTwo(double logRatio, double oneHandShare) => 1 / (1 + oneHandShare / (1 - oneHandShare) * Math.Exp(Math.Min(50, logRatio)));

    /// <summary>The score that one hand would give at this size.</summary>
    public double Ceiling(Comparison pair) => Math.Sqrt(Reliability(pair.WordsA) * Reliability(pair.WordsB));

    /// <summary>The score that two hands would give at this size.</summary>
    public double Expected(Comparison pair) => Ceiling(pair) * OtherMiddle;

    private void FitOthers(IReadOnlyList<Comparison> others)
    {
        var weights = new double[others.Count];
        Array.Fill(weights, 1);
        var share = StartShare;
        // Start from the lower half, which no hidden one-hand pair reaches.
        var byScore = others.Select(o => o.Score / Ceiling(o)).Order().ToArray();
        OtherMiddle = byScore[byScore.Length / 2];
        OtherSpread = Math.Max(LeastSpread, 1.4826 * others.Select(o => Math.Abs(Z(o.Score) - Z(Expected(o)))).Order().ElementAt(others.Count / 2));
        for (var step = 0; step < Steps; step++)
        {
            for (var i = 0; i < weights.Length; i++) weights[i] = ChanceOfTwo(LogRatio(others[i]), share);
            share = Math.Clamp(1 - weights.Average(), LeastShare, MostShare);
            FitMiddle(others, weights);
        }

        OneHandShare = share;
    }

    private void FitMiddle(IReadOnlyList<Comparison> others, double[] weights)
    {
        var total = Math.Max(1e-9, weights.Sum());
        OtherMiddle = Math.Clamp(others.Select((o, i) => weights[i] * o.Score / Ceiling(o)).Sum() / total, -0.9, 0.9);
        var squares = others.Select((o, i) => weights[i] * Square(Z(o.Score) - Z(Expected(o)))).Sum();
        OtherSpread = Math.Max(LeastSpread, Math.Sqrt(squares / total));
    }

    private double Reliability(int words) => words / (words + HalfNoiseWords);

    private static double Z(double score) => Math.Atanh(Math.Clamp(score, -0.98, 0.98));

    private static double Square(double x) => x * x;
}
