using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Thirty-eight supporters who work through a list of eight links on each of five evenings, one after the other.</summary>
internal static class LinkListActivists
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        var supporters = world.Recruit(Decoy.LinkListActivists, 38, random);
        for (var evening = 0; evening < 5; evening++)
        {
            var begin = (evening * world.Days / 5 + 1) * SecondWorld.Day + random.Between(15, 18) * SecondWorld.Hour;
            var list = Enumerable.Range(0, 8).Select(_ => world.Create(Behaviour.Link, begin - random.Between(1, 9) * SecondWorld.Hour, world.Anyone(random), random)).ToArray();
            foreach (var link in list) new Cascades(world, random).Spread(link, link.Born, random.Poisson(4));
            foreach (var supporter in supporters) Work(world, supporter, list, begin, random);
        }

        foreach (var supporter in supporters) world.Ordinary(supporter, 15 + random.Next(12), random);
    }

    private static void Work(SecondWorld world, Node supporter, Item[] list, double begin, Pcg32 random)
    {
        var order = list.ToArray();
        if (random.Chance(.5)) random.Shuffle<Item>(order);
        var time = begin + random.Between(0, 4) * SecondWorld.Hour;
        foreach (var link in order)
        {
            if (random.Chance(.75)) world.Act(supporter, link, time, random);
            time += random.Between(40, 300);
        }
    }
}
