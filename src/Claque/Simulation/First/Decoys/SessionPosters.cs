using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people with two sittings a day at usual hours, one in three of them kept, and twelve fresh things shared in eight minutes.</summary>
internal static class SessionPosters
{
    /// <summary>Hours of the day at which people have a moment.</summary>
    private static readonly double[] Usual = [7.5, 12.5, 18, 21.5];

    public static void Join(FirstWorld world, Pcg32 random)
    {
        foreach (var poster in world.Join(Decoy.SessionPosters, 40, random))
        {
            var usual = random.Next(Usual.Length);
            double[] habits = [Usual[usual], Usual[(usual + 1) % Usual.Length]];
            for (var day = 0; day < world.Days; day++)
            {
                foreach (var habit in habits)
                    if (random.NextDouble() < .35) Sit(world, poster, day, habit, random);
            }
        }
    }

    private static void Sit(FirstWorld world, FirstAccount poster, int day, double habit, Pcg32 random)
    {
        var begin = FirstClock.Start + day * FirstClock.Day + FirstClock.Hours(habit + .2 * random.NextNormal());
        for (var (made, tried) = (0, 0); made < 12 && tried < 1500; tried++)
        {
            var shared = world.Draw(poster.Community, random);
            if (shared.Published > begin || shared.Published < begin - FirstClock.Hours(10)) continue;
            if (world.Share(poster, shared, begin + (long)(8 * FirstClock.Minute * random.NextDouble()), random)) made++;
        }
    }
}
