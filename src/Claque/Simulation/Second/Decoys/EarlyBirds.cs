using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Thirty-six people with alerts for new things, whose reaction is a sum of two short waits of 25 to 110 seconds in all.</summary>
internal static class EarlyBirds
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        var things = world.Items.Count;
        foreach (var bird in world.Recruit(Decoy.EarlyBirds, 36, random))
        {
            var mean = random.Between(25, 110);
            var wanted = 45 + random.Next(21);
            for (var (done, tries) = (0, 0); done < wanted && tries < 4000; tries++)
            {
                // What is much talked of later is what many alerts were about.
                var item = random.Chance(.3) ? world.Items[random.Next(things)] : world.Lately(bird.Presence.Any(random), random);
                if (item != null && world.Act(bird, item, item.Born + 3 + random.TwoStep(mean), random)) done++;
            }
        }
    }
}
