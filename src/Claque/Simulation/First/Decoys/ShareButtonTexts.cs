using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people who press share buttons, whose words go around the headline.</summary>
internal static class ShareButtonTexts
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        foreach (var reader in world.Join(Decoy.ShareButtonTexts, 40, random))
        {
            for (var (made, tried) = (0, 0); made < 20 && tried < 2000; tried++)
            {
                var shared = world.Draw(reader.Community, random);
                if (shared.Kind != Behaviour.Link) continue;
                if (world.Share(reader, shared, FirstWorld.OrganicTime(reader, shared, random), random, Button(shared))) made++;
            }

            world.Live(reader, 12, random);
        }
    }

    private static string Button(FirstObject shared) => (shared.Outlet % 3) switch
    {
        0 => $"I just read “{shared.Words}”. Have a look: {shared.Name}",
        1 => $"{shared.Words} {shared.Name} via the outlet's app",
        _ => $"Shared with you from my reading list: {shared.Words}",
    };
}
