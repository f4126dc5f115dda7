using System.Numerics;

namespace Claque.Statistics;

/// <summary>The number of successes in independent trials that each have a chance of their own.</summary>
public static class PoissonBinomial
{
    /// <summary>The chance that at least <paramref name="least"/> of the trials succeed.</summary>
    /// <param name="chances">Chance of each trial, 0 to 1.</param>
    /// <param name="least">Successes asked for; 0 or less gives 1, more than there are trials gives 0.</param>
    /// <param name="scratch">Room for <paramref name="least"/> numbers; its content does not matter.</param>
    /// <returns>
    /// 0 to 1, with relative error near 1e-14 times the number of trials. It is 0 only where the chance is 0 or below 1e-300.
    /// </returns>
    /// <exception cref="ArgumentException">The scratch is shorter than <paramref name="least"/>.</exception>
    /// <remarks>
    /// O(trials × least). The states are "k successes so far" for k below <paramref name="least"/>, and an absorbing state for
    /// enough; it only ever grows by positive terms, so a tail of 1e-30 is as exact as one of 0.1, which 1 minus a distribution
    /// function is not.
    /// </remarks>
    public static double UpperTail(ReadOnlySpan<double> chances, int least, Span<double> scratch)
    {
        if (least <= 0) return 1;
        if (least > chances.Length) return 0;
        if (scratch.Length < least) throw new ArgumentException($"The scratch holds {scratch.Length} numbers; {least} are needed.", nameof(scratch));

        var states = scratch[..least];
        states.Clear();
        states[0] = 1;
        var enough = 0.0;
        for (var trial = 0; trial < chances.Length; trial++)
        {
            var (yes, no) = (chances[trial], 1 - chances[trial]);
            var top = Math.Min(trial, least - 1);
            if (top == least - 1) enough += states[top] * yes;
            if (top < least - 1) states[top + 1] = states[top] * yes;
            Step(states[..(top + 1)], yes, no);
        }

        return Math.Min(1, enough);
    }

    /// <summary>One trial more: from the last state down, so that each still finds the one below as it was, several at a time.</summary>
    private static void Step(Span<double> states, double yes, double no)
    {
        var k = states.Length - 1;
        for (; k >= Vector<double>.Count; k -= Vector<double>.Count)
        {
            var at = k - Vector<double>.Count + 1;
            (new Vector<double>(states[at..]) * no + new Vector<double>(states[(at - 1)..]) * yes).CopyTo(states[at..]);
        }

        for (; k > 0; k--) states[k] = states[k] * no + states[k - 1] * yes;
        states[0] *= no;
    }
}
