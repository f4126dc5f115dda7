using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people with two habitual sittings a day, on about a third of the days, and twelve reshares in eight minutes.</summary>
internal static class SessionPosters
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        foreach (var poster in world.Join(Decoy.SessionPosters, 40, random))
        {
            double[] habits = [random.NextDouble() * poster.AwakeHours, random.NextDouble() * poster.AwakeHours];
            for (var day = 0; day < world.Days; day++)
            {
                foreach (var habit in habits)
                    if (random.NextDouble() < .35) Sit(world, poster, day, habit, random);
            }
        }
    }

    private static void Sit(FirstWorld world, FirstAccount poster, int day, double habit, Pcg32 random)
    {
        var begin = FirstClock.Start + day * FirstClock.Day + FirstClock.Hours(poster.WakeHour + habit + .25 * random.NextNormal());
        for (var (made, tried) = (0, 0); made < 12 && tried < 300; tried++)
        {
            var shared = world.Draw(poster.Community, random);
            if (shared.Published > begin || shared.Published < begin - 2 * FirstClock.Day) continue;
            if (world.Share(poster, shared, begin + (long)(8 * FirstClock.Minute * random.NextDouble()), random)) made++;
        }
    }
}
