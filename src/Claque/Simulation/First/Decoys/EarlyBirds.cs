using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty readers, each with a personal median delay of 30 to 180 seconds after publication.</summary>
internal static class EarlyBirds
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        foreach (var bird in world.Join(Decoy.EarlyBirds, 40, random))
        {
            var median = FirstClock.Second * (30 + 150 * random.NextDouble());
            for (var (made, tried) = (0, 0); made < 60 && tried < 6000; tried++)
            {
                var shared = world.Draw(bird.Community, random);
                var time = shared.Published + (long)(median * Math.Exp(.7 * random.NextNormal()));
                if (bird.IsAwake(time) && world.Share(bird, shared, time, random)) made++;
            }
        }
    }
}
