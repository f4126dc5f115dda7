namespace Claque.TextEvidence;

/// <summary>How often independent people publish the same text: the null of <see cref="TextInCommon"/>.</summary>
/// <param name="Plain">Chance that a text of one person and a text of another are the same, neither with a link.</param>
/// <param name="Linked">The same for texts with a link: they are often the words of the page behind it.</param>
/// <param name="Further">Chance of one text more in common once there is one, above 0 and below 1.</param>
/// <remarks>
/// Texts in common of independent people come from sources that nobody sees: who has met one of them is likelier to meet it again.
/// So the number in common falls off by a constant factor, much more slowly than independent coincidences would (Poisson).
/// </remarks>
public sealed record BaseRate(double Plain, double Linked, double Further)
{
    /// <summary>What was measured on ordinary posts; <c>docs/text-evidence.md</c> has the table.</summary>
    public static readonly BaseRate Measured = new(3e-7, 7e-5, .2);

    /// <summary>The chance that two independent people have at least so many texts in common, 0 to 1.</summary>
    /// <param name="common">Texts in common; 0 or less gives 1.</param>
    /// <param name="expected">Texts in common to be expected.</param>
    public double UpperTail(int common, double expected) => common <= 0 ? 1 : Math.Min(1, expected) * Math.Pow(Further, common - 1);

    /// <summary>The rate of a kind of text: 0 without a link, 1 with one.</summary>
    internal double Of(int kind) => kind == 0 ? Plain : Linked;

    /// <summary>The chance of at least <paramref name="least"/> events where <paramref name="mean"/> are expected, all independent.</summary>
    /// <remarks>A sum of positive terms, so that a tail of 1e-30 is as exact as one of 0.1.</remarks>
    internal static double PoissonTail(int least, double mean)
    {
        if (least <= 0) return 1;
        if (mean <= 0) return 0;
        var term = Math.Exp(-mean);
        if (term == 0) return 1;
        for (var k = 1; k <= least; k++) term *= mean / k;
        var sum = 0.0;
        for (var k = least; term > sum * 1e-17; k++)
        {
            sum += term;
            term *= mean / (k + 1);
        }

        return Math.Min(1, sum);
    }
}
