using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Two publishers with six accounts on one editing system, which posts within fifteen seconds; one in ten goes out by hand hours later.</summary>
internal static class Newsroom
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        for (var publisher = 0; publisher < 2; publisher++)
        {
            var site = $"daily-{Tongue.Common.Word(random)}{publisher}";
            var desk = world.Recruit(Decoy.Newsroom, 6, random);
            for (var articles = random.Poisson(4.5 * world.Days); articles > 0; articles--)
            {
                var item = Feature.Publish(world, site, random);
                foreach (var account in desk.Where(_ => random.Chance(.9)))
                {
                    var delay = random.Chance(.1) ? random.Between(1, 5) * SecondWorld.Hour : random.Between(0, 15);
                    world.Act(account, item, item.Born + delay, random, item.Words);
                }
            }
        }
    }
}
