namespace Claque.Personas;

/// <summary>How far the two halves of a byline lie apart in style, at several numbers of articles.</summary>
/// <remarks>
/// More articles make steadier halves, so bylines are compared at one size. The halves are the even ones that lie furthest apart. How alike their
/// middles are is divided by how steady either is (the correction for attenuation, Spearman 1904, doi:10.2307/1412159): short articles
/// and a writer of little mannerism would else look like two.
/// </remarks>
internal sealed class HalvesApart
{
    private const int MostSets = 4;
    private static readonly int[] Sizes = [4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120];
    private readonly Dictionary<int, double> _bySize;

    private HalvesApart(Dictionary<int, double> bySize) => _bySize = bySize;

    /// <summary>The numbers of articles at which it was measured, largest first.</summary>
    public IEnumerable<int> Measured => _bySize.Keys.OrderDescending();

    /// <summary>How far apart at a size: 0 for the same style, 1 for styles that have nothing in common; null where it was not measured.</summary>
    public double? At(int size) => _bySize.TryGetValue(size, out var apart) ? apart : null;

    /// <summary>Measures a byline.</summary>
    /// <param name="likeness">How alike its articles are, in order of time; at least four.</param>
    public static HalvesApart Of(Likenesses likeness) =>
        new(Sizes.Where(size => size <= likeness.Count).ToDictionary(size => size, size => At(likeness, size)));

    // Several sets, each spread over the whole time, where there are articles for several.
    private static double At(Likenesses likeness, int size)
    {
        var sets = Math.Min(MostSets, likeness.Count / size);
        return Enumerable.Range(0, sets).Average(set => Apart(likeness.Of([.. Enumerable.Range(0, size).Select(i => (int)((long)(i * sets + set) * likeness.Count / (size * sets)))])));
    }

    private static double Apart(Likenesses likeness)
    {
        var halves = TwoHands.Even(likeness);
        return 1 - likeness.Across(halves) / Math.Sqrt(likeness.Steadiness(halves, 0) * likeness.Steadiness(halves, 1));
    }
}
