using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Four villages of ten, each with two and a half hours a day in which everything is shared.</summary>
internal static class TimeZoneMates
{
    private const double WindowHours = 2.5;

    public static void Join(FirstWorld world, Pcg32 random)
    {
        for (var village = 0; village < 4; village++)
        {
            var opens = 24 * random.NextDouble();
            foreach (var mate in world.Join(Decoy.TimeZoneMates, 10, random))
            {
                for (var (made, tried) = (0, 0); made < 40 && tried < 4000; tried++)
                {
                    var shared = world.Draw(mate.Community, random);
                    var late = (long)(4 * FirstClock.Hour * random.NextExponential());
                    if (world.Share(mate, shared, Within(shared.Published + late, opens, random), random)) made++;
                }
            }
        }
    }

    /// <summary>Some moment of the next opening at or after the time's own day.</summary>
    private static long Within(long time, double opens, Pcg32 random)
    {
        var day = FirstClock.Start + (time - FirstClock.Start) / FirstClock.Day * FirstClock.Day + FirstClock.Hours(opens);
        if (day < time) day += FirstClock.Day;
        return day + FirstClock.Hours(WindowHours * random.NextDouble());
    }
}
