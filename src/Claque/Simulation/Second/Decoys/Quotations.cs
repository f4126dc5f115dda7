using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Forty-two people who quote, the few favourites of the time far more often than the rest.</summary>
internal static class Quotations
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        foreach (var reader in world.Recruit(Decoy.Quotations, 42, random))
        {
            for (var quotes = 4 + random.Next(6); quotes > 0; quotes--)
            {
                var which = Math.Min(70, (int)random.Pareto(1, .8));
                world.Say(reader, reader.Presence.Any(random), $"«{Tongue.Common.Fixed(2, which, 9 + which % 9)}» ({Tongue.Common.Fixed(3, which % 12, 2)})");
            }

            world.Ordinary(reader, 8 + random.Next(10), random);
        }
    }
}
