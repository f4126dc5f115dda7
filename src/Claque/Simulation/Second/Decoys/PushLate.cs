using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Three newsletters of twenty readers, sent at a fixed hour with two or three things of the day; who opens it shares some, one after the other.</summary>
internal static class PushLate
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        for (var letter = 0; letter < 3; letter++)
        {
            var readers = world.Recruit(Decoy.PushLate, 20, random);
            var hour = random.Between(15, 20);
            for (var day = 1; day < world.Days; day++)
                if (random.Chance(.7)) Send(world, readers, day * SecondWorld.Day + hour * SecondWorld.Hour, random);
            foreach (var reader in readers) world.Ordinary(reader, 15 + random.Next(12), random);
        }
    }

    private static void Send(SecondWorld world, Node[] readers, double sent, Pcg32 random)
    {
        var things = Enumerable.Range(0, 2 + random.Next(2)).Select(_ => world.Lately(sent - random.Between(.5, 6) * SecondWorld.Hour, random)).ToArray();
        foreach (var reader in readers.Where(_ => random.Chance(.3)))
        {
            var time = sent + random.Weibull(110, .7);
            foreach (var thing in things)
            {
                if (thing != null && random.Chance(.6)) world.Act(reader, thing, time, random);
                time += random.Between(15, 70);
            }
        }
    }
}
