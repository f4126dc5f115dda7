using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty supporters with a list of ten links on each of four days; seven in ten links are done, some time in four hours.</summary>
internal static class LinkListActivists
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        var supporters = world.Join(Decoy.LinkListActivists, 40, random);
        foreach (var supporter in supporters) world.Live(supporter, 20, random);
        for (var round = 0; round < 4; round++)
        {
            var day = (round * 2 + 1) * world.Days / 9;
            var begin = FirstClock.Start + day * FirstClock.Day + FirstClock.Hours(9 + 8 * random.NextDouble());
            for (var link = 0; link < 10; link++)
            {
                var shared = world.Publish(Behaviour.Link, random.Next(8), begin - FirstClock.Hours(6 * random.NextDouble()), random);
                world.Audience(shared, 5, random);
                foreach (var supporter in supporters)
                    if (random.NextDouble() < .7) world.Share(supporter, shared, begin + FirstClock.Hours(4 * random.NextDouble()), random);
            }
        }
    }
}
