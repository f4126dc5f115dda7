using System.Numerics;

namespace Claque.Personas;

/// <summary>What was counted in a text, or in several together.</summary>
/// <param name="Counts">The counts of a space's words and letter runs, then the two totals.</param>
/// <param name="Words">Clean words counted.</param>
public sealed record StyleProfile(float[] Counts, int Words)
{
    /// <summary>The profile of several texts as of one. None gives null counts of the length given.</summary>
    public static StyleProfile Sum(IEnumerable<StyleProfile> profiles, int dimensions)
    {
        var sum = new float[dimensions];
        var words = 0;
        foreach (var profile in profiles)
        {
            words += profile.Words;
            for (var i = 0; i < sum.Length; i++) sum[i] += profile.Counts[i];
        }

        return new StyleProfile(sum, words);
    }
}

/// <summary>Where a profile lies in a space: a unit vector for each family of features.</summary>
/// <param name="FunctionWords">By function word.</param>
/// <param name="FrequentWords">By frequent word.</param>
/// <param name="LetterRuns">By letter run.</param>
/// <param name="Words">Clean words behind it.</param>
public sealed record StyleVector(float[] FunctionWords, float[] FrequentWords, float[] LetterRuns, int Words)
{
    /// <summary>Cosine of two vectors in one family, −1 to 1.</summary>
    public static double Cosine(StyleVector a, StyleVector b, StyleFamily family) => family switch
    {
        StyleFamily.FunctionWords => Dot(a.FunctionWords, b.FunctionWords),
        StyleFamily.FrequentWords => Dot(a.FrequentWords, b.FrequentWords),
        _ => Dot(a.LetterRuns, b.LetterRuns),
    };

    /// <summary>The fused score: cosines of function words, twice, and of letter runs, once; −1 to 1.</summary>
    public static double Fused(StyleVector a, StyleVector b) =>
        (2 * Dot(a.FunctionWords, b.FunctionWords) + Dot(a.LetterRuns, b.LetterRuns)) / 3;

    internal static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count) sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        var rest = Vector.Sum(sum);
        for (; i < a.Length; i++) rest += a[i] * b[i];
        return rest;
    }
}
