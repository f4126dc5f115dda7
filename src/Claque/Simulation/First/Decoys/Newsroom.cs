using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First.Decoys;

/// <summary>Three publishers with four accounts each, which share nearly every article within twenty seconds.</summary>
internal static class Newsroom
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        for (var publisher = 0; publisher < 3; publisher++)
        {
            var outlet = world.Content.Outlets - 7 - publisher;
            var accounts = world.Join(Decoy.Newsroom, 4, random, outlet);
            for (var article = 0; article < 4 * world.Days; article++)
            {
                var at = FirstWorld.Daytime(random.Next(world.Days), random);
                var shared = world.Publish(Behaviour.Link, publisher, at, random, outlet);
                foreach (var account in accounts)
                {
                    if (random.NextDouble() < .85)
                        world.Share(account, shared, at + (long)(20 * FirstClock.Second * random.NextDouble()), random, shared.Words);
                }

                world.Audience(shared, 3, random);
            }
        }
    }
}
