using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Forty-two people who post links under their headline and nothing else, when they come across them.</summary>
internal static class Headlines
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        foreach (var reader in world.Recruit(Decoy.Headlines, 42, random))
        {
            Post(world, reader, 16 + random.Next(10), item => item.Words, random);
            world.Ordinary(reader, 8 + random.Next(10), random);
        }
    }

    /// <summary>So many links with the words that are made of them.</summary>
    public static void Post(SecondWorld world, Node reader, int count, Func<Item, string> words, Pcg32 random)
    {
        for (var tries = 0; count > 0 && tries < 1500; tries++)
        {
            var time = reader.Presence.Any(random);
            var item = world.Lately(time, random);
            if (item?.Kind == Behaviour.Link && world.Act(reader, item, time, random, words(item))) count--;
        }
    }
}
