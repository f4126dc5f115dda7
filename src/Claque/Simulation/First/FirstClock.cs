namespace Claque.Simulation.First;

/// <summary>Times of the first world in microseconds; it begins on a Monday at midnight UTC.</summary>
internal static class FirstClock
{
    public const long Second = 1_000_000;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    /// <summary>2024-03-04T00:00:00Z.</summary>
    public const long Start = 1_709_510_400 * Second;

    public static long Hours(double hours) => (long)(hours * Hour);
}
