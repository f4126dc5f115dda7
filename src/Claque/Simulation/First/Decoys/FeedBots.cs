using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First.Decoys;

/// <summary>Six feeds of four bots; each bot posts every item after its own fixed delay of 20 to 620 seconds, give or take 3 to 15.</summary>
internal static class FeedBots
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        for (var feed = 0; feed < 6; feed++)
        {
            var outlet = world.Content.Outlets - 1 - feed;
            var items = Items(world, outlet, 80 + random.Next(81), random);
            foreach (var bot in world.Join(Decoy.FeedBots, 4, random, outlet))
            {
                var delay = 20 + 600 * random.NextDouble();
                var wobble = 3 + 12 * random.NextDouble();
                foreach (var item in items)
                {
                    var seconds = Math.Max(1, delay + wobble * random.NextNormal());
                    world.Share(bot, item, item.Published + (long)(seconds * FirstClock.Second), random, item.Words);
                }
            }
        }
    }

    private static FirstObject[] Items(FirstWorld world, int outlet, int count, Pcg32 random)
    {
        var items = new FirstObject[count * world.Days / 30 + 1];
        foreach (ref var item in items.AsSpan())
        {
            item = world.Publish(Behaviour.Link, random.Next(8), FirstWorld.Daytime(random.Next(world.Days), random), random, outlet);
            world.Audience(item, 2, random);
        }

        return items;
    }
}
