using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people who post links with the headline as it stands and nothing else, each at an organic delay.</summary>
internal static class Headlines
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        foreach (var reader in world.Join(Decoy.Headlines, 40, random))
        {
            for (var (made, tried) = (0, 0); made < 20 && tried < 2000; tried++)
            {
                var shared = world.Draw(reader.Community, random);
                if (shared.Kind == Behaviour.Link && world.Share(reader, shared, FirstWorld.OrganicTime(reader, shared, random), random, shared.Words)) made++;
            }

            world.Live(reader, 12, random);
        }
    }
}
