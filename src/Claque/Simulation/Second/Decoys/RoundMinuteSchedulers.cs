using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Forty-four people whose tool sends at every full quarter, half or whole hour, on the second.</summary>
internal static class RoundMinuteSchedulers
{
    private static readonly double[] Grids = [900, 1800, 3600];

    public static void Play(SecondWorld world, Pcg32 random)
    {
        foreach (var scheduler in world.Recruit(Decoy.RoundMinuteSchedulers, 44, random))
        {
            var grid = Grids[random.Next(Grids.Length)];
            for (var acts = 50 + random.Next(25); acts > 0; acts--)
            {
                var written = scheduler.Presence.Any(random);
                var item = world.Lately(written, random);
                if (item != null) world.Act(scheduler, item, (Math.Floor(written / grid) + 1 + random.Next(3)) * grid, random);
            }
        }
    }
}
