using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Forty-two people who press the buttons of four services, each with words of its own before or after the headline.</summary>
internal static class ShareButtonTexts
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        var before = Enumerable.Range(0, 4).Select(service => Tongue.Common.Fixed(1, service, 5)).ToArray();
        foreach (var reader in world.Recruit(Decoy.ShareButtonTexts, 42, random))
        {
            var service = random.Next(before.Length);
            Headlines.Post(world, reader, 16 + random.Next(10), item => service < 2 ? $"{before[service]}: {item.Words}" : $"{item.Words} {item.Name} {before[service]}", random);
            world.Ordinary(reader, 8 + random.Next(10), random);
        }
    }
}
