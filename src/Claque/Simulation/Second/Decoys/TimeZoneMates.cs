using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Four hamlets of nine far away, online together for two hours a day, in which they read up on what there was.</summary>
internal static class TimeZoneMates
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        for (var hamlet = 0; hamlet < 4; hamlet++)
        {
            var opens = random.Between(0, 22) * SecondWorld.Hour;
            foreach (var mate in world.Recruit(Decoy.TimeZoneMates, 9, random))
            {
                for (var day = 1; day < world.Days; day++)
                {
                    for (var acts = random.Poisson(1.5); acts > 0; acts--)
                    {
                        var time = day * SecondWorld.Day + opens + random.Between(0, 2 * SecondWorld.Hour);
                        var item = world.Lately(time - random.Between(0, 20 * SecondWorld.Hour), random);
                        if (item != null) world.Act(mate, item, time, random);
                    }
                }
            }
        }
    }
}
