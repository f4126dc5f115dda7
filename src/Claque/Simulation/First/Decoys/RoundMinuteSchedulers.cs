using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people, unknown to one another, whose posts go out at the full or half hour.</summary>
internal static class RoundMinuteSchedulers
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        foreach (var scheduler in world.Join(Decoy.RoundMinuteSchedulers, 40, random))
        {
            for (var (made, tried) = (0, 0); made < 60 && tried < 6000; tried++)
            {
                var shared = world.Draw(scheduler.Community, random);
                var slot = FirstWorld.OrganicTime(scheduler, shared, random) / (30 * FirstClock.Minute) + 1;
                if (world.Share(scheduler, shared, slot * 30 * FirstClock.Minute, random)) made++;
            }
        }
    }
}
