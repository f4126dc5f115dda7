using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Forty-five readers of one site: of what they share three quarters come from it, found when they next go online.</summary>
internal static class OutletFans
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        var site = $"weekly-{Tongue.Common.Word(random)}";
        var articles = Enumerable.Range(0, (int)(3.5 * world.Days)).Select(_ => Feature.Publish(world, site, random)).ToArray();
        foreach (var fan in world.Recruit(Decoy.OutletFans, 45, random))
        {
            foreach (var article in articles)
            {
                if (!random.Chance(.3)) continue;
                world.Act(fan, article, fan.Presence.Next(article.Born + random.Pareto(1, .9) * 900, random), random);
            }

            world.Ordinary(fan, articles.Length / 10, random);
        }
    }
}
