using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Second.Decoys;

/// <summary>An article of a site, at working hours and less at weekends, that a few of the public come across.</summary>
internal static class Feature
{
    public static Item Publish(SecondWorld world, string site, Pcg32 random)
    {
        int day;
        do day = random.Next(world.Days);
        while (day % 7 >= 5 && random.Chance(.5));
        var born = day * SecondWorld.Day + random.Between(5, 20) * SecondWorld.Hour;
        var item = world.Create(Behaviour.Link, born, world.Public[0], random, site);
        new Cascades(world, random).Spread(item, born, random.Poisson(2.5));
        return item;
    }
}
