namespace Claque.Reading.Times;

/// <summary>Restores the moment of posting from ids that carry it.</summary>
internal static class IdTimes
{
    /// <summary>Ids up to here were counted, not timed: X changed on 2010-11-04.</summary>
    private const long LastCounted = 29_700_000_000;
    private const long XEpochMs = 1_288_834_974_657;

    /// <summary>The time in a post's id, by platform; null when there is none.</summary>
    /// <param name="platform"><c>x</c> or <c>bluesky</c>; no other platform's ids are read.</param>
    /// <param name="id">A post id, or for Bluesky also an address that ends in a record key.</param>
    public static long? Of(string platform, ReadOnlySpan<byte> id, out TimePrecision precision)
    {
        precision = platform == Platforms.Bluesky ? TimePrecision.Microsecond : TimePrecision.Millisecond;
        return platform switch
        {
            Platforms.X => OfSnowflake(id),
            Platforms.Bluesky => OfTid(id[(id.LastIndexOf((byte)'/') + 1)..]),
            _ => null,
        };
    }

    /// <summary>An X id: milliseconds since its epoch above 22 bits of machine and sequence.</summary>
    public static long? OfSnowflake(ReadOnlySpan<byte> id)
    {
        if (id.Length is < 11 or > 19) return null;
        var value = 0L;
        foreach (var b in id)
        {
            if (b is < (byte)'0' or > (byte)'9') return null;
            value = value * 10 + (b - '0');
        }

        return value <= LastCounted ? null : ((value >> 22) + XEpochMs) * 1000;
    }

    /// <summary>A Bluesky record key: 13 signs of base 32, microseconds above 10 bits of clock id.</summary>
    public static long? OfTid(ReadOnlySpan<byte> key)
    {
        if (key.Length != 13 || key[0] > 'j') return null; // The top bit is always 0.
        var value = 0L;
        foreach (var b in key)
        {
            var digit = b switch
            {
                >= (byte)'2' and <= (byte)'7' => b - '2',
                >= (byte)'a' and <= (byte)'z' => b - 'a' + 6,
                _ => -1,
            };
            if (digit < 0) return null;
            value = (value << 5) | (long)digit;
        }

        var us = value >> 10;
        return us < Us.Earliest ? null : us;
    }
}

/// <summary>Names of platforms, as in <see cref="PostRecord.Platform"/>.</summary>
internal static class Platforms
{
    public const string X = "x";
    public const string Bluesky = "bluesky";
    public const string Telegram = "telegram";
}
