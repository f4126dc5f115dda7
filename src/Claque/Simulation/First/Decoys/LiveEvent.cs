using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First.Decoys;

/// <summary>Eighty viewers of one evening: sixty posts in three hours, each taken up by a third of them after two minutes or so.</summary>
internal static class LiveEvent
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        var viewers = world.Join(Decoy.LiveEvent, 80, random);
        foreach (var viewer in viewers) world.Live(viewer, 15, random);
        var begin = FirstClock.Start + world.Days / 2 * FirstClock.Day + FirstClock.Hours(19);
        for (var moment = 0; moment < 60; moment++)
        {
            var at = begin + FirstClock.Hours(3 * random.NextDouble());
            var shared = world.Publish(Behaviour.Reshare, random.Next(8), at, random, words: world.Content.Live(random));
            foreach (var viewer in viewers)
                if (random.NextDouble() < .35) world.Share(viewer, shared, Reaction(at, random), random);
            for (var other = 0; other < 12; other++)
                world.Share(world.Organic[random.Next(world.Organic.Count)], shared, Reaction(at, random), random);
        }
    }

    private static long Reaction(long at, Pcg32 random) => at + (long)(2 * FirstClock.Minute * Math.Exp(1.1 * random.NextNormal()));
}
