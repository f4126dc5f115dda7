using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Thirty-six people who catch up in one of two habitual breaks every other day: about ten reshares with less than a minute between.</summary>
internal static class SessionPosters
{
    private static readonly double[] Pauses = [6.2, 10.3, 15.8, 19.7];

    public static void Play(SecondWorld world, Pcg32 random)
    {
        foreach (var poster in world.Recruit(Decoy.SessionPosters, 36, random))
        {
            double[] hours = [Pauses[random.Next(2)], Pauses[2 + random.Next(2)]];
            for (var day = 1; day < world.Days; day++)
            {
                if (random.Chance(.5)) CatchUp(world, poster, day * SecondWorld.Day + (hours[random.Next(2)] + .15 * random.NextNormal()) * SecondWorld.Hour, random);
            }
        }
    }

    private static void CatchUp(SecondWorld world, Node poster, double time, Pcg32 random)
    {
        for (var acts = 4 + random.Poisson(6); acts > 0; acts--)
        {
            var item = world.Lately(time - random.Between(0, 3) * SecondWorld.Hour, random);
            if (item != null) world.Act(poster, item, time, random);
            time += random.Between(10, 55);
        }
    }
}
