using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty readers of one outlet: seven of ten things they share are its articles, each at an organic delay.</summary>
internal static class OutletFans
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        var articles = new FirstObject[4 * world.Days];
        foreach (ref var article in articles.AsSpan())
        {
            article = world.Publish(Behaviour.Link, 3, FirstWorld.Daytime(random.Next(world.Days), random), random, world.Content.Outlets - 10);
            world.Audience(article, 4, random);
        }

        foreach (var fan in world.Join(Decoy.OutletFans, 40, random))
        {
            for (var (made, tried) = (0, 0); made < 35 && tried < 1000; tried++)
            {
                var article = articles[(int)(articles.Length * Math.Pow(random.NextDouble(), 1.5))];
                if (world.Share(fan, article, FirstWorld.OrganicTime(fan, article, random), random)) made++;
            }

            world.Live(fan, 15, random);
        }
    }
}
