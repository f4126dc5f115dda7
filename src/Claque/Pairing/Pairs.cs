using System.Collections.Immutable;
using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>Two accounts that acted together, with every measure of how.</summary>
/// <param name="A">The account with the smaller id.</param>
/// <param name="B">The other account.</param>
/// <param name="Weight">Distinct objects on which they co-acted.</param>
/// <param name="CoActs">Pairs of acts, one of each, on one object within the window.</param>
/// <param name="PostsA">Distinct posts of A in those co-acts.</param>
/// <param name="PostsB">Distinct posts of B in those co-acts.</param>
/// <param name="SumGapUs">Sum of the gaps of the co-acts, microseconds.</param>
/// <param name="MedianGapUs">Median gap of the co-acts, microseconds; the mean of the middle two when their number is even.</param>
/// <param name="AFirst">Co-acts in which A was first.</param>
/// <param name="BFirst">Co-acts in which B was first. The rest were at the same time.</param>
public readonly record struct Pair(
    int A, int B, int Weight, long CoActs, int PostsA, int PostsB, long SumGapUs, double MedianGapUs, long AFirst, long BFirst)
{
    /// <summary>Mean gap of the co-acts, microseconds.</summary>
    public double MeanGapUs => (double)SumGapUs / CoActs;
}

/// <summary>The pairs of one behaviour at one window, sorted by (A, B).</summary>
/// <param name="Behaviour">The behaviour.</param>
/// <param name="Window">The widest gap that counts, inclusive.</param>
/// <param name="Items">The pairs with at least the smallest weight asked for.</param>
/// <param name="LeftOut">What was not looked at, and why.</param>
public sealed record Pairs(Behaviour Behaviour, TimeSpan Window, ImmutableArray<Pair> Items, LeftOut LeftOut)
{
    /// <summary>Number of pairs.</summary>
    public int Count => Items.Length;
}

/// <summary>What pairing left out, decided before any pair was looked at.</summary>
/// <param name="HubObjects">Objects with more accounts than the limit.</param>
/// <param name="HubActs">Acts on those objects.</param>
/// <param name="CoarseActs">Acts whose clock step is too coarse for the window.</param>
public sealed record LeftOut(int HubObjects, long HubActs, long CoarseActs)
{
    /// <summary>Nothing was left out.</summary>
    public static readonly LeftOut Nothing = new(0, 0, 0);
}

/// <summary>Two posts of different accounts on one object within the window: what an exhibit shows side by side.</summary>
/// <param name="Object">The object, as numbered in the trace.</param>
/// <param name="PostA">Post of A, by its place in the corpus.</param>
/// <param name="PostB">Post of B.</param>
/// <param name="GapUs">Time of B's post minus time of A's, microseconds.</param>
public readonly record struct CoAct(int Object, int PostA, int PostB, long GapUs);
