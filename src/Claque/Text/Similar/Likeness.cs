namespace Claque.Text.Similar;

/// <summary>What a smallest likeness asks of two sets, by their sizes. Likeness is Jaccard's: shared tokens over all tokens of the two.</summary>
/// <remarks>
/// Every bound is found by trying <see cref="NearDuplicates.AreAlike"/> itself, so no rounding can part them. For a ≤ b the shared
/// tokens needed rise with a + b; so a set lacks most tokens of a partner, and a partner most of its, at the ends of that range.
/// </remarks>
internal sealed class Likeness
{
    private readonly int[] _needed;
    private readonly int[] _smallest;
    private readonly int[] _mayMiss;
    private readonly int[] _mayDiffer;
    private readonly int[] _largestSum;

    /// <param name="similarity">Smallest likeness, 0.5 to 1.</param>
    /// <param name="largest">Size of the largest set.</param>
    public Likeness(double similarity, int largest)
    {
        _needed = new int[2 * largest + 1];
        (_smallest, _mayMiss, _mayDiffer, _largestSum) = (new int[largest + 1], new int[largest + 1], new int[largest + 1], new int[largest + 1]);
        for (var sum = 1; sum < _needed.Length; sum++)
        {
            _needed[sum] = Math.Max(1, _needed[sum - 1]);
            while (!NearDuplicates.AreAlike(_needed[sum], sum, similarity)) _needed[sum]++;
            if (_needed[sum] <= largest) _largestSum[_needed[sum]] = sum;
        }

        for (var shared = 1; shared <= largest; shared++) _largestSum[shared] = Math.Max(_largestSum[shared], _largestSum[shared - 1]);
        var (smallest, differing) = (1, 0);
        for (var size = 1; size <= largest; size++)
        {
            while (_needed[smallest + size] > smallest) smallest++;
            for (var sum = 2 * size - 1; sum <= 2 * size; sum++) differing = Math.Max(differing, sum - 2 * _needed[sum]);
            (_smallest[size], _mayMiss[size], _mayDiffer[size]) = (smallest, size - _needed[smallest + size], differing);
        }
    }

    /// <summary>Tokens that two sets must share, by the sum of their sizes.</summary>
    public int Needed(int sum) => _needed[sum];

    /// <summary>Size of the smallest set that can be like one of this size.</summary>
    public int Smallest(int size) => _smallest[size];

    /// <summary>Tokens of a set that a set like it, of any size, may lack.</summary>
    public int MayMiss(int size) => _mayMiss[size];

    /// <summary>Size of the largest set that can be like one of this size which has so many tokens that the other lacks; 0 or less if none can.</summary>
    public int Largest(int size, int missing) => _largestSum[size - missing] - size;

    /// <summary>Tokens that may stand in one only of a set of this size and a set like it that is not larger.</summary>
    public int MayDiffer(int size) => _mayDiffer[size];
}
