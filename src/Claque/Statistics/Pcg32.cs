using System.Numerics;

namespace Claque.Statistics;

/// <summary>A small seeded generator of random numbers: the same sequence on every machine and runtime.</summary>
/// <remarks>PCG-XSH-RR 64/32 with a selectable stream. O'Neill 2014, "PCG: A family of simple fast space-efficient statistically good algorithms".</remarks>
public sealed class Pcg32
{
    private const ulong Multiplier = 6364136223846793005;
    private readonly ulong _increment;
    private ulong _state;

    /// <summary>Starts the sequence of a seed; another stream gives another, independent sequence.</summary>
    public Pcg32(ulong seed, ulong stream = 0)
    {
        _increment = (stream << 1) | 1;
        NextUInt();
        _state += seed;
        NextUInt();
    }

    /// <summary>A number from 0 to 2³²-1.</summary>
    public uint NextUInt()
    {
        var old = _state;
        _state = old * Multiplier + _increment;
        return BitOperations.RotateRight((uint)(((old >> 18) ^ old) >> 27), (int)(old >> 59));
    }

    /// <summary>A number from 0 to 2⁶⁴-1.</summary>
    public ulong NextULong() => ((ulong)NextUInt() << 32) | NextUInt();

    /// <summary>A whole number from 0 to below <paramref name="bound"/>, without bias.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is 0 or less.</exception>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var reject = (uint)(0x1_0000_0000 % (ulong)bound);
        while (true)
        {
            var x = NextUInt();
            if (x >= reject) return (int)(x % (uint)bound);
        }
    }

    /// <summary>A number from 0 to below 1, with 53 random bits.</summary>
    public double NextDouble() => (NextULong() >> 11) * (1.0 / (1L << 53));

    /// <summary>A draw from the normal distribution with mean 0 and deviation 1 (polar method of Marsaglia).</summary>
    public double NextNormal()
    {
        while (true)
        {
            var x = 2 * NextDouble() - 1;
            var y = 2 * NextDouble() - 1;
            var s = x * x + y * y;
            if (s is > 0 and < 1) return x * Math.Sqrt(-2 * Math.Log(s) / s);
        }
    }

    /// <summary>A draw from the exponential distribution with mean 1.</summary>
    public double NextExponential() => -Math.Log(1 - NextDouble());

    /// <summary>Puts the items into random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
