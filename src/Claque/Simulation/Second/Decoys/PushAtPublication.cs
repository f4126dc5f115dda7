using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Three apps of twenty fans; thirty alerts go out in a batch soon after publication, and three in ten fans open and share.</summary>
internal static class PushAtPublication
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        for (var app = 0; app < 3; app++)
        {
            var fans = world.Recruit(Decoy.PushAtPublication, 20, random);
            for (var alert = 0; alert < 30; alert++)
            {
                var item = world.Lately(random.Between(0, world.Length), random);
                if (item == null) continue;
                var sent = item.Born + random.Between(75, 480);
                foreach (var fan in fans.Where(_ => random.Chance(.3)))
                    world.Act(fan, item, sent + random.Between(0, 20) + random.Weibull(50, .8), random);
            }

            foreach (var fan in fans) world.Ordinary(fan, 15 + random.Next(12), random);
        }
    }
}
